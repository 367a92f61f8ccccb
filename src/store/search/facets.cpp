#include "store/search/facets.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "language/comparison.h"
#include "language/search/search_tokens.h"
#include "store/identity.h"

namespace kehoach::store {
namespace {

constexpr int kFirstYear = 1945, kLastYear = 2100;

// How the values of a facet are compared. A number is whole, and has a form without marks.
enum class Form { kWords, kWhole, kNumber };

// Letters and SQL that gives their values; parameters: document, version.
struct Source {
  char letter;
  const char* sql;
};

constexpr Source kSources[] = {
    {'p', "SELECT province FROM documents WHERE id = ?1 AND ?2 > 0"},
    {'y', "SELECT year FROM documents WHERE id = ?1 AND ?2 > 0"},
    {'t', "SELECT doc_type_code FROM documents WHERE id = ?1 AND ?2 > 0"},
    {'t', "SELECT doc_type FROM documents WHERE id = ?1 AND ?2 > 0"},
    {'i', "SELECT issuer FROM documents WHERE id = ?1 AND ?2 > 0"},
    {'n', "SELECT DISTINCT indicator_code FROM targets WHERE ?1 > 0 AND version_id = ?2"},
    {'n', "SELECT DISTINCT indicator_name FROM targets WHERE ?1 > 0 AND version_id = ?2"},
    {'n', "SELECT DISTINCT indicator_code FROM results WHERE ?1 > 0 AND version_id = ?2"},
    {'n', "SELECT DISTINCT indicator_name FROM results WHERE ?1 > 0 AND version_id = ?2"},
    {'c', "SELECT DISTINCT change FROM targets WHERE ?1 > 0 AND version_id = ?2"},
    {'c', "SELECT DISTINCT change FROM results WHERE ?1 > 0 AND version_id = ?2"},
    {'l',
     "SELECT DISTINCT b.body FROM tasks t JOIN task_bodies b ON b.task_id = t.id"
     " WHERE ?1 > 0 AND t.version_id = ?2 AND b.part = 'lead'"},
    {'d',
     "SELECT DISTINCT substr(coalesce(deadline_to, deadline_from), 1, 7) FROM tasks"
     " WHERE ?1 > 0 AND version_id = ?2"},
    {'d',
     "SELECT DISTINCT substr(coalesce(deadline_to, deadline_from), 1, 4) FROM tasks"
     " WHERE ?1 > 0 AND version_id = ?2"},
    {'r', "SELECT DISTINCT number FROM citations WHERE ?1 > 0 AND version_id = ?2"},
};

Form form_of(char letter) {
  if (letter == 'r') return Form::kNumber;
  return letter == 'y' || letter == 'c' || letter == 'd' ? Form::kWhole : Form::kWords;
}

// A value as one word; nothing in it may look like what separates words.
std::string whole(char letter, std::string_view value) {
  std::string out = {'=', letter, ':'};
  for (const char byte : value) {
    const bool separates = byte == ' ' || byte == '|' || byte == '"' || (byte >= 0 && byte < ' ');
    out += separates ? '_' : byte;
  }
  return out;
}

// Words in a row; `all`: marked and unmarked at one place, as they are indexed, else as typed.
std::string words(char letter, std::string_view value, bool all) {
  std::string out;
  language::search_tokens(value, [&](const language::SearchToken& token) {
    const bool opens = token.kind == language::SearchTokenKind::kWord;
    if (!opens && !(all && token.kind == language::SearchTokenKind::kFolded)) return true;
    if (!out.empty()) out += opens ? ' ' : '|';
    out += whole(letter, token.text);
    return true;
  });
  return out;
}

std::string number(char letter, std::string_view printed) {
  const std::string key = number_key(printed);
  const std::string unmarked = language::search_form(key);
  return whole(letter, key) + (unmarked == key ? "" : "|" + whole(letter, unmarked));
}

std::string indexed(char letter, std::string_view value) {
  switch (form_of(letter)) {
    case Form::kWhole:
      return whole(letter, value);
    case Form::kNumber:
      return number(letter, value);
    case Form::kWords:
      break;
  }
  return words(letter, value, true);
}

class Expression {
 public:
  // One of the values.
  void any(char letter, const std::vector<std::string>& values) {
    std::string one_of;
    for (const std::string& value : values) {
      const std::string found =
          form_of(letter) == Form::kWords ? words(letter, value, false) : whole(letter, value);
      if (!found.empty()) one_of += (one_of.empty() ? "\"" : " OR \"") + found + "\"";
    }
    if (!one_of.empty()) out_ += (out_.empty() ? "(" : " AND (") + one_of + ")";
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

// All years of the range, at one place.
std::vector<std::string> years(const Filter& filter) {
  if (!filter.year_from && !filter.year_to) return {};
  const int last = std::min(filter.year_to.value_or(kLastYear), kLastYear);
  std::vector<std::string> out;
  for (int year = std::max(filter.year_from.value_or(kFirstYear), kFirstYear); year <= last; ++year)
    out.push_back(std::to_string(year));
  if (out.empty()) out.push_back("none");
  return out;
}

// The months that the days asked for lie in; of years that lie there whole, the year.
std::vector<std::string> due_months(const Filter& filter) {
  if (filter.due_from.empty() && filter.due_to.empty()) return {};
  const auto month_of = [](const std::string& day, int year, int month) {
    if (day.empty()) return year * 12 + month;
    return std::stoi(day.substr(0, 4)) * 12 + std::stoi(day.substr(5, 2)) - 1;
  };
  const int first = std::max(month_of(filter.due_from, kFirstYear, 0), kFirstYear * 12);
  const int last = std::min(month_of(filter.due_to, kLastYear, 11), kLastYear * 12 + 11);
  std::vector<std::string> out;
  for (int month = first; month <= last; ++month) {
    const std::string year = std::to_string(month / 12), of_year = std::to_string(month % 12 + 1);
    const bool whole_year = month % 12 == 0 && month + 11 <= last;
    out.push_back(whole_year ? year : year + (of_year.size() < 2 ? "-0" : "-") + of_year);
    if (whole_year) month += 11;
  }
  if (out.empty()) out.push_back("none");
  return out;
}

bool asks_for_entries(const Filter& filter) {
  return !filter.indicators.empty() || !filter.changes.empty() || !filter.leads.empty() ||
         !filter.cites.empty();
}

}  // namespace

std::string document_facets(Archive& archive, std::int64_t document, std::int64_t version) {
  std::set<std::string> found;
  for (const Source& source : kSources) {
    Statement& statement = archive.statement(source.sql).bind(document, version);
    while (statement.step())
      if (const auto value = statement.optional_text(0); value && !value->empty())
        found.insert(std::string(1, source.letter) + " " + *value);
  }
  std::string out;
  for (const std::string& line : found) {
    out += out.empty() ? "" : "\n";
    for (const char byte : line) out += byte == '\n' ? ' ' : byte;
  }
  return out;
}

std::string prepared_facets(std::string_view lines) {
  std::string out;
  while (lines.size() > 2) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    const char letter = line[0];
    const std::string_view value = line.substr(2);
    const std::string one = indexed(letter, value);
    // A place of its own between two values: no phrase goes from one to the next.
    if (!one.empty()) out += (out.empty() ? "" : " = ") + one;
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
  }
  return out;
}

std::string facet_expression(const Filter& filter) {
  Expression expression;
  expression.any('p', filter.provinces);
  expression.any('y', years(filter));
  expression.any('t', filter.types);
  expression.any('i', filter.issuers);
  expression.any('n', filter.indicators);
  expression.any('c', filter.changes);
  expression.any('l', filter.leads);
  expression.any('d', due_months(filter));
  std::vector<std::string> numbers;
  for (const std::string& number : filter.cites) numbers.push_back(TypedNumber(number).key);
  expression.any('r', numbers);
  return expression.take();
}

bool needs_closer_look(const Filter& filter) {
  if (!filter.due_from.empty() || !filter.due_to.empty()) return true;
  if (!filter.indicators.empty() && !filter.changes.empty()) return true;
  return filter.min_confidence > 0 && asks_for_entries(filter);
}

}  // namespace kehoach::store

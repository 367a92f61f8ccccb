#include "plan/tasks/body_cell.h"

#include <algorithm>

#include "language/comparison.h"
#include "plan/bodies.h"
#include "plan/tasks/assignment.h"
#include "plan/tasks/person_names.h"

namespace kehoach::plan {
namespace {

using match::Token;
using match::TokenRange;
using match::TokenSequence;

void append(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
}

bool is_sign(const TokenSequence& tokens, std::size_t i, std::string_view sign) {
  return tokens.slice(tokens.tokens[i]) == sign;
}

// A name of its own may begin after one of these without a sign between: their names end before
// the next head ("Sở Y tế Sở Nội vụ", "UBND các xã Sở Nội vụ").
bool ends_before_heads(const TokenSequence& tokens, std::size_t head) {
  const Token& token = tokens.tokens[head];
  return token.is("body-head", "department") ||
         (token.is("body-head", "named") && language::is_upper_word(tokens.slice(token)));
}

bool opens_name(const TokenSequence& tokens, std::size_t i) {
  const Token& token = tokens.tokens[i];
  const bool head = token.is("body-head") && token.value != "kind" && token.value != "person";
  return (head || token.is("plural")) && language::starts_upper(tokens.slice(token));
}

bool joins_to_next(const TokenSequence& tokens, std::size_t i) {
  const Token& token = tokens.tokens[i];
  return token.is("punct") || token.is("and") || token.is("body-head") || token.is("plural") ||
         token.is("body-tail", "of") || token.is("label") || token.is("duty");
}

// The text with a semicolon where lines or items of the cell met without one.
std::string with_separators(const match::Matcher& matcher, std::string_view text) {
  const TokenSequence tokens = matcher.tokenize(text, kTaskStage);
  std::string out;
  std::size_t copied = 0, head = tokens.tokens.size();
  const bool dashed =
      !tokens.tokens.empty() && (is_sign(tokens, 0, "-") || is_sign(tokens, 0, "+"));
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    const std::size_t at = tokens.tokens[i].span.begin;
    const bool item = dashed && (is_sign(tokens, i, "-") || is_sign(tokens, i, "+")) &&
                      i + 1 < tokens.tokens.size() &&
                      language::starts_upper(tokens.slice(tokens.tokens[i + 1])) &&
                      (i == 0 || opens_name(tokens, i + 1));
    // A capital plural inside a phrase opened a line.
    const bool plural = i > 0 && tokens.tokens[i].is("plural") && opens_name(tokens, i);
    const bool parted =
        (plural || (head < i && opens_name(tokens, i) && ends_before_heads(tokens, head))) &&
        !joins_to_next(tokens, i - 1);
    if (item || parted) {
      out += text.substr(copied, at - copied);
      if (i > 0 && !is_sign(tokens, i - 1, ";")) out += "; ";
      copied = item ? tokens.tokens[i].span.end : at;
    }
    if (opens_name(tokens, i) && (head >= i || parted || joins_to_next(tokens, i - 1))) head = i;
  }
  out += text.substr(copied);
  return out;
}

class CellReader {
 public:
  CellReader(const match::Matcher& matcher, std::string text)
      : matcher_(matcher), text_(std::move(text)), tokens_(matcher.tokenize(text_, kTaskStage)) {}

  CellBodies read() {
    const std::size_t end = tokens_.tokens.size();
    if (end == 0 || tokens_.tokens.front().is("preamble")) return {};
    std::size_t label = 0;
    while (label < end && !tokens_.tokens[label].is("label")) ++label;
    if (label > 0) read_parts({0, label});
    if (label < end) {
      const Assignment found = AssignmentReader(matcher_, tokens_).labels({label, end});
      append(bodies_.lead, found.lead);
      append(bodies_.cooperating, found.cooperating);
    }
    return std::move(bodies_);
  }

 private:
  // Parts between semicolons, and behind a bracket or a duty.
  void read_parts(TokenRange range) {
    std::size_t begin = range.begin;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (!is_sign(tokens_, i, ";") && !(is_sign(tokens_, i, ",") && told(begin, i))) continue;
      read_part({begin, i});
      begin = i + 1;
    }
    read_part({begin, range.end});
    flush();
  }

  bool told(std::size_t begin, std::size_t at) const {
    return at > begin && is_sign(tokens_, at - 1, ")");
  }

  void read_part(TokenRange part) {
    if (part.empty()) return;
    const AssignmentReader reader(matcher_, tokens_);
    const auto opening = reader.opening(part);
    const Token* duty = duty_behind(opening.rest, part.end);
    if (opening.bodies.empty() || !duty) {
      if (const std::string_view role = role_in_bracket(part); !role.empty()) {
        flush();
        std::size_t open = part.begin;
        while (!is_sign(tokens_, open, "(")) ++open;
        append(role == "lead" ? bodies_.lead : bodies_.cooperating,
               split_bodies(tokens_, {part.begin, open}));
        return;
      }
      plain_ = plain_.empty() ? part : TokenRange{plain_.begin, part.end};
      return;
    }
    flush();
    const Assignment found = reader.assignment(opening);
    if (duty->value == "cooperate") {
      append(bodies_.cooperating, found.lead);
    } else {
      append(bodies_.lead, found.lead);
      append(bodies_.cooperating, found.cooperating);
    }
  }

  // "chủ trì" or "phối hợp" behind names; other duties may be words of a name ("Đoàn kiểm tra").
  const Token* duty_behind(std::size_t begin, std::size_t end) const {
    while (begin < end && is_sign(tokens_, begin, ",")) ++begin;
    if (begin >= end) return nullptr;
    const Token& token = tokens_.tokens[begin];
    return token.is("duty", "lead") || token.is("duty", "cooperate") ? &token : nullptr;
  }

  // "Sở A (chủ trì)": the duty that a bracket at the end holds alone.
  std::string_view role_in_bracket(TokenRange part) const {
    if (part.size() < 4 || !is_sign(tokens_, part.end - 1, ")") ||
        !is_sign(tokens_, part.end - 3, "("))
      return {};
    const Token& duty = tokens_.tokens[part.end - 2];
    if (duty.is("duty", "lead")) return "lead";
    return duty.is("duty", "cooperate") ? "cooperating" : std::string_view();
  }

  // Parts of which nothing is said stay together: they were one listing of names.
  void flush() {
    if (!plain_.empty())
      for (const std::string& name : split_bodies(tokens_, plain_))
        append(bodies_.plain, split_persons(matcher_, name));
    plain_ = {};
  }

  const match::Matcher& matcher_;
  std::string text_;
  TokenSequence tokens_;
  TokenRange plain_;
  CellBodies bodies_;
};

}  // namespace

CellBodies read_body_cell(const match::Matcher& matcher, std::string_view text) {
  return CellReader(matcher, with_separators(matcher, text)).read();
}

}  // namespace kehoach::plan

#include "plan/reading_certainty.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/letters.h"
#include "language/syllable.h"

namespace kehoach::plan {
namespace {

constexpr double kSureFigure = 0.8;  // as the numbers of documents
constexpr double kSureIssuer = 0.7;  // stamps and torn headings make none
constexpr double kSureName = 0.8;    // each word of it
constexpr double kOddTitle = 0.6;    // of a title's certainty if a word of it is none

// Signs that stand in no name: what was read in place of a letter or an apostrophe.
bool has_odd_sign(std::string_view name) {
  constexpr std::string_view kOfNames = " '-.,";
  constexpr std::array<char32_t, 3> kTyped = {U'\u2019', U'\u2018', U'\u2010'};
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = base::next_code_point(name, i);
    if (language::is_letter(c) || std::find(kTyped.begin(), kTyped.end(), c) != kTyped.end())
      continue;
    if (c > 0x7F || kOfNames.find(static_cast<char>(c)) == std::string_view::npos) return true;
  }
  return false;
}

class Weigher {
 public:
  explicit Weigher(const Reading& reading) : reading_(reading) {}

  template <class T>
  void weigh(std::optional<T>& field) const {
    if (field) weigh(*field);
  }

  template <class T>
  void weigh(std::vector<T>& entries) const {
    for (auto& entry : entries) weigh(entry);
  }

  // Figures whose digits are not sure are none: a wrong number is worse than a missing one.
  void weigh(std::vector<Figure>& figures, base::Diagnostics& diagnostics) const {
    std::erase_if(figures, [&](const Figure& figure) {
      const bool unsure = least_digit(figure.evidence) < kSureFigure;
      if (unsure) diagnostics.push_back(unsure_figure(figure));
      return unsure;
    });
    weigh(figures);
  }

  // The same of a name: one word that was hardly read makes another person's of it.
  void weigh_name(std::optional<Field<std::string>>& name, base::Diagnostics& diagnostics) const {
    if (!name || name->evidence.empty()) return;
    const auto& evidence = name->evidence.front();
    if (evidence.source != Evidence::Source::kText) return;
    const auto certainty = certainty_at(reading_, evidence.span);
    if (certainty.mean < 1 && (certainty.least < kSureName || has_odd_sign(name->value))) {
      diagnostics.push_back(
          illegible("the name \"" + evidence.text + "\"",
                    "so nobody is given as the signer; look at the page whose it is", evidence.page,
                    evidence.boxes));
      name.reset();
    }
    weigh(name);
  }

  template <class T>
  void weigh(T& value) const {
    const auto& evidence = value.evidence;
    if (evidence.empty() || evidence.front().source != Evidence::Source::kText) return;
    const double mean = certainty_at(reading_, evidence.front().span).mean;
    if (mean < 1) value.confidence = std::floor(100 * value.confidence * mean) / 100;
  }

 private:
  // Of the words with digits among all that a value was read from.
  double least_digit(const std::vector<Evidence>& evidence) const {
    double least = 1;
    for (const auto& part : evidence) {
      if (part.source != Evidence::Source::kText) continue;
      for (std::size_t i = part.span.begin; i < part.span.end; ++i) {
        const char c = reading_.text.utf8[i];
        if (c < '0' || c > '9') continue;
        least = std::min(least, certainty_at(reading_, {i, i + 1}).least);
      }
    }
    return least;
  }

  static base::Diagnostic unsure_figure(const Figure& figure) {
    const auto& evidence = figure.evidence.front();
    return illegible("the digits of \"" + evidence.text + "\"",
                     "so no figure is made of them; look at the page", evidence.page,
                     evidence.boxes);
  }

  const Reading& reading_;
};

// A word with marks of Vietnamese that is no syllable in use, and no name: it was read wrong.
bool has_odd_word(std::string_view text) {
  std::size_t begin = 0;
  bool marked = false;
  const auto is_odd = [&](std::size_t end) {
    const auto word = text.substr(begin, end - begin);
    return marked && !language::starts_upper(word) && !language::is_common_syllable(word);
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto at = i;
    const char32_t c = base::next_code_point(text, i);
    if (language::is_letter(c)) {
      marked = marked || c > 0x7F;
      continue;
    }
    if (is_odd(at)) return true;
    begin = i;
    marked = false;
  }
  return is_odd(text.size());
}

bool was_recognised(const layout::Document& document) {
  return std::any_of(document.places.begin(), document.places.end(),
                     [](const auto& place) { return place.confidence < 1; });
}

}  // namespace

layout::Certainty certainty_at(const Reading& reading, base::TextSpan span) {
  return layout::certainty_of(reading.document, reading.text.map.to_source(span));
}

base::Diagnostic illegible(const std::string& subject, std::string_view outcome,
                           std::optional<int> page, const std::vector<base::Box>& boxes) {
  base::Diagnostic diagnostic{"illegible",
                              base::Severity::kWarning,
                              subject + " cannot be read for sure in the image, ",
                              page,
                              {}};
  diagnostic.message += outcome;
  if (!boxes.empty()) diagnostic.box = boxes.front();
  return diagnostic;
}

void weigh_by_certainty(const Reading& reading, Record& record) {
  if (!was_recognised(reading.document)) return;
  const Weigher weigher(reading);
  auto& fields = record.document;
  weigher.weigh(fields.number);
  weigher.weigh(fields.type);
  weigher.weigh(fields.issue_date);
  weigher.weigh(fields.issue_date_partial);
  weigher.weigh(fields.issuer);
  if (fields.issuer && fields.issuer->confidence < kSureIssuer) fields.issuer.reset();
  weigher.weigh(fields.place);
  weigher.weigh(fields.title);
  if (fields.title && has_odd_word(fields.title->value)) fields.title->confidence *= kOddTitle;
  weigher.weigh_name(fields.signer, record.diagnostics);
  weigher.weigh(fields.signer_position);
  weigher.weigh(fields.authorities);
  weigher.weigh(fields.recipients);
  weigher.weigh(fields.urgency);
  weigher.weigh(fields.secrecy);
  weigher.weigh(fields.period);
  weigher.weigh(fields.plan);
  weigher.weigh(fields.attached);
  weigher.weigh(record.targets, record.diagnostics);
  weigher.weigh(record.results, record.diagnostics);
  weigher.weigh(record.tasks);
  weigher.weigh(record.citations);
}

}  // namespace kehoach::plan

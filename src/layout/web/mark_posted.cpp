#include <algorithm>
#include <optional>

#include "layout/web/content_region.h"
#include "layout/web/line_cues.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kPostedWords = 18;  // with labels, weekday and counters, without links
constexpr std::size_t kNear = 3;          // lines above the headline or below the article

class PostedFinder {
 public:
  PostedFinder(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
               const match::Matcher& matcher, LineCues& cues, const std::vector<LineRole>& lines)
      : markup_(markup),
        text_(text),
        evidence_(evidence),
        matcher_(matcher),
        cues_(cues),
        lines_(lines) {}

  // Between headline and article, then right above the headline, then below the article. Without a
  // headline any line may be the site's clock, unless a name says what it is.
  std::optional<std::size_t> find(std::size_t region) const {
    const auto& f = evidence_.facts[region];
    const auto title = evidence_.title_line;
    const auto above = [](std::size_t line) { return line - std::min(line, kNear); };
    if (title >= text_.lines.size())
      return first_of(above(f.first_line), f.first_line + kNear, Need::kName);
    const auto inside = std::max(title + 1, f.first_line) + kNear;
    if (const auto found = first_of(title + 1, inside, Need::kDate)) return found;
    if (const auto found = first_of(above(title), title, Need::kClock)) return found;
    return first_of(f.end_line, f.end_line + kNear, Need::kClock);
  }

 private:
  // What must be in a line: a date; a time of day too, or a name for what it is; that name.
  enum class Need { kDate, kClock, kName };

  std::optional<std::size_t> first_of(std::size_t from, std::size_t to, Need need) const {
    for (auto k = from; k < std::min(to, text_.lines.size()); ++k) {
      const auto& facts = text_.lines[k].facts;
      const PageRole role = lines_[k].role;
      if (role != PageRole::kNoise && role != PageRole::kContent && role != PageRole::kByline)
        continue;
      if (facts.numbers == 0 || facts.words - facts.linked_words > kPostedWords) continue;
      if (facts.ends_sentence() && !is_labelled(k)) continue;
      if (facts.last == U';') continue;  // "Căn cứ Luật … ngày 3 tháng 12 năm 2004;"
      if (facts.link_share() > 0.5 || is_anothers(text_.lines[k].element)) continue;
      const bool named = is_named(text_.texts[text_.lines[k].begin]);
      if (need == Need::kName && !named) continue;
      if (tells_time(k, need == Need::kClock && !named)) return k;
    }
    return std::nullopt;
  }

  bool tells_time(std::size_t k, bool with_clock) const {
    if (cues_.of(k) == LineCue::kOtherDate) return false;
    const auto tokens = matcher_.tokenize(text_.text_of(markup_, text_.lines[k]));
    bool date = false, clock = false;
    for (const match::Token& token : tokens.tokens) {
      date = date || token.is("date");
      clock = clock || token.is("clock");
      if (token.is("doc_number") || token.is("licence") || token.is("basis")) return false;
    }
    return date && (clock || !with_clock);
  }

  // "Người đăng: Admin. Ngày đăng: 09/10/2024 07:50. Lượt xem: 68."
  bool is_labelled(std::size_t k) const {
    const auto tokens = matcher_.tokenize(text_.text_of(markup_, text_.lines[k]), "layout");
    return std::any_of(tokens.tokens.begin(), tokens.tokens.end(),
                       [](const match::Token& token) { return token.is("posted_label"); });
  }

  // By an element around the text, or one of the nearest boxes.
  bool is_named(std::size_t node) const {
    for (std::size_t boxes = 0; node > 0 && boxes < 3;) {
      node = markup_.nodes[node].parent;
      if (evidence_.facts[node].part.kind == PartKind::kPublished) return true;
      if (!is_inline(markup_.nodes[node].tag)) ++boxes;
    }
    return false;
  }

  // In a list of headlines, a sidebar, comments.
  bool is_anothers(std::size_t element) const {
    for (; element > 0; element = markup_.nodes[element].parent) {
      const auto& f = evidence_.facts[element];
      if (f.holds(evidence_.title_line)) return false;
      if (!f.card.empty() || f.part.kind == PartKind::kCaption) return true;
      if (f.part.kind == PartKind::kSite && !f.part.weak &&
          (f.part.note == "other-headlines" || f.part.note == "sidebar" ||
           f.part.note == "comments" || f.part.note == "footer" || f.part.note == "menu"))
        return true;
    }
    return false;
  }

  const read::Markup& markup_;
  const MarkupText& text_;
  const PageEvidence& evidence_;
  const match::Matcher& matcher_;
  LineCues& cues_;
  const std::vector<LineRole>& lines_;
};

}  // namespace

void mark_posted(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
                 std::size_t region, const match::Matcher& matcher, LineCues& cues,
                 std::vector<LineRole>& lines) {
  const bool known = std::any_of(lines.begin(), lines.end(), [](const LineRole& line) {
    return line.role == PageRole::kPublished;
  });
  if (known) return;
  if (const auto k = PostedFinder(markup, text, evidence, matcher, cues, lines).find(region))
    lines[*k] = {PageRole::kPublished, {}};
}

}  // namespace kehoach::layout

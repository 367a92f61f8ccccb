#include "plan/run_in_headings.h"

#include <string_view>

#include "language/comparison.h"
#include "plan/bodies.h"
#include "plan/outline.h"
#include "plan/tasks/assignment.h"

namespace kehoach::plan {
namespace {

using layout::BlockKind;
using match::TokenSequence;

constexpr std::size_t kLongest = 320;    // bytes of an item that may hold its heading
constexpr std::size_t kNameTokens = 20;  // of a name before a colon

// What an item begins with.
struct Opening {
  enum class Kind { kNone, kName, kBody };
  Kind kind = Kind::kNone;
  base::TextSpan span;
  bool charged = false;  // the body is told that it leads or answers for what follows
};

// The first bytes of a text, cut between its characters.
std::string_view first_part(std::string_view text) {
  if (text.size() <= kLongest) return text;
  auto end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

bool is_sign(const TokenSequence& line, std::size_t i, std::string_view sign) {
  return line.tokens[i].is("punct") && line.slice(line.tokens[i]) == sign;
}

// "Hiệp hội Lữ hành tỉnh:": the colon behind a name that the pack does not know as a body's; 0 if
// there is none.
std::size_t name_end(const TokenSequence& line) {
  for (std::size_t i = 1; i < line.tokens.size() && i < kNameTokens; ++i) {
    if (is_sign(line, i, ":")) return i;
    if (is_sign(line, i, ".") || is_sign(line, i, ";") || line.tokens[i].is("break") ||
        line.tokens[i].is("duty"))
      return 0;
  }
  return 0;
}

Opening opening_of(const Reading& reading, base::TextSpan content) {
  const auto text = first_part(reading.text.slice(content));
  if (!language::starts_upper(text)) return {};
  const TokenSequence line = reading.matcher.tokenize(text, kTaskStage);
  const auto upto = [&](std::size_t end) {
    return base::TextSpan{content.begin, content.begin + line.tokens[end - 1].span.end};
  };
  const auto open = AssignmentReader(reading.matcher, line).opening({0, line.tokens.size()});
  const bool named = name_end(line) > 0;
  if (!open.bodies.empty() && !open.titled && (open.ordered || open.duty || open.colon || named)) {
    const bool charged = open.duty && (line.tokens[open.rest].is("duty", "must") ||
                                       line.tokens[open.rest].is("duty", "lead"));
    return {Opening::Kind::kBody, upto(named ? name_end(line) : open.bodies.end), charged};
  }
  if (named) return {Opening::Kind::kName, upto(name_end(line)), false};
  return {};
}

// "2" of "2. Sở Nội vụ": letters and dashes list what stands below a name.
bool is_numbered(const layout::Block& block) {
  return !block.label.empty() && block.label.find_first_not_of("0123456789") == std::string::npos;
}

// The numbered blocks of one list, and what they begin with.
class RunInHeadings {
 public:
  explicit RunInHeadings(const Reading& reading)
      : reading_(reading), found_(reading.text.blocks.size()) {}

  std::vector<std::optional<base::TextSpan>> find() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const auto& block = reading_.block(i);
      if (block.table >= 0 || block.kind == BlockKind::kNoise) continue;
      if (is_numbered(block)) {
        add(i, block);
      } else if (block.kind == BlockKind::kHeading || block.part != part_) {
        close();
      }
      part_ = block.part;
    }
    close();
    return std::move(found_);
  }

 private:
  void add(std::size_t i, const layout::Block& block) {
    if (block.label == "1") close();
    const auto opening = opening_of(reading_, content_span(reading_, i));
    if (opening.kind == Opening::Kind::kBody) ++bodies_;
    // "1. Sở Y tế chịu trách nhiệm về các khâu:" heads what stands below it by the body's name.
    if (block.kind == BlockKind::kListItem || opening.charged) items_.push_back({i, opening});
  }

  void close() {
    for (const auto& [i, opening] : items_)
      if (opening.kind != Opening::Kind::kNone && bodies_ > 1) found_[i] = opening.span;
    items_.clear();
    bodies_ = 0;
  }

  struct Item {
    std::size_t block;
    Opening opening;
  };
  const Reading& reading_;
  std::vector<std::optional<base::TextSpan>> found_;
  std::vector<Item> items_;  // of the list, that are no headings as they stand
  std::size_t bodies_ = 0;   // of its points begin with a body
  int part_ = 0;
};

}  // namespace

std::vector<std::optional<base::TextSpan>> find_run_in_headings(const Reading& reading) {
  return RunInHeadings(reading).find();
}

}  // namespace kehoach::plan

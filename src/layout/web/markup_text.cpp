#include "layout/web/markup_text.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace kehoach::layout {
namespace {

// The elements that stand inside a line of text; all others break it.
constexpr std::array<std::string_view, 40> kInline = {
    "a",    "abbr",   "acronym", "b",    "bdi", "bdo",  "big",   "blink", "cite",  "code",
    "data", "dfn",    "em",      "font", "i",   "img",  "input", "ins",   "kbd",   "label",
    "mark", "nobr",   "q",       "rp",   "rt",  "ruby", "s",     "samp",  "small", "span",
    "svg",  "strike", "strong",  "sub",  "sup", "time", "tt",    "u",     "var",   "wbr"};

bool is_blank(char32_t c) {
  return c <= 0x20 || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) || c == 0x202F ||
         c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  return c != 0xD7 && c != 0xF7 && !(c >= 0x2010 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) &&
         !(c >= 0xFF00 && c <= 0xFF0F);
}

// Scripts without spaces between words: two characters count as a word.
bool is_spaceless(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x3040 && c <= 0x9FFF);
}

bool is_full_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0x061F ||
         c == 0x06D4 || c == 0x0964;
}

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB || c == 0x2019 || c == 0x201D;
}

bool is_comma(char32_t c) { return c == ',' || c == 0x060C || c == 0x3001 || c == 0xFF0C; }

TextFacts count(std::string_view text, bool linked) {
  TextFacts facts;
  bool in_word = false, pending_stop = false;
  std::size_t spaceless = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = base::next_code_point(text, i);
    if (is_blank(c)) {
      if (pending_stop) ++facts.sentence_ends;
      pending_stop = in_word = false;
      continue;
    }
    const bool word = is_word_character(c);
    if (word && is_spaceless(c)) {
      ++spaceless;
    } else if (word && !in_word) {
      ++facts.words;
      facts.numbers += c >= '0' && c <= '9' ? 1 : 0;
    }
    in_word = word || (in_word && (c == '\'' || c == 0x2019));
    facts.commas += is_comma(c) ? 1 : 0;
    if (c == 0x3002) ++facts.sentence_ends;
    pending_stop = is_full_stop(c) || (pending_stop && is_closing(c));
    if (!is_closing(c)) facts.last = c;
  }
  if (pending_stop) ++facts.sentence_ends;
  facts.words += (spaceless + 1) / 2;
  if (linked) facts.linked_words = facts.words;
  return facts;
}

bool all_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = base::next_code_point(text, i);
    if (!is_blank(c)) return false;
  }
  return true;
}

// Gathers texts to lines while walking the nodes in the order of the page.
class Gatherer {
 public:
  explicit Gatherer(const read::Markup& markup)
      : nodes_(markup.nodes), block_(nodes_.size()), linked_(nodes_.size()) {
    text_.hidden.resize(nodes_.size());
  }

  MarkupText gather() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].kind == read::MarkupNode::Kind::kElement) {
        element(i);
      } else {
        text(i);
      }
    }
    end_line();
    join_paragraphs();
    return std::move(text_);
  }

 private:
  void element(std::size_t i) {
    const auto& node = nodes_[i];
    const auto up = node.parent;
    text_.hidden[i] = node.hidden || node.tag == "head" || (i > 0 && text_.hidden[up] != 0);
    linked_[i] =
        (i > 0 && linked_[up] != 0) || (node.tag == "a" && !read::attribute(node, "href").empty());
    const bool breaks = !is_inline(node.tag);
    block_[i] = breaks || i == 0 ? i : block_[up];
    if (text_.hidden[i] || !breaks) return;
    if (node.tag == "br") {
      ++breaks_;
    } else {
      parted_ = true;
    }
  }

  void text(std::size_t i) {
    const auto& node = nodes_[i];
    text_.hidden[i] = text_.hidden[node.parent];
    block_[i] = block_[node.parent];
    if (text_.hidden[i] || all_blank(node.text)) return;
    const bool same_block = !text_.lines.empty() && text_.lines.back().element == block_[i];
    if (!same_block) parted_ = true;
    if (parted_ || breaks_ > 0 || text_.lines.empty()) begin_line(block_[i]);
    text_.texts.push_back(i);
    text_.lines.back().facts.add(count(node.text, linked_[node.parent] != 0));
  }

  void end_line() {
    if (!text_.lines.empty()) text_.lines.back().end = text_.texts.size();
  }

  void begin_line(std::size_t element) {
    end_line();
    joins_.push_back(!parted_ && breaks_ == 1 && !text_.lines.empty());
    text_.lines.push_back({text_.texts.size(), text_.texts.size(), element, {}});
    parted_ = false;
    breaks_ = 0;
  }

  void join_paragraphs() {
    for (std::size_t k = 0; k < text_.lines.size(); ++k) {
      const auto& line = text_.lines[k];
      if (!joins_[k]) text_.paragraphs.push_back({k, k, line.element, {}});
      text_.paragraphs.back().end = k + 1;
      text_.paragraphs.back().facts.add(line.facts);
    }
  }

  const std::vector<read::MarkupNode>& nodes_;
  std::vector<std::size_t> block_;  // innermost block element of each node
  std::vector<char> linked_;
  std::vector<char> joins_;  // for each line: one <br> parts it from the line before
  MarkupText text_;
  bool parted_ = false;     // a block began or ended since the last text
  std::size_t breaks_ = 0;  // <br> since then
};

}  // namespace

void TextFacts::add(const TextFacts& more) {
  words += more.words;
  linked_words += more.linked_words;
  sentence_ends += more.sentence_ends;
  commas += more.commas;
  numbers += more.numbers;
  if (more.last != 0) last = more.last;
}

bool TextFacts::ends_sentence() const { return is_full_stop(last); }

bool is_inline(std::string_view tag) {
  // Word's leavings ("o:p", "st1:place") are inline too.
  return std::find(kInline.begin(), kInline.end(), tag) != kInline.end() ||
         tag.find(':') != std::string_view::npos;
}

std::string MarkupText::text_of(const read::Markup& markup, const MarkupLine& line) const {
  std::string words;
  bool space = false;
  for (auto k = line.begin; k < line.end; ++k) {
    // A text of spaces alone is no text, but parts its neighbours.
    for (auto i = k > line.begin ? texts[k - 1] + 1 : texts[k]; i < texts[k] && !space; ++i)
      space = markup.nodes[i].kind == read::MarkupNode::Kind::kText && !hidden[i];
    const std::string_view text = markup.nodes[texts[k]].text;
    for (std::size_t i = 0; i < text.size();) {
      const auto begin = i;
      const char32_t c = base::next_code_point(text, i);
      if (is_blank(c)) {
        space = true;
      } else {
        if (space && !words.empty()) words += ' ';
        space = false;
        words.append(text.substr(begin, i - begin));
      }
    }
  }
  return words;
}

MarkupText read_markup_text(const read::Markup& markup) { return Gatherer(markup).gather(); }

}  // namespace kehoach::layout

#include "layout/web/web_layout.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "layout/source_text.h"
#include "layout/text/block_list.h"
#include "layout/text/letterhead.h"
#include "layout/text/line_shape.h"
#include "layout/text/stream.h"
#include "layout/web/content_blocks.h"
#include "layout/web/content_places.h"
#include "layout/web/legacy_markup.h"
#include "layout/web/main_content.h"
#include "layout/web/property_lines.h"
#include "layout/web/web_facts.h"
#include "layout/web/web_text.h"

namespace kehoach::layout {
namespace {

GivenLine::Kind kind_of(const WebLine& line, bool headline) {
  if (line.table >= 0) return GivenLine::Kind::kTableRow;
  if (line.role == PageRole::kTitle)
    return headline ? GivenLine::Kind::kHeadline : GivenLine::Kind::kText;
  if (line.kept) return GivenLine::Kind::kContent;
  return line.role == PageRole::kContent ? GivenLine::Kind::kText : GivenLine::Kind::kApart;
}

std::vector<Cell> cells_of(const WebLine& line, const ContentPlaces& places) {
  std::vector<Cell> cells;
  for (const WebLineCell& from : line.cells) {
    Cell& cell = cells.emplace_back();
    const auto span = places.of(from.span);
    if (!span.empty()) cell.pieces.push_back(span);
    cell.column = static_cast<int>(from.column);
    cell.rowspan = from.rowspan;
    cell.colspan = from.colspan;
    cell.header = from.header;
  }
  return cells;
}

// The outermost level of headings in the content: pages begin with <h2> or <h3>.
int outermost_heading(const WebText& text) {
  int level = 7;
  for (const WebLine& line : text.lines)
    if (line.role == PageRole::kContent && line.heading > 0) level = std::min(level, line.heading);
  return level;
}

// Short lines in bold head what follows; a page that is set in bold throughout has none.
void see_bold_lines(std::string_view content, const WebText& text, std::vector<GivenLine>& given,
                    const std::vector<std::size_t>& line_of) {
  constexpr std::ptrdiff_t kMostSpaces = 11;  // twelve words
  std::vector<std::size_t> bold;
  std::size_t lines = 0;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i].kind != GivenLine::Kind::kText) continue;
    ++lines;
    const auto words = content.substr(given[i].span.begin, given[i].span.size());
    const bool sentence = ends_sentence(words) && !words.ends_with(':');
    if (text.lines[line_of[i]].bold && !sentence && !given[i].mark && !opens_item(words) &&
        std::count(words.begin(), words.end(), ' ') <= kMostSpaces)
      bold.push_back(i);
  }
  if (bold.size() * 2 > lines) return;
  for (const auto i : bold) given[i].weight = Weight::kBold;
}

// Some pages set every line of a wrapped text as a paragraph: then many begin in mid-sentence.
void see_wrapped_lines(std::string_view content, std::vector<GivenLine>& given) {
  constexpr std::size_t kLeast = 3, kOneOf = 6;
  const auto is_text = [](const GivenLine& line) {
    return line.kind == GivenLine::Kind::kText && !line.mark && line.heading == 0;
  };
  const auto words = [&](const GivenLine& line) {
    return content.substr(line.span.begin, line.span.size());
  };
  std::size_t pairs = 0, broken = 0;
  for (std::size_t i = 1; i < given.size(); ++i) {
    if (!is_text(given[i - 1]) || !is_text(given[i])) continue;
    ++pairs;
    broken += goes_on(words(given[i - 1]), words(given[i]));
  }
  if (broken < kLeast || broken * kOneOf < pairs) return;
  for (GivenLine& line : given) line.wrapped = is_text(line);
}

std::vector<GivenLine> given_lines(const WebText& text, std::string_view content,
                                   const ContentPlaces& places) {
  std::vector<GivenLine> given;
  std::vector<std::size_t> line_of;  // text.lines
  const int outermost = outermost_heading(text);
  bool titled = false;
  for (const WebLine& line : text.lines) {
    GivenLine& out = given.emplace_back();
    out.kind = kind_of(line, !titled);
    out.span = places.of(line.span);
    titled = titled || out.kind == GivenLine::Kind::kHeadline;
    if (line.role == PageRole::kContent) {
      out.mark = line.mark;
      out.heading = line.heading > 0 ? line.heading - outermost + 1 : 0;
      out.table = line.table;
      out.cells = cells_of(line, places);
    }
    if (out.span.empty())
      given.pop_back();
    else
      line_of.push_back(static_cast<std::size_t>(&line - text.lines.data()));
  }
  see_bold_lines(content, text, given, line_of);
  see_wrapped_lines(content, given);
  return given;
}

struct Name {
  BlockKind kind = BlockKind::kNoise;
  std::string note;
};

Name name_of(const WebLine& line) {
  switch (line.role) {
    case PageRole::kPublished:
      return {BlockKind::kPublished, ""};
    case PageRole::kAttachment:
      return {BlockKind::kAttachment, ""};
    case PageRole::kByline:
      return {BlockKind::kNoise, "author"};
    case PageRole::kCaption:
      return {BlockKind::kNoise, "caption"};
    default:
      return {BlockKind::kNoise, line.note};
  }
}

// Neighbouring lines of one kind of noise are one block.
void add_apart(const WebText& text, const ContentPlaces& places, BlockList& blocks) {
  std::vector<BlockList::Apart> apart;
  bool neighbour = false;
  for (const WebLine& line : text.lines) {
    if (kind_of(line, true) != GivenLine::Kind::kApart) {
      neighbour = false;
      continue;
    }
    const auto span = places.of(line.span);
    if (span.empty()) continue;
    Name name = name_of(line);
    const bool same = neighbour && name.kind == BlockKind::kNoise &&
                      apart.back().kind == name.kind && apart.back().note == name.note;
    if (!same) apart.push_back({name.kind, std::move(name.note), {}});
    apart.back().pieces.push_back(span);
    neighbour = true;
  }
  blocks.add_apart(std::move(apart));
}

// Nothing of a shell is content: what scripts would have put there is not in the file.
void empty_out(WebText& text) {
  for (WebLine& line : text.lines) {
    if (line.role != PageRole::kContent && line.role != PageRole::kTitle) continue;
    line.role = PageRole::kNoise;
    line.note = "empty-shell";
    line.table = -1;
  }
}

// The list of a document's attributes that stands outside of what was found to be the content:
// lines of labels with their values, one number among them. A page that lists several documents has
// none.
bool take_in_properties(std::string_view source, std::vector<WebLine>& lines,
                        const match::Matcher& matcher) {
  constexpr std::size_t kLeast = 3;
  std::vector<std::size_t> found;
  std::set<std::string> names;
  std::size_t numbers = 0;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const WebLine& line = lines[k];
    const auto words = source.substr(line.span.begin, line.span.size());
    const auto labels = property_labels(words, matcher);
    bool tells = false;
    for (const auto& label : labels) {
      numbers += label.name == "number";
      if (label.name == "other" || label.name == "posted") continue;
      names.insert(label.name);
      tells = true;
    }
    if (!tells) continue;
    found.push_back(k);
    const bool alone = labels.back().end + 1 >= words.size();
    if (alone && k + 1 < lines.size()) found.push_back(k + 1);
  }
  if (numbers != 1 || names.size() < kLeast) return false;
  bool changed = false;
  for (const auto k : found) {
    if (lines[k].role == PageRole::kHidden || lines[k].table >= 0) continue;
    changed = true;
    lines[k].role = PageRole::kContent;
    lines[k].kept = true;
  }
  return changed;
}

base::Diagnostic shell_diagnostic() {
  return {"empty-shell", base::Severity::kWarning,
          "the page holds no text of its own: scripts fill it in a browser, or it reports an "
          "error; open it in a browser, wait until the text is there, save it from there and read "
          "that file",
          std::nullopt, std::nullopt};
}

// The reader has said so already.
bool is_cut(const read::Markup& markup) {
  return std::any_of(markup.diagnostics.begin(), markup.diagnostics.end(),
                     [](const auto& diagnostic) { return diagnostic.code == "page-cut"; });
}

base::Diagnostic cut_diagnostic(const base::Budget& budget) {
  return {"text-cut", base::Severity::kWarning,
          "the page's text is longer than " + std::to_string(budget.max_text_bytes >> 20U) +
              " MiB; the rest was not read: split the page to have it read",
          std::nullopt, std::nullopt};
}

// Reads the blocks; a page without a letterhead may list the attributes of its document beside what
// was found to be its content.
void find_blocks(Document& document, WebText& text, const match::Matcher& matcher,
                 const base::Budget& budget) {
  const ContentPlaces places(document.content, document.edits);
  std::optional<Stream> stream;
  const auto cut = [&] {
    stream.emplace(document.content, document.source, document.edits, matcher,
                   given_lines(text, document.content, places));
  };
  cut();
  if (find_letterhead(*stream) == stream->size() &&
      take_in_properties(document.source, text.lines, matcher))
    cut();
  BlockList blocks(*stream, budget);
  read_content_blocks(*stream, matcher, blocks);
  add_apart(text, places, blocks);
  if (blocks.cut()) document.diagnostics.push_back(blocks_cut(budget));
  blocks.add_page_numbers();
  document.blocks = blocks.take();
}

}  // namespace

Document layout_web(const read::Markup& markup, const match::Matcher& matcher,
                    const base::Budget& budget) {
  const NodeFonts fonts = old_fonts(markup);
  const auto decoded = decoded_markup(markup, fonts);
  const read::Markup& readable = decoded ? *decoded : markup;
  const MainContent main = find_main_content(readable, matcher);
  WebText text = write_web_text(markup, readable, fonts, main, matcher, budget);
  Document document;
  document.diagnostics = markup.diagnostics;
  if (main.empty_shell && !take_in_properties(text.utf8, text.lines, matcher)) {
    empty_out(text);
    document.diagnostics.push_back(shell_diagnostic());
  }
  if (text.cut && !is_cut(markup)) document.diagnostics.push_back(cut_diagnostic(budget));
  document.page_facts = read_page_facts(readable, main, matcher);
  document.encoding = markup.encoding;
  document.media_type = markup.media_type;
  document.text_origin = "markup";
  document.source = std::move(text.utf8);
  document.anchors = std::move(text.anchors);
  read_source_text(document, text.hints);
  find_blocks(document, text, matcher, budget);
  return document;
}

}  // namespace kehoach::layout

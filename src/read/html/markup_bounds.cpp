#include "read/html/markup_bounds.h"

#include <algorithm>

#include "base/utf8.h"
#include "read/html/markup_scanner.h"
#include "read/html/markup_writer.h"
#include "read/html/open_elements.h"
#include "read/html/saved_address.h"
#include "read/html/tag_traits.h"

namespace kehoach::read {
namespace {

using base::Severity;
using View = std::string_view;
constexpr std::size_t npos = View::npos;

constexpr std::size_t kMaxAttributes = 64;  // of one element: the parser compares all pairs
constexpr std::size_t kMaxStructuredData = 1u << 20;
constexpr std::size_t kMaxNoscript = 2u << 10;

struct Counts {
  std::size_t unclosed = 0;
  const char* limit = nullptr;  // that ended the page
};

bool is_structured_data(View html, const MarkupPiece& piece) {
  constexpr View kType = "application/ld+json";
  return std::any_of(piece.attributes.begin(), piece.attributes.end(), [&](const auto& span) {
    const View name = html.substr(span.name_begin, span.name_end - span.name_begin);
    return same_without_case(name, "type") &&
           same_without_case(html.substr(span.value_begin, kType.size()), kType);
  });
}

// Elements of the head: before any other starts, the body has not begun.
bool belongs_to_head(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_TITLE:
      return true;
    default:
      return false;
  }
}

class Bounding {
 public:
  Bounding(View html, const base::Budget& budget, Formatting formatting)
      : html_(html),
        budget_(budget),
        formatting_(formatting),
        scanner_(html, kMaxAttributes),
        open_(budget.max_depth),
        is_xhtml_(html.substr(0, 64).find("<?xml version") != npos),
        writer_(html, budget.max_elements, result_) {}

  BoundedMarkup run() {
    while (counts_.limit == nullptr) {
      const MarkupPiece& piece = scanner_.next();
      if (piece.kind == MarkupPiece::Kind::kEnd && !resume_behind_template()) break;
      take(piece);
    }
    writer_.finish(scanner_.position());
    report();
    return std::move(result_);
  }

 private:
  void take(const MarkupPiece& piece) {
    counts_.unclosed += piece.unclosed;
    switch (piece.kind) {
      case MarkupPiece::Kind::kText:
        if (templates_ == 0 && !in_drawing_) add_text(piece);
        break;
      case MarkupPiece::Kind::kStartTag:
        start(piece);
        break;
      case MarkupPiece::Kind::kEndTag:
        end(piece);
        break;
      case MarkupPiece::Kind::kComment:
        if (result_.saved_from.empty()) result_.saved_from = saved_address(text_of(piece));
        break;
      case MarkupPiece::Kind::kDoctype:
        if (result_.html.empty() && piece.end - piece.begin < 1024)
          writer_.copy(piece.begin, piece.end);
        break;
      case MarkupPiece::Kind::kEnd:
        break;
    }
  }

  View text_of(const MarkupPiece& piece) const {
    return html_.substr(piece.begin, piece.end - piece.begin);
  }

  // A template whose end tag was forgotten holds the rest of the page: it is read after all.
  bool resume_behind_template() {
    if (templates_ == 0) return false;
    scanner_.move_to(template_content_);
    templates_ = 0;
    templates_count_ = false;
    ++counts_.unclosed;
    return true;
  }

  void add_text(const MarkupPiece& piece) {
    const std::size_t end = piece.begin + within_limit(text_of(piece));
    const View text = html_.substr(piece.begin, end - piece.begin);
    text_bytes_ += text.size();
    ++result_.texts;
    flow_started_ |= text.find_first_not_of(" \t\r\n\f") != npos;
    if (text == "<") return writer_.insert("&lt;");  // what follows may be left out
    writer_.copy(piece.begin, end);
  }

  // How much of the text may still be read; ends the page if that is not all.
  std::size_t within_limit(View text) {
    std::size_t size = budget_.max_text_bytes - text_bytes_;
    if (text.size() <= size) return text.size();
    counts_.limit = "text";
    while (size > 0 && base::is_continuation(text[size])) --size;
    scanner_.move_to(scanner_.position() - (text.size() - size));
    return size;
  }

  void count(std::size_t elements) {
    result_.elements += elements;
    if (result_.elements > budget_.max_elements) counts_.limit = "elements";
  }

  void start(const MarkupPiece& piece) {
    const GumboTag tag =
        gumbo_tagn_enum(piece.name.data(), static_cast<unsigned>(piece.name.size()));
    if (templates_ > 0 || in_drawing_) {
      if (tag == GUMBO_TAG_SCRIPT) return skip_content(piece, "script");
      if (tag == GUMBO_TAG_STYLE) return skip_content(piece, "style");
    }
    if (templates_ > 0) {
      templates_ += tag == GUMBO_TAG_TEMPLATE;
      return;
    }
    if (in_drawing_ && !traits(tag).breaks_line) return;
    in_drawing_ = false;
    if (formatting_ == Formatting::kLeftOut && traits(tag).formatting && tag != GUMBO_TAG_A) return;
    start_known(tag, piece);
  }

  void start_known(GumboTag tag, const MarkupPiece& piece) {
    switch (tag) {
      case GUMBO_TAG_TEMPLATE:
        if (templates_count_) templates_ = 1;
        template_content_ = piece.end;
        return;
      case GUMBO_TAG_SCRIPT:
        return script(piece);
      case GUMBO_TAG_STYLE:
        return skip_content(piece, "style");
      case GUMBO_TAG_NOEMBED:
        return skip_content(piece, "noembed");
      case GUMBO_TAG_NOFRAMES:
        return skip_content(piece, "noframes");
      case GUMBO_TAG_NOSCRIPT:
        return noscript(piece);
      case GUMBO_TAG_IFRAME:
        return frame(piece);
      case GUMBO_TAG_TITLE:
        return raw_text(tag, piece, "title");
      case GUMBO_TAG_TEXTAREA:
        return raw_text(tag, piece, "textarea");
      case GUMBO_TAG_SVG:
        in_drawing_ = !piece.closes_itself;
        return;
      case GUMBO_TAG_HTML:
        return once(has_html_, piece);
      case GUMBO_TAG_HEAD:
        return once(has_head_, piece);
      case GUMBO_TAG_BODY:
        flow_started_ = true;
        return once(has_body_, piece);
      case GUMBO_TAG_MATH:
      case GUMBO_TAG_PLAINTEXT:
      case GUMBO_TAG_XMP:
      case GUMBO_TAG_FRAMESET:
      case GUMBO_TAG_FRAME:
      case GUMBO_TAG_ISINDEX:
        return;
      default:
        return element(tag, piece);
    }
  }

  // A second <body> adds its attributes to the first: of a million the parser would compare all.
  void once(bool& seen, const MarkupPiece& piece) {
    if (!seen) writer_.add_tag(piece);
    seen = true;
  }

  void element(GumboTag tag, const MarkupPiece& piece) {
    flow_started_ |= !belongs_to_head(tag);
    if (!open(tag, piece.name)) {
      if (tag == GUMBO_TAG_TR) writer_.insert("<br>");  // a row without a table: a line at least
      if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) writer_.insert(" ");
      return;
    }
    writer_.add_tag(piece);
    if (is_xhtml_ && piece.closes_itself && !traits(tag).empty) close(tag, piece.name);
  }

  bool open(GumboTag tag, View name) {
    closing_.clear();
    const OpenElements::Verdict verdict = open_.start(tag, name, closing_);
    add_closing();
    if (verdict.kept) count(1 + verdict.implied);
    return verdict.kept;
  }

  void close(GumboTag tag, View name) {
    const std::string end_tag = "</" + std::string(name) + ">";
    close(tag, name, [&] { writer_.insert(end_tag); });
  }

  // Most end tags are copied as they are: an inserted one costs an entry in the map of positions.
  void close(GumboTag tag, const MarkupPiece& piece) {
    const bool plain = piece.end - piece.begin == piece.name.size() + 3;
    close(tag, piece.name, [&] {
      if (plain) {
        writer_.copy(piece.begin, piece.end);
      } else {
        writer_.add_end_tag(piece.name);
      }
    });
  }

  template <class Add>
  void close(GumboTag tag, View name, Add add) {
    closing_.clear();
    const OpenElements::Verdict verdict = open_.end(tag, name, closing_);
    add_closing();
    if (!verdict.kept) return;
    count(verdict.implied);
    for (unsigned i = 0; i < verdict.repeat; ++i) add();
  }

  void add_closing() {
    for (const std::string& name : closing_) writer_.add_end_tag(name);
  }

  void end(const MarkupPiece& piece) {
    const GumboTag tag =
        gumbo_tagn_enum(piece.name.data(), static_cast<unsigned>(piece.name.size()));
    if (templates_ > 0) {
      templates_ -= tag == GUMBO_TAG_TEMPLATE;
      return;
    }
    if (in_drawing_ && tag != GUMBO_TAG_SVG && !traits(tag).breaks_line) return;
    in_drawing_ = false;
    if (formatting_ == Formatting::kLeftOut && traits(tag).formatting && tag != GUMBO_TAG_A) return;
    switch (tag) {
      case GUMBO_TAG_HTML:
      case GUMBO_TAG_BODY:  // what follows belongs to it all the same
      case GUMBO_TAG_SVG:
      case GUMBO_TAG_MATH:
        return;
      case GUMBO_TAG_HEAD:
        if (!flow_started_) writer_.add_end_tag("head");
        return;
      default:
        return close(tag, piece);
    }
  }

  // From the end of the start tag to the end tag, which comes next; to the end of the page if there
  // is none.
  std::size_t content_end(const MarkupPiece& piece, View name) {
    if (is_xhtml_ && piece.closes_itself) return piece.end;
    const std::size_t end = scanner_.find_end_tag(name);
    if (end != npos) return end;
    ++counts_.unclosed;
    return html_.size();
  }

  void skip_content(const MarkupPiece& piece, View name) {
    scanner_.move_to(content_end(piece, name));
  }

  void script(const MarkupPiece& piece) {
    const bool kept = is_structured_data(html_, piece);
    const std::size_t begin = piece.end, end = content_end(piece, "script");
    scanner_.move_to(end);
    if (!kept || end - begin > kMaxStructuredData || !open(GUMBO_TAG_SCRIPT, "script")) return;
    writer_.insert("<script type=\"application/ld+json\">");
    writer_.copy_without(begin, end, "<!--");  // it would change what ends the script
    close(GUMBO_TAG_SCRIPT, "script");
  }

  // Its text says that a page needs scripts; browsers do not show it.
  void noscript(const MarkupPiece& piece) {
    std::size_t begin = piece.end;
    const std::size_t end = scanner_.find_end_tag("noscript");
    if (end == npos) return;
    scanner_.move_to(end);
    if (!flow_started_ || !open(GUMBO_TAG_NOSCRIPT, "noscript")) return;
    writer_.insert("<noscript>");
    const View content = html_.substr(0, std::min(end, begin + kMaxNoscript));
    while (begin < content.size()) {
      const std::size_t tag = std::min(content.find('<', begin), content.size());
      writer_.copy(begin, tag);
      begin = std::min(content.find('>', tag), content.size() - 1) + 1;
    }
    close(GUMBO_TAG_NOSCRIPT, "noscript");
  }

  void frame(const MarkupPiece& piece) {
    flow_started_ = true;
    if (open(GUMBO_TAG_IFRAME, "iframe")) {
      writer_.add_tag(piece);
      close(GUMBO_TAG_IFRAME, "iframe");
    }
    const std::size_t end = scanner_.find_end_tag("iframe");
    if (end != npos) scanner_.move_to(end);
  }

  // Text only, whatever it looks like. If the end tag is missing, the next tag ends it.
  void raw_text(GumboTag tag, const MarkupPiece& piece, View name) {
    std::size_t begin = piece.end, end = scanner_.find_end_tag(name);
    if (end == npos) {
      ++counts_.unclosed;
      end = std::min(html_.find('<', begin), html_.size());
    }
    if (is_xhtml_ && piece.closes_itself) end = begin;
    flow_started_ |= !belongs_to_head(tag);
    if (open(tag, name)) {
      writer_.add_tag(piece);
      for (std::size_t angle = begin; begin < end; begin = angle + 1) {
        angle = std::min(html_.substr(0, end).find('<', begin), end);
        writer_.copy(begin, angle);
        if (angle < end) writer_.insert("&lt;");
      }
      close(tag, name);
    }
    scanner_.move_to(end);
  }

  void warn(const char* code, Severity severity, std::string message) {
    result_.diagnostics.push_back({code, severity, std::move(message), std::nullopt, std::nullopt});
  }

  void report() {
    if (open_.flattened() > 0) {
      warn("too-deep", Severity::kWarning,
           "Elements stand more than " + std::to_string(budget_.max_depth) + " deep; " +
               std::to_string(open_.flattened()) +
               " of them were ended early, so that tables and lists in them may be torn. All text "
               "was read");
    }
    if (writer_.attributes_left_out() > 0) {
      warn("attributes-cut", Severity::kInfo,
           std::to_string(writer_.attributes_left_out()) +
               " attributes were left out, because of the limits on attributes of an element (" +
               std::to_string(kMaxAttributes) + ") and of a page (" +
               std::to_string(budget_.max_elements) + ")");
    }
    if (counts_.unclosed > 0) {
      warn("unclosed-markup", Severity::kInfo,
           std::to_string(counts_.unclosed) +
               " tags, comments or scripts have no end; it was guessed. The page may be cut off");
    }
    if (counts_.limit != nullptr) {
      warn("page-cut", Severity::kWarning,
           "Only the first " + std::to_string(scanner_.position()) + " of " +
               std::to_string(html_.size()) +
               " bytes of the page were read, because of the limit on " + counts_.limit +
               ". Split the page to have the rest read");
    }
  }

  View html_;
  const base::Budget& budget_;
  Formatting formatting_;
  MarkupScanner scanner_;
  OpenElements open_;
  bool is_xhtml_;
  BoundedMarkup result_;
  MarkupWriter writer_;
  Counts counts_;
  std::vector<std::string> closing_;
  std::size_t text_bytes_ = 0;
  std::size_t templates_ = 0;  // open ones
  bool templates_count_ = true;
  std::size_t template_content_ = 0;
  bool in_drawing_ = false;
  bool flow_started_ = false;
  bool has_html_ = false, has_head_ = false, has_body_ = false;
};

}  // namespace

std::size_t BoundedMarkup::source_position(std::size_t position) const {
  const auto next =
      std::upper_bound(runs.begin(), runs.end(), position,
                       [](std::size_t value, const Run& run) { return value < run.bounded; });
  if (next == runs.begin()) return position;  // there are no runs: nothing was bounded
  const Run& run = *(next - 1);
  const std::size_t source = run.source + (position - run.bounded);
  return next == runs.end() ? source : std::min(source, next->source);
}

BoundedMarkup bound_markup(View html, const base::Budget& budget, Formatting formatting) {
  return Bounding(html, budget, formatting).run();
}

}  // namespace kehoach::read

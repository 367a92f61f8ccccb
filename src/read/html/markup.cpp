#include "read/html/markup.h"

#include "base/error.h"
#include "read/charset/charset.h"
#include "read/charset/declared_charset.h"
#include "read/charset/page_charset.h"
#include "read/html/markup_bounds.h"
#include "read/html/markup_tree.h"
#include "read/html/mhtml.h"

namespace kehoach::read {
namespace {

using base::Severity;

void check_size(const base::Source& source, const base::Budget& budget) {
  if (source.bytes.size() <= budget.max_bytes) return;
  throw base::Error("too-large", source.path + ": " + std::to_string(source.bytes.size()) +
                                     " bytes are more than the limit of " +
                                     std::to_string(budget.max_bytes) + ". Split the file");
}

// Zero bytes are no characters; inside a tag they would hide it.
void remove_zero_bytes(Markup& markup) {
  const std::size_t removed = std::erase(markup.html, '\0');
  if (removed == 0) return;
  markup.diagnostics.push_back(
      {"zero-bytes", Severity::kInfo,
       std::to_string(removed) + " zero bytes were left out. The page may be damaged", std::nullopt,
       std::nullopt});
}

// `declared`: the charset in a header, which goes before what the page says itself.
void decode(Markup& markup, const base::Source& source, std::string_view bytes,
            std::string declared) {
  if (declared.empty()) declared = declared_charset(bytes);
  DecodedText decoded = decode_page(bytes, declared, markup.diagnostics);
  report_invalid(decoded, markup.diagnostics);
  markup.encoding = decoded.encoding;
  markup.html = std::move(decoded.utf8);
  remove_zero_bytes(markup);
  if (looks_binary(markup.html, decoded.invalid)) {
    throw base::Error("binary", source.path +
                                    ": this is no web page (mostly control characters). "
                                    "Save the page again");
  }
}

// What the tree of such a page may take: pages of portals take a quarter of this.
std::size_t memory_for(const BoundedMarkup& page) {
  return (16u << 20) + 8 * page.html.size() + 2048 * page.elements + 512 * page.attributes;
}

bool parse(Markup& markup, const base::Budget& budget, Formatting formatting) {
  BoundedMarkup page = bound_markup(markup.html, budget, formatting);
  auto nodes = parse_markup(page, budget.max_depth, memory_for(page));
  if (!nodes) return false;
  markup.nodes = std::move(*nodes);
  markup.url = std::move(page.saved_from);
  for (auto& diagnostic : page.diagnostics) markup.diagnostics.push_back(std::move(diagnostic));
  return true;
}

// Formatting elements that are never closed are opened again in each paragraph that follows: a
// page with many of them is read without.
void parse(Markup& markup, const base::Source& source, const base::Budget& budget) {
  if (parse(markup, budget, Formatting::kKept)) return;
  markup.diagnostics.push_back({"formatting-left-out", Severity::kInfo,
                                "So many tags like <b> and <font> have no end that they were left "
                                "out. All text was read",
                                std::nullopt, std::nullopt});
  if (parse(markup, budget, Formatting::kLeftOut)) return;
  throw base::Error("too-large", source.path +
                                     ": the elements of this page take more memory than a page of "
                                     "its size may. Save the page again with a browser");
}

}  // namespace

Markup read_html(const base::Source& source, const base::Budget& budget) {
  check_size(source, budget);
  Markup markup;
  if (is_mhtml(source.bytes)) {
    MhtmlPage page = read_mhtml(source.bytes, source.path);
    markup.media_type = std::move(page.media_type);
    decode(markup, source, page.bytes, page.charset);
    parse(markup, source, budget);
    if (!page.url.empty()) markup.url = std::move(page.url);
  } else {
    markup.media_type = "text/html";
    decode(markup, source, source.bytes, "");
    parse(markup, source, budget);
  }
  return markup;
}

}  // namespace kehoach::read

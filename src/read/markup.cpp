#include "read/markup.h"

#include "base/error.h"
#include "read/markup_tree.h"
#include "read/unicode_decoding.h"

namespace kehoach::read {
namespace {

using base::Severity;

void check_size(const base::Source& source, const base::Budget& budget) {
  if (source.bytes.size() <= budget.max_bytes) return;
  throw base::Error("too-large", source.path + ": " + std::to_string(source.bytes.size()) +
                                     " bytes are more than the limit of " +
                                     std::to_string(budget.max_bytes) + ". Split the file");
}

void decode(Markup& markup, std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  Decoded decoded = decode_utf8(bytes);
  markup.html = std::move(decoded.utf8);
  markup.encoding = "UTF-8";
  if (decoded.invalid == 0) return;
  markup.diagnostics.push_back({"invalid-utf8", Severity::kWarning,
                                std::to_string(decoded.invalid) +
                                    " invalid UTF-8 sequences were replaced by U+FFFD. The page "
                                    "may be damaged or in another encoding",
                                std::nullopt, std::nullopt});
}

}  // namespace

Markup read_html(const base::Source& source, const base::Budget& budget) {
  check_size(source, budget);
  Markup markup;
  markup.media_type = "text/html";
  decode(markup, source.bytes);
  markup.nodes = parse_markup(markup.html, budget.max_depth);
  return markup;
}

}  // namespace kehoach::read

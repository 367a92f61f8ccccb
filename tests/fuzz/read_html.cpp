// Feeds read_html() with bytes of libFuzzer's making, under small limits so that these are met:
//   CXX=clang++ cmake -B build/fuzz -DKEHOACH_FUZZ=ON && cmake --build build/fuzz -t fuzz_read_html
//   build/fuzz/tests/fuzz_read_html NEW_DIRECTORY tests/fuzz/seeds/read_html
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/error.h"
#include "read/html/markup.h"

namespace {

using kehoach::read::Markup;
using kehoach::read::MarkupNode;

constexpr std::size_t kMaxDepth = 24;

// What read/html/markup.h promises of any page.
bool keeps_its_word(const Markup& markup) {
  for (std::size_t i = 0; i < markup.nodes.size(); ++i) {
    const MarkupNode& node = markup.nodes[i];
    const MarkupNode& parent = markup.nodes[node.parent];
    if (node.end <= i || node.end > markup.nodes.size()) return false;
    if (i > 0 && (node.parent >= i || parent.end < node.end)) return false;
    if (i > 0 && node.depth != parent.depth + 1) return false;
    if (static_cast<std::size_t>(node.depth) > kMaxDepth) return false;
    if (node.source_begin > markup.html.size()) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kehoach::base::Budget budget;
  budget.max_depth = kMaxDepth;
  budget.max_elements = 2'000;
  budget.max_text_bytes = 20'000;
  try {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (!keeps_its_word(kehoach::read::read_html({"page.html", bytes}, budget))) std::abort();
  } catch (const kehoach::base::Error&) {  // "binary", "broken" …: an answer as well
  }
  return 0;
}

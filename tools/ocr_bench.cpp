// Prints the text of PDFs as kehoach reads them, one JSON object a file and line:
//   {"file": "NAME", "pages": 2, "seconds": 2.4, "text": "…"}
// `seconds`: of the processor, all of the reading.
//
// Use: ocr_bench always|never FILE.pdf …
// Called by tools/bench ocr, whose scorer reads it. `always` reads every page off its image, one at
// a time.
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "base/budget.h"
#include "base/error.h"
#include "base/source.h"
#include "layout/pdf/pdf_layout.h"
#include "match/matcher.h"
#include "read/pdf/pdf.h"
#include "rules/rule_set.h"

namespace {

using namespace kehoach;
using nlohmann::json;

// The words in the order of reading, noise too: a recogniser reads it as well.
std::string text_of(const layout::Document& document) {
  std::string text;
  for (const auto& block : document.blocks) {
    for (const auto& piece : block.pieces)
      text += document.content.substr(piece.begin, piece.size()) + " ";
    text += "\n";
  }
  return text;
}

json read_file(const std::string& path, base::Ocr ocr, const match::Matcher& matcher) {
  std::ifstream file(path, std::ios::binary);
  base::Source source;
  source.path = path;
  source.bytes.assign(std::istreambuf_iterator<char>(file), {});
  base::Budget budget;
  budget.ocr.pages = ocr;
  const std::clock_t start = std::clock();
  const auto document = layout::layout_pdf(read::read_pdf(source, budget), matcher, budget);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  return {{"file", std::filesystem::path(path).stem().string()},
          {"pages", document.pages.value_or(0)},
          {"seconds", seconds},
          {"text", text_of(document)}};
}

}  // namespace

int main(int argc, char** argv) {
  const std::string when = argc > 1 ? argv[1] : "";
  if (when != "always" && when != "never") {
    std::fprintf(stderr, "Use: ocr_bench always|never FILE.pdf …\n");
    return 3;
  }
  const match::Matcher matcher{rules::load()};
  for (int i = 2; i < argc; ++i) {
    try {
      const auto ocr = when == "always" ? base::Ocr::kAlways : base::Ocr::kNever;
      std::cout
          << read_file(argv[i], ocr, matcher).dump(-1, ' ', false, json::error_handler_t::replace)
          << std::endl;
    } catch (const base::Error& error) {
      std::fprintf(stderr, "ocr_bench: %s: %s\n", argv[i], error.what());
      return 2;
    }
  }
  return 0;
}

// Prints the tables that stand on the pages of PDFs, one JSON object a file and line:
//   {"file": "NAME", "pages": 3, "seconds": 0.1, "tables": [{"page": 1, "cells":
//    [{"row": 0, "column": 0, "rowspan": 1, "colspan": 1, "text": "…"}]}]}
//
// Use: tables_bench FILE.pdf …
// Called by tools/bench tables, whose scorer reads it. Tables are given page by page, before those
// that go on are joined, as the benchmark's truth has them.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "base/budget.h"
#include "base/error.h"
#include "base/source.h"
#include "layout/pdf/glyph_decoding.h"
#include "layout/pdf/page_text.h"
#include "layout/tables/page_table.h"
#include "read/pdf/pdf.h"

namespace {

using namespace kehoach;
using nlohmann::json;

json table_json(const layout::PageTable& table, int page) {
  json cells = json::array();
  for (const auto& cell : table.cells) {
    std::string text;
    for (const auto& line : cell.lines) text += (text.empty() ? "" : " ") + row_text(line);
    cells.push_back({{"row", cell.row},
                     {"column", cell.column},
                     {"rowspan", cell.rowspan},
                     {"colspan", cell.colspan},
                     {"text", text}});
  }
  return {{"page", page}, {"cells", std::move(cells)}};
}

json tables_of(const read::Pdf& pdf) {
  json tables = json::array();
  layout::GlyphDecoder decoder(pdf.pages);
  for (const auto& page : pdf.pages) {
    auto texts = decoder.decode(page);
    texts.resize(page.runs.size());
    auto text = layout::read_page_text(page, texts);
    auto ruled = layout::find_ruled_tables(std::move(text.rows), text.rules);
    const auto open = layout::find_open_tables(std::move(ruled.rows), text.rules);
    for (const auto& table : ruled.tables) tables.push_back(table_json(table, page.number));
    for (const auto& table : open.tables) tables.push_back(table_json(table, page.number));
  }
  return tables;
}

json read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  base::Source source;
  source.path = path;
  source.bytes.assign(std::istreambuf_iterator<char>(file), {});
  const auto start = std::chrono::steady_clock::now();
  const auto pdf = read::read_pdf(source, {});
  const std::chrono::duration<double> reading = std::chrono::steady_clock::now() - start;
  json result{{"file", std::filesystem::path(path).stem().string()}, {"pages", pdf.page_count}};
  result["tables"] = tables_of(pdf);
  const std::chrono::duration<double> all = std::chrono::steady_clock::now() - start;
  result["read_seconds"] = reading.count();
  result["table_seconds"] = all.count() - reading.count();
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    try {
      std::cout << read_file(argv[i]).dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
    } catch (const base::Error& error) {
      std::fprintf(stderr, "tables_bench: %s: %s\n", argv[i], error.what());
      return 2;
    }
  }
  return 0;
}

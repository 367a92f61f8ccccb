// Measures how well the main text of web pages is found, by the metric of
// article-extraction-benchmark: 4-shingles of words, precision and recall averaged over the pages.
//
// Use: content_bench TRUTH.json HTML_DIR [NAME=PREDICTION.json …] [--pages] [--dump DIR]
//   TRUTH.json       {id: {"articleBody": "…"}}, HTML_DIR/ID.html the pages
//   NAME=FILE        another program's answers in the form of TRUTH.json, scored beside ours
//   --pages          a line for each page, the worst first
//   --dump DIR       writes the lines of each page, with role and place, to DIR/ID.txt
// Called by tools/bench content, which unpacks the pages.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/utf8.h"
#include "language/letters.h"
#include "layout/document.h"
#include "layout/web/main_content.h"
#include "layout/web/markup_text.h"
#include "layout/web/web_layout.h"
#include "read/html/markup.h"
#include "rules/rule_set.h"

namespace {

using namespace kehoach;
using Texts = std::map<std::string, std::string>;
using Words = std::vector<std::string>;

// Python's \w+: runs of letters, digits and underscores.
Words words_of(const std::string& text) {
  Words words;
  std::string word;
  const auto close = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto begin = i;
    const char32_t code_point = base::next_code_point(text, i);
    if (code_point == '_' || language::is_letter(code_point) || language::is_digit(code_point)) {
      word.append(text, begin, i - begin);
    } else {
      close();
    }
  }
  close();
  return words;
}

std::map<Words, int> shingles(const Words& words) {
  std::map<Words, int> result;
  const std::size_t n = 4;
  const std::size_t count = words.size() >= n ? words.size() - n + 1 : 1;
  for (std::size_t i = 0; i < count; ++i) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
    ++result[Words(begin, begin + static_cast<std::ptrdiff_t>(std::min(n, words.size() - i)))];
  }
  return result;
}

struct Score {
  double precision = 0, recall = 0, accuracy = 0;
  double f1() const {
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
  }
};

Score score_page(const std::string& truth, const std::string& found) {
  const auto truth_words = words_of(truth), found_words = words_of(found);
  const auto a = shingles(truth_words);
  auto b = shingles(found_words);
  double both = 0, missing = 0, extra = 0;
  for (const auto& [shingle, count] : a) {
    const auto at = b.find(shingle);
    const int here = at == b.end() ? 0 : at->second;
    both += std::min(count, here);
    missing += std::max(0, count - here);
    extra += std::max(0, here - count);
    if (at != b.end()) b.erase(at);
  }
  for (const auto& [shingle, count] : b) extra += count;
  Score score;
  const bool equal = extra == 0 && missing == 0;
  score.precision = equal || both + extra == 0 ? 1 : both / (both + extra);
  score.recall = equal || both + missing == 0 ? 1 : both / (both + missing);
  score.accuracy = truth_words == found_words ? 1 : 0;
  return score;
}

Score mean(const std::map<std::string, Score>& pages) {
  Score sum;
  for (const auto& [id, page] : pages) {
    sum.precision += page.precision;
    sum.recall += page.recall;
    sum.accuracy += page.accuracy;
  }
  const auto n = std::max<double>(1, static_cast<double>(pages.size()));
  return {sum.precision / n, sum.recall / n, sum.accuracy / n};
}

Texts read_texts(const std::string& path) {
  std::ifstream file(path);
  Texts texts;
  const auto json = nlohmann::json::parse(file);
  for (const auto& [id, entry] : json.items()) texts[id] = entry.value("articleBody", "");
  return texts;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Run {
  Texts blocks, content, visible, dump;
  double read_seconds = 0, find_seconds = 0, layout_seconds = 0, megabytes = 0;
};

std::string role_name(layout::PageRole role) {
  static const char* const kNames[] = {"content", "title",      "published", "byline",
                                       "caption", "attachment", "noise",     "hidden"};
  return kNames[static_cast<std::size_t>(role)];
}

// "table > tr > td.content", the innermost five.
std::string path_of(const read::Markup& markup, std::size_t i) {
  std::string path;
  for (int steps = 0; steps < 5 && i > 0; ++steps, i = markup.nodes[i].parent) {
    const auto& node = markup.nodes[i];
    std::string name = node.tag;
    for (const char* key : {"class", "id"})
      if (const auto value = read::attribute(node, key); !value.empty())
        name += (key[0] == 'c' ? "." : "#") + std::string(value);
    path = path.empty() ? name : name + " > " + path;
  }
  return path;
}

double since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// What the normalized text of the document holds, without the headline.
std::string body_of(const layout::Document& document) {
  std::string body;
  for (const auto& block : document.blocks) {
    if (layout::is_noise(block.kind) || block.kind == layout::BlockKind::kHeadline) continue;
    for (const auto piece : block.pieces)
      body += document.content.substr(piece.begin, piece.end - piece.begin) + " ";
    body += "\n";
  }
  return body;
}

void run_page(const std::string& id, const std::filesystem::path& path,
              const match::Matcher& matcher, Run& run) {
  const base::Source source{path.filename().string(), bytes_of(path)};
  run.megabytes += static_cast<double>(source.bytes.size()) / 1e6;
  const auto begin = std::chrono::steady_clock::now();
  const auto markup = read::read_html(source, {});
  run.read_seconds += since(begin);
  const auto parsed = std::chrono::steady_clock::now();
  run.blocks[id] = body_of(layout::layout_web(markup, matcher, {}));
  run.layout_seconds += since(parsed);
  const auto laid_out = std::chrono::steady_clock::now();
  const auto found = layout::find_main_content(markup, matcher);
  run.find_seconds += since(laid_out);
  const auto text = layout::read_markup_text(markup);
  auto& content = run.content[id];
  auto& visible = run.visible[id];
  for (const auto& line : text.lines) {
    const auto words = text.text_of(markup, line) + "\n";
    visible += words;
    const auto node = text.texts[line.begin];
    run.dump[id] += role_name(found.roles[node]) + (" " + found.notes[node]) + "\t" +
                    words.substr(0, words.size() - 1) + "\t" + path_of(markup, line.element) + "\n";
    if (found.roles[node] == layout::PageRole::kContent) content += words;
  }
}

void print(const std::string& name, const Score& score) {
  std::printf("%-24s %9.3f %9.3f %9.3f %9.3f\n", name.c_str(), score.f1(), score.precision,
              score.recall, score.accuracy);
}

std::map<std::string, Score> score_all(const Texts& truth, const Texts& found) {
  std::map<std::string, Score> pages;
  for (const auto& [id, text] : truth) {
    const auto at = found.find(id);
    pages[id] = score_page(text, at == found.end() ? "" : at->second);
  }
  return pages;
}

void print_pages(const std::map<std::string, Score>& pages,
                 const std::map<std::string, Score>& content) {
  std::vector<std::pair<double, std::string>> order;
  for (const auto& [id, page] : content) order.emplace_back(page.f1(), id);
  std::sort(order.begin(), order.end());
  for (const auto& [f1, id] : order) {
    print(id.substr(0, 24), pages.at(id));
    print("  of which main content", content.at(id));
  }
}

int run(const std::vector<std::string>& arguments) {
  std::vector<std::string> plain;
  std::string dump;
  bool list = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--pages") {
      list = true;
    } else if (arguments[i] == "--dump" && i + 1 < arguments.size()) {
      dump = arguments[++i];
    } else {
      plain.push_back(arguments[i]);
    }
  }
  if (plain.size() < 2) {
    std::fputs("content_bench TRUTH.json HTML_DIR [NAME=FILE …] [--pages] [--dump DIR]\n", stderr);
    return 3;
  }
  const Texts truth = read_texts(plain[0]);
  const match::Matcher matcher{rules::load()};
  Run ours;
  for (const auto& [id, text] : truth) {
    const auto path = std::filesystem::path(plain[1]) / (id + ".html");
    try {
      run_page(id, path, matcher, ours);
    } catch (const base::Error& error) {
      std::fprintf(stderr, "content_bench: %s: %s\n", path.c_str(), error.what());
    }
    if (!dump.empty()) std::ofstream(std::filesystem::path(dump) / (id + ".txt")) << ours.dump[id];
  }
  const auto pages = score_all(truth, ours.blocks);
  const auto content = score_all(truth, ours.content);
  if (list) print_pages(pages, content);
  std::printf("%zu pages, %.1f MB\n", truth.size(), ours.megabytes);
  std::printf("%-24s %9s %9s %9s %9s\n", "", "F1", "precision", "recall", "accuracy");
  print("kehoach", mean(pages));
  print("  of which main content", mean(content));
  print("all visible text", mean(score_all(truth, ours.visible)));
  for (std::size_t i = 2; i < plain.size(); ++i) {
    const auto sign = plain[i].find('=');
    if (sign == std::string::npos) continue;
    print(plain[i].substr(0, sign), mean(score_all(truth, read_texts(plain[i].substr(sign + 1)))));
  }
  std::printf(
      "time: %.1f ms a MB for reading, %.1f ms for layout, of that %.1f ms for main content\n",
      1e3 * ours.read_seconds / ours.megabytes, 1e3 * ours.layout_seconds / ours.megabytes,
      1e3 * ours.find_seconds / ours.megabytes);
  return 0;
}

}  // namespace

int main(int argc, char** argv) { return run({argv + 1, argv + argc}); }

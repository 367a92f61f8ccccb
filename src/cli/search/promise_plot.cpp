#include "cli/search/promise_plot.h"

#include <algorithm>
#include <map>
#include <set>

#include "output/display_width.h"
#include "output/escaped_markup.h"
#include "output/figure_words.h"

namespace kehoach::cli {
namespace {

using store::Outcome;
using store::Promise;

constexpr std::size_t kMostRows = 40, kMostPanels = 40;
constexpr std::size_t kNameColumns = 26;  // that fit into kLeft
constexpr int kLeft = 190, kRowHeight = 22, kYearWidth = 90, kHead = 46, kGap = 18, kMark = 6;

std::string element(const std::string& name, const std::vector<std::pair<const char*, int>>& at,
                    const std::string& more, const std::string& inner) {
  std::string out = "<" + name;
  for (const auto& [key, value] : at)
    out += std::string(" ") + key + "=\"" + std::to_string(value) + "\"";
  return out + (more.empty() ? "" : " " + more) + ">" + inner + "</" + name + ">\n";
}

std::string text(int x, int y, const std::string& what, const std::string& style) {
  return element("text", {{"x", x}, {"y", y}}, "class=\"" + style + "\"",
                 output::escaped_markup(what));
}

// Filled, crossed or open: not by colour alone.
std::string mark(int x, int y, Outcome outcome) {
  const std::string circle = element("circle", {{"cx", x}, {"cy", y}, {"r", kMark}},
                                     std::string("class=\"") + outcome_word(outcome) + "\"", "");
  if (outcome != Outcome::kMissed) return circle;
  const auto line = [&](int direction) {
    return element("line",
                   {{"x1", x - kMark},
                    {"y1", y - direction * kMark},
                    {"x2", x + kMark},
                    {"y2", y + direction * kMark}},
                   "class=\"cross\"", "");
  };
  return circle + line(1) + line(-1);
}

std::string words(const Promise& promise) {
  const plan::Figure& target = promise.target.figure;
  std::string out = promise.place + ", " + promise.plan.number + ": " +
                    output::figure_words(target) + ". " + outcome_word(promise.outcome) + ": " +
                    promise.why;
  if (promise.report) out += " (" + promise.report->number + ", " + promise.report->date + ")";
  return out;
}

using Row = std::map<int, std::vector<const Promise*>>;  // by year

struct Panel {
  std::map<std::string, Row> rows;  // by place
};

std::map<std::string, Panel> panels(const std::vector<Promise>& promises) {
  std::map<std::string, Panel> out;
  for (const Promise& promise : promises) {
    const plan::Figure& target = promise.target.figure;
    if (!target.year || output::indicator_words(target).empty()) continue;
    out[output::indicator_words(target)].rows[promise.place][*target.year].push_back(&promise);
  }
  return out;
}

std::size_t size_of(const Panel& panel) {
  std::size_t size = 0;
  for (const auto& [place, row] : panel.rows)
    for (const auto& [year, targets] : row) size += targets.size();
  return size;
}

// A drawing of a thousand indicators is none: those with the most targets stay. Returns how many
// went.
std::size_t keep_largest(std::map<std::string, Panel>& panels) {
  if (panels.size() <= kMostPanels) return 0;
  std::vector<std::pair<std::size_t, std::string>> sizes;
  for (const auto& [indicator, panel] : panels) sizes.emplace_back(size_of(panel), indicator);
  std::stable_sort(sizes.begin(), sizes.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = kMostPanels; i < sizes.size(); ++i) panels.erase(sizes[i].second);
  return sizes.size() - kMostPanels;
}

std::set<int> years_of(const std::map<std::string, Panel>& panels) {
  std::set<int> out;
  for (const auto& [indicator, panel] : panels)
    for (const auto& [place, row] : panel.rows)
      for (const auto& [year, targets] : row) out.insert(year);
  return out;
}

class Drawing {
 public:
  explicit Drawing(const std::set<int>& years) : years_(years.begin(), years.end()) {}

  void add(const std::string& indicator, const Panel& panel) {
    out_ += text(8, y_ + 18, indicator, "head");
    for (std::size_t i = 0; i < years_.size(); ++i)
      out_ += text(x_of(i), y_ + 38, std::to_string(years_[i]), "year");
    y_ += kHead;
    std::size_t drawn = 0;
    for (const auto& [place, row] : panel.rows) {
      if (drawn++ == kMostRows) break;
      add_row(place, row);
    }
    if (panel.rows.size() > kMostRows) {
      out_ +=
          text(8, y_ + 14, std::to_string(panel.rows.size() - kMostRows) + " more places", "name");
      y_ += kRowHeight;
    }
    y_ += kGap;
  }

  void add_line(const std::string& line) {
    out_ += text(8, y_ + 14, line, "name");
    y_ += kRowHeight + kGap;
  }

  std::string take() {
    const int years = std::max(static_cast<int>(years_.size()), 4);  // room for a line
    const int width = kLeft + years * kYearWidth + 20;
    const int height = y_ + 30;
    std::string legend;
    int x = 14;
    for (const Outcome outcome : {Outcome::kMet, Outcome::kMissed, Outcome::kUnknown}) {
      legend += mark(x, y_ + 10, outcome) + text(x + 12, y_ + 14, outcome_word(outcome), "name");
      x += 90;
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + std::to_string(width) +
           "\" height=\"" + std::to_string(height) + "\" viewBox=\"0 0 " + std::to_string(width) +
           " " + std::to_string(height) +
           "\" role=\"img\">\n<title>Targets and what came of them</title>\n<style>text{font:12px "
           "sans-serif}.head{font-weight:bold;font-size:14px}.year{text-anchor:middle}"
           ".met{fill:#1a7f37}.missed{fill:#fff;stroke:#cf222e}.cross{stroke:#cf222e}"
           ".unknown{fill:#fff;stroke:#6e7781}</style>\n<rect width=\"100%\" height=\"100%\" "
           "fill=\"#fff\"/>\n" +
           out_ + legend + "</svg>\n";
  }

 private:
  int x_of(std::size_t year) const {
    return kLeft + static_cast<int>(year) * kYearWidth + kYearWidth / 2;
  }

  void add_row(const std::string& place, const Row& row) {
    out_ += text(8, y_ + 14, output::fit(place, kNameColumns), "name");
    for (std::size_t i = 0; i < years_.size(); ++i) {
      const auto found = row.find(years_[i]);
      if (found == row.end()) continue;
      const auto count = static_cast<int>(std::min<std::size_t>(found->second.size(), 5));
      int x = x_of(i) - (count - 1) * 8;
      for (int n = 0; n < count; ++n, x += 16) {
        const Promise& promise = *found->second[static_cast<std::size_t>(n)];
        out_ += "<g><title>" + output::escaped_markup(words(promise)) + "</title>" +
                mark(x, y_ + 10, promise.outcome) + "</g>\n";
      }
    }
    y_ += kRowHeight;
  }

  std::vector<int> years_;
  std::string out_;
  int y_ = 8;
};

}  // namespace

const char* outcome_word(Outcome outcome) {
  switch (outcome) {
    case Outcome::kMet:
      return "met";
    case Outcome::kMissed:
      return "missed";
    case Outcome::kUnknown:
      break;
  }
  return "unknown";
}

std::string promise_plot(const std::vector<Promise>& promises) {
  std::map<std::string, Panel> drawn = panels(promises);
  const std::size_t left_out = keep_largest(drawn);
  Drawing drawing(years_of(drawn));
  for (const auto& [indicator, panel] : drawn) drawing.add(indicator, panel);
  if (left_out > 0)
    drawing.add_line(std::to_string(left_out) +
                     " more indicators are not drawn; --indicator chooses");
  if (drawn.empty()) drawing.add_line("no targets for a year");
  return drawing.take();
}

}  // namespace kehoach::cli

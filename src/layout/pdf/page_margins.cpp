#include "layout/pdf/page_margins.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/utf8.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kEnoughRows = 12;
constexpr double kShare = 0.08;    // of the rows that begin (or end) at a margin
constexpr double kSameEdge = 2;    // points
constexpr double kRaggedEdge = 6;  // points: ends of lines that are not justified
constexpr double kSmall = 0.65;    // of the usual size: the stamp of a digital signature beside it

// The outermost place where enough values stand: from below, or from above where `last`.
double edge(std::vector<double> values, bool last) {
  if (values.empty()) return 0;
  const double tolerance = last ? kRaggedEdge : kSameEdge;
  std::sort(values.begin(), values.end());
  if (last) std::reverse(values.begin(), values.end());
  // Two short lines that end alike are no margin.
  if (values.size() < kEnoughRows) return values.front();
  const auto enough = std::max<std::size_t>(
      2, static_cast<std::size_t>(kShare * static_cast<double>(values.size())));
  for (std::size_t i = 0, end = 0; i < values.size(); ++i) {
    end = std::max(end, i);
    while (end < values.size() && std::abs(values[end] - values[i]) <= tolerance) ++end;
    if (end - i >= enough) return values[i];
  }
  return values.front();
}

struct Edges {
  std::vector<double> lefts, rights;
};

Margins margins_of(const Edges& edges, double width) {
  Margins margins{edge(edges.lefts, false), edge(edges.rights, true)};
  if (margins.width() < 0.3 * width) margins = {0.1 * width, 0.9 * width};
  return margins;
}

using Letters = std::map<long, std::size_t>;  // how many there are, by half points of size

void count_letters(const PageText& page, Letters& letters) {
  for (const auto& row : page.rows)
    for (const auto& word : row.words)
      letters[std::lround(2 * word.size)] += base::code_points(word.text);
}

double most_common(const Letters& letters) {
  const auto most =
      std::max_element(letters.begin(), letters.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 12 : static_cast<double>(most->first) / 2;
}

double usual_size(const PageText& page) {
  Letters letters;
  count_letters(page, letters);
  return most_common(letters);
}

}  // namespace

std::vector<Margins> find_margins(const std::vector<PageText>& pages) {
  std::map<long, Edges> groups;
  std::vector<Edges> own(pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i) {
    auto& group = groups[std::lround(pages[i].width)];
    const double least = kSmall * usual_size(pages[i]);
    for (const auto& row : pages[i].rows) {
      if (row.size < least) continue;
      for (auto* edges : {&group, &own[i]}) {
        edges->lefts.push_back(row.box.x0);
        edges->rights.push_back(row.box.x1);
      }
    }
  }
  std::map<long, Margins> shared;
  for (const auto& [width, edges] : groups)
    shared[width] = margins_of(edges, static_cast<double>(width));
  std::vector<Margins> result;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    result.push_back(own[i].lefts.size() >= kEnoughRows ? margins_of(own[i], pages[i].width)
                                                        : shared[std::lround(pages[i].width)]);
  }
  return result;
}

Margins margins_of(const std::vector<PageRow>& rows) {
  Edges edges;
  for (const auto& row : rows) {
    edges.lefts.push_back(row.box.x0);
    edges.rights.push_back(row.box.x1);
  }
  return margins_of(edges, 0);
}

double usual_size(const std::vector<PageText>& pages) {
  Letters letters;
  for (const auto& page : pages) count_letters(page, letters);
  return most_common(letters);
}

}  // namespace kehoach::layout

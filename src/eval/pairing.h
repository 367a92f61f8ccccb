// One-to-one pairing of two lists: as many pairs as there can be, the likeliest first.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace kehoach::eval {

// That `left` and `right` may be a pair, and how alike they are.
struct Edge {
  std::size_t left = 0, right = 0;
  double weight = 0;
};

// For each left its right, if it got one. The number of pairs is the largest possible; among ways
// to reach it, heavier edges are tried first. Cost: lefts × edges at worst.
std::vector<std::optional<std::size_t>> pair_up(std::size_t lefts, std::size_t rights,
                                                std::vector<Edge> edges);

}  // namespace kehoach::eval

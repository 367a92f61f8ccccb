#include "eval/pairing.h"

#include <algorithm>

namespace kehoach::eval {
namespace {

using Partner = std::optional<std::size_t>;

// Kuhn's augmenting paths over edges sorted by weight.
class Pairing {
 public:
  Pairing(std::size_t lefts, std::size_t rights, const std::vector<Edge>& edges)
      : rights_of_(lefts), right_of_(lefts), left_of_(rights) {
    for (const Edge& edge : edges) rights_of_[edge.left].push_back(edge.right);
  }

  void take(const Edge& edge) {
    if (right_of_[edge.left] || left_of_[edge.right]) return;
    link(edge.left, edge.right);
  }

  void augment_all() {
    for (std::size_t left = 0; left < right_of_.size(); ++left) {
      if (right_of_[left]) continue;
      seen_.assign(left_of_.size(), false);
      augment(left);
    }
  }

  const std::vector<Partner>& result() const { return right_of_; }

 private:
  void link(std::size_t left, std::size_t right) {
    right_of_[left] = right;
    left_of_[right] = left;
  }

  bool augment(std::size_t left) {
    for (std::size_t right : rights_of_[left]) {
      if (seen_[right]) continue;
      seen_[right] = true;
      if (!left_of_[right] || augment(*left_of_[right])) {
        link(left, right);
        return true;
      }
    }
    return false;
  }

  std::vector<std::vector<std::size_t>> rights_of_;
  std::vector<Partner> right_of_, left_of_;
  std::vector<bool> seen_;
};

}  // namespace

std::vector<Partner> pair_up(std::size_t lefts, std::size_t rights, std::vector<Edge> edges) {
  std::stable_sort(edges.begin(), edges.end(),
                   [](const Edge& a, const Edge& b) { return a.weight > b.weight; });
  Pairing pairing(lefts, rights, edges);
  for (const Edge& edge : edges) pairing.take(edge);
  pairing.augment_all();
  return pairing.result();
}

}  // namespace kehoach::eval

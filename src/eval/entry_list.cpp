#include "eval/entry_list.h"

#include <algorithm>
#include <numeric>

#include "eval/pairing.h"
#include "eval/text_match.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;
using Indices = std::vector<std::size_t>;
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

constexpr double kOptionalOverlap = 0.6;

Indices all_of(const json& list) {
  Indices indices(list.is_array() ? list.size() : 0);
  std::iota(indices.begin(), indices.end(), 0);
  return indices;
}

// Pairs entries and takes the paired ones out of `lefts` and `rights`.
Pairs take_pairs(const json& left_list, Indices& lefts, const json& right_list, Indices& rights,
                 const Likeness& likeness) {
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < lefts.size(); ++i) {
    for (std::size_t j = 0; j < rights.size(); ++j) {
      if (auto weight = likeness(left_list[lefts[i]], right_list[rights[j]])) {
        edges.push_back({i, j, *weight});
      }
    }
  }
  const auto partners = pair_up(lefts.size(), rights.size(), std::move(edges));
  Pairs pairs;
  Indices left_over;
  for (std::size_t i = 0; i < lefts.size(); ++i) {
    if (!partners[i]) {
      left_over.push_back(lefts[i]);
    } else {
      pairs.emplace_back(lefts[i], rights[*partners[i]]);
    }
  }
  lefts = std::move(left_over);
  std::erase_if(rights, [&](std::size_t right) {
    return std::any_of(pairs.begin(), pairs.end(), [&](auto& p) { return p.second == right; });
  });
  return pairs;
}

class ListJudge {
 public:
  ListJudge(const ListRules& rules, const json& gold, const json& ours)
      : rules_(rules), gold_(gold), ours_(ours), verdicts_(gold.size()) {}

  void found(std::size_t gold, std::size_t ours, Verdict verdict) {
    verdicts_[gold] = judgement(verdict, &gold_[gold], &ours_[ours]);
  }
  void missed(std::size_t gold) {
    verdicts_[gold] = judgement(Verdict::kMissed, &gold_[gold], nullptr);
  }
  void extra(std::size_t ours) {
    extras_.push_back(judgement(Verdict::kExtra, nullptr, &ours_[ours]));
  }
  void append_to(std::vector<Judgement>& out) const {
    out.insert(out.end(), verdicts_.begin(), verdicts_.end());
    out.insert(out.end(), extras_.begin(), extras_.end());
  }

 private:
  Judgement judgement(Verdict verdict, const json* gold, const json* ours) const {
    Judgement result;
    result.field = rules_.field;
    result.verdict = verdict;
    if (gold != nullptr) result.expected = rules_.shown(*gold);
    if (ours == nullptr) {
      result.evidence = evidence_text(*gold);
      return result;
    }
    result.got = rules_.shown(*ours);
    result.evidence = evidence_text(*ours);
    const json& confidence = at(*ours, "confidence");
    if (confidence.is_number() && verdict != Verdict::kMissed) result.confidence = confidence;
    return result;
  }

  const ListRules& rules_;
  const json& gold_;
  const json& ours_;
  std::vector<Judgement> verdicts_;  // in the order of the gold
  std::vector<Judgement> extras_;
};

}  // namespace

Pairs score_list(const ListRules& rules, const json& gold, const json& optional, const json& ours,
                 std::vector<Judgement>& out) {
  Indices golds = all_of(gold), free = all_of(ours), optionals = all_of(optional);
  ListJudge judge(rules, gold, ours);
  Pairs right = take_pairs(gold, golds, ours, free, rules.right);
  for (const auto& [g, o] : right) judge.found(g, o, Verdict::kRight);
  take_pairs(optional, optionals, ours, free, rules.optional);
  // A wrong entry of an incomplete gold is no false positive: it may be right about another place.
  const Verdict wrong = rules.recall_only ? Verdict::kMissed : Verdict::kWrong;
  for (const auto& [g, o] : take_pairs(gold, golds, ours, free, rules.near)) {
    judge.found(g, o, wrong);
  }
  for (std::size_t g : golds) judge.missed(g);
  if (!rules.recall_only) {
    for (std::size_t o : free) judge.extra(o);
  }
  judge.append_to(out);
  return right;
}

std::optional<double> takes_up(const json& optional, const json& ours) {
  double best = 0;
  for (const std::string& wanted : {text_at(optional, "text"), evidence_text(optional)}) {
    for (const std::string& said : {text_at(ours, "text"), evidence_text(ours)}) {
      best = std::max(best, token_overlap(wanted, said));
    }
  }
  if (best < kOptionalOverlap) return std::nullopt;
  return best;
}

}  // namespace kehoach::eval

#include "store/corrections/entry_anchor.h"

#include <cstdlib>

namespace kehoach::store {
namespace {

// What tells entries apart that were read from the same words: "88,46 %, xếp thứ 18/63" is two.
Json print_of(const Json& entry) {
  for (const char* key : {"printed", "label", "number"})
    if (const auto text = text_at(entry, key)) return *text;
  return nullptr;
}

bool overlap(const Json& a, const Json& b) {
  const auto a0 = integer_at(a, "start"), a1 = integer_at(a, "end");
  const auto b0 = integer_at(b, "start"), b1 = integer_at(b, "end");
  return a0 && a1 && b0 && b1 && *a0 < *b1 && *b0 < *a1;
}

// 2: the same words and print; 1: the same print in overlapping words; 0: another entry.
int likeness(const Json& candidate, const Json& anchor) {
  if (at(candidate, "print") != at(anchor, "print")) return 0;
  const Json& text = at(anchor, "text");
  if (!text.is_null() && at(candidate, "text") == text) return 2;
  return overlap(candidate, anchor) ? 1 : 0;
}

std::int64_t distance(const Json& candidate, const Json& anchor) {
  return std::llabs(integer_at(candidate, "start").value_or(0) -
                    integer_at(anchor, "start").value_or(0));
}

}  // namespace

Json entry_anchor(const Json& entry) {
  const MainEvidence evidence = main_evidence(entry);
  Json out{{"print", print_of(entry)}};
  if (evidence.text) out["text"] = *evidence.text;
  if (evidence.start) out["start"] = *evidence.start;
  if (evidence.end) out["end"] = *evidence.end;
  return out;
}

std::optional<std::size_t> anchored_entry(const Json& list, const Json& anchor) {
  std::optional<std::size_t> best;
  int best_likeness = 0;
  std::int64_t best_distance = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Json candidate = entry_anchor(list.at(i));
    const int like = likeness(candidate, anchor);
    const std::int64_t far = distance(candidate, anchor);
    if (like == 0 || like < best_likeness) continue;
    if (best && like == best_likeness && far >= best_distance) continue;
    best = i;
    best_likeness = like;
    best_distance = far;
  }
  return best;
}

}  // namespace kehoach::store

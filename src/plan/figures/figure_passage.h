// A passage: one block of text cut into sentences and clauses, with the marks that figures need.
//
// All words are data: the phrase rules of fields `figure.cue` (goal and done), `figure.link` (and,
// of which), `figure.head` (nouns that name an indicator), `figure.deed` (verbs of doing),
// `figure.drop` (quantities that measure nothing) and `figure.time` mark positions; this file only
// orders them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "plan/figures/figure_quantities.h"
#include "plan/figures/figure_times.h"
#include "plan/reading.h"

namespace kehoach::plan {

enum class FigureRole { kUnknown, kTarget, kResult };

// What the words of a sentence say of a quantity's role. Words that only look ahead ("dự kiến")
// are weak.
struct Cue {
  FigureRole role = FigureRole::kUnknown;
  bool weak = false;
};

struct Mark {
  match::TokenRange range;
  std::string_view kind;  // of the rule's `set`, owned by the rules
};

struct Passage {
  const Reading& reading;
  match::TokenRange range;
  std::vector<match::TokenRange> sentences;
  std::vector<Quantity> quantities;  // without the dropped ones
  std::vector<Mark> cues, links, heads, deeds;
  std::vector<TimeMark> times;
  std::vector<int> depth;            // of brackets, for each token of range
  std::vector<std::size_t> closing;  // where the bracket that opens here closes, else range.end

  const match::Token& token(std::size_t i) const { return reading.tokens.tokens[i]; }
  std::string_view text(std::size_t i) const { return reading.tokens.slice(token(i)); }
  bool punct(std::size_t i) const { return token(i).is("punct"); }
  int depth_at(std::size_t i) const { return depth[i - range.begin]; }

  // The mark that starts or ends at a position, if any.
  const Mark* starting(const std::vector<Mark>& marks, std::size_t position) const;
  const Mark* ending(const std::vector<Mark>& marks, std::size_t position) const;
  const TimeMark* time_starting(std::size_t position) const;
  const TimeMark* time_ending(std::size_t position) const;
  // Whether a semicolon stands between two positions.
  bool parted(std::size_t from, std::size_t to) const;
  bool is_set_by(const Mark& goal, const Mark& mark, match::TokenRange sentence) const;

  // The role said by the last cue of the sentence before the quantity. Among goals the mark of the
  // past counts only beside the verb: "các dự án đã quy hoạch" says nothing of the figure; nor does
  // it reach over a semicolon where a goal opens the sentence.
  Cue cue_before(match::TokenRange sentence, const Quantity& quantity, bool among_goals) const;
};

Passage read_passage(const Reading& reading, match::TokenRange range);

}  // namespace kehoach::plan

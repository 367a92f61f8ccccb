// Who is measured by which quantity: frames of a sentence.
//
// "NAME đạt QTY", "tăng QTY NAME", "QTY NAME" at the head of a clause, "(tăng QTY và QTY)" that
// inherits the name before the bracket, "A và B tăng x và y" that gives each its own.
#pragma once

#include <string>
#include <vector>

#include "plan/figures/figure_passage.h"

namespace kehoach::plan {

struct Subject {
  std::optional<std::string> code;
  std::string name;
};

// How name and quantity stand to each other: also how much the frame can be trusted.
enum class FrameShape {
  kNameVerb,   // NAME verb QTY, verb NAME QTY
  kVerbName,   // verb QTY NAME
  kHead,       // QTY NAME, the quantity opens the clause
  kInner,      // words QTY NAME: "số hóa 100% dịch vụ", "xây dựng 05 trung tâm"
  kBare,       // NAME QTY, and the clause ends
  kInherited,  // the name is that of the figure before
};

struct Frame {
  const Quantity* quantity = nullptr;
  FrameShape shape = FrameShape::kNameVerb;
  Bounds bounds;       // the quantity's, one-sided where a coordinated one before it is
  std::string change;  // increase, decrease, reach, maintain
  std::vector<Subject> subjects;
  match::TokenRange left;    // words before the quantity that belong to it
  match::TokenRange clause;  // from the name to the baseline: the evidence
  match::TokenRange sentence;
  std::size_t zone_begin = 0;  // where the words between this quantity and the one before start
  bool bracketed = false;
  bool timed = false;  // the name is a duration's: "thời gian …"
  bool deed = false;   // a verb of doing governs the number: "trồng mới 300 ha"
  bool headed = false;  // a noun of measures opens its name: "thu nhập bình quân 48 triệu đồng"
  bool does = false;  // a verb of doing stands right before the number
  bool bids = false;  // a verb of change opens the sentence, and an end: "Giảm … xuống còn"
  bool nested = false;   // stands inside the name of the quantity before
  bool part_of = false;  // follows "trong đó", "gồm"
  // Which of how many quantities that follow one verb: "lần lượt đạt 45% và 60%"; their first
  // token.
  std::size_t share = 0, shares = 1, shared_begin = 0;
};

std::vector<Frame> read_frames(const Passage& passage);

}  // namespace kehoach::plan

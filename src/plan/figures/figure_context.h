// What a block inherits: the class of its section, and what a heading or a lead-in above it says
// for everything below: year and baseline ("Từ năm 2025:", "tăng so với năm 2022:"), and that goals
// follow ("Năm 2023, huyện phấn đấu:").
#pragma once

#include <optional>
#include <vector>

#include "plan/figures/figure_times.h"
#include "plan/reading.h"
#include "plan/sections.h"

namespace kehoach::plan {

struct Inherited {
  std::optional<TimeMark> year, baseline;
  bool goals = false;
};

struct BlockContext {
  SectionClass section = SectionClass::kOther;
  bool before_headings = true;  // no heading stands above it
  bool ordered = false;         // an item of a letter, directive or telegram
  Inherited inherited;
};

// Walks the blocks in order; call it once for each block, in order.
class ContextWalk {
 public:
  ContextWalk(const Reading& reading, const std::vector<Section>& sections)
      : reading_(reading), sections_(sections) {}
  BlockContext enter(std::size_t block);

 private:
  struct Level {
    int rank = 0;
    bool lead_in = false;  // ends with a colon
    char style = 0;        // of its label: '-', '+', '1' for numbers, 'a' for letters
    Inherited said;
  };
  Inherited said_by(std::size_t block) const;
  static bool stands_below(const Level& level, const Level& above);

  const Reading& reading_;
  const std::vector<Section>& sections_;
  std::vector<Level> stack_;
};

}  // namespace kehoach::plan

// Rows that name a group of the rows below them ("I. CẢI CÁCH THỂ CHẾ"), and labels of rows.
// Internal to this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/reading.h"

namespace kehoach::plan {

// The label that opens a cell: "1.", "1.2", "a)", "II.", "-"; the text behind it.
struct LabelledText {
  std::string label;  // without stop and bracket; empty if none
  base::TextSpan text;
};
LabelledText split_label(const Reading& reading, base::TextSpan cell);

// A cell that holds nothing but a label, without stop and brackets: "1." gives "1".
std::string bare_label(std::string_view cell);

enum class LabelKind { kCapital, kRoman, kNumber, kDecimal, kLetter, kNone };
LabelKind kind_of_label(std::string_view label);

// Whether `label` counts what stands below `above`: "1.1" below "1", "1" below "II", "a" below "1".
bool is_below(std::string_view label, std::string_view above);

// The names of the groups that hold where the walk down a table stands, outermost first.
class GroupPath {
 public:
  void clear() { groups_.clear(); }
  void enter(std::string_view label, std::string name, bool capitals);
  // The names, outermost first.
  std::vector<std::string> names() const;

 private:
  struct Group {
    int rank = 0;
    std::string name;
  };
  std::vector<Group> groups_;
};

}  // namespace kehoach::plan

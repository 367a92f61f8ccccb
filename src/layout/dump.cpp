#include "layout/dump.h"

namespace kehoach::layout {

std::string dump(const Document& document) {
  std::string result;
  for (const auto& block : document.blocks) {
    result += name(block.kind);
    if (!block.label.empty()) result += " [" + block.label + "]";
    const bool leveled = block.kind == BlockKind::kHeading || block.kind == BlockKind::kListItem;
    if (leveled) result += " " + std::to_string(block.level);
    if (block.part > 0) result += " p" + std::to_string(block.part);
    if (!block.note.empty()) result += " (" + block.note + ")";
    result += ":";
    const char* joint = block.kind == BlockKind::kTableRow ? "\t" : " ";
    for (std::size_t i = 0; i < block.pieces.size(); ++i) {
      result += i == 0 ? " " : joint;
      result += document.content.substr(block.pieces[i].begin, block.pieces[i].size());
    }
    result += "\n";
  }
  return result;
}

}  // namespace kehoach::layout

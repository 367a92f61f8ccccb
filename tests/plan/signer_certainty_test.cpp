// A signer off an image stands only where each word of the name was read for sure.

#include <gtest/gtest.h>

#include "read_text_record.h"

namespace kehoach::tests {
namespace {

constexpr double kClear = 0.95;

// A signature as recognised, the name's last word as sure as `last`: its signer and the
// diagnostics that tell of illegible values.
std::string signer_of(const std::string& name, double last) {
  const std::string text =
      "KẾ HOẠCH\nTrồng cây năm 2024\n1. Trồng cây ven đường.\n2. Chăm cây.\n"
      "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\n" +
      name + "\n";
  const base::Budget budget;
  auto document = layout::layout_text(read::read_text({"test.txt", text}, budget), pack(), budget);
  const auto begin = text.rfind(name);
  const auto cut = begin + name.rfind(' ') + 1;
  for (auto& block : document.blocks)  // as columns of a page tell it, whatever its signs
    if (!block.pieces.empty() &&
        document.content.substr(block.pieces.front().begin).starts_with(name))
      block.kind = layout::BlockKind::kSigner;
  document.places = {{{0, cut}, 1, {}, kClear}, {{cut, text.size()}, 1, {}, last}};
  const auto record = plan::read_plan(document, text::normalize(document), pack());
  std::string result = record.document.signer ? record.document.signer->value : "-";
  for (const auto& diagnostic : record.diagnostics)
    if (diagnostic.code == "illegible") result += " illegible";
  return result;
}

TEST(SignerCertainty, TakesNamesThatWereReadForSure) {
  struct Case {
    const char* name;
    double last;
    const char* expected;
  };
  for (const auto& test : std::vector<Case>{
           {"Lò Thị Sen", 0.95, "Lò Thị Sen"},
           {"Lò Thị Sen", 0.81, "Lò Thị Sen"},
           {"Lò Thị Sen", 0.79, "- illegible"},
           {"K’ Brêu", 0.95, "K’ Brêu"},
           {"K? Brêu", 0.95, "- illegible"},
       })
    EXPECT_EQ(signer_of(test.name, test.last), test.expected) << test.name << ' ' << test.last;
}

}  // namespace
}  // namespace kehoach::tests

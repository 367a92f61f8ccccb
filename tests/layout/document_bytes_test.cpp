#include "layout/document_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"

namespace kehoach::layout {
namespace {

Document full_document() {
  Document out;
  out.content = "Số: 1/KH-UBND\nmột hai";
  out.source = "Số:  1/KH-UBND\r\nmột hai";
  out.edits = {{3, 5, 3, 4}, {15, 17, 14, 15}};
  out.anchors = {{0, 1, 1}, {17, 2, 1}};
  out.places = {{{0, 5}, 1, {72, 96.4, 171.333333333, 110.2}}, {{5, 9}, 2, {-0.0, 1e300, 0.1, -7}}};
  out.places[1].confidence = 0.25;
  out.pages = 3;
  out.signatures = {{"Nguyễn Văn An", "2022-01-01T00:00:00+07:00", true, 2}, {}};
  Block block;
  block.kind = BlockKind::kNumber;
  block.pieces = {{0, 4}, {6, 9}};
  block.label = "1";
  block.label_drawn = true;
  block.level = -2;
  block.page = 1;
  block.note = "counter";
  block.table = 0;
  block.cells = {{{{1, 2}}, 3, 2, 1, true, {{1, 2, 3, 4}}}, {}};
  block.boxes = {{1.5, 2.25, 3.125, 4}};
  out.blocks = {block, {}};
  out.page_facts = {"t", "s", "u", "p", {{"h", "l"}}};
  out.encoding = "UTF-8";
  out.text_origin = "plain";
  out.media_type = "text/plain";
  out.diagnostics = {{"code", base::Severity::kError, "m", 1, base::Box{1, 2, 3, 4}}, {}};
  return out;
}

std::string refusal(const std::string& bytes) {
  try {
    from_bytes(bytes);
  } catch (const base::Error& error) {
    return error.code();
  }
  return "read";
}

TEST(DocumentBytes, GiveTheDocumentBack) {
  const Document document = full_document();
  const std::string bytes = to_bytes(document);
  const Document back = from_bytes(bytes);
  EXPECT_EQ(to_bytes(back), bytes);
  EXPECT_EQ(back.content, document.content);
  EXPECT_EQ(back.edits, document.edits);
  ASSERT_EQ(back.places.size(), 2u);
  EXPECT_EQ(back.places[0].box, document.places[0].box);
  EXPECT_EQ(back.places[1].box.y0, 1e300);
  EXPECT_TRUE(std::signbit(back.places[1].box.x0));
  EXPECT_EQ(back.places[1].confidence, 0.25);
  ASSERT_EQ(back.blocks.size(), 2u);
  EXPECT_EQ(back.blocks[0].pieces, document.blocks[0].pieces);
  EXPECT_EQ(back.blocks[0].level, -2);
  EXPECT_EQ(back.blocks[0].cells[0].boxes, document.blocks[0].cells[0].boxes);
  EXPECT_EQ(back.blocks[1].page, std::nullopt);
  EXPECT_EQ(back.signatures[0].valid, true);
  EXPECT_EQ(back.signatures[1].valid, std::nullopt);
  EXPECT_EQ(back.diagnostics[0].box, document.diagnostics[0].box);
}

TEST(DocumentBytes, AreRefusedWhenCutOrChanged) {
  const std::string bytes = to_bytes(full_document());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_EQ(refusal(bytes.substr(0, size)), "model-damaged") << size;
  EXPECT_EQ(refusal(bytes + "x"), "model-damaged");
  std::string newer = bytes;
  newer[0] = 99;
  EXPECT_EQ(refusal(newer), "model-version");
  // A length beyond all that follows.
  EXPECT_EQ(refusal(bytes.substr(0, 1) + "\xff\xff\xff\xff\xff\xff\xff\x7f"), "model-damaged");
}

}  // namespace
}  // namespace kehoach::layout

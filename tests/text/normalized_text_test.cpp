#include "text/normalized_text.h"

#include <gtest/gtest.h>

#include "text/page_starts.h"

namespace kehoach::text {
namespace {

using layout::Block;
using layout::BlockKind;
using layout::Document;

Document document(const std::string& source) {
  language::Normalized clean = language::normalize(source);
  Document result;
  result.content = clean.utf8;
  result.edits = clean.edits;
  result.source = source;
  return result;
}

// One block: from the first appearance of each piece in the content.
void add(Document& result, BlockKind kind, std::initializer_list<const char*> pieces) {
  Block block;
  block.kind = kind;
  for (const char* piece : pieces) {
    const std::size_t begin = result.content.find(piece);
    ASSERT_NE(begin, std::string::npos) << piece;
    block.pieces.push_back({begin, begin + std::string_view(piece).size()});
  }
  result.blocks.push_back(block);
}

std::string original(const Document& from, const NormalizedText& text, std::string_view of) {
  const std::size_t begin = text.utf8.find(of);
  if (begin == std::string::npos) return "(not there)";
  const base::SourceSpan span = text.map.to_source({begin, begin + of.size()});
  return from.source.substr(span.begin, span.size());
}

TEST(NormalizedText, LeavesNoiseOutAndJoinsPieces) {
  Document from = document("KẾ\u00a0 HOẠCH\r\nTrang 2\nphát tri ể n\nđô\r\n thị; xong");
  add(from, BlockKind::kType, {"KẾ HOẠCH"});
  add(from, BlockKind::kNoise, {"Trang 2"});
  add(from, BlockKind::kParagraph, {"phát triển\nđô", "thị;"});
  add(from, BlockKind::kParagraph, {"xong"});
  const NormalizedText text = normalize(from);
  EXPECT_EQ(text.utf8, "KẾ HOẠCH\nphát triển đô thị;\nxong");
  ASSERT_EQ(text.blocks.size(), 3u);
  EXPECT_EQ(text.blocks[1].block, 2u);
  EXPECT_EQ(text.slice(text.blocks[1].span), "phát triển đô thị;");
  const struct {
    const char *of, *expected;
  } kCases[] = {{"KẾ HOẠCH", "KẾ\u00a0 HOẠCH"},
                {"triển", "tri ể n"},
                {"triển đô", "tri ể n\nđô"},
                {"đô thị", "đô\r\n thị"},
                {"thị", "thị"},
                {"xong", "xong"},
                {"HOẠCH\nphát", "HOẠCH\r\nTrang 2\nphát"}};
  for (const auto& [of, expected] : kCases) EXPECT_EQ(original(from, text, of), expected) << of;
}

TEST(NormalizedText, KeepsCellBordersOfRowsOnly) {
  Document from = document("ô 1\t\tô 3\t\nđoạn\tvăn");
  add(from, BlockKind::kTableRow, {"ô 1\t\tô 3"});
  add(from, BlockKind::kParagraph, {"đoạn\tvăn"});
  EXPECT_EQ(normalize(from).utf8, "ô 1\t\tô 3\nđoạn văn");
  from = document("ô 1 | | ô 3");
  add(from, BlockKind::kTableRow, {"ô 1", "", "ô 3"});
  EXPECT_EQ(normalize(from).utf8, "ô 1\t\tô 3");
}

TEST(NormalizedText, FindsBlocksByPosition) {
  Document from = document("một\nhai");
  add(from, BlockKind::kParagraph, {"một"});
  add(from, BlockKind::kParagraph, {"hai"});
  const NormalizedText text = normalize(from);
  EXPECT_EQ(text.block_at(0), 0u);
  EXPECT_EQ(text.block_at(5), text.blocks.size());  // the line end
  EXPECT_EQ(text.block_at(6), 1u);
  EXPECT_EQ(text.block_at(99), text.blocks.size());
}

TEST(NormalizedText, EmptyDocumentHasEmptyText) {
  Document from = document("");
  add(from, BlockKind::kParagraph, {});
  const NormalizedText text = normalize(from);
  EXPECT_EQ(text.utf8, "");
  EXPECT_TRUE(text.blocks.empty());
  EXPECT_EQ(text.map.to_source({0, 0}), (base::SourceSpan{0, 0}));
}

// Every span maps to a span, later starts never map to earlier ones, and a character that was not
// changed maps to itself.
TEST(NormalizedText, MapIsMonotonous) {
  Document from =
      document("  Ke\u0302\u0301 hoa\u0323ch\u00a0s ố 12/CT-\nTTg\r\n\r\nv ề an\u00ad toàn ");
  add(from, BlockKind::kParagraph, {"Kế hoạch số"});
  add(from, BlockKind::kParagraph, {"12/CT-TTg", "về an toàn"});
  const NormalizedText text = normalize(from);
  ASSERT_EQ(text.utf8, "Kế hoạch số\n12/CT-TTg về an toàn");
  base::SourceSpan before{0, 0};
  for (std::size_t i = 0; i < text.utf8.size(); ++i) {
    const base::SourceSpan span = text.map.to_source({i, i + 1});
    EXPECT_GE(span.begin, before.begin) << i;
    EXPECT_GE(span.end, before.end) << i;
    EXPECT_LE(span.end, from.source.size());
    if (span.size() == 1 && text.utf8[i] > ' ') {
      EXPECT_EQ(from.source[span.begin], text.utf8[i]) << i;
    }
    before = span;
  }
  EXPECT_EQ(original(from, text, "12/CT-TTg"), "12/CT-\nTTg");
  EXPECT_EQ(original(from, text, "số"), "s ố");
}

TEST(BlockKinds, HaveNames) {
  EXPECT_EQ(layout::name(BlockKind::kPlaceDate), "place-date");
  EXPECT_TRUE(layout::is_noise(BlockKind::kAttachment));
  EXPECT_FALSE(layout::is_noise(BlockKind::kHeadline));
}

std::string pages(const Document& from) {
  std::string out;
  for (const PageStart& start : page_starts(normalize(from), from))
    out += std::to_string(start.position) + ":" + std::to_string(start.page) + " ";
  return out;
}

TEST(PageStarts, CutParagraphsThatGoOnOnTheNextPage) {
  Document from = document("một\nhai ba\nbốn năm\nsáu");
  add(from, BlockKind::kParagraph, {"một"});
  add(from, BlockKind::kParagraph, {"hai ba", "bốn năm", "sáu"});
  add(from, BlockKind::kFootnote, {"ba"});
  EXPECT_EQ(pages(from), "");  // no pages
  const struct {
    const char* text;
    int page;
  } kPlaces[] = {{"một", 1}, {"hai ba", 1}, {"bốn", 2}, {"năm", 3}, {"sáu", 3}};
  for (const auto& [text, page] : kPlaces) {
    const std::size_t begin = from.source.find(text);
    from.places.push_back({{begin, begin + std::string_view(text).size()}, page, {}, 1});
  }
  // "một\nhai ba bốn năm sáu\nba"
  EXPECT_EQ(pages(from), "0:1 11:2 15:3 23:1 ");
}

}  // namespace
}  // namespace kehoach::text

#include "language/legacy/legacy_decoding.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/legacy/legacy_table.h"

namespace kehoach::language {
namespace {

// All letters of the Vietnamese alphabet that are not ASCII's alone, in the order of the rows
// below.
constexpr const char* kLower =
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";
constexpr const char* kUpper =
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ";

struct AlphabetCase {
  LegacyEncoding encoding;
  const char* letters;
  const char* codes;  // hexadecimal, one group a letter; ".." for none
};

// From the standards and the fonts, by way of other converters.
const AlphabetCase kAlphabets[] = {
    {LegacyEncoding::kTcvn3, kLower,
     "61 B5 B6 B7 B8 B9 "
     "A8 BB BC BD BE C6 "
     "A9 C7 C8 C9 CA CB "
     "65 CC CE CF D0 D1 "
     "AA D2 D3 D4 D5 D6 "
     "69 D7 D8 DC DD DE "
     "6F DF E1 E2 E3 E4 "
     "AB E5 E6 E7 E8 E9 "
     "AC EA EB EC ED EE "
     "75 EF F1 F2 F3 F4 "
     "AD F5 F6 F7 F8 F9 "
     "79 FA FB FC FD FE AE"},
    {LegacyEncoding::kTcvn3, "ĂÂÊÔƠƯĐ", "A1 A2 A3 A4 A5 A6 A7"},
    {LegacyEncoding::kVps, kLower,
     "61 E0 E4 E3 E1 E5 "
     "E6 A2 A3 A4 A1 A5 "
     "E2 C0 C4 C5 C3 C6 "
     "65 E8 C8 EB E9 CB "
     "EA 8A 8B CD 89 8C "
     "69 EC CC EF ED CE "
     "6F F2 D5 F5 F3 86 "
     "F4 D2 B0 87 D3 B6 "
     "D6 A9 AA AB A7 AE "
     "75 F9 FB DB FA F8 "
     "DC D8 BA BB D9 BF "
     "79 FF 9B CF 9A 9C C7"},
    {LegacyEncoding::kVps, kUpper,
     "41 80 81 82 C1 02 "
     "88 8E 8F F0 8D 04 "
     "C2 84 85 1C 83 03 "
     "45 D7 DE FE C9 05 "
     "CA 93 94 95 90 06 "
     "49 B5 B7 B8 B4 10 "
     "4F BC BD BE B9 11 "
     "D4 97 98 99 96 12 "
     "F7 9E 9F A6 9D 13 "
     "55 A8 D1 AC DA 14 "
     "D0 AF B1 1D AD 15 "
     "59 B2 FD B3 DD 19 F1"},
    {LegacyEncoding::kViscii, kLower,
     "61 E0 E4 E3 E1 D5 "
     "E5 A2 C6 C7 A1 A3 "
     "E2 A5 A6 E7 A4 A7 "
     "65 E8 EB A8 E9 A9 "
     "EA AB AC AD AA AE "
     "69 EC EF EE ED B8 "
     "6F F2 F6 F5 F3 F7 "
     "F4 B0 B1 B2 AF B5 "
     "BD B6 B7 DE BE FE "
     "75 F9 FC FB FA F8 "
     "DF D7 D8 E6 D1 F1 "
     "79 CF D6 DB FD DC F0"},
    {LegacyEncoding::kViscii, kUpper,
     "41 C0 C4 C3 C1 80 "
     "C5 82 02 05 81 83 "
     "C2 85 86 06 84 87 "
     "45 C8 CB 88 C9 89 "
     "CA 8B 8C 8D 8A 8E "
     "49 CC 9B CE CD 98 "
     "4F D2 99 .. D3 9A "
     "D4 90 91 92 8F 93 "
     "B4 96 97 B3 95 94 "
     "55 D9 9C 9D DA 9E "
     "BF BB BC FF BA B9 "
     "59 9F 14 19 DD 1E D0"},
    {LegacyEncoding::kVni, kLower,
     "61 61F8 61FB 61F5 61F9 61EF "
     "61EA 61E8 61FA 61FC 61E9 61EB "
     "61E2 61E0 61E5 61E3 61E1 61E4 "
     "65 65F8 65FB 65F5 65F9 65EF "
     "65E2 65E0 65E5 65E3 65E1 65E4 "
     "69 EC E6 F3 ED F2 "
     "6F 6FF8 6FFB 6FF5 6FF9 6FEF "
     "6FE2 6FE0 6FE5 6FE3 6FE1 6FE4 "
     "F4 F4F8 F4FB F4F5 F4F9 F4EF "
     "75 75F8 75FB 75F5 75F9 75EF "
     "F6 F6F8 F6FB F6F5 F6F9 F6EF "
     "79 79F8 79FB 79F5 79F9 EE F1"},
    {LegacyEncoding::kVni, kUpper,
     "41 41D8 41DB 41D5 41D9 41CF "
     "41CA 41C8 41DA 41DC 41C9 41CB "
     "41C2 41C0 41C5 41C3 41C1 41C4 "
     "45 45D8 45DB 45D5 45D9 45CF "
     "45C2 45C0 45C5 45C3 45C1 45C4 "
     "49 CC C6 D3 CD D2 "
     "4F 4FD8 4FDB 4FD5 4FD9 4FCF "
     "4FC2 4FC0 4FC5 4FC3 4FC1 4FC4 "
     "D4 D4D8 D4DB D4D5 D4D9 D4CF "
     "55 55D8 55DB 55D5 55D9 55CF "
     "D6 D6D8 D6DB D6D5 D6D9 D6CF "
     "59 59D8 59DB 59D5 59D9 CE D1"},
    {LegacyEncoding::kWindows1258, kLower,
     "61 61CC 61D2 61DE 61EC 61F2 "
     "E3 E3CC E3D2 E3DE E3EC E3F2 "
     "E2 E2CC E2D2 E2DE E2EC E2F2 "
     "65 65CC 65D2 65DE 65EC 65F2 "
     "EA EACC EAD2 EADE EAEC EAF2 "
     "69 69CC 69D2 69DE 69EC 69F2 "
     "6F 6FCC 6FD2 6FDE 6FEC 6FF2 "
     "F4 F4CC F4D2 F4DE F4EC F4F2 "
     "F5 F5CC F5D2 F5DE F5EC F5F2 "
     "75 75CC 75D2 75DE 75EC 75F2 "
     "FD FDCC FDD2 FDDE FDEC FDF2 "
     "79 79CC 79D2 79DE 79EC 79F2 F0"},
    {LegacyEncoding::kWindows1258, kUpper,
     "41 41CC 41D2 41DE 41EC 41F2 "
     "C3 C3CC C3D2 C3DE C3EC C3F2 "
     "C2 C2CC C2D2 C2DE C2EC C2F2 "
     "45 45CC 45D2 45DE 45EC 45F2 "
     "CA CACC CAD2 CADE CAEC CAF2 "
     "49 49CC 49D2 49DE 49EC 49F2 "
     "4F 4FCC 4FD2 4FDE 4FEC 4FF2 "
     "D4 D4CC D4D2 D4DE D4EC D4F2 "
     "D5 D5CC D5D2 D5DE D5EC D5F2 "
     "55 55CC 55D2 55DE 55EC 55F2 "
     "DD DDCC DDD2 DDDE DDEC DDF2 "
     "59 59CC 59D2 59DE 59EC 59F2 D0"},
    {LegacyEncoding::kWindows1258, kLower,
     "61 E0 61D2 61DE E1 61F2 "
     "E3 E3CC E3D2 E3DE E3EC E3F2 "
     "E2 E2CC E2D2 E2DE E2EC E2F2 "
     "65 E8 65D2 65DE E9 65F2 "
     "EA EACC EAD2 EADE EAEC EAF2 "
     "69 69CC 69D2 69DE ED 69F2 "
     "6F 6FCC 6FD2 6FDE F3 6FF2 "
     "F4 F4CC F4D2 F4DE F4EC F4F2 "
     "F5 F5CC F5D2 F5DE F5EC F5F2 "
     "75 F9 75D2 75DE FA 75F2 "
     "FD FDCC FDD2 FDDE FDEC FDF2 "
     "79 79CC 79D2 79DE 79EC 79F2 F0"},
    {LegacyEncoding::kWindows1258, kUpper,
     "41 C0 41D2 41DE C1 41F2 "
     "C3 C3CC C3D2 C3DE C3EC C3F2 "
     "C2 C2CC C2D2 C2DE C2EC C2F2 "
     "45 C8 45D2 45DE C9 45F2 "
     "CA CACC CAD2 CADE CAEC CAF2 "
     "49 49CC 49D2 49DE CD 49F2 "
     "4F 4FCC 4FD2 4FDE D3 4FF2 "
     "D4 D4CC D4D2 D4DE D4EC D4F2 "
     "D5 D5CC D5D2 D5DE D5EC D5F2 "
     "55 D9 55D2 55DE DA 55F2 "
     "DD DDCC DDD2 DDDE DDEC DDF2 "
     "59 59CC 59D2 59DE 59EC 59F2 D0"},
    {LegacyEncoding::kVietwareX, kLower,
     "61 61EC 61ED 61EE 61EF 61FB "
     "E0 E0F2 E0F3 E0F4 E0F5 E0FB "
     "E1 E1F6 E1F8 E1F9 E1FA E1FB "
     "65 65EC 65ED 65EE 65EF 65FB "
     "E3 E3F6 E3F8 E3F9 E3FA E3FB "
     "69 E7 E8 E9 EA EB "
     "6F 6FEC 6FED 6FEE 6FEF 6FFC "
     "E4 E4F6 E4F8 E4F9 E4FA E4FC "
     "E5 E5EC E5ED E5EE E5EF E5FC "
     "75 75EC 75ED 75EE 75EF 75FB "
     "E6 E6EC E6ED E6EE E6EF E6FB "
     "79 79EC 79ED 79EE 79EF 79F1 E2"},
    {LegacyEncoding::kVietwareX, kUpper,
     "41 41CC 41CD 41CE 41CF 41DB "
     "C0 C0D2 C0D3 C0D4 C0D5 C0DB "
     "C1 C1D6 C1D8 C1D9 C1DA C1DB "
     "45 45CC 45CD 45CE 45CF 45DB "
     "C3 C3D6 C3D8 C3D9 C3DA C3DB "
     "49 C7 C8 C9 CA CB "
     "4F 4FCC 4FCD 4FCE 4FCF 4FDC "
     "C4 C4D6 C4D8 C4D9 C4DA C4DC "
     "C5 C5CC C5CD C5CE C5CF C5DC "
     "55 55CC 55CD 55CE 55CF 55DB "
     "C6 C6CC C6CD C6CE C6CF C6DB "
     "59 59CC 59CD 59CE 59CF 59D1 C2"},
};

std::string latin_1(std::string_view bytes) {
  std::string utf8;
  for (const char byte : bytes) base::append_code_point(utf8, static_cast<unsigned char>(byte));
  return utf8;
}

// As programs read bytes that they take for windows-1252.
std::string read_as_windows_1252(std::string_view bytes) {
  std::string utf8;
  for (const char byte : bytes) {
    base::append_code_point(utf8, windows_1252(static_cast<unsigned char>(byte)));
  }
  return utf8;
}

std::string from_hex(const std::string& group) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < group.size(); i += 2) {
    bytes.push_back(static_cast<char>(std::stoi(group.substr(i, 2), nullptr, 16)));
  }
  return bytes;
}

TEST(LegacyDecoding, WholeAlphabet) {
  for (const AlphabetCase& alphabet : kAlphabets) {
    std::istringstream codes(alphabet.codes);
    const std::string_view letters = alphabet.letters;
    for (std::size_t i = 0; i < letters.size();) {
      const std::size_t begin = i;
      base::next_code_point(letters, i);
      const std::string letter(letters.substr(begin, i - begin));
      std::string group;
      ASSERT_TRUE(codes >> group) << name(alphabet.encoding);
      if (group == "..") continue;
      for (const std::string& read :
           {latin_1(from_hex(group)), read_as_windows_1252(from_hex(group))}) {
        const LegacyDecoding decoded = decode_legacy(alphabet.encoding, "n" + read + "m");
        EXPECT_EQ(decoded.text.utf8, "n" + letter + "m") << name(alphabet.encoding) << group;
        EXPECT_TRUE(decoded.unmapped.empty()) << name(alphabet.encoding) << group;
        if (alphabet.letters == kLower) {
          EXPECT_EQ(decode_legacy(alphabet.encoding, read, true).text.utf8, upper(letter));
        }
      }
    }
  }
}

struct DecodingCase {
  LegacyEncoding encoding;
  const char* input;
  const char* expected;
};

TEST(LegacyDecoding, Words) {
  const DecodingCase cases[] = {
      {LegacyEncoding::kTcvn3, "Uû ban nh©n d©n tØnh B×nh Ph\u00adíc",
       "Uỷ ban nhân dân tỉnh Bình Phước"},
      {LegacyEncoding::kTcvn3, "“Kh«ng cã g× quý h¬n” – 37°C, 12 m²…",
       "“Không có gì quý hơn” – 37°C, 12 m²…"},
      {LegacyEncoding::kVni, "UÛY BAN NHAÂN DAÂN tænh Ñoàng Nai", "ỦY BAN NHÂN DÂN tỉnh Đồng Nai"},
      {LegacyEncoding::kVni, "ngöôøi, ñöôïc, quyù, kyõ, myõ ngheä",
       "người, được, quý, kỹ, mỹ nghệ"},
      {LegacyEncoding::kWindows1258, "Ti\u00eaìng Vi\u00eaòt", "Tiếng Việt"},
      {LegacyEncoding::kViscii, "Ti\u00aang Vi\u00aet", "Tiếng Việt"},
      // Capitals with a tone have no code of their own in TCVN3: the words around say it.
      {LegacyEncoding::kTcvn3, "KÕ HO¹CH", "KẾ HOẠCH"},
      {LegacyEncoding::kTcvn3, "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM",
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
      {LegacyEncoding::kTcvn3, "Bé Tµi chÝnh, Së KH§T, Bé GTVT", "Bộ Tài chính, Sở KHĐT, Bộ GTVT"},
      {LegacyEncoding::kTcvn3, "Q§-UBND; H§ND x·", "QĐ-UBND; HĐND xã"},
      {LegacyEncoding::kTcvn3, "Uû BAN", "UỶ BAN"},
      // What no legacy text can hold stays.
      {LegacyEncoding::kTcvn3, "Hội nghị", "Hội nghị"},
      {LegacyEncoding::kVni, "", ""},
  };
  for (const auto& [encoding, input, expected] : cases) {
    EXPECT_EQ(decode_legacy(encoding, input).text.utf8, expected) << input;
  }
  EXPECT_EQ(decode_legacy(LegacyEncoding::kTcvn3, "NguyÔn V¨n \u00b8i", true).text.utf8,
            "NGUYỄN VĂN ÁI");
}

TEST(LegacyDecoding, NamesWhatHasNoLetter) {
  const LegacyDecoding tcvn3 = decode_legacy(LegacyEncoding::kTcvn3, "c\u00c0 Àÿ\u0081 ©");
  EXPECT_EQ(tcvn3.text.utf8, "c\u00c0 Àÿ\u0081 â");
  EXPECT_EQ(tcvn3.unmapped, (std::vector<UnmappedCharacter>{{0x81, 1}, {0xC0, 2}, {0xFF, 1}}));
  // A mark without a letter that could bear it.
  EXPECT_EQ(decode_legacy(LegacyEncoding::kVni, "t\u00f9 aùù").text.utf8, "t\u00f9 áù");
  EXPECT_EQ(decode_legacy(LegacyEncoding::kVni, "t\u00f9 aùù").unmapped,
            (std::vector<UnmappedCharacter>{{0xF9, 2}}));
}

TEST(LegacyDecoding, EditsMapExactly) {
  const std::string source = "Kính göûi: Sôû";
  const LegacyDecoding decoded = decode_legacy(LegacyEncoding::kVni, source);
  EXPECT_EQ(decoded.text.utf8, "Kính gửi: Sở");
  std::string pieces;
  for (const Edit& edit : decoded.text.edits) {
    pieces += source.substr(edit.from_begin, edit.from_end - edit.from_begin) + ">" +
              decoded.text.utf8.substr(edit.to_begin, edit.to_end - edit.to_begin) + " ";
  }
  EXPECT_EQ(pieces, "öû>ử ôû>ở ");
}

}  // namespace
}  // namespace kehoach::language

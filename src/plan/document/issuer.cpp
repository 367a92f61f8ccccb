#include "plan/document/issuer.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include "language/comparison.h"
#include "plan/document/name_case.h"

namespace kehoach::plan {
namespace {

using match::TokenSequence;

constexpr std::string_view kStage = "names";

// Provinces were merged and districts abolished on this day.
constexpr std::string_view kReform = "2025-07-01";

bool before_reform(std::string_view date) {
  return !date.empty() && date < kReform.substr(0, date.size());
}

// The province of that name on `date`; without a date today's, else the last that bore the name.
const rules::AdminUnit* find_province(const Reading& reading, std::string_view name,
                                      std::string_view date = {}) {
  const bool want_current = !before_reform(date);
  const rules::AdminUnit* found = nullptr;
  for (const rules::AdminUnit* unit : reading.matcher.units().find(name, "province")) {
    if (!found || unit->current == want_current) found = unit;
  }
  return found;
}

// The lower-case level word that a full name begins with: "Tỉnh Lào Cai" gives "tỉnh Lào Cai".
std::string in_running_text(const std::string& full_name) {
  const std::size_t space = full_name.find(' ');
  return language::lower(full_name.substr(0, space)) + full_name.substr(space);
}

// A body cut at its unit: "Sở Nội vụ" | "tỉnh" | "Lâm Đồng".
struct Cut {
  std::string head;
  std::string level_word, level;  // "tỉnh", "province"; empty without a unit
  std::string name;
  std::string above;  // "Đắk Lắk" of "UBND huyện Ea Súp, tỉnh Đắk Lắk"
};

Cut cut_unit(const Reading& reading, const std::string& body) {
  const TokenSequence tokens = reading.matcher.tokenize(body, kStage);
  Cut cut{body, {}, {}, {}, {}};
  for (const match::Token& token : tokens.tokens) {
    if (!token.is("unit_level")) continue;
    if (!cut.level.empty()) {
      if (!token.is("unit_level", "province") || cut.level == "province") continue;
      const std::size_t name = body.size() - cut.name.size();
      cut.above = body.substr(std::min(token.span.end, body.size()));
      cut.name = body.substr(name, token.span.begin - name);
      break;
    }
    cut.head = body.substr(0, token.span.begin);
    cut.level_word = language::lower(tokens.slice(token));
    cut.level = std::string(token.value);
    cut.name = body.substr(std::min(token.span.end, body.size()));
  }
  const auto trim = [](std::string& s) {
    constexpr std::string_view kAround = " -|,";
    while (!s.empty() && (s.front() == ' ' || s.front() == '.')) s.erase(0, 1);
    while (!s.empty() && kAround.find(s.back()) != kAround.npos) s.pop_back();
  };
  trim(cut.head);
  trim(cut.name);
  trim(cut.above);
  return cut;
}

// The last token of `type` that opens the head, or nothing: its value.
std::string value_at_start(const Reading& reading, const std::string& head, std::string_view type,
                           std::size_t* length = nullptr) {
  const TokenSequence tokens = reading.matcher.tokenize(head, kStage);
  if (tokens.tokens.empty() || !tokens.tokens.front().is(type)) return {};
  if (length) *length = tokens.tokens.front().span.end;
  return std::string(tokens.tokens.front().value);
}

// A deputy signs for the body: "Phó Chủ tịch UBND" stands for "UBND".
std::string signed_for(const Reading& reading, const std::string& head) {
  std::size_t length = 0;
  const std::string body = value_at_start(reading, head, "deputy", &length);
  return body.empty() ? head : body + head.substr(length);
}

std::string short_head(const Reading& reading, const std::string& head) {
  std::size_t length = 0;
  const std::string committee = value_at_start(reading, head, "committee", &length);
  return committee.empty() ? recase(reading, head) : committee + head.substr(length);
}

bool is_city(const Reading& reading, const rules::AdminUnit& province) {
  return cut_unit(reading, province.full_name).level == "city";
}

// The province that the unit itself is. "Thành phố Cà Mau" is none: it lies in that of its name.
const rules::AdminUnit* as_province(const Reading& reading, const Cut& cut,
                                    const std::string& date) {
  if (cut.level != "province" && cut.level != "city") return nullptr;
  const std::string official = province_name(reading, cut.name);
  const auto* province = find_province(reading, official.empty() ? cut.name : official, date);
  if (!province || cut.level == "province") return province;
  return is_city(reading, *province) ? province : nullptr;
}

// `above`: the province that a district or commune is said to lie in, if one is.
void set_unit(const Reading& reading, const Cut& cut, const std::string& date, Issuer& issuer,
              const rules::AdminUnit* above = nullptr) {
  const auto* province = as_province(reading, cut, date);
  issuer.level = cut.level == "city" ? (province ? "province" : "district") : cut.level;
  if (province) {
    issuer.unit_name = issuer.province = province->name;
    issuer.unit_code = province->code;
    return;
  }
  issuer.unit_name = title_case(cut.name);
  const std::string folded = language::comparison_form(cut.name);
  const rules::AdminUnit* found = nullptr;
  int count = 0;
  if (issuer.level.empty()) return;
  if (above) issuer.province = above->name;
  for (const rules::AdminUnit* unit :
       reading.matcher.units().find(cut.name, issuer.level, above ? above->code : std::string())) {
    if (unit->current == before_reform(date)) continue;
    if (language::comparison_form(unit->name) != folded) continue;
    found = unit;
    ++count;
  }
  // A name that several units bear is not guessed at.
  if (count == 1) {
    issuer.unit_name = found->name;
    issuer.unit_code = found->code;
  }
}

// "tỉnh Lâm Đồng", with the name as the official list spells it.
std::string unit_phrase(const Reading& reading, const Cut& cut) {
  const std::string official = province_name(reading, cut.name);
  return cut.level_word + " " + (official.empty() ? title_case(cut.name) : official);
}

}  // namespace

std::string province_name(const Reading& reading, std::string_view name) {
  const auto* unit = find_province(reading, name);
  if (unit) return unit->name;
  // Spelling variants are tokens of type province whose value is the official name.
  const TokenSequence tokens = reading.matcher.tokenize(name);
  if (tokens.tokens.size() == 1 && tokens.tokens.front().is("province")) {
    return std::string(tokens.tokens.front().value);
  }
  return {};
}

namespace {

// "Ban quản lý Khu kinh tế Đồng Đăng - Lạng Sơn" needs no "tỉnh Lạng Sơn" after it.
bool names_already(const std::string& body, const std::string& unit) {
  return language::comparison_form(body).ends_with(" " + language::comparison_form(unit));
}

// "Sở Y tế" and "Sở Y tế Đồng Nai", which names its province without saying that it is one; a name
// that a dash joins to the province's ("Đồng Đăng - Lạng Sơn") stays as it is.
std::string with_full_name(std::string body, const rules::AdminUnit& province) {
  if (names_already(body, province.name)) {
    body.resize(body.size() - province.name.size() - 1);
    if (body.ends_with("-")) return body + " " + province.name;
  }
  return body + " " + in_running_text(province.full_name);
}

using UnitNames = std::unordered_map<std::string, std::string>;  // folded: official

UnitNames unit_names(const Reading& reading, const std::string& level) {
  UnitNames names;
  for (const auto& unit : reading.matcher.rules().units) {
    if (unit.level == level) names.emplace(language::comparison_form(unit.name), unit.name);
  }
  return names;
}

// The official name that the words from `at` on begin with, the longest first.
std::string unit_at(const UnitNames& names, const TokenSequence& tokens, std::size_t at) {
  constexpr std::size_t kLongestName = 4;
  for (std::size_t end = std::min(tokens.tokens.size(), at + kLongestName); end > at; --end) {
    const auto words = tokens.slice(match::TokenRange{at, end});
    const auto found = names.find(language::comparison_form(words));
    if (found != names.end()) return found->second;
  }
  return {};
}

// "… trên địa bàn huyện Ea Súp, tỉnh Đắk Lắk": the province named right behind the unit.
std::string province_behind(const Reading& reading, const Cut& own, const std::string& text) {
  if (text.empty()) return {};
  constexpr std::size_t kLongestName = 6;
  const TokenSequence tokens = reading.matcher.tokenize(text, kStage);
  const UnitNames provinces = unit_names(reading, "province");
  const std::string unit = language::comparison_form(own.level_word + " " + own.name);
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    if (!tokens.tokens[i].is("unit_level")) continue;
    const std::size_t last = std::min(tokens.tokens.size(), i + kLongestName);
    for (std::size_t k = i + 2; k < last; ++k) {
      if (!tokens.tokens[k].is("unit_level", "province")) continue;
      const std::size_t end = tokens.slice(tokens.tokens[k - 1]) == "," ? k - 1 : k;
      if (language::comparison_form(tokens.slice(match::TokenRange{i, end})) == unit)
        return unit_at(provinces, tokens, k + 1);
      break;
    }
  }
  return {};
}

// The province that the letterhead or the title says a district or commune lies in.
const rules::AdminUnit* province_above(const Reading& reading, const Cut& own, IssuerParts& parts) {
  if (own.level == "province" || as_province(reading, own, parts.date)) return nullptr;
  const auto known = [&](const std::string& name) {
    return find_province(reading, province_name(reading, name), parts.date);
  };
  if (!own.above.empty()) return known(own.above);
  const Cut parent = cut_unit(reading, parts.parent);
  const bool provincial = parent.level == "province" || parent.level == "city";
  const auto* above = provincial ? known(parent.name) : nullptr;
  if (above) parts.used_parent = true;
  return above ? above : known(province_behind(reading, own, parts.title));
}

// A local body without a unit of its own takes that of the body above it, else the province.
void complete_from_context(const Reading& reading, const Cut& own, IssuerParts& parts,
                           Issuer& issuer) {
  const Cut parent = cut_unit(reading, parts.parent);
  const rules::AdminUnit* province =
      find_province(reading, province_name(reading, parts.province), parts.date);
  if (!parent.name.empty()) {
    parts.used_parent = true;
    IssuerParts higher{{}, {}, {}, parts.title, parts.date};
    set_unit(reading, parent, parts.date, issuer, province_above(reading, parent, higher));
    if (!names_already(issuer.name, parent.name)) issuer.name += " " + unit_phrase(reading, parent);
  } else if (province && own.level != "district" && own.level != "commune" &&
             (own.level != "city" || is_city(reading, *province))) {
    parts.used_province = true;
    issuer.level = "province";
    issuer.unit_name = issuer.province = province->name;
    issuer.unit_code = province->code;
    issuer.name = with_full_name(issuer.name, *province);
  } else if (!own.level.empty()) {
    issuer.name += " " + own.level_word;
    issuer.level = own.level == "city" ? "" : own.level;
  }
}

// The province that a party committee's name ends with, if it does.
std::string own_province(const Reading& reading, const std::string& body) {
  for (auto space = body.find(' '); space != std::string::npos; space = body.find(' ', space + 1)) {
    const auto name = province_name(reading, std::string_view(body).substr(space + 1));
    if (!name.empty()) return name;
  }
  return {};
}

// Party committees bear the province's bare name: "Tỉnh ủy Lâm Đồng".
void complete_party(const Reading& reading, IssuerParts& parts, Issuer& issuer) {
  const std::string own = own_province(reading, issuer.name);
  issuer.level = "province";
  const rules::AdminUnit* province = find_province(
      reading, own.empty() ? province_name(reading, parts.province) : own, parts.date);
  if (!province) return;
  issuer.unit_name = issuer.province = province->name;
  issuer.unit_code = province->code;
  if (!own.empty()) return;
  parts.used_province = true;
  issuer.name += " " + province->name;
}

}  // namespace

std::string with_province(const Reading& reading, const std::string& body,
                          const std::string& province) {
  const Cut cut = cut_unit(reading, body);
  const bool bare = !cut.level.empty() && cut.name.empty();
  const bool provincial = cut.level == "province" || cut.level == "city";
  return bare && provincial && !province.empty() ? body + " " + province : body;
}

void note_page_province(const std::string& province, Field<Issuer>& issuer) {
  issuer.confidence -= 0.05;
  Evidence named;  // the site's own lines are no part of the normalized text
  named.source = Evidence::Source::kMetadata;
  named.text = province;
  issuer.evidence.push_back(std::move(named));
  issuer.inferred["province"] = "page";
}

std::string with_local_unit(const Reading& reading, const std::string& body) {
  const Cut cut = cut_unit(reading, body);
  const bool local = cut.level == "district" || cut.level == "commune";
  if (!local || !cut.name.empty()) return body;
  const TokenSequence tokens = reading.matcher.tokenize(reading.document.content, kStage);
  const UnitNames names = unit_names(reading, cut.level);
  std::vector<std::pair<std::string, int>> named;
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    const match::Token& token = tokens.tokens[i];
    if (!token.is("unit_level") || language::lower(tokens.slice(token)) != cut.level_word) continue;
    const std::string name = unit_at(names, tokens, i + 1);
    if (name.empty()) continue;
    const auto known = std::find_if(named.begin(), named.end(),
                                    [&](const auto& entry) { return entry.first == name; });
    if (known != named.end()) {
      ++known->second;
    } else {
      named.emplace_back(name, 1);
    }
  }
  const auto best = std::max_element(
      named.begin(), named.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == named.end() ? body : body + " " + best->first;
}

// "ỦY BAN THƯỜNG VỤ" above "QUỐC HỘI": one agency of that name, not one below the other.
bool is_one_agency(const Reading& reading, const IssuerParts& parts) {
  if (parts.parent.empty()) return false;
  std::size_t length = 0;
  const std::string joined = parts.parent + " " + parts.own;
  const bool known = !value_at_start(reading, joined, "agency", &length).empty();
  return known && length == joined.size() &&
         value_at_start(reading, parts.parent, "agency").empty();
}

bool is_bare_unit(const Reading& reading, const std::string& line) {
  const Cut cut = cut_unit(reading, line);
  return cut.head.empty() && !cut.level.empty();
}

// "VĂN PHÒNG" alone, which is that of the body above it.
bool is_office(const Reading& reading, const std::string& head) {
  std::size_t length = 0;
  return value_at_start(reading, head, "agency", &length) == "office" && length == head.size();
}

// "HUYỆN ỦY YÊN LẬP": a district's name alone behind the committee's.
std::optional<Issuer> district_party(const Reading& reading, const std::string& body) {
  std::size_t length = 0;
  if (value_at_start(reading, body, "agency", &length) != "district-party") return std::nullopt;
  Issuer issuer;
  issuer.body = recase(reading, body.substr(0, length));
  issuer.name = issuer.body;
  issuer.level = "district";
  const auto name = body.find_first_not_of(' ', length);
  if (name == std::string::npos) return issuer;
  issuer.unit_name = title_case(body.substr(name));
  issuer.name += " " + issuer.unit_name;
  return issuer;
}

// "HUYỆN ỦY YÊN LẬP" above "BAN TUYÊN GIÁO": one of the committee's own bodies.
bool take_party_above(const Reading& reading, IssuerParts& parts, Issuer& issuer) {
  Issuer party;
  if (const auto district = district_party(reading, parts.parent)) {
    party = *district;
  } else if (value_at_start(reading, parts.parent, "agency") == "party") {
    party.name = recase(reading, parts.parent);
    complete_party(reading, parts, party);
  }
  if (party.unit_name.empty()) return false;
  party.body = issuer.body;
  party.name = issuer.body + " " + party.name;
  parts.used_parent = true;
  issuer = std::move(party);
  return true;
}

bool names_youth_union(const Reading& reading, std::string_view national_title) {
  const TokenSequence tokens = reading.matcher.tokenize(national_title, kStage);
  return std::any_of(tokens.tokens.begin(), tokens.tokens.end(),
                     [](const match::Token& token) { return token.is("youth_title"); });
}

// "BCH TỈNH BẾN TRE" beside the Union's name is Tỉnh đoàn Bến Tre; empty for another body.
std::string youth_head(const Reading& reading, const Cut& own) {
  const TokenSequence tokens = reading.matcher.tokenize(own.head, kStage);
  if (tokens.tokens.empty() || !tokens.tokens.front().is("agency", "youth") ||
      tokens.tokens.front().span.end != own.head.size())
    return {};
  const auto& attributes = tokens.tokens.front().entry->attributes;
  const auto name = attributes.find(own.level);
  return name == attributes.end() ? std::string() : name->second;
}

// An organ without a name of its own is that of the body above it.
void take_body_above(const Reading& reading, const std::string& agency, IssuerParts& parts,
                     Issuer& issuer) {
  parts.used_parent = true;
  const Cut above = cut_unit(reading, parts.parent);
  const bool cut = !above.head.empty() && !above.level.empty() && !above.name.empty();
  issuer.name += " " + (cut ? short_head(reading, above.head) : recase(reading, parts.parent));
  if (cut && agency == "office") set_unit(reading, above, parts.date, issuer);
  if (cut) issuer.name += " " + unit_phrase(reading, above);
}

Issuer nominal_issuer(const Reading& reading, IssuerParts& parts) {
  Issuer issuer;
  if (is_one_agency(reading, parts)) {
    parts.own = parts.parent + " " + parts.own;
    parts.parent.clear();
    parts.used_parent = true;
  }
  if (const auto party = district_party(reading, parts.own)) return *party;
  Cut own = cut_unit(reading, parts.own);
  if (own.head.empty() && !own.level.empty() && !parts.parent.empty()) {
    // The body's name runs over two lines: "ỦY BAN NHÂN DÂN" above "HUYỆN TRIỆU PHONG".
    parts.own = parts.parent + " " + parts.own;
    parts.parent.clear();
    parts.used_parent = true;
    own = cut_unit(reading, parts.own);
  }
  if (const auto head = parts.youth ? youth_head(reading, own) : std::string(); !head.empty()) {
    issuer.body = head;
    set_unit(reading, own, parts.date, issuer);
    issuer.name = head + (issuer.unit_name.empty() ? "" : " ") + issuer.unit_name;
    return issuer;
  }
  own.head = signed_for(reading, own.head);
  issuer.body = short_head(reading, own.head);
  issuer.name = issuer.body;
  if (!own.level.empty() && !own.name.empty()) {
    set_unit(reading, own, parts.date, issuer, province_above(reading, own, parts));
    issuer.name += " " + unit_phrase(reading, own);
    return issuer;
  }
  const std::string agency = value_at_start(reading, own.head, "agency");
  if (agency == "own" && own.level.empty() && take_party_above(reading, parts, issuer))
    return issuer;
  const bool committee = !value_at_start(reading, own.head, "committee").empty();
  if (agency == "central") {
    issuer.level = "central";
  } else if ((agency == "organ" || is_office(reading, own.head)) && !parts.parent.empty()) {
    take_body_above(reading, agency, parts, issuer);
  } else if (agency == "party") {
    if (own.level.empty()) complete_party(reading, parts, issuer);
  } else if (agency == "local" || committee || !own.level.empty()) {
    complete_from_context(reading, own, parts, issuer);
  }
  return issuer;
}

}  // namespace kehoach::plan

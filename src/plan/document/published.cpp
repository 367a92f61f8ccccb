#include "plan/document/published.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "language/comparison.h"
#include "layout/web/property_lines.h"
#include "match/values.h"
#include "plan/document/iso_time.h"
#include "plan/document/issuer.h"
#include "plan/numbers.h"

namespace kehoach::plan {
namespace {

using layout::BlockKind;
using match::Token;
using match::TokenSequence;

// A noise block's characters; it has no place in the normalized text.
std::string block_content(const Reading& reading, const layout::Block& block) {
  std::string out;
  for (const base::ContentSpan& piece : block.pieces) {
    if (!out.empty()) out += ' ';
    out += reading.document.content.substr(piece.begin, piece.size());
  }
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::string two_digits(std::string_view digits) {
  return digits.size() == 1 ? "0" + std::string(digits) : std::string(digits);
}

// "14:05:09" of a token of type clock; the afternoon is said by a mark behind it.
std::string time_of_day(const TokenSequence& tokens, const Token& token) {
  const auto hour = match::parse_int(tokens.part(token, "hour"));
  if (!hour) return {};
  const bool afternoon = !tokens.part(token, "afternoon").empty() && *hour < 12;
  const std::string_view second = tokens.part(token, "second");
  return two_digits(std::to_string(afternoon ? *hour + 12 : *hour)) + ":" +
         two_digits(tokens.part(token, "minute")) + ":" +
         (second.empty() ? "00" : two_digits(second));
}

// "Ngày có hiệu lực: 10/07/2025" is a day of the document that the page shows, not of the page.
bool is_day_of_document(const Reading& reading, const std::string& line) {
  const auto labels = layout::property_labels(line, reading.matcher);
  return !labels.empty() && labels.front().name != "posted";
}

// "2022-09-21T10:00:00+07:00" of "Ngày đăng: 21-09-2022, 10:00"; without a time the date alone.
std::optional<std::string> posted_time(const Reading& reading, const std::string& line) {
  if (is_day_of_document(reading, line)) return std::nullopt;
  const TokenSequence tokens = reading.matcher.tokenize(line);
  std::optional<std::string> date;
  std::string time;
  for (const Token& token : tokens.tokens) {
    if (token.is("date") && !date) date = to_iso(tokens, token);
    if (token.is("clock") && time.empty()) {
      time = time_of_day(tokens, token);
    }
  }
  if (!date) return std::nullopt;
  return time.size() == 8 ? *date + "T" + time + "+07:00" : *date;
}

// The label alone: "File đính kèm: Kế hoạch số 1.doc;" gives "Kế hoạch số 1.doc".
Attachment to_attachment(const Reading& reading, const std::string& line) {
  const TokenSequence tokens = reading.matcher.tokenize(line);
  std::size_t begin = 0, end = line.size();
  for (const auto& lead : reading.matcher.phrases(tokens, "attachment_lead")) {
    begin = tokens.span(lead.whole).end;
  }
  const auto trimmed = [&](char c) {
    return c == ' ' || c == ';' || c == '-' || c == ':' || c == ',';
  };
  while (begin < end && trimmed(line[begin])) ++begin;
  while (begin < end && (trimmed(line[end - 1]) || line[end - 1] == '.')) --end;
  return {std::nullopt, line.substr(begin, end - begin), {}};
}

constexpr std::size_t kWallClock = 19;  // "2022-07-12T01:15:00"

// What metadata say, as ISO 8601.
std::optional<std::string> said_time(const Reading& reading) {
  const std::string& said = reading.document.page_facts.published;
  if (said.empty()) return std::nullopt;
  const auto iso = parse_iso_time(said);
  return iso ? iso : posted_time(reading, said);
}

// The page's own line and its metadata. The line has the last word on the offset: some sites write
// the clock of Vietnam and call it Greenwich's; and on the time, where the metadata give the day.
std::optional<std::string> one_time(const std::optional<std::string>& said,
                                    const std::optional<std::string>& shown) {
  if (!said || !shown) return said ? said : shown;
  const bool more = said->size() < shown->size() && shown->starts_with(*said);
  const bool same_clock = said->size() >= kWallClock && shown->size() >= kWallClock &&
                          shown->substr(0, kWallClock - 3) == said->substr(0, kWallClock - 3);
  return more || (same_clock && said->ends_with('Z')) ? shown : said;
}

// A line that names a file which a link leads to says nothing new.
bool is_linked(const std::vector<Attachment>& links, const std::string& label) {
  const std::string line = language::comparison_form(label);
  return std::any_of(links.begin(), links.end(), [&](const Attachment& link) {
    const std::string known = language::comparison_form(link.label);
    return !known.empty() &&
           (line.find(known) != std::string::npos || known.find(line) != std::string::npos);
  });
}

std::optional<std::string> if_said(const std::string& fact) {
  return fact.empty() ? std::nullopt : std::optional(fact);
}

}  // namespace

SourceFacts read_source_facts(const Reading& reading) {
  SourceFacts facts;
  const layout::PageFacts& page = reading.document.page_facts;
  facts.media_type = reading.document.media_type;
  facts.encoding = reading.document.encoding;
  facts.pages = reading.document.pages;
  facts.text_origin = reading.document.text_origin;
  for (const auto& signature : reading.document.signatures)
    facts.signatures.push_back({signature.signer, signature.time, signature.valid});
  facts.title = if_said(page.title);
  facts.site = if_said(page.site);
  facts.url = if_said(page.url);
  for (const auto& link : page.attachments)
    facts.attachments.push_back({link.href, link.label, {}});
  const std::vector<Attachment> links = facts.attachments;
  std::optional<std::string> shown;
  for (const layout::Block& block : reading.document.blocks) {
    if (block.kind == BlockKind::kPublished && !shown) {
      shown = posted_time(reading, block_content(reading, block));
    } else if (block.kind == BlockKind::kAttachment) {
      Attachment attachment = to_attachment(reading, block_content(reading, block));
      if (!attachment.label.empty() && !is_linked(links, attachment.label))
        facts.attachments.push_back(std::move(attachment));
    } else if (block.kind == BlockKind::kHeadline && !facts.title) {
      facts.title = block_content(reading, block);
    }
  }
  facts.published = one_time(said_time(reading), shown);
  return facts;
}

namespace {

// Parts of a page that speak of others: whose province they name says little of the page's own.
constexpr std::array<std::string_view, 9> kOfOthers = {
    "other-headlines", "foot", "comments", "poll", "promo", "sidebar", "tags", "outside", "dialog"};

class ProvinceCount {
 public:
  explicit ProvinceCount(const Reading& reading) : reading_(reading) {
    for (const layout::Block& block : reading.document.blocks) {
      if (std::find(kOfOthers.begin(), kOfOthers.end(), block.note) == kOfOthers.end()) continue;
      others_.insert(others_.end(), block.pieces.begin(), block.pieces.end());
    }
    std::sort(others_.begin(), others_.end(),
              [](const auto& x, const auto& y) { return x.begin < y.begin; });
  }

  std::vector<NamedProvince> read() {
    const TokenSequence site = reading_.matcher.tokenize(reading_.document.page_facts.site);
    for (const Token& token : site.tokens)
      if (token.is("province")) ++count(token.value).by_site;
    const TokenSequence tokens = reading_.matcher.tokenize(reading_.document.content);
    for (const Token& token : tokens.tokens) {
      const std::string name = province_in(tokens, token);
      if (name.empty()) continue;
      ++(is_of_others(token.span.begin) ? count(name).by_others : count(name).own);
    }
    std::stable_sort(counts_.begin(), counts_.end(), [](const Count& x, const Count& y) {
      return std::tie(x.by_site, x.own, x.by_others) > std::tie(y.by_site, y.own, y.by_others);
    });
    std::vector<NamedProvince> found;
    for (const Count& c : counts_) found.push_back({c.name, c.by_site + c.own + c.by_others});
    return found;
  }

 private:
  struct Count {
    std::string name;
    int by_site = 0, own = 0, by_others = 0;
  };

  // A province, or that of a body: "Cổng thông tin điện tử tỉnh Hưng Yên".
  std::string province_in(const TokenSequence& tokens, const Token& token) const {
    if (token.is("province")) return std::string(token.value);
    if (!token.is("body", "province")) return {};
    return province_name(reading_, tokens.part(token, "unit"));
  }

  Count& count(std::string_view name) {
    const auto known = std::find_if(counts_.begin(), counts_.end(),
                                    [&](const Count& c) { return c.name == name; });
    return known != counts_.end() ? *known
                                  : counts_.emplace_back(Count{std::string(name), 0, 0, 0});
  }

  bool is_of_others(std::size_t position) const {
    const auto after =
        std::upper_bound(others_.begin(), others_.end(), position,
                         [](std::size_t at, base::ContentSpan span) { return at < span.begin; });
    return after != others_.begin() && position < std::prev(after)->end;
  }

  const Reading& reading_;
  std::vector<base::ContentSpan> others_;  // sorted
  std::vector<Count> counts_;
};

}  // namespace

std::vector<NamedProvince> named_provinces(const Reading& reading) {
  return ProvinceCount(reading).read();
}

}  // namespace kehoach::plan

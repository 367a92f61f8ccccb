#include "plan/bodies.h"

#include <algorithm>

#include "language/comparison.h"

namespace kehoach::plan {

namespace {

using match::Token;
using match::TokenRange;
using match::TokenSequence;

// Lower-case syllables that may follow a capital one inside a name no lexicon knows.
constexpr std::size_t kNameTail = 4;
constexpr std::size_t kLongestPhrase = 90;
// Syllables of a clause that tells which of several bodies.
constexpr std::size_t kClauseWords = 6;

bool is_sign(const TokenSequence& tokens, std::size_t i, std::string_view signs) {
  const std::string_view text = tokens.slice(tokens.tokens[i]);
  return text.size() == 1 && signs.find(text[0]) != std::string_view::npos;
}

bool is_dash(const TokenSequence& tokens, std::size_t i) {
  const std::string_view text = tokens.slice(tokens.tokens[i]);
  return text == "-" || text == "–" || text == "/" || text == "&";
}

// A name starts at `i`: a head, or "các" before one.
bool starts_body(const TokenSequence& tokens, std::size_t i, std::size_t end) {
  if (i >= end) return false;
  if (tokens.tokens[i].is("body-head")) return true;
  return tokens.tokens[i].is("plural") && i + 1 < end &&
         (tokens.tokens[i + 1].is("body-head") || tokens.tokens[i + 1].is("body-tail"));
}

bool is_capital(const TokenSequence& tokens, std::size_t i) {
  return language::starts_upper(tokens.slice(tokens.tokens[i]));
}

// "Phòng Đào tạo", "Ban Tổ chức", "Trung tâm Ứng dụng và Thông tin": a word of duty that the head
// of a name takes as its own.
bool names_a_duty(const TokenSequence& tokens, std::size_t i) {
  if (!tokens.tokens[i].is("duty") || i == 0) return false;
  if (tokens.tokens[i - 1].is("body-head")) return true;
  if (tokens.tokens[i - 1].is("and")) return is_capital(tokens, i);
  return tokens.tokens[i - 1].is("duty") && is_capital(tokens, i - 1);
}

// "UBND các xã, thị trấn Xây dựng …": a field that is a duty too, behind a name that is whole: the
// line end that stood there is lost.
bool begins_a_duty(const TokenSequence& tokens, std::size_t i) {
  return tokens.tokens[i].is("body-field", "deed") && i > 0 &&
         (tokens.tokens[i - 1].is("body-field") || tokens.tokens[i - 1].is("body-tail"));
}

// A comma or "và" inside a listing of names or inside one name: a name, a kind or a capital
// follows.
bool joins_names(const TokenSequence& tokens, std::size_t i, std::size_t end) {
  std::size_t next = i + 1;
  if (next < end && tokens.tokens[next].is("and") && !tokens.tokens[i].is("and")) ++next;
  if (next >= end) return false;
  const Token& token = tokens.tokens[next];
  return token.is("body-head") || token.is("body-tail") || token.is("body-field") ||
         token.is("plural") || (token.is("word") && is_capital(tokens, next)) ||
         (tokens.tokens[i].is("and") && names_a_duty(tokens, next));
}

// "huyện Lập Thạch", "thành phố Cần Thơ": a place that is spelled like a word of duty.
bool names_a_place(const TokenSequence& tokens, std::size_t i, std::size_t end) {
  return tokens.tokens[i].is("duty") && is_capital(tokens, i) && i > 0 &&
         tokens.tokens[i - 1].is("body-tail") &&
         tokens.slice(tokens.tokens[i]).find(' ') == std::string_view::npos && i + 1 < end &&
         tokens.tokens[i + 1].is("word") && is_capital(tokens, i + 1);
}

// "Phòng Nghiệp vụ 2", "Đoàn kiểm tra số 1": a number that tells which, where the name ends.
bool numbers_a_body(const TokenSequence& tokens, std::size_t i, std::size_t end) {
  const std::string_view text = tokens.slice(tokens.tokens[i]);
  const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
  if (!digits || text.size() > 2 || text.front() == '0' || i == 0) return false;
  const Token& before = tokens.tokens[i - 1];
  const bool named =
      before.is("body-field") || is_capital(tokens, i - 1) || tokens.slice(before) == "số";
  return named && (i + 1 >= end || tokens.tokens[i + 1].is("duty") ||
                   tokens.tokens[i + 1].is("break") || is_sign(tokens, i + 1, ",;.:()"));
}

// Whether the token belongs to the name that the tokens before it began. `loose` counts the plain
// lower-case syllables since the last capital one.
bool continues_name(const TokenSequence& tokens, std::size_t i, std::size_t end,
                    std::size_t& loose) {
  const Token& token = tokens.tokens[i];
  if (begins_a_duty(tokens, i)) return false;
  if (token.is("body-head") && (token.value != "kind" || is_capital(tokens, i))) {
    loose = token.value == "kind" ? 2 : 1;
    return true;
  }
  if (token.is("body-tail", "of")) {
    loose = 1;
    return true;
  }
  if (token.is("body-head") || token.is("body-tail") || token.is("body-field") ||
      token.is("plural")) {
    loose = kNameTail;
    return true;
  }
  if (is_sign(tokens, i, ";")) return starts_body(tokens, i + 1, end);
  if (token.is("and") || is_sign(tokens, i, ",")) return joins_names(tokens, i, end);
  if (is_dash(tokens, i)) return i + 1 < end;
  if (names_a_place(tokens, i, end)) {
    loose = 0;
    return true;
  }
  if (is_capital(tokens, i) &&
      (token.is("word") || token.is("term") || token.is("plan") || names_a_duty(tokens, i))) {
    loose = 0;
    return true;
  }
  if (numbers_a_body(tokens, i, end)) return true;
  if (!token.is("word")) return false;
  return ++loose <= kNameTail;
}

TokenRange trimmed(const TokenSequence& tokens, TokenRange range) {
  const auto idle = [&](std::size_t i) {
    const Token& token = tokens.tokens[i];
    return token.is("and") || token.is("break") || is_sign(tokens, i, ",;.:") ||
           token.is("order") || token.is("plural") || token.is("body-tail", "of");
  };
  while (!range.empty() && idle(range.begin) && !tokens.tokens[range.begin].is("plural")) {
    ++range.begin;
  }
  while (!range.empty() && (idle(range.end - 1) || is_dash(tokens, range.end - 1))) --range.end;
  return range;
}

// What the names of one listing share, kept while cutting it.
struct Segment {
  std::size_t begin = 0;
  bool named = false;  // opens with a name of its own
  bool kinds = false;  // lists kinds of bodies ("sở, ban, ngành")
  bool division = false;  // a division, whose department may follow ("Phòng Tổng hợp, Sở Y tế")
};

// A head of one syllable: "Sở", "Ban", "Báo"; no abbreviation.
bool is_short_head(const TokenSequence& tokens, std::size_t i) {
  const std::string_view text = tokens.slice(tokens.tokens[i]);
  return tokens.tokens[i].is("body-head") && text.find(' ') == std::string_view::npos &&
         !language::is_upper_word(text);
}

// "Trường Đại học Trà Vinh": words of a kind that a name of its own follows.
bool is_named_kind(const TokenSequence& tokens, std::size_t i, std::size_t end) {
  return tokens.tokens[i].is("body-head", "kind") && is_capital(tokens, i) &&
         !is_short_head(tokens, i) && i + 1 < end && tokens.tokens[i + 1].is("word") &&
         is_capital(tokens, i + 1);
}

Segment segment_at(const TokenSequence& tokens, std::size_t i, std::size_t end) {
  Segment segment{i};
  if (i >= end) return segment;
  const Token& token = tokens.tokens[i];
  const bool named_kind = is_named_kind(tokens, i, end);
  segment.named =
      token.is("body-head") && is_capital(tokens, i) && (token.value != "kind" || named_kind);
  segment.division = token.is("body-head", "division");
  segment.kinds = token.is("plural") || (token.is("body-head", "kind") && !named_kind);
  return segment;
}

// Such a head without a name behind it stands for its kind: "các Cục, Vụ thuộc Bộ".
bool names_kind(const TokenSequence& tokens, std::size_t i, std::size_t end) {
  if (tokens.tokens[i].is("body-head", "kind")) return true;
  if (!is_short_head(tokens, i)) return false;
  return i + 1 >= end || tokens.tokens[i + 1].is("body-tail") || tokens.tokens[i + 1].is("and") ||
         is_sign(tokens, i + 1, ",;");
}

// Whether a separator at `i` ends the name that `segment` holds.
bool ends_name(const TokenSequence& tokens, std::size_t i, std::size_t end,
               const Segment& segment) {
  if (is_sign(tokens, i, ";") || tokens.tokens[i].is("break")) return true;
  if (!tokens.tokens[i].is("and") && !is_sign(tokens, i, ",")) return false;
  std::size_t next = i + 1;
  if (next < end && tokens.tokens[next].is("and")) ++next;
  if (!starts_body(tokens, next, end)) return false;
  const Token& token = tokens.tokens[next];
  if (token.is("plural")) return true;
  if (segment.named && is_named_kind(tokens, next, end)) return true;
  const bool kind = names_kind(tokens, next, end);
  const bool bare = i == segment.begin + 1 && is_short_head(tokens, segment.begin);
  if (bare && (kind || tokens.tokens[i].is("and"))) return false;
  if (kind && segment.kinds) return false;
  if (segment.division && token.value == "department") return false;
  if (token.value == "kind" || !is_capital(tokens, next)) return segment.named && !segment.kinds;
  return true;
}

}  // namespace

namespace {

// "UBND các huyện có đường sắt đi qua": a short clause that tells which of them, where a duty, a
// colon or nothing follows.
std::size_t which_end(const TokenSequence& tokens, std::size_t i, std::size_t end) {
  if (i == 0 || i >= end || !tokens.tokens[i].is("which") || !tokens.tokens[i - 1].is("body-tail"))
    return i;
  std::size_t last = i + 1;
  while (last < end && last <= i + kClauseWords &&
         (tokens.tokens[last].is("word") || tokens.tokens[last].is("body-tail")))
    ++last;
  const bool closed = last == end || tokens.tokens[last].is("duty") || is_sign(tokens, last, ":");
  return closed && last > i + 1 ? last : i;
}

}  // namespace

std::optional<TokenRange> leading_bodies(const TokenSequence& tokens, TokenRange within) {
  if (!starts_body(tokens, within.begin, within.end)) return std::nullopt;
  std::size_t loose = kNameTail;
  std::size_t i = within.begin;
  const std::size_t limit = std::min(within.end, within.begin + kLongestPhrase);
  while (i < limit && continues_name(tokens, i, within.end, loose)) ++i;
  i = which_end(tokens, i, within.end);
  const TokenRange range = trimmed(tokens, {within.begin, i});
  if (range.empty()) return std::nullopt;
  return range;
}

std::vector<std::string> split_bodies(const TokenSequence& tokens, TokenRange phrase) {
  phrase = trimmed(tokens, phrase);
  std::vector<std::string> names;
  Segment segment = segment_at(tokens, phrase.begin, phrase.end);
  int brackets = 0;
  const auto close = [&](std::size_t end) {
    TokenRange name = trimmed(tokens, {segment.begin, end});
    while (segment.named && name.size() > 1 &&
           tokens.tokens[name.end - 1].is("body-tail", "assigned"))
      --name.end;
    if (!name.empty()) names.emplace_back(tokens.slice(name));
  };
  for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
    const Token& token = tokens.tokens[i];
    if (is_sign(tokens, i, "(")) ++brackets;
    if (is_sign(tokens, i, ")")) --brackets;
    if (brackets > 0) continue;
    if (ends_name(tokens, i, phrase.end, segment)) {
      close(i);
      std::size_t next = i + 1;
      while (next < phrase.end && tokens.tokens[next].is("and")) ++next;
      segment = segment_at(tokens, next, phrase.end);
    } else if (token.is("body-head", "kind") || token.is("plural")) {
      segment.kinds = true;
    }
  }
  close(phrase.end);
  return names;
}

std::vector<std::string> split_bodies(const match::Matcher& matcher, std::string_view phrase) {
  const TokenSequence tokens = matcher.tokenize(phrase, kTaskStage);
  return split_bodies(tokens, {0, tokens.tokens.size()});
}

std::optional<base::LocalSpan> leading_bodies(const match::Matcher& matcher,
                                              std::string_view text) {
  const TokenSequence tokens = matcher.tokenize(text, kTaskStage);
  const auto range = leading_bodies(tokens, {0, tokens.tokens.size()});
  if (!range) return std::nullopt;
  return tokens.span(*range);
}

}  // namespace kehoach::plan

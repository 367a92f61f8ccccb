#include "language/search/word_run.h"

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/letters.h"

namespace kehoach::language {
namespace {

constexpr std::size_t kLongestChain = 8;  // runs; no document's number has more

// Letters, digits and signs as wide as Chinese ones, which some keyboards and old PDFs write.
char32_t narrowed(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_combining_mark(char32_t c) { return c >= 0x300 && c < 0x370; }

// "/", "-" or "&" for any sign that stands for it; 0 for others.
char joint(char32_t c) {
  switch (narrowed(c)) {
    case U'/':
    case 0x2044:
      return '/';
    case U'-':
    case 0x2010:
    case 0x2011:
    case 0x2013:
      return '-';
    case U'&':
      return '&';
    default:
      return 0;
  }
}

void note_letter(WordRun& run, char32_t c) {
  const bool upper = lower_code_point(c) != c;
  if (!run.letters) run.capital = run.capitals = upper;
  run.capitals = run.capitals && upper;
  run.letters = true;
}

struct Joint {
  char sign = 0;
  std::size_t end = 0;
  bool spaced = false;  // a space before or behind it; not on both sides
};

// The sign at `position` that may join what stands before to what comes.
std::optional<Joint> joint_at(std::string_view utf8, std::size_t position) {
  const auto skip_space = [&] {
    if (position >= utf8.size()) return false;
    std::size_t behind = position;
    if (!is_space(base::next_code_point(utf8, behind))) return false;
    position = behind;
    return true;
  };
  const bool before = skip_space();
  if (position >= utf8.size()) return std::nullopt;
  const char sign = joint(base::next_code_point(utf8, position));
  if (sign == 0) return std::nullopt;
  const bool behind = skip_space();
  if (before && behind) return std::nullopt;
  return Joint{sign, position, before || behind};
}

// A space is left out only in a number that was stamped or broken there: "142 /KH-UBND",
// "31/CT- TTg".
bool joins(const WordChain& chain, const Joint& sign, const WordRun& next) {
  if (!sign.spaced) return true;
  if (!chain.runs.front().digits || !next.capital) return false;
  return sign.sign == '/' || chain.joints.find('/') != std::string::npos;
}

// A number has a slash and letters; a code two words in capitals.
bool is_chain(WordChain& chain) {
  if (chain.runs.size() < 2) return false;
  if (!chain.runs.front().digits) return chain.runs.front().capitals && chain.runs[1].capital;
  while (chain.code < chain.runs.size() && !chain.runs[chain.code].letters) ++chain.code;
  return chain.code < chain.runs.size() && chain.joints.find('/') != std::string::npos;
}

}  // namespace

std::optional<WordRun> word_run(std::string_view utf8, std::size_t position) {
  WordRun run{position, position, true};
  while (position < utf8.size()) {
    const char32_t c = base::next_code_point(utf8, position);
    if (is_digit(c)) {
      run.digits = run.digits && is_ascii_digit(c);
    } else if (is_letter(c)) {
      run.digits = false;
      if (!is_combining_mark(c)) note_letter(run, c);
    } else if (!is_invisible(c) || run.end == run.begin) {
      break;
    } else {
      continue;  // inside only if more follows
    }
    run.end = position;
  }
  if (run.end == run.begin) return std::nullopt;
  return run;
}

std::u32string run_letters(std::string_view utf8, const WordRun& run) {
  const std::string_view slice = utf8.substr(run.begin, run.end - run.begin);
  std::u32string out;
  bool composed = true;
  for (std::size_t i = 0; i < slice.size();) {
    const char32_t c = base::next_code_point(slice, i);
    composed = composed && !is_combining_mark(c);
    if (!is_invisible(c)) out.push_back(narrowed(c));
  }
  return composed ? out : base::decode_utf8(comparison_form(base::encode_utf8(out)));
}

std::optional<WordChain> word_chain(std::string_view utf8, const WordRun& first) {
  if (!first.digits && !first.capitals) return std::nullopt;
  WordChain chain{{first}, {}, 0};
  while (chain.runs.size() < kLongestChain) {
    const std::optional<Joint> sign = joint_at(utf8, chain.runs.back().end);
    if (!sign) break;
    const std::optional<WordRun> next = word_run(utf8, sign->end);
    if (!next || !joins(chain, *sign, *next)) break;
    chain.runs.push_back(*next);
    chain.joints.push_back(sign->sign);
  }
  if (!is_chain(chain)) return std::nullopt;
  return chain;
}

}  // namespace kehoach::language

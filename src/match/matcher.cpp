#include "match/matcher.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <mutex>
#include <set>

#include "base/utf8.h"
#include "match/keyword_index.h"
#include "match/lexicon_trie.h"
#include "match/line_tokenizer.h"
#include "match/phrase_pattern.h"
#include "match/symbol_table.h"
#include "match/token_pattern.h"

namespace kehoach::match {
namespace {

// The rules and words of one stage.
struct Stage {
  std::vector<const TokenPattern*> patterns;
  KeywordIndex keywords;
  LexiconTrie lexicon;
};

using rules::kStages;

bool in_stage(std::string_view rule_stage, std::string_view stage) {
  if (rule_stage == "both") return stage == "fields" || stage == "layout";
  return rule_stage == stage;
}

bool better(const PhraseMatch& a, const PhraseMatch& b) {
  if (a.rule->priority != b.rule->priority) return a.rule->priority > b.rule->priority;
  if (a.whole.begin != b.whole.begin) return a.whole.begin < b.whole.begin;
  return a.whole.size() > b.whole.size();
}

// Those that no better match overlaps, by start.
std::vector<PhraseMatch> without_overlaps(std::vector<PhraseMatch> matches) {
  std::stable_sort(matches.begin(), matches.end(), better);
  std::map<std::size_t, PhraseMatch> kept;  // by first token
  for (auto& match : matches) {
    const auto next = kept.lower_bound(match.whole.begin);
    if (next != kept.end() && next->first < match.whole.end) continue;
    if (next != kept.begin() && std::prev(next)->second.whole.end > match.whole.begin) continue;
    const std::size_t begin = match.whole.begin;
    kept.emplace(begin, std::move(match));
  }
  std::vector<PhraseMatch> result;
  for (auto& [begin, match] : kept) result.push_back(std::move(match));
  return result;
}

}  // namespace

struct Matcher::Impl {
  explicit Impl(rules::RuleSet given) : rules(std::move(given)) {
    for (const auto& rule : rules.tokens) patterns.emplace_back(rule);
    for (std::size_t i = 0; i < kStages.size(); ++i) prepare(stages[i], kStages[i]);
    prepare_phrases();
  }

  void prepare(Stage& stage, std::string_view name) {
    for (const auto& pattern : patterns) {
      if (!in_stage(pattern.rule().stage, name)) continue;
      stage.keywords.add(stage.patterns.size(), pattern.rule().keywords, vocabulary);
      stage.patterns.push_back(&pattern);
    }
    for (const auto& entry : rules.lexicon)
      if (in_stage(entry.stage, name)) stage.lexicon.add(vocabulary.add_form(entry.form), entry);
  }

  // Literals first, then every kind of token that may carry one.
  void prepare_phrases() {
    std::vector<std::vector<PhraseElement>> parsed;
    std::set<std::vector<std::uint32_t>> literals;
    for (const auto& rule : rules.phrases) {
      parsed.push_back(parse_phrase(rule));
      for (const auto& element : parsed.back())
        if (element.kind == PhraseElement::Kind::kLiteral) add_literal(element.text, literals);
    }
    symbols.add_kind("break", "");
    symbols.add_kind("word", "");
    symbols.add_kind("punct", "");
    for (const auto& rule : rules.tokens) symbols.add_kind(rule.type, rule.value);
    for (const auto& entry : rules.lexicon) {
      auto form = vocabulary.add_form(entry.form);
      const std::uint32_t literal = literals.contains(form) ? symbols.add_literal(form) : 0;
      symbols.add_kind(entry.type, entry.value, literal);
      entry_literals[&entry] = literal;
    }
    symbols.number_kinds();
    for (std::size_t i = 0; i < rules.phrases.size(); ++i)
      phrases[rules.phrases[i].field].emplace_back(rules.phrases[i], parsed[i], symbols,
                                                   vocabulary);
  }

  // A literal may be covered by tokens of the lexicon in part or whole: every run of its words is
  // a literal that a lexicon token may carry; single words are also words of the text.
  void add_literal(std::string_view text, std::set<std::vector<std::uint32_t>>& literals) {
    const auto units = cut_units(text, nullptr);
    const auto ids = vocabulary.add_form(text);
    for (std::size_t begin = 0; begin < ids.size(); ++begin) {
      const std::uint32_t literal = symbols.add_literal({ids[begin]});
      symbols.add_kind(units[begin].kind == UnitKind::kWord ? "word" : "punct", "", literal);
      if (unit_literals.size() <= ids[begin]) unit_literals.resize(ids[begin] + 1);
      unit_literals[ids[begin]] = literal;
      for (std::size_t end = begin + 1; end <= ids.size(); ++end)
        literals.emplace(ids.begin() + static_cast<std::ptrdiff_t>(begin),
                         ids.begin() + static_cast<std::ptrdiff_t>(end));
    }
  }

  const Stage& stage(std::string_view name) const {
    const auto found = std::find(kStages.begin(), kStages.end(), name);
    return stages[found == kStages.end() ? 0 : static_cast<std::size_t>(found - kStages.begin())];
  }

  char32_t symbol_of(const Token& token, const std::vector<TextUnit>& units,
                     std::size_t& at) const {
    if (token.entry) return symbols.symbol(token.type, token.value, entry_literals.at(token.entry));
    if (token.rule) return symbols.symbol(token.type, token.value, 0);
    while (at < units.size() && units[at].begin < token.span.begin) ++at;
    const bool whole =
        at < units.size() && units[at].begin == token.span.begin && units[at].end == token.span.end;
    const std::uint32_t id = whole ? units[at].id : 0;
    return symbols.symbol(token.type, "", id < unit_literals.size() ? unit_literals[id] : 0);
  }

  void add_symbols(TokenSequence& sequence, const std::vector<TextUnit>& units) const {
    std::size_t at = 0;
    for (const auto& token : sequence.tokens) {
      sequence.symbol_begin.push_back(static_cast<std::uint32_t>(sequence.symbols.size()));
      base::append_code_point(sequence.symbols, symbol_of(token, units, at));
    }
    sequence.symbol_begin.push_back(static_cast<std::uint32_t>(sequence.symbols.size()));
  }

  rules::RuleSet rules;
  std::deque<TokenPattern> patterns;
  std::array<Stage, kStages.size()> stages;
  Vocabulary vocabulary;
  SymbolTable symbols;
  std::vector<std::uint32_t> unit_literals;  // by unit id
  std::map<const rules::LexiconEntry*, std::uint32_t> entry_literals;
  std::map<std::string, std::deque<PhrasePattern>, std::less<>> phrases;  // by field
  std::once_flag admin_units_once;
  std::optional<rules::UnitIndex> admin_units;
  std::mutex made_mutex;
  std::map<std::type_index, std::shared_ptr<const void>> made;  // of the rules, by others
};

Matcher::Matcher(rules::RuleSet rules) : impl_(std::make_unique<Impl>(std::move(rules))) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;

const rules::RuleSet& Matcher::rules() const { return impl_->rules; }

const rules::UnitIndex& Matcher::units() const {
  std::call_once(impl_->admin_units_once,
                 [this] { impl_->admin_units.emplace(impl_->rules.units); });
  return *impl_->admin_units;
}

const void* Matcher::made_of_rules(std::type_index type, Make make) const {
  const std::lock_guard lock(impl_->made_mutex);
  auto& made = impl_->made[type];
  if (!made) made = make(impl_->rules);
  return made.get();
}

void Matcher::compile() const {
  for (const auto& pattern : impl_->patterns) pattern.compile();
  for (const auto& [field, patterns] : impl_->phrases)
    for (const auto& pattern : patterns) pattern.regex().compile();
}

TokenSequence Matcher::tokenize(std::string_view text, std::string_view stage_name) const {
  const Stage& stage = impl_->stage(stage_name);
  const std::vector<TextUnit> units = cut_units(text, &impl_->vocabulary);
  TokenSequence sequence;
  sequence.text = text;
  for (std::size_t begin = 0; begin < units.size();) {
    std::size_t end = begin;
    while (end < units.size() && units[end].kind != UnitKind::kBreak) ++end;
    if (end > begin) {
      const std::span<const TextUnit> line(units.data() + begin, end - begin);
      std::vector<const TokenPattern*> wanted;
      for (const auto rule : stage.keywords.rules_for(line)) wanted.push_back(stage.patterns[rule]);
      LineTokenizer(text, line, stage.lexicon, wanted).run(sequence.tokens);
    }
    if (end < units.size()) {
      Token token;
      token.type = "break";
      token.span = {units[end].begin, units[end].end};
      sequence.tokens.push_back(std::move(token));
    }
    begin = end + 1;
  }
  impl_->add_symbols(sequence, units);
  return sequence;
}

std::vector<PhraseMatch> Matcher::phrases(const TokenSequence& sequence, std::string_view field,
                                          TokenRange within) const {
  const auto found = impl_->phrases.find(field);
  if (found == impl_->phrases.end() || within.empty()) return {};
  std::vector<PhraseMatch> matches;
  for (const auto& pattern : found->second) {
    auto own = phrase_matches(sequence, pattern, within);
    std::move(own.begin(), own.end(), std::back_inserter(matches));
  }
  return without_overlaps(std::move(matches));
}

std::vector<PhraseMatch> Matcher::phrases_of(const TokenSequence& sequence,
                                             const rules::PhraseRule& rule) const {
  const auto found = impl_->phrases.find(rule.field);
  if (found == impl_->phrases.end()) return {};
  for (const auto& pattern : found->second)
    if (&pattern.rule() == &rule)
      return phrase_matches(sequence, pattern, {0, sequence.tokens.size()});
  return {};
}

}  // namespace kehoach::match

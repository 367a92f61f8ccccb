#include <map>

#include "language/comparison.h"
#include "match/matcher.h"
#include "rules/list_stage.h"

namespace kehoach::match {
namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

class Checker {
 public:
  explicit Checker(const Matcher& matcher) : matcher_(matcher) {}

  std::vector<CheckFailure> run() {
    for (const auto& rule : matcher_.rules().tokens) token(rule);
    for (const auto& file : matcher_.rules().lexicon_files) lexicon(file);
    for (const auto& rule : matcher_.rules().phrases) phrase(rule);
    forms();
    return std::move(failures_);
  }

 private:
  void fail(const std::string& rule, const rules::Place& place, std::string message) {
    failures_.push_back({rule, place.file, place.line, std::move(message)});
  }

  static std::string_view stage_of(const std::string& stage) {
    return rules::is_stage(stage) ? std::string_view(stage) : "fields";
  }

  // Every part that the example names, against what `part` says was found.
  template <class Part>
  static std::string wrong_part(const rules::Example& example, const Part& part) {
    for (const auto& [name, wanted] : example.parts) {
      const std::string found(part(name));
      if (found != wanted)
        return "part " + quoted(name) + " is " + quoted(found) + " instead of " + quoted(wanted);
    }
    return "";
  }

  // `fits` picks the tokens of the rule or type; `part` reads a token's part.
  template <class Fits, class Part>
  void tokens(const std::string& name, const rules::Place& place, const std::string& stage,
              const std::vector<rules::Example>& examples,
              const std::vector<rules::Example>& counter, const Fits& fits, const Part& part) {
    for (const auto& example : examples) {
      const auto sequence = matcher_.tokenize(example.text, stage_of(stage));
      std::string problem = "does not match";
      for (const auto& token : sequence.tokens) {
        if (!fits(token)) continue;
        if (sequence.slice(token) == example.match) {
          problem = wrong_part(example,
                               [&](const std::string& key) { return part(sequence, token, key); });
          break;
        }
        problem =
            "matches " + quoted(sequence.slice(token)) + " instead of " + quoted(example.match);
      }
      if (!problem.empty()) fail(name, place, "in " + quoted(example.text) + ": " + problem);
    }
    for (const auto& example : counter) {
      const auto sequence = matcher_.tokenize(example.text, stage_of(stage));
      for (const auto& token : sequence.tokens)
        if (fits(token))
          fail(name, place,
               "in the counter-example " + quoted(example.text) + ": matches " +
                   quoted(sequence.slice(token)));
    }
  }

  void token(const rules::TokenRule& rule) {
    tokens(
        rule.id, rule.place, rule.stage, rule.examples, rule.counter,
        [&](const Token& token) { return token.rule == &rule; },
        [](const TokenSequence& sequence, const Token& token, const std::string& key) {
          return sequence.part(token, key);
        });
  }

  // Words of the list that stand in the text.
  bool lists(const rules::LexiconFile& file, std::string_view text, std::string_view word) const {
    if (text.find(word) == text.npos) return false;
    for (const auto i : matcher_.rules().entries_of(file.type))
      if (matcher_.rules().lexicon[i].form == word) return true;
    return false;
  }

  void list(const rules::LexiconFile& file) {
    const std::string name = "lexicon " + file.type;
    for (const auto& example : file.examples)
      if (!lists(file, example.text, example.match))
        fail(name, file.place, "in " + quoted(example.text) + ": does not match");
    for (const auto& example : file.counter)
      if (lists(file, example.text, example.text))
        fail(
            name, file.place,
            "in the counter-example " + quoted(example.text) + ": matches " + quoted(example.text));
  }

  void lexicon(const rules::LexiconFile& file) {
    if (file.stage == rules::kListStage) return list(file);
    tokens(
        "lexicon " + file.type, file.place, file.stage, file.examples, file.counter,
        [&](const Token& token) { return token.entry && token.type == file.type; },
        [](const TokenSequence&, const Token& token, const std::string& key) {
          if (key == "value") return token.value;
          const auto found = token.entry->attributes.find(key);
          return found == token.entry->attributes.end() ? std::string_view{}
                                                        : std::string_view(found->second);
        });
  }

  void phrase(const rules::PhraseRule& rule) {
    for (const auto& example : rule.examples) {
      const auto sequence = matcher_.tokenize(example.text);
      std::string problem = "does not match";
      for (const auto& match : matcher_.phrases_of(sequence, rule)) {
        if (sequence.slice(match.whole) == example.match) {
          problem = wrong_part(example, [&](const std::string& key) {
            const auto range = match.part(key);
            return range ? sequence.slice(*range) : std::string_view{};
          });
          break;
        }
        problem = "matches " + quoted(sequence.slice(match.whole)) + " instead of " +
                  quoted(example.match);
      }
      if (!problem.empty())
        fail(rule.id, rule.place,
             "in " + quoted(example.text) + ": " + problem + "; tokens: " + dump(sequence));
    }
    for (const auto& example : rule.counter) {
      const auto sequence = matcher_.tokenize(example.text);
      for (const auto& match : matcher_.phrases_of(sequence, rule))
        fail(rule.id, rule.place,
             "in the counter-example " + quoted(example.text) + ": matches " +
                 quoted(sequence.slice(match.whole)));
    }
  }

  static std::string dump(const TokenSequence& sequence) {
    std::string result;
    for (const auto& token : sequence.tokens) {
      if (!result.empty()) result += ' ';
      result += token.type;
      if (!token.value.empty()) result.append(":").append(token.value);
    }
    return result;
  }

  // A form that stands for two things: only the first would ever be found.
  void forms() {
    std::map<std::string, const rules::LexiconEntry*> seen;
    for (const auto& entry : matcher_.rules().lexicon) {
      if (entry.stage == rules::kListStage) continue;  // each list is taken by itself
      const std::string key = entry.stage + (entry.match_case ? "\tcase\t" + entry.form : "\t") +
                              language::comparison_form(entry.form);
      const auto [known, added] = seen.try_emplace(key, &entry);
      if (added || (known->second->type == entry.type && known->second->value == entry.value))
        continue;
      fail("lexicon " + entry.type, entry.place,
           quoted(entry.form) + " already stands for " + known->second->type + ":" +
               known->second->value + " (" + known->second->place.file + ":" +
               std::to_string(known->second->place.line) + ")");
    }
  }

  const Matcher& matcher_;
  std::vector<CheckFailure> failures_;
};

}  // namespace

std::vector<CheckFailure> check(const Matcher& matcher) {
  matcher.compile();
  return Checker(matcher).run();
}

}  // namespace kehoach::match

#include "cli/eval/patterns_command.h"

#include <algorithm>

#include "base/error.h"
#include "cli/pattern_layers.h"
#include "cli/result_file.h"
#include "match/matcher.h"
#include "output/table.h"

namespace kehoach::cli {
namespace {

std::string place(const rules::Place& at) { return at.file + ":" + std::to_string(at.line); }

const std::string& finds(const rules::TokenRule& rule) { return rule.type; }
const std::string& finds(const rules::PhraseRule& rule) { return rule.field; }

template <class Rules>
std::size_t count(const Rules& rules, std::vector<rules::Example> Rules::value_type::*examples) {
  std::size_t total = 0;
  for (const auto& rule : rules) total += (rule.*examples).size();
  return total;
}

std::string totals(const rules::RuleSet& rules) {
  const std::size_t examples = count(rules.tokens, &rules::TokenRule::examples) +
                               count(rules.phrases, &rules::PhraseRule::examples);
  const std::size_t counter = count(rules.tokens, &rules::TokenRule::counter) +
                              count(rules.phrases, &rules::PhraseRule::counter);
  return std::to_string(rules.tokens.size()) + " token rules, " +
         std::to_string(rules.phrases.size()) + " phrase rules, " +
         std::to_string(rules.lexicon.size()) + " lexicon entries, " +
         std::to_string(rules.units.size()) + " administrative units\n" + std::to_string(examples) +
         " examples, " + std::to_string(counter) + " counter-examples";
}

template <class Rule>
std::vector<std::string> row(const char* level, const Rule& rule) {
  return {rule.id,
          level,
          finds(rule),
          std::to_string(rule.examples.size()) + "+" + std::to_string(rule.counter.size()),
          place(rule.place),
          rule.description};
}

void add_examples(std::string& out, const char* title,
                  const std::vector<rules::Example>& examples) {
  out += title;
  out += '\n';
  for (const rules::Example& example : examples) {
    out += "  \"" + example.text + "\"";
    if (!example.match.empty()) out += "  matches \"" + example.match + "\"";
    for (const auto& [part, words] : example.parts) out += "  " + part + " \"" + words + "\"";
    out += '\n';
  }
}

template <class Rule>
std::string shown(const char* level, const Rule& rule) {
  std::string out = rule.id + "\n  " + rule.description + "\n  " + level + " rule, finds " +
                    finds(rule) + ", priority " + std::to_string(rule.priority) + ", " +
                    place(rule.place) + "\n";
  if (!rule.keywords.empty()) {
    out += "  only where one of these occurs:";
    for (const std::string& keyword : rule.keywords) out += " \"" + keyword + "\"";
    out += '\n';
  }
  out += "pattern\n  " + rule.pattern + "\n";
  add_examples(out, "examples", rule.examples);
  add_examples(out, "counter-examples", rule.counter);
  return out;
}

template <class Rules>
const typename Rules::value_type* find(const Rules& rules, const std::string& id) {
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const auto& rule) { return rule.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace

ExitCode check_patterns(const std::vector<std::string>& folders, const Terminal& terminal) {
  const match::Matcher matcher(load_patterns(folders));
  const std::vector<match::CheckFailure> failures = match::check(matcher);
  for (const match::CheckFailure& failure : failures)
    terminal.error(failure.file + ":" + std::to_string(failure.line) + ": " + failure.rule + ": " +
                   failure.message);
  ResultFile out("");
  out.write(totals(matcher.rules()) + "\n" +
            (failures.empty() ? "all good" : std::to_string(failures.size()) + " failed") + "\n");
  return failures.empty() ? ExitCode::kDone : ExitCode::kSomeFailed;
}

ExitCode list_patterns(const std::vector<std::string>& folders, const Terminal& terminal) {
  const rules::RuleSet rules = load_patterns(folders);
  std::vector<std::vector<std::string>> rows;
  for (const rules::TokenRule& rule : rules.tokens) rows.push_back(row("token", rule));
  for (const rules::PhraseRule& rule : rules.phrases) rows.push_back(row("phrase", rule));
  ResultFile out("");
  out.write(output::align({{"rule"},
                           {"level"},
                           {"finds"},
                           {"examples", true},
                           {"file", false, output::Fit::kCutFront, 0},
                           {"what", false, output::Fit::kCut, 0}},
                          rows, terminal.width()));
  return ExitCode::kDone;
}

ExitCode show_pattern(const std::vector<std::string>& folders, const std::string& id,
                      const Terminal&) {
  const rules::RuleSet rules = load_patterns(folders);
  ResultFile out("");
  if (const auto* token = find(rules.tokens, id))
    out.write(shown("token", *token));
  else if (const auto* phrase = find(rules.phrases, id))
    out.write(shown("phrase", *phrase));
  else
    throw base::Error("no-rule", "no such rule: " + id +
                                     ": is in no pattern file; `kehoach patterns list` names all");
  return ExitCode::kDone;
}

}  // namespace kehoach::cli

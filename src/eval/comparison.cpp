// What changed between two reports, value by value.
#include <algorithm>
#include <set>
#include <tuple>

#include "base/error.h"
#include "eval/report.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

// A value of the gold or one that was said wrongly, however often it stands in its document.
using Key = std::tuple<std::string, std::string, std::string, std::string>;  // with context, value

struct Tally {
  std::size_t all = 0, right = 0;
};

struct Values {
  std::set<std::string> documents;
  std::map<Key, Tally> expected;
  std::map<Key, std::size_t> wrongly_said;
};

std::string key_text(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

void add_judgement(const std::string& document, const json& judgement, Values& values) {
  const std::string verdict = judgement.at("verdict");
  const auto key = [&](const json& value) {
    return Key{document, judgement.at("field"), judgement.value("context", ""), key_text(value)};
  };
  if (judgement.contains("expected")) {
    Tally& tally = values.expected[key(judgement["expected"])];
    ++tally.all;
    tally.right += verdict == "right";
  }
  if (verdict == "wrong" || verdict == "extra") {
    ++values.wrongly_said[key(judgement.value("got", json()))];
  }
}

Values values_of(const json& report) {
  Values values;
  try {
    if (report.at("schema") != kReportSchema) throw base::Error("eval-report", "");
    for (const json& document : report.at("documents")) {
      const std::string name = document.at("document");
      values.documents.insert(name);
      for (const json& judgement : document.at("judgements")) {
        add_judgement(name, judgement, values);
      }
    }
  } catch (const std::exception&) {
    throw base::Error(
        "eval-report",
        "the report to compare with is none that this tool wrote: its schema is not " +
            std::string(kReportSchema) +
            " or a judgement lacks a key; make it with eval --format json");
  }
  return values;
}

Change change(const Key& key, bool gain, const char* what) {
  const auto& [document, field, context, value] = key;
  return {document, field, context, gain, json::parse(value), what};
}

void compare_expected(const Values& before, const Values& now, std::vector<Change>& changes) {
  for (const auto& [key, tally] : now.expected) {
    const auto old = before.expected.find(key);
    // A value that only one of the two golds has says nothing about the reader.
    if (old == before.expected.end()) continue;
    for (std::size_t i = old->second.right; i < tally.right; ++i) {
      changes.push_back(change(key, true, "now found"));
    }
    for (std::size_t i = tally.right; i < std::min(old->second.right, tally.all); ++i) {
      changes.push_back(change(key, false, "no longer found"));
    }
  }
}

// What `more` says wrongly and `less` does not.
void compare_said(const Values& more, const Values& less, bool gain, std::vector<Change>& changes) {
  for (const auto& [key, count] : more.wrongly_said) {
    if (!less.documents.contains(std::get<0>(key))) continue;
    const auto other = less.wrongly_said.find(key);
    const std::size_t kept = other == less.wrongly_said.end() ? 0 : other->second;
    for (std::size_t i = kept; i < count; ++i) {
      changes.push_back(change(key, gain, gain ? "no longer said wrongly" : "now said wrongly"));
    }
  }
}

std::vector<std::string> missing(const std::set<std::string>& from,
                                 const std::set<std::string>& in) {
  std::vector<std::string> result;
  std::set_difference(from.begin(), from.end(), in.begin(), in.end(), std::back_inserter(result));
  return result;
}

std::string names(const std::vector<std::string>& documents) {
  std::string text;
  for (const std::string& document : documents) text += (text.empty() ? "" : ", ") + document;
  return text;
}

}  // namespace

Comparison compare(const json& old_report, const Report& report) {
  const Values before = values_of(old_report);
  const Values now =
      values_of(json::parse(to_json(report).dump(-1, ' ', false, json::error_handler_t::replace)));
  Comparison result;
  compare_expected(before, now, result.changes);
  compare_said(before, now, true, result.changes);
  compare_said(now, before, false, result.changes);
  std::stable_sort(result.changes.begin(), result.changes.end(), [](auto& a, auto& b) {
    return std::tie(a.gain, a.document, a.field) < std::tie(b.gain, b.document, b.field);
  });
  result.only_old = missing(before.documents, now.documents);
  result.only_new = missing(now.documents, before.documents);
  return result;
}

std::string to_text(const Comparison& comparison) {
  std::string text;
  std::size_t gains = 0;
  for (const Change& change : comparison.changes) {
    gains += change.gain;
    text += std::string(change.gain ? "gain" : "loss") + ": " + change.document + ": " +
            change.field + ": " + change.what + ": " +
            change.value.dump(-1, ' ', false, json::error_handler_t::replace);
    if (!change.context.empty()) text += " | in: " + change.context;
    text += "\n";
  }
  text += std::to_string(gains) + " gains, " + std::to_string(comparison.changes.size() - gains) +
          " losses\n";
  if (!comparison.only_old.empty()) text += "only before: " + names(comparison.only_old) + "\n";
  if (!comparison.only_new.empty()) text += "only now: " + names(comparison.only_new) + "\n";
  return text;
}

ordered_json to_json(const Comparison& comparison) {
  ordered_json changes = ordered_json::array();
  for (const Change& change : comparison.changes) {
    changes.push_back({{"change", change.gain ? "gain" : "loss"},
                       {"document", change.document},
                       {"field", change.field},
                       {"context", change.context},
                       {"what", change.what},
                       {"value", change.value}});
  }
  return {{"changes", std::move(changes)},
          {"only_old", comparison.only_old},
          {"only_new", comparison.only_new}};
}

}  // namespace kehoach::eval

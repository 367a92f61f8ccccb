// Plans that no body has issued, for measuring search over many: words follow each other as they do
// in sample texts (so that their frequencies, and those of phrases, are those of the language),
// numbers, bodies, provinces and days are drawn. The same seed gives the same plans.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kehoach::bench {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }

 private:
  std::uint64_t state_;
};

struct SyntheticTarget {
  std::string indicator, change, unit;
  double min = 0;
  int year = 0;
};

struct SyntheticPlan {
  std::string number, number_key, symbol, type, type_code, title, issuer, province, date, text;
  int serial = 0, year = 0;
  std::vector<SyntheticTarget> targets;
  std::vector<std::string> leads;  // of tasks
  std::string cited;               // a number
};

class PlanMaker {
 public:
  // `samples`: texts whose words are taken; `provinces`: names.
  PlanMaker(const std::vector<std::string>& samples, std::vector<std::string> provinces);

  // The plan of this index, the same whenever it is asked for.
  SyntheticPlan plan(std::uint64_t index) const;

 private:
  std::string words(Random& random, std::size_t count) const;

  std::vector<std::string> words_;                // of all samples, each once
  std::vector<std::size_t> order_;                // of the samples: which word stands where
  std::vector<std::vector<std::size_t>> places_;  // of each word in order_
  std::vector<std::string> provinces_;
};

}  // namespace kehoach::bench

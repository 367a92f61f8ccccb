#include "synthetic_plans.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "language/comparison.h"

namespace kehoach::bench {
namespace {

constexpr std::size_t kTextWords = 180;  // of a body, on average

struct Type {
  const char *name, *code;
};
// Four in ten are plans.
constexpr Type kTypes[] = {{"Kế hoạch", "KH"},     {"Kế hoạch", "KH"},   {"Kế hoạch", "KH"},
                           {"Kế hoạch", "KH"},     {"Quyết định", "QĐ"}, {"Quyết định", "QĐ"},
                           {"Báo cáo", "BC"},      {"Thông báo", "TB"},  {"Chỉ thị", "CT"},
                           {"Chương trình", "CTr"}};
constexpr const char* kBodies[] = {"UBND tỉnh",
                                   "UBND tỉnh",
                                   "Sở Nội vụ tỉnh",
                                   "Sở Tài chính tỉnh",
                                   "Sở Y tế tỉnh",
                                   "Sở Thông tin và Truyền thông tỉnh",
                                   "Sở Nông nghiệp và Phát triển nông thôn tỉnh"};
constexpr const char* kSymbols[] = {"UBND", "UBND", "SNV", "STC", "SYT", "STTTT", "SNN"};
constexpr const char* kIndicators[] = {"PAR_INDEX", "SIPAS", "PAPI", "PCI", "DDCI", "DTI", "PII"};
constexpr const char* kChanges[] = {"increase", "decrease", "reach", "maintain"};
constexpr const char* kUnits[] = {"percent", "rank", "point", "count"};

std::string two_digits(std::size_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

}  // namespace

// splitmix64
std::uint64_t Random::next() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

PlanMaker::PlanMaker(const std::vector<std::string>& samples, std::vector<std::string> provinces)
    : provinces_(std::move(provinces)) {
  std::map<std::string, std::size_t> known;
  for (const std::string& sample : samples) {
    std::istringstream in(sample);
    for (std::string word; in >> word;) {
      const auto [found, is_new] = known.try_emplace(word, words_.size());
      if (is_new) words_.push_back(word);
      if (is_new) places_.emplace_back();
      places_[found->second].push_back(order_.size());
      order_.push_back(found->second);
    }
  }
}

// Each word is one that follows the word before it somewhere in the samples.
std::string PlanMaker::words(Random& random, std::size_t count) const {
  std::size_t at = random.below(order_.size());
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t word = order_[at];
    out += (out.empty() ? "" : i % 12 == 0 ? "\n" : " ") + words_[word];
    at = (places_[word][random.below(places_[word].size())] + 1) % order_.size();
  }
  return out;
}

SyntheticPlan PlanMaker::plan(std::uint64_t index) const {
  Random random(index * 2654435761U + 17);
  SyntheticPlan plan;
  const Type& type = kTypes[random.below(std::size(kTypes))];
  const std::size_t body = random.below(std::size(kBodies));
  plan.type = type.name;
  plan.type_code = type.code;
  plan.symbol = std::string(type.code) + "-" + kSymbols[body];
  plan.serial = static_cast<int>(1 + random.below(random.below(4) == 0 ? 9000 : 400));
  plan.year = static_cast<int>(2015 + random.below(11));
  plan.number = std::to_string(plan.serial) + "/" + plan.symbol;
  plan.number_key = language::comparison_form(plan.number);
  plan.province = provinces_[random.below(provinces_.size())];
  plan.issuer = std::string(kBodies[body]) + " " + plan.province;
  const std::size_t month = 1 + random.below(12), day = 1 + random.below(28);
  plan.date = std::to_string(plan.year) + "-" + two_digits(month) + "-" + two_digits(day);
  plan.title = words(random, 8 + random.below(12));
  std::replace(plan.title.begin(), plan.title.end(), '\n', ' ');
  plan.cited = std::to_string(1 + random.below(2000)) + "/QĐ-TTg";
  for (std::size_t i = random.below(4); i > 0; --i)
    plan.targets.push_back({kIndicators[random.below(std::size(kIndicators))],
                            kChanges[random.below(std::size(kChanges))],
                            kUnits[random.below(std::size(kUnits))],
                            static_cast<double>(1 + random.below(100)), plan.year});
  for (std::size_t i = random.below(4); i > 0; --i)
    plan.leads.push_back(std::string(kBodies[2 + random.below(std::size(kBodies) - 2)]) + " " +
                         plan.province);
  plan.text = "Số: " + plan.number + "\n" + plan.province + ", ngày " + two_digits(day) +
              " tháng " + std::to_string(month) + " năm " + std::to_string(plan.year) + "\n" +
              language::upper(plan.type) + "\n" + plan.title + "\nThực hiện Quyết định số " +
              plan.cited + "\n" + words(random, kTextWords / 2 + random.below(kTextWords)) + "\n" +
              plan.issuer;
  return plan;
}

}  // namespace kehoach::bench

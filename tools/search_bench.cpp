// Measures search over many plans: tools/bench search.
//
// Use: search_bench CORPUS ARCHIVE PLANS
// Fills ARCHIVE with PLANS synthetic plans in batches, in no order of dates, as an ingest does; one
// that is there already is taken as it is, with that many plans in it. Then asks twelve kinds of
// queries, each with 200 different words drawn from the plans, and prints a table. Every query is
// asked once, as by a person who opens the archive and asks for the first page of 20 with its
// snippets.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "language/comparison.h"
#include "rules/rule_set.h"
#include "store/archive.h"
#include "store/compression.h"
#include "store/runs.h"
#include "store/search/search.h"
#include "store/search/search_index.h"
#include "synthetic_plans.h"

namespace {

using namespace kehoach;
using bench::PlanMaker;
using bench::Random;
using bench::SyntheticPlan;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kBatch = 10'000;
constexpr int kAskedOfEach = 200;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Milliseconds that this process has computed: what a query takes when nobody else is at work.
double computed() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<std::string> read_samples(const std::string& folder) {
  std::set<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") paths.insert(entry.path());
  std::vector<std::string> out;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return out;
}

std::vector<std::string> province_names() {
  std::set<std::string> names;
  for (const rules::AdminUnit& unit : rules::load().units)
    if (unit.level == "province") names.insert(unit.name);
  return {names.begin(), names.end()};
}

void put_figures(store::Archive& archive, std::int64_t version, const SyntheticPlan& plan) {
  int position = 0;
  for (const bench::SyntheticTarget& target : plan.targets)
    archive
        .statement(
            "INSERT INTO targets (version_id, position, indicator_code, indicator_name,"
            " change, unit, min, exclusive, approximate, printed, year, confidence, rule)"
            " VALUES (?,?,?,?,?,?,?,0,0,'',?,0.9,'synthetic')")
        .bind(version, position++, target.indicator, target.indicator, target.change, target.unit,
              target.min, target.year)
        .run();
}

void put_tasks(store::Archive& archive, std::int64_t version, const SyntheticPlan& plan) {
  int position = 0;
  for (const std::string& lead : plan.leads) {
    archive
        .statement(
            "INSERT INTO tasks (version_id, position, text, lead, cooperating, section,"
            " origin, confidence, rule) VALUES (?,?,?,'[]','[]','[]','list',0.9,'synthetic')")
        .bind(version, position++, plan.title)
        .run();
    archive
        .statement(
            "INSERT INTO task_bodies (task_id, part, position, body, body_key)"
            " VALUES (?,'lead',0,?,?)")
        .bind(archive.last_id(), lead, language::comparison_form(lead))
        .run();
  }
}

// The rows that search reads; what else a record gives makes the file larger and nothing slower.
void put_plan(store::Archive& archive, const SyntheticPlan& plan, std::size_t index,
              std::int64_t run) {
  archive
      .statement(
          "INSERT INTO documents (key, role, number, number_key, serial, symbol, doc_type,"
          " doc_type_code, title, issue_date, year, issuer, issuer_key, province)"
          " VALUES (?,'document',?,?,?,?,?,?,?,?,?,?,?,?)")
      .bind("synthetic:" + std::to_string(index), plan.number, plan.number_key, plan.serial,
            plan.symbol, plan.type, plan.type_code, plan.title, plan.date, plan.year, plan.issuer,
            language::comparison_form(plan.issuer), plan.province)
      .run();
  const std::int64_t document = archive.last_id();
  archive
      .statement(
          "INSERT INTO versions (document_id, sha256, run_id, read_run_id, role,"
          " completeness, pages) VALUES (?,?,?,?,'document',6,1)")
      .bind(document, "synthetic:" + std::to_string(index), run, run)
      .run();
  const std::int64_t version = archive.last_id();
  archive
      .statement(
          "INSERT INTO contents (version_id, text, text_bytes, record, record_bytes, model,"
          " model_bytes) VALUES (?,?,?,x'',0,x'',0)")
      .bind(version, store::Blob{store::compress(plan.text)}, plan.text.size())
      .run();
  archive.statement("UPDATE documents SET current_version = ? WHERE id = ?")
      .bind(version, document)
      .run();
  put_figures(archive, version, plan);
  put_tasks(archive, version, plan);
  archive
      .statement(
          "INSERT INTO citations (version_id, position, number, relation, confidence, rule)"
          " VALUES (?,0,?,'implements',0.9,'synthetic')")
      .bind(version, plan.cited)
      .run();
  archive
      .statement(
          "INSERT INTO links (from_version, kind, position, number_key)"
          " VALUES (?,'cites',0,?)")
      .bind(version, language::comparison_form(plan.cited))
      .run();
}

double file_bytes(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return error ? 0 : static_cast<double>(size);
}

double one_number(store::Archive& archive, const std::string& sql) {
  store::Statement statement = archive.prepare(sql);
  return statement.step() ? statement.real(0) : 0;
}

void build(const std::string& path, const PlanMaker& maker, std::size_t plans) {
  const auto begun = Clock::now();
  store::Archive archive = store::Archive::open(path, store::Archive::Access::kCreate);
  std::int64_t run = 0;
  {
    store::Transaction transaction(archive);
    run = store::start_run(
        archive, {"ingest", "2026-01-01T00:00:00Z", {"bench", "bench", {{"sqlite", "3"}}}, "{}"});
    transaction.commit();
  }
  double loading = 0, indexing = 0;  // seconds that this process has computed
  for (std::size_t begin = 0; begin < plans; begin += kBatch) {
    double start = computed();
    store::Transaction transaction(archive);
    for (std::size_t i = begin; i < std::min(begin + kBatch, plans); ++i)
      put_plan(archive, maker.plan(i), i, run);
    loading += (computed() - start) / 1000;
    start = computed();
    transaction.commit();
    indexing += (computed() - start) / 1000;
  }
  const double start = computed();
  while (store::merge_search_index(archive)) {
  }
  const double merging = (computed() - start) / 1000;
  archive.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  const double waited = seconds_since(begun);
  const double index = one_number(archive, "SELECT sum(length(block)) FROM document_text_data");
  std::printf(
      "%zu plans: tables made and written in %.0f s of processor time, index built in %.0f s\n"
      "(%.0f plans a second) and put together in %.0f s, all in %.0f s; file %.2f GB, of it the "
      "index %.2f GB\n\n",
      plans, loading, indexing, static_cast<double>(plans) / indexing, merging, waited,
      file_bytes(path) / 1e9, index / 1e9);
  std::fflush(stdout);
}

// Words that follow each other in the body of some plan.
std::vector<std::string> drawn_words(const PlanMaker& maker, Random& random, std::size_t plans,
                                     std::size_t count) {
  while (true) {
    std::istringstream text(maker.plan(random.below(plans)).text);
    std::vector<std::string> words{std::istream_iterator<std::string>(text), {}};
    const std::size_t at = 20 + random.below(words.size() - 20 - count);
    std::vector<std::string> out;
    for (std::size_t i = at; i < at + count; ++i)
      for (const std::string& word : language::comparison_words(words[i]))
        if (out.size() < count) out.push_back(word);
    if (out.size() == count) return out;
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

struct Kind {
  const char* name;
  double limit;  // milliseconds of the 99th percentile
  std::function<store::SearchRequest(Random&)> request;
};

std::vector<Kind> kinds(const PlanMaker& maker, std::size_t plans) {
  using Request = store::SearchRequest;
  const auto drawn = [&maker, plans](Random& random, std::size_t count) {
    return drawn_words(maker, random, plans, count);
  };
  const auto ranked = [](std::string query) {
    return Request{.query = std::move(query), .filter = {}, .order = Request::Order::kRelevance};
  };
  const auto newest = [](std::string query) {
    return Request{.query = std::move(query), .filter = {}};
  };
  const auto beginning = [drawn](Random& random) {
    const std::string word = language::search_form(drawn(random, 1)[0]);
    return word.substr(0, std::min<std::size_t>(word.size(), 1 + random.below(3))) + "*";
  };
  return {
      {"newest: one word, unmarked", 10,
       [=](Random& r) { return newest(language::search_form(joined(drawn(r, 1)))); }},
      {"newest: three words", 10, [=](Random& r) { return newest(joined(drawn(r, 3))); }},
      {"newest: phrase of two", 10,
       [=](Random& r) { return newest("\"" + joined(drawn(r, 2)) + "\""); }},
      {"newest: phrase of four, unmarked", 10,
       [=](Random& r) { return newest("\"" + language::search_form(joined(drawn(r, 4))) + "\""); }},
      {"newest: number of a document", 10,
       [&maker, newest, plans](Random& r) { return newest(maker.plan(r.below(plans)).number); }},
      {"newest: words, province and year", 10,
       [&maker, drawn, newest, plans](Random& r) {
         Request request = newest(joined(drawn(r, 2)));
         const SyntheticPlan plan = maker.plan(r.below(plans));
         request.filter.provinces = {plan.province};
         request.filter.year_from = request.filter.year_to = plan.year;
         return request;
       }},
      {"newest: indicator, change and year", 10,
       [&maker, newest, plans](Random& r) {
         Request request = newest("");
         request.filter.indicators = {"SIPAS"};
         request.filter.changes = {"increase"};
         request.filter.year_from = maker.plan(r.below(plans)).year;
         return request;
       }},
      {"newest: OR and NOT", 10,
       [=](Random& r) {
         return newest("(" + drawn(r, 1)[0] + " OR \"" + joined(drawn(r, 2)) + "\") NOT " +
                       drawn(r, 1)[0]);
       }},
      {"relevance: two words", 50, [=](Random& r) { return ranked(joined(drawn(r, 2))); }},
      {"relevance: phrase and word, unmarked", 50,
       [=](Random& r) {
         return ranked(language::search_form("\"" + joined(drawn(r, 2)) + "\" " + drawn(r, 1)[0]));
       }},
      {"prefix: newest", 100, [=](Random& r) { return newest(beginning(r)); }},
      {"prefix: relevance, with a word", 100,
       [=](Random& r) { return ranked(drawn(r, 1)[0] + " " + beginning(r)); }},
  };
}

// Returns whether the 99th percentile is within the limit.
bool measure(store::Archive& archive, const Kind& kind) {
  Random random(std::hash<std::string_view>{}(kind.name));
  std::vector<std::pair<double, std::string>> times;
  std::vector<double> work;
  std::size_t found = 0;
  for (int i = 0; i < kAskedOfEach; ++i) {
    const store::SearchRequest request = kind.request(random);
    const auto start = Clock::now();
    const double before = computed();
    const store::SearchAnswer answer = store::search(archive, request);
    work.push_back(computed() - before);
    times.emplace_back(seconds_since(start) * 1000, request.query);
    found += !answer.hits.empty();
  }
  std::sort(times.begin(), times.end());
  std::sort(work.begin(), work.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * (kAskedOfEach - 1))].first;
  };
  const bool good = at(0.99) <= kind.limit;
  std::printf("%-38s %8.2f %8.2f %8.2f %8.2f %6.0f  %s  %3zu  %s\n", kind.name, at(0.5), at(0.99),
              work[work.size() / 2], work[work.size() * 99 / 100 - 1], kind.limit,
              good ? "yes" : "NO ", found, times.back().second.c_str());
  return good;
}

int run(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "use: search_bench CORPUS ARCHIVE PLANS\n");
    return 3;
  }
  const PlanMaker maker(read_samples(argv[1]), province_names());
  const std::size_t plans = std::stoul(argv[3]);
  if (!std::filesystem::exists(argv[2])) build(argv[2], maker, plans);
  store::Archive archive = store::Archive::open(argv[2], store::Archive::Access::kRead);
  std::printf("%-38s %8s %8s %8s %8s %6s  %s\n", "milliseconds", "median", "p99", "computed", "p99",
              "limit", "within, queries of 200 with hits, the slowest");
  bool good = true;
  for (const Kind& kind : kinds(maker, plans)) good = measure(archive, kind) && good;
  return good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const kehoach::base::Error& error) {
    std::fprintf(stderr, "search_bench: %s\n", error.what());
    return 3;
  }
}

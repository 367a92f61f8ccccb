#include "output/record_json.h"

#include <gtest/gtest.h>

#include <limits>

#include "output/source_facts.h"

namespace kehoach::output {
namespace {

constexpr std::string_view kText = "Đắk Lắk đặt mục tiêu tăng 5-7 bậc";
const Generator kGenerator = {"kehoach 9", "1+abc", {{"icu", "72.1"}}};

plan::Evidence slice(std::string_view words) {
  plan::Evidence evidence;
  evidence.text = words;
  evidence.span.begin = kText.find(words);
  evidence.span.end = evidence.span.begin + words.size();
  return evidence;
}

template <class T>
plan::Field<T> field(T value, std::string_view words) {
  return {std::move(value), 0.9, "rule.id", {slice(words)}, {}};
}

Json json_of(const plan::Record& record) { return record_json(record, kText, kGenerator); }

TEST(RecordJson, AnEmptyRecordHasEveryKey) {
  plan::Record record;
  record.source.path = "a.txt";
  record.role = "none";
  const Json json = json_of(record);
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  EXPECT_EQ(keys, (std::vector<std::string>{"schema", "id", "generator", "source", "role",
                                            "document", "targets", "results", "tasks", "citations",
                                            "sections", "tables", "diagnostics"}));
  EXPECT_EQ(json["document"].dump(),
            R"({"number":null,"type":null,"issue_date":null,"issuer":null,"place":null,)"
            R"("title":null,"signer":null,"recipients":[],"urgency":null,"secrecy":null,)"
            R"("period":null,"plan":null,"attached":[]})");
}

TEST(RecordJson, PositionsAreCodePointsOfTheText) {
  plan::Record record;
  record.document.place = field<std::string>("Đắk Lắk", "Lắk");
  const Json evidence = json_of(record)["document"]["place"]["evidence"][0];
  EXPECT_EQ(evidence.dump(), R"({"source":"text","text":"Lắk","start":4,"end":7})");
}

TEST(RecordJson, Scalars) {
  plan::DocumentFields document;
  document.number = field<plan::Number>({"142/KH-UBND", 142, std::nullopt, "KH-UBND", true}, "5");
  document.type = field<plan::DocumentType>({"Kế hoạch", "KH"}, "5");
  document.issuer =
      field<plan::Issuer>({"UBND tỉnh Đắk Lắk", "UBND", "province", "Đắk Lắk", "66", ""}, "5");
  document.period = field<plan::Period>({2021, 2025}, "5");
  document.plan = field<bool>(true, "5");
  document.issue_date = field<std::string>("2022-07-15", "5");
  document.issue_date->inferred["year"] = "published";
  document.signer_position = field<std::string>("CHỦ TỊCH", "7");
  document.authorities.push_back(field<std::string>("TM. ỦY BAN NHÂN DÂN", "5"));
  plan::Record record;
  record.document = document;
  const Json json = json_of(record)["document"];
  const std::string origin =
      R"("confidence":0.9,"rule":"rule.id","evidence":[{"source":"text","text":"5","start":26,"end":27}])";
  EXPECT_EQ(json["number"].dump(), R"({"value":"142/KH-UBND","serial":142,"year":null,)"
                                   R"("symbol":"KH-UBND","complete":true,)" +
                                       origin + "}");
  EXPECT_EQ(json["type"].dump(), R"({"value":"Kế hoạch","code":"KH",)" + origin + "}");
  EXPECT_EQ(json["issuer"].dump(),
            R"({"value":"UBND tỉnh Đắk Lắk","body":"UBND","level":"province",)"
            R"("unit":{"name":"Đắk Lắk","code":"66","province":null},)" +
                origin + "}");
  EXPECT_EQ(json["period"].dump(), R"({"value":{"from":2021,"to":2025},)" + origin + "}");
  EXPECT_EQ(json["plan"].dump(), R"({"value":true,)" + origin + "}");
  EXPECT_EQ(json["issue_date"].dump(),
            R"({"value":"2022-07-15",)" + origin + R"(,"inferred":{"year":"published"}})");
  EXPECT_EQ(json["signer"]["value"], nullptr);
  EXPECT_EQ(json["signer"]["position"], "CHỦ TỊCH");
  EXPECT_EQ(json["signer"]["authorities"].dump(), R"(["TM. ỦY BAN NHÂN DÂN"])");
  EXPECT_EQ(json["signer"]["evidence"].size(), 2u);
}

TEST(RecordJson, ABlankDayIsNullWithWhatIsKnown) {
  plan::Record record;
  record.document.issue_date_partial = field<std::string>("2025-02", "5");
  const Json date = json_of(record)["document"]["issue_date"];
  EXPECT_EQ(date["value"], nullptr);
  EXPECT_EQ(date["partial"], "2025-02");
  EXPECT_EQ(date["evidence"].size(), 1u);
}

TEST(RecordJson, AFigure) {
  plan::Figure figure;
  figure.confidence = 0.8;
  figure.rule = "target.range";
  figure.evidence = {slice("tăng 5-7 bậc")};
  figure.indicator = {"PAR_INDEX", "Chỉ số cải cách hành chính"};
  figure.change = "increase";
  figure.unit = "rank";
  figure.min = 5;
  figure.max = 7.5;
  figure.printed = "5-7 bậc";
  figure.baseline_year = 2021;
  figure.year = 2022;
  plan::Record record;
  record.targets.push_back(figure);
  EXPECT_EQ(
      json_of(record)["targets"][0].dump(),
      R"({"indicator":{"code":"PAR_INDEX","name":"Chỉ số cải cách hành chính"},)"
      R"("change":"increase","unit":"rank","printed_unit":null,"min":5,"max":7.5,)"
      R"("exclusive":false,"approximate":false,"printed":"5-7 bậc","of":null,)"
      R"("baseline_year":2021,"year":2022,"per":null,"deadline":null,"confidence":0.8,)"
      R"("rule":"target.range","evidence":[{"source":"text","text":"tăng 5-7 bậc","start":21,"end":33}]})");
}

TEST(RecordJson, OtherEvidence) {
  plan::Evidence metadata;
  metadata.source = plan::Evidence::Source::kMetadata;
  metadata.text = "2022-07-15";
  plan::Evidence derived;
  derived.source = plan::Evidence::Source::kDerived;
  derived.from = {"/document/type"};
  plan::Evidence changed = slice("tăng");
  changed.original = "t ăng";
  changed.page = 2;
  changed.boxes = {{1, 2, 3.5, 4}};
  plan::Record record;
  record.document.title = plan::Field<std::string>{"x", 0.5, "r", {metadata, derived, changed}, {}};
  EXPECT_EQ(json_of(record)["document"]["title"]["evidence"].dump(),
            R"([{"source":"metadata","text":"2022-07-15"},)"
            R"({"source":"derived","from":["/document/type"]},)"
            R"({"source":"text","text":"tăng","start":21,"end":25,"page":2,)"
            R"("boxes":[[1.0,2.0,3.5,4.0]],"original":"t ăng"}])");
}

TEST(RecordJson, SectionsAndTables) {
  plan::Section child{"1", "Chỉ tiêu", 2, {slice("mục tiêu").span}, {}, {}};
  plan::Record record;
  record.sections.push_back({"I", "MỤC TIÊU", 1, {0, 5}, {}, {child}});
  record.tables.push_back({{1, 2}, "", 1, 2, {{{"a", 1, 2, {}, 0, {}}}}});
  const Json json = json_of(record);
  EXPECT_EQ(
      json["sections"].dump(),
      R"([{"label":"I","title":"MỤC TIÊU","level":1,"start":0,"page":null,"children":[)"
      R"({"label":"1","title":"Chỉ tiêu","level":2,"start":12,"page":null,"children":[]}]}])");
  EXPECT_EQ(json["tables"].dump(),
            R"([{"pages":[1,2],"header_rows":1,"rows":[[{"text":"a","rowspan":1,"colspan":2}]]}])");
}

TEST(RecordJson, TheContentNamesTheRecord) {
  const auto id = [](const std::string& path, const std::string& bytes) {
    plan::Record record;
    finish(record, base::Source{path, bytes}, {}, "");
    return json_of(record)["id"].get<std::string>();
  };
  EXPECT_EQ(id("a.txt", "x"), id("b/c.txt", "x"));
  EXPECT_NE(id("a.txt", "x"), id("a.txt", "y"));
  EXPECT_EQ(id("a.txt", "abc"),
            "kehoach:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(RecordJson, AFailureSaysWhyAndIsARecord) {
  const Json json =
      json_of(failure_record({"a.bin", ""}, "missing", "a.bin: there is no such file"));
  EXPECT_EQ(json["id"], nullptr);
  EXPECT_EQ(json["role"], "none");
  EXPECT_EQ(json["diagnostics"].dump(),
            R"([{"code":"missing","severity":"error","message":"a.bin: there is no such file"}])");
}

TEST(ToLine, IsOneLineOfValidUtf8WhateverTheBytes) {
  EXPECT_EQ(to_line({{"path", "a\nb\xff"}}), "{\"path\":\"a\\nb\xEF\xBF\xBD\"}");
}

}  // namespace
}  // namespace kehoach::output

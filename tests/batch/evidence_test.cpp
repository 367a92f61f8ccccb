// Every piece of evidence from the text is exactly the slice that its positions name, in every
// document of the corpus, and in one of its scans.
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "batch/extract.h"
#include "batch/source_list.h"

namespace kehoach::batch {
namespace {

using nlohmann::json;

std::vector<std::size_t> code_point_begins(const std::string& text) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (!base::is_continuation(text[i])) begins.push_back(i);
  begins.push_back(text.size());
  return begins;
}

TEST(Evidence, IsASliceOfTheText) {
  const match::Matcher matcher(rules::load());
  const Extractor records(matcher, {}, Form::kLine), texts(matcher, {}, Form::kText);
  auto sources = list_sources({KEHOACH_ROOT "/corpus"});
  std::erase_if(sources,
                [](const std::string& path) { return path.find("/scans/") != std::string::npos; });
  sources.push_back(KEHOACH_ROOT "/corpus/scans/s-so-van-hoa-thai-binh-2008.clean-150.pdf");
  EXPECT_GT(sources.size(), 100u);
  for (const std::string& path : sources) {
    const std::string text = texts.extract(path).bytes;
    const std::vector<std::size_t> begins = code_point_begins(text);
    const std::function<void(const json&)> check = [&](const json& node) {
      if (node.is_object() && node.contains("end") && node.contains("start")) {
        const std::size_t begin = begins.at(node["start"]), end = begins.at(node["end"]);
        EXPECT_EQ(text.substr(begin, end - begin), node["text"].get<std::string>()) << path;
      }
      if (node.is_structured())
        for (const json& child : node) check(child);
    };
    check(json::parse(records.extract(path).bytes));
  }
}

}  // namespace
}  // namespace kehoach::batch

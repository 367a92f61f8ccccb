// What a faulty pack is told, word for word.
#include <gtest/gtest.h>

#include "base/error.h"
#include "match/matcher.h"

namespace kehoach::rules {
namespace {

const std::string kRest = "examples = [{text = \"a\", match = \"a\"}]\ncounter = [\"b\"]\n";

std::string token(const std::string& pattern, const std::string& rest = kRest) {
  return "[[token]]\nid = \"x.y\"\ntype = \"x\"\ndescription = \"d\"\npattern = '''" + pattern +
         "'''\n" + rest;
}

std::string phrase(const std::string& pattern) {
  return "[[phrase]]\nid = \"p.q\"\nfield = \"f\"\ndescription = \"d\"\npattern = '''" + pattern +
         "'''\n" + kRest;
}

std::string error_of(const PackFiles& files) {
  try {
    match::Matcher matcher(load_only({files}));
    matcher.compile();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.code(), "pattern-pack");
    return error.what();
  }
  return "no error";
}

struct Case {
  PackFiles files;
  std::string expected;
};

TEST(PackErrors, SayFileRuleAndCaret) {
  const Case cases[] = {
      {{{"tokens/x.toml", token("đạt)(")}},
       "tokens/x.toml:5:17: rule \"x.y\": unexpected ')'\n  đạt)(\n     ^"},
      {{{"tokens/x.toml", token("a(b")}},
       "tokens/x.toml:5:15: rule \"x.y\": missing ')'\n  a(b\n   ^"},
      {{{"tokens/x.toml", token("a[b")}},
       "tokens/x.toml:5:15: rule \"x.y\": missing ']'\n  a[b\n   ^"},
      {{{"tokens/x.toml", token("\nab\n[cd")}},
       "tokens/x.toml:7:1: rule \"x.y\": missing ']'\n  [cd\n  ^"},
      {{{"tokens/x.toml", token("a{none}")}},
       "tokens/x.toml:5:15: rule \"x.y\": unknown fragment \"none\"\n  a{none}\n   ^"},
      {{{"tokens/x.toml", token("a{lexicon:unit}")}},
       "tokens/x.toml:5:15: rule \"x.y\": the lexicon has no \"unit\"\n  a{lexicon:unit}\n   ^"},
      {{{"fragments.toml", "[fragments]\na = '''x{b}'''\nb = '''y{a}'''\n"},
        {"tokens/x.toml", token("{a}")}},
       "fragments.toml:3:9: fragment \"b\": fragments go in a circle: a -> b -> a\n  y{a}\n   ^"},
      {{{"tokens/x.toml", token("a", "counter = [\"b\"]\n")}},
       "tokens/x.toml:1:1: rule \"x.y\": no \"examples\""},
      {{{"tokens/x.toml", token("a", "examples = [{text = \"a\", match = \"a\"}]\n")}},
       "tokens/x.toml:1:1: rule \"x.y\": no \"counter\" examples"},
      {{{"tokens/x.toml", token("a") + token("b")}},
       "tokens/x.toml:8:1: rule \"x.y\": a second rule with this id"},
      {{{"tokens/x.toml", token("a", kRest + "patern = \"b\"\n")}},
       "tokens/x.toml:8:10: rule \"x.y\": unknown key \"patern\""},
      {{{"phrases/x.toml", phrase("{none}")}},
       "phrases/x.toml:5:14: rule \"p.q\": no rule or lexicon makes tokens of type \"none\"\n"
       "  {none}\n  ^"},
      {{{"phrases/x.toml", phrase("{word} so")}},
       "phrases/x.toml:5:21: rule \"p.q\": words stand in quotes, types in braces\n"
       "  {word} so\n         ^"},
  };
  for (const auto& test : cases) EXPECT_EQ(error_of(test.files), test.expected);
}

TEST(Layers, SameIdReplacesAndDisabledRemoves) {
  const PackFiles base{{"tokens/x.toml", token("a")}};
  EXPECT_EQ(load_only({base, {{"tokens/z.toml", token("b")}}}).tokens.at(0).pattern, "b");
  const std::string off = "[[token]]\nid = \"x.y\"\ndisabled = true\n";
  EXPECT_TRUE(load_only({base, {{"tokens/z.toml", off}}}).tokens.empty());
}

}  // namespace
}  // namespace kehoach::rules

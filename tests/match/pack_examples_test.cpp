// Every example and counter-example of the embedded pack.
#include <gtest/gtest.h>

#include "match/matcher.h"

namespace kehoach::match {
namespace {

TEST(PackExamples, AllHold) {
  const Matcher matcher(rules::load());
  for (const auto& failure : check(matcher))
    ADD_FAILURE() << failure.file << ":" << failure.line << ": " << failure.rule << ": "
                  << failure.message;
}

}  // namespace
}  // namespace kehoach::match

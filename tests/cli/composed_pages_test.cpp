// The composed pages of the corpus and the frames are what tools/compose-pages makes today.
#include <gtest/gtest.h>

#include "run_command.h"

namespace kehoach::cli {
namespace {

class ComposedPages : public CommandLine {};

TEST_F(ComposedPages, AreUpToDate) {
  if (run("python3 -c 'import tomllib'").code != 0) GTEST_SKIP() << "no Python 3.11 here";
  const Ran ran = run("python3 '" KEHOACH_ROOT "/tools/compose-pages' --check");
  EXPECT_EQ(ran.code, 0) << ran.err;
}

}  // namespace
}  // namespace kehoach::cli

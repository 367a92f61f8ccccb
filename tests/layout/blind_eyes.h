// Eyes that see nothing; a test overrides what its page shows.
#pragma once

#include <optional>
#include <vector>

#include "read/scan/page_eyes.h"

namespace kehoach::layout {

class BlindEyes : public read::PageEyes {
 public:
  std::vector<read::ScanPage> recognise(const std::vector<int>&) const override { return {}; }
  std::optional<int> lines_of_print(int, const std::vector<base::Box>&) const override { return 0; }
  read::ScanPage look(int, const base::Box&, double, const read::ZoneLook&) const override {
    return {};
  }
  std::vector<read::InkBlob> ink(int, const base::Box&, double) const override { return {}; }
};

}  // namespace kehoach::layout

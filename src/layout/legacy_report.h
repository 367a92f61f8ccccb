// What was decoded in one source, gathered over its parts, and how the record says it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "language/legacy/legacy_detection.h"

namespace kehoach::layout {

class LegacyReport {
 public:
  // `source`: the text that was decoded.
  void add(const language::LegacyText& text, std::string_view source);

  bool empty() const { return found_.empty(); }
  // The encodings, that of the most words first, joined by "+"; before them that of the file if it
  // is Unicode and good Unicode stands beside the old codes. `file` itself if nothing was decoded.
  std::string encoding(const std::string& file) const;
  // `legacy-encoding` for each encoding, `unmapped-characters`.
  base::Diagnostics diagnostics() const;

 private:
  struct Found {
    language::LegacyEncoding encoding = language::LegacyEncoding::kTcvn3;
    std::size_t places = 0, named = 0, words = 0, before = 0, after = 0;
    std::string opening;  // of the first place, for people to find it
  };
  Found& entry(language::LegacyEncoding encoding);
  std::vector<Found> by_words() const;
  static base::Diagnostic decoded(const Found& found);
  base::Diagnostic unmapped() const;

  std::vector<Found> found_;
  std::map<char32_t, std::size_t> unmapped_;
  std::size_t unicode_words_ = 0;
};

}  // namespace kehoach::layout

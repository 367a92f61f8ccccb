// The whole way of one source: bytes → document → text → record → the form that was asked for.
//
// Contract: one answer a source, whatever it holds: what cannot be read gives a record of its
// failure in the same form. Only running out of memory is thrown on (the worker pool knows what to
// do then).
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "base/budget.h"
#include "base/source.h"
#include "batch/answer.h"
#include "layout/document.h"
#include "match/matcher.h"
#include "output/record_json.h"

namespace kehoach::batch {

enum class Form {
  kLine,     // the record, one line of JSON
  kPretty,   // the record, indented JSON
  kSummary,  // output::summary_json, for a table
  kExplain,  // output::explain
  kText,     // the normalized text
  kTables,   // output::found_tables_json, one line
  kDrawing,  // output::draw_page of one page of a source that has pages
};

class Extractor {
 public:
  Extractor(const match::Matcher& matcher, output::Generator generator, Form form,
            const base::Budget& budget = {}, int stdin_spool = -1)
      : matcher_(matcher),
        generator_(std::move(generator)),
        form_(form),
        budget_(budget),
        stdin_spool_(stdin_spool) {}

  // Which page kDrawing draws, and how finely.
  void choose_page(int page, double dpi) {
    page_ = page;
    dpi_ = dpi;
  }

  // Has a copy made of what is read off images; of sources of which `wanted` is true.
  void make_copies(std::function<bool(const std::string& path)> wanted) {
    copy_wanted_ = std::move(wanted);
  }

  Answer extract(const std::string& path) const;
  // The answer in place of one that a lost worker did not give.
  Answer lost(const std::string& path, const Loss& loss) const;

 private:
  Answer read(const base::Source& source) const;
  std::string drawing(const base::Source& source, const layout::Document& document,
                      const plan::Record& record) const;
  std::string json(const plan::Record& record, std::string_view text) const;
  Answer failure(const base::Source& source, const std::string& code,
                 const std::string& message) const;

  const match::Matcher& matcher_;
  output::Generator generator_;
  Form form_;
  base::Budget budget_;
  int stdin_spool_;
  int page_ = 1;
  double dpi_ = 100;
  std::function<bool(const std::string& path)> copy_wanted_;
};

}  // namespace kehoach::batch

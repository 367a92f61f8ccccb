// What counts most in a scan is looked at again: number and date of its head, and the numbers of
// documents that it names.
//
// Contract: a number, day or month is taken only where readings of it, each of another image of the
// same print, agree, and where its digits stand as print does: as high as the print beside them,
// on its line, in its colour, each apart from the next. Else it becomes a blank, and a diagnostic
// says so (`handwritten`, `illegible`) with its box; the word keeps what was recognised as its
// original. The number of a document in the text that is in doubt, or whose symbol the pack does
// not know, is read again in its line; where no readings agree on one that it knows, the word is
// left as it was, with a low confidence. Days and months that were read as letters, and dates that
// do not exist, are what the readings of their line agree on. Digits that were read for sure are
// never others. Nothing is guessed or put right by a rule. Cost: a second or two for the head,
// likewise for a page with symbols to look at.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "layout/pdf/page_text.h"
#include "match/matcher.h"
#include "read/scan/page_eyes.h"

namespace kehoach::layout {

class SecondLook {
 public:
  SecondLook(const read::PageEyes& eyes, const match::Matcher& matcher);

  // The page that a document begins on. True if it has a number or a date.
  bool look_at_head(PageText& page, base::Diagnostics& diagnostics) const;
  // Numbers and days of the documents that a page names.
  void look_at_citations(PageText& page) const;

 private:
  // What is read again in one place of a row.
  struct Spot {
    std::size_t row = 0;
    std::size_t begin = 0, end = 0;  // words
    std::string text;
    std::vector<std::string> readings;
    bool doubted = false;  // was not read for sure
  };

  std::string read(const PageText& page, const base::Box& box, const read::ZoneLook& how) const;
  // Each spot until it is `settled`: another reading would change nothing.
  void read_all(const PageText& page, std::vector<Spot>& spots,
                const std::vector<read::ZoneLook>& looks,
                const std::function<bool(const Spot&)>& settled) const;
  std::string with_clear_end(std::string number) const;
  std::string agreed_on(const Spot& spot, double& sure) const;
  static void trust(PageRow& row, const Spot& spot);
  static bool is_date_box(const PageText& page, const Spot& spot);
  bool stands_as_print(const PageText& page, const Spot& spot, const base::Box& digits,
                       std::size_t count) const;
  void judge_number(PageText& page, Spot& spot, base::Diagnostics& diagnostics) const;
  void judge_date(PageText& page, Spot& spot, base::Diagnostics& diagnostics) const;
  void read_again(const PageText& page, std::vector<Spot>& spots) const;
  void look_at_symbols(PageText& page) const;
  void look_at_days(PageText& page) const;
  std::vector<Spot> odd_days(const PageText& page) const;
  bool is_known(std::string_view number) const;
  std::vector<Spot> odd_symbols(const PageText& page) const;

  const read::PageEyes& eyes_;
  const match::Matcher& matcher_;
  std::unordered_set<std::string> codes_;                   // of symbols
  std::unordered_set<std::string> day_words_, year_words_;  // before dates; comparison form
};

}  // namespace kehoach::layout

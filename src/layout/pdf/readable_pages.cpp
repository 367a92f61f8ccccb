#include "layout/pdf/readable_pages.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "base/error.h"
#include "layout/pdf/arrival_stamp.h"
#include "layout/pdf/figure_look.h"
#include "layout/pdf/glyph_decoding.h"
#include "layout/pdf/head_words.h"
#include "layout/pdf/item_labels.h"
#include "layout/pdf/lost_marks.h"
#include "layout/pdf/margin_dirt.h"
#include "layout/pdf/misread_places.h"
#include "layout/pdf/numeral_look.h"
#include "layout/pdf/page_state.h"
#include "layout/pdf/quarter_numbers.h"
#include "layout/pdf/scan_lexicon.h"
#include "layout/pdf/scan_text.h"
#include "layout/pdf/second_look.h"
#include "layout/pdf/signature_look.h"
#include "layout/pdf/word_repair.h"

namespace kehoach::layout {
namespace {

using language::PageFault;
using language::PageState;

class Pages {
 public:
  Pages(const read::Pdf& pdf, const match::Matcher& matcher, const base::Budget& budget,
        Document& document)
      : pdf_(pdf),
        matcher_(matcher),
        budget_(budget.ocr),
        document_(document),
        can_look_(pdf.eyes != nullptr && budget.ocr.pages != base::Ocr::kNever) {}

  std::vector<PageText> read() {
    read_texts();
    const auto wanted = pages_to_recognise();
    if (!wanted.empty()) recognise(wanted);
    doubt_hidden_text();
    look_again();
    repair_words();
    for (auto& diagnostic : report_states(pages_, health_, images_))
      document_.diagnostics.push_back(std::move(diagnostic));
    std::size_t with_text = 0, read_by_machine = 0;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (!health_[i].usable()) {
        set_aside(pages_[i]);
        continue;
      }
      ++with_text;
      read_by_machine += by_machine(i);
    }
    if (read_by_machine > 0) document_.text_origin = read_by_machine == with_text ? "ocr" : "mixed";
    return std::move(pages_);
  }

 private:
  void read_texts() {
    GlyphDecoder decoder(pdf_.pages);
    for (const auto& page : pdf_.pages) {
      document_.diagnostics.insert(document_.diagnostics.end(), page.diagnostics.begin(),
                                   page.diagnostics.end());
      auto texts = decoder.decode(page);
      texts.resize(page.runs.size());
      pages_.push_back(read_page_text(page, texts));
      health_.push_back(judge(pages_.back(), [&] { return print_beside_text(page); }));
    }
    recognised_.resize(pages_.size());
    images_.resize(pages_.size(), Image::kUnneeded);
    document_.encoding = decoder.encoding("UTF-8");
    for (auto& diagnostic : decoder.diagnostics())
      document_.diagnostics.push_back(std::move(diagnostic));
  }

  std::optional<int> print_beside_text(const read::PdfPage& page) const {
    if (pdf_.eyes == nullptr) return {};
    std::vector<base::Box> known;
    for (const auto& run : page.runs)
      if (!run.invisible) known.push_back(run.box);
    return pdf_.eyes->lines_of_print(page.number, known);
  }

  // Would the image of the page say more than its text does?
  bool is_wanted(std::size_t i) const {
    if (budget_.pages == base::Ocr::kAlways) return health_[i].fault != PageFault::kBlank;
    switch (health_[i].state) {
      case PageState::kAbsent:
        return health_[i].fault != PageFault::kBlank;
      case PageState::kBroken:
        // Print in another language looks the same to a machine; a few signs are no page.
        return pages_[i].from_hidden || !(is_foreign(health_[i]) || is_few_signs(health_[i]));
      case PageState::kSuspicious:
        return pages_[i].from_hidden && health_[i].fault != PageFault::kHiddenLayer;
      default:
        return false;
    }
  }

  std::vector<std::size_t> pages_to_recognise() {
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < pages_.size(); ++i)
      if (is_wanted(i)) wanted.push_back(i);
    for (const auto i : wanted) images_[i] = can_look_ ? Image::kRead : Image::kUnwanted;
    if (!can_look_) wanted.clear();
    if (wanted.size() <= budget_.max_pages) return wanted;
    const int first = pages_[wanted[budget_.max_pages]].number;
    document_.diagnostics.push_back(
        {"ocr-pages-cut",
         base::Severity::kWarning,
         "from page " + std::to_string(first) +
             " on no page is read off its image: the file has more of them than are read; split "
             "the file to have them read",
         first,
         {}});
    wanted.resize(budget_.max_pages);
    return wanted;
  }

  void recognise(const std::vector<std::size_t>& wanted) {
    std::vector<int> numbers;
    for (const auto i : wanted) numbers.push_back(pages_[i].number);
    std::vector<read::ScanPage> scans;
    try {
      scans = pdf_.eyes->recognise(numbers);
    } catch (const base::Error& error) {
      const bool any = std::any_of(health_.begin(), health_.end(),
                                   [](const auto& health) { return health.usable(); });
      if (!any) throw;
      document_.diagnostics.push_back(
          {error.code(), base::Severity::kError, error.what(), numbers.front(), {}});
      can_look_ = false;
      return;
    }
    for (std::size_t k = 0; k < wanted.size(); ++k) take(wanted[k], scans[k]);
    report_recognised(wanted, scans);
  }

  void take(std::size_t i, const read::ScanPage& scan) {
    document_.diagnostics.insert(document_.diagnostics.end(), scan.diagnostics.begin(),
                                 scan.diagnostics.end());
    if (!scan.recognised) return;
    auto text = read_scan_text(pdf_.pages[i], scan);
    set_arrival_stamps_aside(text, matcher_);
    set_margin_dirt_aside(text);
    const auto health = judge_recognised(text, scan.confidence);
    // What the file says is kept where the image says no more.
    if (health_[i].usable() && !health.usable()) return;
    pages_[i] = std::move(text);
    health_[i] = health;
    recognised_[i] = health.usable();
  }

  // Nobody says how well another machine read: never as well as print is known.
  void doubt_hidden_text() {
    constexpr double kHiddenTrust = 0.8;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (!is_hidden_layer(i)) continue;
      for (auto& row : pages_[i].rows)
        for (auto& word : row.words)
          if (!word.stamped) word.confidence = std::min(word.confidence, kHiddenTrust);
    }
  }

  bool is_hidden_layer(std::size_t i) const {
    return !recognised_[i] && pages_[i].from_hidden && health_[i].usable();
  }

  bool by_machine(std::size_t i) const { return recognised_[i] || is_hidden_layer(i); }

  // Numbers, dates and the signature, on pages that a machine read, be it another.
  void look_again() {
    std::size_t first = 0;
    while (first < pages_.size() && !by_machine(first)) ++first;
    if (first == pages_.size()) return;
    try {
      if (can_look_) look_from(first);
    } catch (const base::Error& error) {  // there is no model: what was read stays in doubt
      document_.diagnostics.push_back(
          {error.code(), base::Severity::kWarning, error.what(), pages_[first].number, {}});
    }
    blank_misread(pages_[first], matcher_, document_.diagnostics);
  }

  void look_from(std::size_t first) {
    const SecondLook look(*pdf_.eyes, matcher_);
    const SignatureLook signature(*pdf_.eyes, matcher_);
    const LostMarks marks(*pdf_.eyes);
    bool head = false, closed = false;
    for (std::size_t i = first; i < pages_.size(); ++i) {
      if (!by_machine(i)) continue;
      if (!head) head = look.look_at_head(pages_[i], document_.diagnostics);
      if (i == first) look_at_head_words(pages_[i], *pdf_.eyes, lexicon().pairs);
      look.look_at_citations(pages_[i]);
      look_at_figures(pages_[i], *pdf_.eyes);
      look_at_numerals(pages_[i], *pdf_.eyes, lexicon().looks);
      marks.look_at(pages_[i]);
      if (!closed) closed = signature.look_at(pages_[i]);
    }
  }

  const ScanLexicon& lexicon() const { return matcher_.made_of_rules<ScanLexicon>(); }

  // Of pages that a machine read, be it another.
  void repair_words() {
    std::vector<PageText*> read;
    for (std::size_t i = 0; i < pages_.size(); ++i)
      if (by_machine(i)) read.push_back(&pages_[i]);
    if (read.empty()) return;
    WordRepair words(lexicon());
    words.repair(read);
    words.report(document_.diagnostics);
    repair_labels(read, lexicon().looks, document_.diagnostics);
    QuarterNumbers(can_look_ ? pdf_.eyes.get() : nullptr, matcher_, lexicon().looks)
        .repair(read, document_.diagnostics);
  }

  // One diagnostic for each run of pages.
  void report_recognised(const std::vector<std::size_t>& wanted,
                         const std::vector<read::ScanPage>& scans) {
    for (std::size_t k = 0; k < wanted.size();) {
      auto end = k;
      double sum = 0;
      while (end < wanted.size() && recognised_[wanted[end]] &&
             (end == k || wanted[end] == wanted[end - 1] + 1))
        sum += scans[end++].confidence;
      if (end == k) {
        ++k;
        continue;
      }
      const int first = pages_[wanted[k]].number, last = pages_[wanted[end - 1]].number;
      const auto percent = std::lround(100 * sum / static_cast<double>(end - k));
      document_.diagnostics.push_back(
          {"page-recognised",
           base::Severity::kInfo,
           pages_named(first, last) + (first == last ? " was" : " were") +
               " read off the image by OCR, mean confidence 0." + (percent < 10 ? "0" : "") +
               std::to_string(std::min(percent, 99L)) + "; compare what matters with the page",
           first,
           {}});
      k = end;
    }
  }

  const read::Pdf& pdf_;
  const match::Matcher& matcher_;
  const base::OcrBudget& budget_;
  Document& document_;
  bool can_look_;
  std::vector<PageText> pages_;
  std::vector<language::PageHealth> health_;
  std::vector<char> recognised_;
  std::vector<Image> images_;
};

}  // namespace

std::vector<PageText> readable_pages(const read::Pdf& pdf, const match::Matcher& matcher,
                                     const base::Budget& budget, Document& document) {
  return Pages(pdf, matcher, budget, document).read();
}

}  // namespace kehoach::layout

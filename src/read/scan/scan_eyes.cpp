#include "read/scan/scan_eyes.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <map>
#include <mutex>
#include <new>
#include <optional>
#include <system_error>
#include <thread>

#include "read/scan/page_print.h"
#include "read/scan/pix.h"
#include "read/scan/recogniser.h"
#include "read/scan/scan_reading.h"
#include "read/scan/seen_page.h"

namespace kehoach::read {
namespace {

using base::Severity;

constexpr double kAround = 3;                  // points around words that are no print of their own
constexpr std::size_t kMostKept = 60'000'000;  // bytes of drawn pages that each thread keeps

ScanPage unread(int number, const std::string& why) {
  ScanPage page;
  page.number = number;
  page.diagnostics.push_back({"page-not-recognised",
                              Severity::kWarning,
                              "page " + std::to_string(number) + " cannot be read off its image: " +
                                  why + "; look at the page itself",
                              number,
                              {}});
  return page;
}

base::Diagnostic damaged(const std::string& how) {
  return {"image-damaged",
          Severity::kWarning,
          "the image of the page is damaged (" + how +
              ") and was read as far as it goes; get the file again from where it was published",
          {},
          {}};
}

class ScanEyes : public PageEyes {
 public:
  ScanEyes(MakePageImages make_images, base::OcrBudget budget)
      : make_images_(std::move(make_images)), budget_(std::move(budget)) {
    silence_leptonica();
  }

  // Needs no recogniser: it must not fail where there is no model.
  std::optional<int> lines_of_print(int page, const std::vector<base::Box>& known) const override {
    const std::lock_guard lock(looking_);
    if (!images_) images_ = make_images_();
    const PageImages::Drawn drawn = images_->draw(page, kPrintDpi);
    if (budget_.page_done) budget_.page_done();
    if (drawn.image.pix == nullptr) return {};
    const double scale = drawn.image.dpi / 72;
    const int width = pixGetWidth(drawn.image.pix.get());
    const int height = pixGetHeight(drawn.image.pix.get());
    const auto pixel = [&](double points, int most) {
      return static_cast<int>(std::clamp(std::round(points * scale), 0.0, 1.0 * most));
    };
    std::vector<PixelBox> boxes;
    for (const base::Box& box : known)
      boxes.push_back({pixel(box.x0 - kAround, width), pixel(box.y0 - kAround, height),
                       pixel(box.x1 + kAround, width), pixel(box.y1 + kAround, height)});
    return read::lines_of_print(drawn.image.pix, drawn.image.dpi, boxes);
  }

  std::vector<ScanPage> recognise(const std::vector<int>& pages) const override {
    std::vector<ScanPage> read(pages.size());
    find_models(budget_.models);  // before threads are started for nothing
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::mutex one_at_a_time;
    const auto work = [&] {
      try {
        auto desk = std::make_unique<Desk>(*this);
        for (std::size_t i = next++; i < pages.size(); i = next++) {
          read[i] = desk->try_to_read(pages[i]);
          const std::lock_guard lock(one_at_a_time);
          if (budget_.page_done) budget_.page_done();
        }
        keep(std::move(desk));
      } catch (...) {
        next = pages.size();
        const std::lock_guard lock(one_at_a_time);
        failure = std::current_exception();
      }
    };
    {
      std::vector<std::jthread> threads;
      try {
        for (std::size_t i = 1; i < std::min(budget_.threads, pages.size()); ++i)
          threads.emplace_back(work);
      } catch (const std::system_error&) {
        // No more threads are to be had: those that started, and this one, read all pages.
      }
      work();
    }
    if (failure) std::rethrow_exception(failure);
    return read;
  }

  ScanPage look(int page, const base::Box& box, double angle, const ZoneLook& how) const override {
    const std::lock_guard lock(looking_);
    come_to(page);
    return desk_->look(page, box, angle, how);
  }

  std::vector<InkBlob> ink(int page, const base::Box& box, double angle) const override {
    const std::lock_guard lock(looking_);
    come_to(page);
    return desk_->ink(page, box, angle);
  }

 private:
  struct Desk;

  // Looks use one desk, with what was drawn on all.
  void keep(std::unique_ptr<Desk> desk) const {
    const std::lock_guard lock(looking_);
    if (desk_)
      desk_->drawn.merge(desk->drawn);
    else
      desk_ = std::move(desk);
  }

  // Looks go from page to page: each page is work of its own.
  void come_to(int page) const {
    if (!desk_) desk_ = std::make_unique<Desk>(*this);
    if (page > furthest_ && budget_.page_done) budget_.page_done();
    furthest_ = std::max(furthest_, page);
  }

  // What one thread needs to read pages.
  struct Desk {
    explicit Desk(const ScanEyes& eyes)
        : budget(eyes.budget_),
          images(eyes.make_images_()),
          recogniser(idle_recogniser(eyes.budget_.models)) {}

    // What goes wrong on one page costs that page; being out of memory ends the source.
    ScanPage try_to_read(int number) {
      try {
        return read(number);
      } catch (const std::bad_alloc&) {
        throw;
      } catch (const std::exception& error) {
        return unread(number, error.what());
      }
    }

    ScanPage read(int number) {
      SeenPage sight(images->draw(number, 0));
      if (sight.image().pix == nullptr) return unread(number, sight.why());
      ScanPage page = read_scan(sight, *recogniser, budget);
      page.number = number;
      if (!sight.damage().empty()) page.diagnostics.push_back(damaged(sight.damage()));
      keep(number, std::move(sight));
      for (base::Diagnostic& diagnostic : page.diagnostics) diagnostic.page = number;
      return page;
    }

    // Drawing a page again costs a twentieth of reading it. The first pages have the head, which
    // is looked at most.
    void keep(int number, SeenPage sight) {
      if (!drawn.empty() && kept_bytes + sight.bytes() > kMostKept) return;
      kept_bytes += sight.bytes();
      drawn.emplace(number, std::move(sight));
    }

    // Of the others the last page that was looked at is kept: zones of one page are asked for one
    // after another.
    SeenPage& see(int number) {
      if (const auto kept = drawn.find(number); kept != drawn.end()) return kept->second;
      if (!seen || number != seen_number) seen.emplace(images->draw(number, 0));
      seen_number = number;
      return *seen;
    }

    ScanPage look(int number, const base::Box& box, double angle, const ZoneLook& how) {
      if (number != looked_number) recogniser->allow(budget.page_seconds);
      looked_number = number;
      SeenPage& sight = see(number);
      if (sight.image().pix == nullptr) return unread(number, sight.why());
      ScanPage page = read_zone(sight.inked(how.ink), box, angle, how, *recogniser);
      page.number = number;
      return page;
    }

    std::vector<InkBlob> ink(int number, const base::Box& box, double angle) {
      const SeenPage& sight = see(number);
      if (sight.image().pix == nullptr) return {};
      return zone_ink(sight.image(), box, angle);
    }

    const base::OcrBudget& budget;
    std::unique_ptr<PageImages> images;
    std::shared_ptr<Recogniser> recogniser;
    std::map<int, SeenPage> drawn;  // pages that were read and may be looked at
    std::size_t kept_bytes = 0;
    std::optional<SeenPage> seen;
    int seen_number = 0, looked_number = 0;
  };

  MakePageImages make_images_;
  base::OcrBudget budget_;
  mutable std::mutex looking_;
  mutable std::unique_ptr<PageImages> images_;
  mutable std::unique_ptr<Desk> desk_;
  mutable int furthest_ = 0;  // page that was looked at
};

}  // namespace

std::shared_ptr<const PageEyes> make_eyes(MakePageImages make_images,
                                          const base::OcrBudget& budget) {
  return std::make_shared<ScanEyes>(std::move(make_images), budget);
}

}  // namespace kehoach::read

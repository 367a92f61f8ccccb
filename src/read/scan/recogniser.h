// Tesseract behind one class: an image in, words out.
//
// Contract: one recogniser is used by one thread at a time; it runs in that thread alone. Words
// come with boxes of their ink and a baseline, both in pixels of the image. Of what is read only
// words with a letter, digit or sign of print are kept. Cost: a second or so for a page of text,
// bounded by what `allow` gave; then what was read so far is given.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "read/scan/pix.h"
#include "read/scan/pixel_box.h"

namespace kehoach::read {

struct RecognisedWord {
  std::string text;  // UTF-8
  PixelBox box;
  double baseline = 0;    // y below its middle
  double confidence = 0;  // 0 to 1
  int line = 0;           // words of one line have one number
};

// A column may hold lines of any size; marks above its letters are found better than in a block,
// but a lone sign may be lost.
enum class PageShape { kPage, kColumn, kBlock, kLine };

class Recogniser {
 public:
  // `models`: the folder that holds the traineddata of Vietnamese; empty: where the system has it.
  // Throws base::Error "no-ocr-model", naming the package.
  explicit Recogniser(const std::string& models);
  ~Recogniser();
  Recogniser(const Recogniser&) = delete;
  Recogniser& operator=(const Recogniser&) = delete;

  struct Reading {
    std::vector<RecognisedWord> words;
    bool cut = false;  // the time was over before the image was read
  };
  // Forgets what was read so far.
  void forget();

  // How many seconds of work all that is read from here on may take: of this thread's work, since
  // time on the wall says more of what else the machine does.
  void allow(double seconds);

  // `gray`: dark print on white.
  Reading read(const PixPtr& gray, double dpi, PageShape shape);
  // One part of it; words are given in pixels of the whole.
  Reading read(const PixPtr& gray, const PixelBox& part, double dpi, PageShape shape);

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

// One that nobody uses, set up if there is none: that takes as long as a tenth of a page. Whoever
// lets go of it leaves it to the next document, which finds it as if new.
std::shared_ptr<Recogniser> idle_recogniser(const std::string& models);

// The folder that has the model; the given one, then those of the system. Throws base::Error
// "no-ocr-model".
std::string find_models(const std::string& models);

}  // namespace kehoach::read

// What Poppler is given of the resources of a page or form: what text, rules and colours need.
//
// Poppler would read the rest on its own, without bounds: images (a JPEG 2000 is decoded whole to
// know its colours), colour profiles, meshes, soft masks and functions that unfold into each other,
// font programs and maps that inflate to gigabytes. Nothing of it tells where a character stands.
// It also costs: colour profiles alone are a tenth of the time of a scanned file.
#pragma once

#include <Object.h>

#include <cstddef>
#include <map>
#include <set>
#include <utility>

class PDFDoc;

namespace kehoach::read {

class PopplerResources {
 public:
  explicit PopplerResources(PDFDoc& document);

  // Leaves in `resources` what may be read, and puts stand-ins in place of its images. To be called
  // before Poppler sees the resources; linear in their entries.
  void prepare(Dict& resources);

  struct Image {
    int width = 0, height = 0;
    bool mask = false;
    Object layer;  // the optional content it belongs to
  };
  // What the form `reference` stands in for, or null.
  const Image* image(Ref reference) const;

 private:
  void prepare_fonts(const Dict& fonts);
  void prepare_images(const Dict& objects);

  PDFDoc& document_;
  std::set<std::pair<int, int>> seen_;
  std::map<std::pair<int, int>, Image> images_;
};

// False if what says whether `layer` (optional content) is shown unfolds without end.
bool is_bounded_layer(const Object& layer);

// The colour space without profiles and without functions that unfold.
Object plain_colour_space(const Object& space, XRef* xref, int depth = 0);

}  // namespace kehoach::read

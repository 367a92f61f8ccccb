// Writes a bounded page: parts of the page as they are, and what is put between them, with the map
// of positions.
#pragma once

#include <cstddef>
#include <string_view>

#include "read/html/markup_bounds.h"
#include "read/html/markup_scanner.h"

namespace kehoach::read {

class MarkupWriter {
 public:
  // Writes into `result`; a page may have `max_attributes`.
  MarkupWriter(std::string_view html, std::size_t max_attributes, BoundedMarkup& result);

  // Bytes [begin, end) of the page.
  void copy(std::size_t begin, std::size_t end);
  // The same without any `mark` in them.
  void copy_without(std::size_t begin, std::size_t end, std::string_view mark);
  void insert(std::string_view text);
  // A start tag, without the payload of data: addresses, overlong names and values, and attributes
  // over the limits.
  void add_tag(const MarkupPiece& piece);
  void add_end_tag(std::string_view name);
  // The page was read up to `position`.
  void finish(std::size_t position);

  std::size_t attributes_left_out() const { return attributes_left_out_; }

 private:
  std::string_view value_of(const AttributeSpan& span) const;
  bool is_short(const AttributeSpan& span) const;
  void add_attribute(const AttributeSpan& span);

  std::string_view html_;
  std::size_t max_attributes_;
  BoundedMarkup& result_;
  std::size_t copied_to_ = 0;
  bool inserted_ = false;
  std::size_t attributes_left_out_ = 0;
};

}  // namespace kehoach::read

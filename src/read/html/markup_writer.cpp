#include "read/html/markup_writer.h"

#include <algorithm>

#include "base/utf8.h"

namespace kehoach::read {
namespace {

using View = std::string_view;

constexpr std::size_t kMaxName = 256;
constexpr std::size_t kMaxValue = 16u << 10;
constexpr std::size_t kMaxDataType = 64;  // of a data: address: "data:image/png;base64"

bool is_data(View value) {
  value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n"), value.size()));
  return same_without_case(value.substr(0, 5), "data:");
}

View shortened(View value) {
  if (is_data(value))
    return value.substr(0, std::min(value.substr(0, kMaxName).find(','), kMaxDataType));
  if (value.size() <= kMaxValue) return value;
  std::size_t end = kMaxValue;
  while (end > 0 && base::is_continuation(value[end])) --end;
  return value.substr(0, end);
}

}  // namespace

MarkupWriter::MarkupWriter(View html, std::size_t max_attributes, BoundedMarkup& result)
    : html_(html), max_attributes_(max_attributes), result_(result) {
  result_.html.reserve(std::min(html_.size(), std::size_t{32} << 20));
  result_.runs.push_back({0, 0});
}

void MarkupWriter::copy(std::size_t begin, std::size_t end) {
  if (begin != copied_to_ || inserted_) result_.runs.push_back({result_.html.size(), begin});
  result_.html.append(html_, begin, end - begin);
  copied_to_ = end;
  inserted_ = false;
}

void MarkupWriter::copy_without(std::size_t begin, std::size_t end, View mark) {
  while (true) {
    const std::size_t found = html_.substr(0, end).find(mark, begin);
    copy(begin, found == View::npos ? end : found);
    if (found == View::npos) return;
    begin = found + mark.size();
  }
}

void MarkupWriter::insert(View text) {
  result_.html += text;
  inserted_ = true;
}

void MarkupWriter::add_tag(const MarkupPiece& piece) {
  const std::size_t left = max_attributes_ - std::min(max_attributes_, result_.attributes);
  const std::size_t kept = std::min(left, piece.attributes.size());
  const std::size_t left_out = piece.attributes.size() - kept + piece.more_attributes;
  attributes_left_out_ += left_out;
  result_.attributes += kept;
  const bool whole = left_out == 0 && !piece.unclosed &&
                     std::all_of(piece.attributes.begin(), piece.attributes.end(),
                                 [&](const AttributeSpan& span) { return is_short(span); });
  if (whole) return copy(piece.begin, piece.end);
  copy(piece.begin, piece.begin + 1 + piece.name.size());
  for (std::size_t i = 0; i < kept; ++i) add_attribute(piece.attributes[i]);
  insert(">");
}

View MarkupWriter::value_of(const AttributeSpan& span) const {
  return html_.substr(span.value_begin, span.value_end - span.value_begin);
}

bool MarkupWriter::is_short(const AttributeSpan& span) const {
  const View value = value_of(span);
  return span.name_end - span.name_begin <= kMaxName && value.size() <= kMaxValue &&
         !is_data(value);
}

void MarkupWriter::add_attribute(const AttributeSpan& span) {
  if (span.name_end - span.name_begin > kMaxName) return;
  insert(" ");
  copy(span.name_begin, span.name_end);
  if (span.value_begin == span.name_end) return;  // no "="
  const View quote = span.quote == 0 ? View() : View(&span.quote, 1);
  insert("=");
  insert(quote);
  copy(span.value_begin, span.value_begin + shortened(value_of(span)).size());
  insert(quote);
}

void MarkupWriter::add_end_tag(View name) {
  insert("</");
  insert(name);
  insert(">");
}

void MarkupWriter::finish(std::size_t position) {
  result_.runs.push_back({result_.html.size(), position});
}

}  // namespace kehoach::read

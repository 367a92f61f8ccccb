// Cuts a page into tags, texts and what is neither, by the rules of HTML5's tokenization.
//
// Contract: the pieces lie behind each other and cover the page. A comment or an attribute value
// that never ends does not swallow the rest of the page, as it would in a browser: it ends at the
// next ">". Linear, however often that happens.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kehoach::read {

// Where an attribute stands in the page; without "=", the value is empty and `quote` 0.
struct AttributeSpan {
  std::size_t name_begin = 0, name_end = 0;
  std::size_t value_begin = 0, value_end = 0;
  char quote = 0;  // '"', '\'' or 0
};

struct MarkupPiece {
  enum class Kind { kText, kStartTag, kEndTag, kComment, kDoctype, kEnd };
  Kind kind = Kind::kEnd;
  std::size_t begin = 0, end = 0;
  std::string_view name;                  // of a tag, as written
  bool closes_itself = false;             // "/>"
  std::vector<AttributeSpan> attributes;  // of a start tag, the first `max_attributes`
  std::size_t more_attributes = 0;        // that were not kept
  bool unclosed = false;                  // its end was forgotten, and guessed
};

class MarkupScanner {
 public:
  MarkupScanner(std::string_view html, std::size_t max_attributes)
      : html_(html), max_attributes_(max_attributes) {}

  // The next piece; valid until the next call.
  const MarkupPiece& next();
  std::size_t position() const { return position_; }
  void move_to(std::size_t position) { position_ = position; }

  // Where the end tag "</name" begins, from here on; npos if there is none: then asking again costs
  // nothing. `name` must outlive this object.
  std::size_t find_end_tag(std::string_view name);

 private:
  void scan_text();
  void scan_tag(std::size_t name_begin, bool end_tag);
  void scan_attributes();
  bool scan_attribute(std::size_t& i);
  bool scan_value(std::size_t& i, AttributeSpan& span);
  void end_unclosed_tag();
  void scan_declaration();
  void scan_comment();
  void end_at_angle(MarkupPiece::Kind kind);

  std::string_view html_;
  std::size_t max_attributes_;
  std::size_t position_ = 0;
  MarkupPiece piece_;
  int unclosed_tags_ = 0;
  std::size_t no_comment_end_ = static_cast<std::size_t>(-1);  // there is none from here on
  struct MissingTag {
    std::string_view name;
    std::size_t from = 0;
  };
  std::vector<MissingTag> missing_tags_;  // likewise end tags
};

bool is_html_space(char c);
bool same_without_case(std::string_view a, std::string_view b);

}  // namespace kehoach::read

// What layout found: the blocks of one source in reading order, each known for what it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "language/normalize.h"

namespace kehoach::layout {

// The boxes of Decree 30/2020 Annex I have kinds of their own; the rest is body or noise.
enum class BlockKind {
  kParagraph,
  kListItem,  // has a label ("1", "a", "-", "+", "(1)")
  kHeading,   // has a label ("I", "1", "1.1", "Điều 1") or none, and a level
  kTableRow,  // cells separated by a tab
  kNationalTitle,
  kMotto,
  kIssuer,     // parent body and issuing body, one block each line or both in one
  kNumber,     // "Số: 142/KH-UBND"
  kPlaceDate,  // "Đắk Lắk, ngày 15 tháng 7 năm 2022"
  kType,       // "KẾ HOẠCH"
  kAbstract,   // the title below it (trích yếu); also a "V/v …" line
  kReference,  // "(Ban hành kèm theo Quyết định số …)"
  kAddressee,  // "Kính gửi: …"
  kUrgency,
  kSecrecy,
  kRecipients,  // one recipient a block; the label "Nơi nhận:" is a block too
  kAuthority,   // "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"
  kPosition,    // "PHÓ CHỦ TỊCH"
  kSigner,      // the name
  kHeadline,    // of a news page
  kPublished,   // the line with the posted time; not part of the normalized text
  kAttachment,  // a line that names an attached file; not part of the normalized text
  kFootnote,    // one footnote; stands behind the closing
  kNoise,       // menus, counters, other headlines, captions, page numbers; not part of the text
};

// Stable names of the kinds, for dumps and tests: "paragraph", "list-item", "place-date" …
std::string_view name(BlockKind kind);

// True for kinds that are left out of the normalized text.
bool is_noise(BlockKind kind);

// A cell of a table row whose structure the source gives. Covered positions have no cell.
struct Cell {
  std::vector<base::ContentSpan> pieces;  // joined by a space; none: an empty cell
  int column = 0;                         // of the grid, where it begins
  int rowspan = 1, colspan = 1;
  bool header = false;
  std::vector<base::Box> boxes;
};

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  // Where its characters lie in Document::content, in order. More than one piece when something
  // in between (a line end, a repeated header) is not part of the block; pieces are joined by a
  // space in the normalized text.
  std::vector<base::ContentSpan> pieces;
  // Of a heading, a list item or an article whose text begins on the same line (a paragraph),
  // without its full stop or bracket: "1", "a", "-", "Điều 1".
  std::string label;
  bool label_drawn = false;  // by a browser: the label is no part of the text
  int level = 0;             // headings: 1 is the outermost; list items: depth below their heading
  int part = 0;              // 0: the document itself; 1, 2 …: documents attached to it
  std::optional<int> page;
  std::optional<int> last_page;  // of a table's row that goes on on the next one
  std::string note;              // noise: why it is noise ("other-headlines", "counter")
  // Table rows of a source with structure: which table of the document (-1: cells are what tabs
  // separate in the text), and its cells.
  int table = -1;
  std::vector<Cell> cells;
  std::vector<base::Box> boxes;  // on `page`, one a line
};

// What a page says of itself outside its text. Empty: not said.
struct PageFacts {
  struct Link {
    std::string href, label;
  };
  std::string title, site, url;
  std::string published;  // as its metadata say it, in whatever form
  std::vector<Link> attachments;
};

// From here on the characters of Document::source stand in the file one after another.
struct SourceAnchor {
  std::size_t source = 0;
  std::size_t line = 1, column = 1;  // of the file, in characters
};

// Characters of Document::source that stand together on one line of a page.
struct PlacedText {
  base::SourceSpan span;
  int page = 1;
  base::Box box;
  double confidence = 1;  // below 1: read off an image, and so sure
};

// A digital signature of the file, as far as it can be checked offline.
struct Signature {
  std::string signer;
  std::string time;           // ISO 8601 with offset
  std::optional<bool> valid;  // absent: cannot be said
  std::optional<int> page;    // where its stamp stands
};

struct Document {
  std::string content;    // clean text (language::normalize), every block's characters
  language::Edits edits;  // from the source (decoded to UTF-8) to content
  std::string source;     // that source text, for `original` in evidence
  // Where its characters stand in the file; sorted. Empty: the source text is the file's.
  std::vector<SourceAnchor> anchors;
  std::vector<PlacedText> places;  // sorted; empty: a source without pages
  std::optional<int> pages;        // how many the file has
  std::vector<Signature> signatures;
  std::vector<Block> blocks;
  PageFacts page_facts;
  std::string encoding;     // as record's source.encoding
  std::string text_origin;  // "plain", "markup", "text-layer" …
  std::string media_type;   // "text/plain" …
  base::Diagnostics diagnostics;
};

// Where a stretch of the source stands: the page that it begins on, and one box for each line
// there.
struct Place {
  int page = 1;
  std::vector<base::Box> boxes;
};
std::optional<Place> place_of(const Document& document, base::SourceSpan span);

}  // namespace kehoach::layout

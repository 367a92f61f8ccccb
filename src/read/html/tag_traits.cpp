#include "read/html/tag_traits.h"

#include <array>
#include <initializer_list>

namespace kehoach::read {
namespace {

using Table = std::array<TagTraits, GUMBO_TAG_LAST + 1>;
using Tags = std::initializer_list<GumboTag>;

constexpr Tags kEmpty = {GUMBO_TAG_AREA,  GUMBO_TAG_BASE, GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND,
                         GUMBO_TAG_BR,    GUMBO_TAG_COL,  GUMBO_TAG_EMBED,    GUMBO_TAG_HR,
                         GUMBO_TAG_IMAGE, GUMBO_TAG_IMG,  GUMBO_TAG_INPUT,    GUMBO_TAG_KEYGEN,
                         GUMBO_TAG_LINK,  GUMBO_TAG_META, GUMBO_TAG_PARAM,    GUMBO_TAG_SOURCE,
                         GUMBO_TAG_TRACK, GUMBO_TAG_WBR};

// Blocks whose start tag ends a paragraph and whose end tag ends all that is open in them.
constexpr Tags kBlocks = {
    GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE,  GUMBO_TAG_ASIDE,      GUMBO_TAG_BLOCKQUOTE,
    GUMBO_TAG_CENTER,  GUMBO_TAG_DETAILS,  GUMBO_TAG_DIR,        GUMBO_TAG_DIV,
    GUMBO_TAG_DL,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,
    GUMBO_TAG_FOOTER,  GUMBO_TAG_HEADER,   GUMBO_TAG_HGROUP,     GUMBO_TAG_MAIN,
    GUMBO_TAG_MENU,    GUMBO_TAG_NAV,      GUMBO_TAG_OL,         GUMBO_TAG_SECTION,
    GUMBO_TAG_SUMMARY, GUMBO_TAG_UL,       GUMBO_TAG_PRE,        GUMBO_TAG_LISTING};

constexpr Tags kHeadings = {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3,
                            GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6};

constexpr Tags kScopes = {GUMBO_TAG_APPLET,  GUMBO_TAG_CAPTION, GUMBO_TAG_HTML,
                          GUMBO_TAG_TABLE,   GUMBO_TAG_TD,      GUMBO_TAG_TH,
                          GUMBO_TAG_MARQUEE, GUMBO_TAG_OBJECT,  GUMBO_TAG_TEMPLATE};

constexpr Tags kFormatting = {GUMBO_TAG_A,  GUMBO_TAG_B,      GUMBO_TAG_BIG,   GUMBO_TAG_CODE,
                              GUMBO_TAG_EM, GUMBO_TAG_FONT,   GUMBO_TAG_I,     GUMBO_TAG_NOBR,
                              GUMBO_TAG_S,  GUMBO_TAG_STRIKE, GUMBO_TAG_SMALL, GUMBO_TAG_STRONG,
                              GUMBO_TAG_TT, GUMBO_TAG_U};

// Special besides blocks, headings, scopes and empty elements.
constexpr Tags kOtherSpecial = {
    GUMBO_TAG_BODY,     GUMBO_TAG_BUTTON,    GUMBO_TAG_COLGROUP, GUMBO_TAG_DD,
    GUMBO_TAG_DT,       GUMBO_TAG_FORM,      GUMBO_TAG_FRAME,    GUMBO_TAG_FRAMESET,
    GUMBO_TAG_HEAD,     GUMBO_TAG_IFRAME,    GUMBO_TAG_LI,       GUMBO_TAG_P,
    GUMBO_TAG_SELECT,   GUMBO_TAG_STYLE,     GUMBO_TAG_SCRIPT,   GUMBO_TAG_TBODY,
    GUMBO_TAG_TEXTAREA, GUMBO_TAG_TFOOT,     GUMBO_TAG_THEAD,    GUMBO_TAG_TITLE,
    GUMBO_TAG_TR,       GUMBO_TAG_XMP,       GUMBO_TAG_NOEMBED,  GUMBO_TAG_NOFRAMES,
    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_PLAINTEXT, GUMBO_TAG_MENUITEM, GUMBO_TAG_ISINDEX};

// Ordinary elements that no standard calls special, but that stand in lines of their own.
constexpr Tags kOtherLines = {
    GUMBO_TAG_BR,    GUMBO_TAG_HR,      GUMBO_TAG_P,      GUMBO_TAG_LI,     GUMBO_TAG_DD,
    GUMBO_TAG_DT,    GUMBO_TAG_FORM,    GUMBO_TAG_TR,     GUMBO_TAG_TD,     GUMBO_TAG_TH,
    GUMBO_TAG_TABLE, GUMBO_TAG_CAPTION, GUMBO_TAG_OPTION, GUMBO_TAG_LEGEND, GUMBO_TAG_TBODY};

void set(Table& table, Tags tags, void (*apply)(TagTraits&)) {
  for (GumboTag tag : tags) apply(table[tag]);
}

Table make_table() {
  Table table{};
  set(table, kEmpty, [](TagTraits& t) { t.empty = t.special = true; });
  set(table, kBlocks,
      [](TagTraits& t) { t.special = t.closes_paragraph = t.scoped_end = t.breaks_line = true; });
  set(table, kHeadings,
      [](TagTraits& t) { t.special = t.closes_paragraph = t.heading = t.breaks_line = true; });
  set(table, kScopes, [](TagTraits& t) { t.special = t.scope = true; });
  set(table, kFormatting, [](TagTraits& t) { t.formatting = true; });
  set(table, kOtherSpecial, [](TagTraits& t) { t.special = true; });
  set(table, kOtherLines, [](TagTraits& t) { t.breaks_line = true; });
  for (GumboTag tag :
       {GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_DD, GUMBO_TAG_DT, GUMBO_TAG_FORM, GUMBO_TAG_HR})
    table[tag].closes_paragraph = true;
  for (GumboTag tag : {GUMBO_TAG_BUTTON, GUMBO_TAG_APPLET, GUMBO_TAG_MARQUEE, GUMBO_TAG_OBJECT,
                       GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_DD, GUMBO_TAG_DT})
    table[tag].scoped_end = true;
  return table;
}

}  // namespace

const TagTraits& traits(GumboTag tag) {
  static const Table table = make_table();
  return table[tag];
}

}  // namespace kehoach::read

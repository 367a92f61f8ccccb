#include "layout/web/page_parts.h"

#include <array>
#include <vector>

namespace kehoach::layout {
namespace {

constexpr std::string_view kStage = "page-parts";
constexpr std::string_view kType = "page_part";
constexpr std::size_t kLongestNames = 400;  // bytes of class names that are read
constexpr std::size_t kMostKnown = 100'000;

struct Named {
  std::string_view name;
  Part part;
};

Part site(std::string_view note, bool weak = false) { return {PartKind::kSite, note, weak, 0}; }
Part content(int how_much) { return {PartKind::kContent, {}, false, how_much}; }
Part own(PartKind kind) { return {kind, {}, false, 0}; }

template <std::size_t N>
Part find(const std::array<Named, N>& table, std::string_view name) {
  for (const auto& entry : table)
    if (entry.name == name) return entry.part;
  return {};
}

Part of_tag(std::string_view tag) {
  static const std::array<Named, 20> kTags = {{{"main", content(1)},
                                               {"article", content(1)},
                                               {"nav", site("menu")},
                                               {"aside", site("sidebar")},
                                               {"footer", site("footer")},
                                               {"marquee", site("promo")},
                                               {"form", site("form", true)},
                                               {"dialog", site("dialog")},
                                               {"button", site("button")},
                                               {"select", site("form")},
                                               {"textarea", site("form")},
                                               {"fieldset", site("form", true)},
                                               {"iframe", site("frame")},
                                               {"object", site("frame")},
                                               {"figcaption", own(PartKind::kCaption)},
                                               {"figure", own(PartKind::kCaption)},
                                               {"time", own(PartKind::kPublished)},
                                               {"audio", site("player")},
                                               {"video", site("player")},
                                               {"svg", site("picture")}}};
  return find(kTags, tag);
}

Part of_role(std::string_view role) {
  static const std::array<Named, 17> kRoles = {{{"main", content(1)},
                                                {"article", content(1)},
                                                {"navigation", site("menu")},
                                                {"menu", site("menu")},
                                                {"menubar", site("menu")},
                                                {"tablist", site("menu")},
                                                {"toolbar", site("menu")},
                                                {"banner", site("menu", true)},
                                                {"complementary", site("sidebar")},
                                                {"contentinfo", site("footer")},
                                                {"search", site("search")},
                                                {"dialog", site("dialog")},
                                                {"alertdialog", site("dialog")},
                                                {"alert", site("dialog")},
                                                {"tooltip", site("dialog")},
                                                {"button", site("button")},
                                                {"form", site("form", true)}}};
  return find(kRoles, role);
}

Part of_property(std::string_view property) {
  static const std::array<Named, 15> kProperties = {{{"articleBody", content(2)},
                                                     {"text", content(1)},
                                                     {"mainContentOfPage", content(1)},
                                                     {"headline", own(PartKind::kTitle)},
                                                     {"name", {}},
                                                     {"alternativeHeadline", own(PartKind::kLead)},
                                                     {"description", own(PartKind::kLead)},
                                                     {"datePublished", own(PartKind::kPublished)},
                                                     {"dateModified", own(PartKind::kPublished)},
                                                     {"author", own(PartKind::kByline)},
                                                     {"publisher", own(PartKind::kByline)},
                                                     {"caption", own(PartKind::kCaption)},
                                                     {"comment", site("comments")},
                                                     {"breadcrumb", site("breadcrumb")},
                                                     {"keywords", site("tags")}}};
  return find(kProperties, property);
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// "relatedPosts sidebar2" gives "related Posts\nsidebar": one line for each name.
std::string as_words(std::string_view names) {
  std::string words;
  char before = ' ';
  for (const char c : names.substr(0, kLongestNames)) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      words += '\n';
    } else if (is_upper(c) && is_lower(before)) {
      words += ' ';
      words += c;
    } else if (is_upper(c) || is_lower(c) || (static_cast<unsigned char>(c) & 0x80u) != 0) {
      words += c;
    } else {
      words += ' ';
    }
    before = c;
  }
  return words;
}

// What is said by the values of one name's words, in order.
struct Said {
  bool wrapper = false, generic = false;
  Part part;

  void add(std::string_view value) {
    if (value == "wrapper") {
      wrapper = true;
    } else if (value == "generic") {
      generic = true;
    } else if (value == "content") {
      if (part.kind == PartKind::kNone) part = content(2);
    } else {
      const auto kind = kind_of(value);
      // The site's parts have titles, dates and authors too; they stay the site's.
      if (part.kind == PartKind::kSite) return;
      part = kind == PartKind::kSite ? site(value) : own(kind);
    }
  }

  static PartKind kind_of(std::string_view value) {
    if (value == "title") return PartKind::kTitle;
    if (value == "lead") return PartKind::kLead;
    if (value == "published") return PartKind::kPublished;
    if (value == "byline") return PartKind::kByline;
    if (value == "caption") return PartKind::kCaption;
    if (value == "picture") return PartKind::kPicture;
    if (value == "attachment") return PartKind::kAttachment;
    return PartKind::kSite;
  }

  // "with-sidebar", "comments-open" are about the frame.
  Part result() const {
    if (part.kind == PartKind::kSite && wrapper) return {};
    if (part.kind == PartKind::kNone && generic) return content(1);
    return part;
  }
};

// Several names of one element: the site's word counts, but weakly beside one for the article.
void join(Part& all, const Part& more) {
  all.content = std::max(all.content, more.content);
  if (more.kind == PartKind::kNone) return;
  if (more.kind == PartKind::kSite && all.kind != PartKind::kSite) {
    all.kind = PartKind::kSite;
    all.note = more.note;
    all.weak = more.weak;
  } else if (more.kind != PartKind::kContent &&
             (all.kind == PartKind::kNone || all.kind == PartKind::kContent)) {
    all.kind = more.kind;
  } else if (all.kind == PartKind::kNone) {
    all.kind = more.kind;
  }
  if (all.kind == PartKind::kSite && all.content > 0) all.weak = true;
}

// Names on the page's frame tell of its looks, those on an article of its topic ("tag-budget"); a
// comment may be an <article>.
bool may_be_site(std::string_view tag, std::string_view note) {
  if (tag == "html" || tag == "body" || tag == "main") return false;
  return tag != "article" || note == "comments" || note == "other-headlines";
}

}  // namespace

Part PageParts::read_names(std::string_view names) const {
  const std::string words = as_words(names);
  Part all;
  Said said;
  for (const auto& token : matcher_.tokenize(words, kStage).tokens) {
    if (token.is("break")) {
      join(all, said.result());
      said = {};
    } else if (token.is(kType)) {
      said.add(token.value);
    }
  }
  join(all, said.result());
  return all;
}

const Part& PageParts::of_names(const std::string& names) {
  const auto found = known_.find(names);
  if (found != known_.end()) return found->second;
  if (known_.size() >= kMostKnown) known_.clear();
  return known_.emplace(names, read_names(names)).first->second;
}

Part PageParts::of(const read::MarkupNode& element) {
  Part part = of_tag(element.tag);
  if (part.kind == PartKind::kContent) part.content = 1;
  Part names;
  for (const auto& [name, value] : element.attributes) {
    if (value.empty()) continue;
    if (name == "role") {
      join(part, of_role(value));
    } else if (name == "itemprop") {
      join(part, of_property(value));
    } else if (name == "class" || name == "id") {
      join(names, of_names(value));
    }
  }
  if (names.kind == PartKind::kSite && !may_be_site(element.tag, names.note))
    names.kind = PartKind::kNone;
  join(part, names);
  return part;
}

}  // namespace kehoach::layout

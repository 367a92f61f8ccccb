#include "layout/web/web_facts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "language/normalize.h"
#include "layout/web/structured_data.h"
#include "layout/web/web_address.h"

namespace kehoach::layout {
namespace {

using read::MarkupNode;
using View = std::string_view;

constexpr std::size_t kLongestLabel = 500;  // bytes
constexpr std::size_t kMostAttachments = 1'000;

// Metadata that say when an article was posted, the surest first.
constexpr std::array<View, 14> kPublishedNames = {"article:published_time",
                                                  "og:article:published_time",
                                                  "datepublished",
                                                  "pubdate",
                                                  "publishdate",
                                                  "publish-date",
                                                  "published_time",
                                                  "dc.date.issued",
                                                  "dcterms.issued",
                                                  "dcterms.created",
                                                  "dc.date.created",
                                                  "dc.date",
                                                  "date",
                                                  "article:published"};
constexpr std::array<View, 3> kSiteNames = {"og:site_name", "application-name",
                                            "apple-mobile-web-app-title"};
constexpr std::array<View, 6> kTitleBorders = {" | ", " - ", " – ", " — ", " » ", " :: "};

std::string lower(View text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return out;
}

// One line, clean, without spaces around it.
std::string clean(View text) {
  std::string out = language::normalize(text).utf8;
  for (char& c : out)
    if (c == '\n' || c == '\t') c = ' ';
  std::string line;
  for (const char c : out)
    if (c != ' ' || (!line.empty() && line.back() != ' ')) line += c;
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

// Whole characters of the first bytes.
std::string shortened(std::string text) {
  if (text.size() <= kLongestLabel) return text;
  auto end = kLongestLabel;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

class Facts {
 public:
  Facts(const read::Markup& markup, const MainContent& main, const match::Matcher& matcher)
      : markup_(markup), main_(main), matcher_(matcher) {}

  PageFacts read() {
    for (std::size_t i = 0; i < markup_.nodes.size(); ++i) visit(i);
    PageFacts facts;
    facts.url = address();
    facts.published = published();
    const std::string own = clean(headline_);
    facts.title = !own.empty() ? own : without_site(!og_title_.empty() ? og_title_ : title_);
    facts.site = site(own);
    read_links(facts);
    return facts;
  }

 private:
  void visit(std::size_t i) {
    const MarkupNode& node = markup_.nodes[i];
    if (node.kind == MarkupNode::Kind::kText) {
      if (main_.roles[i] == PageRole::kTitle) add_headline(i);
      return;
    }
    const View item = read::attribute(node, "itemprop");
    if (node.tag == "meta") return meta(node);
    if (node.tag == "link" && lower(read::attribute(node, "rel")) == "canonical")
      keep(canonical_, read::attribute(node, "href"));
    if (node.tag == "base") keep(base_, read::attribute(node, "href"));
    if (node.tag == "title" && title_.empty()) title_ = clean(text_below(i));
    if (node.tag == "script") structured(text_below(i));
    if (item == "datePublished") keep(item_time_, time_of(node));
    const bool posted = main_.roles[i] == PageRole::kPublished ||
                        main_.roles[i] == PageRole::kContent || item == "datePublished";
    if (node.tag == "time" && posted) keep(time_, read::attribute(node, "datetime"));
  }

  static View time_of(const MarkupNode& node) {
    const View content = read::attribute(node, "content");
    return !content.empty() ? content : read::attribute(node, "datetime");
  }

  static void keep(std::string& field, View value) {
    if (field.empty()) field = value;
  }

  void meta(const MarkupNode& node) {
    const View content = read::attribute(node, "content");
    for (const View key : {"property", "name", "itemprop"}) {
      const std::string name = lower(read::attribute(node, key));
      if (name.empty()) continue;
      const auto rank = std::find(kPublishedNames.begin(), kPublishedNames.end(), name);
      if (rank < best_published_ && !content.empty()) {
        best_published_ = rank;
        meta_published_ = content;
      }
      const auto site = std::find(kSiteNames.begin(), kSiteNames.end(), name);
      if (site < best_site_ && !content.empty()) {
        best_site_ = site;
        meta_site_ = clean(content);
      }
      if (name == "og:title") keep(og_title_, clean(content));
      if (name == "og:url") keep(og_url_, content);
    }
  }

  void structured(const std::string& text) {
    const StructuredData data = read_structured_data(text);
    keep(data_.published, data.published);
    keep(data_.publisher, data.publisher);
  }

  // Of the first headline: pages repeat it for print.
  void add_headline(std::size_t i) {
    const auto& nodes = markup_.nodes;
    if (headline_end_ == 0) {
      auto top = i;
      while (top > 0 && main_.roles[nodes[top].parent] == PageRole::kTitle) top = nodes[top].parent;
      headline_end_ = nodes[top].end;
    }
    if (i < headline_end_) headline_ += nodes[i].text;
  }

  std::string text_below(std::size_t i) const {
    std::string out;
    for (auto k = i + 1; k < markup_.nodes[i].end; ++k) out += markup_.nodes[k].text;
    return out;
  }

  std::string address() const {
    const std::string from = !markup_.url.empty() ? markup_.url : og_url_;
    for (const std::string* own : {&canonical_, &og_url_}) {
      if (own->empty()) continue;
      const std::string found = resolve(from.empty() ? base_ : from, *own);
      if (!found.empty()) return found;
    }
    return markup_.url;
  }

  std::string published() const {
    for (const std::string* said : {&meta_published_, &data_.published, &item_time_, &time_})
      if (!said->empty()) return clean(*said);
    return {};
  }

  bool names_a_site(View text) const {
    const match::TokenSequence tokens = matcher_.tokenize(text, "layout");
    return std::any_of(tokens.tokens.begin(), tokens.tokens.end(),
                       [](const match::Token& token) { return token.is("site_name"); });
  }

  // The parts of <title> between the signs that sites put around their name.
  static std::vector<std::string> parts_of(View title) {
    std::vector<std::string> parts;
    while (true) {
      std::size_t cut = title.size(), size = 0;
      for (const View border : kTitleBorders) {
        const auto found = title.find(border);
        if (found < cut) {
          cut = found;
          size = border.size();
        }
      }
      parts.emplace_back(title.substr(0, cut));
      if (cut == title.size()) return parts;
      title.remove_prefix(cut + size);
    }
  }

  std::string site(const std::string& headline) const {
    if (!meta_site_.empty()) return meta_site_;
    if (!data_.publisher.empty()) return clean(data_.publisher);
    if (const std::string beside = beside_headline(headline); !beside.empty()) return beside;
    for (const std::string& part : parts_of(title_))
      if (names_a_site(part)) return part;
    return {};
  }

  // "Headline - Site" or "Site | Headline".
  std::string beside_headline(const std::string& headline) const {
    if (headline.empty() || title_.size() <= headline.size()) return {};
    for (const View border : kTitleBorders) {
      if (title_.starts_with(headline + std::string(border)))
        return parts_of(View(title_).substr(headline.size() + border.size())).back();
      if (title_.ends_with(std::string(border) + headline))
        return parts_of(View(title_).substr(0, title_.size() - headline.size() - border.size()))
            .front();
    }
    return {};
  }

  std::string without_site(const std::string& title) const {
    std::string out;
    for (const std::string& part : parts_of(title)) {
      if (part == meta_site_ || names_a_site(part)) continue;
      if (!out.empty()) out += " - ";
      out += part;
    }
    return out;
  }

  void read_links(PageFacts& facts) const {
    const std::string page = !facts.url.empty() ? facts.url : markup_.url;
    const std::string base = base_.empty() ? page : resolve(page, base_);
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < markup_.nodes.size(); ++i) {
      const MarkupNode& node = markup_.nodes[i];
      const bool framed = node.tag == "iframe" || node.tag == "embed";
      if ((node.tag != "a" && !framed) || !in_content(i)) continue;
      const View reference = read::attribute(node, framed ? "src" : "href");
      const std::string href = resolve(base, reference);
      if (href.empty() || facts.attachments.size() >= kMostAttachments) continue;
      std::string label = shortened(clean(text_below(i)));
      if (label.empty()) label = clean(read::attribute(node, "title"));
      const std::string file = file_name(href);
      const bool named = has_document_suffix(file) || has_document_suffix(label);
      const bool said = !framed && (main_.roles[i] == PageRole::kAttachment || leads_on(label));
      if ((!named && !said) || !seen.insert(href).second) continue;
      if (label.empty()) label = clean(file);
      facts.attachments.push_back({href, std::move(label)});
    }
  }

  bool in_content(std::size_t i) const {
    const PageRole role = main_.roles[i];
    return role == PageRole::kContent || role == PageRole::kAttachment ||
           role == PageRole::kTitle || role == PageRole::kCaption;
  }

  // "tại đây", "Tải về".
  bool leads_on(const std::string& label) const {
    const match::TokenSequence tokens = matcher_.tokenize(label, "layout");
    return std::any_of(tokens.tokens.begin(), tokens.tokens.end(), [](const match::Token& token) {
      return token.is("link_phrase") || token.is("attachment_label");
    });
  }

  const read::Markup& markup_;
  const MainContent& main_;
  const match::Matcher& matcher_;
  std::string title_, og_title_, headline_, og_url_, canonical_, base_, meta_site_;
  std::string meta_published_, item_time_, time_;
  const View* best_published_ = kPublishedNames.end();
  const View* best_site_ = kSiteNames.end();
  std::size_t headline_end_ = 0;
  StructuredData data_;
};

}  // namespace

PageFacts read_page_facts(const read::Markup& markup, const MainContent& main,
                          const match::Matcher& matcher) {
  return Facts(markup, main, matcher).read();
}

}  // namespace kehoach::layout

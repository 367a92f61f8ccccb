#include "plan/reading.h"

namespace kehoach::plan {

match::TokenRange Reading::block_tokens(std::size_t i) const {
  const base::TextSpan span = text.blocks[i].span;
  return tokens.within({span.begin, span.end});
}

Evidence Reading::evidence(base::TextSpan span) const {
  Evidence evidence;
  evidence.span = span;
  evidence.text = std::string(text.slice(span));
  if (!document.source.empty()) {
    const base::SourceSpan source = text.map.to_source(span);
    std::string original = document.source.substr(source.begin, source.size());
    if (original != evidence.text) evidence.original = std::move(original);
  }
  const std::size_t block = text.block_at(span.begin);
  if (block < text.blocks.size()) evidence.page = this->block(block).page;
  if (auto place = layout::place_of(document, text.map.to_source(span))) {
    evidence.page = place->page;
    evidence.boxes = std::move(place->boxes);
  }
  return evidence;
}

Evidence Reading::evidence(match::TokenRange range) const {
  const base::LocalSpan span = tokens.span(range);
  return evidence(base::TextSpan{span.begin, span.end});
}

Reading make_reading(const layout::Document& document, const text::NormalizedText& text,
                     const match::Matcher& matcher) {
  return {document, text, matcher, matcher.tokenize(text.utf8)};
}

}  // namespace kehoach::plan

// What the readers of single fields work on: one document, its text and its tokens, made once.
#pragma once

#include <string>
#include <string_view>

#include "layout/document.h"
#include "match/matcher.h"
#include "plan/record.h"
#include "text/normalized_text.h"

namespace kehoach::plan {

struct Reading {
  const layout::Document& document;
  const text::NormalizedText& text;
  const match::Matcher& matcher;
  match::TokenSequence tokens;  // of the whole normalized text, stage "fields"

  // Tokens of the i-th entry of text.blocks.
  match::TokenRange block_tokens(std::size_t i) const;
  const layout::Block& block(std::size_t i) const { return document.blocks[text.blocks[i].block]; }
  std::string_view block_text(std::size_t i) const { return text.slice(text.blocks[i].span); }

  // Evidence for a stretch of the normalized text, with the source's own characters where they
  // differ.
  Evidence evidence(base::TextSpan span) const;
  Evidence evidence(match::TokenRange range) const;
};

Reading make_reading(const layout::Document& document, const text::NormalizedText& text,
                     const match::Matcher& matcher);

}  // namespace kehoach::plan

#include "output/explain.h"

#include <algorithm>
#include <cstdio>

#include "output/code_points.h"
#include "output/explained_values.h"

namespace kehoach::output {
namespace {

// A place in the source as editors count: lines and columns (in characters) from 1.
class Lines {
 public:
  explicit Lines(std::string_view source) : points_(source) {
    begins_.push_back(0);
    for (std::size_t i = 0; i < source.size(); ++i)
      if (source[i] == '\n') begins_.push_back(i + 1);
  }
  std::string place(std::size_t offset, const std::vector<layout::SourceAnchor>& anchors) const {
    if (!anchors.empty()) return place_in_file(offset, anchors);
    const auto after = std::upper_bound(begins_.begin(), begins_.end(), offset);
    const auto line = after - begins_.begin();
    const std::size_t column = points_.at(offset) - points_.at(*(after - 1)) + 1;
    return std::to_string(line) + ":" + std::to_string(column);
  }

 private:
  // The source text was drawn out of the file: anchors say from where.
  std::string place_in_file(std::size_t offset,
                            const std::vector<layout::SourceAnchor>& anchors) const {
    const auto after = std::partition_point(anchors.begin(), anchors.end(),
                                            [&](const auto& a) { return a.source <= offset; });
    const auto& anchor = after == anchors.begin() ? *after : *std::prev(after);
    const std::size_t begin = std::min(anchor.source, offset);
    return std::to_string(anchor.line) + ":" +
           std::to_string(anchor.column + points_.at(offset) - points_.at(begin));
  }

  CodePoints points_;
  std::vector<std::size_t> begins_;
};

// One line, line ends and tabs shown as what they are.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\t')
      out += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20)
      out += ' ';
    else
      out += c;
  }
  return out + "\"";
}

std::string rule_line(const match::Matcher& matcher, const std::string& id) {
  const auto described = [&](const auto& rules) -> std::string {
    for (const auto& rule : rules)
      if (rule.id == id)
        return id + ": " + rule.description + " (" + rule.place.file + ":" +
               std::to_string(rule.place.line) + ")";
    return "";
  };
  const rules::RuleSet& rules = matcher.rules();
  if (std::string line = described(rules.phrases); !line.empty()) return line;
  if (std::string line = described(rules.tokens); !line.empty()) return line;
  return id + " (a reader, not a pattern)";
}

// The tokens a rule could see there; plain words stand as they are.
std::string token_line(const match::TokenSequence& tokens, match::TokenRange range) {
  std::string out;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const match::Token& token = tokens.tokens[i];
    if (!out.empty()) out += ' ';
    if (token.is("break")) {
      out += "{break}";
    } else if (token.rule == nullptr && token.entry == nullptr) {
      out += tokens.slice(token);
    } else {
      out += "{" + std::string(token.type);
      if (!token.value.empty()) out += ":" + std::string(token.value);
      out += " " + quoted(tokens.slice(token)) + "}";
    }
  }
  return out;
}

class Explainer {
 public:
  explicit Explainer(const Explained& what)
      : what_(what),
        points_(what.text.utf8),
        lines_(what.document.source),
        tokens_(what.matcher.tokenize(what.text.utf8)) {}

  void add(const ExplainedValue& value) {
    char confidence[32];
    std::snprintf(confidence, sizeof confidence, "%.2f", value.confidence);
    out_ += value.pointer + " = " + quoted(value.words) + "  confidence " + confidence + "\n";
    out_ += "  rule    " + rule_line(what_.matcher, value.rule) + "\n";
    for (const plan::Evidence& piece : *value.evidence) add(piece);
  }
  std::string take() { return std::move(out_); }

 private:
  void add(const plan::Evidence& piece) {
    switch (piece.source) {
      case plan::Evidence::Source::kText:
        return add_text(piece);
      case plan::Evidence::Source::kDerived:
        out_ += "  derived from";
        for (const std::string& pointer : piece.from) out_ += " " + pointer;
        out_ += "\n";
        return;
      case plan::Evidence::Source::kMetadata:
        out_ += "  metadata  " + quoted(piece.text) + "\n";
        return;
      case plan::Evidence::Source::kSignature:
        out_ += "  signature " + quoted(piece.text) + "\n";
        return;
    }
  }

  void add_text(const plan::Evidence& piece) {
    const match::TokenRange range = tokens_.within({piece.span.begin, piece.span.end});
    out_ += "  tokens  " + token_line(tokens_, range) + "\n";
    out_ += "  text    " + std::to_string(points_.at(piece.span.begin)) + "-" +
            std::to_string(points_.at(piece.span.end)) + " " + quoted(piece.text) + "\n";
    const base::SourceSpan source = what_.text.map.to_source(piece.span);
    const std::string_view all = what_.document.source;
    out_ += "  source  " + what_.record.source.path + ":" +
            lines_.place(source.begin, what_.document.anchors) + " " +
            quoted(all.substr(std::min(source.begin, all.size()), source.size())) + "\n";
    if (piece.page) out_ += "  page    " + std::to_string(*piece.page) + "\n";
  }

  const Explained& what_;
  CodePoints points_;
  Lines lines_;
  match::TokenSequence tokens_;
  std::string out_;
};

}  // namespace

std::string explain(const Explained& what) {
  Explainer explainer(what);
  for (const ExplainedValue& value : explained_values(what.record)) explainer.add(value);
  std::string out = "# " + what.record.source.path + "  role " + what.record.role + "\n";
  out += explainer.take();
  for (const base::Diagnostic& diagnostic : what.record.diagnostics)
    out += "! " + diagnostic.code + ": " + diagnostic.message + "\n";
  return out;
}

}  // namespace kehoach::output

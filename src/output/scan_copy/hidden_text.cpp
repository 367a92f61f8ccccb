#include "output/scan_copy/hidden_text.h"

namespace kehoach::output {
namespace {

constexpr int kInvisible = 3;

bool shows_text(const std::string& name) {
  return name == "Tj" || name == "TJ" || name == "'" || name == "\"";
}

}  // namespace

void HiddenTextFilter::handleToken(const QPDFTokenizer::Token& token) {
  const auto type = token.getType();
  if (type == QPDFTokenizer::tt_integer) number_ = token.getValue();
  operands_.push_back(token);
  if (type == QPDFTokenizer::tt_word) take_operator(token.getValue());
  if (type == QPDFTokenizer::tt_inline_image) write_operands();
}

void HiddenTextFilter::handleEOF() { write_operands(); }

void HiddenTextFilter::take_operator(const std::string& name) {
  if (mode_ == kInvisible && shows_text(name)) {
    operands_.clear();
    // They go to the next line too.
    write(name == "'" || name == "\"" ? "\nT*\n" : "\n");
    return;
  }
  if (name == "q") modes_.push_back(mode_);
  if (name == "Q" && !modes_.empty()) {
    mode_ = modes_.back();
    modes_.pop_back();
  }
  if (name == "Tr") mode_ = number_ == "3" ? kInvisible : 0;
  write_operands();
}

void HiddenTextFilter::write_operands() {
  for (const auto& token : operands_) writeToken(token);
  operands_.clear();
}

}  // namespace kehoach::output

// Takes hidden text out of a page's operators, so that a layer of better words can take its place.
//
// Contract: what is drawn stays as it is; text in rendering mode 3 goes. Text inside of forms that
// the page draws is not looked at. Linear.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace kehoach::output {

class HiddenTextFilter : public QPDFObjectHandle::TokenFilter {
 public:
  void handleToken(const QPDFTokenizer::Token& token) override;
  void handleEOF() override;

  // How many saved states were not restored at the end.
  std::size_t open_states() const { return modes_.size(); }

 private:
  void take_operator(const std::string& name);
  void write_operands();

  std::vector<QPDFTokenizer::Token> operands_;  // with the space between them
  std::string number_;                          // the last
  int mode_ = 0;
  std::vector<int> modes_;  // of saved states
};

}  // namespace kehoach::output

// Thrown only when the job cannot go on; whatever is odd in a document is a Diagnostic instead.
#pragma once

#include <stdexcept>
#include <string>

namespace kehoach::base {

class Error : public std::runtime_error {
 public:
  // `code` is stable and lower case ("too-large"); `message` says what, where, why and what to do.
  Error(std::string code, const std::string& message)
      : std::runtime_error(message), code_(std::move(code)) {}
  const std::string& code() const { return code_; }

 private:
  std::string code_;
};

}  // namespace kehoach::base

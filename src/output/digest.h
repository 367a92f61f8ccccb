// Hashes of content.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace kehoach::output {

// SHA-256 in lower-case hex.
std::string sha256_hex(std::string_view bytes);

// The same of bytes that come one after another.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void add(std::string_view bytes);
  std::string hex();  // once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kehoach::output

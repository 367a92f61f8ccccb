// The pattern pack that was built into the binary.
#pragma once

#include <span>
#include <string_view>

namespace kehoach::rules {

struct EmbeddedFile {
  std::string_view name;  // relative to patterns/: "tokens/number.toml"
  std::string_view bytes;
};

std::span<const EmbeddedFile> embedded_files();

}  // namespace kehoach::rules

// The steps of normalize(), in order. Each is a rewriting of its own; normalize joins their edits.
#pragma once

#include <string_view>

#include "language/normalize.h"

namespace kehoach::language {

// One kind of space and line end, no invisible characters, look-alikes replaced. A run of spaces
// becomes one space, or the tabs that it holds (they are cell borders); spaces and tabs beside line
// ends go.
Normalized clean_characters(std::string_view utf8);

// NFC.
Normalized compose_letters(std::string_view utf8);

// Document codes that a line end or a space broke: "31/CT- TTg", "30/CT-\nTTg".
Normalized join_codes(std::string_view utf8);

// Syllables that stray spaces broke: "t ăng cường", "GI A O THÔNG".
Normalized join_syllables(std::string_view utf8);

}  // namespace kehoach::language

// Which characters the bytes of a web page stand for.
//
// Contract: as decode_text(), which sees what is UTF-8 and UTF-16 whatever the page says. 8-bit
// pages are decoded if their words prove windows-1258, VISCII or VPS, or else by what they declare;
// Vietnamese in the codes of fonts (TCVN3, VNI) stays as windows-1252, because one page holds
// several of those: layout decodes it, where fonts and words are known. A declared charset that the
// bytes contradict loses. Linear.
// Refused: uchardet for all (it calls TCVN3 ISO-8859-1 and misses UTF-16 without a mark); it is
// asked only for pages that are not Vietnamese.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "read/charset/charset.h"

namespace kehoach::read {

// `declared`: a charset's name as the page or a header has it, or empty. Adds `charset-conflict`
// to `diagnostics` if the bytes are in another.
DecodedText decode_page(std::string_view bytes, std::string_view declared,
                        base::Diagnostics& diagnostics);

}  // namespace kehoach::read

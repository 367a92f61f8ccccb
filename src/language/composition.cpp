#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <cstdint>
#include <new>

#include "language/normalize_steps.h"

namespace kehoach::language {

// ICU keeps its own record of what it changed; a text is at most 2 GiB here, as ICU counts in 32
// bits (the readers cut far below that).
Normalized compose_letters(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2& nfc = *icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece source(utf8.data(), static_cast<std::int32_t>(utf8.size()));
  Normalized result;
  if (nfc.isNormalizedUTF8(source, status)) {
    result.utf8 = utf8;
    return result;
  }
  icu::Edits edits;
  icu::StringByteSink<std::string> sink(&result.utf8);
  nfc.normalizeUTF8(0, source, sink, &edits, status);
  auto change = edits.getCoarseChangesIterator();
  while (change.next(status)) {
    const auto from = static_cast<std::size_t>(change.sourceIndex());
    const auto to = static_cast<std::size_t>(change.destinationIndex());
    result.edits.push_back({from, from + static_cast<std::size_t>(change.oldLength()), to,
                            to + static_cast<std::size_t>(change.newLength())});
  }
  // Half a text must not pass for the whole.
  if (U_FAILURE(status)) throw std::bad_alloc();
  return result;
}

}  // namespace kehoach::language

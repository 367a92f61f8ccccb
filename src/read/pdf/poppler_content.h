// The operators of a page or form, decoded into memory within bounds before Poppler reads them:
// a few bytes can unfold to gigabytes, and a content stream may even claim to be an image.
#pragma once

#include <Object.h>
#include <Stream.h>

#include <cstddef>
#include <string>

namespace kehoach::read {

// Adds the decoded bytes of `stream` to `content`, at most `most`; false if there were more. What
// goes through an image decoder gives no operators and is left out.
bool append_content(Stream& stream, std::size_t most, std::string& content);

// The same for a stream or an array of them, as /Contents has it; a line end stands between.
bool append_contents(const Object& contents, std::size_t most, std::string& content);

// True if `stream` decodes to no more than `most` bytes. Decodes it only if it may be more.
bool within(Stream& stream, std::size_t most);

// `content` as a stream of Poppler's; it must outlive the object.
Object memory_stream(const std::string& content, XRef* xref);

}  // namespace kehoach::read

// Bulk as the archive keeps it: zlib streams, which every language's own library reads (and the
// sqlite3 shell: sqlar_uncompress(text, text_bytes)).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kehoach::store {

std::string compress(std::string_view bytes);

// `size`: what it was before. Throws base::Error "archive-corrupt" if that is not what comes out.
std::string decompress(std::string_view stream, std::size_t size);

}  // namespace kehoach::store

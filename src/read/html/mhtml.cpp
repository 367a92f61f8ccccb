#include "read/html/mhtml.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "base/error.h"
#include "read/html/markup_scanner.h"

namespace kehoach::read {
namespace {

using View = std::string_view;
constexpr std::size_t npos = View::npos;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

// One line without its end; `text` moves behind it.
View next_line(View& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  View line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool starts_with_case(View text, View start) {
  return same_without_case(text.substr(0, start.size()), start);
}

bool is_header_name(View name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-';
  });
}

bool is_page_type(View value) {
  value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
  return starts_with_case(value, "multipart/") || starts_with_case(value, "text/html");
}

void start_library() {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
}

Owned<GMimeMessage> parse(View bytes) {
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

bool is_html(GMimeObject* object) {
  GMimeContentType* type = g_mime_object_get_content_type(object);
  return GMIME_IS_PART(object) && type != nullptr &&
         (g_mime_content_type_is_type(type, "text", "html") ||
          g_mime_content_type_is_type(type, "application", "xhtml+xml"));
}

struct Search {
  const char* start = nullptr;   // content id of the page, if the message says so
  GMimeObject* first = nullptr;  // HTML part
  GMimeObject* named = nullptr;  // the part of that id
};

void look_at(GMimeObject*, GMimeObject* part, gpointer data) {
  auto& search = *static_cast<Search*>(data);
  if (!is_html(part)) return;
  if (search.first == nullptr) search.first = part;
  const char* id = g_mime_object_get_content_id(part);
  const bool named = search.start != nullptr && id != nullptr && View(search.start) == id;
  if (named && search.named == nullptr) search.named = part;
}

std::string without_brackets(const char* id) {
  View text = id == nullptr ? View() : View(id);
  if (text.starts_with('<')) text.remove_prefix(1);
  if (text.ends_with('>')) text.remove_suffix(1);
  return std::string(text);
}

GMimeObject* find_page(GMimeMessage* message) {
  GMimeObject* root = g_mime_message_get_mime_part(message);
  if (root == nullptr) return nullptr;
  const std::string start =
      without_brackets(g_mime_object_get_content_type_parameter(root, "start"));
  Search search{start.empty() ? nullptr : start.c_str()};
  g_mime_message_foreach(message, look_at, &search);
  if (search.first == nullptr && is_html(root)) return root;
  return search.named != nullptr ? search.named : search.first;
}

std::string decoded_content(GMimeObject* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(GMIME_PART(part));
  if (content == nullptr) return {};
  const Owned<GMimeStream> out(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, out.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::string web_address(const char* value) {
  View address = value == nullptr ? View() : View(value);
  address.remove_prefix(std::min(address.find_first_not_of(" \t<"), address.size()));
  address = address.substr(0, address.find_first_of(" \t\r\n>"));
  const bool web = starts_with_case(address, "http://") || starts_with_case(address, "https://");
  return web ? std::string(address) : std::string();
}

std::string address_of(GMimeMessage* message, GMimeObject* page) {
  std::string address = web_address(g_mime_object_get_header(page, "Content-Location"));
  if (!address.empty()) return address;
  GMimeObject* whole = GMIME_OBJECT(message);
  address = web_address(g_mime_object_get_header(whole, "Snapshot-Content-Location"));
  if (!address.empty()) return address;
  return web_address(g_mime_object_get_header(whole, "Content-Location"));
}

std::string media_type(GMimeMessage* message) {
  GMimeObject* root = g_mime_message_get_mime_part(message);
  char* type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(root));
  std::string text = type == nullptr ? "" : type;
  g_free(type);
  return text;
}

}  // namespace

bool is_mhtml(View bytes) {
  View head = bytes.substr(0, 16u << 10);
  bool page = false, mime = false, first = true;
  while (!head.empty()) {
    const View line = next_line(head);
    if (line.empty()) {
      if (first) continue;
      break;
    }
    first = false;
    if (line[0] == ' ' || line[0] == '\t') continue;  // goes on with the header before it
    const std::size_t colon = line.find(':');
    if (colon == npos || !is_header_name(line.substr(0, colon))) return false;
    mime |= starts_with_case(line, "mime-version:");
    if (starts_with_case(line, "content-type:")) page = is_page_type(line.substr(colon + 1));
  }
  return page && mime;
}

MhtmlPage read_mhtml(View bytes, const std::string& path) {
  start_library();
  bytes.remove_prefix(std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
  const Owned<GMimeMessage> message = parse(bytes);
  GMimeObject* page = message == nullptr ? nullptr : find_page(message.get());
  if (page == nullptr) {
    throw base::Error("broken", path +
                                    ": none of the parts of this saved page (MHTML) is HTML. "
                                    "Save the page again");
  }
  const char* charset = g_mime_object_get_content_type_parameter(page, "charset");
  return {decoded_content(page), charset == nullptr ? "" : charset, media_type(message.get()),
          address_of(message.get(), page)};
}

}  // namespace kehoach::read

#include "layout/document_bytes.h"

#include <bit>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "base/error.h"

namespace kehoach::layout {
namespace {

static_assert(std::endian::native == std::endian::little);

// To be raised whenever a struct below changes.
constexpr std::uint64_t kForm = 1;

[[noreturn]] void refuse() {
  throw base::Error("model-damaged",
                    "what the archive keeps of a document is damaged; ingest its file again");
}

// Coordinates are mostly short decimals: as thousandths they take two or three bytes, not eight.
constexpr double kScale = 1000;
constexpr double kMostScaled = 1e9;

class Writer {
 public:
  template <class... Values>
  void operator()(const Values&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(bytes_); }

  void put(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) bytes_ += static_cast<char>(value | 0x80U);
    bytes_ += static_cast<char>(value);
  }
  void put(bool value) { put(static_cast<std::uint64_t>(value)); }
  // The sign goes to the lowest bit, so that small numbers stay short.
  void put(std::int64_t value) {
    put((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U));
  }
  void put(int value) { put(static_cast<std::int64_t>(value)); }
  void put(double value) {
    const double scaled = std::round(value * kScale);
    const bool is_short = std::abs(scaled) < kMostScaled && scaled / kScale == value &&
                          !(value == 0 && std::signbit(value));
    put(is_short);
    if (is_short) return put(static_cast<std::int64_t>(scaled));
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes_.append(raw, sizeof raw);
  }
  void put(const std::string& text) {
    put(static_cast<std::uint64_t>(text.size()));
    bytes_ += text;
  }
  template <class T>
  requires std::is_enum_v<T>
  void put(T value) { put(static_cast<std::uint64_t>(value)); }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  void put(const std::vector<T>& list) {
    put(static_cast<std::uint64_t>(list.size()));
    for (const T& entry : list) put(entry);
  }
  template <class T>
  requires std::is_class_v<T>
  void put(const T& value) { fields(*this, value); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <class... Values>
  void operator()(Values&... values) {
    (get(values), ...);
  }
  bool at_end() const { return bytes_.empty(); }

  void get(std::uint64_t& value) {
    value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1)[0]);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return;
    }
    refuse();
  }
  void get(bool& value) {
    std::uint64_t number = 0;
    get(number);
    if (number > 1) refuse();
    value = number == 1;
  }
  void get(std::int64_t& value) {
    std::uint64_t number = 0;
    get(number);
    value = static_cast<std::int64_t>(number >> 1U) ^ -static_cast<std::int64_t>(number & 1U);
  }
  void get(int& value) {
    std::int64_t number = 0;
    get(number);
    value = static_cast<int>(number);
  }
  void get(double& value) {
    bool is_short = false;
    get(is_short);
    if (!is_short) {
      std::memcpy(&value, take(sizeof value).data(), sizeof value);
      return;
    }
    std::int64_t scaled = 0;
    get(scaled);
    value = static_cast<double>(scaled) / kScale;
  }
  void get(std::string& text) {
    std::uint64_t size = 0;
    get(size);
    text = take(size);
  }
  void get(BlockKind& kind) {
    std::uint64_t value = 0;
    get(value);
    if (value > static_cast<std::uint64_t>(BlockKind::kNoise)) refuse();
    kind = static_cast<BlockKind>(value);
  }
  void get(base::Severity& severity) {
    std::uint64_t value = 0;
    get(value);
    if (value > static_cast<std::uint64_t>(base::Severity::kError)) refuse();
    severity = static_cast<base::Severity>(value);
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool is_there = false;
    get(is_there);
    if (is_there) get(value.emplace());
  }
  template <class T>
  void get(std::vector<T>& list) {
    std::uint64_t size = 0;
    get(size);
    if (size > bytes_.size()) refuse();  // an entry takes at least one byte
    list.resize(size);
    for (T& entry : list) get(entry);
  }
  template <class T>
  requires std::is_class_v<T>
  void get(T& value) { fields(*this, value); }

 private:
  std::string_view take(std::size_t size) {
    if (size > bytes_.size()) refuse();
    const std::string_view out = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return out;
  }

  std::string_view bytes_;
};

// One list of members for both ways. The bindings name every member: a new one does not compile
// until it is added here (and then kForm must be raised).
template <class T, class Struct>
concept Is = std::same_as<std::remove_const_t<T>, Struct>;

template <class Way, class Space>
void fields(Way& way, base::Span<Space>& span) {
  way(span.begin, span.end);
}
template <class Way, class Space>
void fields(Way& way, const base::Span<Space>& span) {
  way(span.begin, span.end);
}
template <class Way, Is<base::Box> T>
void fields(Way& way, T& value) {
  auto& [x0, y0, x1, y1] = value;
  way(x0, y0, x1, y1);
}
template <class Way, Is<base::Diagnostic> T>
void fields(Way& way, T& value) {
  auto& [code, severity, message, page, box] = value;
  way(code, severity, message, page, box);
}
template <class Way, Is<language::Edit> T>
void fields(Way& way, T& value) {
  auto& [from_begin, from_end, to_begin, to_end] = value;
  way(from_begin, from_end, to_begin, to_end);
}
template <class Way, Is<Cell> T>
void fields(Way& way, T& value) {
  auto& [pieces, column, rowspan, colspan, header, boxes] = value;
  way(pieces, column, rowspan, colspan, header, boxes);
}
template <class Way, Is<Block> T>
void fields(Way& way, T& value) {
  auto& [kind, pieces, label, label_drawn, level, part, page, last_page, note, table, cells,
         boxes] = value;
  way(kind, pieces, label, label_drawn, level, part, page, last_page, note, table, cells, boxes);
}
template <class Way, Is<PageFacts::Link> T>
void fields(Way& way, T& value) {
  auto& [href, label] = value;
  way(href, label);
}
template <class Way, Is<PageFacts> T>
void fields(Way& way, T& value) {
  auto& [title, site, url, published, attachments] = value;
  way(title, site, url, published, attachments);
}
template <class Way, Is<SourceAnchor> T>
void fields(Way& way, T& value) {
  auto& [source, line, column] = value;
  way(source, line, column);
}
template <class Way, Is<PlacedText> T>
void fields(Way& way, T& value) {
  auto& [span, page, box, confidence] = value;
  way(span, page, box, confidence);
}
template <class Way, Is<Signature> T>
void fields(Way& way, T& value) {
  auto& [signer, time, valid, page] = value;
  way(signer, time, valid, page);
}
template <class Way, Is<Document> T>
void fields(Way& way, T& value) {
  auto& [content, edits, source, anchors, places, pages, signatures, blocks, page_facts, encoding,
         text_origin, media_type, diagnostics] = value;
  way(content, edits, source, anchors, places, pages, signatures, blocks, page_facts, encoding,
      text_origin, media_type, diagnostics);
}

}  // namespace

std::string to_bytes(const Document& document) {
  Writer writer;
  writer(kForm, document);
  return writer.take();
}

Document from_bytes(std::string_view bytes) {
  Reader reader(bytes);
  std::uint64_t form = 0;
  reader(form);
  if (form != kForm)
    throw base::Error(
        "model-version",
        "what the archive keeps of a document was made by another version of kehoach; "
        "ingest its file again");
  Document document;
  reader(document);
  if (!reader.at_end()) refuse();
  return document;
}

}  // namespace kehoach::layout

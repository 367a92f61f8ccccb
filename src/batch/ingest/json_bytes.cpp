#include "batch/ingest/json_bytes.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace kehoach::batch {
namespace {

using output::Json;

constexpr int kDeepest = 200;  // a record goes down about ten

enum class Tag : char { kNull, kFalse, kTrue, kInteger, kUnsigned, kReal, kText, kList, kObject };

template <class Number>
void put(std::string& out, Number number) {
  out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void put_text(std::string& out, std::string_view text) {
  put(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : left_(bytes) {}

  Json value(int depth) {
    if (depth > kDeepest) throw std::runtime_error("a worker's JSON is nested too deeply");
    switch (static_cast<Tag>(take(1)[0])) {
      case Tag::kNull:
        return nullptr;
      case Tag::kFalse:
        return false;
      case Tag::kTrue:
        return true;
      case Tag::kInteger:
        return number<std::int64_t>();
      case Tag::kUnsigned:
        return number<std::uint64_t>();
      case Tag::kReal:
        return number<double>();
      case Tag::kText:
        return std::string(text());
      case Tag::kList:
        return list(depth);
      case Tag::kObject:
        return object(depth);
    }
    throw std::runtime_error("a worker's JSON cannot be read");
  }

  bool at_end() const { return left_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    if (size > left_.size()) throw std::runtime_error("a worker's JSON is cut short");
    const std::string_view out = left_.substr(0, size);
    left_.remove_prefix(size);
    return out;
  }

  template <class Number>
  Number number() {
    Number out{};
    std::memcpy(&out, take(sizeof out).data(), sizeof out);
    return out;
  }

  std::string_view text() { return take(number<std::uint32_t>()); }

  // Every entry takes a byte at least: a length that lies reserves no more than there is.
  std::size_t length() { return std::min<std::size_t>(number<std::uint32_t>(), left_.size()); }

  Json list(int depth) {
    Json::array_t out;
    const std::size_t count = length();
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i) out.push_back(value(depth + 1));
    return out;
  }

  // Keys are each others' own in what was written, so that none has to be looked for.
  Json object(int depth) {
    Json out = Json::object();
    auto& entries = static_cast<Json::object_t::Container&>(out.get_ref<Json::object_t&>());
    const std::size_t count = length();
    entries.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view key = text();
      entries.emplace_back(std::string(key), value(depth + 1));
    }
    return out;
  }

  std::string_view left_;
};

void write_list(std::string& out, const Json& list) {
  out += static_cast<char>(Tag::kList);
  put(out, static_cast<std::uint32_t>(list.size()));
  for (const Json& entry : list) write_json(out, entry);
}

void write_object(std::string& out, const Json& object) {
  out += static_cast<char>(Tag::kObject);
  put(out, static_cast<std::uint32_t>(object.size()));
  for (const auto& [key, value] : object.items()) {
    put_text(out, key);
    write_json(out, value);
  }
}

}  // namespace

void write_json(std::string& out, const Json& value) {
  const auto tagged = [&](Tag tag, auto number) {
    out += static_cast<char>(tag);
    put(out, number);
  };
  switch (value.type()) {
    case Json::value_t::boolean:
      out += static_cast<char>(value.get<bool>() ? Tag::kTrue : Tag::kFalse);
      break;
    case Json::value_t::number_integer:
      tagged(Tag::kInteger, value.get<std::int64_t>());
      break;
    case Json::value_t::number_unsigned:
      tagged(Tag::kUnsigned, value.get<std::uint64_t>());
      break;
    case Json::value_t::number_float:
      tagged(Tag::kReal, value.get<double>());
      break;
    case Json::value_t::string:
      out += static_cast<char>(Tag::kText);
      put_text(out, value.get_ref<const std::string&>());
      break;
    case Json::value_t::array:
      write_list(out, value);
      break;
    case Json::value_t::object:
      write_object(out, value);
      break;
    default:
      out += static_cast<char>(Tag::kNull);
  }
}

Json read_json(std::string_view bytes) {
  Reader reader(bytes);
  Json out = reader.value(0);
  if (!reader.at_end()) throw std::runtime_error("a worker's JSON goes on behind its end");
  return out;
}

}  // namespace kehoach::batch

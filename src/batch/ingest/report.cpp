#include "batch/ingest/report.h"

#include <cstring>
#include <stdexcept>

#include "batch/ingest/json_bytes.h"

namespace kehoach::batch {
namespace {

class Writer {
 public:
  void put(std::uint64_t value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(const std::string& text) {
    put(static_cast<std::uint64_t>(text.size()));
    out_ += text;
  }
  void put(const std::optional<std::int64_t>& value) {
    put(static_cast<std::uint64_t>(value.has_value()));
    put(static_cast<std::uint64_t>(value.value_or(0)));
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t number() {
    std::uint64_t value = 0;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string_view view() { return take(number()); }
  std::string text() { return std::string(view()); }
  std::optional<std::int64_t> optional() {
    const bool is_there = number() != 0;
    const auto value = static_cast<std::int64_t>(number());
    return is_there ? std::optional(value) : std::nullopt;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> out;
    for (std::uint64_t left = number(); left > 0; --left) out.push_back(text());
    return out;
  }

 private:
  std::string_view take(std::size_t size) {
    if (size > bytes_.size()) throw std::runtime_error("a worker's answer is cut short");
    const std::string_view out = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return out;
  }
  std::string_view bytes_;
};

void put_texts(Writer& writer, const std::vector<std::string>& texts) {
  writer.put(texts.size());
  for (const std::string& text : texts) writer.put(text);
}

}  // namespace

std::string encode_report(const Report& report) {
  Writer writer;
  writer.put(static_cast<std::uint64_t>(report.kind));
  writer.put(report.bytes);
  writer.put(report.mtime_ns);
  writer.put(static_cast<std::uint64_t>(report.attempts));
  writer.put(static_cast<std::uint64_t>(report.found));
  writer.put(static_cast<std::uint64_t>(report.changed));
  const store::Reading& reading = report.reading;
  for (const std::string* text :
       {&report.sha256, &report.media_type, &report.code, &report.message, &report.path,
        &reading.packed_record, &reading.packed_text, &reading.packed_model, &reading.page_starts,
        &reading.prepared.text, &reading.prepared.words})
    writer.put(*text);
  for (const std::size_t size : {reading.record_bytes, reading.text_bytes, reading.model_bytes})
    writer.put(size);
  std::string record;
  write_json(record, reading.record);
  writer.put(record);
  put_texts(writer, report.inside);
  put_texts(writer, report.attached);
  writer.put(report.refused.size());
  for (const Report& refused : report.refused) writer.put(encode_report(refused));
  return writer.take();
}

Report decode_report(std::string_view bytes) {
  Reader reader(bytes);
  Report report;
  report.kind = static_cast<Report::Kind>(reader.number());
  report.bytes = reader.optional();
  report.mtime_ns = reader.optional();
  report.attempts = static_cast<std::int64_t>(reader.number());
  report.found = reader.number() != 0;
  report.changed = reader.number() != 0;
  store::Reading& reading = report.reading;
  for (std::string* text :
       {&report.sha256, &report.media_type, &report.code, &report.message, &report.path,
        &reading.packed_record, &reading.packed_text, &reading.packed_model, &reading.page_starts,
        &reading.prepared.text, &reading.prepared.words})
    *text = reader.text();
  for (std::size_t* size : {&reading.record_bytes, &reading.text_bytes, &reading.model_bytes})
    *size = reader.number();
  reading.record = read_json(reader.view());
  report.inside = reader.texts();
  report.attached = reader.texts();
  for (std::uint64_t left = reader.number(); left > 0; --left)
    report.refused.push_back(decode_report(reader.text()));
  return report;
}

}  // namespace kehoach::batch

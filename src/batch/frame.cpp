#include "batch/frame.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace kehoach::batch {
namespace {

constexpr std::size_t kLength = sizeof(std::uint64_t);
constexpr char kOutOfMemory = 'M', kAlive = 'A';

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    // A dead reader is told by the result; the signal would end this process.
    const ssize_t written = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool read_all(int fd, char* to, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(fd, to, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

std::uint64_t length_of(const char* bytes) {
  std::uint64_t length = 0;
  std::memcpy(&length, bytes, kLength);
  return length;
}

}  // namespace

bool write_frame(int fd, std::string_view bytes) {
  const std::uint64_t length = bytes.size();
  char head[kLength];
  std::memcpy(head, &length, kLength);
  return write_all(fd, {head, kLength}) && write_all(fd, bytes);
}

std::optional<std::string> read_frame(int fd) {
  char head[kLength];
  if (!read_all(fd, head, kLength)) return std::nullopt;
  std::string bytes(length_of(head), '\0');
  if (!read_all(fd, bytes.data(), bytes.size())) return std::nullopt;
  return bytes;
}

bool FrameReader::fill(int fd) {
  char buffer[1 << 16];
  const ssize_t got = ::read(fd, buffer, sizeof buffer);
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return true;
  if (got <= 0) return false;
  bytes_.append(buffer, static_cast<std::size_t>(got));
  return true;
}

std::optional<std::string> FrameReader::take() {
  if (bytes_.size() < kLength) return std::nullopt;
  const std::uint64_t length = length_of(bytes_.data());
  if (bytes_.size() - kLength < length) return std::nullopt;
  std::string rest = bytes_.substr(kLength + length);  // mostly nothing
  bytes_.resize(kLength + length);
  bytes_.erase(0, kLength);
  return std::exchange(bytes_, std::move(rest));
}

// Flags; the message, why there is no copy, and the size of the copy, a NUL behind each (none of
// them holds one); the copy; the bytes.
std::string encode(const Answer& answer) {
  const int flags = (answer.failed ? 1 : 0) + (answer.found ? 2 : 0) + (answer.copy.failed ? 4 : 0);
  std::string frame(1, static_cast<char>('0' + flags));
  for (const std::string& text :
       {answer.message, answer.copy.why_none, std::to_string(answer.copy.bytes.size())}) {
    frame += std::string_view(text).substr(0, text.find('\0'));
    frame += '\0';
  }
  frame += answer.copy.bytes;
  frame += answer.bytes;
  return frame;
}

Answer decode(std::string frame) {
  const int flags = frame.at(0) - '0';
  std::size_t at = 1;
  const auto text = [&] {
    const std::size_t begin = at, end = frame.find('\0', at);
    at = end + 1;
    return frame.substr(begin, end - begin);
  };
  Answer answer{(flags & 1) != 0, (flags & 2) != 0, "", text(), {"", text(), (flags & 4) != 0}};
  const std::size_t size = std::stoull(text());
  answer.copy.bytes = frame.substr(at, size);
  answer.bytes = std::move(frame.erase(0, at + size));
  return answer;
}

std::string alive_frame() { return std::string(1, kAlive); }

bool is_alive(std::string_view frame) { return frame.size() == 1 && frame[0] == kAlive; }

std::string out_of_memory_frame() { return std::string(1, kOutOfMemory); }

bool is_out_of_memory(std::string_view frame) {
  return frame.size() == 1 && frame[0] == kOutOfMemory;
}

}  // namespace kehoach::batch

// What goes over the pipe between a worker and the process that started it: a length and as many
// bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "batch/answer.h"

namespace kehoach::batch {

// Blocks until all is written. False if the other end is gone.
bool write_frame(int fd, std::string_view bytes);

// Blocks until a frame is whole. Nullopt at the end of the stream.
std::optional<std::string> read_frame(int fd);

// Gathers one frame from a pipe that is read as bytes come.
class FrameReader {
 public:
  // Takes what one read gives. False at the end of the stream.
  bool fill(int fd);
  std::optional<std::string> take();

 private:
  std::string bytes_;
};

// An answer as a frame's bytes and back; "out of memory" is an answer of its own, because a
// worker that ran out can say no more; "alive" is none, an answer is still to come.
std::string encode(const Answer& answer);
Answer decode(std::string frame);
std::string alive_frame();
bool is_alive(std::string_view frame);
std::string out_of_memory_frame();
bool is_out_of_memory(std::string_view frame);

}  // namespace kehoach::batch

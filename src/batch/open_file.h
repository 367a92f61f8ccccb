// A file that is open for reading as long as this lives.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <string>

namespace kehoach::batch {

class OpenFile {
 public:
  enum class Pipes { kSkip, kAwait };  // kAwait: the opening of a pipe waits for who writes it
  // Where it cannot be opened, errno says why.
  explicit OpenFile(const std::string& path, Pipes pipes = Pipes::kSkip)
      : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | (pipes == Pipes::kSkip ? O_NONBLOCK : 0))) {
  }
  ~OpenFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int get() const { return fd_; }  // below 0: it could not be opened

 private:
  int fd_;
};

}  // namespace kehoach::batch

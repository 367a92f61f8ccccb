// Where results go: standard output or the file of --output. Every byte is known to be written, or
// the run ends.
#pragma once

#include <string>
#include <string_view>

namespace kehoach::cli {

class ResultFile {
 public:
  // Empty or "-": standard output. Throws base::Error "output". What the file held before stays
  // until something is written (or closed): a run that fails before leaves it as it was.
  explicit ResultFile(const std::string& path);
  ~ResultFile();
  ResultFile(const ResultFile&) = delete;
  ResultFile& operator=(const ResultFile&) = delete;

  // False if the reader is gone (a closed pipe): nobody wants more. Throws base::Error "output" on
  // a full disk and the like.
  bool write(std::string_view bytes);
  // Some file systems tell of a full disk only here.
  void close();

 private:
  void begin();
  [[noreturn]] void fail() const;

  std::string name_;
  int fd_;
  bool own_, made_ = false, begun_ = false;
};

// Throws base::Error "output" that says what is wrong there and what to do; `error` as of errno.
[[noreturn]] void refuse_output(const std::string& place, int error);

}  // namespace kehoach::cli

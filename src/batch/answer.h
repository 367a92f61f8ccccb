// What a worker says of one source, and what is said in its place when it cannot.
#pragma once

#include <string>

namespace kehoach::batch {

// A copy of the source that was asked for beside the record (extract --pdf-out).
struct TextCopy {
  std::string bytes;     // empty: none
  std::string why_none;  // what, where, why; empty: nobody asked
  bool failed = false;   // it should have been made
};

struct Answer {
  bool failed = false;  // the source could not be read; `bytes` is the record of that
  bool found = false;   // something was found in it
  std::string bytes;    // what goes to the output
  std::string message;  // of a failure: what, where, why, what to do
  TextCopy copy = {};
};

// Why a worker was lost while it held a source.
struct Loss {
  std::string code;     // "crashed", "timed-out", "out-of-memory"
  std::string message;  // what, where, why, what to do
  int attempts = 1;     // to read it
};

}  // namespace kehoach::batch

// Memory for one run of a parser written in C: bounded, reused, and given back all at once.
//
// Purpose: a few bytes of markup can make the parser reopen the same elements again and again, and
// it cannot be told to stop. Its allocator can: at the limit it jumps out.
// Contract: no block is bigger than what was asked for by more than half; freed blocks are used
// again for the same size; everything is freed with this object, so that a tree of any depth is
// left without walking it.
#pragma once

#include <csetjmp>
#include <cstddef>

namespace kehoach::read {

class ParserMemory {
 public:
  explicit ParserMemory(std::size_t limit) : limit_(limit) {}
  ~ParserMemory();
  ParserMemory(const ParserMemory&) = delete;
  ParserMemory& operator=(const ParserMemory&) = delete;

  // Where to go if the limit, or the end of the machine's memory, is reached: `if
  // (setjmp(memory.over_limit()) == 0) parse`. Between there and the parser nothing with a
  // destructor may stand.
  std::jmp_buf& over_limit() { return over_limit_; }

  void* allocate(std::size_t size);
  void free(void* block);
  std::size_t used() const { return used_; }

 private:
  struct Chunk {
    Chunk* next;
    std::size_t alignment;  // what follows is aligned as malloc() does
  };
  struct Free {
    Free* next;
  };

  std::byte* fresh(std::size_t size);
  std::byte* chunk(std::size_t size);

  std::size_t limit_;
  std::size_t used_ = 0;
  std::jmp_buf over_limit_;
  Chunk* chunks_ = nullptr;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  Free* free_[128] = {};
};

}  // namespace kehoach::read

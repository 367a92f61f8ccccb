#include "read/html/parser_memory.h"

#include <bit>
#include <cstdlib>
#include <utility>

namespace kehoach::read {
namespace {

constexpr std::size_t kHeader = 16;  // before each block: its class; keeps the alignment
constexpr std::size_t kChunk = 256u << 10;

// Sizes 2^n and 3·2^(n-1), from 16 on.
struct SizeClass {
  std::size_t index, size;
};

SizeClass size_class(std::size_t size) {
  if (size <= 16) return {0, 16};
  const auto bits = static_cast<std::size_t>(std::bit_width(size - 1));  // size <= 1 << bits
  const std::size_t middle = std::size_t{3} << (bits - 2);
  const std::size_t index = 2 * (bits - 4);
  return size <= middle ? SizeClass{index - 1, middle} : SizeClass{index, std::size_t{1} << bits};
}

}  // namespace

void* ParserMemory::allocate(std::size_t size) {
  if (size > limit_) std::longjmp(over_limit_, 1);
  const SizeClass wanted = size_class(size);
  Free*& list = free_[wanted.index];
  if (list != nullptr) {
    Free* block = list;
    list = block->next;
    return block;
  }
  if (used_ + wanted.size + kHeader > limit_) std::longjmp(over_limit_, 1);
  std::byte* block = fresh(wanted.size + kHeader);
  *reinterpret_cast<std::size_t*>(block) = wanted.index;
  return block + kHeader;
}

void ParserMemory::free(void* block) {
  if (block == nullptr) return;
  const std::size_t index =
      *reinterpret_cast<std::size_t*>(static_cast<std::byte*>(block) - kHeader);
  auto* freed = static_cast<Free*>(block);
  freed->next = free_[index];
  free_[index] = freed;
}

std::byte* ParserMemory::fresh(std::size_t size) {
  used_ += size;
  if (size > kChunk / 4) return chunk(size);
  if (left_ < size) {
    next_ = chunk(kChunk);
    left_ = kChunk;
  }
  std::byte* block = next_;
  next_ += size;
  left_ -= size;
  return block;
}

std::byte* ParserMemory::chunk(std::size_t size) {
  auto* memory = static_cast<Chunk*>(std::malloc(sizeof(Chunk) + size));
  if (memory == nullptr) std::longjmp(over_limit_, 1);
  memory->next = chunks_;
  chunks_ = memory;
  return reinterpret_cast<std::byte*>(memory + 1);
}

ParserMemory::~ParserMemory() {
  while (chunks_ != nullptr) std::free(std::exchange(chunks_, chunks_->next));
}

}  // namespace kehoach::read

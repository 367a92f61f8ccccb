#include "read/parser_memory.h"

#include <bit>

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
  auto* block = static_cast<std::byte*>(fresh(wanted.size + kHeader));
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

void* ParserMemory::fresh(std::size_t size) {
  used_ += size;
  if (size > kChunk / 4) {
    return chunks_.emplace_back(std::make_unique_for_overwrite<std::byte[]>(size)).get();
  }
  if (left_ < size) {
    next_ = chunks_.emplace_back(std::make_unique_for_overwrite<std::byte[]>(kChunk)).get();
    left_ = kChunk;
  }
  std::byte* block = next_;
  next_ += size;
  left_ -= size;
  return block;
}

}  // namespace kehoach::read

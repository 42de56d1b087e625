// A dataset is read by a second instance of this program, in a worker, and comes over as the very
// bytes of memory that it lies in there: the page only copies them. For that both instances leave
// the same addresses free, and make them one image: the page by a block that it has for nothing
// else, the worker by having all that it makes lie behind that address.
//
// Nothing in an image is freed for itself; the whole is, when nobody uses the library in it. That
// both are one program has the pointers to constants and functions in it right. Used by ahead.js
// and ahead_reader.js.

#include <emscripten.h>
#include <emscripten/heap.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "core/voice/ahead.h"
#include "core/voice/prepare.h"
#include "web/bridge.h"

namespace {

struct Image {
  std::uint8_t* begin = nullptr;
  std::uint8_t* end = nullptr;
};

std::array<Image, 16> images;  ///< More datasets at once nobody has: what comes then is not taken.
std::size_t count = 0;

bool InImage(const void* memory) {
  const auto* at = static_cast<const std::uint8_t*>(memory);
  return std::any_of(images.begin(), images.begin() + count,
                     [at](const Image& one) { return at >= one.begin && at < one.end; });
}

void Release(ProvisoReady* ready) {
  std::destroy_at(reinterpret_cast<proviso::view::Prepared*>(ready));
  const auto* at = reinterpret_cast<const std::uint8_t*>(ready);
  for (std::size_t i = 0; i < count; ++i) {
    if (at < images[i].begin || at >= images[i].end) continue;
    std::uint8_t* const begin = images[i].begin;
    images[i] = images[--count];
    std::free(begin);
    return;
  }
}

}  // namespace

void operator delete(void* memory) noexcept {
  if (count == 0 || !InImage(memory)) std::free(memory);
}

extern "C" {

/// In the worker: from now on everything that is made lies from `begin` on. Returns where `input`
/// bytes can be put, `room` bytes further on; 0 if that cannot be had.
std::uint8_t* proviso_image_room(std::uint8_t* begin, std::size_t room, std::size_t input) {
  std::uintptr_t* const top = emscripten_get_sbrk_ptr();
  const std::uintptr_t from = (reinterpret_cast<std::uintptr_t>(begin) + 15) & ~std::uintptr_t{15};
  const std::uintptr_t to = from + room + input;
  if (*top > from || to < from) return nullptr;
  if (to > emscripten_get_heap_size() && !emscripten_resize_heap(to)) return nullptr;
  *top = from;
  // What is free before it would be used first.
  for (std::size_t size = 1 << 16; size >= 8; size /= 2)
    while (static_cast<std::uint8_t*>(std::malloc(size)) < begin) {
    }
  return begin + room;
}

/// In the worker: reads the dataset at `bytes` within the limits that `words` lower, and makes all
/// ready. Returns the image's end, and leaves at `root` where its `ProvisoReady` is.
std::uint8_t* proviso_image_make(const char* bytes, std::size_t size, const char* words,
                                 ProvisoReady** root) {
  using namespace proviso;
  auto* const ready = new view::Prepared(view::Prepare({bytes, size}, io::Lowered({}, words)));
  if (ready->library) view::MakeAhead(*ready->library);
  *root = reinterpret_cast<ProvisoReady*>(ready);
  return reinterpret_cast<std::uint8_t*>(*emscripten_get_sbrk_ptr());
}

/// In the page: the image of `size` bytes is in the block at `begin` now, and is opened or offered
/// next. 0 if there are too many.
int proviso_image_take(Proviso* self, std::uint8_t* begin, std::size_t size, ProvisoReady* root) {
  if (count == images.size()) return 0;
  std::realloc(begin, size);  // Smaller, so it stays where it is.
  images[count++] = {begin, begin + size};
  proviso_take_ready(self, root, Release);
  return 1;
}

}  // extern "C"

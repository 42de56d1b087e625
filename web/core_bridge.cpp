#include "web/core_bridge.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/wire/service.h"

struct ProvisoCore {
  proviso::view::Service service;
  std::vector<std::uint8_t> input;
  std::string output;
};

namespace {

/// A hard bound over the loader's own: what may be copied in at all.
constexpr std::size_t kMostInput = std::size_t{1} << 30;

/// Of input and output this much stays for the next call; the rest is given back.
constexpr std::size_t kKept = std::size_t{1} << 20;

}  // namespace

extern "C" {

ProvisoCore* proviso_core_create(void) { return new ProvisoCore; }

void proviso_core_destroy(ProvisoCore* self) { delete self; }

uint8_t* proviso_core_input(ProvisoCore* self, size_t size) {
  if (size > kMostInput) return nullptr;
  if (self->output.capacity() > kKept) self->output = {};
  self->input.resize(size);
  // A vector of nothing may have no address, and NULL means failure here.
  if (size == 0) self->input.reserve(1);
  return self->input.data();
}

int proviso_core_call(ProvisoCore* self, size_t request) {
  const std::string_view all(reinterpret_cast<const char*>(self->input.data()), self->input.size());
  request = std::min(request, all.size());
  const bool done = self->service.Call(all.substr(0, request), all.substr(request), &self->output);
  if (self->input.capacity() > kKept) self->input = {};
  return done ? 1 : 0;
}

const uint8_t* proviso_core_output(ProvisoCore* self) {
  return reinterpret_cast<const uint8_t*>(self->output.data());
}

size_t proviso_core_output_size(ProvisoCore* self) { return self->output.size(); }

}  // extern "C"

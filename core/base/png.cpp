#include "core/base/png.h"

#include <cstdint>

#include "core/base/gzip.h"

namespace proviso {
namespace {

void PutNumber(std::size_t value, std::string* out) {
  for (int shift = 24; shift >= 0; shift -= 8) *out += static_cast<char>(value >> shift & 0xff);
}

void PutChunk(std::string_view kind, std::string_view content, std::string* out) {
  PutNumber(content.size(), out);
  const std::string both = std::string(kind) + std::string(content);
  *out += both;
  PutNumber(Crc32(both), out);
}

}  // namespace

std::string PngOf(const PngPicture& picture) {
  const bool painted = !picture.palette.empty();
  std::string out("\x89PNG\r\n\x1a\n", 8), head;
  PutNumber(picture.width, &head);
  PutNumber(picture.height, &head);
  head += {'\x08', painted ? '\x03' : '\x02', '\0', '\0', '\0'};
  PutChunk("IHDR", head, &out);
  if (painted) PutChunk("PLTE", picture.palette, &out);
  const std::size_t row = picture.width * (painted ? 1 : 3);
  std::string rows;
  rows.reserve((row + 1) * picture.height);
  for (std::size_t y = 0; y < picture.height; ++y) {
    // What is like the row above becomes zeros, which pack best; a palette's numbers have no order.
    rows += painted ? '\0' : '\2';
    const std::string_view now = picture.points.substr(y * row, row);
    if (painted) {
      rows += now;
      continue;
    }
    for (std::size_t x = 0; x < row; ++x)
      rows += static_cast<char>(now[x] - (y == 0 ? 0 : picture.points[(y - 1) * row + x]));
  }
  PutChunk("IDAT", Zlib(rows), &out);
  PutChunk("IEND", {}, &out);
  return out;
}

}  // namespace proviso

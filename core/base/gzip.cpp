#include "core/base/gzip.h"

#include <algorithm>

#include "core/base/deflate.h"

namespace proviso {
namespace {

std::uint32_t Adler32(std::string_view bytes) {
  std::uint32_t a = 1, b = 0;
  for (const char c : bytes) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  return b << 16 | a;
}

}  // namespace

std::uint32_t Crc32(std::string_view bytes, std::uint32_t before) {
  std::uint32_t sum = ~before;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320U : 0U);
  }
  return ~sum;
}

std::string Gzip(std::string_view bytes) {
  std::string out("\x1f\x8b\x08\0\0\0\0\0\x02\xff", 10);
  out += Deflate(bytes);
  for (const std::uint32_t value : {Crc32(bytes), static_cast<std::uint32_t>(bytes.size())})
    for (int i = 0; i < 4; ++i) out += static_cast<char>(value >> 8 * i & 0xff);
  return out;
}

std::string Zlib(std::string_view bytes) {
  std::string out("\x78\x01", 2);
  out += Deflate(bytes);
  for (int i = 3; i >= 0; --i) out += static_cast<char>(Adler32(bytes) >> 8 * i & 0xff);
  return out;
}

std::string Base64(std::string_view bytes) {
  constexpr std::string_view kSigns =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 3; ++i)
      value = value << 8 | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i)
      out += i <= count ? kSigns[value >> (18 - 6 * i) & 63] : '=';
  }
  return out;
}

std::string Base91(std::string_view bytes) {
  constexpr std::string_view kSigns =
      "!#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  static_assert(kSigns.size() == 91);
  std::string out;
  std::uint32_t held = 0;
  int size = 0;
  const auto put = [&](std::uint32_t pair) {
    out += kSigns[pair % 91];
    out += kSigns[pair / 91];
  };
  for (const char c : bytes) {
    held |= std::uint32_t{static_cast<unsigned char>(c)} << size;
    size += 8;
    if (size <= 13) continue;
    const int wide = (held & 8191) <= 88 ? 14 : 13;  // 91 · 91 is a little more than 13 bits hold.
    put(held & ((1U << wide) - 1));
    held >>= wide;
    size -= wide;
  }
  if (size > 7 || held > 90)
    put(held);
  else if (size > 0)
    out += kSigns[held];
  return out;
}

}  // namespace proviso

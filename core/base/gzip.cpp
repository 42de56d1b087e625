#include "core/base/gzip.h"

#include <algorithm>
#include <array>
#include <vector>

namespace proviso {
namespace {

constexpr std::size_t kWindow = 32768;
constexpr std::size_t kLeast = 3, kMost = 258;  ///< Lengths of a repetition.
constexpr std::size_t kTries = 96;              ///< Earlier places that are looked at.
constexpr std::size_t kHashes = 1 << 15;

constexpr std::array<std::uint16_t, 29> kLengths{3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
                                                 15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
                                                 67, 83, 99, 115, 131, 163, 195, 227, 258};
constexpr std::array<std::uint8_t, 29> kLengthBits{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                                   2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
constexpr std::array<std::uint16_t, 30> kDistances{
    1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
    193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};

class Bits {
 public:
  /// The lowest `count` bits of `value`, the lowest first.
  void Put(std::uint32_t value, int count) {
    held_ |= std::uint64_t{value} << size_;
    size_ += count;
    while (size_ >= 8) {
      out_ += static_cast<char>(held_ & 0xff);
      held_ >>= 8;
      size_ -= 8;
    }
  }

  /// A code of the format stands with its highest bit first.
  void PutCode(std::uint32_t code, int count) {
    std::uint32_t turned = 0;
    for (int i = 0; i < count; ++i) turned |= (code >> i & 1) << (count - 1 - i);
    Put(turned, count);
  }

  std::string Take() {
    if (size_ > 0) Put(0, 8 - size_);
    return std::move(out_);
  }

 private:
  std::string out_;
  std::uint64_t held_ = 0;
  int size_ = 0;
};

void PutSymbol(Bits& bits, std::uint32_t symbol) {
  if (symbol < 144)
    bits.PutCode(0x30 + symbol, 8);
  else if (symbol < 256)
    bits.PutCode(0x190 + symbol - 144, 9);
  else if (symbol < 280)
    bits.PutCode(symbol - 256, 7);
  else
    bits.PutCode(0xc0 + symbol - 280, 8);
}

/// The last entry of a rising table that is not above `value`.
template <class Table>
std::size_t Place(const Table& table, std::size_t value) {
  return static_cast<std::size_t>(std::upper_bound(table.begin(), table.end(), value) -
                                  table.begin()) -
         1;
}

void PutRepetition(Bits& bits, std::size_t length, std::size_t distance) {
  const std::size_t l = Place(kLengths, length);
  PutSymbol(bits, static_cast<std::uint32_t>(257 + l));
  bits.Put(static_cast<std::uint32_t>(length - kLengths[l]), kLengthBits[l]);
  const std::size_t d = Place(kDistances, distance);
  bits.PutCode(static_cast<std::uint32_t>(d), 5);
  bits.Put(static_cast<std::uint32_t>(distance - kDistances[d]),
           d < 2 ? 0 : static_cast<int>(d / 2 - 1));
}

/// Where the bytes before a place stood earlier.
class Earlier {
 public:
  explicit Earlier(std::string_view bytes)
      : bytes_(bytes), last_(kHashes, kNone), before_(kWindow, kNone) {}

  void Add(std::size_t at) {
    if (at + kLeast > bytes_.size()) return;
    std::size_t& last = last_[Hash(at)];
    before_[at % kWindow] = last;
    last = at;
  }

  struct Found {
    std::size_t length = 0, distance = 0;
  };
  Found Find(std::size_t at) const {
    Found best;
    if (at + kLeast > bytes_.size()) return best;
    const std::size_t most = std::min(kMost, bytes_.size() - at);
    std::size_t from = last_[Hash(at)];
    for (std::size_t tries = 0; tries < kTries && from != kNone && at - from < kWindow; ++tries) {
      std::size_t length = 0;
      while (length < most && bytes_[from + length] == bytes_[at + length]) ++length;
      if (length > best.length) best = {length, at - from};
      if (length == most) break;
      const std::size_t next = before_[from % kWindow];
      if (next == kNone || next >= from) break;  // Written over since.
      from = next;
    }
    return best.length >= kLeast ? best : Found();
  }

 private:
  static constexpr std::size_t kNone = ~std::size_t{0};

  std::size_t Hash(std::size_t at) const {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < kLeast; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes_[at + i]);
    return value * 2654435761U >> 17;
  }

  std::string_view bytes_;
  std::vector<std::size_t> last_, before_;
};

std::string Deflate(std::string_view bytes) {
  Bits bits;
  bits.Put(1, 1);  // The last block,
  bits.Put(1, 2);  // with the fixed codes.
  Earlier earlier(bytes);
  for (std::size_t at = 0; at < bytes.size();) {
    Earlier::Found found = earlier.Find(at);
    earlier.Add(at);
    // A longer one may begin a byte later.
    if (found.length > 0 && found.length < 32 && earlier.Find(at + 1).length > found.length)
      found = {};
    if (found.length == 0) {
      PutSymbol(bits, static_cast<unsigned char>(bytes[at++]));
      continue;
    }
    PutRepetition(bits, found.length, found.distance);
    for (std::size_t i = 1; i < found.length; ++i) earlier.Add(at + i);
    at += found.length;
  }
  PutSymbol(bits, 256);
  return bits.Take();
}

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

}  // namespace proviso

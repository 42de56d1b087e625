#include "core/base/sha256.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace proviso {
namespace {

using Word = std::uint32_t;

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<Word, 64> kRound = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::size_t kBlock = 64;

constexpr Word Rotate(Word x, unsigned by) { return x >> by | x << (32 - by); }

/// One round; the two words that change are `d` and `h`, which the next round calls `e` and `a`.
inline void Round(Word a, Word b, Word c, Word& d, Word e, Word f, Word g, Word& h, Word added) {
  const Word t1 = h + (Rotate(e, 6) ^ Rotate(e, 11) ^ Rotate(e, 25)) + (g ^ (e & (f ^ g))) + added;
  d += t1;
  h = t1 + (Rotate(a, 2) ^ Rotate(a, 13) ^ Rotate(a, 22)) + ((a & b) | (c & (a | b)));
}

void AddBlock(const std::uint8_t* block, std::array<Word, 8>* state) {
  std::array<Word, 64> w;
  for (std::size_t i = 0; i < 16; ++i)
    w[i] = Word{block[4 * i]} << 24 | Word{block[4 * i + 1]} << 16 | Word{block[4 * i + 2]} << 8 |
           Word{block[4 * i + 3]};
  for (std::size_t i = 16; i < 64; ++i) {
    const Word s0 = Rotate(w[i - 15], 7) ^ Rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
    const Word s1 = Rotate(w[i - 2], 17) ^ Rotate(w[i - 2], 19) ^ w[i - 2] >> 10;
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  auto [a, b, c, d, e, f, g, h] = *state;
  for (std::size_t i = 0; i < 64; i += 8) {  // Eight rounds bring every letter back to its place.
    Round(a, b, c, d, e, f, g, h, kRound[i] + w[i]);
    Round(h, a, b, c, d, e, f, g, kRound[i + 1] + w[i + 1]);
    Round(g, h, a, b, c, d, e, f, kRound[i + 2] + w[i + 2]);
    Round(f, g, h, a, b, c, d, e, kRound[i + 3] + w[i + 3]);
    Round(e, f, g, h, a, b, c, d, kRound[i + 4] + w[i + 4]);
    Round(d, e, f, g, h, a, b, c, kRound[i + 5] + w[i + 5]);
    Round(c, d, e, f, g, h, a, b, kRound[i + 6] + w[i + 6]);
    Round(b, c, d, e, f, g, h, a, kRound[i + 7] + w[i + 7]);
  }
  std::array<Word, 8>& s = *state;
  s[0] += a, s[1] += b, s[2] += c, s[3] += d, s[4] += e, s[5] += f, s[6] += g, s[7] += h;
}

}  // namespace

void Sha256Sum::Add(std::string_view bytes) {
  if (bytes.empty()) return;  // They may be nowhere.
  const auto left = static_cast<std::size_t>(added_ % kBlock);
  added_ += bytes.size();
  if (left != 0) {
    const std::size_t taken = std::min(kBlock - left, bytes.size());
    std::memcpy(block_.data() + left, bytes.data(), taken);
    bytes.remove_prefix(taken);
    if (left + taken < kBlock) return;
    AddBlock(block_.data(), &state_);
  }
  for (; bytes.size() >= kBlock; bytes.remove_prefix(kBlock)) {
    std::memcpy(block_.data(), bytes.data(), kBlock);
    AddBlock(block_.data(), &state_);
  }
  if (!bytes.empty()) std::memcpy(block_.data(), bytes.data(), bytes.size());
}

std::array<std::uint8_t, 32> Sha256Sum::Finish() {
  const std::uint64_t bits = added_ * 8;
  const auto left = static_cast<std::size_t>(added_ % kBlock);
  // A mark, and zeros up to where the length fits into a block's end.
  constexpr std::size_t kLength = 8;
  std::array<std::uint8_t, 2 * kBlock> end{0x80};
  const std::size_t zeros = (left < kBlock - kLength ? kBlock : 2 * kBlock) - left - kLength;
  for (std::size_t i = 0; i < kLength; ++i)
    end[zeros + i] = static_cast<std::uint8_t>(bits >> (8 * (kLength - 1 - i)) & 0xFF);
  Add({reinterpret_cast<const char*>(end.data()), zeros + kLength});

  std::array<std::uint8_t, 32> digest;
  for (std::size_t i = 0; i < digest.size(); ++i)
    digest[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)) & 0xFF);
  return digest;
}

std::string Sha256Sum::FinishHex() {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  out.reserve(64);
  for (const std::uint8_t byte : Finish()) {
    out.push_back(kHex[byte >> 4]);
    out.push_back(kHex[byte & 15]);
  }
  return out;
}

std::array<std::uint8_t, 32> Sha256(std::string_view bytes) {
  Sha256Sum sum;
  sum.Add(bytes);
  return sum.Finish();
}

std::string Sha256Hex(std::string_view bytes) {
  Sha256Sum sum;
  sum.Add(bytes);
  return sum.FinishHex();
}

}  // namespace proviso

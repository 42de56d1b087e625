#include "core/base/deflate.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/base/sort.h"

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

/// The last entry of a rising table that is not above `value`.
template <class Table>
std::size_t Place(const Table& table, std::size_t value) {
  return static_cast<std::size_t>(std::upper_bound(table.begin(), table.end(), value) -
                                  table.begin()) -
         1;
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

/// A byte, or a repetition of what stood `distance` bytes before.
struct Token {
  std::uint16_t value = 0;  ///< The byte, or the length of the repetition.
  std::uint16_t distance = 0;
};

constexpr std::size_t kTokens = 1 << 15;  ///< Of a block: each has codes of its own.
constexpr std::uint32_t kEnd = 256, kFirstLength = 257;

/// Codes of one alphabet, the shorter for what is frequent.
struct Codes {
  std::vector<std::uint8_t> lengths;  ///< In bits; 0: does not occur.
  std::vector<std::uint16_t> codes;
};

/// How long the codes are when Huffman's tree is made of `counts`.
std::vector<std::uint8_t> TreeLengths(const std::vector<std::uint32_t>& counts) {
  struct Node {
    std::uint32_t count = 0;
    std::size_t parent = 0;
  };
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0) order.push_back(i);
  SortList(&order, [&](std::size_t a, std::size_t b) { return counts[a] < counts[b]; });
  std::vector<Node> nodes;
  for (const std::size_t symbol : order) nodes.push_back({counts[symbol], 0});
  // Leaves and what joins two both come in rising order, so the least is always in front of one.
  std::size_t leaf = 0, joined = order.size();
  const auto least = [&] {
    const bool of_leaves =
        leaf < order.size() && (joined == nodes.size() || nodes[leaf].count <= nodes[joined].count);
    return of_leaves ? leaf++ : joined++;
  };
  while (nodes.size() < 2 * order.size() - 1) {
    const std::size_t first = least(), second = least();
    nodes[first].parent = nodes[second].parent = nodes.size();
    nodes.push_back({nodes[first].count + nodes[second].count, 0});
  }
  std::vector<std::uint8_t> depths(nodes.size(), 0), lengths(counts.size(), 0);
  for (std::size_t i = nodes.size() - 1; i-- > 0;)
    depths[i] = static_cast<std::uint8_t>(depths[nodes[i].parent] + 1);
  for (std::size_t i = 0; i < order.size(); ++i) lengths[order[i]] = depths[i];
  return lengths;
}

/// Codes of at most `most` bits. At least two symbols get one: a single one would need no bit,
/// which not every reader takes.
Codes CodesOf(std::vector<std::uint32_t> counts, int most) {
  for (std::size_t i = 0; i < 2; ++i)
    if (std::count_if(counts.begin(), counts.end(), [](std::uint32_t n) { return n > 0; }) < 2)
      counts[i] = std::max(counts[i], 1U);
  Codes made;
  for (;;) {
    made.lengths = TreeLengths(counts);
    if (*std::max_element(made.lengths.begin(), made.lengths.end()) <= most) break;
    for (std::uint32_t& count : counts) count = (count + 1) / 2;  // Until they are more alike.
  }
  made.codes.assign(counts.size(), 0);
  std::uint16_t next = 0;
  for (int length = 1; length <= most; ++length, next = static_cast<std::uint16_t>(next << 1))
    for (std::size_t i = 0; i < counts.size(); ++i)
      if (made.lengths[i] == length) made.codes[i] = next++;
  return made;
}

/// A row of lengths as the format tells it: a symbol and how many further bits it has.
struct Told {
  std::uint8_t symbol = 0, extra = 0, bits = 0;
};

std::vector<Told> LengthsTold(const std::vector<std::uint8_t>& lengths) {
  std::vector<Told> told;
  for (std::size_t at = 0; at < lengths.size();) {
    const std::uint8_t length = lengths[at];
    std::size_t run = 1;
    while (at + run < lengths.size() && lengths[at + run] == length) ++run;
    at += run;
    if (length != 0) {
      told.push_back({length, 0, 0});
      --run;
    }
    while (run >= 3) {
      const std::size_t some = std::min<std::size_t>(run, length != 0 ? 6 : 138);
      const std::size_t first = length != 0 || some <= 10 ? 3 : 11;
      told.push_back({static_cast<std::uint8_t>(length != 0  ? 16
                                                : some <= 10 ? 17
                                                             : 18),
                      static_cast<std::uint8_t>(some - first),
                      static_cast<std::uint8_t>(length != 0  ? 2
                                                : some <= 10 ? 3
                                                             : 7)});
      run -= some;
    }
    for (; run > 0; --run) told.push_back({length, 0, 0});
  }
  return told;
}

void PutCodes(Bits& bits, const Codes& symbols, const Codes& distances) {
  std::vector<std::uint8_t> lengths = symbols.lengths;
  lengths.insert(lengths.end(), distances.lengths.begin(), distances.lengths.end());
  const std::vector<Told> told = LengthsTold(lengths);
  std::vector<std::uint32_t> counts(19, 0);
  for (const Told& each : told) ++counts[each.symbol];
  const Codes codes = CodesOf(std::move(counts), 7);
  constexpr std::array<std::uint8_t, 19> kOrder{16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                11, 4,  12, 3, 13, 2, 14, 1, 15};
  std::size_t shown = kOrder.size();
  while (shown > 4 && codes.lengths[kOrder[shown - 1]] == 0) --shown;
  bits.Put(static_cast<std::uint32_t>(symbols.lengths.size() - 257), 5);
  bits.Put(static_cast<std::uint32_t>(distances.lengths.size() - 1), 5);
  bits.Put(static_cast<std::uint32_t>(shown - 4), 4);
  for (std::size_t i = 0; i < shown; ++i) bits.Put(codes.lengths[kOrder[i]], 3);
  for (const Told& each : told) {
    bits.PutCode(codes.codes[each.symbol], codes.lengths[each.symbol]);
    bits.Put(each.extra, each.bits);
  }
}

void PutBlock(Bits& bits, const std::vector<Token>& tokens, bool last) {
  std::vector<std::uint32_t> symbols(kFirstLength + kLengths.size(), 0),
      distances(kDistances.size(), 0);
  symbols[kEnd] = 1;
  for (const Token& token : tokens) {
    ++symbols[token.distance == 0 ? token.value : kFirstLength + Place(kLengths, token.value)];
    if (token.distance != 0) ++distances[Place(kDistances, token.distance)];
  }
  const Codes of_symbols = CodesOf(std::move(symbols), 15),
              of_distances = CodesOf(std::move(distances), 15);
  bits.Put(last ? 1 : 0, 1);
  bits.Put(2, 2);  // Codes of its own.
  PutCodes(bits, of_symbols, of_distances);
  const auto put = [&](const Codes& codes, std::size_t symbol) {
    bits.PutCode(codes.codes[symbol], codes.lengths[symbol]);
  };
  for (const Token& token : tokens) {
    if (token.distance == 0) {
      put(of_symbols, token.value);
      continue;
    }
    const std::size_t l = Place(kLengths, token.value), d = Place(kDistances, token.distance);
    put(of_symbols, kFirstLength + l);
    bits.Put(static_cast<std::uint32_t>(token.value - kLengths[l]), kLengthBits[l]);
    put(of_distances, d);
    bits.Put(static_cast<std::uint32_t>(token.distance - kDistances[d]),
             d < 2 ? 0 : static_cast<int>(d / 2 - 1));
  }
  put(of_symbols, kEnd);
}

}  // namespace

std::string Deflate(std::string_view bytes) {
  Bits bits;
  Earlier earlier(bytes);
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < bytes.size();) {
    if (tokens.size() == kTokens) {
      PutBlock(bits, tokens, false);
      tokens.clear();
    }
    Earlier::Found found = earlier.Find(at);
    earlier.Add(at);
    // A longer one may begin a byte later.
    if (found.length > 0 && found.length < 32 && earlier.Find(at + 1).length > found.length)
      found = {};
    if (found.length == 0) {
      tokens.push_back({static_cast<unsigned char>(bytes[at++]), 0});
      continue;
    }
    tokens.push_back(
        {static_cast<std::uint16_t>(found.length), static_cast<std::uint16_t>(found.distance)});
    for (std::size_t i = 1; i < found.length; ++i) earlier.Add(at + i);
    at += found.length;
  }
  PutBlock(bits, tokens, true);
  return bits.Take();
}

}  // namespace proviso

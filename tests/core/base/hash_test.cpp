#include "core/base/hash.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/numbered_ids.h"

using proviso::TextKey;

namespace {

/// The longest run of slots that are taken, in a table of `size` slots, a power of two.
std::size_t LongestRun(const std::vector<std::uint32_t>& hashes, std::size_t size) {
  std::vector<bool> taken(size, false);
  for (const std::uint32_t hash : hashes) {
    std::size_t at = hash & (size - 1);
    while (taken[at]) at = (at + 1) & (size - 1);
    taken[at] = true;
  }
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const bool slot : taken) {
    run = slot ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

}  // namespace

TEST_CASE("numbered ids of every form spread over a table that is three quarters full",
          "[base][hash]") {
  // As many as a table of ids of these sizes holds at most; the last is the limit of records.
  for (const std::size_t size : {1024u, 4096u, 16384u, 524288u}) {
    for (const proviso::test::NumberedIds& form : proviso::test::kNumberedIds) {
      std::vector<std::uint32_t> hashes;
      for (std::uint32_t i = 0; i < size / 4 * 3; ++i) hashes.push_back(TextKey(form.id(i)).hash);
      INFO(form.name << ", " << hashes.size() << " ids in " << size << " slots");
      CHECK(LongestRun(hashes, size) < 500);
    }
  }
}

TEST_CASE("a text's key tells every text of up to sixteen bytes from every other", "[base][hash]") {
  const std::vector<std::string> texts{"",
                                       "a",
                                       "b",
                                       "aa",
                                       "ab",
                                       "ba",
                                       "aaa",
                                       "aba",
                                       "aab",
                                       "abc",
                                       "abcd",
                                       "abdc",
                                       "abcde",
                                       "abcdefg",
                                       "abcdefh",
                                       "abcdefgh",
                                       "abcdefghi",
                                       "bbcdefghi",
                                       "abcdefghj",
                                       "abcdefghij",
                                       "abcdefghiji",
                                       "aaaaaaaaaaa",
                                       "aaaaaaaaaaaa",
                                       "abcdefghijklmnop",
                                       "abcdefghijklmnoq"};
  for (const std::string& one : texts)
    for (const std::string& other : texts) {
      const TextKey a(one);
      const TextKey b(other);
      INFO(one << " and " << other);
      CHECK((a.first == b.first && a.last == b.last && a.size == b.size) == (one == other));
      CHECK((a.hash == b.hash) == (one == other));
    }
}

TEST_CASE("every character of a text counts in its hash", "[base][hash]") {
  for (std::size_t size = 1; size <= 64; ++size) {
    const std::string text(size, 'a');
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = 'b';
      INFO(size << " characters, the one at " << at);
      CHECK(TextKey(text).hash != TextKey(other).hash);
    }
  }
}

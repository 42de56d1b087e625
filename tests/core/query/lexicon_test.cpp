#include "core/query/lexicon.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <set>

#include "core/base/text.h"

namespace proviso::query {
namespace {

Lexicon MakeLexicon(const std::set<std::string>& words) {
  return Lexicon(std::vector<std::string_view>(words.begin(), words.end()));
}

std::vector<std::string> Near(const Lexicon& lexicon, std::string_view word) {
  std::vector<std::string> near;
  for (std::uint32_t i : lexicon.WithinOneEdit(word)) near.emplace_back(lexicon[i]);
  return near;
}

using Strings = std::vector<std::string>;

TEST_CASE("an empty lexicon finds nothing", "[query][lexicon]") {
  const Lexicon lexicon;
  CHECK(lexicon.size() == 0);
  CHECK_FALSE(lexicon.Find("word"));
  CHECK(lexicon.WithPrefix("w").empty());
  CHECK(lexicon.WithinOneEdit("word").empty());
}

TEST_CASE("the words with a prefix are a range that begins with the prefix itself",
          "[query][lexicon]") {
  const Lexicon lexicon = MakeLexicon({"arm", "armed", "arms", "army", "art"});
  const Lexicon::Range range = lexicon.WithPrefix("arm");
  CHECK(range.last - range.first == 4);
  CHECK(lexicon[range.first] == "arm");
  CHECK(lexicon.WithPrefix("b").empty());
  CHECK(lexicon.WithPrefix("armies").empty());
  CHECK(lexicon.Find("army") == range.last - 1);
  CHECK_FALSE(lexicon.Find("ar"));
}

TEST_CASE("one letter too many, missing, other or swapped is one edit, at any place",
          "[query][lexicon]") {
  const Lexicon lexicon = MakeLexicon({"sanction"});
  for (const char* word : {"anction", "xsanction", "xanction", "asnction", "sancton", "sanctixon",
                           "sancxion", "sanciton", "sanctio", "sanctions", "sanctiox", "sanctino"})
    CHECK(Near(lexicon, word) == Strings{"sanction"});
  for (const char* word : {"sanction", "sancti", "xsanctionx", "nasction", "scantino"})
    CHECK(Near(lexicon, word).empty());
}

TEST_CASE("edits are of letters, not of bytes", "[query][lexicon]") {
  const Lexicon lexicon = MakeLexicon({"россия"});
  CHECK(Near(lexicon, "росия") == Strings{"россия"});
  CHECK(Near(lexicon, "россяи") == Strings{"россия"});
  CHECK(Near(lexicon, "руссия") == Strings{"россия"});
  CHECK(Near(lexicon, "росиа").empty());
}

TEST_CASE("the words within one edit are those that a comparison with every word finds",
          "[query][lexicon][property]") {
  std::mt19937 random(7);
  const auto word = [&] {
    std::string text;
    for (std::size_t n = 1 + random() % 6; n > 0; --n) text += "abcd"[random() % 4];
    return text;
  };
  std::set<std::string> words;
  for (int i = 0; i < 800; ++i) words.insert(word());
  const Lexicon lexicon = MakeLexicon(words);
  const auto letters = [](std::string_view text) {
    return std::u32string(text.begin(), text.end());
  };
  for (int round = 0; round < 300; ++round) {
    const std::string sought = word();
    Strings expected;
    for (const std::string& other : words)
      if (Lexicon::Distance(letters(sought), letters(other), 1) == 1) expected.push_back(other);
    REQUIRE(Near(lexicon, sought) == expected);
  }
}

TEST_CASE("the distance counts edits and stops when there are too many", "[query][lexicon]") {
  CHECK(Lexicon::Distance(U"taiwan", U"taiwan", 2) == 0);
  CHECK(Lexicon::Distance(U"tiwn", U"taiwan", 2) == 2);
  CHECK(Lexicon::Distance(U"atiwan", U"taiwan", 2) == 1);
  CHECK(Lexicon::Distance(U"abc", U"xyz", 3) == 3);
  CHECK(Lexicon::Distance(U"abc", U"xyz", 2) == 3);
  CHECK(Lexicon::Distance(U"a", U"abcdef", 2) == 3);
  CHECK(Lexicon::Distance(U"", U"ab", 2) == 2);
}

}  // namespace
}  // namespace proviso::query

// What norm-1 names one by one, and what stands right beside it.

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/arena.h"
#include "core/base/text.h"
#include "core/base/text_norm.h"

using namespace proviso;

namespace {

std::string Utf8(char32_t c) {
  std::string text;
  AppendUtf8(c, &text);
  return text;
}

bool In(char32_t c, const std::vector<std::pair<char32_t, char32_t>>& ranges) {
  for (const auto& [first, last] : ranges)
    if (c >= first && c <= last) return true;
  return false;
}

}  // namespace

TEST_CASE("norm-1 deletes the characters that the format names, and no neighbour",
          "[base][norm1]") {
  const std::vector<std::pair<char32_t, char32_t>> deleted{{0xAD, 0xAD},     {0x200B, 0x200F},
                                                           {0x202A, 0x202E}, {0x2060, 0x2060},
                                                           {0x2066, 0x2069}, {0xFEFF, 0xFEFF}};
  for (char32_t c = 0xA0; c < 0x10000; ++c) {
    if (c == 0xD800) c = 0xE000;
    const bool gone = FoldMark(c) == 0;
    if (gone == In(c, deleted)) continue;
    INFO(static_cast<std::uint32_t>(c));
    CHECK(gone == In(c, deleted));
  }
  for (const auto& [first, last] : deleted)
    for (const char32_t c : {first, last}) CHECK(ToUtf8(Norm1("a" + Utf8(c) + "b")) == "ab");
}

TEST_CASE("norm-1 makes one space of each White_Space, and of nothing else", "[base][norm1]") {
  const std::vector<std::pair<char32_t, char32_t>> spaces{
      {0x09, 0x0D},     {0x20, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},     {0x1680, 0x1680},
      {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};
  for (const auto& [first, last] : spaces)
    for (char32_t c = first; c <= last; ++c) {
      INFO(static_cast<std::uint32_t>(c));
      CHECK(ToUtf8(Norm1(Utf8(c) + "a" + Utf8(c) + Utf8(c) + "b" + Utf8(c))) == "a b");
    }
  for (const char32_t c : {U'\x08', U'\x0E', U'\x1F', U'\u180E', U'\u2027'}) {
    INFO(static_cast<std::uint32_t>(c));
    CHECK(Norm1("a" + Utf8(c) + "b").size() == 3);
    CHECK(Norm1("a" + Utf8(c) + "b")[1] != U' ');
  }
}

TEST_CASE("every quotation mark, prime and dash is folded to its plain one", "[base][norm1]") {
  const std::u32string single =
      U"\u0060\u00B4\u02B9\u02BB\u02BC\u02BD\u02CA\u02CB\u0374\u1FEF\u1FFD\u2018\u2019\u201A\u201B"
      U"\u2032\u2034\u2035\u2037\u2039\u203A\u2057\u275B\u275C\u275F\u276E\u276F\uFF07\uFF40";
  const std::u32string twice =
      U"\u00AB\u00BB\u02BA\u02EE\u201C\u201D\u201E\u201F\u2033\u2036\u275D\u275E\u2760\u2E42\u301D"
      U"\u301E\u301F\uFF02\U0001F676\U0001F677\U0001F678";
  const std::u32string dash =
      U"\u02D7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207B\u208B\u2212\u2796\u2E3A\uFE58\uFF0D";
  for (const char32_t c : single) CHECK(FoldMark(c) == U'\'');
  for (const char32_t c : twice) CHECK(FoldMark(c) == U'"');
  for (const char32_t c : dash) CHECK(FoldMark(c) == U'-');
  for (const char32_t c : {U'a', U'\'', U'"', U'-', U'_', U'~', U'·', U'…', U'ʹ'})
    CHECK((FoldMark(c) == c) == (c != U'ʹ'));
}

TEST_CASE("a byte that is not UTF-8 is found at each place among eight", "[base][text]") {
  for (std::size_t size = 1; size <= 40; ++size)
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'x');
      CHECK_FALSE(FirstInvalidUtf8(text));
      text[at] = '\x80';
      CHECK(FirstInvalidUtf8(text) == at);
    }
}

TEST_CASE("what an arena keeps stays where it is, aligned, however large", "[base][arena]") {
  Arena arena;
  std::vector<std::pair<std::string_view, std::string>> kept;
  std::vector<std::pair<std::span<const std::uint64_t>, std::uint64_t>> numbers;
  for (std::size_t i = 0; i < 400; ++i) {
    std::string text((i * 37) % 300 + (i % 50 == 0 ? 5000 : 0), static_cast<char>('a' + i % 26));
    kept.emplace_back(arena.Keep(text), text);
    const std::vector<std::uint64_t> list(1 + i % 7, i);
    const auto span = arena.Keep(list);
    CHECK(reinterpret_cast<std::uintptr_t>(span.data()) % alignof(std::uint64_t) == 0);
    numbers.emplace_back(span, i);
  }
  const std::string large(std::size_t{3} << 20, 'z');
  const std::string_view all = arena.Keep(large);
  Arena moved = std::move(arena);
  CHECK(all == large);
  for (const auto& [is, should] : kept) CHECK(is == should);
  for (const auto& [is, should] : numbers)
    for (const std::uint64_t number : is) CHECK(number == should);
  CHECK(moved.size_bytes() >= large.size());
  CHECK(moved.Keep("").empty());
}

TEST_CASE("words are taken off a line one by one", "[base][text]") {
  std::string_view line = "  one two   three ";
  CHECK(TakeWord(&line) == "one");
  CHECK(TakeWord(&line) == "two");
  CHECK(TakeWord(&line) == "three");
  CHECK(TakeWord(&line).empty());
  CHECK(TakeWord(&line).empty());
}

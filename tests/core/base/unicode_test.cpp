#include "core/base/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace proviso;

namespace {

/// A file of the Unicode Character Database: its rows, cut at each semicolon, without comments.
std::vector<std::vector<std::string>> Rows(const char* name) {
  std::ifstream file(std::string(PROVISO_UNICODE_TESTS) + name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    line.erase(std::min(line.find('#'), line.size()));
    if (line.find(';') == std::string::npos) continue;
    std::vector<std::string>& row = rows.emplace_back();
    std::istringstream fields(line);
    for (std::string field; std::getline(fields, field, ';');) row.push_back(field);
  }
  return rows;
}

std::u32string Points(const std::string& field) {
  std::u32string points;
  std::istringstream words(field);
  for (std::uint32_t c = 0; words >> std::hex >> c;) points.push_back(c);
  return points;
}

std::u32string Normal(Parts parts, std::u32string text) {
  std::u32string scratch;
  Compose(parts, &text, &scratch);
  return text;
}

/// Code points in words that a failed check can print.
std::string Say(std::u32string_view text) {
  std::ostringstream out;
  for (const char32_t c : text) out << "U+" << std::hex << static_cast<std::uint32_t>(c) << ' ';
  return out.str();
}

bool IsSurrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }

/// What utf8proc, which has the same tables in another form, makes of one character.
std::u32string Oracle(char32_t c, unsigned flags) {
  std::array<utf8proc_int32_t, 40> parts;
  const utf8proc_ssize_t n =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
                              static_cast<utf8proc_option_t>(flags), nullptr);
  std::u32string out;
  for (utf8proc_ssize_t i = 0; i < n; ++i)
    out.push_back(static_cast<char32_t>(parts[static_cast<std::size_t>(i)]));
  return out;
}

/// The same of a whole text, normalized.
std::u32string OracleNormal(const std::u32string& text, unsigned flags) {
  std::vector<utf8proc_int32_t> all;
  const auto all_flags = static_cast<utf8proc_option_t>(flags | unsigned{UTF8PROC_COMPOSE} |
                                                        unsigned{UTF8PROC_STABLE});
  for (const char32_t c : text)
    for (const char32_t part : Oracle(c, unsigned{UTF8PROC_DECOMPOSE} | flags))
      all.push_back(static_cast<utf8proc_int32_t>(part));
  const auto ccc = [](utf8proc_int32_t c) { return utf8proc_get_property(c)->combining_class; };
  for (std::size_t i = 1; i < all.size(); ++i)
    for (std::size_t j = i; j > 0 && ccc(all[j]) != 0 && ccc(all[j - 1]) > ccc(all[j]); --j)
      std::swap(all[j], all[j - 1]);
  const utf8proc_ssize_t n =
      utf8proc_normalize_utf32(all.data(), static_cast<utf8proc_ssize_t>(all.size()), all_flags);
  std::u32string out;
  for (utf8proc_ssize_t i = 0; i < n; ++i)
    out.push_back(static_cast<char32_t>(all[static_cast<std::size_t>(i)]));
  return out;
}

}  // namespace

TEST_CASE("every row of Unicode's own normalization test comes out as it says", "[base][unicode]") {
  std::size_t rows = 0;
  std::vector<bool> listed(0x110000);
  for (const std::vector<std::string>& row : Rows("NormalizationTest.txt")) {
    REQUIRE(row.size() >= 5);
    std::array<std::u32string, 5> c;
    for (std::size_t i = 0; i < 5; ++i) c[i] = Points(row[i]);
    for (std::size_t i = 0; i < 5; ++i) {
      const std::u32string nfc = Normal(Parts::kCanonical, c[i]);
      const std::u32string nfkc = Normal(Parts::kCompatible, c[i]);
      if (nfc != (i < 3 ? c[1] : c[3])) FAIL("NFC of " << Say(c[i]) << "is " << Say(nfc));
      if (nfkc != c[3]) FAIL("NFKC of " << Say(c[i]) << "is " << Say(nfkc));
    }
    if (c[0].size() == 1) listed[c[0][0]] = true;
    ++rows;
  }
  CHECK(rows > 19'000);
  std::size_t others = 0;
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (listed[c] || IsSurrogate(c)) continue;
    const std::u32string one(1, c);
    if (Normal(Parts::kCanonical, one) != one || Normal(Parts::kCompatible, one) != one)
      FAIL(Say(one) << "is changed");
    ++others;
  }
  CHECK(others > 1'000'000);
}

TEST_CASE("every character folds its case as Unicode's list says", "[base][unicode]") {
  std::vector<std::u32string> folded(0x110000);
  std::size_t rows = 0;
  for (const std::vector<std::string>& row : Rows("CaseFolding.txt")) {
    REQUIRE(row.size() >= 3);
    if (row[1] != " C" && row[1] != " F") continue;
    folded[Points(row[0])[0]] = Points(row[2]);
    ++rows;
  }
  CHECK(rows > 1'500);
  for (char32_t c = 0; c < 0x110000; ++c) {
    std::u32string ours;
    AppendFolded(c, &ours);
    const std::u32string& wanted = folded[c].empty() ? std::u32string(1, c) : folded[c];
    if (ours != wanted) FAIL(Say({&c, 1}) << "becomes " << Say(ours));
  }
}

TEST_CASE("letters, marks, numbers and dashes are told from all else", "[base][unicode]") {
  for (const char32_t c : U"aZ5\u00e9\u0416\u05d0\u4e2d\ud55c\u216b\u00bd\U0001d400\U00020000")
    if (c != 0) {
      INFO(Say({&c, 1}));
      CHECK(IsLetterMarkOrNumber(c));
      CHECK_FALSE(IsMark(c));
      CHECK_FALSE(IsDash(c));
    }
  for (const char32_t c : {U'\u0301', U'\u093e', U'\u20dd', U'\U000e0100', U'\U000e01ef'}) {
    INFO(Say({&c, 1}));
    CHECK(IsMark(c));
    CHECK(IsLetterMarkOrNumber(c));
  }
  for (const char32_t c : {U'-', U'\u2014', U'\u301c', U'\ufe58', U'\U00010ead'}) {
    INFO(Say({&c, 1}));
    CHECK(IsDash(c));
    CHECK_FALSE(IsLetterMarkOrNumber(c));
  }
  for (const char32_t c : {U' ', U'.', U'\u2212', U'\u20ac', U'\ue000', U'\u0378', U'\U0001f600',
                           U'\U000e01f0', U'\U0010ffff'}) {
    INFO(Say({&c, 1}));
    CHECK_FALSE(IsLetterMarkOrNumber(c));
    CHECK_FALSE(IsDash(c));
  }
}

TEST_CASE("another library with Unicode 15.0 says the same of every character", "[base][unicode]") {
  constexpr unsigned kNfd = UTF8PROC_DECOMPOSE;
  constexpr unsigned kNfkd = kNfd | unsigned{UTF8PROC_COMPAT};
  constexpr unsigned kFolded = kNfkd | unsigned{UTF8PROC_CASEFOLD};
  for (char32_t c = 0; c < 0x110000; ++c) {
    const utf8proc_property_t* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
    const auto category = static_cast<utf8proc_category_t>(property->category);
    std::array<std::u32string, 4> ours;
    AppendParts(c, Parts::kCanonical, &ours[0]);
    AppendParts(c, Parts::kCompatible, &ours[1]);
    AppendParts(c, Parts::kFolded, &ours[2]);
    AppendFolded(c, &ours[3]);
    const bool same =
        CombiningClass(c) == static_cast<unsigned>(property->combining_class) &&
        IsLetterMarkOrNumber(c) ==
            (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO) &&
        IsMark(c) == (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME) &&
        IsDash(c) == (category == UTF8PROC_CATEGORY_PD) && ours[0] == Oracle(c, kNfd) &&
        ours[1] == Oracle(c, kNfkd) && ours[2] == Oracle(c, kFolded) &&
        ours[3] == Oracle(c, UTF8PROC_CASEFOLD);
    if (!same) FAIL(Say({&c, 1}) << Say(ours[0]) << Say(ours[1]) << Say(ours[2]) << Say(ours[3]));
  }
}

TEST_CASE("another library composes mixed texts in the same way", "[base][unicode]") {
  // Characters that take part in anything, and a few that do not. U+11A7 is left out: utf8proc 2.8
  // takes it for the first of the final consonants, which the standard says begin after it.
  std::u32string pool = U"a-\u4e2d\U0001f600";
  for (char32_t c = 0x80; c < 0x30000; ++c) {
    const bool many = c >= 0xAC00 && c < 0xD7A4 && c % 64 != 0;
    const bool takes_part = Oracle(c, UTF8PROC_DECOMPOSE) != std::u32string(1, c);
    const bool jamo = c >= 0x1100 && c < 0x1200 && c != 0x11A7;
    if ((takes_part && !many) || IsMark(c) || jamo) pool.push_back(c);
  }
  std::uint64_t seed = 1;
  const auto pick = [&seed](std::size_t below) {
    seed = (seed * 25214903917u + 11u) & 0xFFFFFFFFFFFFu;
    return static_cast<std::size_t>(seed >> 17) % below;
  };
  for (int i = 0; i < 100'000; ++i) {
    std::u32string text;
    for (std::size_t n = 1 + pick(6); n > 0; --n)
      text += Oracle(pool[pick(pool.size())], UTF8PROC_DECOMPOSE);
    for (const bool compatible : {false, true}) {
      const std::u32string ours = Normal(compatible ? Parts::kCompatible : Parts::kCanonical, text);
      const std::u32string wanted = OracleNormal(text, compatible ? unsigned{UTF8PROC_COMPAT} : 0u);
      if (ours != wanted) FAIL(Say(text) << "becomes " << Say(ours) << "not " << Say(wanted));
    }
  }
}

TEST_CASE("Hangul composes by arithmetic and no further than it reaches", "[base][unicode]") {
  CHECK(Composed(0x1100, 0x1161) == 0xAC00);
  CHECK(Composed(0xAC00, 0x11A8) == 0xAC01);
  CHECK(Composed(0xAC00, 0x11A7) == 0);
  CHECK(Composed(0xAC01, 0x11A8) == 0);
  CHECK(Composed(0x1112, 0x1175) == 0xD788);
  CHECK(Composed(0x1113, 0x1161) == 0);
  CHECK(Composed(0xAC00, 0x11C3) == 0);
}

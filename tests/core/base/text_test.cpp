#include "core/base/text.h"

#include <utf8proc.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sha256.h"

using namespace proviso;

namespace {

std::string Norm(std::string_view text) { return ToUtf8(Norm1(text)); }
std::string Letters(std::string_view text) { return ToUtf8(MakeSkeleton(Norm1(text)).letters); }
std::string Utf8(char32_t c) {
  std::string out;
  AppendUtf8(c, &out);
  return out;
}

}  // namespace

TEST_CASE("well-formed UTF-8 of every length has no invalid byte", "[base][text]") {
  CHECK_FALSE(FirstInvalidUtf8(""));
  CHECK_FALSE(FirstInvalidUtf8("plain letters only, more than eight of them"));
  CHECK_FALSE(FirstInvalidUtf8("\u00e9 \u0800 \ud7ff \ue000 \uffff \U00010000 \U0010ffff"));
}

TEST_CASE("the first byte that is not strict UTF-8 is named", "[base][text]") {
  const auto at = [](std::string_view bytes) { return FirstInvalidUtf8(bytes).value_or(999); };
  CHECK(at("\x80") == 0);
  CHECK(at("long enough for eight\xff") == 21);
  CHECK(at("ab\xc0\xaf") == 2);  // Overlong.
  CHECK(at("ab\xc1\xbf") == 2);
  CHECK(at("ab\xe0\x9f\xbf") == 2);
  CHECK(at("ab\xf0\x8f\xbf\xbf") == 2);
  CHECK(at("ab\xed\xa0\x80") == 2);      // A surrogate.
  CHECK(at("ab\xf4\x90\x80\x80") == 2);  // Over U+10FFFF.
  CHECK(at("ab\xf5\x80\x80\x80") == 2);
  CHECK(at("\xc3\xa9\xe2\x82") == 2);  // Cut off.
  CHECK(at("\xe2\x82g") == 0);
}

TEST_CASE("code points survive the way through UTF-8", "[base][text]") {
  for (const char32_t c : {U'\0', U'a', U'\u007f', U'\u0080', U'\u07ff', U'\u0800', U'\uffff',
                           U'\U00010000', U'\U0010ffff'}) {
    const std::string bytes = Utf8(c);
    CHECK_FALSE(FirstInvalidUtf8(bytes));
    CHECK(CountCodePoints(bytes) == 1);
    std::size_t at = 0;
    CHECK(NextCodePoint(bytes, &at) == c);
    CHECK(at == bytes.size());
  }
}

TEST_CASE("reading code points never runs past the end of broken text", "[base][text]") {
  for (const std::string_view text : {"\xf0", "\xe2\x82", "\xc3", "\x80", "\xff"}) {
    std::size_t at = 0;
    CHECK(NextCodePoint(text, &at) == U'\ufffd');
    CHECK(at == 1);
  }
}

TEST_CASE("word characters are letters, marks and numbers of Unicode 15.0", "[base][text]") {
  for (const char32_t c : {U'a', U'Z', U'0', U'\u00e9', U'\u0301', U'\u00bd', U'\u4e00', U'\u0430',
                           U'\U00011f04', U'\U00031350'})
    CHECK(IsWordCharacter(c));
  for (const char32_t c : {U' ', U'-', U'_', U'\'', U'\u20ac', U'\u2019', U'\u00b7', U'\u3002',
                           U'\U0002ebf0'})  // The last is a letter from Unicode 15.1 on.
    CHECK_FALSE(IsWordCharacter(c));
}

TEST_CASE("norm-1 drops the byte order mark and invisible characters", "[base][norm1]") {
  CHECK(Norm("\ufeffa\u00adb\u200bc\u200fd\u202ae\u202ef\u2060g\u2066h\u2069i") == "abcdefghi");
  CHECK(Norm("a\u2061b") == "a\u2061b");  // Not one of those listed.
}

TEST_CASE("norm-1 folds the many quotation marks, primes and dashes", "[base][norm1]") {
  for (const char32_t c :
       {U'\'',     U'`',      U'\u00b4', U'\u02b9', U'\u02bb', U'\u02bc', U'\u02bd', U'\u02ca',
        U'\u02cb', U'\u0374', U'\u1fef', U'\u1ffd', U'\u2018', U'\u2019', U'\u201a', U'\u201b',
        U'\u2032', U'\u2034', U'\u2035', U'\u2037', U'\u2039', U'\u203a', U'\u2057', U'\u275b',
        U'\u275c', U'\u275f', U'\u276e', U'\u276f', U'\uff07', U'\uff40'})
    CHECK(Norm("x" + Utf8(c) + "y") == "x'y");
  for (const char32_t c :
       {U'"',      U'\u00ab',     U'\u00bb',     U'\u02ba',    U'\u02ee', U'\u201c',
        U'\u201d', U'\u201e',     U'\u201f',     U'\u2033',    U'\u2036', U'\u275d',
        U'\u275e', U'\u2760',     U'\u2e42',     U'\u301d',    U'\u301e', U'\u301f',
        U'\uff02', U'\U0001f676', U'\U0001f677', U'\U0001f678'})
    CHECK(Norm("x" + Utf8(c) + "y") == "x\"y");
  for (const char32_t c :
       {U'-',      U'\u02d7', U'\u058a', U'\u05be', U'\u1400', U'\u1806',    U'\u2010',
        U'\u2011', U'\u2012', U'\u2013', U'\u2014', U'\u2015', U'\u2043',    U'\u207b',
        U'\u208b', U'\u2212', U'\u2796', U'\u2e17', U'\u2e3a', U'\u2e3b',    U'\u301c',
        U'\u3030', U'\ufe31', U'\ufe58', U'\ufe63', U'\uff0d', U'\U00010ead'})
    CHECK(Norm("x" + Utf8(c) + "y") == "x-y");
}

TEST_CASE("norm-1 folds marks before NFKC would take them apart", "[base][norm1]") {
  CHECK(Norm("it\u00b4s") == "it's");         // NFKC: a space and a combining acute.
  CHECK(Norm("5\u2033 wide") == "5\" wide");  // NFKC: two primes.
  CHECK(Norm("\u0149") == "'n");  // NFKC: a modifier letter, which a skeleton would keep.
}

TEST_CASE("norm-1 composes, and undoes compatibility forms", "[base][norm1]") {
  CHECK(Norm("e\u0301") == "\u00e9");
  CHECK(Norm("e\u00ad\u0301") == "\u00e9");  // The soft hyphen goes first.
  CHECK(Norm("\ufb01sh \u2462 \u210c \uff21") == "fish 3 H A");
  CHECK(Norm("\u1112\u1161\u11ab") == "\ud55c");
  CHECK(Norm("a\u0323\u0301\u0302") == Norm("a\u0301\u0323\u0302"));  // Another order of marks …
  CHECK(Norm("a\u0301\u0302") != Norm("a\u0302\u0301"));  // … but not of marks at one place.
  CHECK(Norm("\U0001e030") == "\u0430");                  // New in Unicode 15.0.
}

TEST_CASE("norm-1 collapses white space of every kind and trims", "[base][norm1]") {
  CHECK(Norm(" \t\r\n a\r\n\r\nb\u00a0\u2009c\u2028d\u3000 ") == "a b c d");
  CHECK(Norm("a\x1f"
             "b") ==
        "a\x1f"
        "b");  // Not White_Space, whatever other tools say.
  CHECK(Norm(" \n ") == "");
  CHECK(Norm("") == "");
}

TEST_CASE("norm-1 leaves a norm-1 text alone", "[base][norm1]") {
  std::string differing;
  for (char32_t c = 1; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const std::string once = Norm("x" + Utf8(c) + "y");
    if (Norm(once) != once) differing += Utf8(c);
  }
  CHECK(differing == "");
}

TEST_CASE("a long run of marks is put in order without taking all day", "[base][norm1]") {
  std::string text = "a";
  for (int i = 0; i < 50'000; ++i) text += "\u0301\u0323";
  const std::u32string norm = Norm1(text);
  REQUIRE(norm.size() == 100'000);
  CHECK(norm.front() == U'\u1ea1');  // The dot below comes first and composes.
  CHECK(norm[1] == U'\u0323');
  CHECK(norm.back() == U'\u0301');
}

TEST_CASE("a skeleton is blind to layout, hyphens, quotes, dashes and case", "[base][skeleton]") {
  const std::string letters = Letters("The long-range \"plan\" isn't new - yet.");
  CHECK(letters == "thelongrangeplanisntnewyet");
  CHECK(Letters("THE LONG\u00ad-\r\nRANGE \u201cPlan\u201d isn\u2019t\u00a0new \u2014 yet!") ==
        letters);
  CHECK(Letters("the longrange plan isnt new yet") == letters);
}

TEST_CASE("a skeleton sees every letter and digit", "[base][skeleton]") {
  CHECK(Letters("12 ships") != Letters("13 ships"));
  CHECK(Letters("will") != Letters("wi1l"));
  CHECK(Letters("resume") != Letters("r\u00e9sum\u00e9"));
}

TEST_CASE("a skeleton leads back to the norm-1 text, through foldings that grow",
          "[base][skeleton]") {
  const Skeleton skeleton = MakeSkeleton(Norm1("A \u2013 Stra\u00dfe"));
  CHECK(ToUtf8(skeleton.letters) == "astrasse");
  CHECK(skeleton.origin == std::vector<std::uint32_t>{0, 4, 5, 6, 7, 8, 8, 9});
}

TEST_CASE("words are runs of letters, marks and digits, case folded", "[base][text]") {
  std::vector<std::string> words;
  for (const std::u32string& word : Words(Norm1("Don't re-do No. 7, \u0130n Stra\u00dfe!")))
    words.push_back(ToUtf8(word));
  CHECK(words ==
        std::vector<std::string>{"don", "t", "re", "do", "no", "7", "i\u0307n", "strasse"});
}

TEST_CASE("NFC composes and leaves what is composed", "[base][text]") {
  CHECK(Nfc("plain") == "plain");
  CHECK(Nfc("cafe\u0301 \u212b \ufb01") == "caf\u00e9 \u00c5 \ufb01");  // The ligature stays.
  CHECK(Nfc("\u0958") == "\u0915\u093c");  // Excluded from composition.
}

TEST_CASE("what is plainly in NFC is, whatever stands before and after it", "[base][text]") {
  // The second characters of all canonical pairs, and the medial and final parts of Hangul.
  std::set<char32_t> seconds;
  for (char32_t c = 0x1161; c <= 0x1175; ++c) seconds.insert(c);
  for (char32_t c = 0x11A8; c <= 0x11C2; ++c) seconds.insert(c);
  for (utf8proc_int32_t c = 0x80; c < 0x110000; ++c) {
    std::array<utf8proc_int32_t, 8> parts;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STABLE);
    const auto n = utf8proc_decompose_char(c, parts.data(), parts.size(), options, nullptr);
    for (utf8proc_ssize_t i = 1; i < n; ++i)
      seconds.insert(static_cast<char32_t>(parts[static_cast<std::size_t>(i)]));
  }
  int plain = 0;
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    AppendUtf8(c, &text);
    if (!IsPlainlyNfc(text)) continue;
    ++plain;
    // Not CHECK: a million of them take a minute.
    if (Nfc(text) != text || seconds.count(c) > 0 ||
        utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class != 0)
      FAIL("U+" << std::hex << static_cast<std::uint32_t>(c));
  }
  CHECK(plain > 80'000);
  CHECK(
      IsPlainlyNfc("Жёлтый \xE2\x80\x9C"
                   "中文\xE2\x80\x9D が한글 Ελλάδα"));
  CHECK_FALSE(IsPlainlyNfc("e\xCC\x81"));
  CHECK_FALSE(IsPlainlyNfc("\xE2\x84\xAB"));
}

TEST_CASE("folding for search forgets case, diacritics, strokes and ligatures", "[base][search]") {
  CHECK(FoldForSearch("\u0141\u00f3d\u017a, \u0110\u1ed3ng; S\u00f8ren Stra\u00dfe!") ==
        "lodz dong soren strasse");
  CHECK(FoldForSearch("\u00c6sir \u0152uvre \u00deor \u0131\u015f\u0131k \u0130zmir \ufb01n") ==
        "aesir oeuvre thor isik izmir fin");
  CHECK(FoldForSearch("\u0419\u043e\u0433\u0430 \u0401\u0436") ==
        "\u0438\u043e\u0433\u0430 \u0435\u0436");
  CHECK(FoldForSearch("\u1f08\u03b8\u03ae\u03bd\u03b1\u03c2") ==
        "\u03b1\u03b8\u03b7\u03bd\u03b1\u03c3");
  CHECK(FoldForSearch("cafe\u0301") == FoldForSearch("caf\u00e9"));
}

TEST_CASE("folding for search parts words where they are parted", "[base][search]") {
  CHECK(FoldForSearch("  (don\u2019t)\tre-do \u2026 \u201c3.5\u201d ") == "don t re do 3 5");
  CHECK(FoldForSearch("co\u00adop") == "coop");
  CHECK(FoldForSearch("\u5317\u4eac\u5e02\u3002\u4e0a\u6d77") == "\u5317\u4eac\u5e02 \u4e0a\u6d77");
  CHECK(FoldForSearch("!?") == "");
}

TEST_CASE("folding for search keeps the marks that make another word", "[base][search]") {
  CHECK(FoldForSearch("\u304c") == "\u304c");              // Voiced kana.
  CHECK(FoldForSearch("\u304b\u3099") == "\u304c");        // The same, taken apart.
  CHECK(FoldForSearch("\ud55c\uad6d") == "\ud55c\uad6d");  // Hangul stays in syllables.
  CHECK(FoldForSearch("\u0939\u093f\u0902\u0926\u0940") == "\u0939\u093f\u0902\u0926\u0940");
}

TEST_CASE("folding for search has no further effect on what is folded", "[base][search]") {
  std::string differing;
  for (char32_t c = 1; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const std::string once = FoldForSearch("x" + Utf8(c) + "y");
    if (FoldForSearch(once) != once) differing += Utf8(c);
  }
  CHECK(differing == "");
}

TEST_CASE("the Unicode tables are those of version 15.0", "[base][text]") {
  // Norm-1 and skeleton of all characters: another version of the tables has another digest.
  std::string characters;
  for (char32_t c = 0x80; c < 0x110000; ++c)
    if (c < 0xD800 || c >= 0xE000) characters += "x" + Utf8(c);
  const std::u32string norm = Norm1(characters);
  const std::string all = ToUtf8(norm) + ToUtf8(MakeSkeleton(norm).letters);
  CHECK(Sha256Hex(all) == "d10ebd9ce2303b4b5ad3da2d46614e5ee7cdc4397908aa828f41d06d35a206fb");
}

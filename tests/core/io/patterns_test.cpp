#include "core/io/patterns.h"

#include <catch2/catch_test_macros.hpp>
#include <initializer_list>
#include <string>
#include <string_view>

using proviso::io::Matches;
using proviso::io::Pattern;

namespace {

void Takes(Pattern pattern, std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    INFO(text);
    CHECK(Matches(pattern, text));
  }
}

void Refuses(Pattern pattern, std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    INFO(text);
    CHECK_FALSE(Matches(pattern, text));
  }
}

}  // namespace

TEST_CASE("an id has up to 64 characters, a letter first and single hyphens inside",
          "[io][pattern]") {
  for (const Pattern pattern : {Pattern::kId, Pattern::kOwnId}) {
    Takes(pattern, {"a", "z9", "a-b", "a-1-2b", "a1-0"});
    Takes(pattern, {std::string(63, 'a'), std::string(64, 'a'), "a-" + std::string(62, '9')});
    Refuses(pattern, {std::string(65, 'a'), std::string(66, 'a'), "a-" + std::string(63, '9')});
    Refuses(pattern, {"", "-", "-a", "a-", "a--b", "1a", "9", "A", "aB", "a_b", "a.b", "a b", "a{",
                      "a`", "a/", "a:", "caf\xC3\xA9"});
  }
}

TEST_CASE("a digest has 64 small hexadecimal digits, at each place", "[io][pattern]") {
  const std::string digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  Takes(Pattern::kDigest, {digest, std::string(64, '0'), std::string(64, '9'), std::string(64, 'a'),
                           std::string(64, 'f')});
  Refuses(Pattern::kDigest, {"", digest.substr(1), digest + "0", digest.substr(0, 56)});
  for (std::size_t at = 0; at < digest.size(); ++at)
    for (const char wrong : {'/', ':', '`', 'g', 'A', 'F', 'G', '@', ' ', '\x7F', '\xB0', '\xE1'}) {
      std::string spoilt = digest;
      spoilt[at] = wrong;
      INFO(at << " " << wrong);
      CHECK_FALSE(Matches(Pattern::kDigest, spoilt));
    }
}

TEST_CASE("a number of a sketch has four small hexadecimal digits", "[io][pattern]") {
  Takes(Pattern::kSketch, {"0000", "9999", "aaaa", "ffff", "05a3"});
  Refuses(Pattern::kSketch, {"", "05a", "05a33", "05A3", "05g3", "05/3", "05:3", "05`3", "g5a3"});
}

TEST_CASE("an address has a scheme and no white space", "[io][pattern]") {
  Takes(Pattern::kUrl, {"https://example.org/", "x:y", "a+b.c-d9:z", "mailto:a@b", "x::", "doi:1",
                        "x:\xC3\xA9", "x:\xE2\x80\x8B"});
  Refuses(Pattern::kUrl, {"", ":", "x", "x:", ":x", "1x:y", "Xy:z", "x_y:z", "x y:z",
                          "x: ", "x:a b", "x:a\t", "x:\n", "x:\x0B", "x:\x0D"});
  // All that ECMAScript calls white space, and what stands beside it.
  Refuses(Pattern::kUrl, {"x:\xC2\xA0", "x:\xE1\x9A\x80", "x:\xE2\x80\x80", "x:\xE2\x80\x8A",
                          "x:\xE2\x80\xA8", "x:\xE2\x80\xA9", "x:\xE2\x80\xAF", "x:\xE2\x81\x9F",
                          "x:\xE3\x80\x80", "x:\xEF\xBB\xBF"});
  Takes(Pattern::kUrl, {"x:\x08", "x:\x0E", "x:\xC2\x85", "x:\xE2\x80\xA7", "x:\xE2\x80\xAA"});
}

TEST_CASE("a language has two or three letters, and parts of letters and digits", "[io][pattern]") {
  Takes(Pattern::kLanguage, {"en", "haw", "zh-Hant", "de-CH-1996", "sr-Latn-RS", "en-a", "en-9"});
  Refuses(Pattern::kLanguage, {"", "e", "engl", "en-", "en--GB", "EN", "eN", "en_GB", "en-G_", "e1",
                               "en1", "en-\xC3\xA9", "-en", "en-@", "en-["});
}

TEST_CASE("a version has two or three numbers", "[io][pattern]") {
  Takes(Pattern::kVersion, {"1.0", "1.0.2", "10.20.30", "0.0"});
  Refuses(Pattern::kVersion, {"", "1", "1.", ".1", "1..2", "1.0.", "1.0.2.3", "1.0.2.", "v1.0",
                              "1.0a", "1,0", "1.-1"});
}

// A19 of the field cases: links as mailers, chats and sentences hand them on.

#include "core/state/mend_link.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/state/view_state.h"
#include "tests/support/random_state.h"

namespace proviso::view {
namespace {

const std::string kWhole = "holder=a-x&off=p-c&on=p-a,p-b&q=trade%20%26%20aid&v=claims";

DecodedLink Read(const std::string& link) { return DecodeLink(link); }
std::string Kept(const std::string& link) { return EncodeLink(Read(link).state); }

std::string With(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("a link survives what mailers and chats do to its signs", "[view][link]") {
  REQUIRE(Kept(kWhole) == kWhole);
  for (const std::string& mangled :
       {With(kWhole, ",", "%2C"), With(kWhole, ",", "%2c"), With(kWhole, ",", ",%20"),
        With(kWhole, "%20", "+"), With(kWhole, "&", "&amp;"), With(kWhole, "&", "%26"),
        EncodedText(kWhole), "#" + kWhole, "##" + kWhole}) {
    INFO(mangled);
    CHECK(Kept(mangled) == kWhole);
    CHECK(Read(mangled).notices.empty());
  }
}

TEST_CASE("what a sentence puts behind a link is left out, and said", "[view][link]") {
  for (const char* behind : {".",
                             ")",
                             ").",
                             ">",
                             ",",
                             ";",
                             "!",
                             "'",
                             "\"",
                             "]",
                             "}",
                             "”",
                             "»",
                             "。",
                             "）",
                             "%3E",
                             "%22",
                             "%E2%80%9D",
                             "?utm_source=mail",
                             "?"}) {
    INFO(behind);
    const DecodedLink link = Read(kWhole + behind);
    CHECK(EncodeLink(link.state) == kWhole);
    CHECK(link.notices.size() == 1);
  }
}

TEST_CASE("words that a reader looked for keep the signs that they end in", "[view][link]") {
  for (const char* words : {"U.S.", "a+b", "C++", "(trade)", "\"no arms\"", "why?", "a&v=map",
                            "50%", "x=y", "&amp;", "a, b,", "»aid«", "«aid»", "aid’"}) {
    INFO(words);
    ViewState state;
    state.claims.words = words;
    const DecodedLink link = DecodeLink(EncodeLink(state));
    CHECK(link.state.claims.words == words);
    CHECK(link.notices.empty());
  }
}

TEST_CASE("what nobody has mangled is read as it was written", "[view][link]") {
  RandomState random(5);
  for (int i = 0; i < 500; ++i) {
    const std::string link = EncodeLink(random.Next());
    INFO(link);
    CHECK(MendLink(link).fragment == link);
    CHECK(Kept(link) == link);
  }
}

}  // namespace proviso::view

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "core/locate/locate.h"

using namespace proviso;
using namespace proviso::locate;

namespace {

// The worked example of the format, as it is in data/FORMAT.md.
constexpr std::string_view kExample =
    "A made-up briefing, written for this example.\n\n"
    "Should Washington edge towards backing a formal break by the island, the northern arms route "
    "would very probably open. Officials in the capital, according to Dr Example, have drawn "
    "exactly that line, though the present writer is not persuaded they mean it.\n\n"
    "Heavy trade penalties from Europe would weigh against shipments. None has been seen so far.\n";

}  // namespace

TEST_CASE("the locators of the worked example are reproduced", "[locate]") {
  const auto text = ReadText(kExample);
  REQUIRE(text.ok());
  CHECK(text->norm1.size() == 394);
  CHECK(TextDigest(*text) == "1ebfa296caba8e505b80005391b9b54ceb57f40a66848f1d28787c94d85273c5");

  const auto first = MakeLocator(*text, 46, 165);  // With the full stop, which is trimmed.
  REQUIRE(first.ok());
  CHECK(first->start == 46);
  CHECK(first->end == 163);
  CHECK(first->letters == 98);
  CHECK(first->sha256 == "71aa19a98b63ea3def22c99675587e54bef5b9e5f1073386e549537f27803e3b");
  CHECK(first->sketch ==
        std::vector<std::string>{"05a3", "0ab1", "1af7", "2962", "2eed", "5c0f", "7651", "9732"});
  const auto second = MakeLocator(*text, 165, 303);  // With the space before it.
  REQUIRE(second.ok());
  CHECK(second->start == 165);
  CHECK(second->end == 301);
  CHECK(second->letters == 111);
  CHECK(second->sha256 == "4250d3851884e814e55527babd1b877081cb9dfd6307d982719b57cfbb11adc5");
  CHECK(second->sketch ==
        std::vector<std::string>{"0500", "0715", "340d", "3948", "41bb", "43ea", "4425", "46a7"});
  const auto third = MakeLocator(*text, 303, 367);
  REQUIRE(third.ok());
  CHECK(third->end == 366);
  CHECK(third->letters == 55);
  CHECK(third->sha256 == "ad49b6b319b1a1f44c10b81e0c5ab3b850fddfc4b9f848610c0066a2794f37ca");
  CHECK(third->sketch == std::vector<std::string>{"787d", "7c31", "8bd2", "8f81", "9ac4", "cde4"});
  const auto fourth = MakeLocator(*text, 368, 394);
  REQUIRE(fourth.ok());
  CHECK(fourth->end == 393);
  CHECK(fourth->letters == 20);
  CHECK(fourth->sha256 == "f52ca031e2c06857ac9a092ed0948a9994f1d8a8cb575ed98d89a8e2927251ae");
  CHECK(fourth->sketch == std::vector<std::string>{"2b8c", "4d8c", "b669"});
}

TEST_CASE("a passage of under four words has one digest, that of all of it", "[locate]") {
  const auto text = ReadText("It rained. It rained.");
  const auto two = MakeLocator(*text, 0, 10);
  REQUIRE(two.ok());
  // sha256sum of "it rained"
  CHECK(two->sketch == std::vector<std::string>{"83b3"});
  const auto four = MakeLocator(*text, 0, 21);
  CHECK(four->sketch.size() == 1);
  CHECK(four->sketch != two->sketch);
}

TEST_CASE("a sketch has no number twice and never more than eight", "[locate]") {
  std::string words;
  for (int i = 0; i < 100'000; ++i) words += "w" + std::to_string(i) + " ";
  const auto text = ReadText(words);
  const auto locator = MakeLocator(*text, 0, static_cast<std::uint32_t>(text->norm1.size()));
  REQUIRE(locator.ok());
  const std::set<std::string> distinct(locator->sketch.begin(), locator->sketch.end());
  CHECK(distinct.size() == locator->sketch.size());
  CHECK(std::is_sorted(locator->sketch.begin(), locator->sketch.end()));
  CHECK(locator->sketch.size() < 8);  // Of so many digests some of the smallest share 16 bits.
  CHECK(locator->sketch.size() > 1);
}

TEST_CASE("a passage without a letter or digit has no locator", "[locate]") {
  const auto text = ReadText("One \u2013 two.");
  const auto nothing = [&text](std::uint32_t start, std::uint32_t end) {
    const auto locator = MakeLocator(*text, start, end);
    return !locator.ok() && locator.problems().front().code == "call";
  };
  CHECK(nothing(3, 6));
  CHECK(nothing(2, 2));
  CHECK(nothing(6, 2));
  CHECK(nothing(9, 4'000'000'000));
  CHECK(MakeLocator(*text, 3, 4'000'000'000)->start == 6);
}

TEST_CASE("the byte at which a text stops being UTF-8 is named with line and column", "[locate]") {
  const auto text = ReadText("first line\nz\u00e9ro \xfft");
  REQUIRE_FALSE(text.ok());
  const Problem& problem = text.problems().front();
  CHECK(problem.code == "syntax");
  CHECK(problem.line == 2);
  CHECK(problem.column == 6);
  CHECK(problem.rule.find("Byte 17 ") == 0);
}

TEST_CASE("word starts are where runs of letters and digits begin", "[locate]") {
  const auto text = ReadText("\"Stra\u00dfe-2\" a");
  CHECK(ToUtf8(text->skeleton.letters) == "strasse2a");
  CHECK(text->word_starts == std::vector<std::uint32_t>{0, 7, 8});
}

#include "core/locate/find_quote.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/support/files.h"

namespace proviso::locate {
namespace {

ReaderText Text(const std::string& bytes) {
  auto text = ReadText(bytes);
  REQUIRE(text.ok());
  return std::move(*text);
}

std::vector<std::string> SentencesOf(const std::string& bytes, std::string_view language) {
  const ReaderText text = Text(bytes);
  std::vector<std::string> out;
  for (const Place& place :
       Sentences(text.norm1, {0, static_cast<std::uint32_t>(text.norm1.size())}, language))
    out.push_back(WordsAt(text, place));
  return out;
}

}  // namespace

TEST_CASE("words are found by their letters, from word to word", "[locate][quote]") {
  const ReaderText text = Text("The “night-bus”\nruns. The night bus ends; the night busses run.");
  const auto found = FindQuote(text, "THE NIGHT BUS");
  REQUIRE(found.size() == 2);  // Not in “busses”.
  CHECK(WordsAt(text, found[0][0]) == "The \"night-bus");
  CHECK(FindQuote(text, "the right bus").empty());
  CHECK(FindQuote(text, "he night bus").empty());
  CHECK(FindQuote(text, "").empty());
  CHECK(FindQuote(text, "…").empty());
}

TEST_CASE("pieces of a quote stand one behind the other", "[locate][quote]") {
  const ReaderText text = Text("one two three four two five");
  const auto found = FindQuote(text, "one […] two [...] five");
  REQUIRE(found.size() == 1);
  CHECK(found[0].size() == 3);
  CHECK(found[0][1].start == 4);
  CHECK(FindQuote(text, "five […] one").empty());
}

TEST_CASE("every marked place of a text is found again by its words", "[locate][quote][property]") {
  const std::string bytes = test::ReadFile("tests/golden/night-bus/night-bus.txt");
  const ReaderText text = Text(bytes);
  for (std::size_t from = 0; from + 6 < text.word_starts.size(); from += 3) {
    const std::uint32_t start = text.skeleton.origin[text.word_starts[from]];
    const std::uint32_t end = text.skeleton.origin[text.word_starts[from + 6] - 1] + 1;
    const auto locator = MakeLocator(text, start, end);
    REQUIRE(locator.ok());
    std::string words = WordsAt(text, {locator->start, locator->end});
    bool there = false;
    for (const auto& finding : FindQuote(text, words))
      there = there || (finding[0].start == locator->start && finding[0].end == locator->end);
    CHECK(there);
    const std::size_t letter = words.find_first_of("aeiou");
    if (letter == std::string::npos) continue;
    words[letter] = words[letter] == 'a' ? 'o' : 'a';  // One letter otherwise: nowhere.
    CHECK(FindQuote(text, words).empty());
  }
}

TEST_CASE("the nearest place is offered where words differ, and only there", "[locate][quote]") {
  const ReaderText text = Text(test::ReadFile("tests/golden/night-bus/night-bus.txt"));
  const auto nearest =
      NearestPlace(text, "Without any new drivers, she added, the bus cannot run at all");
  REQUIRE(nearest);
  CHECK(WordsAt(text, nearest->place) ==
        "Without new drivers, she added, the bus cannot run at all");
  CHECK(nearest->share > 0.5);
  CHECK(nearest->share < 1);
  CHECK_FALSE(NearestPlace(text, "Nothing of this kind was ever printed there"));
}

TEST_CASE("paragraphs are blocks, or lines where no line is blank", "[locate]") {
  CHECK(Paragraphs("a b\nc\n\n d\n").size() == 2);
  CHECK(Paragraphs("a b\nc\n\n d\n")[0].end == 5);
  CHECK(Paragraphs("a\nb\nc").size() == 3);
  CHECK(Paragraphs("\n\n").empty());
  const auto five = Paragraphs(test::ReadFile("tests/golden/night-bus/night-bus.txt"));
  REQUIRE(five.size() == 5);
  CHECK(five[1].start == 34);
  CHECK(five[4].end == 855);
}

TEST_CASE("sentences end behind a sign, but not behind a short form", "[locate][sentences]") {
  CHECK(SentencesOf("Mr. Smith came. He left! Did he? “Yes.” So 3.5 percent, e.g. Oslo.", "en") ==
        std::vector<std::string>{"Mr. Smith came.", "He left!", "Did he?", "\"Yes.\"",
                                 "So 3.5 percent, e.g. Oslo."});
  CHECK(SentencesOf("Er kam z. B. nach Wien. Dr. Kurz blieb.", "de").size() == 2);
  CHECK(SentencesOf("Он пришёл в 2020 г. домой. Потом ушёл.", "ru").size() == 2);
  CHECK(SentencesOf("他来了。他走了！真的？是。", "zh-Hans").size() == 4);
  CHECK(SentencesOf("no end", "en").size() == 1);
  CHECK(SentencesOf("J. Smith spoke. U.S. forces left.", "en").size() == 2);
}

TEST_CASE("sentences of a paragraph cover it but for the spaces between", "[locate][sentences]") {
  for (const char* name : {"tests/golden/night-bus/night-bus.txt", "data/samples/scripts-ru.txt",
                           "data/samples/scripts-zh.txt", "data/samples/worked-example.txt"}) {
    const std::string bytes = test::ReadFile(name);
    const ReaderText text = Text(bytes);
    for (const Place& paragraph : Paragraphs(bytes)) {
      std::uint32_t at = paragraph.start;
      for (const Place& sentence : Sentences(text.norm1, paragraph, "en")) {
        CHECK(sentence.start >= at);
        CHECK(sentence.start <= at + 1);
        CHECK(sentence.end > sentence.start);
        at = sentence.end;
      }
      CHECK(at == paragraph.end);
    }
  }
}

}  // namespace proviso::locate

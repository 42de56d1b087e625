// Shares, places and ends at which a verdict changes.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sha256.h"
#include "core/locate/locate.h"
#include "core/locate/shingle.h"
#include "tests/core/locate/coder.h"

using namespace proviso;
using namespace proviso::locate;

namespace {

/// The mark that a sketch has for these four words.
std::string Mark(std::string_view words) {
  std::vector<std::string_view> list;
  for (std::string_view rest = words; !rest.empty();) list.push_back(TakeWord(&rest));
  return MakeSketch(list).at(0);
}

/// A dataset with one passage that stands nowhere, and a sketch made up of `marks`.
struct Stranger {
  Stranger(std::uint32_t start, std::uint32_t letters, std::vector<std::string> marks) {
    Document document;
    document.id = "d-text";
    document.text.sha256 = dataset.arena.Keep(std::string(64, '0'));
    dataset.documents.push_back(document);
    Add(start, letters, std::move(marks));
  }
  void Add(std::uint32_t start, std::uint32_t letters, std::vector<std::string> marks) {
    Passage passage;
    passage.document = DocumentId(0);
    passage.start = start;
    passage.end = start + letters + 4;
    passage.letters = letters;
    passage.sha256 = dataset.arena.Keep(Sha256Hex("stands nowhere"));
    std::sort(marks.begin(), marks.end());
    std::vector<Text> sketch;
    for (const std::string& mark : marks) sketch.push_back(dataset.arena.Keep(mark));
    passage.sketch = dataset.arena.Keep(sketch);
    dataset.passages.push_back(passage);
  }
  Report In(std::string_view copy) const {
    const auto text = ReadText(copy);
    REQUIRE(text.ok());
    return Locate(dataset, DocumentId(0), *text);
  }
  Dataset dataset;
};

/// Marks that none of the short texts here has.
const std::vector<std::string> kStrange{"0000", "0001", "0002", "0003",
                                        "0004", "0005", "0006", "0007"};

std::vector<std::string> With(std::vector<std::string> marks, std::size_t strange) {
  marks.insert(marks.end(), kStrange.begin(),
               kStrange.begin() + static_cast<std::ptrdiff_t>(strange));
  return marks;
}

constexpr std::string_view kEight = "one two three four five six seven eight";

}  // namespace

TEST_CASE("from half of its sketch on a passage is altered, below it is missing", "[locate]") {
  const std::string one = Mark("one two three four");
  const std::string two = Mark("two three four five");
  const std::string three = Mark("three four five six");
  const auto verdict = [&](std::vector<std::string> marks) {
    const Report report = Stranger(0, 33, std::move(marks)).In(kEight);
    return Verdicts(report) + " " + std::to_string(report.findings[0].share);
  };
  CHECK(verdict(With({one}, 1)) == "a 0.500000");
  CHECK(verdict(With({one, two}, 2)) == "a 0.500000");
  CHECK(verdict(With({one, two, three}, 3)) == "a 0.500000");
  CHECK(verdict({one, two}) == "a 1.000000");
  CHECK(verdict(With({one}, 2)).substr(0, 1) == "-");
  CHECK(verdict(With({one, two}, 3)).substr(0, 1) == "-");
  CHECK(verdict(With({one, two, three}, 5)).substr(0, 1) == "-");
  CHECK(verdict(With({one, two, three}, 4)).substr(0, 1) == "-");
}

TEST_CASE("a sketch of one mark that the text has says nothing", "[locate]") {
  CHECK(Verdicts(Stranger(0, 33, {Mark("one two three four")}).In(kEight)) == "-");
  CHECK(Verdicts(Stranger(0, 33, {}).In(kEight)) == "-");
}

TEST_CASE("a mark that stands twice counts once", "[locate]") {
  const std::string twice = "one two three four and one two three four";
  CHECK(Verdicts(Stranger(0, 33, With({Mark("one two three four")}, 3)).In(twice)) == "-");
}

TEST_CASE("marks that lie farther apart than the passage is long do not count together",
          "[locate]") {
  const std::vector<std::string> marks{Mark("one two three four"), Mark("six seven eight nine")};
  const std::string text = "one two three four five six seven eight nine";
  // 15 letters, 4 and 17: 36 in all.
  CHECK(Stranger(0, 36, With(marks, 1)).In(text).findings[0].share > 0.6);
  CHECK(Stranger(0, 35, With(marks, 1)).In(text).findings[0].share < 0.4);
}

TEST_CASE("a text of four words has one mark, and one of three has none", "[locate]") {
  const std::vector<std::string> marks = With({Mark("one two three four")}, 1);
  CHECK(Verdicts(Stranger(0, 15, marks).In("one two three four")) == "a");
  CHECK(Verdicts(Stranger(0, 11, marks).In("one two three")) == "-");
}

TEST_CASE("of two equally like places the one nearer to the coder's is shown", "[locate]") {
  std::string gap;
  for (int i = 0; i < 60; ++i) gap += "gap" + std::to_string(i) + " ";
  const std::string text =
      gap + "one two three four five six " + gap + gap + "one two three four five six " + gap;
  const std::size_t first = text.find("one two");
  const std::size_t second = text.rfind("one two");
  const std::vector<std::string> marks =
      With({Mark("one two three four"), Mark("two three four five")}, 1);
  for (const std::size_t place : {first, second})
    for (const std::size_t off : {place - 20, place, place + 20}) {
      const Report report = Stranger(static_cast<std::uint32_t>(off), 22, marks).In(text);
      INFO(place << " from " << off);
      REQUIRE(Verdicts(report) == "a");
      const Place found = report.findings[0].places[0];
      CHECK((found.start < second - 40 ? first : second) == place);
    }
}

TEST_CASE("the place with more of the sketch is shown, however far it is", "[locate]") {
  std::string gap;
  for (int i = 0; i < 60; ++i) gap += "gap" + std::to_string(i) + " ";
  const std::string text = "one two three four x x " + gap + "one two three four five six " + gap;
  const std::vector<std::string> marks =
      With({Mark("one two three four"), Mark("two three four five")}, 1);
  const Report report = Stranger(0, 22, marks).In(text);
  REQUIRE(Verdicts(report) == "a");
  CHECK(At(text, report.findings[0].places[0]).find("five") != std::string::npos);
}

TEST_CASE("an altered passage is shown from word to word", "[locate]") {
  const std::string text =
      "Some words stand before it. A sentence of a good many words that was changed in one place "
      "by "
      "somebody unknown. "
      "Some words stand behind it.";
  Coder coder(text);
  coder.Add("A sentence of a good many words that was changed in one place by somebody unknown");
  const std::string edited = Replace(text, "changed", "altered");
  const Report report = coder.Check(edited);
  REQUIRE(Verdicts(report) == "a");
  CHECK(At(edited, report.findings[0].places[0]) ==
        "A sentence of a good many words that was altered in one place by somebody unknown");
  // Moved by a new beginning, and at the very end of a text.
  const std::string moved = "A new beginning of the page, of some length. " + edited;
  const Report later = coder.Check(moved);
  REQUIRE(Verdicts(later) == "a");
  CHECK(At(moved, later.findings[0].places[0]).find("one place") != std::string::npos);
  const std::string cut = edited.substr(0, edited.find(". Some words stand behind"));
  const Report last = coder.Check(cut);
  REQUIRE(Verdicts(last) == "a");
  CHECK(At(cut, last.findings[0].places[0]) ==
        "A sentence of a good many words that was altered in one place by somebody unknown");
}

TEST_CASE("a passage is found at the last words of a copy, once or twice", "[locate]") {
  for (const std::string words : {"abc def", "abcdefghijkl", "abcdef ghijkl", "abcdefghijklm",
                                  "quite a long passage that has many words"}) {
    for (const bool with_sketch : {true, false}) {
      Coder coder(words + " stands here, followed by so many other words that are not wanted");
      coder.Add(words, with_sketch);
      std::string before;
      for (int i = 0; i < 40; ++i) before += "w" + std::to_string(i) + " ";
      INFO(words << (with_sketch ? " with a sketch" : ""));
      CHECK(Verdicts(coder.Check(before + words)) == "m");
      const std::string twice = before + words + " " + before + words;
      const Report report = coder.Check(twice);
      REQUIRE(Verdicts(report) == "?");
      REQUIRE(report.findings[0].places.size() == 2);
      CHECK(At(twice, report.findings[0].places[0]) == words);
      CHECK(At(twice, report.findings[0].places[1]) == words);
    }
  }
}

TEST_CASE("a copy that is nothing but the passage has it", "[locate]") {
  std::string words;
  for (int i = 0; i < 60; ++i) words += (i > 0 ? " word" : "word") + std::to_string(i);
  for (const bool with_sketch : {true, false}) {
    Coder coder("Before it stands something. " + words + " And behind it.");
    coder.Add(words, with_sketch);
    const Report report = coder.Check(words);
    REQUIRE(Verdicts(report) == "m");
    CHECK(At(words, report.findings[0].places[0]) == words);
  }
}

TEST_CASE("passages that move by different ways are all found", "[locate]") {
  std::vector<std::string> sentences;
  for (int i = 0; i < 12; ++i) {
    std::string sentence;
    for (int k = 0; k < 12; ++k)
      sentence += "s" + std::to_string(i) + "w" + std::to_string(k) + " ";
    sentences.push_back(sentence);
  }
  std::string text, copy;
  for (const std::string& sentence : sentences) text += sentence;
  for (auto at = sentences.rbegin(); at != sentences.rend(); ++at) copy += *at;
  Coder coder(text);
  for (std::size_t i = 0; i < sentences.size(); ++i) coder.Add(sentences[i], i % 2 == 0);
  const Report report = coder.Check(copy);
  CHECK(Verdicts(report) == std::string(12, 'm'));
  for (std::size_t i = 0; i < report.findings.size(); ++i)
    CHECK(At(copy, report.findings[i].places[0]) + " " == sentences[i]);
}

TEST_CASE("two passages with the same letters are both found", "[locate]") {
  Coder coder("the same words here and then the same words here at last");
  coder.Add("the same words here", false);
  coder.AddRange(29, 48, false);
  std::string before;
  for (int i = 0; i < 40; ++i) before += "w" + std::to_string(i) + " ";
  CHECK(Verdicts(coder.Check(before + "the same words here")) == "mm");
}

TEST_CASE("in the coder's own text the place nearest to the coder's is found", "[locate]") {
  const std::string words = "the same words here";
  const std::string text = words + " and in between something else, then " + words + " at last.";
  Coder coder(text);
  coder.Add(words);
  coder.AddRange(static_cast<std::uint32_t>(text.rfind(words)),
                 static_cast<std::uint32_t>(text.rfind(words) + words.size()));
  // Another layout: both stand three marks later.
  const std::string copy = "* * * " + text;
  const Report report = coder.Check(copy);
  CHECK(report.same_text);
  REQUIRE(Verdicts(report) == "ff");
  CHECK(report.findings[0].places[0].start == 6);
  CHECK(report.findings[1].places[0].start == text.rfind(words) + 6);
}

TEST_CASE("what is given up is unchecked, but missing if its sketch has four marks or more",
          "[locate]") {
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += std::string(55, 'x') + std::to_string(i) + " ";
  Stranger stranger(0, 100'000, With({}, 3));
  stranger.Add(0, 100'000, With({}, 4));
  stranger.Add(0, 100'001, {});
  stranger.Add(0, 100'002, With({}, 5));
  stranger.Add(0, 12, {});  // Short: this one was looked for everywhere.
  CHECK(Verdicts(stranger.In(text)) == "u-u--");
}

TEST_CASE("a text may have 64 MiB", "[locate][limits]") {
  // Not UTF-8, so that nothing more is done with so large a text.
  std::string text(kLargestText, 'x');
  text[0] = '\xFF';
  CHECK(ReadText(text).problems()[0].code == "syntax");
  text += 'x';
  CHECK(ReadText(text).problems()[0].code == "limit");
}

TEST_CASE("what is not UTF-8 is placed by line and character", "[locate]") {
  const auto place = [](std::string_view bytes) {
    const Problem problem = ReadText(bytes).problems()[0];
    return std::to_string(problem.line) + ":" + std::to_string(problem.column);
  };
  CHECK(place("\xFF") == "1:1");
  CHECK(place("a\xFF") == "1:2");
  CHECK(place("a\n\xFF") == "2:1");
  CHECK(place("a\nb\nc\xC3\xA9\xFF") == "3:3");
}

TEST_CASE("a digest or mark that is none is no reason to find anything", "[locate]") {
  const std::string words = "one two three four five six";
  Coder coder(words);
  coder.Add(words);
  CHECK(Verdicts(coder.Check(words)) == "f");
  Passage& passage = coder.dataset.passages[0];
  const std::string digest(passage.sha256);
  for (const std::string& spoilt : {digest.substr(2), digest + "00", "G" + digest.substr(1)}) {
    passage.sha256 = coder.dataset.arena.Keep(spoilt);
    CHECK(Verdicts(coder.Check(words)) != "f");
  }
}

TEST_CASE("a sketch has the eight smallest digests of a passage, or all", "[locate]") {
  std::vector<std::string> words;
  for (int i = 0; i < 12; ++i) words.push_back("w" + std::to_string(i));
  for (std::size_t count = 4; count <= words.size(); ++count) {
    const std::vector<std::string_view> some(words.begin(),
                                             words.begin() + static_cast<std::ptrdiff_t>(count));
    std::vector<std::string> digests;
    for (std::size_t i = 0; i + 4 <= count; ++i)
      digests.push_back(
          Sha256Hex(words[i] + " " + words[i + 1] + " " + words[i + 2] + " " + words[i + 3]));
    std::sort(digests.begin(), digests.end());
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < std::min<std::size_t>(8, digests.size()); ++i)
      expected.push_back(digests[i].substr(0, 4));
    CHECK(MakeSketch(some) == expected);
  }
  const std::vector<std::string_view> again{"a", "b", "c", "d", "a", "b", "c", "d"};
  CHECK(MakeSketch(again).size() == 4);
  const std::vector<std::string_view> three{"a", "b", "c"};
  CHECK(MakeSketch(three) == std::vector<std::string>{Sha256Hex("a b c").substr(0, 4)});
}

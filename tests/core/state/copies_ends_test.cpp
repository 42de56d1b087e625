// How much of a text a copy must have, for which copy a judgement holds, and what old files mean.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/io/load.h"
#include "core/state/copies.h"
#include "core/state/copy_check.h"
#include "core/state/update.h"
#include "tests/support/files.h"

namespace proviso::view {
namespace {

struct Reader {
  Reader() {
    Result<io::Loaded> loaded = io::Load(test::ReadFile("data/samples/worked-example.json"));
    REQUIRE(loaded.ok());
    library = Library(std::move(loaded->dataset));
    text = test::ReadFile("data/samples/worked-example.txt");
  }
  Reader& Do(const Command& command) {
    Update(library, command, session, effects);
    return *this;
  }
  Reader& Offer(const std::string& bytes) {
    return Do(OfferCopy{std::string(library.dataset.documents[0].id), "mine.txt", bytes});
  }
  CheckState State(std::string_view id) const {
    return CheckOf(library, session, PassageId(library.dataset.Find(id).index)).state;
  }
  bool kept() const { return session.copies.by_document.size() == 1; }
  /// The words of the passages from the first, so many of them, as a text of their own.
  std::string FirstPassages(std::size_t count) const {
    const std::u32string norm1 = Norm1(text);
    std::string some;
    for (std::size_t i = 0; i < count; ++i) {
      const Passage& passage = library.dataset.passages[i];
      some += ToUtf8(std::u32string_view(norm1).substr(passage.start, passage.end - passage.start));
      some += "\n\n";
    }
    return some + "Nothing else of it is here.";
  }

  Library library{Dataset()};
  std::string text;
  Session session;
  std::vector<Effect> effects;
};

std::string OneMoreNot(std::string text) {
  const std::string_view words = "would very probably";
  const std::size_t at = text.find(words);
  REQUIRE(at != std::string::npos);
  return text.insert(at + 6, "not ");
}

}  // namespace

TEST_CASE("a copy with a quarter of the passages is taken, one with none is asked about",
          "[sources]") {
  // The sample has four.
  REQUIRE(Reader().library.dataset.passages.size() == 4);
  for (std::size_t count = 0; count <= 4; ++count) {
    Reader reader;
    reader.Offer(reader.FirstPassages(count));
    INFO(count);
    CHECK(reader.kept() == (count >= 1));
    CHECK(reader.session.copies.offered.has_value() == (count == 0));
  }
}

TEST_CASE("a judgement on one copy does not hold for the next copy of that text", "[sources]") {
  Reader reader;
  reader.Offer(OneMoreNot(reader.text));
  REQUIRE(reader.State("p-1") == CheckState::kAltered);
  reader.Do(AcceptPassage{"p-1", Acceptance::kSameSense});
  CHECK(reader.State("p-1") == CheckState::kAccepted);
  const std::uint32_t first = reader.session.copies.by_document.begin()->second->number;
  // The very same bytes again: it is another copy.
  reader.Offer(OneMoreNot(reader.text));
  CHECK(reader.session.copies.by_document.begin()->second->number != first);
  CHECK(reader.State("p-1") == CheckState::kAltered);
  reader.Do(AcceptPassage{"p-1", Acceptance::kNotTheSame});
  CHECK(reader.State("p-1") == CheckState::kRejected);
  reader.Do(Undo{});
  CHECK(reader.State("p-1") == CheckState::kAltered);
}

TEST_CASE("what was answered is no longer asked", "[sources]") {
  Reader reader;
  reader.Offer("Nothing of it.");
  REQUIRE(reader.session.copies.offered);
  reader.Do(AnswerCopy{CopyAnswer::kLeave});
  CHECK_FALSE(reader.session.copies.offered);
  CHECK_FALSE(reader.kept());
  reader.Do(AnswerCopy{CopyAnswer::kKeep});  // Nothing waits.
  CHECK_FALSE(reader.kept());
  reader.Offer("Nothing of it.").Do(AnswerCopy{CopyAnswer::kKeep});
  CHECK(reader.kept());
  CHECK_FALSE(reader.session.copies.offered);
  reader.Do(DropCopy{std::string(reader.library.dataset.documents[0].id)});
  CHECK_FALSE(reader.kept());
  CHECK_FALSE(reader.session.copies.shown);
}

TEST_CASE("paragraphs are divided at empty lines, or at each line where there are none",
          "[sources]") {
  const Reader reader;
  const auto paragraphs = [&](const std::string& bytes) {
    const auto copy = MakeCopy(reader.library, DocumentId(0), bytes, "", 1);
    REQUIRE(copy.ok());
    std::string line;
    for (const locate::Place& place : (*copy)->paragraphs)
      line +=
          "[" +
          ToUtf8(std::u32string_view((*copy)->text).substr(place.start, place.end - place.start)) +
          "]";
    return line;
  };
  CHECK(paragraphs("one\ntwo\n") == "[one][two]");
  CHECK(paragraphs("one\ntwo\n\nthree\n") == "[one two][three]");
  CHECK(paragraphs("one\r\n \t\r\ntwo") == "[one][two]");
  CHECK(paragraphs("\n\none\ntwo\n\n\n") == "[one][two]");  // None between two lines.
  CHECK(paragraphs("one") == "[one]");
  CHECK(paragraphs("").empty());
  const auto copy = MakeCopy(reader.library, DocumentId(0), "one\ntwo\nthree", "", 1);
  REQUIRE(copy.ok());
  CHECK((*copy)->ParagraphAt(0) == 1);
  CHECK((*copy)->ParagraphAt(2) == 1);
  CHECK((*copy)->ParagraphAt(4) == 2);
  CHECK((*copy)->ParagraphAt(8) == 3);
  CHECK((*copy)->ParagraphAt(99) == 3);
}

TEST_CASE("Windows-1252 is read as its index says", "[sources]") {
  CHECK(FromWindows1252("\x80") == "\xE2\x82\xAC");
  CHECK(FromWindows1252("\x93word\x94") == "“word”");
  CHECK(FromWindows1252("\x9F") == "Ÿ");
  CHECK(FromWindows1252("\xA0\xFF") == "\xC2\xA0\xC3\xBF");
  CHECK(FromWindows1252("\x7F~a") == "\x7F~a");
  for (const char byte : {'\x81', '\x8D', '\x8F', '\x90', '\x9D'})
    CHECK(FromWindows1252(std::string(1, byte)) == "\xEF\xBF\xBD");
}

TEST_CASE("UTF-16 is read either way round, halves of pairs become U+FFFD", "[sources]") {
  const auto big = [](const std::u16string& text) {
    std::string bytes = "\xFE\xFF";
    for (const char16_t c : text) {
      bytes += static_cast<char>(c >> 8);
      bytes += static_cast<char>(c & 0xFF);
    }
    return bytes;
  };
  const auto little = [](const std::u16string& text) {
    std::string bytes = "\xFF\xFE";
    for (const char16_t c : text) {
      bytes += static_cast<char>(c & 0xFF);
      bytes += static_cast<char>(c >> 8);
    }
    return bytes;
  };
  const std::u16string pair{0xD800, 0xDC00, 0xDBFF, 0xDFFF};
  for (const std::string& bytes : {big(u"aé中"), little(u"aé中")})
    CHECK(FromUtf16(bytes) == "aé中");
  for (const std::string& bytes : {big(pair), little(pair)})
    CHECK(FromUtf16(bytes) == "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
  const std::string mark = "\xEF\xBF\xBD";
  CHECK(FromUtf16(big({0xD800})) == mark);
  CHECK(FromUtf16(big({0xD800, u'a'})) == mark + "a");
  CHECK(FromUtf16(big({0xDC00, u'a'})) == mark + "a");
  CHECK(FromUtf16(big({0xDFFF})) == mark);
  CHECK(FromUtf16(big({0xD7FF, 0xE000})) == "\xED\x9F\xBF\xEE\x80\x80");
  CHECK(FromUtf16("\xFE\xFF") == "");
  CHECK(FromUtf16("\xFE") == "\xFE");
  CHECK(FromUtf16("ab") == "ab");
  CHECK(FromUtf16(big(u"a") + "b") == "a");  // Half a character at the end.
}

}  // namespace proviso::view

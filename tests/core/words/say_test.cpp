#include "core/words/say.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/words/labels.h"
#include "core/words/languages.h"
#include "tests/support/files.h"
#include "tests/support/hostile.h"

namespace proviso::view {
namespace {

Say Saying(const std::string& words, const std::string& plural = "one") {
  const auto read = Catalogue::Read(R"({"language": "xx", "name": "Test", "reviewed": false, )"
                                    R"("plural": ")" +
                                    plural + R"(", "words": {)" + words + "}}");
  INFO((read.ok() ? std::string() : read.problems().front().rule));
  REQUIRE(read.ok());
  return Say(*read);
}

Say In(const std::string& language) {
  const auto read = Catalogue::Read(test::ReadFile("web/words/" + language + ".json"));
  REQUIRE(read.ok());
  return Say(*read);
}

TEST_CASE("English is said as it stands in the code, without its remark", "[view][say]") {
  const Say say;
  CHECK(say("Undo") == "Undo");
  CHECK(say("{0} {1}##who, does what", {"The clerk", "doubts it"}) == "The clerk doubts it");
  CHECK(say.Counted(1, "{0} claim", "{0} claims") == "1 claim");
  CHECK(say.Counted(0, "{0} claim", "{0} claims") == "0 claims");
  CHECK(say.Counted(3, "{1} of {0} claim", "{1} of {0} claims", {"2"}) == "2 of 3 claims");
  CHECK(say.Join({"a", "b", "c"}) == "a, b and c");
  CHECK(say.Join({"a", "b"}, "{0} or {1}") == "a or b");
  CHECK(say.Chain("{0}. {1}", {"a", "", "b"}) == "a. b");
  CHECK(say.Quoted("x") == "“x”");
  CHECK(say.Inside("More likely") == "more likely");
  CHECK(say.Capital("более") == "более");  // A dataset's letters are its own.
  CHECK(say.language() == "en");
}

TEST_CASE("a translation orders names and numbers as it must", "[view][say]") {
  const Say say = Saying(R"("{0} doubts {1}": "{1}: {0} zweifelt, {0}!")");
  CHECK(say("{0} doubts {1}", {"A", "B"}) == "B: A zweifelt, A!");
  CHECK(say("{0} doubts {1}", {"{1}", "B"}) ==
        "B: {1} zweifelt, {1}!");  // Names are not templates.
}

TEST_CASE("what a catalogue lacks is said in English", "[view][say]") {
  const Say say = Saying(R"("Undo": "Zurück")");
  CHECK(say("Undo") == "Zurück");
  CHECK(say("Redo: {0}##x", {"y"}) == "Redo: y");
  CHECK(say.Counted(2, "{0} claim", "{0} claims") == "2 claims");
}

TEST_CASE("a remark tells two uses of the same English apart", "[view][say]") {
  const Say say = Saying(R"("open": "offen", "open##verb": "öffnen")");
  CHECK(say("open") == "offen");
  CHECK(say("open##verb") == "öffnen");
}

TEST_CASE("each language counts by its own rule", "[view][say]") {
  const auto claims = [](const Say& say, std::size_t count) {
    return say.Counted(count, "{0} claim", "{0} claims");
  };
  const Say zh = In("zh"), de = In("de"), ru = In("ru");
  CHECK(claims(zh, 1) == "1 条主张");
  CHECK(claims(zh, 5) == "5 条主张");
  CHECK(claims(de, 1) == "1 Aussage");
  CHECK(claims(de, 0) == "0 Aussagen");
  for (const std::size_t count : {1u, 21u, 101u, 1001u})
    CHECK(claims(ru, count) == std::to_string(count) + " утверждение");
  for (const std::size_t count : {2u, 3u, 4u, 22u, 104u})
    CHECK(claims(ru, count) == std::to_string(count) + " утверждения");
  for (const std::size_t count : {0u, 5u, 11u, 12u, 14u, 20u, 111u, 112u})
    CHECK(claims(ru, count) == std::to_string(count) + " утверждений");
}

TEST_CASE("dates are said as a language says them", "[view][say]") {
  CHECK(DateWords("2023-03-12/2023-03-19", In("de")) == "12. bis 19. März 2023");
  CHECK(DateWords("2023-03-12/2023-03-19", In("zh")) == "2023年3月12日至2023年3月19日");
  CHECK(DateWords("2023-05-09", In("ru")) == "9 мая 2023 г.");
  CHECK(DateWords("2023-05", In("ru")) == "май 2023");
  CHECK(DateWords("2023-05~", In("de")) == "etwa Mai 2023");
  CHECK(DateWords("2023", In("zh")) == "2023年");
}

TEST_CASE("a word inside a sentence loses its capital, but for a German noun", "[view][say]") {
  CHECK(In("ru").Inside("More likely") == "более вероятно");
  CHECK(In("de").Inside("More likely") == "wahrscheinlicher");
  CHECK(In("de").Inside("Promise") == "Versprechen");
  CHECK(In("zh").Inside("More likely") == "可能性提高");
  CHECK(In("ru").Capital("ёж") == "Ёж");
}

TEST_CASE("a catalogue that is not sound is refused as a whole, with a reason", "[view][say]") {
  const auto refused = [](const std::string& json, const std::string& why) {
    const auto read = Catalogue::Read(json);
    INFO(json.substr(0, 200));
    REQUIRE_FALSE(read.ok());
    INFO(read.problems().front().rule);
    CHECK(read.problems().front().rule.find(why) != std::string::npos);
    CHECK_FALSE(read.problems().front().remedy.empty());
  };
  const std::string head =
      R"({"language": "xx", "name": "X", "reviewed": false, "plural": "slavic", "words": {)";
  refused("", "one JSON object");
  refused("[]", "one JSON object");
  refused(head, "");
  refused(head + R"("a": "b"}, "more": 1})", "not what a catalogue has");
  refused(R"({"words": {"a": "b"}})", "too early");
  refused(R"({"language": "xx", "name": "X", "plural": "many", "words": {}})", "plural");
  refused(R"({"language": "../x", "name": "X", "plural": "one", "words": {}})",
          "names its language");
  refused(R"({"name": "X", "plural": "one", "words": {}})", "names its language");
  refused(head + R"("a": 1}})", "a text");
  refused(head + R"("a": ""}})", "between 1 and");
  refused(head + "\"a\": \"" + std::string(5'000, 'x') + "\"}}", "between 1 and");
  refused(head + R"("{0}": "{0} {1}"}})", "placeholder");
  refused(head + R"("a": "b\u202Ec"}})", "hide or reorder");
  refused(head + R"("a": "b\u0007"}})", "hide or reorder");
  refused(head + R"("{0} a|{0} b": "{0}"}})", "list of forms");
  refused(head + R"("{0} a|{0} b": ["{0}", "{0}"]}})", "3 forms");
  refused(head + R"("a": "b", "a": "c"}})", "twice");
  refused(head + "\"a\": \"" + std::string(2u << 20, 'x') + "\"}}", "megabyte");
  for (const std::string& word : test::HostileWords()) Catalogue::Read(word);
  const std::string whole = test::ReadFile("web/words/de.json");
  for (std::size_t cut = 1; cut < whole.size(); cut += 997)
    CHECK_FALSE(Catalogue::Read(whole.substr(0, cut)).ok());
}

TEST_CASE("the catalogues that ship are sound and say what they are", "[view][say]") {
  for (const Language& language : Languages()) {
    if (language.code == "en") {
      CHECK(language.unreviewed.empty());
      continue;
    }
    const auto read =
        Catalogue::Read(test::ReadFile("web/words/" + std::string(language.code) + ".json"));
    REQUIRE(read.ok());
    CHECK((*read)->language() == language.code);
    CHECK((*read)->name() == language.name);
    CHECK((*read)->reviewed() == language.unreviewed.empty());
  }
  CHECK(LanguageNamed("xx") == nullptr);
}

}  // namespace
}  // namespace proviso::view

#include "core/author/begin.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/state/typing.h"
#include "core/state/update_author.h"
#include "tests/support/author_desk.h"
#include "tests/support/files.h"

namespace proviso::view {
namespace {

using test::AuthorDesk;
using test::ReadFile;

constexpr const char* kText = "tests/golden/night-bus/night-bus.txt";
constexpr const char* kGolden = "tests/golden/night-bus/night-bus.json";

bool Free(const std::string&) { return false; }

BeginWords NightBus() {
  return {ReadFile(kText), "", "Ada Quist", "6 March 2026", "", "The night bus runs next year",
          "L. M.",         ""};
}

TEST_CASE("a dataset begins with a text, described as the example's is", "[author][begin]") {
  const Result<Begun> begun = BeginDataset(NightBus(), Say(), Free);
  for (const Problem& one : begun.ok() ? std::vector<Problem>() : begun.problems())
    UNSCOPED_INFO(one.pointer << one.rule);
  REQUIRE(begun.ok());
  CHECK(begun->coder == "lm");
  const auto made = io::ReadJson(begun->bytes), golden = io::ReadJson(ReadFile(kGolden));
  REQUIRE(made.has_value());
  const io::JsonValue& mine = made->Find("documents")->items().front();
  const io::JsonValue& theirs = golden->Find("documents")->items().front();
  CHECK(*mine.Find("text") == *theirs.Find("text"));
  CHECK(mine.TextOf("title") == theirs.TextOf("title"));
  CHECK(mine.TextOf("published") == "2026-03-06");
  CHECK(*mine.Find("creators") == *theirs.Find("creators"));
  CHECK(made->Find("dataset")->TextOf("start") == "the-night-bus-runs-next-year");
  // The words of the text stay out of it.
  CHECK(begun->bytes.find("town will keep") == std::string::npos);
  // What is kept under the same name is not written over.
  const Result<Begun> second =
      BeginDataset(NightBus(), Say(), [](const std::string& id) { return id.back() != '2'; });
  REQUIRE(second.ok());
  CHECK(io::ReadJson(second->bytes)->Find("dataset")->TextOf("id") ==
        "night-bus-may-stay-if-others-pay-2");
}

TEST_CASE("what a dataset cannot begin without is said", "[author][begin]") {
  const auto refused = [](BeginField without, std::string words) {
    BeginWords all = NightBus();
    all[static_cast<std::size_t>(without)] = std::move(words);
    const Result<Begun> begun = BeginDataset(all, Say(), Free);
    return begun.ok() ? std::string() : begun.problems().front().rule;
  };
  CHECK(refused(BeginField::kText, " \n") == "There is no text yet.");
  CHECK(refused(BeginField::kText, "One sentence alone.") == "The text has no title yet.");
  CHECK(refused(BeginField::kCoder, "…") == "It is not said yet who codes.");
  CHECK(refused(BeginField::kWhen, "soon") == "The date cannot be read.");
  CHECK_FALSE(refused(BeginField::kText, "\xFF\xFE\xFD").empty());
  CHECK_FALSE(refused(BeginField::kLanguage, "the English language").empty());
  // Nobody is named: somebody wrote it all the same.
  CHECK(refused(BeginField::kWho, "").empty());
  CHECK(refused(BeginField::kQuestion, "").empty());
}

TEST_CASE("a text is given, and left or begun with", "[author][begin]") {
  AuthorDesk desk(ReadFile(kGolden));
  desk.session.editing_allowed = false;
  desk.Do(ShowDialog{Dialog::kMenu});
  CHECK(desk.Find("menu/.begin") == nullptr);
  desk.session.editing_allowed = true;
  desk.Press("menu/.begin");
  CHECK(desk.session.dialog == Dialog::kNone);
  desk.Press("begin/go");
  REQUIRE(desk.Find("begin/problem") != nullptr);
  CHECK_FALSE(desk.begun.has_value());
  desk.Do(Focus{"begin/text"});
  desk.Type(ReadFile(kText));
  REQUIRE(desk.Find("begin/shape") != nullptr);
  CHECK(desk.Find("begin/shape")->name == "5 paragraphs and 12 sentences");
  desk.Do(Focus{"begin/coder"});
  desk.Type("lm");
  desk.Press("begin/leave");
  CHECK(desk.Find("begin/text") == nullptr);
  // What was typed is still there.
  desk.Do(ShowBegin{true});
  desk.Press("begin/go");
  REQUIRE(desk.begun.has_value());
  CHECK(desk.begun->type == ReadFile(kText));
  CHECK_FALSE(desk.session.beginning.shown);
  AuthorDesk next(desk.begun->text);
  CHECK(next.data().claims.empty());
  CHECK(next.data().documents[0].id == desk.begun->name);
}

TEST_CASE("of a text that may be quoted the file holds the words", "[author][begin]") {
  BeginWords words = NightBus();
  words[static_cast<std::size_t>(BeginField::kQuoting)] = "all";
  const Result<Begun> begun = BeginDataset(words, Say(), Free);
  REQUIRE(begun.ok());
  CHECK(begun->bytes.find("town will keep") != std::string::npos);
  // Whoever opens it can code in it at once.
  AuthorDesk desk(begun->bytes);
  CHECK(desk.data().documents[0].quoting == Quoting::kAll);
  CHECK(desk.data().documents[0].text.content.size() == 5);
  desk.Do(ShowCode{true});
  CHECK(desk.Find("code/load") == nullptr);
  CHECK(desk.Find("code/s/0") != nullptr);
  words[static_cast<std::size_t>(BeginField::kQuoting)] = "passages";
  const Result<Begun> some = BeginDataset(words, Say(), Free);
  REQUIRE(some.ok());
  CHECK(some->bytes.find("town will keep") == std::string::npos);
  CHECK(some->bytes.find("\"quoting\": \"passages\"") != std::string::npos);
}

TEST_CASE("a further text is added to what is coded, and its claims stand beside the others",
          "[author][begin]") {
  AuthorDesk desk(test::UncodedNightBus(ReadFile(kGolden)));
  desk.Do(OfferCopy{"d-bus", "night-bus.txt", ReadFile(kText)});
  desk.Do(SetCoder{"lm"});
  desk.Do(ShowCode{true});
  const std::string before = desk.bytes();
  desk.Press("code-side/add");
  REQUIRE(desk.Find("begin/text") != nullptr);
  CHECK(desk.Find("begin/coder") == nullptr);
  CHECK(desk.Find("begin/question") == nullptr);
  // The same text again is refused, and nothing of it is lost.
  desk.Do(Focus{"begin/text"});
  desk.Type(ReadFile(kText));
  desk.Press("begin/go");
  REQUIRE(desk.Find("begin/problem") != nullptr);
  CHECK(desk.Find("begin/problem")->name.find("here already") != std::string::npos);
  CHECK(desk.bytes() == before);
  desk.Do(Focus{"begin/text"});
  desk.Type("Bus drivers want more\n\nThe union asks for two more drivers. Ilse Brandt agrees.");
  desk.Do(Focus{"begin/who"});
  desk.Type("ilse brandt");
  desk.Press("begin/quoting/all");
  desk.Press("begin/go");
  CHECK(desk.last_problems.empty());
  REQUIRE(desk.data().documents.size() == 2);
  const Document& added = desk.data().documents.back();
  CHECK(added.title == "Bus drivers want more");
  CHECK(added.language == "en");
  CHECK(desk.data()[added.creators[0]].name == "Ilse Brandt");
  CHECK(added.text.content.size() == 2);
  // It is shown, ready to be coded.
  CHECK_FALSE(desk.session.beginning.shown);
  CHECK(desk.session.state.document == added.id);
  REQUIRE(desk.Find("code/s/1") != nullptr);
  desk.Do(MarkSentence{30});
  desk.Do(BeginClaim{});
  desk.Do(SetCodeField{CodeField::kAbout, "more drivers are hired"});
  desk.Do(TakeMatch{CodeField::kAbout, "more drivers are hired"});
  desk.Do(SetCodeField{CodeField::kFirm, "will"});
  desk.Do(SaveClaim{true});
  CHECK(desk.last_problems.empty());
  REQUIRE(desk.data().claims.size() == 1);
  const std::string id(desk.data().documents.back().id);
  desk.Do(Undo{});
  while (desk.bytes() != before && !desk.session.undo.empty()) desk.Do(Undo{});
  CHECK(desk.bytes() == before);
  CHECK(desk.session.copies.by_document.count(id) == 0);
  // Redone, its words are there again.
  while (desk.data().claims.empty() && !desk.session.redo.empty()) desk.Do(Redo{});
  REQUIRE(desk.data().documents.size() == 2);
  REQUIRE(desk.session.copies.by_document.count(id) == 1);
  CHECK(desk.session.copies.by_document.at(id)->report.same_text);
}

TEST_CASE("what may be quoted can be changed later, and the words go and come with it",
          "[author][begin]") {
  BeginWords words = NightBus();
  words[static_cast<std::size_t>(BeginField::kQuoting)] = "all";
  AuthorDesk desk(BeginDataset(words, Say(), Free)->bytes);
  desk.Do(SetCoder{"lm"});
  desk.Do(ShowCode{true});
  desk.Do(MarkSentence{40});
  desk.Do(BeginClaim{});
  desk.Do(TakeMatch{CodeField::kAbout, "The night bus runs next year"});
  desk.Do(SetCodeField{CodeField::kFirm, "will"});
  desk.Do(SaveClaim{false});
  REQUIRE(desk.data().passages.size() == 1);
  CHECK_FALSE(desk.data().passages[0].quote.empty());
  const std::string with = desk.bytes();
  const std::string id(desk.data().documents[0].id);
  desk.Do(ShowForm{id});
  desk.Do(EditField{"/quoting", "none"});
  INFO((desk.last_problems.empty() ? "" : desk.last_problems.front().rule));
  CHECK(desk.last_problems.empty());
  CHECK(desk.data().passages[0].quote.empty());
  CHECK(desk.data().documents[0].text.content.empty());
  CHECK_FALSE(desk.session.notices.empty());
  desk.Do(EditField{"/quoting", "all"});
  CHECK(desk.last_problems.empty());
  CHECK(desk.bytes() == with);
  desk.Do(EditField{"/quoting", "passages"});
  CHECK(desk.data().documents[0].text.content.empty());
  CHECK_FALSE(desk.data().passages[0].quote.empty());
}

TEST_CASE("a PDF is no text, and it is said what to do instead", "[author][begin]") {
  AuthorDesk desk(ReadFile(kGolden));
  desk.Do(ShowBegin{true});
  desk.Do(TypeBegin{BeginField::kText, "%PDF-1.7\n1 0 obj"});
  REQUIRE(desk.Find("begin/problem") != nullptr);
  CHECK(desk.Find("begin/problem")->name.find("pdftotext") != std::string::npos);
  CHECK(desk.session.beginning.words[static_cast<std::size_t>(BeginField::kText)].empty());
}

TEST_CASE("where a page teaches coding, whoever is about to code is led to it", "[author][begin]") {
  AuthorDesk desk(ReadFile(kGolden));
  const auto leads = [&desk](std::string_view id) {
    const Item* item = desk.Find(id);
    const auto* open = item == nullptr ? nullptr : item->press->As<OpenUrl>();
    return open == nullptr ? std::string() : open->url;
  };
  for (const std::string address : {"", "https://bus.example/teach/"}) {
    desk.session.host.teach = address;
    desk.Do(ShowDialog{Dialog::kMenu});
    CHECK(leads("menu/.teach") == address);
    desk.Do(ShowDialog{Dialog::kNone});
    desk.Do(ShowBegin{true});
    CHECK(leads("begin/teach") == address);
    desk.Do(ShowBegin{false});
  }
}

TEST_CASE("what may be quoted is one choice with its name, however narrow the window",
          "[author][begin]") {
  AuthorDesk desk(ReadFile(kGolden));
  desk.Do(ShowBegin{true});
  for (const float width : {1280.0f, 640.0f, 320.0f}) {
    desk.viewport.width = width;
    const Item* choice = desk.Find("begin/quoting");
    INFO(width);
    REQUIRE(choice != nullptr);
    CHECK(choice->name == "May its words be quoted?");
    desk.Press("begin/quoting/passages");
    CHECK(desk.Find("begin/quoting-says")->name.find("of nothing else") != std::string::npos);
    desk.Press("begin/quoting/none");
  }
}

TEST_CASE("what is being written goes from one visit to the next", "[author][begin]") {
  const auto at_text = [] {
    AuthorDesk desk(test::UncodedNightBus(ReadFile(kGolden)));
    desk.Do(OfferCopy{"d-bus", "night-bus.txt", ReadFile(kText)});
    return desk;
  };
  AuthorDesk before = at_text();
  before.Do(SetCoder{"lm"});
  CHECK(TypingOf(before.library(), before.session) == "lm");
  before.Do(ShowCode{true});
  before.Do(MarkStretch{34, 40});
  before.Do(BeginClaim{});
  before.Do(AddPassage{});
  before.Do(MarkStretch{194, 250});
  before.Do(TakeMatch{CodeField::kAbout, "if The region pays half then"});
  before.Do(SetCodeField{CodeField::kAbout, "the night b"});
  const std::string typing = TypingOf(before.library(), before.session);

  AuthorDesk after = at_text();
  after.Do(TakeTyping{typing});
  CHECK(TypingOf(after.library(), after.session) == typing);
  CHECK(after.session.focus == "code/about");
  CHECK(after.session.coding.hedges == before.session.coding.hedges);
  CHECK(after.frame().panels.size() == before.frame().panels.size());

  // Nobody has to have written what is kept.
  for (std::size_t length = 0; length <= typing.size(); ++length) {
    AuthorDesk desk = at_text();
    desk.Do(TakeTyping{typing.substr(0, length)});
    desk.frame();
    std::string other = typing;
    if (length < other.size()) other[length] = '9';
    desk.Do(TakeTyping{other});
    desk.frame();
  }
}

}  // namespace
}  // namespace proviso::view

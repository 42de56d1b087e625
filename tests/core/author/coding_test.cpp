#include "core/author/coding.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/author/form.h"
#include "core/base/text.h"
#include "core/io/drafts.h"
#include "core/state/coded_text.h"
#include "core/state/typing.h"
#include "core/state/update_author.h"
#include "core/views/sources/code_model.h"
#include "tests/support/author_desk.h"
#include "tests/support/files.h"

namespace proviso::view {
namespace {

using test::AuthorDesk;
using test::ReadFile;

constexpr const char* kGolden = "tests/golden/night-bus/night-bus.json";

/// Somebody before the uncoded text of the night bus, coding as "lm".
AuthorDesk AtTheText(const std::string& bytes = test::UncodedNightBus(ReadFile(kGolden))) {
  AuthorDesk desk(bytes);
  desk.Do(ShowView{ViewId::kSources});
  desk.Do(OfferCopy{"d-bus", "night-bus.txt", ReadFile("tests/golden/night-bus/night-bus.txt")});
  desk.Do(SetCoder{"lm"});
  desk.Do(ShowCode{true});
  return desk;
}

std::string Marked(const AuthorDesk& desk) {
  const CopyPtr copy = CodedCopy(desk.library(), desk.session);
  REQUIRE(copy != nullptr);
  REQUIRE(desk.session.coding.mark.has_value());
  const locate::Place mark = *desk.session.coding.mark;
  return ToUtf8(std::u32string_view(copy->text).substr(mark.start, mark.end - mark.start));
}

/// What the ten claims of the example say.
struct Coded {
  std::uint32_t start, end;
  const char *who, *about, *level, *words;
};
constexpr Coded kTen[] = {
    {34, 191, "",
     "if The region pays half then The night bus runs next year unless The drivers strike", "will",
     "With half the money from the region the line stays, short of a strike."},
    {194, 250, "Ilse Brandt", "The night bus runs next year only if New drivers are hired", "will",
     "Nothing runs unless somebody is hired."},
    {293, 328, "Drivers’ union", "The region pays half does not change New drivers are hired",
     "stated", "Paying more does nothing for hiring."},
    {347, 422, "Drivers’ union", "if not The night bus runs next year then The drivers strike",
     "will", "The union threatens to walk out if the line ends."},
    {425, 467, "", "Petrol gets dearer makes More people take the bus more likely", "likely",
     "Costlier fuel sends riders to the bus."},
    {502, 589, "A regional official",
     "The region decides before summer only if The state moves first", "likely",
     "No early decision is expected without a push from the capital."},
    {592, 698,
     "Ada Quist (doubts \"doubts it\") > The region’s newsletter (reports \"writes\") > The "
     "minister",
     "The minister pays for the drivers", "possible",
     "Money for staff may come from the ministry."},
    {701, 756, "", "number riders of the night bus = about 400 people a weekend as of 2025", "will",
     "Some four hundred riders a weekend."},
    {759, 817, "Residents", "rank The streets are empty at night over The bus is noisy at night",
     "stated", "Of two worries, deserted streets weigh more."},
    {820, 853, "", "not A contract is signed", "will", "Nothing is signed yet."},
};

/// Codes one claim by commands alone.
void Code(AuthorDesk& desk, const Coded& one) {
  desk.Do(MarkStretch{one.start, one.end});
  desk.Do(BeginClaim{});
  if (*one.who != '\0') {
    while (!desk.session.coding.lines[0].taken.empty()) {
      desk.Do(TakeBack{CodeField::kWho});
      desk.Do(SetCodeField{CodeField::kWho, ""});
    }
    desk.Do(TakeMatch{CodeField::kWho, one.who});
  }
  desk.Do(TakeMatch{CodeField::kAbout, one.about});
  desk.Do(SetCodeField{CodeField::kFirm, one.level});
  desk.Do(SetCodeField{CodeField::kWords, one.words});
  desk.Do(SaveClaim{false});
  INFO(one.about);
  for (const std::string& problem : desk.session.coding.problems) {
    INFO(problem);
    CHECK(problem.empty());
  }
  REQUIRE(desk.last_problems.empty());
}

TEST_CASE("ten sentences are coded, and the file is the example's to the byte",
          "[author][coding]") {
  AuthorDesk desk = AtTheText();
  for (const Coded& one : kTen) Code(desk, one);
  const std::string golden = ReadFile(kGolden);
  // More fields, which the form has: whatever the example says of each claim besides.
  const auto root = io::ReadJson(golden);
  for (const io::JsonValue& claim : root->Find("claims")->items()) {
    const std::string id(claim.TextOf("id"));
    desk.Do(ShowForm{id});
    const auto set = [&](const std::string& path, std::string words) {
      desk.Do(EditField{path, std::move(words)});
      INFO(id << path);
      CHECK(desk.session.editing.problems.empty());
    };
    const auto list = [&](std::string_view field) {
      std::string words;
      if (const io::JsonValue* items = claim.Find(field))
        for (const io::JsonValue& item : items->items())
          words += (words.empty() ? "" : "; ") + item.text();
      return words;
    };
    for (const char* field : {"act", "basis", "asOf", "kind", "evidence"})
      set("/" + std::string(field), std::string(claim.TextOf(field)));
    for (const char* field : {"hedges", "topics", "inferred"})
      set("/" + std::string(field), list(field));
    set("/coding/confidence", std::string(claim.Find("coding")->TextOf("confidence")));
  }
  desk.Do(AddRecord{Table::kRelations});
  desk.Do(EditField{"/type", "attacks"});
  desk.Do(EditField{"/from", "c-lm-3"});
  desk.Do(EditField{"/to", "c-lm-1"});
  desk.Do(EditField{"/by", "Drivers’ union"});
  CHECK(desk.bytes() == golden);
  // And all of it can be undone.
  while (!desk.session.undo.empty()) desk.Do(Undo{});
  CHECK(desk.bytes() == test::UncodedNightBus(golden));
}

TEST_CASE("with keys alone a claim is coded, to the same bytes as by marks", "[author][coding]") {
  AuthorDesk marks = AtTheText();
  Code(marks, kTen[1]);

  AuthorDesk keys = AtTheText();
  // The title and the first sentence of the second paragraph go by.
  CHECK(keys.Key("s"));
  CHECK(Marked(keys) == "Night bus may stay, if others pay");
  CHECK(keys.Key("ArrowDown"));
  CHECK(keys.Key("ArrowDown"));
  CHECK(Marked(keys) == "Without new drivers, she added, the bus cannot run at all");
  CHECK(keys.Key("c"));
  REQUIRE(keys.session.focus == "code/who");
  keys.Type("ilse");
  CHECK(keys.Key("Enter"));  // The only one who is called so.
  keys.Do(Focus{"code/about"});
  keys.Type("the night b");
  CHECK(keys.Key("Enter"));
  keys.Type("only if new dri");
  CHECK(keys.Key("Enter"));
  keys.Do(Focus{"code/words"});
  keys.Type("Nothing runs unless somebody is hired.");
  CHECK(keys.session.coding.lines[2].taken == "will");  // Proposed from “cannot”.
  CHECK(keys.Key("Enter", true));
  REQUIRE(keys.data().claims.size() == 1);
  CHECK(keys.bytes() == marks.bytes());
}

TEST_CASE("a number and a ranking are typed as other lines are", "[author][coding]") {
  AuthorDesk desk = AtTheText();
  desk.Do(MarkStretch{701, 756});
  desk.Do(BeginClaim{});
  desk.Do(Focus{"code/about"});
  desk.Type("number riders of the night bus = about 400 people a weekend as of 2025");
  CHECK(desk.Key("Enter"));
  CHECK(desk.session.coding.lines[1].typed.empty());
  desk.Do(SetCodeField{CodeField::kFirm, "will"});
  desk.Do(Focus{"code/words"});
  desk.Type("Some four hundred riders a weekend.");
  CHECK(desk.Key("Enter", true));
  REQUIRE(desk.data().claims.size() == 1);
  CHECK(desk.data().claims[0].about.kind == AboutKind::kQuantity);
  desk.Do(MarkStretch{759, 817});
  desk.Do(BeginClaim{});
  desk.Do(Focus{"code/about"});
  desk.Type("rank the streets");
  CHECK(desk.Key("Enter"));
  desk.Type("over the bus is no");
  CHECK(desk.Key("Enter"));
  desk.Do(SetCodeField{CodeField::kFirm, "stated"});
  desk.Do(Focus{"code/words"});
  desk.Type("Deserted streets weigh more.");
  CHECK(desk.Key("Enter", true));
  REQUIRE(desk.data().claims.size() == 2);
  CHECK(desk.data().claims[1].about.kind == AboutKind::kComparison);
}

TEST_CASE("marks go from letter to letter, by words, sentences and letters", "[author][coding]") {
  AuthorDesk desk = AtTheText();
  desk.Do(MarkSentence{200});
  CHECK(Marked(desk) == "Without new drivers, she added, the bus cannot run at all");
  desk.Do(MoveMark{false, MarkBy::kWord, 2});
  CHECK(Marked(desk) == "drivers, she added, the bus cannot run at all");
  desk.Do(MoveMark{true, MarkBy::kWord, -3});
  CHECK(Marked(desk) == "drivers, she added, the bus cannot");
  desk.Do(MoveMark{true, MarkBy::kLetter, -3});
  CHECK(Marked(desk) == "drivers, she added, the bus can");
  desk.Do(MoveMark{true, MarkBy::kSentence, 1});
  CHECK(Marked(desk) == "drivers, she added, the bus cannot run at all");
  desk.Do(MarkStretch{207, 196});  // Backwards, within words.
  CHECK(Marked(desk) == "Without new drivers");
  CHECK(desk.Key("ArrowRight", true));
  CHECK(Marked(desk) == "Without new drivers, she");
  CHECK(desk.Key("ArrowLeft", true));
  CHECK(desk.Key("ArrowLeft", true));
  CHECK(Marked(desk) == "Without new");
  CHECK(desk.Key("ArrowRight", true, true));
  CHECK(Marked(desk) == "Without new drivers, she added, the bus cannot run at all");
}

TEST_CASE("what is missing is said at its field, and nothing is saved", "[author][coding]") {
  AuthorDesk desk = AtTheText();
  const std::string before = desk.bytes();
  desk.Do(MarkStretch{425, 467});
  desk.Do(BeginClaim{});
  CHECK(desk.session.coding.lines[2].taken == "likely");
  CHECK(desk.session.coding.hedges == std::vector<std::string>{"would probably"});
  desk.Do(SaveClaim{true});
  CHECK(desk.bytes() == before);
  CHECK(desk.session.focus == "code/about");
  CHECK_FALSE(desk.session.coding.problems[1].empty());
  // A statement that is only typed is not made: that is a decision.
  desk.Type("Nobody has said this");
  desk.Do(SaveClaim{true});
  CHECK(desk.bytes() == before);
  CHECK(desk.Key("Enter", true));
  desk.Do(SaveClaim{true});
  CHECK(desk.data().claims.size() == 1);
  CHECK(desk.data().Find("nobody-has-said-this"));
  // Its words are what it says.
  CHECK(desk.data().claims[0].gloss.find("Nobody has said this") != Text::npos);
  // The next sentence that has no claim is marked, and it is said.
  CHECK(Marked(desk).substr(0, 11) == "An official");
  CHECK(desk.session.announcement.find("c-lm-1") != std::string::npos);
  CHECK(desk.session.announcement.find("An official") != std::string::npos);
}

TEST_CASE("what is not finished is kept as a draft, and gone on with", "[author][coding]") {
  AuthorDesk desk = AtTheText();
  desk.Do(MarkStretch{592, 698});
  desk.Do(BeginClaim{});
  desk.Do(SetCodeField{CodeField::kAbout, "if the state mov"});
  CHECK(desk.Key("Escape"));
  CHECK(desk.data().claims.empty());
  CHECK(desk.data().passages.size() == 1);  // A place is complete by itself.
  const std::vector<DraftLines> drafts = DraftsOf(desk.library());
  REQUIRE(drafts.size() == 1);
  CHECK(drafts[0].id == "c-lm-1");
  CHECK(drafts[0].lines[1] == "if the state mov");
  CHECK_FALSE(desk.session.coding.writing);
  REQUIRE(desk.Find("code-side/draft/c-lm-1") != nullptr);
  desk.Press("code-side/draft/c-lm-1");
  CHECK(desk.session.coding.writing);
  CHECK(Marked(desk).substr(0, 12) == "The minister");
  desk.Do(TakeBack{CodeField::kAbout});
  desk.Do(TakeBack{CodeField::kAbout});
  desk.Do(SetCodeField{CodeField::kAbout, ""});
  while (!desk.session.coding.lines[1].taken.empty()) {
    desk.Do(TakeBack{CodeField::kAbout});
    desk.Do(SetCodeField{CodeField::kAbout, ""});
  }
  desk.Do(TakeMatch{CodeField::kAbout, "The minister pays for the drivers"});
  desk.Do(SetCodeField{CodeField::kFirm, "possible"});
  desk.Do(SaveClaim{false});
  REQUIRE(desk.data().claims.size() == 1);
  CHECK(desk.data().claims[0].id == "c-lm-1");
  CHECK(DraftsOf(desk.library()).empty());
  CHECK(desk.data().passages.size() == 1);
  desk.Do(Undo{});
  CHECK(DraftsOf(desk.library()).size() == 1);
}

TEST_CASE("what a claim changes is shown before it is saved", "[author][coding]") {
  AuthorDesk desk = AtTheText();
  const std::string before = desk.bytes();
  desk.Do(MarkStretch{34, 191});
  desk.Do(BeginClaim{});
  CHECK(desk.session.coding.lines[0].taken == "Ada Quist > Ilse Brandt");
  REQUIRE(desk.Find("code-aside/nothing") != nullptr);
  desk.Do(TakeMatch{CodeField::kAbout, kTen[0].about});
  desk.Do(SetCodeField{CodeField::kFirm, "will"});
  REQUIRE(desk.Find("code-aside/outcome") != nullptr);
  CHECK(desk.Find("code-aside/outcome")->name == "The night bus runs next year?");
  REQUIRE(desk.Find("code-aside/answer/1") != nullptr);
  CHECK(desk.Find("code-aside/answer/1")->name == "Ilse Brandt");
  CHECK(desk.bytes() == before);
  CHECK(desk.session.state.on.empty());
}

TEST_CASE("levels that do not go with what is said cannot be chosen", "[author][coding]") {
  AuthorDesk desk = AtTheText();
  desk.Do(MarkStretch{293, 328});
  desk.Do(BeginClaim{});
  desk.Do(TakeMatch{CodeField::kAbout, kTen[2].about});
  REQUIRE(desk.Find("code/firm/uncommitted") != nullptr);
  CHECK(desk.Find("code/firm/uncommitted")->disabled);
  CHECK_FALSE(desk.Find("code/firm/stated")->disabled);
  desk.Do(TakeBack{CodeField::kAbout});
  desk.Do(Focus{"code/firm/stated"});
  CHECK(desk.Key("7"));
  CHECK(desk.session.coding.lines[2].taken == "stated");
}

TEST_CASE("another text than the dataset knows is not coded in", "[author][coding]") {
  AuthorDesk desk(test::UncodedNightBus(ReadFile(kGolden)));
  desk.Do(ShowCode{true});
  REQUIRE(desk.Find("code/missing") != nullptr);
  desk.Do(OfferCopy{"d-bus", "other.txt", "Another text.\n\nNothing of it is known.\n"});
  desk.Do(AnswerCopy{CopyAnswer::kKeep});
  desk.Do(ShowCode{true});
  REQUIRE(desk.Find("code/missing") != nullptr);
  desk.Do(MarkSentence{0});
  CHECK_FALSE(desk.session.coding.mark.has_value());
}

TEST_CASE("for a draft that is opened what was written is kept", "[author][coding]") {
  AuthorDesk desk = AtTheText();
  desk.Do(MarkStretch{592, 698});
  desk.Do(BeginClaim{});
  desk.Do(SetCodeField{CodeField::kAbout, "if the state mov"});
  desk.Do(KeepDraft{});
  desk.Do(MarkStretch{425, 467});
  desk.Do(BeginClaim{});
  desk.Do(SetCodeField{CodeField::kAbout, "petrol gets"});
  desk.Do(OpenDraft{"c-lm-1"});
  CHECK(desk.session.coding.draft == "c-lm-1");
  CHECK(WholeLine(CodeField::kAbout, desk.session.coding.lines[1]) == "if the state mov");
  std::vector<DraftLines> drafts = DraftsOf(desk.library());
  REQUIRE(drafts.size() == 2);
  CHECK(drafts[1].lines[1] == "petrol gets");
  REQUIRE(drafts[1].passages.size() == 1);
  CHECK(desk.data()[drafts[1].passages[0]].start == 425);
  // Asked for again, it goes on as it is.
  desk.Do(SetCodeField{CodeField::kWords, "A condition."});
  desk.Do(OpenDraft{"c-lm-1"});
  CHECK(desk.session.coding.lines[3].typed == "A condition.");
}

TEST_CASE("a draft is left as it was found", "[author][coding]") {
  AuthorDesk desk = AtTheText();
  desk.Do(MarkStretch{592, 698});
  desk.Do(BeginClaim{});
  desk.Do(SetCodeField{CodeField::kAbout, "if the state mov"});
  desk.Do(KeepDraft{});
  desk.Do(OpenDraft{"c-lm-1"});
  REQUIRE(desk.session.coding.writing);
  const std::string before = desk.bytes();
  desk.Do(KeepDraft{});
  CHECK_FALSE(desk.session.coding.writing);
  CHECK(desk.bytes() == before);
}

TEST_CASE("a claim is tried aside when it changes, where there are not too many",
          "[author][coding]") {
  const auto write = [](AuthorDesk& desk) {
    desk.Do(MarkStretch{34, 191});
    desk.Do(BeginClaim{});
    desk.Do(TakeMatch{CodeField::kAbout, kTen[0].about});
    desk.Do(SetCodeField{CodeField::kFirm, "will"});
  };
  AuthorDesk desk = AtTheText();
  write(desk);
  CodeKept kept;
  const std::string hint = BuildCodeModel(desk.library(), desk.session, &kept).fields[3].hint;
  const std::shared_ptr<const Library> aside = kept.aside;
  REQUIRE(aside != nullptr);
  kept.made.problems[3] = "Made before.";
  const auto says = [&](const CodeModel& model, std::string_view words) {
    return std::any_of(model.checks.begin(), model.checks.end(), [&](const CodeCheck& check) {
      return check.words.find(words) != std::string::npos;
    });
  };
  const CodeModel again = BuildCodeModel(desk.library(), desk.session, &kept);
  CHECK(says(again, "Made before."));
  CHECK(again.fields[3].hint == hint);
  CHECK(kept.aside == aside);
  desk.Do(SetCodeField{CodeField::kWords, "It stays."});
  CHECK_FALSE(says(BuildCodeModel(desk.library(), desk.session, &kept), "Made before."));
  CHECK(kept.aside != aside);

  auto root = io::ReadJson(ReadFile(kGolden));
  REQUIRE(root.has_value());
  io::JsonValue claims = *root->Find("claims");
  for (int i = 0; i < 2000; ++i) {
    io::JsonValue claim = claims.items().front();
    claim.Set("id", "c-x-" + std::to_string(i));
    claims.Add(claim);
  }
  root->Set("claims", claims);
  AuthorDesk large = AtTheText(root->Write());
  write(large);
  CodeKept none;
  const CodeModel model = BuildCodeModel(large.library(), large.session, &none);
  CHECK(none.aside == nullptr);
  CHECK(says(model, "Nothing is missing"));
}

/// The same with a second text, shorter than the first, of which the coder has a copy as well.
AuthorDesk AtTwoTexts() {
  const std::string text = "Buses are few. Nights are long.";
  auto root = io::ReadJson(test::UncodedNightBus(ReadFile(kGolden)));
  REQUIRE(root.has_value());
  io::JsonValue documents = *root->Find("documents");
  io::JsonValue second = documents.items().front(), is = io::JsonValue::Object();
  is.Set("normalisation", "norm-1");
  is.Set("codePoints", *io::ReadJson(std::to_string(text.size())));
  is.Set("sha256", locate::TextDigest(ReadCodeText(Norm1(text), {}, "en").text));
  second.Set("id", "d-short");
  second.Set("text", is);
  documents.Add(second);
  root->Set("documents", documents);
  AuthorDesk desk(root->Write());
  desk.Do(ShowView{ViewId::kSources});
  desk.Do(OfferCopy{"d-bus", "night-bus.txt", ReadFile("tests/golden/night-bus/night-bus.txt")});
  desk.Do(OfferCopy{"d-short", "short.txt", text});
  desk.Do(SetCoder{"lm"});
  desk.Do(ShowDocument{"d-bus"});
  desk.Do(ShowCode{true});
  return desk;
}

TEST_CASE("a mark and what is written stay with their text", "[author][coding]") {
  AuthorDesk desk = AtTwoTexts();
  desk.Do(MarkStretch{592, 698});
  desk.Do(BeginClaim{});
  desk.Do(TakeMatch{CodeField::kAbout, "The minister pays for the drivers"});
  desk.Do(SetCodeField{CodeField::kFirm, "possible"});
  const std::string before = desk.bytes();
  const locate::Place marked = *desk.session.coding.mark;
  desk.Do(ShowDocument{"d-short"});
  REQUIRE(CodedCopy(desk.library(), desk.session) != nullptr);
  // In the other text nothing is marked or written, whatever is asked for.
  CHECK(desk.Find("code/save") == nullptr);
  CHECK(TypingOf(desk.library(), desk.session).find("d-bus") != std::string::npos);
  for (const char* key : {"ArrowLeft", "ArrowRight", "Escape"}) desk.Key(key);
  desk.Do(SaveClaim{false});
  desk.Do(KeepDraft{});
  desk.Do(DropMark{});
  CHECK(desk.bytes() == before);
  desk.Do(Back{});
  REQUIRE(desk.Find("code/save") != nullptr);
  CHECK(Marked(desk).substr(0, 12) == "The minister");
  // Who codes in the other text has a draft of what was written in the first.
  desk.Do(ShowDocument{"d-short"});
  desk.Do(MarkSentence{20});
  CHECK(Marked(desk) == "Nights are long");
  const std::vector<DraftLines> drafts = DraftsOf(desk.library());
  REQUIRE(drafts.size() == 1);
  CHECK(drafts[0].lines[1] == "The minister pays for the drivers");
  REQUIRE(drafts[0].passages.size() == 1);
  const Passage& passage = desk.data()[drafts[0].passages[0]];
  CHECK(desk.data()[passage.document].id == "d-bus");
  CHECK(passage.start == marked.start);
  CHECK(passage.end == marked.end);
}

TEST_CASE("sentences are buttons with their exact words, and every control has a name",
          "[author][coding]") {
  for (const float width : {1440.0f, 900.0f, 390.0f}) {
    AuthorDesk desk = AtTheText();
    desk.viewport.width = width;
    desk.viewport.coarse_pointer = width < 500;
    Code(desk, kTen[0]);
    desk.Do(StepSentence{1, true});
    const Item* sentence = desk.Find("code/s/2");
    REQUIRE(sentence != nullptr);
    const std::string words = sentence->name;
    CHECK(words == "Without new drivers, she added, the bus cannot run at all");
    CHECK(sentence->description == "Not coded");
    desk.Press("code/s/2");
    CHECK(Marked(desk) == words);
    CHECK(desk.Find("code/s/2")->selected == Tri::kYes);
    desk.Press("code/begin");
    for (const Panel& panel : desk.frame().panels)
      for (const Item& item : panel.scene.items)
        if (item.focusable()) {
          INFO(width << " " << item.id);
          CHECK_FALSE(item.name.empty());
          CHECK(item.rect.w > 0);
        }
    CHECK(desk.Find("code/save") != nullptr);
  }
}

}  // namespace
}  // namespace proviso::view

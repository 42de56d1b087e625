// What is being written stays, whatever else is done, and whenever the tab ends.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/author/coding.h"
#include "core/state/typing.h"
#include "core/state/update_author.h"
#include "tests/support/author_desk.h"
#include "tests/support/files.h"

namespace proviso::view {
namespace {

using test::AuthorDesk;
using test::ReadFile;

constexpr const char* kGolden = "tests/golden/night-bus/night-bus.json";
constexpr const char* kText = "tests/golden/night-bus/night-bus.txt";

AuthorDesk AtTheText(const std::string& bytes = test::UncodedNightBus(ReadFile(kGolden))) {
  AuthorDesk desk(bytes);
  desk.Do(OfferCopy{"d-bus", "night-bus.txt", ReadFile(kText)});
  desk.Do(SetCoder{"lm"});
  desk.Do(ShowCode{true});
  return desk;
}

/// The same text twice, as two documents.
AuthorDesk AtTwins() {
  auto root = io::ReadJson(test::UncodedNightBus(ReadFile(kGolden)));
  REQUIRE(root.has_value());
  io::JsonValue documents = *root->Find("documents");
  io::JsonValue twin = documents.items().front();
  twin.Set("id", "d-twin");
  documents.Add(twin);
  root->Set("documents", documents);
  AuthorDesk desk = AtTheText(root->Write());
  desk.Do(OfferCopy{"d-twin", "twin.txt", ReadFile(kText)});
  desk.Do(ShowDocument{"d-twin"});
  return desk;
}

TEST_CASE("a draft that is dropped takes no other claim with it", "[author][coding]") {
  AuthorDesk desk = AtTheText();
  desk.Do(MarkStretch{592, 698});
  desk.Do(BeginClaim{});
  desk.Do(SetCodeField{CodeField::kAbout, "if the state mov"});
  desk.Do(KeepDraft{});
  desk.Do(MarkStretch{425, 467});
  desk.Do(BeginClaim{});
  desk.Do(SetCodeField{CodeField::kAbout, "petrol gets"});
  desk.Do(DropDraft{"c-lm-1"});
  CHECK(DraftsOf(desk.library()).empty());
  CHECK(desk.session.coding.writing);
  CHECK(desk.session.coding.lines[1].typed == "petrol gets");
  // The one that is being written goes when it is dropped itself.
  desk.Do(KeepDraft{});
  REQUIRE(DraftsOf(desk.library()).size() == 1);
  const std::string id = DraftsOf(desk.library())[0].id;
  desk.Do(OpenDraft{id});
  desk.Do(DropDraft{id});
  CHECK_FALSE(desk.session.coding.writing);
  CHECK(DraftsOf(desk.library()).empty());
}

TEST_CASE("of two texts that become one what is written about the other is kept",
          "[author][coding]") {
  for (const bool same : {true, false}) {
    AuthorDesk desk = AtTwins();
    if (!same) {
      // As long, and other words: no place in it is one in the other.
      std::string text = ReadFile(kText);
      std::string dataset = desk.bytes();
      const std::string digest(desk.data()[DocumentId(0)].text.sha256);
      const std::size_t at = dataset.find(digest);
      REQUIRE(at != std::string::npos);
      dataset.replace(at, 4, digest.substr(0, 4) == "0000" ? "1111" : "0000");
      AuthorDesk other(dataset);
      other.Do(OfferCopy{"d-twin", "twin.txt", text});
      other.Do(SetCoder{"lm"});
      other.Do(ShowDocument{"d-twin"});
      other.Do(ShowCode{true});
      desk = std::move(other);
    }
    desk.Do(MarkStretch{592, 698});
    desk.Do(BeginClaim{});
    desk.Do(SetCodeField{CodeField::kAbout, "if the state mov"});
    REQUIRE(desk.session.coding.document == "d-twin");
    desk.Do(JoinRecords{"d-twin", "d-bus"});
    REQUIRE(desk.last_problems.empty());
    CHECK_FALSE(desk.data().Find("d-twin"));
    CHECK(desk.session.coding.document.empty());
    CHECK_FALSE(desk.session.coding.mark.has_value());
    CHECK_FALSE(desk.session.coding.writing);
    const std::vector<DraftLines> drafts = DraftsOf(desk.library());
    REQUIRE(drafts.size() == 1);
    CHECK(drafts[0].lines[1] == "if the state mov");
    REQUIRE(drafts[0].passages.size() == (same ? 1 : 0));
    if (same) {
      const Passage& passage = desk.data()[drafts[0].passages[0]];
      CHECK(desk.data()[passage.document].id == "d-bus");
      CHECK(passage.start == 592);
    }
    desk.frame();
    // One step, which leads back to both.
    desk.Do(Undo{});
    CHECK(desk.data().Find("d-twin"));
    CHECK(DraftsOf(desk.library()).empty());
  }
}

TEST_CASE("what is typed in a form goes from one visit to the next", "[author][form]") {
  AuthorDesk before = AtTheText();
  const std::string record = std::string(before.data().actors[0].id);
  before.Do(ShowForm{record});
  before.Do(Focus{"form/name"});
  before.Type("Ada Quist of the Gaz");
  const std::string typing = TypingOf(before.library(), before.session);
  CHECK(typing.find("Ada Quist of the Gaz") != std::string::npos);

  AuthorDesk after(before.bytes());
  after.Do(TakeTyping{typing});
  CHECK(after.session.editing.record == record);
  CHECK(after.session.focus == "form/name");
  REQUIRE(after.Find("form/name") != nullptr);
  CHECK(after.Find("form/name")->value == "Ada Quist of the Gaz");
  CHECK(TypingOf(after.library(), after.session) == typing);
  CHECK(after.data().actors[0].name != "Ada Quist of the Gaz");
  // It is taken when it is left, as ever.
  after.Do(ShowForm{});
  CHECK(after.data().actors[0].name == "Ada Quist of the Gaz");

  // A new record, together with a claim that is being written.
  before.Do(ShowForm{});
  before.Do(MarkStretch{34, 40});
  before.Do(BeginClaim{});
  before.Do(SetCodeField{CodeField::kAbout, "the night b"});
  before.Do(AddRecord{Table::kActors});
  before.Do(Focus{"form/name"});
  before.Type("Somebody n");
  const std::string both = TypingOf(before.library(), before.session);
  AuthorDesk next = AtTheText(before.bytes());
  next.Do(TakeTyping{both});
  CHECK(next.session.editing.fresh == Table::kActors);
  CHECK(next.session.editing.typed.at("/name") == "Somebody n");
  CHECK(next.session.coding.lines[1].typed == "the night b");

  // Nobody has to have written what is kept, and its record may be gone.
  for (const std::string& kept : {typing, both}) {
    for (std::size_t length = 0; length <= kept.size(); ++length) {
      AuthorDesk desk = AtTheText();
      desk.Do(TakeTyping{kept.substr(0, length)});
      desk.frame();
      std::string other = kept;
      if (length < other.size()) other[length] = '9';
      desk.Do(TakeTyping{other});
      desk.frame();
    }
  }
}

TEST_CASE("what is edited in another tab can be edited here instead", "[author]") {
  AuthorDesk desk = AtTheText();
  desk.Do(MarkStretch{34, 40});
  desk.Do(BeginClaim{});
  desk.Do(SetCodeField{CodeField::kAbout, "the night b"});
  // Another tab asks for it: nothing is written here any more, so that nothing is kept over it.
  desk.Do(AllowEditing{false, true});
  CHECK_FALSE(desk.session.coding.writing);
  CHECK(desk.session.coding.coder == "lm");
  REQUIRE(desk.session.notices.size() == 1);
  desk.Press("notices/take-over");
  CHECK(desk.session.taking_over);
  // It is left: there is nothing to be told any more.
  desk.Do(AllowEditing{true});
  CHECK(desk.session.notices.empty());
  CHECK(desk.session.coding.shown);
  CHECK_FALSE(desk.session.taking_over);
  CHECK(desk.Find("notices/take-over") == nullptr);
}

}  // namespace
}  // namespace proviso::view

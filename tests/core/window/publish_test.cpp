#include "core/pages/publish.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sha256.h"
#include "core/io/drafts.h"
#include "core/io/load.h"
#include "core/io/save.h"
#include "core/state/link_text.h"
#include "tests/support/author_desk.h"
#include "tests/support/files.h"
#include "tests/support/frame_faults.h"

namespace proviso::view {
namespace {

using test::AuthorDesk;
using test::ReadFile;

constexpr std::string_view kPage =
    "<!doctype html><!--[head--><!--head]--><main><!--[text--><!--text]--></main>"
    "<!--[data--><!--data]-->";

/// The night bus with a draft, before the dialog.
AuthorDesk Publishing(bool editing = true, bool draft = true) {
  auto root = io::ReadJson(ReadFile("tests/golden/night-bus/night-bus.json"));
  REQUIRE(root.has_value());
  if (draft)
    root->Set("x-drafts", *io::ReadJson(R"([{"id":"c-lm-99","record":{},"table":"claims",
                                             "typed":{"about":"if the state mov"}}])"));
  AuthorDesk desk(root->Write());
  desk.session.editing_allowed = editing;
  desk.session.host = {
      "https://example.org/p/", "https://example.org/p/d.json", "2026-11-25", {}, true, true};
  desk.Do(Publish{});
  return desk;
}

std::vector<Effect> Effects(AuthorDesk& desk, const Command& command) {
  std::vector<Effect> effects;
  Update(desk.library(), command, desk.session, effects);
  return effects;
}

TEST_CASE("what is published has no drafts, whichever way", "[view][publish]") {
  const AuthorDesk with = Publishing(), without = Publishing(true, false);
  const Library &a = with.library(), &b = without.library();
  REQUIRE(io::CountDrafts(a.dataset) == 1);
  CHECK(PageInOneFile(a, kPage, {}) == PageInOneFile(b, kPage, {}));
  CHECK(DataToPublish(a, "json") == io::Save(b.dataset));
  CHECK(DataToPublish(a, "csv") == DataToPublish(b, "csv"));
  CHECK(DataToPublish(a, "csv").find("c-lm-10") != std::string::npos);
  CHECK(DataToPublish(a, "pdf").empty());
}

TEST_CASE("the dialog says what goes in, and what it is cited as", "[view][publish]") {
  AuthorDesk desk = Publishing();
  REQUIRE(desk.Find("publish/row-drafts") != nullptr);
  CHECK(desk.Find("publish/row-drafts")->name == "1 draft is left out");
  REQUIRE(desk.Find("publish/row-d-bus") != nullptr);
  const Item* cited = desk.Find("publish/citation");
  REQUIRE(cited != nullptr);
  CHECK(cited->name.find(Sha256Hex(DataToPublish(desk.library(), "json"))) != std::string::npos);
  CHECK(cited->name.find(std::string(desk.data().info.title)) != std::string::npos);
  desk.Press("publish/do-d-bus");
  CHECK(desk.session.dialog == Dialog::kNone);
  CHECK(desk.session.editing.record == "d-bus");
}

TEST_CASE("title, description, authors and licence are edited there, as steps that undo takes back",
          "[view][publish]") {
  AuthorDesk desk = Publishing();
  const std::string before = desk.bytes();
  desk.Do(Focus{"form/title"});
  desk.Type("Will it run?");
  CHECK(desk.data().info.title != "Will it run?");
  desk.Do(Focus{"form/note"});
  CHECK(desk.data().info.title == "Will it run?");
  desk.Type("What is claimed of the night bus.");
  desk.Do(
      Focus{desk.data().info.creators.empty() ? "form/creators/-/name" : "form/creators/0/name"});
  CHECK(desk.data().info.note == "What is claimed of the night bus.");
  desk.Type("Lena Moor");
  CHECK(desk.Key("Enter"));
  REQUIRE(desk.data().info.creators.size() == 1);
  CHECK(desk.data().info.creators[0].name == "Lena Moor");
  REQUIRE(desk.Find("form/creators/0/orcid") != nullptr);
  desk.Press("publish/licence/CC0-1.0");
  CHECK(desk.data().info.licence == "CC0-1.0");
  CHECK(desk.Find("publish/citation")->name.find("Lena Moor") != std::string::npos);
  // What is no version stays, with what is wrong.
  desk.Do(Focus{"form/version"});
  desk.Type("the latest");
  desk.Do(Focus{"form/doi"});
  REQUIRE(desk.Find("form/version.problem") != nullptr);
  CHECK(desk.Find("form/version")->value == "the latest");
  desk.Do(ShowDialog{Dialog::kNone});
  CHECK_FALSE(desk.session.editing.info);
  while (!desk.session.undo.empty()) desk.Do(Undo{});
  CHECK(desk.bytes() == before);
}

TEST_CASE("whoever only reads publishes too, and edits nothing", "[view][publish]") {
  AuthorDesk desk = Publishing(false);
  CHECK(desk.Find("form/title") == nullptr);
  CHECK(desk.Find("publish/do-d-bus") == nullptr);
  REQUIRE(desk.Find("publish/save") != nullptr);
  CHECK(desk.Find("publish/save")->press->As<Save>()->what == Saved::kOneFile);
}

TEST_CASE("a page opens on the first view, or on what is looked at", "[view][publish]") {
  AuthorDesk desk = Publishing();
  desk.Do(ShowView{ViewId::kMap});
  desk.Do(Publish{});
  CHECK(Effects(desk, Save{Saved::kOneFile}).back().text.empty());
  desk.Press("publish/opens.now");
  const std::vector<Effect> effects = Effects(desk, Save{Saved::kOneFile});
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].kind == Effect::Kind::kSavePage);
  CHECK(effects[0].text == EncodeLink(desk.session.state));
  CHECK(effects[0].name == "night-bus.html");
  // Saved from elsewhere it is the same for everybody.
  desk.Do(ShowDialog{Dialog::kNone});
  CHECK(Effects(desk, Save{Saved::kOneFile}).back().text.empty());
}

TEST_CASE("what a page cannot make is a command to copy", "[view][publish]") {
  AuthorDesk desk = Publishing();
  desk.Press("publish/form.site");
  REQUIRE(desk.Find("publish/command") != nullptr);
  CHECK(desk.Find("publish/command")->name == "npx proviso publish night-bus.json -o night-bus");
  const Command copy = *desk.Find("publish/copy")->press;
  CHECK(copy.As<CopyText>()->text == desk.Find("publish/command")->name);
  desk.Press("publish/form.data");
  CHECK(desk.Find("publish/command")->name ==
        "npx proviso publish night-bus.json --data night-bus-data.zip");
  const std::vector<Effect> effects = Effects(desk, Save{Saved::kClaims});
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].name == "night-bus-claims.csv");
}

TEST_CASE("keys lead through the dialog, and arrows choose", "[view][publish]") {
  AuthorDesk desk = Publishing();
  desk.Do(Focus{"publish/form.file"});
  CHECK(desk.Key("ArrowRight"));
  CHECK(desk.session.focus == "publish/form.site");
  CHECK(desk.session.publishing.form == PublishForm::kSite);
  CHECK(desk.Key("ArrowLeft"));
  std::vector<std::string> stops;
  for (int i = 0; i < 30 && !desk.session.focus.empty(); ++i) {
    stops.push_back(desk.session.focus);
    desk.Key("Tab");
  }
  for (const char* stop : {"publish/do-drafts", "publish/do-d-bus", "form/title", "form/note",
                           "form/version", "form/doi", "publish/save"}) {
    INFO(stop);
    CHECK(std::find(stops.begin(), stops.end(), stop) != stops.end());
  }
}

TEST_CASE("the dialog has room at every size", "[view][publish]") {
  for (const auto& [width, height] : {std::pair{1440.0f, 900.0f}, std::pair{1000.0f, 700.0f},
                                      std::pair{700.0f, 900.0f}, std::pair{390.0f, 844.0f}})
    for (const int percent : {100, 200})
      for (const PublishForm form :
           {PublishForm::kOneFile, PublishForm::kSite, PublishForm::kData}) {
        AuthorDesk desk = Publishing();
        desk.viewport.width = width;
        desk.viewport.height = height;
        desk.viewport.coarse_pointer = width < 700;
        desk.Do(SetTextPercent{percent});
        desk.Do(Publish{{form, false}});
        INFO(width << " " << percent << " " << static_cast<int>(form));
        CHECK(test::First(test::Faults(desk.frame(), TableMeasure())).empty());
      }
}

TEST_CASE("Ctrl S saves what is edited, and is the browser's elsewhere", "[view][keys]") {
  AuthorDesk desk = Publishing();
  desk.Do(ShowDialog{Dialog::kNone});
  const auto on_key = [&desk] {
    KeyPress key{"s", false, true, false, false};
    return OnKey(desk.library(), desk.session, desk.frame(), key);
  };
  CHECK(on_key().empty());
  desk.Do(ShowForm{"d-bus"});
  REQUIRE(on_key().size() == 1);
  CHECK(on_key()[0].As<Save>()->what == Saved::kDataset);
  desk.Do(ShowForm{});
  desk.Do(ShowCode{true});
  CHECK(on_key().size() == 1);
  desk.Do(AllowEditing{false});
  CHECK(on_key().empty());
}

}  // namespace
}  // namespace proviso::view

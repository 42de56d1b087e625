#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <vector>

#include "core/merge/diff.h"
#include "core/voice/answer_changes.h"
#include "core/window/dialogs/versions_model.h"
#include "core/window/parts.h"
#include "tests/support/author_desk.h"
#include "tests/support/files.h"
#include "tests/support/frame_faults.h"

namespace proviso::view {
namespace {

using test::AuthorDesk;
using test::ReadFile;

std::shared_ptr<Library> LibraryOf(const std::string& bytes) {
  auto loaded = io::Load(bytes);
  REQUIRE(loaded.ok());
  return std::make_shared<Library>(std::move(loaded->dataset));
}

std::string Sample() { return ReadFile("data/samples/council.json"); }

/// The same dataset with other records: a level is another one, a claim is gone, an actor is new,
/// and the author says how likely the outcome is.
std::string Changed() {
  AuthorDesk desk(Sample());
  std::string level;
  for (const Claim& claim : desk.data().claims)
    if (level.empty() && claim.modality == Modality::kLikely) level = claim.id;
  REQUIRE_FALSE(level.empty());
  auto edited = edit::Apply(
      desk.data(),
      std::vector<edit::Step>{
          edit::Set{level, "/modality", "\"possible\""},
          edit::Set{std::string(desk.data().actors[0].id), "/name", "\"Somebody renamed\""},
          edit::Put{Table::kClaims,
                    R"({"id":"c-new","passages":[")" + std::string(desk.data().passages[0].id) +
                        R"("],"attribution":[{"actor":"a-clerk","stance":"asserts"}],
                           "about":{"proposition":"stays-closed"},"modality":"likely",
                           "gloss":"The street stays closed, the clerk expects."})"},
          edit::Put{Table::kActors, R"({"id":"k-new","kind":"person","name":"Newly Named"})"},
          edit::Remove{std::string(desk.data().claims.back().id), true}});
  REQUIRE(edited.ok());
  return edited->bytes;
}

AuthorDesk Comparing(const std::string& other) {
  AuthorDesk desk(Sample());
  desk.Do(TakeVersion{LibraryOf(other), "later.json"});
  return desk;
}

/// Every record that the model lists, as `proviso diff` names it.
std::vector<std::string> Listed(const VersionsModel& model) {
  std::vector<std::string> keys;
  for (const VersionGroup& group : model.groups)
    for (const VersionRow& row : group.rows) keys.push_back(row.key);
  return keys;
}

TEST_CASE("a second version is told by the records that diff lists, and their fields in words",
          "[view][versions]") {
  AuthorDesk desk = Comparing(Changed());
  CHECK(desk.session.dialog == Dialog::kVersions);
  const VersionsModel model = BuildVersionsModel(desk.library(), desk.session);
  std::vector<std::string> told;
  for (const merge::RecordChange& change :
       merge::Diff(desk.data(), desk.session.versions.other->dataset))
    told.push_back(change.id.empty() ? change.table : change.id);
  CHECK(Listed(model) == told);
  REQUIRE(told.size() >= 4);
  CHECK_FALSE(model.same);
  std::string all;
  bool renamed = false, levelled = false;
  for (const VersionGroup& group : model.groups)
    for (const VersionRow& row : group.rows)
      for (const VersionField& field : row.fields) {
        INFO(field.label << ": " << field.before << " → " << field.after);
        CHECK(field.before != field.after);
        all += field.label + ": " + field.before + " → " + field.after + "\n";
        CHECK(field.before.find('{') == std::string::npos);
        renamed |= field.after == "Somebody renamed";
        levelled |= row.kind == VersionRow::Kind::kChanged && field.before == "Likely" &&
                    field.after == "Possible";
      }
  CHECK(renamed);
  INFO(all);
  CHECK(levelled);
}

TEST_CASE("which answers differ is told, as diff tells it, and leads to the reasons",
          "[view][versions]") {
  AuthorDesk desk = Comparing(Changed());
  const VersionsModel model = BuildVersionsModel(desk.library(), desk.session);
  const auto changes = AnswerChanges(desk.library(), *desk.session.versions.other);
  REQUIRE(changes.size() == model.answers.size());
  REQUIRE_FALSE(changes.empty());
  for (std::size_t i = 0; i < changes.size(); ++i) {
    CHECK(model.answers[i].before == changes[i].before);
    CHECK(model.answers[i].after == changes[i].after);
  }
  // Here to its reasons; where the voice is in the other file alone, to it there.
  for (std::size_t i = 0; i < changes.size(); ++i) {
    INFO(changes[i].path);
    if (changes[i].before.empty()) {
      REQUIRE(model.answers[i].go.Is<OpenOther>());
      CHECK(desk.session.versions.other->dataset.Find(model.answers[i].go.As<OpenOther>()->record));
    } else {
      REQUIRE(model.answers[i].go.Is<SetState>());
      CHECK(model.answers[i].go.As<SetState>()->state.why == changes[i].path);
    }
  }
  REQUIRE(desk.Find("versions/answer/1/go") != nullptr);
}

TEST_CASE("answers are compared under what is supposed, and that is said", "[view][versions]") {
  AuthorDesk desk = Comparing(Changed());
  std::string lever;
  for (const Proposition& one : desk.data().propositions)
    if (one.role == Role::kLever && lever.empty()) lever = one.id;
  REQUIRE_FALSE(lever.empty());
  desk.session.state.on = {lever};
  const VersionsModel model = BuildVersionsModel(desk.library(), desk.session);
  CHECK_FALSE(model.answers_note.empty());
  const auto changes = AnswerChanges(desk.library(), *desk.session.versions.other, {lever});
  CHECK(model.answers.size() == changes.size());
}

TEST_CASE("turned round, what was new is gone", "[view][versions]") {
  AuthorDesk desk = Comparing(Changed());
  const auto kind_of = [&desk](std::string_view key) {
    const VersionsModel model = BuildVersionsModel(desk.library(), desk.session);
    for (const VersionGroup& group : model.groups)
      for (const VersionRow& row : group.rows)
        if (row.key == key) return row.kind;
    FAIL("not listed");
    return VersionRow::Kind::kChanged;
  };
  CHECK(kind_of("k-new") == VersionRow::Kind::kNew);
  desk.Press("versions/order/earlier");
  CHECK(kind_of("k-new") == VersionRow::Kind::kGone);
}

TEST_CASE("each record leads to itself: here, or in the other file", "[view][versions]") {
  AuthorDesk desk = Comparing(Changed());
  const VersionsModel model = BuildVersionsModel(desk.library(), desk.session);
  for (const VersionGroup& group : model.groups)
    for (const VersionRow& row : group.rows) {
      INFO(row.key);
      if (group.key == "dataset" || group.key == "more") continue;
      const bool here = static_cast<bool>(desk.data().Find(row.key));
      CHECK(row.here == here);
      if (here) {
        REQUIRE(row.go.Is<Select>());
        CHECK(row.go.As<Select>()->id == row.key);
      } else {
        REQUIRE(row.go.Is<OpenOther>());
        CHECK(row.go.As<OpenOther>()->record == row.key);
        CHECK(row.note.find("later.json") != std::string::npos);
      }
    }
  const std::string actor(desk.data().actors[0].id);
  desk.Press("versions/actors/" + actor + "/go");
  CHECK(desk.session.dialog == Dialog::kNone);
  CHECK(desk.session.state.selection == actor);
  // And back to the comparison.
  desk.Do(ShowDialog{Dialog::kVersions});
  std::vector<Effect> effects;
  Update(desk.library(), OpenOther{"k-new"}, desk.session, effects);
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].kind == Effect::Kind::kOpenOther);
  CHECK(effects[0].text == "k-new");
}

TEST_CASE("the same file differs in nothing, and that is said", "[view][versions]") {
  AuthorDesk desk = Comparing(Sample());
  const VersionsModel model = BuildVersionsModel(desk.library(), desk.session);
  CHECK(model.same);
  CHECK(model.groups.empty());
  CHECK(model.answers.empty());
  CHECK(desk.Find("versions/order") == nullptr);
  CHECK(desk.Find("versions/counts")->name == "Nothing differs: both have the same digest.");
}

TEST_CASE("another dataset is called that", "[view][versions]") {
  AuthorDesk desk = Comparing(ReadFile("data/samples/court.json"));
  const VersionsModel model = BuildVersionsModel(desk.library(), desk.session);
  CHECK_FALSE(model.warning.empty());
  REQUIRE(desk.Find("versions/warning") != nullptr);
}

TEST_CASE("what is edited meanwhile is in the comparison", "[view][versions]") {
  AuthorDesk desk = Comparing(Sample());
  CHECK(BuildVersionsModel(desk.library(), desk.session).same);
  desk.Do(ShowDialog{Dialog::kNone});
  const std::string actor(desk.data().actors[0].id);
  desk.Do(ShowForm{actor});
  desk.Do(EditField{"/name", "Another name"});
  desk.Do(ShowDialog{Dialog::kVersions});
  REQUIRE(desk.Find("versions/actors/" + actor + "/go") != nullptr);
  desk.Do(ShowDialog{Dialog::kNone});
  desk.Do(Undo{});
  desk.Do(ShowDialog{Dialog::kVersions});
  CHECK(desk.Find("versions/actors/" + actor + "/go") == nullptr);
}

TEST_CASE("of many records the first are listed, and how many more are told", "[view][versions]") {
  AuthorDesk desk(ReadFile("data/samples/minimal.json"));
  desk.Do(TakeVersion{LibraryOf(ReadFile("data/china-military-aid.json")), "large.json"});
  VersionsModel model = BuildVersionsModel(desk.library(), desk.session);
  const std::size_t most = desk.session.versions.most;
  CHECK(Listed(model).size() == most);
  REQUIRE(model.hidden > 0);
  const std::size_t hidden = model.hidden;
  desk.Press("versions/more");
  model = BuildVersionsModel(desk.library(), desk.session);
  CHECK(Listed(model).size() + model.hidden == most + hidden);
  CHECK(model.hidden < hidden);
}

TEST_CASE("the comparison has room at every size, and keys lead through it", "[view][versions]") {
  for (const auto& [width, height] : {std::pair{1440.0f, 900.0f}, std::pair{1280.0f, 800.0f},
                                      std::pair{700.0f, 900.0f}, std::pair{390.0f, 844.0f}})
    for (const int percent : {100, 200})
      for (const bool other : {false, true}) {
        AuthorDesk desk = Comparing(other ? ReadFile("data/samples/court.json") : Changed());
        desk.viewport.width = width;
        desk.viewport.height = height;
        desk.viewport.coarse_pointer = width < 700;
        desk.Do(SetTextPercent{percent});
        INFO(width << " " << percent << " " << other);
        CHECK(test::First(test::Faults(desk.frame(), TableMeasure())) == "");
      }
  AuthorDesk desk = Comparing(Changed());
  std::vector<std::string> stops;
  desk.Do(Focus{"dialog/close"});
  for (int i = 0; i < 60; ++i) {
    stops.push_back(desk.session.focus);
    desk.Key("Tab");
  }
  for (const char* stop : {"versions/order/later", "versions/answer/1/go", "versions/close"}) {
    INFO(stop);
    CHECK(std::find(stops.begin(), stops.end(), stop) != stops.end());
  }
  CHECK(desk.Key("Escape"));
  CHECK(desk.session.dialog == Dialog::kNone);
}

TEST_CASE("who only reads compares versions too", "[view][versions]") {
  AuthorDesk desk = Comparing(Changed());
  desk.session.editing_allowed = false;
  CHECK(desk.Find("versions/counts") != nullptr);
  const Parts parts = PartsFor(desk.library(), desk.session, desk.viewport);
  CHECK(std::find(parts.begin(), parts.end(), kCodingsPart) != parts.end());
  CHECK(std::find(parts.begin(), parts.end(), kAuthorPart) != parts.end());
}

TEST_CASE("both versions are worded in the language that is spoken", "[view][versions]") {
  const auto words = Catalogue::Read(ReadFile("web/words/de.json"));
  REQUIRE(words.ok());
  const auto told = [](const Library& open, const std::shared_ptr<Library>& other) {
    Session session;
    session.versions.other = other;
    std::string all;
    for (const VersionGroup& group : BuildVersionsModel(open, session).groups)
      for (const VersionRow& row : group.rows)
        for (const VersionField& field : row.fields)
          all += field.label + ": " + field.before + " / " + field.after + "\n";
    return all;
  };
  const std::shared_ptr<Library> open = LibraryOf(Sample()), other = LibraryOf(Changed());
  const std::string english = told(*open, other);
  open->say = Say(*words);
  const std::string german = told(*open, other);
  CHECK(german != english);
  // As if it had been opened in that language.
  const std::shared_ptr<Library> anew = LibraryOf(Changed());
  anew->say = Say(*words);
  CHECK(german == told(*open, anew));
}

}  // namespace
}  // namespace proviso::view

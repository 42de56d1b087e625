#include "core/views/compare/codings.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <vector>

#include "core/io/drafts.h"
#include "core/merge/merge.h"
#include "core/state/typing.h"
#include "core/window/parts.h"
#include "tests/support/author_desk.h"
#include "tests/support/files.h"
#include "tests/support/frame_faults.h"

namespace proviso::view {
namespace {

using test::AuthorDesk;
using test::ReadFile;

std::shared_ptr<const Library> Coding(const std::string& path) {
  auto loaded = io::Load(ReadFile(path));
  REQUIRE(loaded.ok());
  return std::make_shared<const Library>(std::move(loaded->dataset));
}
std::string Golden(const char* name) { return std::string("tests/golden/night-bus/") + name; }

void Merge(AuthorDesk& desk, const std::string& path) {
  auto own = io::Load(desk.bytes());
  REQUIRE(own.ok());
  desk.Do(MergeCoding{std::make_shared<const Library>(std::move(own->dataset)), Coding(path),
                      "km.json"});
}

/// The night bus of one coder, merged with that of another.
AuthorDesk Merging() {
  AuthorDesk desk(ReadFile(Golden("night-bus.json")));
  Merge(desk, Golden("night-bus-km.json"));
  return desk;
}

CodingsModel Model(AuthorDesk& desk) { return BuildCodingsModel(desk.library(), desk.session); }

std::size_t Count(const CodingsModel& model, CodingsTab tab) {
  return model.tabs[static_cast<std::size_t>(tab)].count;
}

/// The first row that is to be decided, of a pair or of one side alone.
std::string FirstRow(AuthorDesk& desk, bool alone) {
  for (const CodingRow& row : Model(desk).rows)
    if (row.state == CodingRow::State::kToDecide && row.alone == alone) return row.id;
  FAIL("no such row");
  return {};
}

TEST_CASE("a colleague's file is merged as the command line merges it", "[view][codings]") {
  AuthorDesk desk = Merging();
  const auto one = io::Load(ReadFile(Golden("night-bus.json")));
  const auto two = io::Load(ReadFile(Golden("night-bus-km.json")));
  const auto merged = merge::Merge(one->dataset, two->dataset, {});
  REQUIRE(merged.ok());
  CHECK(desk.bytes() == merged->bytes);
  CHECK(desk.session.codings.shown);
  CHECK(desk.session.state.view == ViewId::kCompare);
  CHECK(desk.session.announcement.find("decided") != std::string::npos);
  const CodingsModel model = Model(desk);
  CHECK(model.side_a == "lm");
  CHECK(model.side_b == "km");
  CHECK(Count(model, CodingsTab::kToDecide) == merged->undecided);
  CHECK(Count(model, CodingsTab::kSame) == merged->same);
  CHECK(Count(model, CodingsTab::kDecided) == 0);
  CHECK(Count(model, CodingsTab::kAll) == merged->undecided + merged->same);
  CHECK(model.rows.size() == merged->undecided);
}

TEST_CASE("the figures are those of agree, and stay while somebody decides", "[view][codings]") {
  AuthorDesk desk = Merging();
  const auto told = [&desk] {
    std::string all;
    for (const CodingFigure& figure : Model(desk).figures)
      all += figure.label + ": " + figure.words + ", " + figure.note + "\n";
    return all;
  };
  const std::string before = told();
  CHECK(before.find("Matched: 9 pairs, 1 only lm, 1 only km: 10 % unmatched") != std::string::npos);
  CHECK(before.find("Voice: 8 of 9, alpha 0.87") != std::string::npos);
  CHECK(before.find("How firmly: 6 of 7, alpha 0.98") != std::string::npos);
  CHECK(before.find("So or not so: 9 of 9, alpha 1.00") != std::string::npos);
  desk.Press("codings/" + FirstRow(desk, false) + "/b");
  CHECK(told() == before);
}

TEST_CASE("a pair is decided for either side, for both, or left out; Undo takes each back",
          "[view][codings]") {
  for (const char* button : {"a", "b", "both", "out"}) {
    INFO(button);
    AuthorDesk desk = Merging();
    const std::string merged = desk.bytes();
    const std::size_t open = Count(Model(desk), CodingsTab::kToDecide);
    const std::size_t claims = desk.data().claims.size();
    const std::string row = FirstRow(desk, false);
    desk.Press("codings/" + row + "/" + button);
    CHECK(desk.last_problems.empty());
    CHECK(Count(Model(desk), CodingsTab::kToDecide) == open - 1);
    const std::size_t more = std::string(button) == "both"  ? 2u
                             : std::string(button) == "out" ? 0u
                                                            : 1u;
    CHECK(desk.data().claims.size() == claims + more);
    CHECK(desk.session.announcement.find("“") != std::string::npos);
    // The focus stays in the list.
    desk.frame();
    CHECK(desk.session.focus.find("codings/") == 0);
    desk.Do(Undo{});
    CHECK(desk.bytes() == merged);
    CHECK(Count(Model(desk), CodingsTab::kToDecide) == open);
  }
}

TEST_CASE("a claim that one has alone is kept or left out, and stays on record",
          "[view][codings]") {
  AuthorDesk desk = Merging();
  const std::string row = FirstRow(desk, true);
  desk.Press("codings/" + row + "/keep");
  REQUIRE(desk.data().Find(row));
  CHECK(desk.data().claims[desk.data().Find(row).index].extensions.find("x-decided") != Text::npos);
  const std::string other = FirstRow(desk, true);
  desk.Press("codings/" + other + "/out");
  CHECK_FALSE(desk.data().Find(other));
  desk.Do(ShowCodings{true, CodingsTab::kDecided});
  const CodingsModel model = Model(desk);
  REQUIRE(model.rows.size() == 2);
  CHECK(std::count_if(model.rows.begin(), model.rows.end(), [](const CodingRow& one) {
          return one.state == CodingRow::State::kLeftOut;
        }) == 1);
}

TEST_CASE("merging is one step of undo, and leads back to the first coding", "[view][codings]") {
  AuthorDesk desk(ReadFile(Golden("night-bus.json")));
  const std::string before = desk.bytes();
  Merge(desk, Golden("night-bus-km.json"));
  REQUIRE(desk.bytes() != before);
  desk.Do(Undo{});
  CHECK(desk.bytes() == before);
  CHECK_FALSE(Model(desk).merged);
  CHECK(desk.session.state.view != ViewId::kCompare);
  desk.Do(ShowView{ViewId::kCompare});
  CHECK_FALSE(IsMerging(desk.session));
  desk.Do(ShowCodings{true});
  REQUIRE(desk.Find("codings/empty") != nullptr);
  desk.Do(Undo{});
  desk.Do(Redo{});
  desk.Do(Redo{});
  desk.Do(Redo{});
  CHECK(io::HasDrafts(desk.data()) == Model(desk).merged);
}

TEST_CASE("what is not decided is in no answer, and is not published", "[view][codings]") {
  AuthorDesk desk = Merging();
  const std::size_t claims = desk.data().claims.size();
  const auto data = io::LoadWithoutDrafts(desk.data());
  REQUIRE(data.ok());
  CHECK(data->dataset.claims.size() == claims);
}

TEST_CASE("saved and opened again, the rest can still be decided", "[view][codings]") {
  AuthorDesk first = Merging();
  first.Press("codings/" + FirstRow(first, false) + "/a");
  AuthorDesk desk(first.bytes());
  desk.Do(ShowCodings{true});
  const CodingsModel model = Model(desk);
  CHECK(model.merged);
  CHECK(model.figures.empty());
  CHECK_FALSE(model.figures_note.empty());
  CHECK(Count(model, CodingsTab::kToDecide) == Count(Model(first), CodingsTab::kToDecide));
  CHECK(Count(model, CodingsTab::kDecided) == 1);
  while (!Model(desk).rows.empty()) {
    const CodingRow row = Model(desk).rows.front();
    desk.Press("codings/" + row.id + "/" + (row.alone ? "keep" : "b"));
  }
  CHECK(io::CountDrafts(desk.data()) == 0);
  CHECK(desk.Find("codings/empty") != nullptr);
}

TEST_CASE("keys alone decide a merge", "[view][codings]") {
  AuthorDesk desk = Merging();
  std::size_t open = Count(Model(desk), CodingsTab::kToDecide);
  CHECK(desk.Key("n"));
  const std::string first = desk.session.focus;
  CHECK(desk.Key("n"));
  CHECK(desk.session.focus != first);
  for (const char* key : {"a", "b", "k", "a", "b", "a", "b"}) {
    if (open == 0) break;
    const std::size_t before = open;
    desk.Key(key);
    open = Count(Model(desk), CodingsTab::kToDecide);
    CHECK(open <= before);
  }
  for (int i = 0; i < 40 && open > 0; ++i) {
    desk.Key(i % 2 == 0 ? "a" : "b");
    open = Count(Model(desk), CodingsTab::kToDecide);
  }
  CHECK(open == 0);
  // Where single keys are off they do nothing.
  AuthorDesk quiet = Merging();
  quiet.session.single_keys = false;
  const std::string bytes = quiet.bytes();
  quiet.Key("a");
  CHECK(quiet.bytes() == bytes);
}

TEST_CASE("the same file, another dataset and a broken reading are told in words",
          "[view][codings]") {
  AuthorDesk desk(ReadFile(Golden("night-bus.json")));
  const std::string before = desk.bytes();
  Merge(desk, Golden("night-bus.json"));
  CHECK(desk.bytes() == before);
  REQUIRE(desk.session.notices.size() == 1);
  CHECK(desk.session.notices[0].find("nothing is merged") != std::string::npos);
  Merge(desk, "data/samples/court.json");
  CHECK(desk.bytes() == before);
  REQUIRE(desk.session.notices.size() == 2);
  CHECK(desk.session.notices[1].find("not merged") != std::string::npos);
  CHECK_FALSE(desk.session.codings.shown);

  AuthorDesk merged = Merging();
  auto root = io::ReadJson(merged.bytes());
  REQUIRE(root.has_value());
  root->Find("x-drafts")
      ->Add(*io::ReadJson(
          R"({"id":"c-x","table":"claims","choice":{"a":{"gloss":"Broken","about":7},"b":3,"differs":9}})"));
  AuthorDesk broken(root->Write());
  broken.Do(ShowCodings{true});
  const CodingsModel model = Model(broken);
  CHECK(Count(model, CodingsTab::kToDecide) == Count(Model(merged), CodingsTab::kToDecide) + 1);
  REQUIRE(broken.Find("codings/c-x/a") != nullptr);
  const std::string bytes = broken.bytes();
  broken.Press("codings/c-x/a");
  CHECK(broken.bytes() == bytes);
  CHECK_FALSE(broken.session.notices.empty());
  broken.Press("codings/c-x/out");
  CHECK(broken.Find("codings/c-x/a") == nullptr);
}

/// What `x-decided` of a claim says.
io::JsonValue DecidedOf(AuthorDesk& desk, const std::string& id) {
  const RecordRef record = desk.data().Find(id);
  REQUIRE(record);
  const auto members = io::ReadJson(desk.data().claims[record.index].extensions);
  REQUIRE(members.has_value());
  REQUIRE(members->Find("x-decided") != nullptr);
  return *members->Find("x-decided");
}

TEST_CASE("a version that is neither coder's is written by keys, waits, and is taken",
          "[view][codings]") {
  AuthorDesk desk = Merging();
  const std::string merged = desk.bytes();
  const std::size_t claims = desk.data().claims.size();
  const std::string row = FirstRow(desk, false);
  desk.Do(Focus{"codings/" + row + "/a"});
  REQUIRE(desk.Key("w"));
  // Both readings stand beside the form, and nothing has changed.
  REQUIRE(desk.Find("form/reading-a") != nullptr);
  REQUIRE(desk.Find("form/reading-b") != nullptr);
  CHECK(desk.bytes() == merged);
  CHECK(desk.Find("form/take") == nullptr);
  CHECK(desk.session.focus == "form/gloss");
  desk.Type("Neither of the two has it like this.");
  REQUIRE(desk.Key("Enter"));
  CHECK(desk.last_problems.empty());
  // In no answer, and kept with the pair.
  CHECK(desk.data().claims.size() == claims);
  CHECK(desk.bytes().find("Neither of the two has it like this.") != std::string::npos);
  desk.Do(EditField{"/modality", "possible"});
  CHECK(desk.session.editing.problems.empty());
  // Behind the form no letter decides anything.
  const std::string waits = desk.bytes();
  desk.Do(Focus{"form/done"});
  desk.Key("a");
  CHECK(desk.bytes() == waits);
  // Left, the row tells of it; opened again, it is as it was.
  CHECK(desk.Key("Escape"));
  CHECK(desk.session.focus == "codings/" + row + "/write");
  REQUIRE(desk.Find("codings/" + row + "/own-words") != nullptr);
  desk.Press("codings/" + row + "/write");
  REQUIRE(desk.Find("form/gloss") != nullptr);
  CHECK(desk.Find("form/gloss")->value == "Neither of the two has it like this.");
  desk.Press("form/take");
  CHECK(desk.last_problems.empty());
  CHECK_FALSE(desk.session.editing.shown());
  CHECK(desk.data().claims.size() == claims + 1);
  const Claim& claim = desk.data().claims[desk.data().Find(row).index];
  CHECK(claim.gloss == "Neither of the two has it like this.");
  CHECK(claim.modality == Modality::kPossible);
  // What both had is on record.
  const io::JsonValue decided = DecidedOf(desk, row);
  CHECK(decided.TextOf("took") == "written");
  const io::JsonValue* differs = decided.Find("differs");
  REQUIRE(differs != nullptr);
  for (const char* field : {"gloss", "modality"}) {
    INFO(field);
    REQUIRE(differs->Find(field) != nullptr);
    CHECK(differs->Find(field)->items().size() == 2);
  }
  desk.Do(ShowCodings{true, CodingsTab::kDecided});
  REQUIRE(Model(desk).rows.size() == 1);
  CHECK(Model(desk).rows[0].written.there);
  CHECK(Model(desk).rows[0].verdict == "written anew");
  REQUIRE(desk.Find("codings/" + row + "/written") != nullptr);
  // All of it can be undone, step by step.
  desk.Do(Undo{});
  CHECK(desk.data().claims.size() == claims);
  CHECK(desk.bytes() == waits);
  while (desk.bytes() != merged && !desk.session.undo.empty()) desk.Do(Undo{});
  CHECK(desk.bytes() == merged);
}

TEST_CASE("a version of one's own can begin from either, and what cannot be read is not taken",
          "[view][codings]") {
  AuthorDesk desk = Merging();
  const std::string row = FirstRow(desk, false);
  desk.Press("codings/" + row + "/write");
  const std::string of_a = desk.Find("form/gloss")->value;
  desk.Press("form/reading-b.begin");
  const std::string of_b = desk.Find("form/gloss")->value;
  CHECK(of_a != of_b);
  desk.Do(Focus{"form/about"});
  desk.Type("if and then");
  CHECK(desk.Key("Enter"));
  REQUIRE_FALSE(desk.session.editing.problems.empty());
  const std::string before = desk.bytes();
  desk.Press("form/take");
  CHECK(desk.bytes() == before);
  CHECK_FALSE(desk.session.announcement.empty());
  CHECK(desk.session.focus == "form/about");
  CHECK(desk.Find("form/about")->value == "if and then");
  // Where one coding is alone, its reading is what one begins from.
  desk.Do(ShowForm{});
  const std::string lone = FirstRow(desk, true);
  desk.Press("codings/" + lone + "/write");
  desk.Do(Focus{"form/gloss"});
  desk.Type("Written for what one has alone.");
  CHECK(desk.Key("Enter"));
  desk.Press("form/take");
  CHECK(DecidedOf(desk, lone).TextOf("took") == "written");
  // Of what nobody has written, nothing is taken.
  const std::string other = FirstRow(desk, false);
  const std::string bytes = desk.bytes();
  desk.Do(DecidePair{other, CodingTaken::kWritten});
  if (other != row) {
    CHECK(desk.bytes() == bytes);
    CHECK_FALSE(desk.session.notices.empty());
  }
}

TEST_CASE("a record that one's own version needs is made with it", "[view][codings]") {
  AuthorDesk desk = Merging();
  const std::string row = FirstRow(desk, false);
  desk.Press("codings/" + row + "/write");
  REQUIRE(desk.Find("form/attribution/0/actor") != nullptr);
  const std::size_t links = desk.data().conditions.size();
  desk.Do(EditField{"/about", "if The region pays half then A contract is signed"});
  INFO(
      (desk.session.editing.problems.empty() ? "" : desk.session.editing.problems.begin()->second));
  CHECK(desk.session.editing.problems.empty());
  CHECK(desk.data().conditions.size() == links + 1);
  desk.Press("form/take");
  const Claim& claim = desk.data().claims[desk.data().Find(row).index];
  CHECK(claim.about.kind == AboutKind::kCondition);
  CHECK(io::Load(desk.bytes()).ok());
}

TEST_CASE("why a pair is decided so is said before or after, and kept in the file",
          "[view][codings]") {
  AuthorDesk desk = Merging();
  const std::string row = FirstRow(desk, false);
  desk.Press("codings/" + row + "/note");
  CHECK(desk.session.focus == "form/x-note");
  desk.Type("stop work names a deed");
  CHECK(desk.Key("Enter"));
  CHECK(desk.bytes().find("stop work names a deed") != std::string::npos);
  CHECK(desk.session.focus == "codings/" + row + "/note");
  CHECK(desk.Find("form/x-note") == nullptr);
  desk.Press("codings/" + row + "/a");
  CHECK(DecidedOf(desk, row).TextOf("note") == "stop work names a deed");
  // Afterwards, and left for another item: then it is kept as well.
  desk.Do(ShowCodings{true, CodingsTab::kDecided});
  desk.Press("codings/" + row + "/note");
  REQUIRE(desk.Find("form/x-note") != nullptr);
  CHECK(desk.Find("form/x-note")->value == "stop work names a deed");
  desk.Type("and a date");
  desk.Do(Focus{"codings/texts"});
  CHECK(DecidedOf(desk, row).TextOf("note") == "and a date");
  CHECK(desk.session.focus == "codings/texts");
  REQUIRE(Model(desk).rows.size() == 1);
  CHECK(Model(desk).rows[0].note.find("and a date") != std::string::npos);
  desk.Do(Undo{});
  CHECK(DecidedOf(desk, row).TextOf("note") == "stop work names a deed");
  // Of what was left out too.
  desk.Do(ShowCodings{true});
  const std::string lone = FirstRow(desk, true);
  desk.Press("codings/" + lone + "/out");
  desk.Do(ShowCodings{true, CodingsTab::kDecided});
  desk.Press("codings/left/1/note");
  desk.Type("no claim at all");
  CHECK(desk.Key("Enter"));
  CHECK(io::ReadJson(desk.data().extensions)
            ->Find("x-merge")
            ->Find("left")
            ->items()[0]
            .TextOf("note") == "no claim at all");
}

TEST_CASE("what is typed of a version or a note is kept with what is written", "[view][codings]") {
  AuthorDesk desk = Merging();
  const std::string row = FirstRow(desk, false);
  desk.Press("codings/" + row + "/write");
  desk.Type("Half a sen");
  const std::string typing = TypingOf(desk.library(), desk.session);
  AuthorDesk again(desk.bytes());
  again.Do(TakeTyping{typing});
  REQUIRE(again.Find("form/gloss") != nullptr);
  CHECK(again.Find("form/gloss")->value == "Half a sen");
  CHECK(again.session.state.view == ViewId::kCompare);
  desk.Do(NotePair{row});
  desk.Type("because");
  AuthorDesk noting(desk.bytes());
  noting.Do(TakeTyping{TypingOf(desk.library(), desk.session)});
  REQUIRE(noting.Find("form/x-note") != nullptr);
  CHECK(noting.Find("form/x-note")->value == "because");
}

TEST_CASE("the report of a merge is a file with figures, decisions and what waits",
          "[view][codings]") {
  AuthorDesk desk = Merging();
  const std::string row = FirstRow(desk, false);
  desk.Press("codings/" + row + "/note");
  desk.Type("<b> & why");
  desk.Key("Enter");
  desk.Press("codings/" + row + "/b");
  std::vector<Effect> effects;
  Update(desk.library(), SaveReport{}, desk.session, effects);
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].kind == Effect::Kind::kSaveFile);
  CHECK(effects[0].name == std::string(desk.data().info.id) + "-merge.html");
  const std::string& page = effects[0].text;
  for (const char* words :
       {"9 pairs", "1 only lm, 1 only km", "<td>Voice</td><td>9</td><td>8</td><td>0.872</td>",
        "km taken", "by km, lm", "1 of ", "c-lm-4/c-km-4"}) {
    INFO(words);
    CHECK(page.find(words) != std::string::npos);
  }
  CHECK(page.find("<b> & why") == std::string::npos);
  CHECK(page.find("&lt;b&gt; &amp; why") != std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
  // Opened again the figures are not there, and it says why.
  AuthorDesk later(desk.bytes());
  effects.clear();
  Update(later.library(), SaveReport{}, later.session, effects);
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].text.find("proviso agree") != std::string::npos);
  CHECK(effects[0].text.find("km taken") != std::string::npos);
  REQUIRE(desk.Find("codings/report") != nullptr);
}

TEST_CASE("a merge that is refused leaves no figures of it", "[view][codings]") {
  AuthorDesk desk(ReadFile(Golden("night-bus.json")));
  auto own = io::Load(desk.bytes());
  REQUIRE(own.ok());
  std::vector<Effect> effects;
  Update(desk.library(),
         MergeCoding{std::make_shared<const Library>(std::move(own->dataset)),
                     Coding(Golden("night-bus-km.json")), "km.json"},
         desk.session, effects);
  REQUIRE(effects.size() == 1);
  // More than the explorer takes.
  io::Limits small;
  small.bytes = 10;
  const EditOutcomePtr outcome =
      CarryOutEdit(desk.library(), desk.session.project, effects[0].edit, small);
  REQUIRE_FALSE(outcome->problems.empty());
  desk.Do(TakeEdit{outcome});
  CHECK(desk.session.codings.a == nullptr);
  CHECK(desk.session.codings.b == nullptr);
  CHECK(desk.session.codings.next_a == nullptr);
  CHECK_FALSE(desk.session.codings.shown);
  CHECK_FALSE(desk.session.notices.empty());
  // An earlier merge keeps its own.
  AuthorDesk merged = Merging();
  const auto a = merged.session.codings.a;
  CHECK(a != nullptr);
  Merge(merged, "data/samples/court.json");
  CHECK(merged.session.codings.a == a);
}

TEST_CASE("who may not edit merges nothing", "[view][codings]") {
  AuthorDesk desk(ReadFile(Golden("night-bus.json")));
  desk.session.editing_allowed = false;
  const std::string before = desk.bytes();
  Merge(desk, Golden("night-bus-km.json"));
  CHECK(desk.bytes() == before);
  desk.Do(ShowCodings{true});
  CHECK_FALSE(desk.session.codings.shown);
}

TEST_CASE("a second merge waits until the first is decided, and keeps what that left out",
          "[view][codings]") {
  AuthorDesk desk = Merging();
  const std::string merged = desk.bytes();
  Merge(desk, Golden("night-bus-km.json"));
  CHECK(desk.bytes() == merged);
  REQUIRE_FALSE(desk.session.notices.empty());
  CHECK(desk.session.notices.back().find("Decide first") != std::string::npos);
  std::vector<std::string> out;
  for (const CodingRow& row : Model(desk).rows) out.push_back(row.id);
  for (const std::string& row : out) desk.Press("codings/" + row + "/out");
  REQUIRE(io::CountDrafts(desk.data()) <= 2);  // Relations of what was left out.
  const auto left = [&desk] {
    const auto root = io::ReadJson(desk.bytes());
    const io::JsonValue* list = root->Find("x-merge")->Find("left");
    return list == nullptr ? std::size_t{0} : list->items().size();
  };
  const std::size_t before = left();
  REQUIRE(before > 0);
  Merge(desk, Golden("night-bus-km.json"));
  CHECK(desk.bytes() != merged);
  CHECK(left() == before);
  while (!desk.session.undo.empty()) desk.Do(Undo{});
  CHECK(io::CountDrafts(desk.data()) == 0);
}

TEST_CASE("of two that are both kept, each stands on its coder's side, and one pair is decided",
          "[view][codings]") {
  AuthorDesk desk = Merging();
  const std::size_t open = Count(Model(desk), CodingsTab::kToDecide);
  const std::string row = FirstRow(desk, false);
  desk.Press("codings/" + row + "/both");
  desk.Do(ShowCodings{true, CodingsTab::kDecided});
  CodingsModel model = Model(desk);
  REQUIRE(model.rows.size() == 2);
  for (const CodingRow& one : model.rows) {
    INFO(one.id);
    const bool ours = one.id == row;
    CHECK(one.a.there == ours);
    CHECK(one.a.taken == ours);
    CHECK(one.b.there != ours);
    CHECK(one.b.taken != ours);
    CHECK(one.verdict == "both kept");
  }
  const std::string all = std::to_string(open);
  CHECK(model.lead.find("1 of " + all + " decided") == 0);
  desk.Do(ShowCodings{true});
  desk.Press("codings/" + FirstRow(desk, false) + "/out");
  CHECK(Model(desk).lead.find("2 of " + all + " decided") == 0);
}

TEST_CASE("Compare shows texts again when the merge is undone, and where a link says so",
          "[view][codings]") {
  AuthorDesk desk = Merging();
  desk.Do(ShowView{ViewId::kWhatIf});
  desk.Do(ShowView{ViewId::kCompare});
  CHECK(IsMerging(desk.session));  // The tab leads back to where one was.
  desk.Do(FollowLink{"v=compare"});
  CHECK_FALSE(IsMerging(desk.session));
  desk.Do(ShowCodings{true});
  ViewState texts = desk.session.state;
  desk.Do(SetState{texts});
  CHECK_FALSE(IsMerging(desk.session));
  desk.Do(ShowCodings{true});
  while (!desk.session.undo.empty()) desk.Do(Undo{});
  CHECK_FALSE(desk.session.codings.shown);
}

TEST_CASE("more of the same list begins where the reader is", "[view][codings]") {
  AuthorDesk desk = Merging();
  desk.session.scroll["stage"] = 300;
  desk.Do(ShowCodings{true, CodingsTab::kToDecide, 120});
  CHECK(desk.session.scroll["stage"] == 300);
  desk.Do(ShowCodings{true, CodingsTab::kAll});
  CHECK(desk.session.scroll.count("stage") == 0);
}

TEST_CASE("two codings have room at every size", "[view][codings]") {
  for (const auto& [width, height] : {std::pair{1440.0f, 900.0f}, std::pair{1280.0f, 800.0f},
                                      std::pair{700.0f, 900.0f}, std::pair{390.0f, 844.0f}})
    for (const int percent : {100, 200})
      for (int tab = 0; tab < 4; ++tab) {
        AuthorDesk desk = Merging();
        desk.Press("codings/" + FirstRow(desk, false) + "/a");
        desk.Press("codings/" + FirstRow(desk, false) + "/b");
        desk.Press("codings/" + FirstRow(desk, true) + "/out");
        desk.viewport.width = width;
        desk.viewport.height = height;
        desk.viewport.coarse_pointer = width < 700;
        desk.Do(SetTextPercent{percent});
        desk.Press("codings/" + FirstRow(desk, false) + "/write");
        desk.Do(EditField{"/gloss", "A version that neither of the two coders has written"});
        if (tab == 3)
          desk.Press("form/take");
        else if (tab != 0)
          desk.Do(ShowForm{});
        desk.Do(ShowCodings{true, static_cast<CodingsTab>(tab)});
        if (tab == 1 || tab == 3) desk.Do(NotePair{Model(desk).rows.front().id});
        INFO(width << " " << percent << " " << tab);
        CHECK(test::First(test::Faults(desk.frame(), TableMeasure())) == "");
      }
}

TEST_CASE("a part of the program has it, which is asked for first", "[view][codings]") {
  AuthorDesk desk = Merging();
  for (const Parts& parts :
       {PartsFor(desk.library(), desk.session, desk.viewport), PartsOf(DecidePair{}),
        PartsOf(TakeTyping{}), PartsOf(MergeCoding{}), PartsOf(WritePair{}), PartsOf(SaveReport{})})
    for (const std::string_view part : {kCodingsPart, kAuthorPart})
      CHECK(std::find(parts.begin(), parts.end(), part) != parts.end());
  for (const Command& command :
       WithoutPart(desk.library(), desk.session, kCodingsPart, ViewId::kWhatIf))
    desk.Do(command);
  CHECK_FALSE(desk.session.codings.shown);
}

}  // namespace
}  // namespace proviso::view

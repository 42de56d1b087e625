#include "core/author/form.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/author/form_value.h"
#include "core/edit/byte_delta.h"
#include "core/state/update_author.h"
#include "tests/support/author_desk.h"
#include "tests/support/files.h"

namespace proviso::view {
namespace {

using test::AuthorDesk;
using test::ReadFile;

/// The names of all members that schema.json gives to records.
void AddNames(const io::JsonValue& schema, std::set<std::string>* names) {
  if (const io::JsonValue* members = schema.Find("properties"))
    for (const auto& member : members->members()) names->insert(member.first);
  for (const auto& member : schema.members()) AddNames(member.second, names);
  for (const io::JsonValue& item : schema.items()) AddNames(item, names);
}

TEST_CASE("every member of the schema has a name for people", "[author][form]") {
  const auto schema = io::ReadJson(ReadFile("data/schema.json"));
  REQUIRE(schema.has_value());
  std::set<std::string> names;
  AddNames(*schema, &names);
  CHECK(names.size() > 90);
  // The root's own, and what a claim is about, which is one line.
  for (const std::string_view table : kWords<Table>) names.erase(std::string(table));
  for (const char* other : {"format", "formatVersion", "dataset", "comparison", "more", "less",
                            "condition", "quantity", "not", "coding"})
    names.erase(other);
  for (const std::string& name : names) {
    INFO(name);
    CHECK_FALSE(FieldLabel(name).empty());
  }
}

TEST_CASE("every field that a record has stands in its form", "[author][form]") {
  AuthorDesk desk(ReadFile("data/samples/everything.json"));
  const auto root = io::ReadJson(desk.bytes());
  std::size_t records = 0;
  for (std::size_t t = 0; t < kTableCount; ++t)
    for (const io::JsonValue& record : root->Find(kWords<Table>[t])->items()) {
      const RecordForm form = BuildForm(desk.library(), desk.data().Find(record.TextOf("id")));
      ++records;
      for (const auto& member : record.members()) {
        INFO(record.TextOf("id") << " " << member.first);
        const std::string path = "/" + member.first;
        bool found = false;
        for (const FormField& field : form.fields)
          found = found || field.path == path ||
                  field.path.substr(0, path.size() + 1) == path + "/" ||
                  (member.first.substr(0, 2) == "x-" && field.path.empty());
        CHECK(found);
      }
    }
  CHECK(records > 10);
}

TEST_CASE("what a form shows of a field is read back as the same", "[author][form]") {
  for (const char* file : {"data/samples/everything.json", "tests/golden/night-bus/night-bus.json",
                           "data/china-military-aid.json"}) {
    AuthorDesk desk(ReadFile(file));
    const auto root = io::ReadJson(desk.bytes());
    std::size_t fields = 0;
    for (std::size_t t = 0; t < kTableCount; ++t)
      for (std::uint32_t i = 0; i < desk.data().count(static_cast<Table>(t)); ++i) {
        const RecordRef ref{static_cast<Table>(t), i};
        const std::string id(desk.data().IdOf(ref));
        const io::JsonValue* record = nullptr;
        for (const io::JsonValue& one : root->Find(kWords<Table>[t])->items())
          if (one.TextOf("id") == id) record = &one;
        for (const FormField& field : BuildForm(desk.library(), ref).fields) {
          if (field.kind == FieldKind::kFixed || field.kind == FieldKind::kGroup ||
              field.kind == FieldKind::kItem || field.words.empty())
            continue;
          if (field.words.find(';') != std::string::npos && field.kind == FieldKind::kTexts)
            continue;
          INFO(file << " " << id << field.path << " = " << field.words);
          Names names(desk.library(), "");
          const auto json = FieldJson(desk.library(), field, field.words, &names);
          REQUIRE(json.ok());
          if (field.kind == FieldKind::kAbout) continue;  // A number is another record.
          io::JsonValue copy = *record;
          const io::JsonValue* there = io::FollowPointer(&copy, field.path);
          REQUIRE(there != nullptr);
          const auto value = io::ReadJson(*json);
          REQUIRE(value.has_value());
          if (there->is_list()) {
            CHECK(value->items().size() == there->items().size());
          } else {
            CHECK(*value == *there);
          }
          ++fields;
        }
      }
    CHECK(fields > 40);
  }
}

TEST_CASE("dates are read as people write them", "[author][form]") {
  CHECK(DateOf("2026-03-06") == "2026-03-06");
  CHECK(DateOf("6.3.2026") == "2026-03-06");
  CHECK(DateOf("6 March 2026") == "2026-03-06");
  CHECK(DateOf("March 6, 2026") == "2026-03-06");
  CHECK(DateOf("March 2026") == "2026-03");
  CHECK(DateOf("about 2020") == "2020~");
  CHECK(DateOf("2020/2021") == "2020/2021");
  CHECK(DateOf("31.2.2026").empty());
  CHECK(DateOf("March").empty());
  CHECK(DateOf("soon").empty());
}

TEST_CASE("a field is taken when it is left, as one step that undo takes back", "[author][form]") {
  AuthorDesk desk(ReadFile("tests/golden/night-bus/night-bus.json"));
  const std::string before = desk.bytes();
  desk.Do(Select{"a-ilse-brandt"});
  const ViewState looked = desk.session.state;
  CHECK(desk.Key("e"));
  desk.Do(Focus{"form/name"});
  desk.Type("Ilse Brand");
  desk.Type("Ilse M. Brandt");
  CHECK(desk.bytes() == before);  // Nothing is taken while it is typed.
  desk.Do(Focus{"form/sameAs"});
  CHECK(desk.data().actors[desk.data().Find("a-ilse-brandt").index].name == "Ilse M. Brandt");
  CHECK(desk.session.focus == "form/sameAs");
  CHECK(desk.session.state == looked);
  CHECK(desk.session.editing.typed.empty());
  CHECK(desk.session.undo.size() == 2);
  desk.Do(Undo{});
  CHECK(desk.bytes() == before);
  CHECK(desk.session.announcement.find("Name") != std::string::npos);
  desk.Do(Redo{});
  CHECK(desk.data().actors[desk.data().Find("a-ilse-brandt").index].name == "Ilse M. Brandt");
}

TEST_CASE("what cannot be read stays with what is wrong under it", "[author][form]") {
  AuthorDesk desk(ReadFile("tests/golden/night-bus/night-bus.json"));
  const std::string before = desk.bytes();
  desk.Do(ShowForm{"c-lm-1"});
  desk.Do(Focus{"form/asOf"});
  desk.Type("some day");
  CHECK(desk.Key("Enter"));
  CHECK(desk.bytes() == before);
  REQUIRE(desk.Find("form/asOf") != nullptr);
  CHECK(desk.Find("form/asOf")->value == "some day");
  REQUIRE(desk.Find("form/asOf.problem") != nullptr);
  CHECK(desk.Find("form/asOf.problem")->name.find("is no date") != std::string::npos);
  // What the rules of the format refuse is said at the field as well, in their words.
  desk.Do(EditField{"/modality", "stated"});
  CHECK(desk.bytes() == before);
  CHECK(desk.session.editing.problems.count("/modality") == 1);
  CHECK(desk.session.undo.size() == 1);  // The selection alone.
}

TEST_CASE("a claim's level, words and hedges are edited", "[author][form]") {
  AuthorDesk desk(ReadFile("tests/golden/night-bus/night-bus.json"));
  desk.Do(ShowForm{"c-lm-5"});
  desk.Press("form/modality");
  desk.Press("form/modality.list/possible");
  desk.Do(Focus{"form/gloss"});
  desk.Type("More riders, perhaps.");
  desk.Do(Focus{"form/hedges"});
  desk.Type("would probably; may");
  desk.Key("Enter");
  const Claim& claim = desk.data().claims[desk.data().Find("c-lm-5").index];
  CHECK(claim.modality == Modality::kPossible);
  CHECK(claim.gloss == "More riders, perhaps.");
  REQUIRE(claim.hedges.size() == 2);
  CHECK(claim.hedges[1] == "may");
  desk.Do(Focus{"form/about"});
  desk.Type("if Petrol gets dearer then More people take the bus");
  desk.Key("Enter");
  CHECK(desk.session.editing.problems.empty());
  CHECK(desk.data()[desk.data().claims[desk.data().Find("c-lm-5").index].about.condition].form ==
        Form::kIf);
}

TEST_CASE("items of a list are added, moved and taken out", "[author][form]") {
  AuthorDesk desk(ReadFile("tests/golden/night-bus/night-bus.json"));
  desk.Do(ShowForm{"c-lm-1"});
  desk.Press("form/attribution.add");
  desk.Do(Focus{"form/attribution/-/actor"});
  desk.Type("the min");
  desk.Press("form/attribution/-/actor.match/a-the-minister");
  desk.Do(EditField{"/attribution/-/stance", "asserts"});
  const auto chain = [&] {
    return desk.data().claims[desk.data().Find("c-lm-1").index].attribution;
  };
  // Somebody asserts in the middle of a chain: the rules refuse that, and the words stay.
  CHECK(chain().size() == 2);
  CHECK_FALSE(desk.session.editing.problems.empty());
  desk.Do(DropItem{"/attribution/-"});
  desk.Do(ShowForm{"a-ilse-brandt"});
  desk.Press("form/affiliations.add");
  desk.Do(Focus{"form/affiliations/-/as"});
  desk.Type("Member of the council");
  desk.Key("Enter");
  const auto offices = [&] {
    return desk.data().actors[desk.data().Find("a-ilse-brandt").index].affiliations;
  };
  REQUIRE(offices().size() == 2);
  CHECK(offices()[1].as == "Member of the council");
  desk.Press("form/affiliations/1.up");
  CHECK(offices()[0].as == "Member of the council");
  desk.Press("form/affiliations/0.out");
  REQUIRE(offices().size() == 1);
  CHECK(offices()[0].as == "Mayor");
}

TEST_CASE("a record is removed with what cannot stand without it, which is shown before",
          "[author][form]") {
  AuthorDesk desk(ReadFile("tests/golden/night-bus/night-bus.json"));
  const std::string before = desk.bytes();
  desk.Do(ShowForm{"a-drivers-union"});
  desk.Press("form/remove");
  REQUIRE(desk.Find("form/goes") != nullptr);
  CHECK(desk.Find("form/goes")->name.find("2 × Claim") != std::string::npos);
  CHECK(desk.bytes() == before);
  desk.Press("form/remove-all");
  CHECK_FALSE(desk.data().Find("a-drivers-union"));
  CHECK_FALSE(desk.data().Find("c-lm-3"));
  CHECK(desk.session.state.selection.empty());
  CHECK_FALSE(desk.session.editing.shown());
  desk.Do(Undo{});
  CHECK(desk.bytes() == before);
}

TEST_CASE("a form that is open when Publish is comes back as it was", "[author][form]") {
  AuthorDesk desk(ReadFile("tests/golden/night-bus/night-bus.json"));
  desk.Do(AddRecord{Table::kActors});
  desk.Do(Focus{"form/name"});
  desk.Type("Foo");
  REQUIRE(desk.session.editing.shown());
  const auto typed = desk.session.editing.typed;
  REQUIRE_FALSE(typed.empty());
  desk.Do(ShowDialog{Dialog::kPublish});
  CHECK(desk.session.editing.info);
  desk.frame();
  // There Ctrl+S saves what is published, without drafts.
  const Commands keys =
      OnKey(desk.library(), desk.session, desk.frame(), {"s", false, true, false, false});
  REQUIRE(keys.size() == 1);
  CHECK(keys[0].As<Save>()->what == Saved::kData);
  desk.Do(ShowDialog{Dialog::kNone});
  CHECK(desk.session.editing.shown());
  CHECK(desk.session.editing.typed == typed);
}

TEST_CASE("a new record is added as soon as everything that it needs is there", "[author][form]") {
  AuthorDesk desk(ReadFile("tests/golden/night-bus/night-bus.json"));
  desk.session.coding.coder = "lm";
  desk.Do(AddRecord{Table::kActors});
  desk.Do(Focus{"form/name"});
  desk.Type("The council");
  desk.Key("Enter");
  CHECK_FALSE(desk.data().Find("a-the-council"));
  desk.Do(EditField{"/kind", "organisation"});
  REQUIRE(desk.data().Find("a-the-council"));
  CHECK(desk.session.editing.record == "a-the-council");
  CHECK(desk.session.state.selection == "a-the-council");
  desk.Press("form/join-with");
  desk.Do(Focus{"form/join"});
  desk.Type("the town");
  desk.Press("form/joins/a-the-town");
  CHECK_FALSE(desk.data().Find("a-the-council"));
  CHECK(desk.data().actors[desk.data().Find("a-the-town").index].aliases.size() == 1);
  // What is joined with is asked for no more.
  CHECK(desk.session.editing.record == "a-the-town");
  CHECK_FALSE(desk.session.editing.joining);
  CHECK(desk.session.editing.typed.count("/join") == 0);
}

TEST_CASE("where a page does not allow it nothing is edited", "[author][form]") {
  AuthorDesk desk(ReadFile("tests/golden/night-bus/night-bus.json"));
  desk.session.editing_allowed = false;
  const std::string before = desk.bytes();
  desk.Do(Select{"c-lm-1"});
  CHECK_FALSE(desk.Key("e"));
  desk.Do(ShowForm{"c-lm-1"});
  desk.Do(EditField{"/modality", "possible"});
  desk.Do(RemoveRecord{"c-lm-1", true});
  desk.Do(ShowCode{true});
  CHECK(desk.bytes() == before);
  CHECK_FALSE(desk.session.editing.shown());
  CHECK(desk.Find("inspector/edit") == nullptr);
}

/// A stream of numbers that is the same everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t Below(std::size_t limit) {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return static_cast<std::size_t>((z ^ z >> 31) % limit);
  }

 private:
  std::uint64_t state_;
};

TEST_CASE("whatever is edited, undo leads back to the same bytes and redo there again",
          "[author][form]") {
  for (const std::uint64_t seed : {1u, 2u, 3u, 4u, 5u, 6u}) {
    Dice dice(seed);
    AuthorDesk desk(ReadFile(seed % 2 == 0 ? "data/samples/everything.json"
                                           : "tests/golden/night-bus/night-bus.json"));
    std::vector<std::string> versions{desk.bytes()};
    std::size_t refused = 0;
    for (int step = 0; step < 40; ++step) {
      const auto table = static_cast<Table>(dice.Below(kTableCount));
      if (desk.data().count(table) == 0) continue;
      const RecordRef ref{table, static_cast<std::uint32_t>(dice.Below(desk.data().count(table)))};
      const std::string id(desk.data().IdOf(ref));
      const std::size_t steps = desk.session.undo.size();
      desk.Do(ShowForm{id});
      const RecordForm form = BuildForm(desk.library(), ref);
      const FormField& field = form.fields[dice.Below(form.fields.size())];
      const std::size_t what = dice.Below(12);
      if (what == 0) {
        desk.Do(RemoveRecord{id, dice.Below(2) == 0});
      } else if (what == 1) {
        desk.Do(MoveItem{field.path, dice.Below(2) == 0 ? -1 : 1});
      } else if (what == 2) {
        desk.Do(DropItem{field.path});
      } else if (what == 3) {
        desk.Do(JoinRecords{id, std::string(desk.data().IdOf({table, 0}))});
      } else if (what == 4) {
        desk.Do(SetField{"q", "w" + std::to_string(step), true});  // A step of another kind.
      } else {
        std::string words = field.words;
        if (!field.choices.empty())
          words = field.choices[dice.Below(field.choices.size())].word;
        else if (dice.Below(3) == 0)
          words.clear();
        else
          words += " x" + std::to_string(step);
        desk.Do(EditField{field.path, words});
      }
      if (!desk.last_problems.empty()) ++refused;
      desk.last_problems.clear();
      // Choosing a record is a step of its own.
      while (versions.size() < desk.session.undo.size() + 1) versions.push_back(versions.back());
      if (desk.session.undo.size() > steps) versions.back() = desk.bytes();
      REQUIRE(desk.session.undo.size() + 1 == versions.size());
      if (desk.session.project) REQUIRE(desk.session.project->bytes == desk.bytes());
    }
    CHECK(desk.session.project != nullptr);
    CHECK(desk.session.project->newest > 5);
    for (std::size_t at = versions.size(); at-- > 1;) {
      REQUIRE(desk.bytes() == versions[at]);
      desk.Do(Undo{});
    }
    CHECK(desk.bytes() == versions[0]);
    for (std::size_t at = 1; at < versions.size(); ++at) {
      desk.Do(Redo{});
      REQUIRE(desk.bytes() == versions[at]);
    }
    (void)refused;
  }
}

}  // namespace
}  // namespace proviso::view

#include "core/edit/apply.h"

#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/edit/byte_delta.h"
#include "core/edit/users.h"
#include "core/io/drafts.h"
#include "core/io/json_value.h"
#include "core/io/save.h"
#include "core/reason/answer.h"
#include "tests/support/files.h"

namespace proviso::edit {
namespace {

using io::JsonValue;
using test::ReadFile;

constexpr const char* kSamples[] = {"data/samples/everything.json",
                                    "data/samples/worked-example.json",
                                    "tests/golden/night-bus/night-bus.json"};

Dataset Open(const std::string& bytes) {
  auto loaded = io::Load(bytes);
  REQUIRE(loaded.ok());
  return std::move(loaded->dataset);
}

Edited Applied(const Dataset& dataset, std::vector<Step> steps) {
  auto edited = Apply(dataset, steps);
  if (!edited.ok()) {
    INFO(edited.problems()[0].pointer << " " << edited.problems()[0].rule);
    REQUIRE(edited.ok());
  }
  return std::move(*edited);
}

Problem Refused(const Dataset& dataset, std::vector<Step> steps) {
  const auto edited = Apply(dataset, steps);
  REQUIRE_FALSE(edited.ok());
  return edited.problems()[0];
}

/// A record of the dataset as JSON.
JsonValue RecordOf(const Dataset& dataset, const std::string& id) {
  const auto root = io::ReadJson(io::Save(dataset));
  for (const std::string_view table : kWords<Table>)
    if (const JsonValue* records = root->Find(table))
      for (const JsonValue& record : records->items())
        if (record.TextOf("id") == id) return record;
  return {};
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

std::vector<std::string> IdsOf(const Dataset& dataset) {
  std::vector<std::string> ids;
  for (std::size_t t = 0; t < kTableCount; ++t)
    for (std::uint32_t i = 0; i < dataset.count(static_cast<Table>(t)); ++i)
      ids.emplace_back(dataset.IdOf({static_cast<Table>(t), i}));
  return ids;
}

Step RandomStep(const Dataset& dataset, Dice* dice, int number) {
  const std::vector<std::string> ids = IdsOf(dataset);
  const std::string id = ids[dice->Below(ids.size())];
  const std::string fresh = "x" + std::to_string(number);
  switch (dice->Below(5)) {
    case 0:
      return Remove{id, true};
    case 1:
      return Remove{id, false};
    case 2:
      return Rename{id, fresh};
    case 3: {  // Join two of one table.
      const Table table = dataset.Find(id).table;
      const auto other = static_cast<std::uint32_t>(dice->Below(dataset.count(table)));
      return Rename{id, std::string(dataset.IdOf({table, other}))};
    }
    default: {
      JsonValue record = RecordOf(dataset, id);
      const bool copy = dice->Below(2) == 0;
      if (copy) record.Set("id", fresh);
      if (!record.members().empty() && !copy)
        record.members().erase(record.members().begin() +
                               static_cast<std::ptrdiff_t>(dice->Below(record.members().size())));
      return Put{dataset.Find(id).table, record.Write()};
    }
  }
}

/// Ids that occur as references in the drafts, of which none may dangle.
void CheckDraftReferences(const Dataset& dataset) {
  for (const io::Draft& draft : io::Drafts(dataset)) {
    CHECK(draft.damage.empty());
    for (const char* field : {"passages", "topics"})
      if (const JsonValue* list = draft.record.Find(field))
        for (const JsonValue& item : list->items()) CHECK(dataset.Find(item.text()));
  }
}

}  // namespace

TEST_CASE("whatever an edit accepts, the loader accepts, and its bytes are canonical",
          "[edit][property]") {
  std::size_t accepted = 0, refused = 0;
  for (const char* sample : kSamples) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
      Dice dice(seed);
      std::string bytes = io::Save(Open(ReadFile(sample)));
      for (int number = 0; number < 30; ++number) {
        const Dataset dataset = Open(bytes);
        const std::vector<Step> steps{RandomStep(dataset, &dice, number)};
        const auto edited = Apply(dataset, steps);
        if (!edited.ok()) {  // All or nothing, and with a reason.
          ++refused;
          CHECK_FALSE(edited.problems()[0].rule.empty());
          CHECK(io::Save(dataset) == bytes);
          continue;
        }
        ++accepted;
        const auto again = io::Load(edited->bytes);
        REQUIRE(again.ok());  // So no reference dangles (I2).
        CHECK(io::Save(again->dataset) == edited->bytes);
        bytes = edited->bytes;
      }
    }
  }
  CHECK(accepted > 100);
  CHECK(refused > 20);
}

TEST_CASE("any walk of edits, taken back and done again, meets the same bytes",
          "[edit][property]") {
  for (const char* sample : kSamples) {
    Dice dice(7);
    std::vector<std::string> versions{io::Save(Open(ReadFile(sample)))};
    std::vector<ByteDelta> deltas;
    for (int number = 0; versions.size() < 25 && number < 200; ++number) {
      const Dataset dataset = Open(versions.back());
      const std::vector<Step> steps{RandomStep(dataset, &dice, number)};
      const auto edited = Apply(dataset, steps);
      if (!edited.ok()) continue;
      deltas.push_back(DeltaOf(versions.back(), edited->bytes));
      versions.push_back(edited->bytes);
    }
    REQUIRE(versions.size() > 10);
    std::string bytes = versions.back();
    for (std::size_t i = deltas.size(); i-- > 0;) {
      bytes = Undone(bytes, deltas[i]);
      CHECK(bytes == versions[i]);
    }
    for (std::size_t i = 0; i < deltas.size(); ++i) {
      bytes = Done(bytes, deltas[i]);
      CHECK(bytes == versions[i + 1]);
    }
  }
}

TEST_CASE("a delta is the stretch in which two texts differ", "[edit]") {
  const ByteDelta delta = DeltaOf("abcXdef", "abcYYdef");
  CHECK(delta.offset == 3);
  CHECK(delta.before == "X");
  CHECK(delta.after == "YY");
  CHECK(DeltaOf("same", "same").before.empty());
  CHECK(Done("aa", DeltaOf("aa", "aaa")) == "aaa");
  CHECK(Undone("aaa", DeltaOf("aa", "aaa")) == "aa");
}

TEST_CASE("who names a record, where, and whether it can stand without", "[edit]") {
  const Dataset dataset = Open(ReadFile("tests/golden/night-bus/night-bus.json"));
  const auto find = [](const std::vector<User>& users, std::string_view id, std::string_view path) {
    for (const User& user : users)
      if (user.id == id && user.path == path) return std::optional(user);
    return std::optional<User>();
  };
  const auto statement = UsersOf(dataset, "the-night-bus-runs-next-year");
  CHECK(find(statement, "k-lm-1", "/consequent")->required);
  CHECK(find(statement, "k-lm-4", "/antecedents/0/not")->required);  // The only one.
  REQUIRE(find(statement, "", "/start"));
  CHECK_FALSE(find(statement, "", "/start")->required);
  const auto union_ = UsersOf(dataset, "a-drivers-union");
  CHECK(find(union_, "c-lm-3", "/attribution/1/actor")->required);
  CHECK(find(union_, "r-lm-1", "/by")->required);
  CHECK_FALSE(find(union_, "the-drivers-strike", "/actors/0")->required);
  const auto state = UsersOf(dataset, "the-state-moves-first");
  const auto near = find(state, "the-minister-pays-for-the-drivers", "/near/0/to");
  REQUIRE(near);
  CHECK_FALSE(near->required);
  CHECK(near->cut == "/near/0");  // The object goes as a whole.
  CHECK(find(UsersOf(dataset, "t-staff"), "c-lm-2", "/topics/0"));
  CHECK(UsersOf(dataset, "nobody").empty());
}

TEST_CASE("removing is refused while somebody needs the record, and says who", "[edit]") {
  const Dataset dataset = Open(ReadFile("tests/golden/night-bus/night-bus.json"));
  const Problem problem = Refused(dataset, {Remove{"a-drivers-union", false}});
  CHECK(problem.code == "call");
  CHECK(problem.rule.find("c-lm-3") != std::string::npos);
  CHECK(Refused(dataset, {Remove{"nobody", true}}).code == "call");
}

TEST_CASE("removing with users takes what cannot stand, and cuts the rest", "[edit]") {
  const Dataset dataset = Open(ReadFile("tests/golden/night-bus/night-bus.json"));
  const auto gone = GoneWith(dataset, "a-drivers-union");
  // Two claims in whose chain it stands, their passages, and the relation it makes.
  CHECK(gone == std::vector<std::string>{"a-drivers-union", "c-lm-3", "c-lm-4", "p-lm-3", "p-lm-4",
                                         "r-lm-1"});
  const Edited edited = Applied(dataset, {Remove{"a-drivers-union", true}});
  CHECK(edited.gone == gone);
  CHECK(edited.changed == std::vector<std::string>{"the-drivers-strike"});
  CHECK(RecordOf(edited.loaded.dataset, "the-drivers-strike").Find("actors") == nullptr);

  const Edited topic = Applied(dataset, {Remove{"t-staff", true}});
  CHECK(topic.gone == std::vector<std::string>{"t-staff"});
  CHECK(RecordOf(topic.loaded.dataset, "c-lm-3").Find("topics")->Write() == "[\"t-money\"]");
}

TEST_CASE("a claim loses a passage only if another is left", "[edit]") {
  const Dataset dataset = Open(ReadFile("tests/golden/night-bus/night-bus.json"));
  JsonValue claim = RecordOf(dataset, "c-lm-1");
  claim.Find("passages")->Add("p-lm-2");
  const Edited two = Applied(dataset, {Put{Table::kClaims, claim.Write()}});
  const Edited one = Applied(two.loaded.dataset, {Remove{"p-lm-1", true}});
  CHECK(one.gone == std::vector<std::string>{"p-lm-1"});
  CHECK(RecordOf(one.loaded.dataset, "c-lm-1").Find("passages")->Write() == "[\"p-lm-2\"]");
}

TEST_CASE("a rename reaches every place, questions and drafts too", "[edit]") {
  const std::string before = "the-region-pays-half", after = "half-is-paid";
  const Dataset plain = Open(ReadFile("tests/golden/night-bus/night-bus.json"));
  const Edited prepared = Applied(
      plain,
      {Put{Table::kQuestions, R"({"id":"q-1","title":"T","text":"What then?","state":"name=)" +
                                  before + "&on=" + before + R"(,the-drivers-strike&v=what-if"})"},
       PutExtension{"x-drafts",
                    R"([{"id":"c-lm-11","table":"claims","record":{"about":{"proposition":")" +
                        before + R"("},"gloss":")" + before + R"("}}])"}});
  const Edited edited = Applied(prepared.loaded.dataset, {Rename{before, after}});
  const Dataset& dataset = edited.loaded.dataset;
  CHECK_FALSE(dataset.Find(before));
  CHECK(dataset.questions[0].state ==
        "name=" + before + "&on=" + after + ",the-drivers-strike&v=what-if");
  const io::Draft draft = io::Drafts(dataset)[0];
  CHECK(draft.record.Find("about")->TextOf("proposition") == after);
  CHECK(draft.record.TextOf("gloss") == before);  // What somebody wrote stays.
  // Back again: the same bytes.
  CHECK(Applied(dataset, {Rename{after, before}}).bytes == prepared.bytes);
  CHECK(Refused(dataset, {Rename{after, "a-residents"}}).code == "call");
}

TEST_CASE("renaming keeps every answer", "[edit][property]") {
  for (const char* sample : kSamples) {
    const Dataset dataset = Open(ReadFile(sample));
    // A name that sorts as the old one does, so that answers come in the same order.
    for (const Proposition& one : dataset.propositions) {
      const std::string id(one.id), other = id + "-0";
      const Edited edited = Applied(dataset, {Rename{id, other}});
      const Dataset& renamed = edited.loaded.dataset;
      const auto ask = [](const Dataset& d, std::string_view target) {
        const auto views = reason::BuildViews(d);
        const auto scenario = reason::MakeScenario(d, {}, false);
        std::vector<std::pair<int, int>> answers;
        const Literal literal(PropositionId(d.Find(target).index));
        for (const auto& answer : reason::AskAll(d, views, literal, *scenario))
          answers.emplace_back(static_cast<int>(answer.status),
                               answer.strength ? static_cast<int>(*answer.strength) : -1);
        return answers;
      };
      CHECK(ask(dataset, id) == ask(renamed, other));
    }
  }
}

TEST_CASE("joining two actors leaves one, with the other's name as an alias", "[edit]") {
  const Dataset dataset = Open(ReadFile("tests/golden/night-bus/night-bus.json"));
  const Edited edited = Applied(dataset, {Rename{"a-the-town", "a-the-region"}});
  const JsonValue actor = RecordOf(edited.loaded.dataset, "a-the-region");
  CHECK(actor.TextOf("name") == "The region");
  CHECK(actor.Find("aliases")->Write() == "[\"The town\"]");
  CHECK(edited.gone == std::vector<std::string>{"a-the-town"});
  // Whose doing it was is named once.
  CHECK(RecordOf(edited.loaded.dataset, "a-contract-is-signed").Find("actors")->Write() ==
        "[\"a-the-region\"]");
}

TEST_CASE("completing a draft is one edit: draft out, record in", "[edit]") {
  const Dataset plain = Open(ReadFile("tests/golden/night-bus/night-bus.json"));
  JsonValue claim = RecordOf(plain, "c-lm-2");
  claim.Set("id", "c-lm-11");
  const Edited drafted = Applied(
      plain,
      {PutExtension{"x-drafts",
                    R"([{"id":"c-lm-11","table":"claims","record":{"passages":["p-lm-2"]}},)"
                    R"({"id":"c-lm-12","table":"claims","record":{"passages":["p-lm-3"]}}])"}});
  CHECK(io::CountDrafts(drafted.loaded.dataset) == 2);
  const Edited complete = Applied(drafted.loaded.dataset, {Put{Table::kClaims, claim.Write()}});
  CHECK(io::CountDrafts(complete.loaded.dataset) == 1);
  CHECK(complete.added == std::vector<std::string>{"c-lm-11"});
  // What a draft names can go; then the draft does not name it any more.
  const Edited without = Applied(complete.loaded.dataset, {Remove{"p-lm-3", true}});
  CheckDraftReferences(without.loaded.dataset);
  CHECK(io::CountDrafts(without.loaded.dataset) == 1);
}

TEST_CASE("all steps or none", "[edit]") {
  const Dataset dataset = Open(ReadFile("tests/golden/night-bus/night-bus.json"));
  const std::vector<Step> steps{Rename{"t-staff", "t-people"},
                                Put{Table::kTopics, R"({"id":"T!","label":"x"})"}};
  const auto edited = Apply(dataset, steps);
  REQUIRE_FALSE(edited.ok());
  CHECK(edited.problems()[0].code == "schema");
  CHECK(edited.problems()[0].pointer.find("/topics/") == 0);
  CHECK(dataset.Find("t-staff"));
}

}  // namespace proviso::edit

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/state/update.h"
#include "core/views/what_if/why_model.h"
#include "tests/support/harbour.h"

using namespace proviso;
using namespace proviso::view;

namespace {

struct Desk {
  Library library = test::Harbour();
  Session session;
  Answers answers;

  Desk& Do(const Command& command) {
    std::vector<Effect> effects;
    Update(library, command, session, effects);
    return *this;
  }
  WhyModel Why(std::string_view path) {
    Do(SetField{"why", EncodedText(path)});
    const std::optional<WhyModel> model = BuildWhyModel(library, session, &answers);
    REQUIRE(model);
    return *model;
  }
};

const WhySection* Section(const WhyModel& model, std::string_view key) {
  for (const WhySection& section : model.sections)
    if (section.key == key) return &section;
  return nullptr;
}

std::vector<WhyMark> Marks(const WhySection& section) {
  std::vector<WhyMark> marks;
  for (const WhyRow& row : section.rows) marks.push_back(row.mark);
  return marks;
}

}  // namespace

TEST_CASE("an explanation climbs from what is supposed over what is said to what follows",
          "[view][why]") {
  Desk desk;
  const WhyModel model = desk.Do(Suppose{"storm-ends", Lever::kOn})
                             .Do(Suppose{"fees-rise", Lever::kOn})
                             .Why("a-clerk");
  CHECK(model.heading == "Why? · The clerk, own words");
  const WhySection* level = Section(model, "level");
  REQUIRE(level != nullptr);
  CHECK(level->title == "The harbour opens: very likely");
  CHECK(level->aside == "said directly, 1 step");
  CHECK(Marks(*level) == std::vector{WhyMark::kIf, WhyMark::kStep, WhyMark::kSo});
  CHECK(level->rows[0].text.plain() == "You suppose: “The storm ends”.");
  CHECK(level->rows[1].text.plain().find("The clerk: Once the storm is over") == 0);
  const WhySection* direction = Section(model, "direction");
  REQUIRE(direction != nullptr);
  CHECK(direction->title == "Both ways");
  CHECK(std::count_if(direction->rows.begin(), direction->rows.end(),
                      [](const WhyRow& row) { return row.mark == WhyMark::kPull; }) == 2);
  CHECK(direction->rows.back().mark == WhyMark::kSo);
}

TEST_CASE("each rung opens its claim, and its passage with one action more", "[view][why]") {
  Desk desk;
  const WhyModel model = desk.Do(Suppose{"storm-ends", Lever::kOn}).Why("a-clerk");
  const WhyRow& step = Section(model, "level")->rows[1];
  REQUIRE(step.open);
  REQUIRE(step.place);
  desk.Do(*step.open);
  CHECK(desk.session.state.selection == "c-1");
  desk.Do(Undo{}).Do(*step.place);
  CHECK(desk.session.state.view == ViewId::kSources);
  CHECK(desk.session.state.document == "d-log");
}

TEST_CASE("a lever turned in the explanation gives the answer that it announced", "[view][why]") {
  Desk desk;
  const WhyModel model = desk.Do(Suppose{"storm-ends", Lever::kOn}).Why("a-clerk");
  REQUIRE_FALSE(model.changes.empty());
  for (const WhyChange& change : model.changes) {
    INFO(change.words);
    Desk other;
    other.Do(Suppose{"storm-ends", Lever::kOn}).Do(change.turn);
    other.Do(SetField{"why", "a-clerk"});
    REQUIRE(BuildWhyModel(other.library, other.session, &other.answers));
    const auto view = reason::FindView(other.library.dataset, other.library.views, "a-clerk");
    CHECK(other.answers.ReplyOf(other.library, *view).words == change.then);
  }
}

TEST_CASE("the reasons can be copied in the order in which they stand", "[view][why]") {
  Desk desk;
  const WhyModel model = desk.Do(Suppose{"storm-ends", Lever::kOn}).Why("a-clerk");
  const auto* copy = model.actions.front().command.As<CopyText>();
  REQUIRE(copy != nullptr);
  const std::size_t supposed = copy->text.find("You suppose");
  const std::size_t said = copy->text.find("(A ¶2)");
  CHECK(supposed != std::string::npos);
  CHECK(said != std::string::npos);
  CHECK(supposed < said);
  CHECK(copy->text.find("sha256") != std::string::npos);
}

TEST_CASE("a link that asks for the reasons of nobody is told so", "[view][why]") {
  Desk desk;
  CHECK(desk.Why("a-nobody").unknown.find("a-nobody") != std::string::npos);
  CHECK(desk.Why("a-vale").unknown.find("a-vale") != std::string::npos);
}

#include "core/canvas/choice.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <variant>
#include <vector>

#include "core/canvas/frame.h"
#include "core/state/update.h"
#include "core/views/map/graph.h"
#include "core/window/build_frame.h"
#include "tests/support/harbour.h"

using namespace proviso;
using namespace proviso::view;

namespace {

constexpr std::array kKeys{"arrows", "steps", "sort", "group", "cols", "rows", "order"};

/// What can be chosen, of whichever kind.
std::optional<Choice> AnyChoice(const Library& library, const ViewState& state,
                                std::string_view key) {
  if (key == "arrows") return ArrowsChoice(library, state, MapVoices(library, state));
  return ChoiceOf(library, state, key);
}

Command ValueOf(const Choice& choice, std::string_view key) {
  for (const Action& value : choice.values)
    if (value.key == key) return value.command;
  FAIL("no such value: " << key);
  return Focus{};
}

}  // namespace

TEST_CASE("Every value of a choice, once chosen, is the one in force", "[choice]") {
  const Library library = test::Harbour();
  for (const char* key : kKeys) {
    INFO(key);
    const std::optional<Choice> choice = AnyChoice(library, {}, key);
    REQUIRE(choice);
    for (const Action& value : choice->values) {
      Session session;
      std::vector<Effect> effects;
      Update(library, value.command, session, effects);
      const std::optional<Choice> after = AnyChoice(library, session.state, key);
      REQUIRE(after);
      CHECK(Chosen(*after).key == value.key);
      CHECK(std::count_if(after->values.begin(), after->values.end(),
                          [](const Action& one) { return one.main; }) == 1);
    }
  }
}

TEST_CASE("There is no choice of what is no setting, nor among one outcome", "[choice]") {
  const Library library = test::Harbour();
  CHECK_FALSE(ChoiceOf(library, {}, "q"));
  CHECK_FALSE(ChoiceOf(library, {}, ""));
  CHECK_FALSE(ChoiceOf(library, {}, "t"));
}

TEST_CASE("A matter that is asked about by link stands among the outcomes", "[choice]") {
  const Library library = test::Harbour();
  ViewState state;
  state.target = "channel-deep";
  const std::optional<Choice> choice = ChoiceOf(library, state, "t");
  REQUIRE(choice);
  CHECK(choice->values.size() == 2);
  CHECK(Chosen(*choice).key == "channel-deep");
}

TEST_CASE("Two values change places, more are listed", "[choice]") {
  const Library library = test::Harbour();
  const Command other = PressOf(*ChoiceOf(library, {}, "cols"));
  REQUIRE(other.Is<SetField>());
  CHECK((other).As<SetField>()->value == "propositions");
  CHECK(PressOf(*ChoiceOf(library, {}, "sort")).Is<ShowChoices>());
}

TEST_CASE("The list opens at what is in force; choosing closes it and can be undone", "[choice]") {
  const Library library = test::Harbour();
  Session session;
  std::vector<Effect> effects;
  session.state.view = ViewId::kClaims;
  session.state.sort = ClaimSort::kHolder;
  session.focus = "claims/sort";
  Update(library, PressOf(*ChoiceOf(library, session.state, "sort")), session, effects);
  CHECK(session.dialog == Dialog::kChoices);
  CHECK(session.focus == "choices/sort/holder");
  const Frame frame = BuildFrame(library, session, {}, TableMeasure());
  const Found chosen = FindItem(frame, session.focus);
  REQUIRE(chosen.item != nullptr);
  CHECK(chosen.panel->modal);
  CHECK(chosen.item->selected == Tri::kYes);
  const Found place = FindItem(frame, "choices/sort/place");
  REQUIRE(place.item != nullptr);
  REQUIRE(place.item->press);
  Update(library, *place.item->press, session, effects);
  CHECK(session.state.sort == ClaimSort::kPlace);
  CHECK(session.dialog == Dialog::kNone);
  CHECK(session.focus == "claims/sort");
  Update(library, Undo{}, session, effects);
  CHECK(session.state.sort == ClaimSort::kHolder);
}

TEST_CASE("Whose arrows names a voice that the dataset lacks, so that it can be left", "[choice]") {
  const Library library = test::Harbour();
  ViewState state;
  state.view = ViewId::kMap;
  state.arrows = "a-nobody";
  const std::optional<Choice> choice = AnyChoice(library, state, "arrows");
  REQUIRE(choice);
  CHECK(Chosen(*choice).key == "a-nobody");
  Session session;
  std::vector<Effect> effects;
  session.state = state;
  Update(library, ValueOf(*choice, ""), session, effects);
  CHECK(session.state.arrows.empty());
}

TEST_CASE("Who is new is offered the tour once, and may leave it", "[choice]") {
  const Library library = test::Harbour();
  Session session;
  std::vector<Effect> effects;
  const auto offered = [&] {
    return FindItem(BuildFrame(library, session, {}, TableMeasure()), "tour/take").item != nullptr;
  };
  CHECK_FALSE(offered());
  Update(library, OfferTour{true}, session, effects);
  const bool tour = std::any_of(library.dataset.questions.begin(), library.dataset.questions.end(),
                                [](const Question& one) { return one.tour != 0; });
  CHECK(offered() == tour);
  Update(library, ShowView{ViewId::kQuestions}, session, effects);
  Update(library, ShowView{ViewId::kWhatIf}, session, effects);
  CHECK_FALSE(offered());
  Update(library, OfferTour{true}, session, effects);
  Update(library, OfferTour{false}, session, effects);
  CHECK_FALSE(offered());
  CHECK(session.undo.size() == 2);
}

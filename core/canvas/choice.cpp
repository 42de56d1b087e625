#include "core/canvas/choice.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/state/change_words.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

void Add(Choice* choice, std::string value, std::string words, bool now) {
  Command command = SetField{choice->key, EncodedText(value)};
  choice->values.push_back({std::move(value), std::move(words), std::move(command), "", now});
}

template <class E>
void AddWords(const Say& say, Choice* choice, E now) {
  for (std::size_t i = 0; i < kWords<E>.size(); ++i) {
    const auto value = static_cast<E>(i);
    Add(choice, std::string(Word(value)), say(Label(value)), value == now);
  }
}

void AddOutcomes(const Library& library, const ViewState& state, Choice* choice) {
  const Dataset& dataset = library.dataset;
  const Outcome outcome = FindOutcome(library, state.target);
  for (std::uint32_t i = 0; i < dataset.propositions.size(); ++i) {
    const Proposition& p = dataset.propositions[i];
    const bool now = outcome.target == PropositionId(i);
    if (p.role == Role::kOutcome || now) Add(choice, std::string(p.id), std::string(p.label), now);
  }
}

void AddSteps(const Say& say, const ViewState& state, Choice* choice) {
  const std::uint16_t most =
      std::max<std::uint16_t>(state.view == ViewId::kActors ? 3 : 6, state.steps);
  Add(choice, "0", say("All"), state.steps == 0);
  for (std::uint16_t i = 1; i <= most; ++i)
    Add(choice, std::to_string(i), say.Counted(i, "{0} step", "{0} steps"), state.steps == i);
}

}  // namespace

std::optional<Choice> ChoiceOf(const Library& library, const ViewState& state,
                               std::string_view key) {
  const Say& say = library.say;
  Choice choice;
  choice.key = key;
  if (key == "t") {
    choice.name = say("Ask about");
    AddOutcomes(library, state, &choice);
  } else if (key == "steps") {
    choice.name = say(state.view == ViewId::kActors ? "Steps around" : "Steps from outcome");
    AddSteps(say, state, &choice);
  } else if (key == "sort") {
    choice.name = say("Sort by");
    AddWords(say, &choice, state.sort);
  } else if (key == "group") {
    choice.name = say("Group##verb");
    AddWords(say, &choice, state.group);
  } else if (key == "cols") {
    choice.name = say("Show##conditions or statements");
    AddWords(say, &choice, state.matrix_columns);
  } else if (key == "rows") {
    choice.name = say("Rows##of the matrix");
    AddWords(say, &choice, state.matrix_rows);
  } else if (key == "order") {
    choice.name = say("Sort by");
    AddWords(say, &choice, state.matrix_order);
  }
  if (choice.values.size() < 2) return std::nullopt;
  return choice;
}

Choice ArrowsChoice(const Library& library, const ViewState& state,
                    const std::vector<ActorId>& voices) {
  Choice choice{"arrows", library.say("Whose arrows"), {}};
  Add(&choice, "", library.say("All voices"), state.arrows.empty());
  bool found = state.arrows.empty();
  for (const ActorId actor : voices) {
    const Actor& voice = library.dataset[actor];
    const bool now = voice.id == state.arrows;
    found = found || now;
    Add(&choice, std::string(voice.id), std::string(voice.name), now);
  }
  if (!found) Add(&choice, state.arrows, NameOfId(library, state.arrows), true);
  return choice;
}

const Action& Chosen(const Choice& choice) {
  const auto at = std::find_if(choice.values.begin(), choice.values.end(),
                               [](const Action& value) { return value.main; });
  return at == choice.values.end() ? choice.values.front() : *at;
}

std::string ChoiceItem(const Choice& choice, const Action& value) {
  return "choices/" + choice.key + "/" + value.key;
}

Command PressOf(const Choice& choice) {
  if (choice.values.size() > 2) return ShowChoices{choice.key, ChoiceItem(choice, Chosen(choice))};
  return (choice.values[0].main ? choice.values[1] : choice.values[0]).command;
}

}  // namespace proviso::view

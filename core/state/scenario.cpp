#include "core/state/scenario.h"

#include <utility>

#include "core/state/brush.h"
#include "core/state/change_words.h"
#include "core/state/filter_words.h"
#include "core/voice/phrases.h"

namespace proviso::view {
namespace {

void AddChips(const Library& library, const std::vector<std::string>& ids,
              const std::string& prefix, ScenarioModel* model) {
  for (const std::string& id : ids) {
    const RecordRef record = library.dataset.Find(id);
    std::string name = NameOfId(library, id);
    if (record && record.table == Table::kPropositions)
      name = ShortName(library.dataset, PropositionId(record.index));
    model->supposed.push_back({id, prefix, std::move(name), Suppose{id, Lever::kOpen}, Select{id}});
  }
}

}  // namespace

ScenarioModel BuildScenarioModel(const Library& library, const Session& session) {
  const ViewState& state = session.state;
  const Say& say = library.say;
  ScenarioModel model;
  model.words = say("nothing yet: every line below is what the texts say as they stand");
  AddChips(library, state.on, say("if##before a condition"), &model);
  AddChips(library, state.off, say("if not##before a condition"), &model);
  model.add = {"add", say("+ Add…"), ShowDialog{Dialog::kLevers}, "", false};
  for (WantedFilter& filter : WantedFilters(library, state))
    model.filters.push_back({"filter-" + std::string(Word(filter.facet)) + "-" + filter.value,
                             std::move(filter.words), std::move(filter.remove), "", false});
  if (!state.claims.words.empty())
    model.filters.push_back(
        {"words", say("Words: “{0}”", {state.claims.words}), SetWords{}, "", false});
  if (const std::string dates = BrushWords(state, say); !dates.empty())
    model.filters.push_back({"dates", say("Dates: {0}", {dates}), SetBrush{}, "", false});
  if (!model.supposed.empty())
    model.clear = Action{"clear", say("Clear {0}", {std::to_string(model.supposed.size())}),
                         ClearSuppositions{}, "X", false};
  if (!model.filters.empty())
    model.clear_filters =
        Action{"clear-filters", say("Clear all filters"), ClearFilters{}, "", false};
  if (!session.undo.empty())
    model.undo =
        Action{"undo", say("Undo: {0}", {session.undo.back().done}), Undo{}, "Ctrl+Z", false};
  if (!session.redo.empty())
    model.redo =
        Action{"redo", say("Redo: {0}", {session.redo.back().done}), Redo{}, "Ctrl+Shift+Z", false};
  return model;
}

}  // namespace proviso::view

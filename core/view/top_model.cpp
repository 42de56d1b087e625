#include "core/view/top_model.h"

#include <algorithm>
#include <array>

#include "core/view/brush.h"
#include "core/view/change_words.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

constexpr std::array kPresent{ViewId::kWhatIf,  ViewId::kMatrix,  ViewId::kClaims,
                              ViewId::kActors,  ViewId::kMap,     ViewId::kTimeline,
                              ViewId::kCompare, ViewId::kSources, ViewId::kQuestions};
constexpr int kThemes = 4;

void AddChips(const Library& library, const std::vector<std::string>& ids,
              const std::string& prefix, ScenarioModel* model) {
  for (const std::string& id : ids)
    model->supposed.push_back(
        {id, prefix, NameOfId(library, id), Suppose{id, Lever::kOpen}, Select{id}});
}

}  // namespace

std::span<const ViewId> PresentViews() { return kPresent; }

bool IsPresent(ViewId view) {
  return std::find(kPresent.begin(), kPresent.end(), view) != kPresent.end();
}

TopModel BuildTopModel(const Library& library, const Session& session) {
  const Say& say = library.say;
  TopModel model;
  model.name = "Proviso";
  model.dataset_title = library.dataset.info.title;
  for (const ViewId view : kPresent)
    model.tabs.push_back({view, say(Label(view)), std::to_string(model.tabs.size() + 1),
                          view == session.state.view, ShowView{view}});
  model.search = {"search", say("Search"), ShowDialog{Dialog::kPalette}, "/", false};
  model.share = {"share", say("Share…"), ShowDialog{Dialog::kShare}, "", false};
  const auto next = static_cast<ThemeId>((static_cast<int>(session.theme) + 1) % kThemes);
  model.theme = {"theme", say("Theme: {0}", {say(Label(session.theme))}), SetTheme{next}, "",
                 false};
  model.keys = {"keys", say("All keys"), ShowDialog{Dialog::kKeys}, "?", false};
  model.notices = session.notices;
  model.dismiss_notices = DismissNotices{};
  const auto& questions = library.dataset.questions;
  const auto steps = static_cast<std::size_t>(std::count_if(
      questions.begin(), questions.end(), [](const Question& one) { return one.tour != 0; }));
  if (session.tour_offered && steps > 0 && session.state.view != ViewId::kQuestions) {
    model.tour = say.Counted(steps, "New here? {0} question shows what can be asked.",
                             "New here? {0} questions show what can be asked.");
    model.take_tour = {"take", say("Take the tour"), ShowView{ViewId::kQuestions}, "", true};
    model.leave_tour = {"leave", say("Not now"), OfferTour{false}, "", false};
  }
  return model;
}

ScenarioModel BuildScenarioModel(const Library& library, const Session& session) {
  const ViewState& state = session.state;
  const Say& say = library.say;
  ScenarioModel model;
  model.words = say("nothing yet: every line below is what the texts say as they stand");
  AddChips(library, state.on, say("if##before a condition"), &model);
  AddChips(library, state.off, say("if not##before a condition"), &model);
  model.add = {"add", say("+ Add"), ShowView{ViewId::kWhatIf}, "", false};
  for (std::size_t i = 0; i < query::kFacetCount; ++i) {
    const auto facet = static_cast<query::Facet>(i);
    for (const std::string& value : state.filter.values[i])
      model.filters.push_back(
          {"filter-" + std::string(Word(facet)) + "-" + value,
           say("{0}: {1}",
               {say(Label(facet)), FacetValueWords(library.dataset, facet, value, say)}),
           ToggleFilter{facet, value}, "", false});
  }
  if (!state.words.empty())
    model.filters.push_back({"words", say("Words: “{0}”", {state.words}), SetWords{}, "", false});
  if (const std::string dates = BrushWords(state, say); !dates.empty())
    model.filters.push_back({"dates", say("Dates: {0}", {dates}), SetBrush{}, "", false});
  if (!model.supposed.empty())
    model.clear = Action{"clear", say("Clear {0}", {std::to_string(model.supposed.size())}),
                         ClearSuppositions{}, "X", false};
  if (!session.undo.empty())
    model.undo =
        Action{"undo", say("Undo: {0}", {session.undo.back().done}), Undo{}, "Ctrl+Z", false};
  if (!session.redo.empty())
    model.redo =
        Action{"redo", say("Redo: {0}", {session.redo.back().done}), Redo{}, "Ctrl+Shift+Z", false};
  return model;
}

}  // namespace proviso::view

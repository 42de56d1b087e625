#include "core/window/around/code_bar.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/sketch.h"
#include "core/io/drafts.h"
#include "core/state/scenario.h"

namespace proviso::view {
namespace {

/// "4 claims, 1 draft · kept in this browser, not yet in a file"
std::string ProgressWords(const Library& library, const Session& session) {
  const Say& say = library.say;
  const std::size_t drafts = io::CountDrafts(library.dataset);
  std::string counts = say.Counted(library.dataset.claims.size(), "{0} claim", "{0} claims");
  if (drafts > 0)
    counts = say.Chain(Key("{0}, {1}##of a list"),
                       {counts, say.Counted(drafts, "{0} draft", "{0} drafts")});
  std::string kept;
  if (session.project == nullptr)
    kept = say("nothing changed yet");
  else if (session.project->saved == library.digest())
    kept = say("saved in a file");
  else
    kept = session.work_kept ? say("kept in this browser, not yet in a file")
                             : say("not yet in a file");
  return counts + " · " + kept;
}

}  // namespace

Scene CodeBarScene(const Library& library, const Session& session, const Space& space) {
  Sketch sketch(space, "scenario", Ink::kSunken);
  const float height = space.height, middle = std::round((height - 1) / 2);
  sketch.HRule(0, height - 1, space.width, Ink::kLine);
  const float top = std::round(middle - sketch.ButtonHeight(ButtonKind::kSmall) / 2);
  const ScenarioModel steps = BuildScenarioModel(library, session);
  std::vector<ButtonSpec> buttons;
  const auto add = [&](const std::optional<Action>& action, std::string words) {
    if (!action) return;
    buttons.push_back(ButtonOf(*action, "coding/", ButtonKind::kSmall));
    buttons.back().name = std::exchange(buttons.back().words, std::move(words));
  };
  add(steps.undo, sketch.Say("Undo"));
  if (!space.phone()) add(steps.redo, sketch.Say("Redo"));
  if (session.project != nullptr)
    buttons.push_back(
        {"coding/save", sketch.Say("Save##a file"), "", Save{Saved::kDataset}, ButtonKind::kSmall});
  buttons.push_back({"coding/publish", sketch.Say("Publish…"), "", Publish{session.publishing},
                     ButtonKind::kSmall});
  // Large type leaves a narrow bar room for the first of them; Share has the rest.
  const auto left_of = [&] {
    float left = space.width - space.margin();
    for (const ButtonSpec& spec : buttons) left -= sketch.ButtonWidth(spec) + sketch.S(8);
    return left;
  };
  while (buttons.size() > 1 && left_of() < 0) buttons.pop_back();
  const float right = left_of();
  float x = space.margin();
  const auto words = [&](std::string_view text, Type type, Ink ink, std::string id) {
    const float room = right - x - sketch.S(8);
    if (room < sketch.S(40)) return;
    sketch.Text(x, middle - sketch.LineOf(type) / 2, room, text, type, ink, std::move(id));
    x += std::min(std::ceil(sketch.Width(type, text)), room) + sketch.S(12);
  };
  if (!space.phone()) {
    words(sketch.Say("Coding"), Type::kLabel, Ink::kInkSoft, "coding/label");
    words(library.dataset.info.title, Type::kControlStrong, Ink::kInk, "coding/title");
  }
  words(ProgressWords(library, session), Type::kControl, Ink::kInkSoft, "coding/kept");
  x = right + sketch.S(8);
  for (const ButtonSpec& spec : buttons) x += sketch.Button(x, top, spec).w + sketch.S(8);
  return sketch.Finish(height);
}

}  // namespace proviso::view

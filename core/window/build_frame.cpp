#include "core/window/build_frame.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/canvas/stage_builder.h"
#include "core/state/copy_check.h"
#include "core/state/scenario.h"
#include "core/views/compare/codings.h"
#include "core/views/sources/code.h"
#include "core/window/around/begin_scene.h"
#include "core/window/around/code_bar.h"
#include "core/window/around/foot_scene.h"
#include "core/window/around/form_scene.h"
#include "core/window/around/inspector_scene.h"
#include "core/window/around/question_bar.h"
#include "core/window/around/top_scene.h"
#include "core/window/dialogs.h"
#include "core/window/views.h"

namespace proviso::view {
namespace {

// The view with what stands beside it.
void AddStage(StageBuilder& builder, Rect rect) {
  if (builder.session().beginning.shown) {
    builder.Add("stage", Landmark::kMain,
                builder.Say(builder.session().beginning.adding ? Key("Add a text")
                                                               : Key("New from a text")),
                rect, Ink::kPaper, [&builder](const Space& space) {
                  decltype(&BeginScene) volatile draw = BeginScene;
                  return draw(builder.library(), builder.session(), space);
                });
    return;
  }
  // What stands beside a text that is coded is said by it.
  const bool details = !builder.state().selection.empty() && !IsCoding(builder.session());
  const View& view = ViewOf(builder.view());
  std::optional<Beside> own;
  if (builder.session().editing.shown())
    own = Beside{builder.Say("Form"), builder.S(builder.wide() ? 400 : 360),
                 [&builder](const Space& space) {
                   // Whatever is put into its caller would be no part of the program of its own.
                   decltype(&FormScene) volatile draw = FormScene;
                   return draw(builder.library(), builder.session(), space);
                 }};
  else if (view.beside != nullptr && (!details || view.keeps_beside))
    own = view.beside(builder, rect);
  const float least = builder.S(420);
  Rect side = rect;
  side.w = builder.S(builder.wide() ? 372 : 340);
  if (own && !builder.phone()) side.w = own->width;
  side.x = rect.right() - side.w;
  const bool open = details || own;
  const bool covers = builder.phone() || builder.card() != CardSize::kNone;
  const bool pushes = !covers && rect.w - side.w >= least;
  Rect stage = rect;
  if (open && pushes) stage.w -= side.w;
  builder.set_crowded(open && pushes);
  view.stage(builder, stage);
  if (!open) return;
  if (covers) {
    const Viewport& window = builder.frame().viewport;
    side = {0, 0, window.width, window.height - builder.FootHeight()};
    side.h = std::max(side.h, window.height * 0.6f);
  }
  if (own) {
    builder.Add("inspector", Landmark::kComplementary, own->name, side, Ink::kSurface, own->scene);
    return;
  }
  // By way of a pointer that may change: whatever is put into its caller would be no part.
  decltype(&InspectorOf) volatile inspector = InspectorOf;
  builder.Add("inspector", Landmark::kComplementary, builder.Say("Details"), side, Ink::kSurface,
              inspector(builder.library(), builder.session()));
}

// Every chip that leads to a passage says how that stands in the reader's copy, whoever drew it.
void SayChecked(const Library& library, const Session& session, Frame* frame) {
  if (session.copies.by_document.empty()) return;
  for (Panel& panel : frame->panels)
    for (Item& item : panel.scene.items) {
      const OpenPlace* place = item.press ? item.press->As<OpenPlace>() : nullptr;
      if (place == nullptr || !item.description.empty()) continue;
      const RecordRef record = library.dataset.Find(place->id);
      if (!record || record.table != Table::kPassages) continue;
      item.description = CheckOf(library, session, PassageId(record.index)).words;
    }
}

}  // namespace

Frame BuildFrame(const Library& library, const Session& session, const Viewport& viewport,
                 const TextMeasure& measure, FrameCache* cache) {
  StageBuilder builder(library, session, viewport, measure, kViews, cache);
  const TopModel top_model = BuildTopModel(library, session);
  const float width = viewport.width;
  float top = 0, bottom = viewport.height;
  const bool all = builder.bars() == Bars::kAll && builder.card() == CardSize::kNone;
  if (all)
    top += builder.AddBar("top", Landmark::kBanner, builder.Say("Views and search"),
                          {0, top, width, builder.Bar(builder.phone() ? 52 : 56)}, Ink::kPaper,
                          [&](const Space& space) { return BuildTopScene(top_model, space); });
  if (!top_model.notices.empty()) {
    const Scene scene = BuildNoticesScene(top_model, builder.SpaceFor({0, top, width, 1}));
    // Many notices scroll; the view keeps most of the window.
    const float height = std::min(scene.height, std::round(viewport.height / 4));
    top += builder.AddBar("notices", Landmark::kRegion, builder.Say("Notices"),
                          {0, top, width, height}, Ink::kAlteredTint,
                          [&](const Space&) { return scene; });
  }
  if ((IsCoding(session) || IsMerging(session)) && !session.beginning.shown)
    top += builder.AddBar("scenario", Landmark::kRegion, builder.Say("Coding"),
                          {0, top, width, builder.Bar(50)}, Ink::kSunken, [&](const Space& space) {
                            decltype(&CodeBarScene) volatile draw = CodeBarScene;
                            return draw(library, session, space);
                          });
  else if (builder.bars() != Bars::kNone && ViewOf(builder.view()).scenario_bar && !builder.low() &&
           !session.beginning.shown)
    top += builder.AddBar("scenario", Landmark::kRegion, builder.Say("What is supposed"),
                          {0, top, width, builder.Bar(50)}, Ink::kSunken, [&](const Space& space) {
                            return BuildScenarioScene(BuildScenarioModel(library, session), space);
                          });
  const float foot = builder.FootHeight();
  bottom -= foot;
  if (!session.state.step.empty()) {
    // By way of a pointer that may change: whatever is put into its caller would be no part.
    decltype(&AddQuestionBar) volatile add = AddQuestionBar;
    top += add(builder, top);
  }
  AddStage(builder, {0, top, width, bottom - top});
  if (foot > 0 && builder.phone())
    builder.AddBar("tabs", Landmark::kNavigation, builder.Say("Views"), {0, bottom, width, foot},
                   Ink::kPaper,
                   [&](const Space& space) { return BuildTabsScene(top_model, space); });
  else if (foot > 0)
    builder.AddBar("foot", Landmark::kContentInfo, builder.Say("Legend and dataset"),
                   {0, bottom, width, foot}, Ink::kSunken, [&](const Space& space) {
                     return BuildFootScene(
                         BuildFootModel(library, ViewOf(builder.view()).legend(library, session)),
                         space);
                   });
  if (session.dialog != Dialog::kNone) AddDialog(builder);
  SayChecked(library, session, &builder.frame());
  return std::move(builder.frame());
}

}  // namespace proviso::view

#include "core/view/frame.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/view/copy_check.h"
#include "core/view/foot_scene.h"
#include "core/view/frame_builder.h"
#include "core/view/inspector_scene.h"
#include "core/view/top_scene.h"
#include "core/view/why_scene.h"

namespace proviso::view {
namespace {

void DrawView(FrameBuilder& builder, Rect rect, bool crowded) {
  switch (builder.view()) {
    case ViewId::kWhatIf:
      return WhatIfStage(builder, rect, crowded);
    case ViewId::kMatrix:
      return MatrixStage(builder, rect);
    case ViewId::kClaims:
      return ClaimsStage(builder, rect);
    case ViewId::kActors:
      return ActorsStage(builder, rect);
    case ViewId::kMap:
      return MapStage(builder, rect);
    case ViewId::kTimeline:
      return TimelineStage(builder, rect);
    case ViewId::kCompare:
      return CompareStage(builder, rect);
    case ViewId::kSources:
      return SourcesStage(builder, rect);
    case ViewId::kQuestions:
      return QuestionsStage(builder, rect);
    default:
      builder.Add("stage", Landmark::kMain, builder.Say("View"), rect, Ink::kPaper,
                  [&](const Space& space) { return BuildMissingScene(builder.top(), space); });
  }
}

// The view with what stands beside it.
void AddStage(FrameBuilder& builder, Rect rect) {
  const std::optional<InspectorModel> inspector =
      BuildInspectorModel(builder.library(), builder.session());
  std::optional<WhyModel> why;
  if (!inspector && builder.view() == ViewId::kWhatIf)
    why = BuildWhyModel(builder.library(), builder.session(), &builder.cache().answers);
  const bool beside_always = builder.view() == ViewId::kActors && !builder.phone();
  const float least = builder.S(420);
  Rect side = rect;
  side.w = builder.S(builder.wide() ? 372 : 340);
  if (why && !builder.phone()) side.w = std::min(builder.S(580), std::round(rect.w * 0.48f));
  side.x = rect.right() - side.w;
  const bool open = inspector.has_value() || why || beside_always;
  const bool pushes = !builder.phone() && rect.w - side.w >= least;
  Rect stage = rect;
  if (open && pushes) stage.w -= side.w;
  DrawView(builder, stage, open && pushes);
  const std::optional<InspectorModel>& shown = inspector ? inspector : builder.profile();
  if (!why && (!shown || (!inspector && !beside_always))) return;
  if (!why && !inspector && !pushes) return;  // A profile that nobody asked for covers nothing.
  if (builder.phone()) {
    const Viewport& window = builder.frame().viewport;
    side = {0, 0, window.width, window.height - builder.FootHeight()};
    side.h = std::max(side.h, window.height * 0.6f);
  }
  if (why) {
    builder.Add("inspector", Landmark::kComplementary, builder.Say("Reasons"), side, Ink::kSurface,
                [&](const Space& space) { return BuildWhyScene(*why, space); });
    return;
  }
  builder.Add("inspector", Landmark::kComplementary, builder.Say("Details"), side, Ink::kSurface,
              [&](const Space& space) {
                return BuildInspectorScene(*shown, inspector.has_value(), space);
              });
}

// Every chip that leads to a passage says how that stands in the reader's copy, whoever drew it.
void SayChecked(const Library& library, const Session& session, Frame* frame) {
  if (session.copies.by_document.empty()) return;
  for (Panel& panel : frame->panels)
    for (Item& item : panel.scene.items) {
      const OpenPlace* place = item.press ? std::get_if<OpenPlace>(&*item.press) : nullptr;
      if (place == nullptr || !item.description.empty()) continue;
      const RecordRef record = library.dataset.Find(place->id);
      if (!record || record.table != Table::kPassages) continue;
      item.description = CheckOf(library, session, PassageId(record.index)).words;
    }
}

}  // namespace

Frame BuildFrame(const Library& library, const Session& session, const Viewport& viewport,
                 const TextMeasure& measure, FrameCache* cache) {
  FrameBuilder builder(library, session, viewport, measure, cache);
  const TopModel& top_model = builder.top();
  const float width = viewport.width;
  float top = 0, bottom = viewport.height;
  const bool all = builder.bars() == Bars::kAll;
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
  if (all && !top_model.tour.empty() && !builder.low()) {
    const Scene scene = BuildTourScene(top_model, builder.SpaceFor({0, top, width, 1}));
    top += builder.AddBar("tour", Landmark::kRegion, builder.Say("For newcomers"),
                          {0, top, width, scene.height}, Ink::kAccentTint,
                          [&](const Space&) { return scene; });
  }
  if (builder.bars() != Bars::kNone && builder.view() != ViewId::kWhatIf && !builder.low())
    top += builder.AddBar("scenario", Landmark::kRegion, builder.Say("What is supposed"),
                          {0, top, width, builder.Bar(50)}, Ink::kSunken, [&](const Space& space) {
                            return BuildScenarioScene(builder.scenario(), space);
                          });
  const float foot = builder.FootHeight();
  bottom -= foot;
  AddStage(builder, {0, top, width, bottom - top});
  if (foot > 0 && builder.phone())
    builder.AddBar("tabs", Landmark::kNavigation, builder.Say("Views"), {0, bottom, width, foot},
                   Ink::kPaper,
                   [&](const Space& space) { return BuildTabsScene(top_model, space); });
  else if (foot > 0)
    builder.AddBar("foot", Landmark::kContentInfo, builder.Say("Legend and dataset"),
                   {0, bottom, width, foot}, Ink::kSunken, [&](const Space& space) {
                     return BuildFootScene(BuildFootModel(library, session), space);
                   });
  if (session.dialog != Dialog::kNone) AddDialog(builder);
  SayChecked(library, session, &builder.frame());
  return std::move(builder.frame());
}

Found FindItem(const Frame& frame, std::string_view id) {
  for (const Panel& panel : frame.panels)
    for (const Item& item : panel.scene.items)
      if (item.id == id) return {&panel, &item};
  return {};
}

Found ItemAt(const Frame& frame, float x, float y) {
  for (auto panel = frame.panels.rbegin(); panel != frame.panels.rend(); ++panel) {
    if (panel->rect.Contains(x, y)) {
      const float px = x - panel->rect.x, py = y - panel->rect.y + panel->scroll_y;
      for (auto item = panel->scene.items.rbegin(); item != panel->scene.items.rend(); ++item)
        if (item->focusable() && item->rect.Contains(px, py)) return {&*panel, &*item};
      return {};  // What lies under this panel cannot be seen here.
    }
    if (panel->modal) return {};
  }
  return {};
}

}  // namespace proviso::view

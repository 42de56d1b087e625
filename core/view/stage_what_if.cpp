#include "core/view/frame_builder.h"
#include "core/view/what_if_scene.h"

namespace proviso::view {
namespace {

// `lever_scroll`: where the levers beside it stand; none: there are none.
void StageAnswers(FrameBuilder& builder, const WhatIfModel& model,
                  const std::vector<WireStart>& wires, std::optional<float> lever_scroll, Rect rect,
                  bool bar_below = false) {
  AnswersPlace place;
  place.gutter = builder.wide() && lever_scroll ? 60.0f : 0.0f;
  place.levers_beside = lever_scroll.has_value();
  place.bar_below = bar_below;
  builder.Add("stage", Landmark::kMain, builder.Say("Answers"), rect, Ink::kPaper,
              [&](const Space& space) {
                std::vector<WireStart> in_sight;
                for (WireStart wire : wires) {
                  // A lever that is scrolled away sends no wire from nowhere.
                  const float y = wire.y - lever_scroll.value_or(0);
                  if (y < 0 || y > rect.h) continue;
                  wire.y = y + space.scroll_y;
                  in_sight.push_back(wire);
                }
                return BuildAnswersScene(model, builder.scenario(), in_sight, place, space);
              });
}

}  // namespace

void WhatIfStage(FrameBuilder& builder, Rect rect, bool crowded) {
  const WhatIfModel model = BuildWhatIfModel(builder.library(), builder.session(),
                                             &builder.cache().answers, &builder.cache().beside);
  const bool levers_beside = builder.wide() || (builder.size() == WidthClass::kMedium && !crowded &&
                                                rect.w >= builder.S(960));
  if (builder.phone() && !builder.low()) {
    Space space = builder.SpaceFor({0, 0, rect.w, 1});
    const float height = BuildSupposeBarScene(model, builder.scenario(), space).height;
    rect.h -= height;
    StageAnswers(builder, model, {}, std::nullopt, rect, true);
    builder.AddBar("suppose", Landmark::kRegion, builder.Say("What is supposed"),
                   {rect.x, rect.bottom(), rect.w, height}, Ink::kPaper, [&](const Space& inner) {
                     return BuildSupposeBarScene(model, builder.scenario(), inner);
                   });
    return;
  }
  if (!levers_beside) {
    StageAnswers(builder, model, {}, std::nullopt, rect);
    return;
  }
  const bool gutter = builder.wide();
  Rect levers = rect;
  levers.w = builder.S(gutter ? 416 : 360);
  std::vector<WireStart> wires;
  const Panel& side = builder.Add("side", Landmark::kComplementary, builder.Say("Conditions"),
                                  levers, Ink::kPaper, [&](const Space& space) {
                                    LeversScene scene =
                                        BuildLeversScene(model, builder.scenario(), space);
                                    wires = std::move(scene.wires);
                                    return std::move(scene.scene);
                                  });
  const float lever_scroll = side.scroll_y;
  Rect stage = rect;
  stage.x += levers.w;
  stage.w -= levers.w;
  StageAnswers(builder, model, gutter ? wires : std::vector<WireStart>{}, lever_scroll, stage);
}

}  // namespace proviso::view

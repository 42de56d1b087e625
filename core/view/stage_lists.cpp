#include "core/view/claims_scene.h"
#include "core/view/copy_scene.h"
#include "core/view/frame_builder.h"
#include "core/view/sources_scene.h"

namespace proviso::view {

const ClaimOrder& OrderOf(FrameBuilder& builder) {
  FrameCache& cache = builder.cache();
  if (!cache.order || !SameClaimOrder(cache.state, builder.state())) {
    cache.order = OrderClaims(builder.library(), builder.state());
    cache.state = builder.state();
  }
  return *cache.order;
}

void ClaimsStage(FrameBuilder& builder, Rect rect) {
  const ClaimOrder& order = OrderOf(builder);
  Rect stage = rect;
  if (builder.wide()) {
    Rect side = rect;
    side.w = builder.S(272);
    stage.x += side.w;
    stage.w -= side.w;
    const ClaimsModel facets = BuildClaimsModel(builder.library(), builder.session(), order, 0, 0);
    builder.Add("side", Landmark::kComplementary, builder.Say("Filters"), side, Ink::kPaper,
                [&](const Space& space) { return BuildFacetsScene(facets, space); });
  }
  builder.Add("stage", Landmark::kMain, builder.Say("Claims"), stage, Ink::kPaper,
              [&](const Space& space) {
                ClaimsModel model;
                return BuildClaimListScene(builder.library(), builder.session(), order, space,
                                           &model, builder.selected_y());
              });
}

void SourcesStage(FrameBuilder& builder, Rect rect) {
  const SourcesModel model = BuildSourcesModel(builder.library(), builder.session());
  Rect stage = rect;
  if (builder.wide()) {
    Rect side = rect;
    side.w = builder.S(280);
    stage.x += side.w;
    stage.w -= side.w;
    builder.Add("side", Landmark::kComplementary, builder.Say("Texts"), side, Ink::kPaper,
                [&](const Space& space) { return BuildDocumentsScene(model, space); });
  }
  const CopyPtr copy = model.copy_shown ? ShownCopy(builder.library(), builder.session()) : nullptr;
  if (copy == nullptr) {
    builder.Add("stage", Landmark::kMain, builder.Say("Outline"), stage, Ink::kPaper,
                [&](const Space& space) {
                  return model.copy_shown && !model.cards.empty()
                             ? BuildNoCopyScene(model, space)
                             : BuildOutlineScene(model, space, builder.selected_y());
                });
    return;
  }
  const CopyModel own = BuildCopyModel(builder.library(), builder.session(), copy);
  builder.Add("stage", Landmark::kMain, builder.Say("Your copy"), stage, Ink::kPaper,
              [&](const Space& space) {
                return BuildCopyScene(model, own, space, &builder.cache().copy_flow,
                                      builder.selected_y());
              });
}

}  // namespace proviso::view

#include "core/views/claims/stage.h"

#include "core/views/claims/scene.h"

namespace proviso::view {
namespace {

struct KeptOrder {
  ViewState of;
  std::optional<ClaimOrder> order;
};

/// The claim list's order, made anew where the cache does not have it.
const ClaimOrder& OrderOf(StageBuilder& builder) {
  KeptOrder& kept = builder.cache().Kept<KeptOrder>();
  if (!kept.order || !SameClaimOrder(kept.of, builder.state())) {
    kept.order = OrderClaims(builder.library(), builder.state());
    kept.of = builder.state();
  }
  return *kept.order;
}

ClaimsModel FacetsOf(StageBuilder& builder) {
  return BuildClaimsModel(builder.library(), builder.session(), OrderOf(builder), 0, 0);
}

}  // namespace

void ClaimsStage(StageBuilder& builder, Rect rect) {
  const ClaimOrder& order = OrderOf(builder);
  Rect stage = rect;
  if (builder.wide()) {
    Rect side = rect;
    side.w = builder.S(272);
    stage.x += side.w;
    stage.w -= side.w;
    const ClaimsModel facets = FacetsOf(builder);
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

Scene FacetsScene(StageBuilder& builder, const Space& space) {
  return BuildFacetsScene(FacetsOf(builder), space);
}

Legend ClaimsLegend(const Library& library, const Session&) {
  const Say& say = library.say;
  Legend legend;
  legend.keys = {{"↑ ↓", say("move##keys at the foot")},
                 {"Enter", say("opens##keys at the foot")},
                 {"O", say("original place##keys at the foot")},
                 {"F", say("words##keys at the foot")}};
  legend.signs = {Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kUnstated, Sign::kRanking};
  return legend;
}

}  // namespace proviso::view

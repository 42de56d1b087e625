#include "core/views/compare/stage.h"

#include "core/state/sides.h"
#include "core/views/compare/codings.h"
#include "core/views/compare/scene.h"
#include "core/voice/compare.h"

namespace proviso::view {
namespace {

void Append(std::span<const ClaimId> more, std::vector<ClaimId>* claims) {
  claims->insert(claims->end(), more.begin(), more.end());
}

}  // namespace

const Comparison& KeptComparison(StageBuilder& builder) {
  const CompareSides sides = SidesOf(builder.library(), builder.state());
  std::optional<Comparison>& kept = builder.cache().Kept<std::optional<Comparison>>();
  const bool ready = sides.a && sides.b && sides.a != sides.b;
  if (!kept || kept->a != sides.a || kept->b != sides.b) {
    kept.emplace();
    kept->a = sides.a;
    kept->b = sides.b;
    if (ready) kept = Compare(builder.library(), sides.a, sides.b);
  }
  return *kept;
}

void CompareStage(StageBuilder& builder, Rect rect) {
  if (IsMerging(builder.session())) {
    // By way of a pointer that may change: what is put into its caller would be no part of its own.
    decltype(&CodingsStage) volatile codings = CodingsStage;
    return codings(builder, rect);
  }
  const CompareModel model =
      BuildCompareModel(builder.library(), builder.session(), KeptComparison(builder));
  builder.Add(
      "stage", Landmark::kMain, builder.Say("Comparison"), rect, Ink::kPaper,
      [&](const Space& space) { return BuildCompareScene(model, space, builder.selected_y()); });
}

Commands CompareKey(const Library& library, const Session& session, const Frame& frame,
                    const KeyPress& key) {
  if (!IsMerging(session)) return {};
  decltype(&CodingsKey) volatile codings = CodingsKey;
  return codings(library, session, frame, key);
}

Legend CompareLegend(const Library& library, const Session& session) {
  const Say& say = library.say;
  Legend legend;
  if (IsMerging(session)) {
    legend.keys = {{"A", say("takes the first##keys at the foot")},
                   {"B", say("takes the second##keys at the foot")},
                   {"K", say("keeps both##keys at the foot")},
                   {"N", say("next to decide##keys at the foot")}};
    return legend;
  }
  legend.keys = {{"↑ ↓ ← →", say("move##keys at the foot")},
                 {"Enter", say("opens##keys at the foot")},
                 {"O", say("original place##keys at the foot")}};
  legend.signs = {Sign::kConflict, Sign::kPullApart, Sign::kMore,  Sign::kLess,
                  Sign::kNoEffect, Sign::kUnstated,  Sign::kSilent};
  return legend;
}

std::vector<ClaimId> BehindCompare(const Library& library, const ViewState& state) {
  const CompareSides sides = SidesOf(library, state);
  std::vector<ClaimId> claims;
  for (const CompareUnit& unit : Compare(library, sides.a, sides.b).units) {
    if (!state.verdict.empty() && state.verdict != Word(unit.verdict)) continue;
    Append(unit.a, &claims);
    Append(unit.b, &claims);
  }
  return claims;
}

}  // namespace proviso::view

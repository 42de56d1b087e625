#include "core/views/what_if/stage.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <span>
#include <utility>

#include "core/reason/reading.h"
#include "core/state/scenario.h"
#include "core/views/what_if/embed.h"
#include "core/views/what_if/landing.h"
#include "core/views/what_if/parts.h"
#include "core/views/what_if/scene.h"
#include "core/views/what_if/why_scene.h"
#include "core/voice/order.h"

namespace proviso::view {
namespace {

// What stands above for who is here for the first time.
void StageLanding(StageBuilder& builder, const WhatIfModel& model, Rect* rect) {
  const LandingModel landing = BuildLandingModel(builder.library(), model);
  const Space space = builder.SpaceFor({rect->x, rect->y, rect->w, 1});
  Scene scene = BuildLandingScene(landing, space);
  const float height = std::min(std::ceil(scene.height), std::round(rect->h / 3));
  builder.AddBar("tour", Landmark::kRegion, builder.Say("For newcomers"),
                 {rect->x, rect->y, rect->w, height}, Ink::kSunken,
                 [&](const Space& inner) { return BuildLandingScene(landing, inner); });
  rect->y += height;
  rect->h -= height;
}

// What is supposed in a bar above the answers, where the conditions have no room at their side.
void StageSupposed(StageBuilder& builder, const ScenarioModel& scenario, Rect* rect) {
  const float height = builder.Bar(50);
  builder.AddBar("supposed", Landmark::kRegion, builder.Say("What is supposed"),
                 {rect->x, rect->y, rect->w, height}, Ink::kSunken,
                 [&](const Space& space) { return BuildSupposedScene(scenario, space); });
  rect->y += height;
  rect->h -= height;
}

/// The model of the last frame, and what it was made of.
struct KeptModel {
  ViewState of, before;
  std::shared_ptr<const WhatIfModel> model;
};

// While nothing but the place that one looks at changes, it stays as it is.
std::shared_ptr<const WhatIfModel> ModelOf(StageBuilder& builder) {
  KeptModel& kept = builder.cache().Kept<KeptModel>();
  ViewState before = BeforeLastSwitch(builder.session());
  if (kept.model && kept.of == builder.state() && kept.before == before) return kept.model;
  kept.model = std::make_shared<const WhatIfModel>(
      BuildWhatIfModel(builder.library(), builder.session(), &builder.cache().answers,
                       &builder.cache().beside, &builder.cache().before));
  kept.of = builder.state();
  kept.before = std::move(before);
  return kept.model;
}

void Append(std::span<const ClaimId> more, std::vector<ClaimId>* claims) {
  claims->insert(claims->end(), more.begin(), more.end());
}

}  // namespace

// Through this one comes into the part of the program that has the card in somebody's page.
void EmbedStage(StageBuilder& builder, const WhatIfModel& model, Rect rect) {
  const EmbedModel card =
      BuildEmbedModel(builder.library(), builder.session(), builder.card(), model);
  const Scene foot = BuildEmbedFootScene(card, builder.SpaceFor({0, 0, rect.w, 1}));
  const float height = std::min(std::ceil(foot.height), std::round(rect.h / 3));
  rect.h -= height;
  builder.Add("stage", Landmark::kMain, builder.Say("Answers"), rect, Ink::kPaper,
              [&](const Space& space) { return BuildEmbedScene(card, builder.card(), space); });
  builder.AddBar("foot", Landmark::kContentInfo, builder.Say("Who coded it"),
                 {rect.x, rect.bottom(), rect.w, height}, Ink::kSunken,
                 [&](const Space& space) { return BuildEmbedFootScene(card, space); });
}

void WhatIfStage(StageBuilder& builder, Rect rect) {
  const ScenarioModel scenario = BuildScenarioModel(builder.library(), builder.session());
  const std::shared_ptr<const WhatIfModel> kept = ModelOf(builder);
  const WhatIfModel& model = *kept;
  if (builder.card() != CardSize::kNone) {
    // By way of a pointer that may change: whatever is put into its caller would be no part.
    decltype(&EmbedStage) volatile card = EmbedStage;
    card(builder, model, rect);
    return;
  }
  const bool landing = builder.session().tour_offered && builder.bars() == Bars::kAll &&
                       !builder.low() && !builder.crowded();
  if (landing) StageLanding(builder, model, &rect);
  const bool reasons =
      builder.crowded() && !builder.state().why.empty() && builder.state().selection.empty();
  const bool bar_below = builder.phone() && !builder.low();
  // The chart stays whole: where it would not, the conditions fold into a bar.
  const bool levers_beside = builder.wide() && !reasons && rect.w >= builder.S(1056);
  const bool bar_above = !levers_beside && !builder.phone() && rect.w >= builder.S(560);
  AnswersPlace place;
  place.dense = reasons || landing;
  place.bare = reasons;
  // With what the scrollbar of the conditions has at their edge, 76 to where the answers begin.
  place.gutter = levers_beside ? 60.0f - kScrollRoom : 0.0f;
  place.change = !levers_beside && !bar_above && !bar_below;
  WiresPlan plan;
  if (bar_below) {
    Space space = builder.SpaceFor({0, 0, rect.w, 1});
    rect.h -= BuildSupposeBarScene(model, scenario, space).height;
  } else if (bar_above) {
    StageSupposed(builder, scenario, &rect);
  } else if (levers_beside) {
    Rect levers = rect;
    levers.w = builder.S(416) + kScrollRoom;
    std::vector<WireStart> starts;
    const Panel& side = builder.Add("side", Landmark::kComplementary, builder.Say("Conditions"),
                                    levers, Ink::kPaper, [&](const Space& space) {
                                      LeversScene scene = BuildLeversScene(model, scenario, space);
                                      starts = std::move(scene.starts);
                                      return std::move(scene.scene);
                                    });
    for (WireStart& start : starts) start.y -= side.scroll_y;
    plan.starts = std::move(starts);
    const Outcome outcome = FindOutcome(builder.library(), builder.state().target);
    const ViewState& state = builder.state();
    plan.wires =
        BuildWires(builder.library(), state, outcome, model,
                   ScenarioOf(builder.library().dataset, state.on, state.off, state.strict),
                   &builder.cache().Kept<WithoutOne>());
    rect.x += levers.w;
    rect.w -= levers.w;
  }
  builder.Add("stage", Landmark::kMain, builder.Say("Answers"), rect, Ink::kPaper,
              [&](const Space& space) {
                WiresPlan here = plan;
                for (WireStart& start : here.starts) start.y += space.scroll_y;
                here.top = space.scroll_y;
                here.bottom = space.scroll_y + rect.h;
                return BuildAnswersScene(model, here, place, space);
              });
  if (bar_below) {
    const Rect bar{rect.x, rect.bottom(), rect.w,
                   builder.frame().viewport.height - builder.FootHeight() - rect.bottom()};
    builder.AddBar(
        "suppose", Landmark::kRegion, builder.Say("What is supposed"), bar, Ink::kPaper,
        [&](const Space& inner) { return BuildSupposeBarScene(model, scenario, inner); });
  }
}

// Through this one comes into the part of the program that has the details.
std::optional<Beside> ReasonsPanel(StageBuilder& builder, Rect rect) {
  std::optional<WhyModel> why =
      BuildWhyModel(builder.library(), builder.session(), &builder.cache().answers);
  if (!why) return std::nullopt;
  return Beside{builder.Say("Reasons"), std::min(builder.S(580), std::round(rect.w * 0.48f)),
                [why = *std::move(why)](const Space& space) { return BuildWhyScene(why, space); }};
}

std::optional<Beside> ReasonsBeside(StageBuilder& builder, Rect rect) {
  if (!what_if::kReasons.needed(builder.state())) return std::nullopt;
  // By way of a pointer that may change: whatever is put into its caller would be no part.
  decltype(&ReasonsPanel) volatile panel = ReasonsPanel;
  return panel(builder, rect);
}

Legend WhatIfLegend(const Library& library, const Session& session) {
  Legend legend;
  bool doubted = false;
  std::uint32_t deepest = 0;
  for (std::uint32_t i = 0; i < library.views.size(); ++i) {
    deepest = std::max(deepest, library.views.rows[i].depth);
    doubted = doubted || DoubtOf(library, reason::ViewIndex(i)) != nullptr;
  }
  legend.voices.push_back({Distance::kOwn, false});
  if (deepest > 1) legend.voices.push_back({Distance::kQuoted, false});
  if (deepest > 2) legend.voices.push_back({Distance::kPassedOn, false});
  if (doubted) legend.voices.push_back({Distance::kPassedOn, true});
  legend.before = !session.state.on.empty() || !session.state.off.empty();
  legend.signs = {Sign::kMore,   Sign::kLess,     Sign::kNoEffect,
                  Sign::kPulled, Sign::kUnstated, Sign::kSilent};
  return legend;
}

/// What the answers that the state's suppositions change rest on; where they change none, or
/// nothing is supposed, what all answers rest on.
std::vector<ClaimId> BehindWhatIf(const Library& library, const ViewState& state) {
  const Outcome outcome = FindOutcome(library, state.target);
  if (!outcome.target) return {};
  const reason::Scenario scenario = ScenarioOf(library.dataset, state.on, state.off, state.strict);
  Answers answers, open;
  answers.Follow(library, outcome.target, scenario);
  open.Follow(library, outcome.target, {});
  std::vector<ClaimId> all, changed;
  for (std::uint32_t i = 0; i < library.views.size(); ++i) {
    const reason::ViewIndex view(i);
    if (answers.reach().of_view[i] == reason::Reach::kNothing) continue;
    const Reply& reply = answers.ReplyOf(library, view);
    if (!reply.answers()) continue;
    const Reply& before = open.ReplyOf(library, view);
    const bool moved = scenario != open.scenario() && reply.words != before.words;
    const std::vector<ClaimId> counted =
        reason::ClaimsCounted(library.dataset, answers.Of(library, view));
    Append(counted, &all);
    if (moved) Append(counted, &changed);
    for (const NearLine& near : reply.near) {
      Append(near.claims, &all);
      const bool told =
          std::any_of(before.near.begin(), before.near.end(),
                      [&near](const NearLine& one) { return one.words == near.words; });
      if (moved && !told) Append(near.claims, &changed);
    }
  }
  return changed.empty() ? all : changed;
}

}  // namespace proviso::view

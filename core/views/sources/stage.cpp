#include "core/views/sources/stage.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/views/sources/code.h"
#include "core/views/sources/copy_scene.h"
#include "core/views/sources/scene.h"

namespace proviso::view {

namespace {

/// The texts as strips over the paragraphs of the shown one; false, and nothing is added, where the
/// strips would leave them too little room.
bool StripsStage(StageBuilder& builder, const SourcesModel& model, Rect rect) {
  // Buttons of this size at least would be too high without being drawn.
  constexpr float kLeastButton = 24;
  const float others = static_cast<float>(model.cards.size()) - 3;
  if (others * kLeastButton * kLeastButton > rect.w * rect.h * 0.6f) return false;
  const float high = BuildStripsScene(model, builder.SpaceFor(rect), {}).height;
  if (high > rect.h * 0.6f) return false;
  const std::size_t at = builder.frame().panels.size();
  const Rect below{rect.x, rect.y + high, rect.w, rect.h - high};
  const Panel& stage = builder.Add(
      "stage", Landmark::kMain, builder.Say("Outline"), below, Ink::kPaper,
      [&](const Space& space) { return BuildGlossesScene(model, space, builder.selected_y()); });
  // What stands in sight is known once it stands; the strips say so, and are read before it.
  const Scene outline = stage.scene;
  const InSight sight{&outline, stage.scroll_y, stage.scroll_y + below.h};
  builder.Add("side", Landmark::kComplementary, builder.Say("Texts"),
              {rect.x, rect.y, rect.w, high}, Ink::kPaper,
              [&](const Space& space) { return BuildStripsScene(model, space, sight); });
  std::swap(builder.frame().panels[at], builder.frame().panels[at + 1]);
  return true;
}

}  // namespace

// One paragraph of the shown text, with the texts above it and the way to a copy below. Through
// this one comes into the part of the program that has it.
void PhoneStage(StageBuilder& builder, const SourcesModel& model, Rect rect) {
  const Scene bar = BuildPhoneCopyScene(model, builder.SpaceFor({0, 0, rect.w, 1}));
  const float high = builder.low() ? 0 : std::min(bar.height, std::round(rect.h / 3));
  rect.h -= high;
  Panel& stage = builder.Add(
      "stage", Landmark::kMain, builder.Say("Outline"), rect, Ink::kPaper,
      [&](const Space& space) { return BuildPhoneSourcesScene(model, high <= 0, space); });
  stage.swipe_left = "sources/next";
  stage.swipe_right = "sources/previous";
  if (high > 0)
    builder.AddBar("copy", Landmark::kRegion, builder.Say("Your copy"),
                   {rect.x, rect.bottom(), rect.w, high}, Ink::kPaper,
                   [&](const Space& space) { return BuildPhoneCopyScene(model, space); });
}

void SourcesStage(StageBuilder& builder, Rect rect) {
  if (IsCoding(builder.session())) {
    // By way of a pointer that may change: what is put into its caller would be no part of its own.
    decltype(&CodeStage) volatile code = CodeStage;
    return code(builder, rect);
  }
  const SourcesModel model =
      BuildSourcesModel(builder.library(), builder.session(), &builder.cache().Kept<OnOutcome>());
  if (builder.wide() && !model.copy_shown && !builder.SpaceFor(rect).coarse &&
      !model.cards.empty() && StripsStage(builder, model, rect))
    return;
  if (builder.phone() && !model.copy_shown && !model.cards.empty()) {
    // By way of a pointer that may change: whatever is put into its caller would be no part.
    decltype(&PhoneStage) volatile phone = PhoneStage;
    phone(builder, model, rect);
    return;
  }
  Rect stage = rect;
  if (builder.wide()) {
    Rect side = rect;
    side.w = builder.S(280);
    stage.x += side.w;
    stage.w -= side.w;
    builder.Add("side", Landmark::kComplementary, builder.Say("Texts"), side, Ink::kPaper,
                [&](const Space& space) {
                  return BuildDocumentsScene(model, space, &builder.cache().Kept<CardHeights>());
                });
  }
  const CopyPtr copy = model.copy_shown ? ShownCopy(builder.library(), builder.session()) : nullptr;
  if (copy == nullptr) {
    builder.Add("stage", Landmark::kMain, builder.Say("Outline"), stage, Ink::kPaper,
                [&](const Space& space) {
                  return model.copy_shown && !model.cards.empty()
                             ? BuildNoCopyScene(model, space)
                             : BuildOutlineScene(model, space, &builder.cache().Kept<CardHeights>(),
                                                 builder.selected_y());
                });
    return;
  }
  const CopyModel own = BuildCopyModel(builder.library(), builder.session(), copy);
  builder.Add("stage", Landmark::kMain, builder.Say("Your copy"), stage, Ink::kPaper,
              [&](const Space& space) {
                return BuildCopyScene(model, own, space, &builder.cache().Kept<CopyFlow>(),
                                      builder.selected_y());
              });
}

Legend SourcesLegend(const Library& library, const Session& session) {
  const Say& say = library.say;
  Legend legend;
  legend.keys = {{"↑ ↓", say("move##keys at the foot")}, {"Enter", say("opens##keys at the foot")}};
  if (IsCoding(session))
    legend.keys = {{"S", say("next sentence##keys at the foot")},
                   {"Shift ← →", say("marks##keys at the foot")},
                   {"C", say("codes##keys at the foot")},
                   {"Esc", say("keeps a draft##keys at the foot")}};
  if (const CopyPtr copy = IsCoding(session) ? nullptr : ShownCopy(library, session)) {
    std::vector<StateCount> counts;
    for (const locate::Finding& finding : copy->report.findings)
      Count(CheckOf(library, session, finding.passage).state, &counts);
    FinishCounts(say, &counts);
    for (const StateCount& count : counts) legend.checks.push_back(count.state);
    legend.keys.push_back({"N", say("next problem##keys at the foot")});
  }
  legend.signs = {Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kUnstated};
  return legend;
}

/// The claims that stand in the text shown.
std::vector<ClaimId> BehindSources(const Library& library, const ViewState& state) {
  const RecordRef text = library.dataset.Find(state.document);
  if (!text || text.table != Table::kDocuments) return PassingClaims(library, state);
  const auto list = library.index.claims_in_document[DocumentId(text.index)];
  return {list.begin(), list.end()};
}

Commands SourcesKey(const Library& library, const Session& session, const Frame& frame,
                    const KeyPress& key) {
  if (IsCoding(session)) {
    decltype(&CodeKey) volatile code = CodeKey;
    return code(library, session, frame, key);
  }
  const bool covered = std::any_of(frame.panels.begin(), frame.panels.end(),
                                   [](const Panel& panel) { return panel.modal; });
  if (!session.single_keys || covered || (key.key != "n" && key.key != "N")) return {};
  const std::string next = NextProblem(library, session);
  return next.empty() ? Commands{} : Commands{OpenPlace{next}};
}

}  // namespace proviso::view

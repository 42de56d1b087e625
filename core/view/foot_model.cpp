#include "core/view/foot_model.h"

#include "core/view/sources_model.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

void AddSigns(const Say& say, std::initializer_list<Sign> signs, FootModel* model) {
  for (const Sign sign : signs) {
    SignMark mark;
    mark.sign = sign;
    mark.words = say(Label(sign));
    model->legend.push_back(std::move(mark));
  }
}

}  // namespace

FootModel BuildFootModel(const Library& library, const Session& session) {
  const Dataset& dataset = library.dataset;
  const Say& say = library.say;
  FootModel model;
  switch (session.state.view) {
    case ViewId::kClaims:
      model.keys = {{"↑ ↓", say("move##keys at the foot")},
                    {"Enter", say("opens##keys at the foot")},
                    {"O", say("original place##keys at the foot")},
                    {"F", say("words##keys at the foot")}};
      AddSigns(say,
               {Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kUnstated, Sign::kRanking,
                Sign::kLevel, Sign::kSilent},
               &model);
      break;
    case ViewId::kMatrix:
      model.keys = {{"← → ↑ ↓", say("move##keys at the foot")},
                    {"Enter", say("opens##keys at the foot")},
                    {"O", say("original place##keys at the foot")}};
      if (session.state.matrix_columns == MatrixColumns::kConditions)
        AddSigns(say,
                 {Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kUnstated, Sign::kRanking,
                  Sign::kLevel},
                 &model);
      break;
    case ViewId::kActors:
      model.keys = {
          {say("Arrows"), say("move##keys at the foot")},
          {"Enter", say("opens##keys at the foot")},
          {"Z", say("zoom##keys at the foot")},
          {"0", say("fit##keys at the foot")},
          {say("Shift drag##keys at the foot"), say("draw only these##keys at the foot")}};
      break;
    case ViewId::kMap:
      model.keys = {{say("Arrows"), say("move##keys at the foot")},
                    {"Enter", say("opens##keys at the foot")},
                    {"Z", say("zoom##keys at the foot")},
                    {"0", say("fit##keys at the foot")}};
      AddSigns(say, {Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kUnstated, Sign::kLevel},
               &model);
      break;
    case ViewId::kTimeline:
      model.keys = {{"← → ↑ ↓", say("move##keys at the foot")},
                    {"Enter", say("opens##keys at the foot")},
                    {"Z", say("zooms##keys at the foot")},
                    {"0", say("whole span##keys at the foot")}};
      break;
    case ViewId::kCompare:
      model.keys = {{"↑ ↓ ← →", say("move##keys at the foot")},
                    {"Enter", say("opens##keys at the foot")},
                    {"O", say("original place##keys at the foot")}};
      AddSigns(say, {Sign::kConflict, Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kSilent},
               &model);
      break;
    case ViewId::kQuestions:
      model.keys = {{"↑ ↓", say("move##keys at the foot")},
                    {"Enter", say("opens##keys at the foot")},
                    {"Esc", say("closes##keys at the foot")}};
      break;
    case ViewId::kSources:
      model.keys = {{"↑ ↓", say("move##keys at the foot")},
                    {"Enter", say("opens##keys at the foot")}};
      if (const CopyPtr copy = ShownCopy(library, session)) {
        std::vector<StateCount> counts;
        for (const locate::Finding& finding : copy->report.findings)
          Count(CheckOf(library, session, finding.passage).state, &counts);
        FinishCounts(say, &counts);
        for (const StateCount& count : counts) model.checks.push_back(count.state);
        model.keys.push_back({"N", say("next problem##keys at the foot")});
      }
      AddSigns(say, {Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kSilent}, &model);
      break;
    default:
      AddSigns(say, {Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kPulled, Sign::kSilent},
               &model);
  }
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i) {
    const Document& document = dataset.documents[i];
    std::string words = LetterOf(DocumentId(i)) + " " + std::string(document.title);
    if (!document.published.empty())
      words = say("{0}, {1}", {words, DateWords(document.published, say)});
    model.documents.push_back(std::move(words));
  }
  model.dataset = dataset.info.title;
  if (!dataset.info.version.empty())
    model.dataset = say("{0}, version {1}", {model.dataset, dataset.info.version});
  model.counts = say.Counted(dataset.claims.size(), "{0} claim", "{0} claims") + " · " +
                 say.Counted(dataset.actors.size(), "{0} actor", "{0} actors") + " · " +
                 say.Counted(dataset.conditions.size(), "{0} link", "{0} links");
  return model;
}

}  // namespace proviso::view

#include "core/view/foot_model.h"

#include "core/view/sources_model.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

void AddSigns(std::initializer_list<Sign> signs, FootModel* model) {
  for (const Sign sign : signs) {
    SignMark mark;
    mark.sign = sign;
    mark.words = Label(sign);
    model->legend.push_back(std::move(mark));
  }
}

}  // namespace

FootModel BuildFootModel(const Library& library, const Session& session) {
  const Dataset& dataset = library.dataset;
  FootModel model;
  switch (session.state.view) {
    case ViewId::kClaims:
      model.keys = {{"↑ ↓", "move"}, {"Enter", "opens"}, {"O", "original place"}, {"F", "words"}};
      AddSigns({Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kUnstated, Sign::kRanking,
                Sign::kLevel, Sign::kSilent},
               &model);
      break;
    case ViewId::kMatrix:
      model.keys = {{"← → ↑ ↓", "move"}, {"Enter", "opens"}, {"O", "original place"}};
      if (session.state.matrix_columns == MatrixColumns::kConditions)
        AddSigns({Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kUnstated, Sign::kRanking,
                  Sign::kLevel},
                 &model);
      break;
    case ViewId::kActors:
      model.keys = {{"Arrows", "move"},
                    {"Enter", "opens"},
                    {"Z", "zoom"},
                    {"0", "fit"},
                    {"Shift drag", "draw only these"}};
      break;
    case ViewId::kMap:
      model.keys = {{"Arrows", "move"}, {"Enter", "opens"}, {"Z", "zoom"}, {"0", "fit"}};
      AddSigns({Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kUnstated, Sign::kLevel}, &model);
      break;
    case ViewId::kTimeline:
      model.keys = {{"← → ↑ ↓", "move"}, {"Enter", "opens"}, {"Z", "zooms"}, {"0", "whole span"}};
      break;
    case ViewId::kCompare:
      model.keys = {{"↑ ↓ ← →", "move"}, {"Enter", "opens"}, {"O", "original place"}};
      AddSigns({Sign::kConflict, Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kSilent}, &model);
      break;
    case ViewId::kQuestions:
      model.keys = {{"↑ ↓", "move"}, {"Enter", "opens"}, {"Esc", "closes"}};
      break;
    case ViewId::kSources:
      model.keys = {{"↑ ↓", "move"}, {"Enter", "opens"}};
      if (const CopyPtr copy = ShownCopy(library, session)) {
        std::vector<StateCount> counts;
        for (const locate::Finding& finding : copy->report.findings)
          Count(CheckOf(library, session, finding.passage).state, &counts);
        FinishCounts(&counts);
        for (const StateCount& count : counts) model.checks.push_back(count.state);
        model.keys.push_back({"N", "next problem"});
      }
      AddSigns({Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kSilent}, &model);
      break;
    default:
      AddSigns({Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kPulled, Sign::kSilent}, &model);
  }
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i) {
    const Document& document = dataset.documents[i];
    std::string words = LetterOf(DocumentId(i)) + " " + std::string(document.title);
    if (!document.published.empty()) words += ", " + DateWords(document.published);
    model.documents.push_back(std::move(words));
  }
  model.dataset = dataset.info.title;
  if (!dataset.info.version.empty())
    model.dataset += ", version " + std::string(dataset.info.version);
  model.counts = Counted(dataset.claims.size(), "claim", "claims") + " · " +
                 Counted(dataset.actors.size(), "actor", "actors") + " · " +
                 Counted(dataset.conditions.size(), "link", "links");
  return model;
}

}  // namespace proviso::view

#include "core/view/evidence.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

#include "core/base/sort.h"
#include "core/reason/reading.h"
#include "core/view/answers.h"
#include "core/view/claims_model.h"
#include "core/view/compare.h"

namespace proviso::view {
namespace {

using Claims = std::vector<ClaimId>;

void Append(std::span<const ClaimId> more, Claims* claims) {
  claims->insert(claims->end(), more.begin(), more.end());
}

/// What the answers under the state's suppositions rest on.
Claims InAnswers(const Library& library, const ViewState& state) {
  Claims claims;
  const Outcome outcome = FindOutcome(library, state);
  if (!outcome.target) return claims;
  Answers answers;
  answers.Follow(library, outcome.target,
                 ScenarioOf(library.dataset, state.on, state.off, state.strict));
  for (std::uint32_t i = 0; i < answers.verdicts().size(); ++i) {
    const reason::Verdict& verdict = answers.verdicts()[i];
    const bool level =
        verdict.status != reason::Status::kSilent && verdict.status != reason::Status::kAssumed;
    if (level || verdict.direction != reason::Direction::kNone)
      Append(reason::UsedClaims(library.dataset, answers.Of(library, reason::ViewIndex(i))),
             &claims);
  }
  return claims;
}

Claims InComparison(const Library& library, const ViewState& state) {
  const CompareSides sides = SidesOf(library, state);
  Claims claims;
  for (const CompareUnit& unit : Compare(library, sides.a, sides.b).units) {
    if (!state.verdict.empty() && state.verdict != Word(unit.verdict)) continue;
    Append(unit.a, &claims);
    Append(unit.b, &claims);
  }
  return claims;
}

/// The claims about what leads to the outcome.
Claims OnTheMap(const Library& library, const ViewState& state) {
  const Outcome outcome = FindOutcome(library, state);
  Claims claims;
  for (std::uint32_t i = 0; i < library.dataset.claims.size(); ++i) {
    const Claim& claim = library.dataset.claims[i];
    if (claim.about.kind == AboutKind::kCondition &&
        BearingOf(library, outcome, claim) != Bearing::kBackground)
      claims.emplace_back(i);
  }
  return claims;
}

Claims Shown(const Library& library, const ViewState& state) {
  const RecordRef record = library.dataset.Find(state.selection);
  switch (state.view) {
    case ViewId::kWhatIf:
      return InAnswers(library, state);
    case ViewId::kCompare:
      return InComparison(library, state);
    case ViewId::kMap:
      return OnTheMap(library, state);
    case ViewId::kActors:
      if (record && record.table == Table::kActors) {
        const auto list = library.index.claims_mentioning[ActorId(record.index)];
        return {list.begin(), list.end()};
      }
      break;
    case ViewId::kSources:
      if (const RecordRef text = library.dataset.Find(state.document);
          text && text.table == Table::kDocuments) {
        const auto list = library.index.claims_in_document[DocumentId(text.index)];
        return {list.begin(), list.end()};
      }
      break;
    default:
      break;
  }
  return PassingClaims(library, state);
}

}  // namespace

ShownClaims FindEvidence(const Library& library, const ViewState& state) {
  const Dataset& dataset = library.dataset;
  ShownClaims evidence;
  evidence.link = EncodeLink(state);
  Claims claims = Shown(library, state);
  SortList(&claims);
  claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
  const Claims passing = PassingClaims(library, state);
  std::set_intersection(claims.begin(), claims.end(), passing.begin(), passing.end(),
                        std::back_inserter(evidence.claims));
  const auto place = [&dataset](ClaimId id) {
    const Passage& first = dataset[dataset[id].passages.front()];
    return std::make_tuple(first.document.index(), first.start, id.index());
  };
  SortList(&evidence.claims, [&place](ClaimId a, ClaimId b) { return place(a) < place(b); });
  return evidence;
}

}  // namespace proviso::view

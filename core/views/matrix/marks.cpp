// In which columns of the matrix a claim stands, and what it says there.

#include <algorithm>

#include "core/views/matrix/table.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

void AddMark(PropositionId p, bool turned, bool unless, std::vector<MatrixMark>* marks) {
  const auto same = [p](const MatrixMark& mark) { return mark.column == p; };
  if (p && std::none_of(marks->begin(), marks->end(), same)) marks->push_back({p, turned, unless});
}

/// The conditions of a link, but not the outcome itself.
void AddLink(const Condition& condition, PropositionId target, std::vector<MatrixMark>* marks) {
  const auto add = [&](Literal from, bool unless) {
    if (from.proposition() != target) AddMark(from.proposition(), from.negated(), unless, marks);
  };
  if (condition.form == Form::kExplains) {
    // A diagnostic link runs from its consequent, the cause, to what it explains.
    if (condition.consequent.proposition() != target)
      AddMark(condition.consequent.proposition(), false, false, marks);
    return;
  }
  for (const Literal from : condition.antecedents) add(from, false);
  for (const Literal from : condition.unless) add(from, true);
}

/// True if some link leads from `p` toward the outcome.
bool LinksToward(const Library& library, const Outcome& outcome, PropositionId p) {
  const auto reached = [&](Literal to) {
    return to.proposition() == outcome.target || outcome.leads[to.proposition().index()] != 0;
  };
  if (p == outcome.target) return false;
  for (const ConditionId id : library.index.conditions_from[p]) {
    const Condition& link = library.dataset[id];
    if (link.form != Form::kExplains && reached(link.consequent)) return true;
  }
  for (const ConditionId id : library.index.conditions_to[p]) {
    const Condition& link = library.dataset[id];
    if (link.form == Form::kExplains &&
        std::any_of(link.antecedents.begin(), link.antecedents.end(), reached))
      return true;
  }
  return false;
}

}  // namespace

std::vector<MatrixMark> MarksOf(const Library& library, const Outcome& outcome,
                                MatrixColumns columns, const Claim& claim) {
  const Dataset& dataset = library.dataset;
  std::vector<MatrixMark> marks;
  const About& about = claim.about;
  if (columns == MatrixColumns::kPropositions) {
    if (about.kind == AboutKind::kProposition)
      AddMark(about.literal.proposition(), about.literal.negated(), false, &marks);
    if (about.kind == AboutKind::kComparison)
      for (const RecordRef side : {about.more, about.less})
        if (side && side.table == Table::kPropositions)
          AddMark(PropositionId(side.index), false, false, &marks);
    return marks;
  }
  if (BearingOf(library, outcome, claim) == Bearing::kBackground) return marks;
  if (about.kind == AboutKind::kCondition)
    AddLink(dataset[about.condition], outcome.target, &marks);
  if (about.kind == AboutKind::kComparison)
    for (const RecordRef side : {about.more, about.less}) {
      if (side && side.table == Table::kPropositions)
        AddMark(PropositionId(side.index), false, false, &marks);
      else if (side)
        AddLink(dataset.conditions[side.index], outcome.target, &marks);
    }
  // What is only ranked, or explained on no way to the outcome, is no condition of it.
  marks.erase(std::remove_if(marks.begin(), marks.end(),
                             [&](const MatrixMark& mark) {
                               return !LinksToward(library, outcome, mark.column);
                             }),
              marks.end());
  return marks;
}

SignMark SignAt(const Library& library, const Outcome& outcome, MatrixColumns columns,
                const Claim& claim, const MatrixMark& mark) {
  SignMark sign = SignOf(library, outcome, claim);
  if (columns == MatrixColumns::kPropositions) {
    // Here a level says all there is; how far the proposition is from the outcome is no matter.
    sign.sign = claim.about.kind == AboutKind::kComparison ? Sign::kRanking : Sign::kLevel;
    sign.other_step = false;
    sign.not_held = Rejected(claim);
    sign.words = claim.about.kind == AboutKind::kComparison ? library.say("Ranked") : std::string();
    return sign;
  }
  if (mark.unless && claim.about.kind == AboutKind::kCondition) {
    sign.sign = Sign::kUnstated;
    sign.words = SignWords(library, sign, Key("Takes the reason away, direction not said"));
  } else if (mark.turned && Flipped(sign.sign) != sign.sign) {
    sign.sign = Flipped(sign.sign);
    sign.words = SignWords(library, sign, Label(sign.sign));
  }
  return sign;
}

std::vector<ClaimId> ClaimsOfCell(const Library& library, const Outcome& outcome,
                                  MatrixColumns columns, ActorId holder,
                                  PropositionId proposition) {
  std::vector<ClaimId> claims;
  for (const ClaimId id : library.index.claims_held[holder]) {
    const std::vector<MatrixMark> marks = MarksOf(library, outcome, columns, library.dataset[id]);
    if (std::any_of(marks.begin(), marks.end(),
                    [proposition](const MatrixMark& mark) { return mark.column == proposition; }))
      claims.push_back(id);
  }
  return claims;
}

bool HeardInPart(const Library& library, const ViewState& state, ActorId holder) {
  const std::vector<std::string>& wanted =
      state.claims.filter.values[static_cast<std::size_t>(query::Facet::kDocument)];
  for (const ClaimId id : library.index.claims_held[holder]) {
    const Document& document = library.dataset[DocumentOf(library.dataset, library.dataset[id])];
    if (document.coded == Coded::kPartial &&
        (wanted.empty() || std::find(wanted.begin(), wanted.end(), document.id) != wanted.end()))
      return true;
  }
  return false;
}

}  // namespace proviso::view

#include "core/state/sides.h"

namespace proviso::view {

CompareSides SidesOf(const Library& library, const ViewState& state) {
  const Dataset& dataset = library.dataset;
  const auto named = [&dataset](const std::string& id) {
    const RecordRef record = dataset.Find(id);
    const bool fits =
        record && (record.table == Table::kDocuments || record.table == Table::kActors);
    return fits ? record : RecordRef{};
  };
  const auto other = [&dataset](RecordRef than) {
    for (std::uint32_t i = 0; i < dataset.documents.size(); ++i)
      if (const RecordRef text{Table::kDocuments, i}; text != than) return text;
    return RecordRef{};
  };
  CompareSides sides{named(state.side_a), named(state.side_b)};
  if (state.side_a.empty()) sides.a = other(sides.b);
  if (state.side_b.empty()) sides.b = other(sides.a);
  return sides;
}

std::optional<ViewState> CompareStateOf(const Library& library, const ViewState& state,
                                        RecordRef record) {
  const Dataset& dataset = library.dataset;
  if (!record) return std::nullopt;
  const auto head = [&](ConditionId id) { return dataset[id].consequent.proposition(); };
  PropositionId matter;
  if (record.table == Table::kPropositions) matter = PropositionId(record.index);
  if (record.table == Table::kConditions) matter = head(ConditionId(record.index));
  if (record.table == Table::kClaims) {
    const About& about = dataset[ClaimId(record.index)].about;
    if (about.kind == AboutKind::kProposition) matter = about.literal.proposition();
    if (about.kind == AboutKind::kCondition) matter = head(about.condition);
  }
  const CompareSides sides = SidesOf(library, state);
  if (!matter || !sides.a || !sides.b) return std::nullopt;
  ViewState next = state;
  next.view = ViewId::kCompare;
  next.verdict.clear();
  next.selection = dataset[matter].id;
  next.camera = {};
  return next;
}

}  // namespace proviso::view

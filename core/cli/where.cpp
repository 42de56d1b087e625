#include "core/cli/where.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/sort.h"
#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/query/facet_value.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

using query::Facet;

template <class E>
std::vector<std::string> Words() {
  return {kWords<E>.begin(), kWords<E>.end()};
}

template <class Records>
std::vector<std::string> IdsOf(const Records& records) {
  std::vector<std::string> ids;
  for (const auto& record : records) ids.emplace_back(record.id);
  return ids;
}

/// Every value that a claim of this dataset could have.
std::vector<std::string> PossibleValues(const Dataset& dataset, const query::FacetTable& facets,
                                        Facet facet) {
  std::vector<std::string> values;
  switch (facet) {
    case Facet::kHolder:
      values = IdsOf(dataset.actors);
      break;
    case Facet::kDocument:
      values = IdsOf(dataset.documents);
      break;
    case Facet::kTopic:
      values = IdsOf(dataset.topics);
      break;
    case Facet::kProposition:
      values = IdsOf(dataset.propositions);
      break;
    case Facet::kDirection:
      values = Words<query::Direction>();
      break;
    case Facet::kModality:
      values = Words<Modality>();
      break;
    case Facet::kStance:
      values = Words<Stance>();
      break;
    case Facet::kEvidence:
      values = Words<Evidence>();
      break;
    case Facet::kAct:
      values = Words<Act>();
      break;
    case Facet::kKind:
      values = Words<ClaimKind>();
      break;
    case Facet::kForm:
      values = Words<Form>();
      break;
    case Facet::kYear:
      break;
  }
  for (const std::string_view value : facets.values(facet))
    if (std::find(values.begin(), values.end(), value) == values.end()) values.emplace_back(value);
  return values;
}

/// What a passing claim needs, by table.
class Needed {
 public:
  explicit Needed(const Dataset& dataset) : dataset_(dataset) {
    for (std::size_t i = 0; i < kTableCount; ++i)
      marks_[i].resize(dataset.count(static_cast<Table>(i)));
  }

  void Add(ClaimId id) {
    const Claim& claim = dataset_[id];
    Mark(Table::kClaims, id.index());
    for (const PassageId passage : claim.passages) {
      Mark(Table::kPassages, passage.index());
      Mark(Table::kDocuments, dataset_[passage].document.index());
    }
    for (const Step& step : claim.attribution) Mark(Table::kActors, step.actor.index());
    for (const TopicId topic : claim.topics) Mark(Table::kTopics, topic.index());
    switch (claim.about.kind) {
      case AboutKind::kProposition:
        Mark(Table::kPropositions, claim.about.literal.proposition().index());
        break;
      case AboutKind::kCondition:
        AddRanked({Table::kConditions, claim.about.condition.index()});
        break;
      case AboutKind::kQuantity:
        Mark(Table::kQuantities, claim.about.quantity.index());
        break;
      case AboutKind::kComparison:
        AddRanked(claim.about.more);
        AddRanked(claim.about.less);
        break;
    }
  }

  /// Once all claims are in: what lies between or hangs on what was marked.
  void Finish() {
    for (std::uint32_t i = 0; i < dataset_.relations.size(); ++i) {
      const Relation& relation = dataset_.relations[i];
      if (Has(Table::kClaims, relation.from.index()) && Has(Table::kClaims, relation.to.index()))
        Mark(Table::kRelations, i);
    }
    for (std::uint32_t i = 0; i < dataset_.events.size(); ++i)
      if (Has(Table::kPropositions, dataset_.events[i].proposition.index()))
        Mark(Table::kEvents, i);
  }

  bool Has(Table table, std::uint32_t i) const {
    return marks_[static_cast<std::size_t>(table)][i] != 0;
  }

 private:
  void Mark(Table table, std::uint32_t i) { marks_[static_cast<std::size_t>(table)][i] = 1; }

  void AddRanked(RecordRef record) {
    if (!record) return;
    Mark(record.table, record.index);
    if (record.table != Table::kConditions) return;
    const Condition& condition = dataset_.conditions[record.index];
    const auto mark = [this](Literal l) { Mark(Table::kPropositions, l.proposition().index()); };
    for (const Literal literal : condition.antecedents) mark(literal);
    for (const Literal literal : condition.unless) mark(literal);
    mark(condition.consequent);
  }

  const Dataset& dataset_;
  std::array<std::vector<std::uint8_t>, kTableCount> marks_;
};

}  // namespace

Result<query::ClaimFilter> ParseWhere(const Dataset& dataset, const query::FacetTable& facets,
                                      const std::vector<std::string>& where) {
  query::ClaimFilter filter;
  for (const std::string& word : where) {
    const auto pair = SplitPair(word);
    if (!pair)
      return CallProblem("--where " + view::Quoted(word) + " names no facet and value.",
                         "Write --where FACET=VALUE, like --where modality=likely.");
    const auto facet = ParseWord<Facet>(pair->first);
    if (!facet)
      return CallProblem("There is no facet " + view::Quoted(pair->first) + ".",
                         MeantWords(pair->first, Words<Facet>()));
    const std::vector<std::string> values = PossibleValues(dataset, facets, *facet);
    const std::string& value = pair->second;
    if (std::find(values.begin(), values.end(), value) == values.end())
      return CallProblem(
          "The facet " + pair->first + " has no value " + view::Quoted(value) + ".",
          MeantWords(value, values) + "\n    “proviso facets” lists the values that claims have.");
    filter.values[static_cast<std::size_t>(*facet)].push_back(value);
  }
  for (std::vector<std::string>& values : filter.values) {
    SortList(&values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }
  return filter;
}

std::string NearWords(const Dataset& dataset, const query::ClaimFilter& filter,
                      const Claim& claim) {
  std::string words;
  for (const std::string& value : filter.values[static_cast<std::size_t>(Facet::kProposition)]) {
    const RecordRef record = dataset.Find(value);
    if (!record || record.table != Table::kPropositions) continue;
    const query::NearMatter near = query::NearMatterOf(dataset, claim, PropositionId(record.index));
    if (near.itself) return {};
    if (words.empty() && near.about)
      words = std::string(Word(near.how)) + ": " + std::string(dataset[near.about].id);
  }
  return words;
}

Result<std::vector<std::uint32_t>> FindRecords(const Dataset& dataset,
                                               const query::FacetTable& facets, Table table,
                                               const query::ClaimFilter& filter) {
  std::vector<std::uint32_t> records;
  const std::uint32_t count = static_cast<std::uint32_t>(dataset.count(table));
  if (filter.empty()) {
    for (std::uint32_t i = 0; i < count; ++i) records.push_back(i);
    return records;
  }
  if (table == Table::kQuestions)
    return CallProblem("--where filters claims, and no claim needs a question.",
                       "List the questions without --where.");
  Needed needed(dataset);
  for (const ClaimId claim : facets.Find(filter)) needed.Add(claim);
  needed.Finish();
  for (std::uint32_t i = 0; i < count; ++i)
    if (needed.Has(table, i)) records.push_back(i);
  return records;
}

}  // namespace proviso::cli

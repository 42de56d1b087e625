#include "core/views/matrix/table.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "core/base/sort.h"
#include "core/query/seriation.h"
#include "core/reason/views.h"
#include "core/state/passing.h"
#include "core/voice/order.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFu;

/// An entry before it has its place.
struct Placed {
  std::uint32_t row = 0, column = 0;  ///< Actor and proposition, later places in the table.
  bool passes = false;
  int firmness = 0;
  MatrixEntry entry;
};

Side SideOf(const Claim& claim, bool negated) {
  if (claim.about.kind != AboutKind::kProposition || !reason::HoldsContent(claim))
    return Side::kNone;
  switch (claim.modality) {
    case Modality::kEven:
    case Modality::kUncommitted:
      return Side::kOpen;
    case Modality::kStated:
      return Side::kNone;
    default:
      return negated ? Side::kAgainst : Side::kFor;
  }
}

MatrixEntry EntryOf(const Library& library, const Outcome& outcome, MatrixColumns columns,
                    ClaimId id, const MatrixMark& mark) {
  const Claim& claim = library.dataset[id];
  const SignMark sign = SignAt(library, outcome, columns, claim, mark);
  MatrixEntry entry;
  entry.claim = id;
  entry.mark = mark;
  entry.sign = sign.sign;
  if (columns == MatrixColumns::kPropositions) entry.side = SideOf(claim, mark.turned);
  entry.other_step = sign.other_step;
  entry.inferred = sign.inferred;
  entry.not_held = sign.not_held;
  return entry;
}

/// Every claim in every column that it stands in.
std::vector<Placed> PlaceAll(const Library& library, const ViewState& state,
                             const Outcome& outcome) {
  const Dataset& dataset = library.dataset;
  std::vector<std::uint8_t> passes(dataset.claims.size(), 0);
  for (const ClaimId id : PassingClaims(library, state)) passes[id.index()] = 1;
  std::vector<Placed> placed;
  for (std::uint32_t i = 0; i < dataset.claims.size(); ++i) {
    const Claim& claim = dataset.claims[i];
    for (const MatrixMark& mark : MarksOf(library, outcome, state.matrix_columns, claim))
      placed.push_back({claim.holder().index(), mark.column.index(), passes[i] != 0,
                        // What is firm only at second hand stands behind.
                        static_cast<int>(DistanceOf(claim)) * 8 + FirmnessRank(library, claim),
                        EntryOf(library, outcome, state.matrix_columns, ClaimId(i), mark)});
  }
  return placed;
}

/// Orders `keys` as the reader wants; `features` are what each has in its cells.
std::vector<std::uint32_t> Ordered(
    MatrixOrder order, std::size_t count, const std::vector<std::vector<std::uint32_t>>& features,
    const std::vector<std::tuple<std::uint32_t, std::uint32_t, Text>>& keys) {
  std::vector<std::uint32_t> places(count);
  std::iota(places.begin(), places.end(), 0u);
  SortList(&places, [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(keys[a], a) < std::tie(keys[b], b);
  });
  if (order != MatrixOrder::kSimilarity) return places;
  std::vector<std::vector<std::uint32_t>> sets;
  for (const std::uint32_t place : places) sets.push_back(features[place]);
  std::vector<std::uint32_t> similar = query::Seriate(sets);
  for (std::uint32_t& place : similar) place = places[place];
  return similar;
}

/// Puts what is in a cell in `features`: the cell itself and each sign in it, so that one sign in
/// common is nearer than one cell in common.
void AddFeatures(std::uint32_t at, const MatrixEntry& entry, std::vector<std::uint32_t>* features) {
  features->push_back(at * 64);
  features->push_back(at * 64 + 1 + entry.part());
}

void SortFeatures(std::vector<std::vector<std::uint32_t>>* features) {
  for (std::vector<std::uint32_t>& set : *features) {
    SortList(&set);
    set.erase(std::unique(set.begin(), set.end()), set.end());
  }
}

/// Builds the table step by step: columns, rows, cells.
class TableMaker {
 public:
  TableMaker(const Library& library, const ViewState& state)
      : library_(library), dataset_(library.dataset), state_(state) {
    table_.outcome = FindOutcome(library, state.target);
    table_.filtered = !state.claims.empty();
    placed_ = PlaceAll(library, state, table_.outcome);
  }

  MatrixTable Make() {
    table_.down = IsDown();
    ChooseColumns();
    ChooseRows();
    Fill();
    return std::move(table_);
  }

 private:
  /// Its first topic that the outcome does not have: that of the outcome tells nothing apart.
  TopicId ThemeOf(const Proposition& proposition) const {
    if (proposition.topics.empty()) return TopicId();
    if (state_.matrix_columns == MatrixColumns::kConditions && table_.outcome.target) {
      const std::span<const TopicId> own = dataset_[table_.outcome.target].topics;
      for (const TopicId topic : proposition.topics)
        if (std::find(own.begin(), own.end(), topic) == own.end()) return topic;
    }
    return proposition.topics[0];
  }

  bool IsDown() const {
    if (state_.matrix_rows != MatrixRows::kNone)
      return state_.matrix_rows == MatrixRows::kConditions;
    std::vector<std::uint32_t> voices;
    for (const Placed& one : placed_)
      if (one.passes) voices.push_back(one.row);
    SortList(&voices);
    return std::unique(voices.begin(), voices.end()) - voices.begin() <=
           static_cast<std::ptrdiff_t>(kMatrixAcross);
  }

  /// What one claim says that a condition does.
  MatrixEffect EffectOf(const MatrixEntry& entry) const {
    const Claim& claim = dataset_[entry.claim];
    if (BearingOf(library_, table_.outcome, claim) == Bearing::kOtherStep)
      return MatrixEffect::kFurther;
    if (claim.about.kind == AboutKind::kCondition && !entry.not_held &&
        FirmnessRank(library_, claim) <= static_cast<int>(Modality::kEven))
      return MatrixEffect::kLikelihood;
    return entry.sign <= Sign::kPulled ? MatrixEffect::kWay : MatrixEffect::kCounts;
  }

  /// Where each condition stands if conditions stand down: by what it does, then by how its nearest
  /// voice reaches us, then by how many link it.
  std::vector<std::uint32_t> PlacesDown(std::vector<MatrixColumn>* columns,
                                        const std::vector<std::uint32_t>& place) const {
    struct Known {
      MatrixEffect effect = MatrixEffect::kFurther;
      Distance distance = Distance::kPassedOn;
      std::vector<std::uint32_t> voices;
    };
    std::vector<Known> known(columns->size());
    for (const Placed& one : placed_) {
      if (!one.passes || place[one.column] == kNone) continue;
      Known& of = known[place[one.column]];
      of.effect = std::min(of.effect, EffectOf(one.entry));
      of.distance = std::min(of.distance, DistanceOf(dataset_[one.entry.claim]));
      of.voices.push_back(one.row);
    }
    std::vector<std::uint32_t> places;
    for (std::size_t i = 0; i < known.size(); ++i) {
      SortList(&known[i].voices);
      const auto end = std::unique(known[i].voices.begin(), known[i].voices.end());
      const auto voices = static_cast<std::uint32_t>(end - known[i].voices.begin());
      (*columns)[i].effect = known[i].effect;
      places.push_back((static_cast<std::uint32_t>(known[i].effect) << 28) +
                       (static_cast<std::uint32_t>(known[i].distance) << 24) + 0xFFFFFF -
                       std::min(voices, 0xFFFFFFu));
    }
    return places;
  }

  void ChooseColumns() {
    std::vector<std::uint32_t> claims(dataset_.propositions.size(), 0);
    for (const Placed& one : placed_)
      if (one.passes) ++claims[one.column];
    std::vector<std::uint32_t> place(claims.size(), kNone);
    std::vector<MatrixColumn> columns;
    std::vector<std::tuple<std::uint32_t, std::uint32_t, Text>> keys;
    for (std::uint32_t i = 0; i < claims.size(); ++i) {
      if (claims[i] == 0) continue;
      if (claims[i] < state_.min_count) {
        ++table_.dropped;
        continue;
      }
      const Proposition& proposition = dataset_.propositions[i];
      const TopicId theme = ThemeOf(proposition);
      place[i] = static_cast<std::uint32_t>(columns.size());
      MatrixColumn column;
      column.proposition = PropositionId(i);
      column.theme = theme;
      column.claims = claims[i];
      columns.push_back(column);
      const bool count = state_.matrix_order == MatrixOrder::kCount;
      keys.emplace_back(theme ? theme.index() : kNone, count ? kNone - claims[i] : 0,
                        proposition.label);
    }
    std::vector<std::vector<std::uint32_t>> features(columns.size());
    for (const Placed& one : placed_)
      if (one.passes && place[one.column] != kNone)
        AddFeatures(one.row, one.entry, &features[place[one.column]]);
    SortFeatures(&features);
    if (table_.down && state_.matrix_columns == MatrixColumns::kConditions) {
      const std::vector<std::uint32_t> places = PlacesDown(&columns, place);
      for (std::size_t i = 0; i < keys.size(); ++i) std::get<0>(keys[i]) = places[i];
    }
    column_of_.assign(claims.size(), kNone);
    for (const std::uint32_t at : Ordered(state_.matrix_order, columns.size(), features, keys)) {
      column_of_[columns[at].proposition.index()] =
          static_cast<std::uint32_t>(table_.columns.size());
      table_.columns.push_back(columns[at]);
    }
    for (Placed& one : placed_) one.column = column_of_[one.column];
    if (state_.matrix_columns == MatrixColumns::kConditions) TurnColumns();
    placed_.erase(std::remove_if(placed_.begin(), placed_.end(),
                                 [](const Placed& one) { return one.column == kNone; }),
                  placed_.end());
  }

  /// Lets a column say the negation that alone is linked: its signs then are those that are said.
  void TurnColumns() {
    std::vector<std::uint8_t> seen(table_.columns.size(), 0);  // Bit 0: as it is, bit 1: negated.
    for (const Placed& one : placed_)
      if (one.column != kNone) seen[one.column] |= one.entry.mark.turned ? 2 : 1;
    for (std::size_t i = 0; i < seen.size(); ++i) table_.columns[i].turned = seen[i] == 2;
    for (Placed& one : placed_) {
      if (one.column == kNone || !table_.columns[one.column].turned) continue;
      one.entry.mark.turned = false;
      one.entry.sign = SignAt(library_, table_.outcome, state_.matrix_columns,
                              dataset_[one.entry.claim], one.entry.mark)
                           .sign;
    }
  }

  /// The groups that a holder can be in, as (place, heading).
  std::pair<std::uint32_t, std::string> GroupOf(const MatrixRow& row,
                                                const std::vector<std::uint32_t>& themes) const {
    switch (state_.matrix_rows) {
      case MatrixRows::kNone:
      case MatrixRows::kVoices:
      case MatrixRows::kConditions:
        break;
      case MatrixRows::kKind: {
        const ActorKind kind = dataset_[row.actor].kind;
        return {static_cast<std::uint32_t>(kind), library_.say(Label(kind))};
      }
      case MatrixRows::kDocument: {
        std::uint32_t only = kNone;
        for (const ClaimId id : library_.index.claims_held[row.actor]) {
          const std::uint32_t document = DocumentOf(dataset_, dataset_[id]).index();
          if (only != kNone && only != document)
            return {kNone - 2, library_.say("In several texts")};
          only = document;
        }
        return {only,
                LetterOf(DocumentId(only)) + " " + std::string(dataset_.documents[only].title)};
      }
      case MatrixRows::kTopic: {
        std::map<std::uint32_t, std::uint32_t> counts;
        for (const std::uint32_t theme : themes) ++counts[theme];
        std::uint32_t best = kNone, most = 0;
        for (const auto& [theme, count] : counts)
          if (count > most) {
            best = theme;
            most = count;
          }
        return {best == kNone ? kNone - 2 : best, best == kNone
                                                      ? library_.say("No theme")
                                                      : std::string(dataset_.topics[best].label)};
      }
    }
    return {0, std::string()};
  }

  void ChooseRows() {
    const std::size_t actors = dataset_.actors.size();
    std::vector<std::uint32_t> claims(actors, 0), last(actors, kNone);
    std::vector<std::vector<std::uint32_t>> features(actors), themes(actors);
    for (const Placed& one : placed_) {
      if (!one.passes) continue;
      AddFeatures(one.column, one.entry, &features[one.row]);
      const TopicId theme = table_.columns[one.column].theme;
      themes[one.row].push_back(theme ? theme.index() : kNone);
      if (std::exchange(last[one.row], one.entry.claim.index()) != one.entry.claim.index())
        ++claims[one.row];
    }
    SortFeatures(&features);
    std::vector<std::uint8_t> heard(actors, 0);
    for (const ClaimId id : PassingClaims(library_, state_))
      heard[dataset_[id].holder().index()] = 1;
    std::vector<MatrixRow> rows;
    std::map<std::uint32_t, std::string> headings;
    const bool show_silent = !state_.hide_silent && state_.min_count <= 1;
    for (std::uint32_t i = 0; i < actors; ++i) {
      if (heard[i] == 0) continue;
      const bool silent = claims[i] == 0;
      table_.silent += silent ? 1 : 0;
      if (silent ? !show_silent : claims[i] < state_.min_count) continue;
      MatrixRow row;
      row.actor = ActorId(i);
      row.claims = claims[i];
      row.in_part = HeardInPart(library_, state_, row.actor);
      auto [group, heading] =
          silent ? std::pair<std::uint32_t, std::string>(
                       kNone - 1,
                       library_.say(table_.filtered ? "No claim in these columns passes the filters"
                                                    : "Nothing said in these columns"))
                 : GroupOf(row, themes[i]);
      row.group = group;
      headings.emplace(group, std::move(heading));
      rows.push_back(row);
    }
    for (const auto& [group, heading] : headings) AddGroup(group, heading, rows, features);
  }

  void AddGroup(std::uint32_t group, const std::string& heading, const std::vector<MatrixRow>& all,
                const std::vector<std::vector<std::uint32_t>>& features) {
    std::vector<MatrixRow> rows;
    std::vector<std::vector<std::uint32_t>> sets;
    std::vector<std::tuple<std::uint32_t, std::uint32_t, Text>> keys;
    for (const MatrixRow& row : all) {
      if (row.group != group) continue;
      rows.push_back(row);
      sets.push_back(features[row.actor.index()]);
      const bool count = state_.matrix_order == MatrixOrder::kCount;
      // Authors first, then who is quoted, then what is passed on; across, then their places.
      const VoiceOrder order = OrderOf(library_, row.actor);
      const auto distance = static_cast<std::uint32_t>(order.distance);
      if (table_.down)
        keys.emplace_back((distance << 28) + (count ? 0 : std::min(order.document, 0xFFFFFFFu)),
                          count ? kNone - row.claims : order.start, dataset_[row.actor].name);
      else
        keys.emplace_back(distance, count ? kNone - row.claims : 0, dataset_[row.actor].name);
    }
    for (const std::uint32_t at : Ordered(state_.matrix_order, rows.size(), sets, keys)) {
      table_.rows.push_back(rows[at]);
      table_.rows.back().group = static_cast<std::uint32_t>(table_.groups.size());
    }
    table_.groups.push_back(heading);
  }

  void Fill() {
    std::vector<std::uint32_t> row_of(dataset_.actors.size(), kNone);
    for (std::uint32_t i = 0; i < table_.rows.size(); ++i) row_of[table_.rows[i].actor.index()] = i;
    for (Placed& one : placed_) one.row = row_of[one.row];
    const auto key = [](const Placed& one) {
      const MatrixEntry& entry = one.entry;
      return std::tuple(one.row, one.column, !one.passes, entry.part(), entry.not_held,
                        entry.other_step, one.firmness, entry.claim);
    };
    SortList(&placed_, [&key](const Placed& a, const Placed& b) { return key(a) < key(b); });
    for (const Placed& one : placed_) {
      if (one.row == kNone) break;  // Sorted last: holders that have no row.
      MatrixRow& row = table_.rows[one.row];
      if (row.count == 0) row.first = static_cast<std::uint32_t>(table_.cells.size());
      if (row.count == 0 || table_.cells.back().column != one.column) {
        ++row.count;
        table_.cells.push_back(
            {one.column, static_cast<std::uint32_t>(table_.entries.size()), 0, 0});
      }
      MatrixCell& cell = table_.cells.back();
      if (!one.passes) {
        ++cell.hidden;
        continue;
      }
      ++cell.count;
      table_.entries.push_back(one.entry);
    }
  }

  const Library& library_;
  const Dataset& dataset_;
  const ViewState& state_;
  MatrixTable table_;
  std::vector<Placed> placed_;
  std::vector<std::uint32_t> column_of_;
};

}  // namespace

std::uint32_t MatrixTable::speaking() const {
  auto count = static_cast<std::uint32_t>(rows.size());
  while (count > 0 && rows[count - 1].claims == 0) --count;
  return count;
}

const MatrixCell* MatrixTable::At(std::uint32_t row, std::uint32_t column) const {
  const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(rows[row].first);
  const auto end = begin + static_cast<std::ptrdiff_t>(rows[row].count);
  const auto found = std::lower_bound(
      begin, end, column, [](const MatrixCell& cell, std::uint32_t c) { return cell.column < c; });
  return found != end && found->column == column ? &*found : nullptr;
}

MatrixTable BuildMatrixTable(const Library& library, const ViewState& state) {
  return TableMaker(library, state).Make();
}

bool SameMatrix(const ViewState& a, const ViewState& b) {
  return a.target == b.target && a.claims == b.claims && a.matrix_columns == b.matrix_columns &&
         a.matrix_rows == b.matrix_rows && a.matrix_order == b.matrix_order &&
         a.min_count == b.min_count && a.hide_silent == b.hide_silent;
}

const MatrixTable& MatrixCache::Of(const Library& library, const ViewState& now) {
  if (!table || !SameMatrix(state, now)) {
    table = BuildMatrixTable(library, now);
    state = now;
  }
  return *table;
}

}  // namespace proviso::view

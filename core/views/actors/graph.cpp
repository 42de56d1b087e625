#include "core/views/actors/graph.h"

#include <algorithm>
#include <compare>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "core/base/sort.h"
#include "core/reason/views.h"
#include "core/state/pair.h"
#include "core/state/passing.h"

namespace proviso::view {
namespace {

constexpr std::size_t kPairsAtMost = 50'000;
constexpr std::uint32_t kNobody = 0xFFFFFFFFu;

/// Something that can be held alike: a proposition, that it is so or not, or a pull toward or away
/// from it.
struct Position {
  std::uint32_t proposition = kNobody;
  std::uint8_t kind = 0;  // Bit 0: not so, or away from it. Bit 1: a pull, no level.

  friend auto operator<=>(const Position&, const Position&) = default;
};

std::optional<Position> PositionOf(const Dataset& dataset, const Claim& claim) {
  // A question, a demand or what ought to be is no position on what is so.
  if (!reason::HoldsContent(claim)) return std::nullopt;
  if (claim.about.kind == AboutKind::kProposition) {
    const bool level = claim.modality != Modality::kEven &&
                       claim.modality != Modality::kUncommitted &&
                       claim.modality != Modality::kStated;
    if (!level || !claim.about.literal.proposition()) return std::nullopt;
    return Position{claim.about.literal.proposition().index(),
                    static_cast<std::uint8_t>(claim.about.literal.negated() ? 1 : 0)};
  }
  if (claim.about.kind != AboutKind::kCondition) return std::nullopt;
  if (claim.modality == Modality::kEven || claim.modality == Modality::kUncommitted)
    return std::nullopt;
  const Condition& link = dataset[claim.about.condition];
  if (link.form == Form::kExplains) return std::nullopt;
  const Sign sign = SignOf(link);
  if (sign != Sign::kMore && sign != Sign::kLess) return std::nullopt;
  return Position{link.consequent.proposition().index(),
                  static_cast<std::uint8_t>(sign == Sign::kMore ? 2 : 3)};
}

/// Collects edges between actors before nodes are numbered.
struct Collector {
  const Dataset& dataset;
  std::map<std::tuple<EdgeKind, ActorId, ActorId>, ActorsEdge> edges;
  std::size_t pairs = 0;
  bool cut = false;

  ActorsEdge& Edge(EdgeKind kind, ActorId from, ActorId to, ClaimId claim) {
    ActorsEdge& edge = edges[{kind, from, to}];
    edge.kind = kind;
    // A claim whose chain goes the same step twice counts once.
    if (edge.claims.empty() || edge.claims.back() != claim) edge.claims.push_back(claim);
    return edge;
  }

  void AddClaims(const std::vector<ClaimId>& claims) {
    std::map<std::pair<ActorId, ActorId>, std::array<std::uint32_t, 3>> lines;
    for (const ClaimId id : claims) {
      const Claim& claim = dataset[id];
      for (std::size_t i = 0; i + 1 < claim.attribution.size(); ++i) {
        const Step& step = claim.attribution[i];
        const ActorId next = claim.attribution[i + 1].actor;
        if (next == step.actor) continue;
        ActorsEdge& edge = Edge(EdgeKind::kReports, step.actor, next, id);
        std::array<std::uint32_t, 3>& count = lines[{step.actor, next}];
        ++count[static_cast<std::size_t>(LineStyleOf(step.stance))];
        if (Rejects(step.stance)) ++edge.doubted;
        edge.line =
            static_cast<LineStyle>(std::max_element(count.begin(), count.end()) - count.begin());
      }
      for (const ActorId about : ActorsSpokenOf(dataset, claim))
        Edge(EdgeKind::kAbout, claim.holder(), about, id);
    }
  }

  void AddPositions(const std::vector<ClaimId>& claims) {
    std::map<Position, std::map<ActorId, std::vector<ClaimId>>> held;
    for (const ClaimId id : claims)
      if (const auto position = PositionOf(dataset, dataset[id]))
        held[*position][dataset[id].holder()].push_back(id);
    for (const auto& [position, holders] : held) {
      for (auto a = holders.begin(); a != holders.end() && !cut; ++a)
        for (auto b = std::next(a); b != holders.end(); ++b) {
          if (++pairs > kPairsAtMost) {
            cut = true;
            break;
          }
          ActorsEdge& edge = edges[{EdgeKind::kPositions, a->first, b->first}];
          edge.kind = EdgeKind::kPositions;
          for (const auto& side : {a, b})
            edge.claims.insert(edge.claims.end(), side->second.begin(), side->second.end());
        }
    }
    for (auto& [key, edge] : edges) {
      if (edge.kind != EdgeKind::kPositions) continue;
      SortList(&edge.claims);
      edge.claims.erase(std::unique(edge.claims.begin(), edge.claims.end()), edge.claims.end());
    }
  }
};

/// The actors that the state's selection is about: whom steps are counted from.
std::vector<ActorId> FocusOf(const Dataset& dataset, const ViewState& state) {
  std::vector<ActorId> focus;
  const IdPair pair = PairOf(state.selection).value_or(IdPair{state.selection, {}});
  for (const std::string_view id : {pair.first, pair.second}) {
    const RecordRef record = dataset.Find(id);
    if (record && record.table == Table::kActors) focus.push_back(ActorId(record.index));
    if (record && record.table == Table::kClaims)
      focus.push_back(dataset.claims[record.index].holder());
  }
  return focus;
}

}  // namespace

bool Drawn(const ViewState& state, EdgeKind kind) {
  return !std::binary_search(state.hidden_edges.begin(), state.hidden_edges.end(), Word(kind));
}

std::vector<ActorId> ActorsSpokenOf(const Dataset& dataset, const Claim& claim) {
  std::vector<ActorId> actors;
  const auto add = [&](PropositionId p) {
    if (!p) return;
    for (const ActorId actor : dataset[p].actors)
      if (actor != claim.holder()) actors.push_back(actor);
  };
  const auto add_link = [&](const Condition& link) {
    for (const Literal literal : link.antecedents) add(literal.proposition());
    for (const Literal literal : link.unless) add(literal.proposition());
    add(link.consequent.proposition());
  };
  if (claim.about.kind == AboutKind::kProposition) add(claim.about.literal.proposition());
  if (claim.about.kind == AboutKind::kCondition) add_link(dataset[claim.about.condition]);
  if (claim.about.kind == AboutKind::kComparison)
    for (const RecordRef side : {claim.about.more, claim.about.less}) {
      if (!side) continue;
      if (side.table == Table::kPropositions) add(PropositionId(side.index));
      if (side.table == Table::kConditions) add_link(dataset.conditions[side.index]);
    }
  SortList(&actors);
  actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
  return actors;
}

std::vector<ClaimId> SharedPositions(const Library& library, ActorId a, ActorId b) {
  const Dataset& dataset = library.dataset;
  std::vector<std::pair<Position, ClaimId>> of_a, of_b;
  const auto collect = [&](ActorId actor, std::vector<std::pair<Position, ClaimId>>* all) {
    for (const ClaimId id : library.index.claims_held[actor])
      if (const auto position = PositionOf(dataset, dataset[id])) all->emplace_back(*position, id);
  };
  collect(a, &of_a);
  collect(b, &of_b);
  std::vector<ClaimId> claims;
  for (const auto& [position, id] : of_a)
    for (const auto& [other, other_id] : of_b)
      if (position == other) {
        claims.push_back(id);
        claims.push_back(other_id);
      }
  SortList(&claims);
  claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
  return claims;
}

std::vector<ActorsPosition> PositionsOf(const Dataset& dataset, std::span<const ClaimId> claims,
                                        ActorId a, ActorId b) {
  std::map<Position, unsigned> held;  // Bit 0: by a, bit 1: by b.
  for (const ClaimId id : claims) {
    const Claim& claim = dataset[id];
    const std::optional<Position> position = PositionOf(dataset, claim);
    if (!position) continue;
    if (claim.holder() == a) held[*position] |= 1u;
    if (claim.holder() == b) held[*position] |= 2u;
  }
  std::vector<ActorsPosition> positions;
  for (const auto& [position, by] : held)
    if (by == 3u)
      positions.push_back({Literal(PropositionId(position.proposition), (position.kind & 1) != 0),
                           (position.kind & 2) != 0});
  return positions;
}

ActorsGraph BuildActorsGraph(const Library& library, const ViewState& state) {
  const Dataset& dataset = library.dataset;
  const std::vector<ClaimId> passing = PassingClaims(library, state);
  Collector collector{dataset, {}};
  collector.AddClaims(passing);
  collector.AddPositions(passing);
  ActorsGraph graph;
  graph.cut = collector.cut;
  std::vector<std::uint32_t> held(dataset.actors.size(), 0), author(dataset.actors.size(), 0);
  std::vector<std::uint32_t> mentioned(dataset.actors.size(), 0);
  std::vector<std::uint8_t> shown(dataset.actors.size(), 0);
  for (const ClaimId id : passing) {
    ++held[dataset[id].holder().index()];
    const std::span<const Step> chain = dataset[id].attribution;
    for (std::size_t i = 0; i < chain.size(); ++i) {
      const ActorId actor = chain[i].actor;
      shown[actor.index()] = 1;
      // Who stands in it twice counts once.
      bool again = false;
      for (std::size_t j = 0; j < i; ++j) again |= chain[j].actor == actor;
      if (!again) ++mentioned[actor.index()];
    }
  }
  for (std::uint32_t d = 0; d < dataset.documents.size(); ++d)
    for (const ActorId creator : dataset.documents[d].creators)
      if (author[creator.index()] == 0) author[creator.index()] = d + 1;
  for (const auto& [key, edge] : collector.edges) {
    ++graph.counts[static_cast<std::size_t>(edge.kind)];
    if (!Drawn(state, edge.kind)) continue;
    shown[std::get<1>(key).index()] = shown[std::get<2>(key).index()] = 1;
  }
  if (!state.only.empty())
    for (std::uint32_t i = 0; i < shown.size(); ++i)
      if (!std::binary_search(state.only.begin(), state.only.end(), dataset.actors[i].id))
        shown[i] = 0;
  // Steps go along what is drawn, whichever way it points.
  const std::vector<ActorId> focus = FocusOf(dataset, state);
  if (state.steps != 0 && !focus.empty()) {
    std::vector<std::vector<std::uint32_t>> next(shown.size());
    for (const auto& [key, edge] : collector.edges) {
      const std::uint32_t a = std::get<1>(key).index(), b = std::get<2>(key).index();
      if (!Drawn(state, edge.kind) || shown[a] == 0 || shown[b] == 0) continue;
      next[a].push_back(b);
      next[b].push_back(a);
    }
    std::vector<std::uint32_t> layer, reached(shown.size(), 0);
    for (const ActorId actor : focus) {
      layer.push_back(actor.index());
      reached[actor.index()] = 1;
    }
    for (std::uint32_t step = 0; step < state.steps; ++step) {
      std::vector<std::uint32_t> further;
      for (const std::uint32_t at : layer)
        for (const std::uint32_t to : next[at])
          if (std::exchange(reached[to], 1u) == 0) further.push_back(to);
      layer = std::move(further);
    }
    for (std::size_t i = 0; i < shown.size(); ++i)
      if (reached[i] == 0) shown[i] = 0;
    for (const ActorId actor : focus) shown[actor.index()] = 1;
  }
  std::vector<std::uint32_t> number(shown.size(), kNobody);
  for (std::uint32_t i = 0; i < shown.size(); ++i) {
    if (shown[i] == 0) {
      graph.rest.push_back(ActorId(i));
      graph.rest_held.push_back(held[i]);
      graph.rest_mentioned.push_back(mentioned[i]);
      continue;
    }
    number[i] = static_cast<std::uint32_t>(graph.nodes.size());
    graph.nodes.push_back(ActorId(i));
    graph.held.push_back(held[i]);
    graph.mentioned.push_back(mentioned[i]);
    graph.author.push_back(author[i]);
  }
  for (const ActorId actor : focus)
    if (number[actor.index()] != kNobody) graph.focus.push_back(number[actor.index()]);
  for (auto& [key, edge] : collector.edges) {
    edge.from = number[std::get<1>(key).index()];
    edge.to = number[std::get<2>(key).index()];
    if (Drawn(state, edge.kind) && edge.from != kNobody && edge.to != kNobody)
      graph.edges.push_back(std::move(edge));
  }
  return graph;
}

bool SameActorsGraph(const ViewState& a, const ViewState& b) {
  return a.claims == b.claims && a.hidden_edges == b.hidden_edges && a.only == b.only &&
         a.steps == b.steps && (a.steps == 0 || a.selection == b.selection);
}

std::optional<ActorsPin> ReadPin(std::string_view text) {
  ActorsPin pin;
  for (std::int32_t* number : {&pin.y, &pin.x}) {
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view digits = text.substr(at + 1);
    text = text.substr(0, at);
    const bool negative = !digits.empty() && digits.front() == '-';
    if (negative) digits.remove_prefix(1);
    if (digits.empty() || digits.size() > 6) return std::nullopt;
    for (const char c : digits) {
      if (c < '0' || c > '9') return std::nullopt;
      *number = *number * 10 + (c - '0');
    }
    if (negative) *number = -*number;
  }
  if (text.empty()) return std::nullopt;
  pin.id = text;
  return pin;
}

std::optional<ActorsPin> PinOf(const ViewState& state, std::string_view id) {
  for (const std::string& text : state.pins)
    if (const auto pin = ReadPin(text); pin && pin->id == id) return pin;
  return std::nullopt;
}

ViewState WithPin(ViewState state, std::string_view id, std::optional<layout::Spot> at) {
  std::vector<std::string>& pins = state.pins;
  pins.erase(std::remove_if(pins.begin(), pins.end(),
                            [&](const std::string& text) {
                              const auto pin = ReadPin(text);
                              return pin && pin->id == id;
                            }),
             pins.end());
  if (at)
    pins.push_back(std::string(id) + "@" + std::to_string(static_cast<std::int32_t>(at->x)) + "@" +
                   std::to_string(static_cast<std::int32_t>(at->y)));
  return state;
}

}  // namespace proviso::view

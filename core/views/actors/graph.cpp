#include "core/views/actors/graph.h"

#include <algorithm>
#include <compare>
#include <map>
#include <span>
#include <string>
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

/// Puts `order`, places in `keys`, in the order of the keys, which are below `limit`; equal ones
/// stay as they are.
void SortByKey(const std::vector<std::uint32_t>& keys, std::size_t limit,
               std::vector<std::uint32_t>* order) {
  std::vector<std::uint32_t> next(limit + 1, 0), sorted(order->size());
  for (const std::uint32_t key : keys) ++next[key + 1];
  for (std::size_t i = 1; i <= limit; ++i) next[i] += next[i - 1];
  for (const std::uint32_t place : *order) sorted[next[keys[place]]++] = place;
  order->swap(sorted);
}

/// The places of two columns of keys, by the first, then by the second.
std::vector<std::uint32_t> PlacesBy(const std::vector<std::uint32_t>& first,
                                    std::size_t first_limit,
                                    const std::vector<std::uint32_t>& second,
                                    std::size_t second_limit) {
  std::vector<std::uint32_t> order(first.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  SortByKey(second, second_limit, &order);
  SortByKey(first, first_limit, &order);
  return order;
}

/// Who is joined to whom by which claim, in columns: edges are made of it once all is known.
struct Joints {
  std::vector<std::uint32_t> from, to;
  std::vector<ClaimId> claims;
  std::vector<Stance> stances;

  void Add(ActorId a, ActorId b, ClaimId claim, Stance stance = Stance::kAsserts) {
    from.push_back(a.index());
    to.push_back(b.index());
    claims.push_back(claim);
    stances.push_back(stance);
  }
};

/// Collects edges between actors before nodes are numbered.
struct Collector {
  const Dataset& dataset;
  std::vector<ActorsEdge> edges;  ///< Of the kinds that are drawn; `from` and `to` are actors.
  std::size_t pairs = 0;
  bool cut = false;

  void AddReports(const Joints& joints) { AddEdges(EdgeKind::kReports, joints); }

  void AddAbout(const std::vector<ClaimId>& claims) {
    Joints joints;
    for (const ClaimId id : claims)
      for (const ActorId about : ActorsSpokenOf(dataset, dataset[id]))
        joints.Add(dataset[id].holder(), about, id);
    AddEdges(EdgeKind::kAbout, joints);
  }

  void AddPositions(const std::vector<ClaimId>& claims) {
    std::vector<std::uint32_t> positions, holders;
    std::vector<ClaimId> held;
    for (const ClaimId id : claims)
      if (const auto position = PositionOf(dataset, dataset[id])) {
        positions.push_back(position->proposition * 4 + position->kind);
        holders.push_back(dataset[id].holder().index());
        held.push_back(id);
      }
    const std::vector<std::uint32_t> order =
        PlacesBy(positions, dataset.propositions.size() * 4, holders, dataset.actors.size());
    Joints joints;
    std::vector<std::size_t> starts;  // Of each holder of one position, and the end.
    for (std::size_t i = 0; i < order.size() && !cut;) {
      starts.clear();
      const std::uint32_t position = positions[order[i]];
      for (; i < order.size() && positions[order[i]] == position; ++i)
        if (starts.empty() || holders[order[i]] != holders[order[starts.back()]])
          starts.push_back(i);
      starts.push_back(i);
      for (std::size_t a = 0; a + 2 < starts.size() && !cut; ++a)
        for (std::size_t b = a + 1; b + 1 < starts.size(); ++b) {
          if (++pairs > kPairsAtMost) {
            cut = true;
            break;
          }
          const ActorId one(holders[order[starts[a]]]), other(holders[order[starts[b]]]);
          for (const std::size_t side : {a, b})
            for (std::size_t k = starts[side]; k < starts[side + 1]; ++k)
              joints.Add(one, other, held[order[k]]);
        }
    }
    AddEdges(EdgeKind::kPositions, joints);
  }

 private:
  void AddEdges(EdgeKind kind, const Joints& joints) {
    const std::size_t actors = dataset.actors.size();
    const std::vector<std::uint32_t> order = PlacesBy(joints.from, actors, joints.to, actors);
    for (std::size_t i = 0; i < order.size();) {
      const std::uint32_t from = joints.from[order[i]], to = joints.to[order[i]];
      std::size_t end = i;
      while (end < order.size() && joints.from[order[end]] == from && joints.to[order[end]] == to)
        ++end;
      edges.push_back(EdgeOf(kind, joints, {order.data() + i, end - i}));
      i = end;
    }
  }

  static ActorsEdge EdgeOf(EdgeKind kind, const Joints& joints,
                           std::span<const std::uint32_t> places) {
    ActorsEdge edge;
    edge.kind = kind;
    edge.from = joints.from[places.front()];
    edge.to = joints.to[places.front()];
    std::array<std::uint32_t, 3> lines{};
    for (const std::uint32_t place : places) {
      edge.claims.push_back(joints.claims[place]);
      ++lines[static_cast<std::size_t>(LineStyleOf(joints.stances[place]))];
      if (Rejects(joints.stances[place])) ++edge.doubted;
    }
    edge.line =
        static_cast<LineStyle>(std::max_element(lines.begin(), lines.end()) - lines.begin());
    // A claim whose chain goes the same step twice counts once.
    SortList(&edge.claims);
    edge.claims.erase(std::unique(edge.claims.begin(), edge.claims.end()), edge.claims.end());
    return edge;
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
  std::vector<std::uint32_t> held(dataset.actors.size(), 0), author(dataset.actors.size(), 0);
  std::vector<std::uint32_t> mentioned(dataset.actors.size(), 0);
  std::vector<std::uint8_t> shown(dataset.actors.size(), 0);
  // Claims are many: all that one pass can tell of them it tells.
  const bool reports = Drawn(state, EdgeKind::kReports);
  Joints joints;
  for (const ClaimId id : passing) {
    const std::span<const Step> chain = dataset[id].attribution;
    ++held[chain.back().actor.index()];
    for (std::size_t i = 0; i < chain.size(); ++i) {
      const ActorId actor = chain[i].actor;
      shown[actor.index()] = 1;
      if (reports && i + 1 < chain.size() && chain[i + 1].actor != actor)
        joints.Add(actor, chain[i + 1].actor, id, chain[i].stance);
      // Who stands in it twice counts once.
      bool again = false;
      for (std::size_t j = 0; j < i; ++j) again |= chain[j].actor == actor;
      if (!again) ++mentioned[actor.index()];
    }
  }
  if (reports) collector.AddReports(joints);
  if (Drawn(state, EdgeKind::kAbout)) collector.AddAbout(passing);
  if (Drawn(state, EdgeKind::kPositions)) collector.AddPositions(passing);
  ActorsGraph graph;
  graph.cut = collector.cut;
  for (std::uint32_t d = 0; d < dataset.documents.size(); ++d)
    for (const ActorId creator : dataset.documents[d].creators)
      if (author[creator.index()] == 0) author[creator.index()] = d + 1;
  for (const ActorsEdge& edge : collector.edges) shown[edge.from] = shown[edge.to] = 1;
  if (!state.only.empty())
    for (std::uint32_t i = 0; i < shown.size(); ++i)
      if (!std::binary_search(state.only.begin(), state.only.end(), dataset.actors[i].id))
        shown[i] = 0;
  // Steps go along what is drawn, whichever way it points.
  const std::vector<ActorId> focus = FocusOf(dataset, state);
  if (state.steps != 0 && !focus.empty()) {
    std::vector<std::vector<std::uint32_t>> next(shown.size());
    for (const ActorsEdge& edge : collector.edges) {
      if (shown[edge.from] == 0 || shown[edge.to] == 0) continue;
      next[edge.from].push_back(edge.to);
      next[edge.to].push_back(edge.from);
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
  for (ActorsEdge& edge : collector.edges) {
    edge.from = number[edge.from];
    edge.to = number[edge.to];
    if (edge.from != kNobody && edge.to != kNobody) graph.edges.push_back(std::move(edge));
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

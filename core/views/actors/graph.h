#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/layout/force.h"
#include "core/state/session.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// What joins two actors. Every kind is counted from claims alone; what nobody says joins nobody.
enum class EdgeKind : std::uint8_t {
  /// From A to B: in the chain of a claim B stands right after A, so A passes on what B says, in
  /// whatever stance.
  kReports,
  /// From A to B: A holds a claim about a proposition that names B among its actors, or about a
  /// link or a ranking of which such a proposition is an end. Nobody speaks about himself.
  kAbout,
  /// Between A and B: both hold that the same proposition is so, or both that it is not (a level
  /// from possible to certain; even and left open are no positions), or both make a link toward it
  /// in the same direction.
  kPositions
};
inline constexpr std::size_t kEdgeKinds = 3;

}  // namespace proviso::view

namespace proviso {
/// As in the state's `hidden_edges` and in ids of items.
template <>
inline constexpr std::array<std::string_view, view::kEdgeKinds> kWords<view::EdgeKind>{
    "reports", "about", "positions"};
}  // namespace proviso

namespace proviso::view {

struct ActorsEdge {
  EdgeKind kind = EdgeKind::kReports;
  std::uint32_t from = 0,
                to = 0;         ///< In `ActorsGraph::nodes`; of shared positions the lower first.
  std::vector<ClaimId> claims;  ///< Those that join them and pass the filters; rising.
  LineStyle line = LineStyle::kSolid;  ///< The stance of most of them.
  std::uint32_t doubted = 0;           ///< How many are doubted or disputed on this step: ≠.
};

/// Who is joined to whom, with whatever filters and switches leave.
struct ActorsGraph {
  std::vector<ActorId> nodes;       ///< Rising.
  std::vector<std::uint32_t> held;  ///< By node: claims that pass and that it holds.
  std::vector<std::uint32_t>
      mentioned;  ///< By node: claims that pass and in whose chain it stands.
  /// By node: 1 + the first document it is an author of, or 0.
  std::vector<std::uint32_t> author;
  std::vector<ActorsEdge> edges;                         ///< By kind, then from, then to.
  std::vector<ActorId> rest;                             ///< Everybody else, rising.
  std::vector<std::uint32_t> rest_held, rest_mentioned;  ///< Their counts, as those of nodes.
  std::vector<std::uint32_t> focus;                      ///< Nodes that steps are counted from.
  bool cut = false;  ///< More positions are shared than are drawn.
};

/// Cost: the claims that pass, and where they are drawn the pairs that share a position (50,000 at
/// most).
ActorsGraph BuildActorsGraph(const Library& library, const ViewState& state);

/// True if both states have the same `ActorsGraph`.
bool SameActorsGraph(const ViewState& a, const ViewState& b);

bool Drawn(const ViewState& state, EdgeKind kind);

/// Whom a claim speaks about, its holder left out; each once, rising.
std::vector<ActorId> ActorsSpokenOf(const Dataset& dataset, const Claim& claim);

/// The claims by which `a` and `b` share positions, of both; rising, whatever the filters.
std::vector<ClaimId> SharedPositions(const Library& library, ActorId a, ActorId b);

/// A pin as the state writes it: "id@x@y".
struct ActorsPin {
  std::string_view id;
  std::int32_t x = 0, y = 0;
};
std::optional<ActorsPin> ReadPin(std::string_view text);

/// `state` with `id` pinned at a place, or no longer pinned.
ViewState WithPin(ViewState state, std::string_view id, std::optional<layout::Spot> at);

/// The state's own pin of an actor, or none.
std::optional<ActorsPin> PinOf(const ViewState& state, std::string_view id);

/// A position that claims share, with its polarity.
struct ActorsPosition {
  Literal of;         ///< What is held to be so, or what is made likelier: of a negation, less.
  bool pull = false;  ///< Through links: which way, not how likely.

  friend bool operator==(const ActorsPosition&, const ActorsPosition&) = default;
};

/// The positions among `claims` that both actors hold, each once, in the order of propositions.
std::vector<ActorsPosition> PositionsOf(const Dataset& dataset, std::span<const ClaimId> claims,
                                        ActorId a, ActorId b);

}  // namespace proviso::view

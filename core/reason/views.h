#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/dataset.h"
#include "core/query/index.h"

namespace proviso::reason {

using ViewIndex = Id<struct ViewTag>;

/// One path of attribution: the last actor's beliefs, as told by all before.
struct View {
  ViewIndex outer;          ///< The path without its last actor; none for an author's own.
  ActorId actor;            ///< The last of the path: the holder.
  std::uint32_t depth = 0;  ///< Actors on the path, from 1.
  std::uint32_t end = 0;    ///< The views that extend this one are those behind it, up to `end`.
};

/// A proposition that is near another, and how.
struct NearMatter {
  PropositionId matter;
  Nearness how = Nearness::kWider;
};

/// Whose beliefs there are: all beginnings of all chains of attribution, and what each holds.
///
/// Content enters the whole chain, and a shorter one where its last voice endorses what follows;
/// every other stance puts nothing into the outer voice. Views are never merged: the same holder
/// through two authors is two views.
///
/// Shape:  by path (actor ids in byte order), a view before those that extend it, each path once.
/// Source: core/reason/SEMANTICS.md, "Views".
struct Views {
  std::vector<View> rows;
  query::Lists<ViewIndex, ClaimId> claims;  ///< What the view holds: what it says of propositions,
                                            ///< links and comparisons.
  query::Lists<ViewIndex, ClaimId>
      uttered;  ///< Its questions, demands and norms: they hold nothing.
  query::Lists<ViewIndex, ClaimId> chains;  ///< Claims whose whole chain is this path.

  query::Lists<ClaimId, RelationId>
      disputes;  ///< Attacks on a claim by somebody else than the coder.
  query::Lists<ActorId, RelationId> disputed_by;  ///< The same, by who attacks.

  query::Lists<PropositionId, NearMatter> near;  ///< What is near the proposition; by id.

  std::uint32_t size() const { return static_cast<std::uint32_t>(rows.size()); }
  const View& operator[](ViewIndex i) const { return rows[i.index()]; }
};

/// Cost: one pass over the chains of all claims, and a sort of the paths.
Views BuildViews(const Dataset& dataset);

/// The actors of a view's path, outermost first.
std::vector<ActorId> PathOf(const Views& views, ViewIndex view);

/// The view that `path` names: actor ids joined by `>`.
///
/// Errors: call, where an actor is unknown or no claim has such a chain.
Result<ViewIndex> FindView(const Dataset& dataset, const Views& views, std::string_view path);

/// True if a claim of this kind and act says something that its holder believes.
bool HoldsContent(const Claim& claim);

}  // namespace proviso::reason

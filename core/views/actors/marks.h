#pragma once

#include <cstddef>

#include "core/canvas/sketch.h"
#include "core/views/actors/model.h"
#include "core/voice/order.h"

namespace proviso::view {

/// A state or an organisation is a square, a group or somebody without a name a stadium, anybody
/// else a circle.
bool IsSquare(ActorKind kind);
bool IsStadium(ActorKind kind);

/// The mark of an actor, as large as a circle of `radius` points would be; `at`: its middle.
void DrawActorMark(Sketch& sketch, Point at, float radius, ActorKind kind, Ink fill, float width,
                   Ink line = Ink::kInk);

/// How an actor's voice reaches the reader: a disc, a ring with a dot, a dashed ring. In a square
/// of `size` points at 100 % text, centred on (x + size/2, middle).
void DrawReach(Sketch& sketch, float x, float middle, float size, Distance distance);

/// Adds the item of a row to the tree that every drawing of the actors is told as; `actors`: how
/// many there are.
void AddToTree(Sketch& sketch, const ActorsRow& row, std::size_t actors, Item item);

}  // namespace proviso::view

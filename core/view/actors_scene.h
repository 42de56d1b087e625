#pragma once

#include "core/view/actors_model.h"
#include "core/view/space.h"

namespace proviso::view {

/// The list of actors, of which only the rows in sight, and a few around them, are built.
///
/// `model` is filled with them and everything else that it says.
Scene BuildActorListScene(const Library& library, const Session& session, const Space& space,
                          ActorsModel* model);

}  // namespace proviso::view

#pragma once

#include <cstdint>
#include <string>

#include "core/view/inspector_model.h"

namespace proviso::view {

struct ActorRow {
  std::string id, name;
  ActorKind kind = ActorKind::kPerson;
  std::string kind_words;       ///< "Person"
  std::uint32_t held = 0;       ///< Claims it is said to hold, under the filters.
  std::uint32_t mentioned = 0;  ///< Claims in whose chain it stands anywhere.
  std::string counts;           ///< "Holds 5 claims, stands in 7"
  std::string heard;            ///< "In own voice in A" · "Only through others, in A and B"
  bool selected = false;
  Command select;
};

/// The row of an actor that holds and stands in so many claims.
ActorRow RowOfActor(const Library& library, const ViewState& state, ActorId actor,
                    std::uint32_t held, std::uint32_t mentioned);

/// How an actor reaches the reader: "Heard only through others, in A and B."
std::string HeardWords(const Library& library, ActorId actor);

/// What the inspector says of an actor.
InspectorModel BuildActorProfile(const Library& library, const Session& session, ActorId actor);

}  // namespace proviso::view

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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

struct ActorsModel {
  std::string title;           ///< "Who lets whom speak"
  std::string subtitle;        ///< "75 actors. A number counts the claims that a voice holds."
  std::vector<ActorRow> rows;  ///< Only those asked for; by claims held, then name.
  std::uint32_t total = 0;
  std::string empty;
  /// The profile of the actor that is selected, else of the first: never an empty side. It is what
  /// the inspector says of that actor.
  std::optional<InspectorModel> profile;
};

/// Rows `first` … `last − 1`.
///
/// Cost: one pass over the chains of the claims that pass the filters.
ActorsModel BuildActorsModel(const Library& library, const Session& session, std::uint32_t first,
                             std::uint32_t last);

/// How an actor reaches the reader: "Heard only through others, in A and B."
std::string HeardWords(const Library& library, ActorId actor);

/// What the inspector says of an actor.
InspectorModel BuildActorProfile(const Library& library, const Session& session, ActorId actor);

}  // namespace proviso::view

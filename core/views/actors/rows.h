#pragma once

#include <cstdint>
#include <string>

#include "core/state/action.h"
#include "core/state/session.h"

namespace proviso::view {

struct ActorRow {
  std::string id, name;
  ActorKind kind = ActorKind::kPerson;
  std::string kind_words;       ///< "Person"
  std::uint32_t held = 0;       ///< Claims that it holds, under the filters.
  std::uint32_t mentioned = 0;  ///< Claims in whose chain it stands anywhere.
  std::string counts;           ///< "Holds 5 claims, stands in 7"
  std::string heard;            ///< "In own voice in A" · "Only through others, in A and B"
  bool selected = false;
  Command select;
};

/// The row of an actor that holds and stands in so many claims.
ActorRow RowOfActor(const Library& library, const ViewState& state, ActorId actor,
                    std::uint32_t held, std::uint32_t mentioned);

}  // namespace proviso::view

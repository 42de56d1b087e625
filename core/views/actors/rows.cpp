#include "core/views/actors/rows.h"

#include <string>
#include <vector>

#include "core/voice/voice.h"
#include "core/words/labels.h"

namespace proviso::view {
ActorRow RowOfActor(const Library& library, const ViewState& state, ActorId id, std::uint32_t held,
                    std::uint32_t mentioned) {
  const Actor& actor = library.dataset[id];
  const Say& say = library.say;
  ActorRow row;
  row.id = actor.id;
  row.name = actor.name;
  row.kind = actor.kind;
  row.kind_words = say(Label(actor.kind));
  row.held = held;
  row.mentioned = mentioned;
  row.counts = mentioned == held
                   ? say.Counted(held, "Holds {0} claim", "Holds {0} claims")
                   : say.Counted(held, "Holds {0} claim, stands in {1}",
                                 "Holds {0} claims, stands in {1}", {std::to_string(mentioned)});
  row.heard = HeardWords(library, id);
  row.selected = actor.id == state.selection;
  row.select = Select{row.id};
  return row;
}

}  // namespace proviso::view

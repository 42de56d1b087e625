#include "core/window/around/key_help.h"
#include "core/window/dialogs/panels.h"

namespace proviso::view {

Blocks KeysPanel(const Say& say) {
  return {Rule{Ink::kInk, 2}, KeyTable{"keys", say("Keys"), KeyHelp(say)}, Gap{10},
          Prose{say("Tab leaves the explorer at either end."), Type::kCaption, Ink::kInkMute},
          Gap{22}};
}

}  // namespace proviso::view

#pragma once

#include <string_view>
#include <vector>

#include "core/state/session.h"

namespace proviso::view {

/// Carries `command` out. Pure: the same session and command give the same result; a command that
/// changes nothing leaves no trace in undo.
///
/// Every change of `ViewState` can be undone, in one step each (typing in one field is one step); a
/// change of view, selection or document is also a place to go back to.
void Update(const Library& library, const Command& command, Session& session,
            std::vector<Effect>& effects);

/// Takes the field of a form that is typed in, if `command` leaves it. What the command does is
/// done with the records as they are after that: whoever carries effects out asks for this first.
void LeaveField(const Library& library, const Command& command, Session& session,
                std::vector<Effect>& effects);

/// Carries out what a link says; what it cannot read becomes notices. Never fails.
void OpenLink(const Library& library, std::string_view fragment, Session& session,
              std::vector<Effect>& effects);

}  // namespace proviso::view

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/canvas/frame.h"
#include "core/canvas/key_press.h"
#include "core/state/session.h"

namespace proviso::view {

/// The commands of one key press, given the frame on screen; empty if the key is not ours, and then
/// the page keeps it. Tab is never ours on the web: `NextTabStop` serves the desktop.
///
/// `KeyHelp` lists the keys for people.
Commands OnKey(const Library& library, const Session& session, const Frame& frame,
               const KeyPress& key);

/// Where the focus goes when the item `focus` of `before` is not in `now`: to the next one of its
/// panel that is still there, else the last one before it. If the panel has gone as well, or has
/// nothing left of what it had, to the selected item on the stage, else to the first one there.
std::string FocusAfter(const Frame& before, const Frame& now, const std::string& focus);

/// The record that an item is about; of one inside another that one's, on the inspector the
/// `selection`; or empty.
std::string RecordAround(const Panel& panel, const Item& item, std::string_view selection);

/// What asks for the menu of the item at a point of the window, or of what has the focus; none
/// where there is nothing. `selection`: the record that the inspector shows.
Commands ItemMenuAt(const Frame& frame, std::string_view selection, float x, float y);
Commands ItemMenuOf(const Frame& frame, const Session& session);

/// What scrolls the stage so that the chosen row stays where it was on the screen, where a panel at
/// its side has opened or closed, and what is marked in it in sight, where one has opened below it;
/// none where nothing has moved.
Commands StayInPlace(const Frame& before, const Frame& now, std::string_view focus);

/// What scrolls or moves the panel of `item` so that it is in sight; none if it is, or is not
/// there.
Commands IntoSight(const Frame& frame, std::string_view item);

}  // namespace proviso::view

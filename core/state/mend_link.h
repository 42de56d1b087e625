#pragma once

#include <string>
#include <string_view>

namespace proviso::view {

/// A link as it was written, whatever carried it: mailers and chats encode signs once more, turn
/// `&` into `&amp;`, add a query of their own, or take the full stop or bracket behind a link for
/// its end. We encode every sign but `-._~` (`EncodeLink`), so most of what they add cannot be
/// ours.
struct MendedLink {
  std::string fragment;  ///< Without `#`.
  std::string dropped;   ///< What stood behind its end and was no part of it.
};

/// Takes `fragment` back to what was written; what nobody has mangled comes out as it went in.
MendedLink MendLink(std::string_view fragment);

}  // namespace proviso::view

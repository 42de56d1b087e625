#include "core/state/session.h"

#include <utility>

namespace proviso::view {

Session FreshSession(const Session& old, std::string previous) {
  Session session;
  static_cast<Screen&>(session) = old;
  session.state.text_percent = old.state.text_percent;
  session.coding.coder = old.coding.coder;
  session.previous = std::move(previous);
  return session;
}

Session ReturnedSession(Session home, const Session& left) {
  static_cast<Screen&>(home) = left;
  return home;
}

std::string NotesKey(const Library& library) { return std::string(library.dataset.info.id); }

}  // namespace proviso::view

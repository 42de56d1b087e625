#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/state/change_words.h"
#include "core/state/session.h"
#include "core/state/steps.h"

namespace proviso::view {

// `Update` in parts. Each is called with the commands of one matter and knows no other part but
// those that it names.

/// What every part works with.
struct Updating {
  const Library& library;
  Session& session;
  std::vector<Effect>& effects;
  Steps steps{library, session};

  const Dataset& dataset() const { return library.dataset; }
  const Say& say() const { return library.say; }
  std::string Named(std::string_view id) const { return NameOfId(library, id); }
  void Note(std::string sentence) const { AddNotice(session, std::move(sentence)); }
};

}  // namespace proviso::view

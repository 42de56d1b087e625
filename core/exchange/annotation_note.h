#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/io/json_value.h"
#include "core/locate/locate.h"

namespace proviso::exchange {

/// One annotation, in one shape.
struct Note {
  std::string id, uri, title, user, text, reply_to;
  std::vector<std::string> tags;
  const io::JsonValue* record = nullptr;
  std::string exact, prefix, suffix;
  std::optional<locate::Place> position;
  bool utf16 = false, placed = false, in_group = false;
};

/// Reads one of the W3C's model, of Hypothesis' interface, or of its exports.
Note ReadNote(const io::JsonValue& json);

/// All annotations of a file, whatever holds them; false if there are none and no list for them.
bool GatherNotes(const io::JsonValue& root, int depth, std::vector<const io::JsonValue*>* out);

}  // namespace proviso::exchange

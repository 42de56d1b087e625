#pragma once

#include <string>

#include "core/reason/answer.h"
#include "core/voice/phrases.h"

namespace proviso::view {

/// What stands beside an answer, in words: "Asked, and left open:".
struct NoteLine {
  std::string words;
  bool told = false;  ///< The words of the note's claim follow.
};

/// `whose`: whose words the answer is: "in the words of the writer".
NoteLine WordsOf(const Speech& in, const reason::Note& note, const std::string& whose);

}  // namespace proviso::view

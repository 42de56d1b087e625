#pragma once

#include <string>
#include <vector>

#include "core/canvas/view.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// A mark of how a voice reaches us, and what it means.
struct FootVoice {
  VoiceMark mark;
  std::string words;
};

struct FootModel {
  std::vector<FootVoice> voices;
  std::string before;              ///< What a ghost means; or empty.
  std::vector<SignMark> legend;    ///< Signs that this view draws, each with its words.
  std::vector<CheckState> checks;  ///< The states of passages in the shown copy.
  std::vector<KeyLine> keys;       ///< Of this view; empty on What if, which has the legend.
  /// "A News analysis, about 12 to 19 March 2023"; of very many the last hundred.
  std::vector<std::string> documents;
  std::string dataset;  ///< "Bundled dataset, version 1.0"
  std::string counts;   ///< "169 claims · 75 actors · 46 conditions"
};
FootModel BuildFootModel(const Library& library, Legend legend);

}  // namespace proviso::view

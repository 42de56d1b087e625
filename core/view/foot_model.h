#pragma once

#include <string>
#include <vector>

#include "core/view/copy_check.h"
#include "core/view/keys.h"
#include "core/view/voice_model.h"

namespace proviso::view {

struct FootModel {
  std::vector<SignMark> legend;        ///< Signs that this view draws, each with its words.
  std::vector<CheckState> checks;      ///< The states of passages in the shown copy.
  std::vector<KeyHelpLine> keys;       ///< Of this view; empty on What if, which has the legend.
  std::vector<std::string> documents;  ///< "A News analysis, about 12 to 19 March 2023"
  std::string dataset;                 ///< "Bundled dataset, version 1.0"
  std::string counts;                  ///< "169 claims · 75 actors · 46 conditions"
};
FootModel BuildFootModel(const Library& library, const Session& session);

}  // namespace proviso::view

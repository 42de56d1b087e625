#pragma once

#include <string>
#include <vector>

#include "core/voice/voice.h"
#include "core/words/say.h"

namespace proviso::view {

/// What stands between one box of a chain and the next: “according to”, with its hedge before it.
std::string LinkWords(const Say& say, const ChainStep& step);

/// A chain in words, as it is drawn: "The author “according to” a minister".
std::string ChainWords(const Say& say, const std::vector<ChainStep>& chain);

}  // namespace proviso::view

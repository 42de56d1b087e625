#include "core/voice/chain_words.h"

namespace proviso::view {

std::string LinkWords(const Say& say, const ChainStep& step) {
  return step.hedge.empty() ? step.link : say.Quoted(step.hedge) + " " + step.link;
}

std::string ChainWords(const Say& say, const std::vector<ChainStep>& chain) {
  std::vector<std::string> parts;
  for (const ChainStep& step : chain) {
    parts.push_back(step.name);
    if (!step.holder) parts.push_back(LinkWords(say, step));
  }
  return say.Chain(Key("{0} {1}##sentences"), parts);
}

}  // namespace proviso::view

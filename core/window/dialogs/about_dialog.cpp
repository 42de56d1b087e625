#include <string>

#include "core/window/dialogs/panels.h"
#include "core/words/labels.h"

namespace proviso::view {

Blocks AboutPanel(const Library& library) {
  const DatasetInfo& info = library.dataset.info;
  const Say& say = library.say;
  std::string coders;
  for (const proviso::Text coder : info.coders)
    coders += (coders.empty() ? "" : ", ") + std::string(coder);
  const ButtonSpec open{"about/open", say("Open another dataset…"), "", ShowDialog{Dialog::kOpen}};
  return {Rule{Ink::kInk, 2},
          Gap{14},
          Title{std::string(info.title), Type::kH3, 2, Ink::kInk},
          Gap{8},
          Prose{std::string(info.note), Type::kReading},
          Gap{12},
          Labelled{say("Coded by"), coders},
          Labelled{say("Finished"), DateWords(info.finished, say)},
          Labelled{say("How it was coded"), std::string(info.protocol)},
          Labelled{say("Scale of strengths"), std::string(info.scale)},
          Labelled{say("Rights"), std::string(info.rights)},
          Labelled{say("Version"), std::string(info.version)},
          Labelled{say("Digest (SHA-256)"), library.digest()},
          Labelled{say("Limits"), say("Proviso never says whether a claim is true. It says who "
                                      "says it, in the coders’ paraphrase, and where.")},
          Gap{6},
          Buttons{open},
          Gap{10},
          Gap{14}};
}

}  // namespace proviso::view

#include "core/window/around/form_pair.h"

#include <string>
#include <utility>
#include <vector>

#include "core/author/readings.h"
#include "core/state/update_author.h"
#include "core/voice/voice.h"

namespace proviso::view {

void DrawPairHead(const Editing& editing, Column& column) {
  const OwnVersion& own = *editing.own;
  column.Words(
      column.Say(own.begun ? Key("It waits with the pair, in no answer, until you take it.")
                           : Key("Change what is to be otherwise. It waits with the pair, "
                                 "in no answer, until you take it.")),
      Type::kMeta, Ink::kInkSoft, "form/lead");
  column.Gap(10);
  std::vector<ButtonSpec> buttons;
  if (own.begun)
    buttons.push_back({"form/take", column.Say("Take your own"), "",
                       DecidePair{own.draft, CodingTaken::kWritten}, ButtonKind::kMain});
  buttons.push_back(
      {"form/done", column.Say("Leave it"), "", ShowForm{}, ButtonKind::kPlain, "Escape"});
  column.Buttons(buttons);
  Sketch& sketch = column.sketch;
  for (const OwnVersion::Reading& reading : own.readings) {
    column.Gap(14);
    const std::string id = "form/reading-" + reading.side;
    sketch.Open(
        MakeItem(ItemRole::kGroup, id, column.Say("As {0} has it##a coder", {reading.coder})));
    column.Line(column.Say("As {0} has it##a coder", {reading.coder}), Type::kLabel, Ink::kInkSoft);
    column.Gap(2);
    column.Words(reading.voices, Type::kControlStrong);
    column.Words(reading.gloss, Type::kControl);
    for (const auto& [label, words] : reading.fields)
      column.Words(column.Say("{0}: {1}", {label, words}), Type::kMeta, Ink::kInkSoft);
    column.Gap(6);
    column.Button({id + ".begin", column.Say("Begin from it"),
                   column.Say("Begin from what {0} has##a coder", {reading.coder}),
                   BeginFrom{reading.side}, ButtonKind::kSmall});
    sketch.Close();
  }
  column.Gap(12);
  column.Rule();
}

void DrawPairWhy(const Library& library, const Editing& editing, Column& column) {
  const std::string path(kNotePath);
  const auto typed = editing.typed.find(path);
  std::string words;
  if (typed != editing.typed.end())
    words = typed->second;
  else if (const auto pair = PairOf(library.dataset, editing.record))
    words = pair->choice.TextOf("note");
  column.Gap(18);
  column.Rule();
  column.Gap(12);
  const std::string name = column.Say("Why it is decided so");
  column.Line(name, Type::kLabel, Ink::kInkSoft);
  column.Gap(4);
  column.Field({FieldItem(path), name, words, column.Say("Kept in the file, with the decision"), "",
                TypeField{path, {}}, ItemRole::kTextField});
}

}  // namespace proviso::view

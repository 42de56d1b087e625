#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/window/dialogs/panels.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::array<std::string_view, 4> kTabKeys{"link", "cite", "embed", "export"};

template <class Change>
Command Choose(const ShareChoices& now, const Change& change) {
  ShareChoices next = now;
  change(next);
  return Share{next};
}

// The tabs in a row; they wrap at large type.
void DrawShareTabs(Column& column, const ShareModel& model) {
  Sketch& sketch = column.sketch;
  const float x = column.x, width = column.width;
  const float height = std::max(sketch.S(36), sketch.target()), gap = sketch.S(22);
  sketch.Open(MakeItem(ItemRole::kTabList, "share/tabs", sketch.Say("Ways to share")));
  float at = x, top = column.y;
  for (std::size_t i = 0; i < kShareTabLabels.size(); ++i) {
    const std::string label = sketch.Say(kShareTabLabels[i]);
    const auto tab = static_cast<ShareTab>(i);
    const bool current = tab == model.tab;
    const float words =
        std::max(std::ceil(sketch.Width(Type::kBodyStrong, label)), sketch.target());
    if (at > x && at + words > x + width) {
      at = x;
      top += height;
    }
    sketch.Words(at, top + std::round((height - sketch.LineOf(Type::kBody)) / 2), label,
                 current ? Type::kBodyStrong : Type::kBody, current ? Ink::kInk : Ink::kInkSoft);
    if (current) sketch.HRule(at, top + height - 3, words, Ink::kInk, 3);
    Item item = MakeItem(ItemRole::kTab, "share/tab." + std::string(kTabKeys[i]), label,
                         {at, top, words, height});
    item.selected = current ? Tri::kYes : Tri::kNo;
    item.press = Choose(model.choices, [&](ShareChoices& next) { next.tab = tab; });
    item.group = "share/tabs";
    item.pos = static_cast<std::uint32_t>(i) + 1;
    item.size = static_cast<std::uint32_t>(kShareTabLabels.size());
    sketch.Add(std::move(item));
    at += words + gap;
  }
  sketch.Close();
  column.y = top + height;
  column.Rule();
}

Blocks EmbedChoices(const ShareChoices& now, const Say& say) {
  std::vector<SegmentChoice> live, sizes, themes;
  for (const bool frozen : {false, true})
    live.push_back({frozen ? "frozen" : "live", say(frozen ? "Frozen" : "Live"),
                    now.frozen == frozen, false,
                    Choose(now, [&](ShareChoices& next) { next.frozen = frozen; })});
  constexpr std::array<const char*, 3> kSizes{"480 × 360", "720 × 480", "960 × 640"};
  for (std::size_t i = 0; i < kSizes.size(); ++i) {
    const auto size = static_cast<EmbedSize>(i);
    sizes.push_back({std::to_string(i), kSizes[i], now.size == size, false,
                     Choose(now, [&](ShareChoices& next) { next.size = size; })});
  }
  for (std::size_t i = 0; i < 4; ++i) {
    const auto theme = static_cast<ThemeId>(i);
    themes.push_back({std::to_string(i), say(Label(theme)), now.theme == theme, false,
                      Choose(now, [&](ShareChoices& next) { next.theme = theme; })});
  }
  return {Choices{say("What readers can do"), "share/live", live},
          Choices{say("Size"), "share/size", sizes}, Choices{say("Theme"), "share/theme", themes},
          Gap{6}};
}

Choices CiteForms(const ShareChoices& now, const Say& say) {
  constexpr std::array<std::string_view, 3> kFormLabels{"Plain text", "BibTeX", "CSL JSON"};
  Choices block{say("Form of the full citation"), "share/form", {}};
  for (std::size_t i = 0; i < kFormLabels.size(); ++i) {
    const auto form = static_cast<CiteForm>(i);
    block.choices.push_back({std::to_string(i), say(kFormLabels[i]), now.form == form, false,
                             Choose(now, [&](ShareChoices& next) { next.form = form; })});
  }
  return block;
}

// A format, what it leaves out, and the button that writes it.
void DrawFormat(Column& column, const ExportRow& row) {
  Sketch& sketch = column.sketch;
  const ButtonSpec button{"share/format." + row.key, row.words,
                          sketch.Say("{0}: {1}", {row.words, row.name}), row.command,
                          ButtonKind::kSmall};
  const bool can = !row.words.empty();
  const float wide = sketch.ButtonWidth(button);
  column.Gap(10);
  sketch.Open(MakeItem(ItemRole::kListItem, "share/format-" + row.key, row.name));
  Column words = column.Inset(0, can ? wide + sketch.S(16) : 0);
  words.Words(row.name, Type::kControlStrong);
  words.Words(row.lost, Type::kMeta, Ink::kInkSoft);
  if (can) column.y = sketch.Button(column.x + column.width - wide, column.y, button).bottom();
  column.Past(words);
  sketch.Close();
  column.Gap(10);
  column.Rule();
}

}  // namespace

Blocks SharePanel(const ShareModel& model, const Say& say) {
  Blocks blocks{[model](Column& column) { DrawShareTabs(column, model); }, Gap{14}};
  const auto add = [&](Blocks more) { blocks.Append(std::move(more)); };
  if (!model.warning.empty())
    add({Signed{Glyph::kWarning, model.warning, "share/warning"}, Gap{12}});
  if (model.tab == ShareTab::kEmbed && !model.texts.empty()) add(EmbedChoices(model.choices, say));
  int number = 0;
  for (const ShareText& text : model.texts) {
    const Type type = model.tab == ShareTab::kCite && number == 0 ? Type::kReading : Type::kControl;
    const std::string at = std::to_string(number++);
    add({Title{text.label, Type::kLabel, 2, Ink::kInkSoft, "share/label." + at}, Gap{6},
         Quote{text.text, type, "share/text." + at}, Gap{12}});
  }
  if (!model.note.empty())
    add({Gap{-4}, Prose{model.note, Type::kCaption, Ink::kInkMute}, Gap{4}, Gap{12}});
  if (model.tab == ShareTab::kCite) add({CiteForms(model.choices, say), Gap{6}});
  if (!model.rows.empty()) {
    Rows list{"share/formats", say("Formats, and what each leaves out"), {}};
    for (const ExportRow& row : model.rows)
      list.rows.push_back([row](Column& column) { DrawFormat(column, row); });
    add({Gap{-14}, std::move(list), Gap{10},
         Prose{model.rows_note, Type::kCaption, Ink::kInkMute}});
  }
  if (!model.actions.empty())
    add({Rule{Ink::kInk, 1, false}, Gap{15}, ButtonsOf(model.actions, "share/")});
  add({Gap{24}});
  return blocks;
}

}  // namespace proviso::view

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/view/dialog_scene.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

constexpr std::array<std::string_view, 4> kTabKeys{"link", "cite", "embed", "export"};

template <class Change>
Command Choose(const ShareChoices& now, const Change& change) {
  ShareChoices next = now;
  change(next);
  return Share{next};
}

// The tabs in a row; they wrap at large type. Returns the height.
float DrawShareTabs(Sketch& sketch, const ShareModel& model, float x, float y, float width) {
  const float height = std::max(sketch.S(36), sketch.target()), gap = sketch.S(22);
  sketch.Open(MakeItem(ItemRole::kTabList, "share/tabs", sketch.Say("Ways to share")));
  float at = x, top = y;
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
  sketch.HRule(x, top + height, width, Ink::kLine);
  return top + height + 1 - y;
}

float DrawEmbedChoices(Sketch& sketch, const ShareModel& model, float x, float y, float width) {
  const ShareChoices& now = model.choices;
  const float start = y;
  std::vector<SegmentChoice> live, sizes, themes;
  for (const bool frozen : {false, true})
    live.push_back({frozen ? "frozen" : "live", sketch.Say(frozen ? "Frozen" : "Live"),
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
    themes.push_back({std::to_string(i), sketch.Say(Label(theme)), now.theme == theme, false,
                      Choose(now, [&](ShareChoices& next) { next.theme = theme; })});
  }
  y += DrawChoices(sketch, sketch.Say("What readers can do"), "share/live", live, x, y, width);
  y += DrawChoices(sketch, sketch.Say("Size"), "share/size", sizes, x, y, width);
  y += DrawChoices(sketch, sketch.Say("Theme"), "share/theme", themes, x, y, width);
  return y - start;
}

float DrawFormChoices(Sketch& sketch, const ShareModel& model, float x, float y, float width) {
  std::vector<SegmentChoice> forms;
  constexpr std::array<std::string_view, 3> kFormLabels{"Plain text", "BibTeX", "CSL JSON"};
  for (std::size_t i = 0; i < kFormLabels.size(); ++i) {
    const auto form = static_cast<CiteForm>(i);
    forms.push_back({std::to_string(i), sketch.Say(kFormLabels[i]), model.choices.form == form,
                     false, Choose(model.choices, [&](ShareChoices& next) { next.form = form; })});
  }
  return DrawChoices(sketch, sketch.Say("Form of the full citation"), "share/form", forms, x, y,
                     width);
}

float DrawFormat(Sketch& sketch, const ExportRow& row, float x, float y, float width) {
  const float start = y;
  y += sketch.S(10);
  ButtonSpec button;
  button.id = "share/format." + row.key;
  button.words = row.words;
  button.name = sketch.Say("{0}: {1}", {row.words, row.name});
  button.command = row.command;
  button.kind = ButtonKind::kSmall;
  const float taken = row.words.empty() ? 0 : sketch.ButtonWidth(button) + sketch.S(16);
  const float top = y;
  sketch.Open(MakeItem(ItemRole::kListItem, "share/format-" + row.key, row.name));
  y += sketch.Paragraph(x, y, width - taken, row.name, Type::kControlStrong);
  y += sketch.Paragraph(x, y, width - taken, row.lost, Type::kMeta, Ink::kInkSoft);
  if (!row.words.empty()) {
    sketch.Button(x + width - sketch.ButtonWidth(button), top, button);
    y = std::max(y, top + sketch.ButtonHeight(button.kind));
  }
  sketch.Close();
  y += sketch.S(10);
  sketch.HRule(x, y, width, Ink::kLine);
  return y + 1 - start;
}

}  // namespace

float DrawQuote(Sketch& sketch, std::string_view text, Type type, float x, float y, float width) {
  Run run;
  run.text = std::string(text);
  run.type = type;
  const float pad = sketch.S(14);
  const float height = sketch.FlowHeight({run}, width - 2 * pad) + 2 * sketch.S(11);
  sketch.Fill({x, y, width, height}, Ink::kSunken, 8);
  sketch.Stroke({x, y, width, height}, Ink::kLine, 1, 8);
  sketch.Paragraph(x + pad, y + sketch.S(11), width - 2 * pad, {run});
  return height;
}

Scene BuildShareScene(const ShareModel& model, const Space& space) {
  Sketch sketch(space, "share", Ink::kSurface);
  const float x = DialogMargin(space), width = space.width - 2 * x;
  float y = DrawDialogTitle(sketch, sketch.Say(DialogName(Dialog::kShare)), space);
  y += DrawShareTabs(sketch, model, x, y, width) + sketch.S(14);
  if (!model.warning.empty()) {
    const float left = sketch.S(26);
    sketch.Sign(Glyph::kWarning, x, y + sketch.LineOf(Type::kControl) / 2, 18);
    y += sketch.Paragraph(x + left, y, width - left, model.warning, Type::kControl, Ink::kInk, 0,
                          "share/warning") +
         sketch.S(12);
  }
  if (model.tab == ShareTab::kEmbed && !model.texts.empty())
    y += DrawEmbedChoices(sketch, model, x, y, width) + sketch.S(6);
  int number = 0;
  for (const ShareText& text : model.texts) {
    const Type type = model.tab == ShareTab::kCite && number == 0 ? Type::kReading : Type::kControl;
    y += sketch.Heading(x, y, width, text.label, Type::kLabel, 2, Ink::kInkSoft,
                        "share/label." + std::to_string(number)) +
         sketch.S(6);
    y += DrawQuote(sketch, text.text, type, x, y, width) + sketch.S(12);
    sketch.scene().items.back().id = "share/text." + std::to_string(number++);
  }
  if (!model.note.empty())
    y += sketch.Paragraph(x, y - sketch.S(4), width, model.note, Type::kCaption, Ink::kInkMute) +
         sketch.S(12);
  if (model.tab == ShareTab::kCite) y += DrawFormChoices(sketch, model, x, y, width) + sketch.S(6);
  if (!model.rows.empty()) {
    Item list =
        MakeItem(ItemRole::kList, "share/formats", sketch.Say("Formats, and what each leaves out"));
    list.size = static_cast<std::uint32_t>(model.rows.size());
    sketch.Open(std::move(list));
    y -= sketch.S(14);
    for (const ExportRow& row : model.rows) y += DrawFormat(sketch, row, x, y, width);
    sketch.Close();
    y += sketch.S(10);
    y += sketch.Paragraph(x, y, width, model.rows_note, Type::kCaption, Ink::kInkMute);
  }
  if (!model.actions.empty()) {
    sketch.HRule(x, y, width, Ink::kInk);
    y += sketch.S(15);
    std::vector<ButtonSpec> buttons;
    for (const Action& action : model.actions) {
      ButtonSpec spec;
      spec.id = "share/" + action.key;
      spec.words = action.words;
      spec.command = action.command;
      spec.kind = action.main ? ButtonKind::kMain : ButtonKind::kPlain;
      buttons.push_back(std::move(spec));
    }
    y += sketch.ButtonRow(x, y, width, buttons);
  }
  return sketch.Finish(std::ceil(y) + sketch.S(24));
}

}  // namespace proviso::view

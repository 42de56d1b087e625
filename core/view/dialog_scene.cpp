#include "core/view/dialog_scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/view/claims_scene.h"
#include "core/view/keys.h"
#include "core/view/languages.h"
#include "core/view/sketch.h"
#include "core/view/top_scene.h"
#include "core/view/what_if_scene.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

float Margin(const Space& space) { return space.phone() ? 16.0f : 28.0f; }

// Title and cross. Returns the bottom.
float DrawTitle(Sketch& sketch, const std::string& title, const Space& space) {
  const float x = Margin(space), width = space.width - 2 * x;
  const float side = sketch.Control(28);
  const float y = sketch.S(22);
  const float height =
      sketch.Heading(x, y, width - side, title, Type::kH2, 1, Ink::kInk, "dialog/title");
  sketch.IconButton(x + width - side + sketch.S(6),
                    std::round(y + (sketch.LineOf(Type::kH2) - side) / 2), side, Glyph::kClose,
                    "dialog/close", sketch.Say("Close"), ShowDialog{Dialog::kNone}, 16);
  sketch.scene().items.back().shortcut = "Escape";
  return y + std::max(height, side) + sketch.S(8);
}

float DrawLabelled(Sketch& sketch, std::string_view label, std::string_view text, float x, float y,
                   float width) {
  if (text.empty()) return 0;
  const float start = y;
  y += sketch.Paragraph(x, y, width, label, Type::kLabel, Ink::kInkSoft);
  y += sketch.Paragraph(x, y + 2, width, text, Type::kControl) + 2;
  return y - start + sketch.S(10);
}

}  // namespace

float DialogMargin(const Space& space) { return Margin(space); }

float DrawDialogTitle(Sketch& sketch, const std::string& title, const Space& space) {
  return DrawTitle(sketch, title, space);
}

std::string_view DialogName(Dialog dialog) {
  switch (dialog) {
    case Dialog::kPalette:
      return Key("Search");
    case Dialog::kKeys:
      return Key("Keys");
    case Dialog::kShare:
      return Key("Share this view");
    case Dialog::kAbout:
      return Key("About this dataset");
    case Dialog::kFilters:
      return Key("Filters");
    case Dialog::kNotice:
      return Key("Notices");
    case Dialog::kLevers:
      return Key("Suppose…");
    case Dialog::kMenu:
      return Key("Menu");
    case Dialog::kSides:
      return Key("What is compared");
    case Dialog::kOpen:
      return Key("Open a dataset");
    case Dialog::kChoices:
      return Key("Choices");
    case Dialog::kNotes:
      return Key("Notes and bookmarks");
    case Dialog::kSettings:
      return Key("Settings");
    case Dialog::kLanguage:
      return Key("Language");
    case Dialog::kNone:
      break;
  }
  return {};
}

Scene BuildKeysScene(const Space& space) {
  Sketch sketch(space, "keys", Ink::kSurface);
  const float x = Margin(space), width = space.width - 2 * x;
  float y = DrawTitle(sketch, sketch.Say(DialogName(Dialog::kKeys)), space);
  sketch.HRule(x, y, width, Ink::kInk, 2);
  y += 2;
  const float keys = std::min(sketch.S(180), width * 0.4f);
  sketch.Open(MakeItem(ItemRole::kTable, "keys/table", sketch.Say("Keys")));
  int number = 0;
  for (const KeyHelpLine& line : KeyHelp(space.say)) {
    sketch.Open(MakeItem(ItemRole::kRow, "keys/" + std::to_string(++number),
                         sketch.Say("{0}: {1}", {line.keys, line.what})));
    const float left =
        sketch.Paragraph(x, y + sketch.S(7), keys - sketch.S(12), line.keys, Type::kControlStrong);
    sketch.scene().items.back().role = ItemRole::kRowHeader;
    const float right = sketch.Paragraph(x + keys, y + sketch.S(7), width - keys, line.what,
                                         Type::kControl, Ink::kInkSoft);
    sketch.scene().items.back().role = ItemRole::kCell;
    y += std::max(left, right) + sketch.S(14);
    sketch.Close();
    sketch.HRule(x, y, width, Ink::kLine);
    y += 1;
  }
  sketch.Close();
  y += sketch.S(10);
  y += sketch.Paragraph(x, y, width, sketch.Say("Tab leaves the explorer at either end."),
                        Type::kCaption, Ink::kInkMute);
  return sketch.Finish(std::ceil(y) + sketch.S(22));
}

Scene BuildAboutScene(const Library& library, const Space& space) {
  Sketch sketch(space, "about", Ink::kSurface);
  const DatasetInfo& info = library.dataset.info;
  const float x = Margin(space), width = space.width - 2 * x;
  float y = DrawTitle(sketch, sketch.Say(DialogName(Dialog::kAbout)), space);
  sketch.HRule(x, y, width, Ink::kInk, 2);
  y += 2 + sketch.S(14);
  y += sketch.Heading(x, y, width, info.title, Type::kH3, 2) + sketch.S(8);
  y += sketch.Paragraph(x, y, width, info.note, Type::kReading) + sketch.S(12);
  std::string coders;
  for (const proviso::Text coder : info.coders)
    coders += (coders.empty() ? "" : ", ") + std::string(coder);
  y += DrawLabelled(sketch, sketch.Say("Coded by"), coders, x, y, width);
  y += DrawLabelled(sketch, sketch.Say("Finished"), DateWords(info.finished, space.say), x, y,
                    width);
  y += DrawLabelled(sketch, sketch.Say("How it was coded"), info.protocol, x, y, width);
  y += DrawLabelled(sketch, sketch.Say("Scale of strengths"), info.scale, x, y, width);
  y += DrawLabelled(sketch, sketch.Say("Rights"), info.rights, x, y, width);
  y += DrawLabelled(sketch, sketch.Say("Version"), info.version, x, y, width);
  y += DrawLabelled(sketch, sketch.Say("Digest (SHA-256)"), library.digest, x, y, width);
  y += DrawLabelled(
      sketch, sketch.Say("Limits"),
      sketch.Say("Proviso never says whether a claim is true. It says who says it, in the coder’s "
                 "paraphrase, and where."),
      x, y, width);
  ButtonSpec open;
  open.id = "about/open";
  open.words = sketch.Say("Open another dataset…");
  open.command = ShowDialog{Dialog::kOpen};
  open.max_width = width;
  y += sketch.S(6);
  y += sketch.Button(x, y, open).h + sketch.S(10);
  return sketch.Finish(std::ceil(y) + sketch.S(14));
}

std::string LanguageWords(const Say& say) {
  const Language* language = LanguageNamed(say.language());
  return say("Language: {0}", {language != nullptr ? language->name : say.language()});
}

Scene BuildMenuScene(const Session& session, const TopModel& top, const Space& space) {
  Sketch sketch(space, "menu", Ink::kSurface);
  const float x = Margin(space), width = space.width - 2 * x;
  float y = DrawTitle(sketch, sketch.Say(DialogName(Dialog::kMenu)), space);
  sketch.HRule(x, y, width, Ink::kInk, 2);
  y += 2;
  const float row = std::max(sketch.S(40), sketch.target());
  const auto entry = [&](const std::string& id, const std::string& words,
                         const std::string& shortcut, const Command& command, bool current) {
    if (current) sketch.Fill({x, y, 4, row}, Ink::kInk);
    const float top_y = std::round(y + (row - sketch.LineOf(Type::kBody)) / 2);
    const float cap = shortcut.empty() ? 0 : sketch.KeyCapWidth(shortcut) + sketch.S(8);
    sketch.Words(x + sketch.S(12), top_y, words, current ? Type::kBodyStrong : Type::kBody,
                 Ink::kInk, width - sketch.S(16) - cap);
    if (!shortcut.empty()) sketch.KeyCap(x + width, y + row / 2, shortcut);
    Item item = MakeItem(ItemRole::kMenuItem, id, words, {x, y, width, row});
    item.press = command;
    item.shortcut = shortcut;
    item.current = current;
    item.group = "menu";
    sketch.Add(std::move(item));
    y += row;
    sketch.HRule(x, y, width, Ink::kLine);
    y += 1;
  };
  sketch.Open(MakeItem(ItemRole::kMenu, "menu/list", sketch.Say("Views and more")));
  for (const TopTab& tab : top.tabs)
    entry("menu/" + std::string(Word(tab.view)), tab.label, tab.shortcut, tab.show, tab.current);
  entry("menu/.share", sketch.Say("Share…"), "", ShowDialog{Dialog::kShare}, false);
  entry("menu/.print", sketch.Say("Print…"), "", view::Print{}, false);
  entry("menu/.notes", sketch.Say("Notes and bookmarks…"), "", ShowDialog{Dialog::kNotes}, false);
  entry("menu/.settings", sketch.Say("Settings…"), "", ShowDialog{Dialog::kSettings}, false);
  entry("menu/.language", LanguageWords(space.say), "", ShowDialog{Dialog::kLanguage}, false);
  entry("menu/.keys", sketch.Say("Keys"), "?", ShowDialog{Dialog::kKeys}, false);
  entry("menu/.open", sketch.Say("Open a dataset…"), "", ShowDialog{Dialog::kOpen}, false);
  if (!session.previous.empty())
    entry("menu/.back", sketch.Say("Go back to “{0}”", {session.previous}), "", ReturnToDataset{},
          false);
  entry("menu/.about", sketch.Say(DialogName(Dialog::kAbout)), "", ShowDialog{Dialog::kAbout},
        false);
  sketch.Close();
  return sketch.Finish(std::ceil(y) + sketch.S(22));
}

Scene BuildLanguageScene(const Session& session, const Space& space) {
  Sketch sketch(space, "language", Ink::kSurface);
  const float x = Margin(space), width = space.width - 2 * x;
  float y = DrawTitle(sketch, sketch.Say(DialogName(Dialog::kLanguage)), space);
  sketch.HRule(x, y, width, Ink::kInk, 2);
  y += 2;
  sketch.Open(
      MakeItem(ItemRole::kRadioGroup, "language/list", sketch.Say(DialogName(Dialog::kLanguage))));
  std::uint32_t number = 0;
  for (const Language& language : Languages()) {
    const bool chosen = session.language == language.code;
    // In the language itself, and in one that is sure to be read.
    std::vector<Run> runs(1);
    runs[0].text = language.name;
    runs[0].type = chosen ? Type::kBodyStrong : Type::kBody;
    Run note;
    note.type = Type::kCaption;
    note.ink = Ink::kInkMute;
    if (!language.unreviewed.empty())
      note.text = std::string(language.unreviewed) + " · not yet reviewed by a speaker";
    const float words = sketch.FlowHeight(runs, width - sketch.S(24));
    const float under = note.text.empty() ? 0 : sketch.FlowHeight({note}, width - sketch.S(24));
    const float row =
        std::max(words + under + sketch.S(16), std::max(sketch.S(40), sketch.target()));
    if (chosen) sketch.Fill({x, y, 4, row}, Ink::kInk);
    const float top = std::round(y + (row - words - under) / 2);
    sketch.Flowed(x + sketch.S(12), top, runs, width - sketch.S(24));
    if (under > 0) sketch.Flowed(x + sketch.S(12), top + words, {note}, width - sketch.S(24));
    Item item = MakeItem(ItemRole::kRadio, "language/" + std::string(language.code),
                         std::string(language.name), {x, y, width, row});
    item.description = note.text;
    item.checked = chosen ? Tri::kYes : Tri::kNo;
    item.press = SetLanguage{std::string(language.code)};
    item.group = "language";
    item.pos = ++number;
    item.size = static_cast<std::uint32_t>(Languages().size());
    sketch.Add(std::move(item));
    y += row;
    sketch.HRule(x, y, width, Ink::kLine);
    y += 1;
  }
  sketch.Close();
  y += sketch.S(10);
  y += sketch.Paragraph(x, y, width,
                        sketch.Say("What the coder wrote stays in the language of the dataset."),
                        Type::kCaption, Ink::kInkMute);
  return sketch.Finish(std::ceil(y) + sketch.S(22));
}

namespace {

// `body` under a title of its own.
Scene Under(Sketch sketch, float y, Scene body) {
  Scene scene = sketch.Finish(0);
  const auto shift = static_cast<std::int32_t>(scene.items.size());
  for (Shape& shape : body.shapes) {
    shape.rect.y += y;
    for (Point& point : shape.points) point.y += y;
    scene.shapes.push_back(std::move(shape));
  }
  for (Item& item : body.items) {
    // The same controls may stand beside the view that the dialog covers.
    item.id = "dialog/" + item.id;
    if (!item.group.empty()) item.group = "dialog/" + item.group;
    item.rect.y += y;
    if (item.parent >= 0) item.parent += shift;
    scene.items.push_back(std::move(item));
  }
  scene.height = y + body.height;
  return scene;
}

Sketch Titled(Dialog dialog, const Space& space, float* y) {
  Sketch sketch(space, "dialog", Ink::kSurface);
  *y = DrawTitle(sketch, sketch.Say(DialogName(dialog)), space);
  sketch.HRule(Margin(space), *y, space.width - 2 * Margin(space), Ink::kInk, 2);
  *y += 2;
  return sketch;
}

// The scene inside is laid out as on a narrow window, whatever the window is.
Space Inside(const Space& space) {
  Space inside = space;
  if (inside.wide()) inside.size = WidthClass::kMedium;
  return inside;
}

}  // namespace

Scene BuildSidesScene(const SidesModel& model, const Space& space) {
  Sketch sketch(space, "sides", Ink::kSurface);
  const float x = Margin(space), width = space.width - 2 * x;
  float y = DrawTitle(sketch, sketch.Say(DialogName(Dialog::kSides)), space);
  const auto add = [&](std::string_view title, const std::vector<SideChoice>& choices) {
    if (choices.empty()) return;
    y += sketch.Heading(x, y, width, sketch.Say(title), Type::kLabel, 2, Ink::kInkSoft) +
         sketch.S(4);
    for (const SideChoice& choice : choices) {
      const std::vector<SegmentChoice> sides{
          {"a", sketch.Say("First"), choice.is_a, false, choice.as_a},
          {"b", sketch.Say("Second"), choice.is_b, false, choice.as_b}};
      const float height = sketch.Control(28), segment = sketch.SegmentWidth(sides);
      const float room = width - segment - sketch.S(12);
      const float line = sketch.LineOf(Type::kControl);
      const float note = std::min(std::ceil(sketch.Width(Type::kCaption, choice.note)), room / 2);
      const float top = std::round(y + (height - line) / 2);
      const float used =
          sketch.Words(x, top, choice.name, Type::kControl, Ink::kInk, room - note - sketch.S(8));
      sketch.Words(x + used + sketch.S(8),
                   top + sketch.BaseOf(Type::kControl) - sketch.BaseOf(Type::kCaption), choice.note,
                   Type::kCaption, Ink::kInkMute, note + 1);
      sketch.Segment(x + width - segment, y, "sides/" + choice.id, choice.name, sides, false,
                     choice.note);
      y += height + sketch.S(6);
    }
    y += sketch.S(10);
  };
  add(Key("Texts"), model.texts);
  add(Key("Holders"), model.holders);
  if (!model.more.empty())
    y += sketch.Paragraph(x, y, width, model.more, Type::kCaption, Ink::kInkMute);
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

Scene BuildFiltersDialogScene(const ClaimsModel& model, const Space& space) {
  float y = 0;
  Sketch sketch = Titled(Dialog::kFilters, space, &y);
  return Under(std::move(sketch), y, BuildFacetsScene(model, Inside(space)));
}

Scene BuildLeversDialogScene(const WhatIfModel& model, const ScenarioModel& scenario,
                             const Space& space) {
  float y = 0;
  Sketch sketch = Titled(Dialog::kLevers, space, &y);
  return Under(std::move(sketch), y, BuildLeversScene(model, scenario, Inside(space), false).scene);
}

Scene BuildNoticesDialogScene(const TopModel& model, const Space& space) {
  float y = 0;
  Sketch sketch = Titled(Dialog::kNotice, space, &y);
  const float x = Margin(space), width = space.width - 2 * x;
  y += sketch.S(14);
  for (const std::string& notice : model.notices)
    y += sketch.Paragraph(x, y, width, notice, Type::kBody) + sketch.S(8);
  ButtonSpec dismiss;
  dismiss.id = "dialog/dismiss";
  dismiss.words = sketch.Say("Dismiss");
  dismiss.command = model.dismiss_notices;
  y += sketch.Button(x, y, dismiss).h;
  return sketch.Finish(std::ceil(y) + sketch.S(24));
}

}  // namespace proviso::view

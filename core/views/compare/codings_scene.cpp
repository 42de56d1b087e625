#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "core/canvas/column.h"
#include "core/state/update_author.h"
#include "core/views/compare/codings.h"

namespace proviso::view {
namespace {

constexpr std::string_view kRowPrefix = "codings/";

/// The model, kept as long as the dataset (whose cache this is), the tab and the language stay.
struct KeptCodings {
  CodingsTab tab = CodingsTab::kToDecide;
  std::size_t most = 0;
  const Library* a = nullptr;
  Say say;
  CodingsModel model;
};

const CodingsModel& CodingsModelOf(StageBuilder& builder) {
  std::optional<KeptCodings>& kept = builder.cache().Kept<std::optional<KeptCodings>>();
  const Codings& codings = builder.session().codings;
  const Say& say = builder.library().say;
  if (!kept || kept->tab != codings.tab || kept->most != codings.most ||
      kept->a != codings.a.get() || !(kept->say == say))
    kept = KeptCodings{codings.tab, codings.most, codings.a.get(), say,
                       BuildCodingsModel(builder.library(), builder.session())};
  return kept->model;
}

/// Where the parts of a row stand.
struct PairGrid {
  bool beside = true;  ///< Place, A, verdict, B and buttons beside each other; else under.
  float place = 0, side = 0, verdict = 0, buttons = 0, gap = 0;
};

PairGrid PairGridFor(const Sketch& sketch, float width) {
  PairGrid grid;
  grid.gap = sketch.S(20);
  grid.beside = width >= sketch.S(860);
  if (!grid.beside) {
    grid.place = grid.side = grid.verdict = grid.buttons = width;
    return grid;
  }
  grid.place = sketch.S(64);
  grid.verdict = sketch.S(126);
  grid.buttons = sketch.S(124);
  grid.side = std::floor((width - grid.place - grid.verdict - grid.buttons - 4 * grid.gap) / 2);
  return grid;
}

/// What one coding says; nothing, where it says nothing.
void DrawSide(Column& column, const CodingSide& side, const std::string& coder,
              const std::string& id) {
  Sketch& sketch = column.sketch;
  const float top = column.y;
  sketch.Open(MakeItem(ItemRole::kGroup, id, coder));
  Column inside = column.Inset(side.taken ? column.S(12) : 0);
  if (side.there) {
    inside.Words(side.voices, Type::kControlStrong);
    inside.Words(RunsOf(side.gloss));
  } else {
    inside.Words(column.Say("Nothing is coded on these words."), Type::kControl, Ink::kInkMute);
  }
  for (const CodingSide::Field& field : side.fields) {
    inside.Gap(3);
    const std::string words = column.Say("{0}: {1}", {field.label, field.words});
    const std::vector<Run> runs{{words, Type::kMeta, Ink::kInk}};
    const float pad = column.S(4);
    const float height = sketch.FlowHeight(runs, inside.width - 2 * pad);
    sketch.Fill({inside.x, inside.y, inside.width, height}, Ink::kAlteredTint);
    const Ink ground = sketch.ground();
    sketch.set_ground(Ink::kAlteredTint);
    Column tinted = inside.Inset(pad, pad);
    tinted.Words(runs);
    sketch.set_ground(ground);
    inside.y += height;
  }
  if (side.taken) sketch.Fill({column.x, top, 3, inside.y - top}, Ink::kInk);
  column.Past(inside);
  sketch.Close();
}

Glyph GlyphOfState(const CodingRow& row) {
  switch (row.state) {
    case CodingRow::State::kToDecide:
      return row.alone ? Glyph::kOneAway : Glyph::kConflict;
    case CodingRow::State::kDecided:
      return Glyph::kFound;
    case CodingRow::State::kLeftOut:
      return Glyph::kSilent;
    case CodingRow::State::kSame:
      break;
  }
  return Glyph::kAgree;
}

void DrawPairButtons(Column& column, const CodingRow& row, const std::string& id) {
  if (row.actions.empty()) return;
  std::vector<ButtonSpec> buttons;
  for (const Action& action : row.actions) {
    ButtonSpec spec = ButtonOf(action, id + "/", ButtonKind::kSmall);
    const std::string words = row.a.there ? row.a.gloss.plain() : row.b.gloss.plain();
    spec.name = column.Say("{0}: “{1}”", {spec.words, words});
    buttons.push_back(std::move(spec));
  }
  column.Buttons(buttons);
}

/// Why it is decided so, to be typed; it is kept when the field is left.
void DrawPairNote(Column& column, const CodingRow& row, const Editing& editing) {
  if (editing.noting != row.id) return;
  column.Gap(8);
  const std::string name = column.Say("Why it is decided so");
  column.Line(name, Type::kLabel, Ink::kInkSoft);
  column.Gap(4);
  const auto typed = editing.typed.find(std::string(kNotePath));
  column.Field({FieldItem(kNotePath), name, typed == editing.typed.end() ? row.why : typed->second,
                column.Say("Kept in the file, with the decision"), "",
                TypeField{std::string(kNotePath), {}}, ItemRole::kTextField});
  const auto problem = editing.problems.find(std::string(kNotePath));
  if (problem == editing.problems.end()) return;
  column.Gap(4);
  column.Signed(Glyph::kWarning, 16, 22, problem->second, Type::kMeta,
                FieldItem(kNotePath) + ".problem");
}

/// A version that is neither coder's: one that stands, or one that is not taken yet.
void DrawOwn(Column& column, const CodingRow& row, const std::string& id) {
  if (row.written.there) {
    column.Gap(8);
    column.Line(column.Say("Written anew"), Type::kLabel, Ink::kInkSoft);
    DrawSide(column, row.written, column.Say("Written anew"), id + "/written");
  }
  if (row.own.empty()) return;
  column.Gap(8);
  column.Line(column.Say("Your own version, not taken yet"), Type::kLabel, Ink::kInkSoft);
  column.Words(row.own, Type::kControl, Ink::kInkSoft, id + "/own-words");
}

void DrawPair(Column& column, const CodingRow& row, const CodingsModel& model, const PairGrid& grid,
              const Editing& editing) {
  Sketch& sketch = column.sketch;
  const std::string id = std::string(kRowPrefix) + row.id;
  const std::string words = row.a.there ? row.a.gloss.plain() : row.b.gloss.plain();
  sketch.Open(MakeItem(ItemRole::kListItem, id, sketch.Say("{0}: {1}", {row.verdict, words})));
  column.Gap(12);
  Column place = column.Part(0, grid.place);
  if (!row.refs.empty()) place.Chips({row.refs.front()});
  const auto verdict = [&](Column& at) {
    sketch.Sign(GlyphOfState(row), at.x, at.y + sketch.LineOf(Type::kMeta) / 2, 18);
    Column right = at.Inset(at.S(24));
    right.Words(row.verdict, Type::kMeta, Ink::kInkSoft);
    right.Words(row.note, Type::kMeta, Ink::kInkMute);
    at.Past(right);
  };
  // A claim in which both agree stands once, over both sides.
  const bool once = row.state == CodingRow::State::kSame || row.state == CodingRow::State::kLeftOut;
  if (!grid.beside) {
    column.Past(place);
    column.Gap(4);
    verdict(column);
    column.Gap(4);
    Column a = column.Inset(0);
    if (!once) a.Line(model.side_a, Type::kLabel, Ink::kInkSoft);
    DrawSide(a, row.a, model.side_a, id + "/side-a");
    column.y = a.y;
    if (!once) {
      column.Gap(8);
      Column b = column.Inset(0);
      b.Line(model.side_b, Type::kLabel, Ink::kInkSoft);
      DrawSide(b, row.b, model.side_b, id + "/side-b");
      column.y = b.y;
    }
    DrawOwn(column, row, id);
    column.Gap(8);
    DrawPairButtons(column, row, id);
    DrawPairNote(column, row, editing);
  } else {
    float x = grid.place + grid.gap;
    Column a = column.Part(x, once ? 2 * grid.side : grid.side);
    DrawSide(a, row.a, model.side_a, id + "/side-a");
    x += (once ? 2 * grid.side : grid.side) + grid.gap;
    Column middle = column.Part(x, grid.verdict);
    verdict(middle);
    x += grid.verdict + grid.gap;
    Column b = column.Part(x, grid.side);
    if (!once) DrawSide(b, row.b, model.side_b, id + "/side-b");
    Column buttons = column.Inset(column.width - grid.buttons);
    DrawPairButtons(buttons, row, id);
    for (const Column* part : {&place, &a, &middle, &b}) column.y = std::max(column.y, part->y);
    Column under = column.Part(grid.place + grid.gap, 2 * grid.side + grid.verdict + 2 * grid.gap);
    DrawOwn(under, row, id);
    DrawPairNote(under, row, editing);
    column.y = std::max(under.y, buttons.y);
  }
  column.Gap(12);
  sketch.Close();
  column.Rule();
}

void DrawFigures(Column& column, const CodingsModel& model) {
  if (!model.figures.empty()) {
    Sketch& sketch = column.sketch;
    const float least = column.S(150);
    const auto in_row =
        static_cast<std::size_t>(std::clamp(std::floor(column.width / least), 1.0f, 5.0f));
    const float wide = std::floor(column.width / static_cast<float>(in_row));
    sketch.Open(MakeItem(ItemRole::kList, "codings/figures", column.Say("How far the two agree")));
    for (std::size_t i = 0; i < model.figures.size(); i += in_row) {
      float bottom = column.y;
      for (std::size_t j = i; j < std::min(i + in_row, model.figures.size()); ++j) {
        const CodingFigure& figure = model.figures[j];
        Column tile = column.Part(static_cast<float>(j - i) * wide, wide - column.S(16));
        sketch.Open(MakeItem(
            ItemRole::kListItem, "codings/figure/" + std::to_string(j + 1),
            column.Say("{0}: {1}, {2}##figure", {figure.label, figure.words, figure.note})));
        tile.Words(figure.label, Type::kLabel, Ink::kInkSoft);
        tile.Words(figure.words, Type::kH3);
        tile.Words(figure.note, Type::kMeta, Ink::kInkMute);
        sketch.Close();
        bottom = std::max(bottom, tile.y);
      }
      column.y = bottom;
      column.Gap(10);
    }
    sketch.Close();
  }
  column.Words(model.figures_note, Type::kCaption, Ink::kInkMute, "codings/figures-note");
  column.Gap(12);
}

void DrawTabsOf(Column& column, const CodingsModel& model) {
  std::vector<SegmentChoice> choices;
  for (const CodingsTabRow& tab : model.tabs)
    choices.push_back({std::to_string(static_cast<int>(tab.tab)),
                       tab.words + " " + std::to_string(tab.count), tab.chosen, false,
                       ShowCodings{true, tab.tab}});
  column.Choice("codings/tabs", column.Say("Which pairs"), choices);
}

Scene CodingsScene(const CodingsModel& model, const Editing& editing, const Space& space) {
  Sketch sketch(space, "codings", Ink::kPaper);
  const float x = space.margin();
  Column column{sketch, x, sketch.S(12), space.width - 2 * x};
  column.Heading(sketch.Say("Two codings, place by place"), space.phone() ? Type::kH3 : Type::kH2,
                 1, Ink::kInk, "codings/title");
  column.Gap(4);
  column.Words(model.lead, Type::kControl, Ink::kInkSoft, "codings/lead");
  column.Gap(10);
  if (model.merged) {
    DrawFigures(column, model);
    DrawTabsOf(column, model);
    column.Gap(12);
    const PairGrid grid = PairGridFor(sketch, column.width);
    if (grid.beside && !model.rows.empty()) {
      const float side = grid.place + grid.gap;
      sketch.Text(column.x + side, column.y, grid.side, model.side_a, Type::kH3, Ink::kInk,
                  "codings/head-a");
      const float right = side + grid.side + grid.verdict + 2 * grid.gap;
      sketch.Text(column.x + right, column.y, grid.side, model.side_b, Type::kH3, Ink::kInk,
                  "codings/head-b");
      column.y += sketch.LineOf(Type::kH3);
      column.Gap(4);
    }
    column.Rule(Ink::kInk, 3);
    if (!model.rows.empty()) {
      Item list = MakeItem(ItemRole::kList, "codings/list", sketch.Say("Pairs of claims"));
      list.size = static_cast<std::uint32_t>(model.rows.size() + model.hidden);
      sketch.Open(std::move(list));
      for (const CodingRow& row : model.rows) DrawPair(column, row, model, grid, editing);
      sketch.Close();
    }
  }
  if (!model.empty.empty()) {
    column.Gap(14);
    column.Words(model.empty, Type::kBody, Ink::kInkSoft, "codings/empty");
  }
  column.Gap(16);
  column.Buttons(ButtonsOf(model.actions, "codings/"));
  return column.Finish(24);
}

}  // namespace

void CodingsStage(StageBuilder& builder, Rect rect) {
  const CodingsModel& model = CodingsModelOf(builder);
  builder.Add(
      "stage", Landmark::kMain, builder.Say("Two codings, place by place"), rect, Ink::kPaper,
      [&](const Space& space) { return CodingsScene(model, builder.session().editing, space); });
}

Commands CodingsKey(const Library&, const Session& session, const Frame& frame,
                    const KeyPress& key) {
  const bool modal = std::any_of(frame.panels.begin(), frame.panels.end(),
                                 [](const Panel& panel) { return panel.modal; });
  if (modal || key.in_text_field || key.ctrl || key.alt || !session.single_keys ||
      key.key.size() != 1)
    return {};
  // In the form of a version of one's own no letter decides a pair behind it.
  if (session.editing.shown() && session.focus.compare(0, kRowPrefix.size(), kRowPrefix) != 0)
    return {};
  const char letter = key.key[0] >= 'A' && key.key[0] <= 'Z'
                          ? static_cast<char>(key.key[0] - 'A' + 'a')
                          : key.key[0];
  // The row that has the focus, else the first that can be decided.
  std::vector<std::string> rows;
  for (const Panel& panel : frame.panels)
    for (const Item& item : panel.scene.items) {
      const DecidePair* decide = item.press ? item.press->As<DecidePair>() : nullptr;
      if (decide != nullptr && (rows.empty() || rows.back() != decide->draft))
        rows.push_back(decide->draft);
    }
  if (rows.empty()) return {};
  const auto is_in = [&](const std::string& row) {
    const std::string id = std::string(kRowPrefix) + row + "/";
    return session.focus.compare(0, id.size(), id) == 0;
  };
  auto at = std::find_if(rows.begin(), rows.end(), is_in);
  const auto first_button = [&](const std::string& row) {
    for (const char* button : {"/a", "/keep"}) {
      std::string id = std::string(kRowPrefix) + row + button;
      if (FindItem(frame, id).item != nullptr) return id;
    }
    return std::string();
  };
  if (letter == 'n') {
    at = at == rows.end() || std::next(at) == rows.end() ? rows.begin() : std::next(at);
    return {Focus{first_button(*at)}};
  }
  if (at == rows.end()) at = rows.begin();
  const std::string head = std::string(kRowPrefix) + *at + "/";
  const auto press = [&](const char* button) -> Commands {
    const Item* item = FindItem(frame, head + button).item;
    return item != nullptr && item->press ? Commands{*item->press} : Commands{};
  };
  const Item* keep = FindItem(frame, head + "keep").item;
  if (letter == 'a') {
    if (keep != nullptr && keep->shortcut == "A") return press("keep");
    return press("a");
  }
  if (letter == 'b') {
    if (keep != nullptr && keep->shortcut == "B") return press("keep");
    return press("b");
  }
  if (letter == 'w') return press("write");
  return letter == 'k' ? press("both") : Commands{};
}

}  // namespace proviso::view

#include "core/view/inspector_scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/view/copy_scene.h"
#include "core/view/sketch.h"

namespace proviso::view {
namespace {

ButtonSpec SpecOf(const Action& action, std::string prefix, ButtonKind kind) {
  ButtonSpec spec;
  spec.id = std::move(prefix) + action.key;
  spec.words = action.words;
  spec.command = action.command;
  spec.shortcut = action.shortcut;
  spec.kind = action.main ? ButtonKind::kMain : kind;
  return spec;
}

// Label at the left, values at the right; under each other where it is narrow. Returns the height.
float DrawFact(Sketch& sketch, const Fact& fact, const std::string& id, float x, float y,
               float width) {
  const float start = y, label = sketch.S(104);
  const bool beside = width - label >= sketch.S(150);
  sketch.Open(MakeItem(ItemRole::kGroup, id, fact.label));
  // A value that leads somewhere stands in the middle of its target; the label goes with it.
  const bool first_leads = beside && !fact.values.empty() && fact.values.front().go.has_value();
  const float pad_top = first_leads
                            ? std::round((std::max(sketch.LineOf(Type::kMeta), sketch.target()) -
                                          sketch.LineOf(Type::kMeta)) /
                                         2)
                            : 0;
  const float used =
      pad_top + sketch.Paragraph(x, y + pad_top, beside ? label - sketch.S(8) : width, fact.label,
                                 Type::kMeta, Ink::kInkMute);
  const float left = beside ? x + label : x, room = beside ? width - label : width;
  if (!beside) y += used;
  for (const Link& value : fact.values) {
    if (!value.go) {
      y += sketch.Paragraph(left, y, room, value.text, Type::kMeta, Ink::kInk);
      continue;
    }
    Run run;
    run.text = value.text;
    run.type = Type::kMeta;
    run.ink = Ink::kAccent;
    run.underline = true;
    const float height = sketch.FlowHeight({run}, room);
    const float target = std::max(height, sketch.target());
    const float pad = std::round((target - height) / 2);
    sketch.Flowed(left, y + pad, {run}, room);
    Item item = MakeItem(ItemRole::kLink, {}, value.text, {left, y, room, target});
    item.press = *value.go;
    sketch.Add(std::move(item));
    y += target;
  }
  sketch.Close();
  return std::max(y, start + used) - start + sketch.S(5);
}

float DrawRelated(Sketch& sketch, const RelatedRow& row, const std::string& id, float x, float y,
                  float width) {
  const float start = y;
  y += sketch.S(10);
  float chips = 0;
  for (const Ref& ref : row.refs) chips = std::max(chips, sketch.RefChipWidth(ref));
  const float mark = row.sign ? sketch.S(30) : 0;
  const float room = width - mark - (chips > 0 ? chips + sketch.S(10) : 0);
  if (row.sign) sketch.Sign(*row.sign, x, y + sketch.LineOf(Type::kReading) / 2, 18);
  const std::vector<Run> runs = RunsOf(row.text);
  float words = sketch.FlowHeight(runs, room);
  sketch.Flowed(x + mark, y, runs, room);
  if (!row.note.empty()) {
    Run note;
    note.text = row.note;
    note.type = Type::kCaption;
    note.ink = Ink::kInkSoft;
    words += sketch.S(2);
    words += sketch.Flowed(x + mark, y + words, {note}, room, 3);
  }
  const float target = std::max(words, sketch.target());
  Item item = MakeItem(ItemRole::kButton, id, row.text.plain(), {x, y, mark + room, target});
  if (row.sign) item.name = sketch.say().Chain(Key("{0}. {1}"), {row.sign->words, item.name});
  item.description = row.note;
  item.press = row.open;
  sketch.Add(std::move(item));
  float refs = 0;
  if (chips > 0) refs = sketch.RefChips(x + width - chips, y - sketch.S(1), chips, row.refs);
  y += std::max(target, refs) + sketch.S(10);
  return y - start;
}

// The reader's own note: a field, and under it all of a long one. Returns the height.
float DrawNoteField(Sketch& sketch, const NoteField& note, float x, float y, float width) {
  const float start = y, height = sketch.Control(34);
  y += sketch.S(14);
  y += sketch.Text(x, y, width, sketch.Say("Your note"), Type::kLabel, Ink::kInkSoft) + sketch.S(6);
  FieldSpec field;
  field.id = "inspector/your-note";
  field.name = sketch.Say("Your note on this");
  field.value = note.text;
  field.placeholder = sketch.Say("Kept on this machine alone");
  field.typed = note.typed;
  field.role = ItemRole::kTextField;
  sketch.Field({x, y, width, height}, field);
  y += height;
  if (sketch.Width(Type::kControl, note.text) > width - sketch.S(24))
    y += sketch.Paragraph(x, y + sketch.S(6), width, note.text, Type::kReading) + sketch.S(6);
  return y - start;
}

// What is asked about a passage, on its own ground. Returns the height.
float DrawQuestion(Sketch& sketch, const CheckQuestion& question, float x, float y, float width) {
  const float start = y, pad = sketch.S(14), left = x + pad + sketch.S(26);
  y += sketch.S(10);
  const float top = y;
  const std::size_t ground = sketch.scene().shapes.size();
  sketch.Open(MakeItem(ItemRole::kGroup, "inspector/check", question.title));
  y += pad;
  sketch.Sign(GlyphOf(question.state), x + pad, y + sketch.LineOf(Type::kBodyStrong) / 2, 16);
  y += sketch.Paragraph(left, y, x + width - pad - left, question.title, Type::kBodyStrong) +
       sketch.S(4);
  if (!question.words.empty())
    y += sketch.Paragraph(x + pad, y, width - 2 * pad, question.words, Type::kControl);
  y += sketch.S(10);
  std::vector<ButtonSpec> buttons;
  for (const Action& action : question.actions)
    buttons.push_back(SpecOf(action, "inspector/check.", ButtonKind::kSmall));
  y += sketch.ButtonRow(x + pad, y, width - 2 * pad, buttons) + pad;
  sketch.Close();
  const Rect rect{x, top, width, std::round(y - top)};
  sketch.scene().shapes.insert(sketch.scene().shapes.begin() + static_cast<std::ptrdiff_t>(ground),
                               FillShape(rect, Ink::kAlteredTint, 8));
  return rect.bottom() - start + sketch.S(4);
}

}  // namespace

Scene BuildInspectorScene(const InspectorModel& model, bool closable, const Space& space) {
  Sketch sketch(space, "inspector", Ink::kSurface);
  const float x = space.phone() ? 16 : 24;
  const float width = space.width - 2 * x;
  float y = sketch.S(20);
  const float side = sketch.Control(28);
  if (!space.phone()) sketch.VRule(0, 0, 100000, Ink::kLine);
  if (space.phone() && closable) {
    ButtonSpec back;
    back.id = "inspector/close";
    back.words = sketch.Say("Back");
    back.command = model.close;
    back.shortcut = "Escape";
    y = sketch.S(12);
    y += sketch.Button(x, y, back).h + sketch.S(14);
    y += sketch.Paragraph(x, y, width, model.kind, Type::kLabel, Ink::kInkSoft, 2);
  } else {
    const float room = closable ? width - side : width;
    const float kind_top = y + std::round((side - sketch.LineOf(Type::kLabel)) / 2);
    const float kind =
        sketch.Paragraph(x, kind_top, room, model.kind, Type::kLabel, Ink::kInkSoft, 3);
    if (closable) {
      sketch.IconButton(x + width - side + sketch.S(6), y, side, Glyph::kClose, "inspector/close",
                        sketch.Say("Close"), model.close, 16);
      sketch.item(static_cast<std::int32_t>(sketch.scene().items.size()) - 1).shortcut = "Escape";
    }
    y = std::max(kind_top + kind, closable ? y + side : 0) + sketch.S(2);
  }
  if (!model.title.empty())
    y += sketch.Heading(x, y, width, model.title, Type::kH2, 2, Ink::kInk, "inspector/title");
  if (!model.lead.empty())
    y += sketch.S(2) +
         sketch.Paragraph(x, y + sketch.S(2), width, model.lead, Type::kControl, Ink::kInkSoft);
  if (model.hidden) {
    y += sketch.S(8);
    y += sketch.Paragraph(x, y, width, sketch.Say("Hidden by filters."), Type::kMeta,
                          Ink::kAltered) +
         sketch.S(4);
    ButtonSpec show = SpecOf(*model.hidden, "inspector/", ButtonKind::kSmall);
    show.max_width = width;
    y += sketch.Button(x, y, show).h;
  }
  if (model.check) y += DrawQuestion(sketch, *model.check, x, y, width);
  if (!model.gloss.runs.empty()) {
    y += sketch.S(6);
    const bool title = model.title.empty();
    y += sketch.Paragraph(x, y, width,
                          RunsOf(model.gloss, title ? Type::kLead : Type::kReading,
                                 title ? Type::kLeadStrong : Type::kReadingStrong),
                          0, "inspector/gloss");
    if (title) {
      sketch.scene().items.back().role = ItemRole::kHeading;
      sketch.scene().items.back().level = 2;
    }
    if (!model.gloss.other_cues.empty()) {
      std::vector<std::string> quoted;
      for (const std::string& cue : model.gloss.other_cues)
        quoted.push_back(sketch.say().Quoted(cue));
      const std::string cues =
          sketch.Say("Also hedged: {0}", {sketch.say().Chain(Key("{0}, {1}##of a list"), quoted)});
      y += sketch.S(2) +
           sketch.Paragraph(x, y + sketch.S(2), width, cues, Type::kCaption, Ink::kInkMute);
    }
  }
  if (model.strength) {
    y += sketch.S(12);
    y += sketch.Text(x, y, width, sketch.Say("How likely"), Type::kLabel, Ink::kInkSoft) +
         sketch.S(10);
    const float used = sketch.LevelRuler(x, y, *model.strength, 18) + sketch.S(12);
    if (used + sketch.Width(Type::kBodyStrong, model.strength->words) <= width) {
      sketch.Text(x + used, y - sketch.LineOf(Type::kBodyStrong) / 2, width - used,
                  model.strength->words, Type::kBodyStrong);
      y += sketch.S(8);
    } else {
      y += sketch.S(8);
      y += sketch.Paragraph(x, y, width, model.strength->words, Type::kBodyStrong);
    }
  }
  if (model.sign) {
    y += sketch.S(10);
    Run words;
    words.text = model.sign->words;
    words.type = Type::kBodyStrong;
    const float left = sketch.S(32);
    const float height = std::max(sketch.FlowHeight({words}, width - left), sketch.S(22));
    sketch.Sign(*model.sign, x, y + sketch.LineOf(Type::kBodyStrong) / 2, 22);
    sketch.Paragraph(x + left, y, width - left, {words});
    y += height;
  }
  if (!model.chain.empty()) {
    y += sketch.S(14);
    y += sketch.Text(x, y, width, sketch.Say("Who says so"), Type::kLabel, Ink::kInkSoft) +
         sketch.S(6);
    sketch.Open(MakeItem(ItemRole::kGroup, "inspector/chain", sketch.Say("Who says so")));
    y += sketch.Chain(x, y, width, model.chain);
    sketch.Close();
  }
  if (!model.refs.empty()) {
    y += sketch.S(12);
    y += sketch.RefChips(x, y, width, model.refs);
  }
  if (!model.facts.empty()) {
    y += sketch.S(14);
    sketch.HRule(x, y, width, Ink::kLine);
    y += sketch.S(9);
    int number = 0;
    for (const Fact& fact : model.facts)
      y += DrawFact(sketch, fact, "inspector/fact/" + std::to_string(++number), x, y, width);
  }
  if (!model.note.empty()) {
    y += sketch.S(6);
    y += sketch.Paragraph(x, y, width, sketch.Say("The coder’s note"), Type::kLabel, Ink::kInkSoft);
    y += sketch.Paragraph(x, y + sketch.S(2), width, model.note, Type::kMeta, Ink::kInkSoft) +
         sketch.S(2);
  }
  if (!model.actions.empty()) {
    y += sketch.S(14);
    std::vector<ButtonSpec> buttons;
    for (const Action& action : model.actions)
      buttons.push_back(SpecOf(action, "inspector/", ButtonKind::kPlain));
    y += sketch.ButtonRow(x, y, width, buttons);
  }
  if (model.note_field) y += DrawNoteField(sketch, *model.note_field, x, y, width);
  int list = 0;
  for (const RelatedList& related : model.related) {
    const std::string id = "inspector/list/" + std::to_string(++list);
    y += sketch.S(22);
    Item group = MakeItem(ItemRole::kGroup, id, related.title, {x, y, width, 1});
    const std::int32_t opened = sketch.Open(std::move(group));
    y += sketch.Heading(x, y, width, related.title, Type::kLabel, 3, Ink::kInkSoft) + sketch.S(4);
    int number = 0;
    for (const RelatedRow& row : related.rows) {
      sketch.HRule(x, y, width, Ink::kLine);
      y += 1 + DrawRelated(sketch, row, id + "/" + std::to_string(++number), x, y + 1, width);
    }
    sketch.item(opened).rect.h = y - sketch.item(opened).rect.y;
    sketch.Close();
    if (related.more) {
      ButtonSpec more = SpecOf(*related.more, id + ".", ButtonKind::kSmall);
      more.max_width = width;
      y += sketch.Button(x, y, more).h;
    }
  }
  y = std::ceil(y) + sketch.S(24);
  Scene scene = sketch.Finish(y);
  if (!space.phone()) scene.shapes.front().rect.h = std::max(y, space.height);
  return scene;
}

}  // namespace proviso::view

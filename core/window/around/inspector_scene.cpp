#include "core/window/around/inspector_scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/check_marks.h"
#include "core/canvas/column.h"
#include "core/state/pair.h"

namespace proviso::view {
namespace {

// What kind of record it is, and what closes it: a cross, or on a phone a way back.
void DrawKind(Column& column, const InspectorModel& model, bool closable, bool phone) {
  Sketch& sketch = column.sketch;
  if (phone && closable) {
    column.Gap(12);
    column.Button(
        {"inspector/close", column.Say("Back"), "", model.close, ButtonKind::kPlain, "Escape"});
    column.Gap(14);
    column.Words(model.kind, Type::kLabel, Ink::kInkSoft, {}, 2);
    return;
  }
  column.Gap(20);
  const float side = sketch.Control(28);
  Column kind = column.Inset(0, closable ? side : 0);
  kind.y += std::round((side - sketch.LineOf(Type::kLabel)) / 2);
  kind.Words(model.kind, Type::kLabel, Ink::kInkSoft, {}, 3);
  if (closable) {
    sketch.IconButton(column.x + column.width - side + sketch.S(6), column.y, side, Glyph::kClose,
                      "inspector/close", column.Say("Close"), model.close, 16);
    sketch.scene().items.back().shortcut = "Escape";
    column.y += side;
  }
  column.Past(kind);
  column.Gap(2);
}

// What is asked about a passage, on its own ground.
void DrawQuestion(Column& column, const CheckQuestion& question) {
  Sketch& sketch = column.sketch;
  column.Gap(10);
  const std::size_t ground = sketch.scene().shapes.size();
  sketch.Open(MakeItem(ItemRole::kGroup, "inspector/check", question.title));
  Column inside = column.Inset(sketch.S(14), sketch.S(14));
  inside.Gap(14);
  inside.Signed(GlyphOf(question.state), 16, 26, question.title, Type::kBodyStrong);
  inside.Gap(4);
  inside.Words(question.words, Type::kControl);
  inside.Gap(10);
  inside.Buttons(ButtonsOf(question.actions, "inspector/check.", ButtonKind::kSmall));
  inside.Gap(14);
  sketch.Close();
  const Rect rect{column.x, column.y, column.width, std::round(inside.y - column.y)};
  sketch.scene().shapes.insert(sketch.scene().shapes.begin() + static_cast<std::ptrdiff_t>(ground),
                               FillShape(rect, Ink::kAlteredTint, 8));
  column.y = rect.bottom();
  column.Gap(4);
}

// Where there is no title, the paraphrase is it.
void DrawGloss(Column& column, const HedgedText& gloss, bool title) {
  column.Gap(6);
  column.Words(RunsOf(gloss, title ? Type::kLead : Type::kReading,
                      title ? Type::kLeadStrong : Type::kReadingStrong),
               "inspector/gloss");
  if (title) {
    column.sketch.scene().items.back().role = ItemRole::kHeading;
    column.sketch.scene().items.back().level = 2;
  }
  if (gloss.other_cues.empty()) return;
  const Say& say = column.sketch.say();
  std::vector<std::string> quoted;
  for (const std::string& cue : gloss.other_cues) quoted.push_back(say.Quoted(cue));
  column.Gap(2);
  column.Words(say("Also hedged: {0}", {say.Chain(Key("{0}, {1}##of a list"), quoted)}),
               Type::kCaption, Ink::kInkMute);
}

// The ruler with its words beside it, or under it where they have no room.
void DrawStrength(Column& column, const Strength& strength) {
  Sketch& sketch = column.sketch;
  column.Gap(12);
  column.Line(column.Say("How likely"), Type::kLabel, Ink::kInkSoft);
  column.Gap(10);
  const float used = sketch.LevelRuler(column.x, column.y, strength, 18) + sketch.S(12);
  const bool beside = used + sketch.Width(Type::kBodyStrong, strength.words) <= column.width;
  if (beside)
    sketch.Text(column.x + used, column.y - sketch.LineOf(Type::kBodyStrong) / 2,
                column.width - used, strength.words, Type::kBodyStrong);
  column.Gap(8);
  if (!beside) column.Words(strength.words, Type::kBodyStrong);
}

void DrawSign(Column& column, const SignMark& sign) {
  column.Gap(10);
  column.sketch.Sign(sign, column.x, column.y + column.sketch.LineOf(Type::kBodyStrong) / 2, 22);
  Column words = column.Inset(column.S(32));
  words.Words(sign.words, Type::kBodyStrong);
  column.Gap(22);
  column.Past(words);
}

// Label at the left, values at the right; under each other where it is narrow.
void DrawFact(Column& column, const Fact& fact, const std::string& id) {
  Sketch& sketch = column.sketch;
  const float label = sketch.S(104), line = sketch.LineOf(Type::kMeta);
  const bool beside = column.width - label >= sketch.S(150);
  sketch.Open(MakeItem(ItemRole::kGroup, id, fact.label));
  Column left = beside ? column.Part(0, label - sketch.S(8)) : column;
  // A value that leads somewhere stands in the middle of its target; the label goes with it.
  if (beside && !fact.values.empty() && fact.values.front().go)
    left.y += std::round((std::max(line, sketch.target()) - line) / 2);
  left.Words(fact.label, Type::kMeta, Ink::kInkMute);
  Column right = beside ? column.Inset(label) : left;
  for (const Link& value : fact.values)
    if (value.go)
      right.Link(value.text, Type::kMeta, {}, *value.go);
    else
      right.Words(value.text, Type::kMeta);
  sketch.Close();
  column.Past(left);
  column.Past(right);
  column.Gap(5);
}

// The reader's own note: a field, and under it all of a long one.
void DrawNoteField(Column& column, const NoteField& note) {
  column.Gap(14);
  column.Line(column.Say("Your note"), Type::kLabel, Ink::kInkSoft);
  column.Gap(6);
  column.Field({"inspector/your-note", column.Say("Your note on this"), note.text, note.hint, "",
                note.typed, ItemRole::kTextField});
  if (column.sketch.Width(Type::kControl, note.text) <= column.width - column.S(24)) return;
  column.Gap(6);
  column.Words(note.text, Type::kReading);
}

void DrawRelated(Column& column, const RelatedRow& row, const std::string& id) {
  Sketch& sketch = column.sketch;
  column.Gap(10);
  float chips = 0;
  for (const Ref& ref : row.refs) chips = std::max(chips, sketch.RefChipWidth(ref));
  const float mark = row.sign ? sketch.S(30) : 0;
  if (row.sign) sketch.Sign(*row.sign, column.x, column.y + sketch.LineOf(Type::kReading) / 2, 18);
  Column words = column.Inset(mark, chips > 0 ? chips + sketch.S(10) : 0);
  words.y += sketch.Flowed(words.x, words.y, RunsOf(row.text), words.width);
  if (!row.note.empty()) {
    words.Gap(2);
    words.y += sketch.Flowed(words.x, words.y, {{row.note, Type::kCaption, Ink::kInkSoft}},
                             words.width, 3);
  }
  const float target = std::max(words.y - column.y, sketch.target());
  Item item = MakeItem(ItemRole::kButton, id, row.text.plain(),
                       {column.x, column.y, mark + words.width, target});
  if (row.sign) item.name = sketch.say().Chain(Key("{0}. {1}"), {row.sign->words, item.name});
  item.description = row.note;
  item.press = row.open;
  sketch.Add(std::move(item));
  Column refs = column.Part(column.width - chips, chips);
  refs.y -= sketch.S(1);
  const float top = refs.y;
  refs.Chips(row.refs);
  column.y += std::max(target, refs.y - top);
  column.Gap(10);
}

void DrawRelatedList(Column& column, const RelatedList& list, const std::string& id) {
  Sketch& sketch = column.sketch;
  column.Gap(22);
  const std::int32_t opened = sketch.Open(
      MakeItem(ItemRole::kGroup, id, list.title, {column.x, column.y, column.width, 1}));
  column.Heading(list.title, Type::kLabel, 3, Ink::kInkSoft);
  column.Gap(4);
  int number = 0;
  for (const RelatedRow& row : list.rows) {
    column.Rule();
    DrawRelated(column, row, id + "/" + std::to_string(++number));
  }
  sketch.item(opened).rect.h = column.y - sketch.item(opened).rect.y;
  sketch.Close();
  if (list.more) column.Button(ButtonOf(*list.more, id + ".", ButtonKind::kSmall));
}

}  // namespace

Scene BuildInspectorScene(const InspectorModel& model, bool closable, const Space& space) {
  Sketch sketch(space, "inspector", Ink::kSurface);
  const float margin = space.phone() ? 16 : 24;
  if (!space.phone()) sketch.VRule(0, 0, 100000, Ink::kLine);
  Column column{sketch, margin, 0, space.width - 2 * margin};
  DrawKind(column, model, closable, space.phone());
  column.Heading(model.title, Type::kH2, 2, Ink::kInk, "inspector/title");
  if (!model.lead.empty()) {
    column.Gap(2);
    column.Words(model.lead, Type::kControl, Ink::kInkSoft);
  }
  if (model.hidden) {
    column.Gap(8);
    column.Words(column.Say("Hidden by filters."), Type::kMeta, Ink::kAltered);
    column.Gap(4);
    column.Button(ButtonOf(*model.hidden, "inspector/", ButtonKind::kSmall));
  }
  if (model.check) DrawQuestion(column, *model.check);
  if (!model.gloss.runs.empty()) DrawGloss(column, model.gloss, model.title.empty());
  if (model.strength) DrawStrength(column, *model.strength);
  if (model.sign) DrawSign(column, *model.sign);
  if (!model.chain.empty()) {
    const std::string title = column.Say("Who says so");
    column.Gap(14);
    column.Line(title, Type::kLabel, Ink::kInkSoft);
    column.Gap(6);
    sketch.Open(MakeItem(ItemRole::kGroup, "inspector/chain", title));
    column.y += sketch.Chain(column.x, column.y, column.width, model.chain);
    sketch.Close();
  }
  if (!model.refs.empty()) {
    column.Gap(12);
    column.Chips(model.refs);
  }
  if (!model.facts.empty()) {
    column.Gap(14);
    column.Rule(Ink::kLine, 1, false);
    column.Gap(9);
  }
  int number = 0;
  for (const Fact& fact : model.facts)
    DrawFact(column, fact, "inspector/fact/" + std::to_string(++number));
  if (!model.note.empty()) {
    column.Gap(6);
    column.Words(column.Say("The coder’s note"), Type::kLabel, Ink::kInkSoft);
    column.Gap(2);
    column.Words(model.note, Type::kMeta, Ink::kInkSoft);
  }
  const auto related = [&] {
    int list = 0;
    for (const RelatedList& one : model.related)
      DrawRelatedList(column, one, "inspector/list/" + std::to_string(++list));
  };
  // What joins two records is its claims; what can be done with them follows.
  const bool joins = PairOf(model.id).has_value();
  if (joins) related();
  if (!model.actions.empty()) {
    column.Gap(14);
    column.Buttons(ButtonsOf(model.actions, "inspector/"));
  }
  if (model.note_field) DrawNoteField(column, *model.note_field);
  if (!joins) related();
  Scene scene = column.Finish(24);
  if (!space.phone()) scene.shapes.front().rect.h = std::max(scene.height, space.height);
  return scene;
}

std::function<Scene(const Space&)> InspectorOf(const Library& library, const Session& session) {
  return [model = *BuildInspectorModel(library, session)](const Space& space) {
    return BuildInspectorScene(model, true, space);
  };
}

}  // namespace proviso::view

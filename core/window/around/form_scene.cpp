#include "core/window/around/form_scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/author/form_value.h"
#include "core/author/readings.h"
#include "core/base/text.h"
#include "core/canvas/blocks.h"
#include "core/edit/users.h"
#include "core/state/change_words.h"
#include "core/state/update_author.h"
#include "core/voice/voice.h"
#include "core/window/around/form_pair.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kMostNames = 7;
constexpr std::size_t kMostSideBySide = 3;  // More words of a vocabulary open as a list.

/// Draws the rows of a form, one under the other.
class FormDrawer {
 public:
  FormDrawer(const Library& library, const Session& session, Column& column)
      : library_(library), editing_(session.editing), focus_(session.focus), column_(column) {}

  void Draw(const FormField& field) {
    switch (field.kind) {
      case FieldKind::kGroup:
        return DrawGroup(field);
      case FieldKind::kItem:
        return DrawItem(field);
      case FieldKind::kFixed:
        if (!field.words.empty()) DrawFixed(field);
        return;
      default:
        DrawField(field);
    }
  }

 private:
  Sketch& sketch() { return column_.sketch; }
  std::string Say(std::string_view key, view::Say::Args args = {}) const {
    return library_.say(key, args);
  }

  /// What stands in the field: what is typed and not taken, else what the record has.
  std::string WordsIn(const FormField& field) const {
    const auto typed = editing_.typed.find(field.path);
    return typed == editing_.typed.end() ? field.words : typed->second;
  }

  void Label(const FormField& field, std::string_view note = {}) {
    column_.Gap(12);
    const float top = column_.y;
    column_.Line(field.required ? Say("{0} (needed)", {field.label}) : field.label, Type::kLabel,
                 Ink::kInkSoft);
    if (!note.empty())
      sketch().WordsRight(column_.x + column_.width, top, note, Type::kCaption, Ink::kInkMute,
                          column_.width / 2);
    column_.Gap(4);
  }

  void DrawFixed(const FormField& field) {
    Label(field);
    column_.Words(field.words, Type::kMeta, Ink::kInkMute, FieldItem(field.path), 3);
  }

  void DrawField(const FormField& field) {
    const std::string words = WordsIn(field);
    std::string note;
    if (field.kind == FieldKind::kArea && field.limit > 0) {
      const std::size_t used = CountCodePoints(words);
      const std::size_t left = field.limit > used ? field.limit - used : 0;
      note = library_.say.Counted(left, "{0} character left", "{0} characters left");
    }
    Label(field, note);
    if (field.kind == FieldKind::kSwitch || field.kind == FieldKind::kChoice)
      DrawChoice(field, words);
    else
      DrawText(field, words);
    const auto problem = editing_.problems.find(field.path);
    if (problem == editing_.problems.end()) return;
    column_.Gap(4);
    column_.Signed(Glyph::kWarning, 16, 22, problem->second, Type::kMeta,
                   FieldItem(field.path) + ".problem");
  }

  void DrawText(const FormField& field, const std::string& words) {
    FieldSpec spec;
    spec.id = FieldItem(field.path);
    spec.name = field.label;
    spec.value = words;
    spec.placeholder = HintOf(field);
    spec.typed = TypeField{field.path, {}};
    spec.role = ItemRole::kTextField;
    if (field.kind == FieldKind::kArea)
      DrawArea(spec);
    else
      column_.Field(spec);
    Item& item = sketch().scene().items.back();
    const auto problem = editing_.problems.find(field.path);
    if (problem != editing_.problems.end()) item.description = problem->second;
    if (focus_ == spec.id || focus_.substr(0, spec.id.size() + 1) == spec.id + ".")
      DrawMatches(field, words);
  }

  // As high as its words, at least three lines.
  void DrawArea(FieldSpec spec) {
    const std::vector<Run> runs{{spec.value, Type::kControl}};
    const float pad = column_.S(9), room = column_.width - 2 * column_.S(11);
    const float line = sketch().LineOf(Type::kControl);
    const float words = std::max(sketch().FlowHeight(runs, room), 3 * line);
    const Rect rect{column_.x, column_.y, column_.width, words + 2 * pad};
    sketch().Fill(rect, Ink::kSurface, 6);
    sketch().Stroke(rect, Ink::kControlLine, 1, 6);
    sketch().Flowed(rect.x + column_.S(11), rect.y + pad, runs, room);
    Item item = MakeItem(ItemRole::kTextArea, spec.id, spec.name, rect);
    item.value = spec.value;
    item.placeholder = spec.placeholder;
    item.press = spec.typed;
    sketch().Add(std::move(item));
    column_.y = rect.bottom();
  }

  std::string HintOf(const FormField& field) const {
    switch (field.kind) {
      case FieldKind::kTexts:
      case FieldKind::kRecords:
      case FieldKind::kChoices:
        return Say("Several: with semicolons");
      case FieldKind::kLiteral:
        return Say("A statement, or not and a statement");
      case FieldKind::kLiterals:
        return Say("Statements, with semicolons; not turns one");
      case FieldKind::kDate:
        return Say("2026-03-06, March 2026 or about 2020");
      default:
        return {};
    }
  }

  /// What the last part of a line that names records may mean.
  void DrawMatches(const FormField& field, const std::string& words) {
    Table table = field.table;
    switch (field.kind) {
      case FieldKind::kRecord:
      case FieldKind::kRecords:
        break;
      case FieldKind::kLiteral:
      case FieldKind::kLiterals:
        table = Table::kPropositions;
        break;
      default:
        return;
    }
    const std::size_t semicolon = words.rfind(';');
    std::string before = semicolon == words.npos ? "" : words.substr(0, semicolon + 1) + " ";
    std::string_view last =
        std::string_view(words).substr(semicolon == words.npos ? 0 : semicolon + 1);
    while (!last.empty() && last.front() == ' ') last.remove_prefix(1);
    if (last.substr(0, 4) == "not " && table == Table::kPropositions) {
      before += "not ";
      last.remove_prefix(4);
    }
    if (words == field.words || last.empty()) return;
    Options list;
    list.id = FieldItem(field.path) + ".matches";
    list.name = Say("What it may mean");
    list.group = list.id;
    for (const NameMatch& match : MatchesOf(library_, table, last, kMostNames)) {
      const bool named =
          table == Table::kActors || table == Table::kPropositions || table == Table::kTopics;
      Option option;
      option.id = FieldItem(field.path) + ".match/" + match.id;
      option.words = match.name;
      option.choose = EditField{field.path, before + (named ? match.name : match.id)};
      if (match.uses > 0) option.note = library_.say.Counted(match.uses, "{0} claim", "{0} claims");
      list.options.push_back(std::move(option));
    }
    if (list.options.empty()) return;
    column_.Gap(4);
    view::Draw(column_, {std::move(list)});
  }

  // A few words stand side by side; more of them open as a list.
  void DrawChoice(const FormField& field, const std::string& words) {
    if (field.choices.size() <= kMostSideBySide) {
      std::vector<SegmentChoice> choices;
      if (!field.required)
        choices.push_back(
            {"none", Say("not given"), words.empty(), true, EditField{field.path, {}}});
      for (const FieldChoice& choice : field.choices)
        choices.push_back({choice.word, choice.label, words == choice.word, false,
                           EditField{field.path, choice.word}});
      if (sketch().SegmentWidth(choices) <= column_.width) {
        column_.y +=
            sketch().Segment(column_.x, column_.y, FieldItem(field.path), field.label, choices).h;
        return;
      }
    }
    std::string chosen = Say("not given");
    for (const FieldChoice& choice : field.choices)
      if (choice.word == words) chosen = choice.label;
    ButtonSpec spec;
    spec.id = FieldItem(field.path);
    spec.words = chosen;
    spec.name = Say("{0}: {1}", {field.label, chosen});
    spec.command = OpenField{field.path};
    spec.kind = ButtonKind::kSmall;
    spec.drop_arrow = true;
    spec.max_width = column_.width;
    column_.Button(spec);
    const bool open = editing_.open == field.path;
    sketch().scene().items.back().expanded = open ? Tri::kYes : Tri::kNo;
    if (!open) return;
    Options list;
    list.role = ItemRole::kRadioGroup;
    list.id = FieldItem(field.path) + ".list";
    list.name = field.label;
    list.group = list.id;
    if (!field.required)
      list.options.push_back(
          {list.id + "/none", Say("not given"), EditField{field.path, {}}, words.empty()});
    for (const FieldChoice& choice : field.choices)
      list.options.push_back({list.id + "/" + choice.word, choice.label,
                              EditField{field.path, choice.word}, words == choice.word});
    column_.Gap(4);
    view::Draw(column_, {std::move(list)});
  }

  void DrawGroup(const FormField& field) {
    column_.Gap(16);
    column_.Heading(field.label, Type::kLabel, 3, Ink::kInk);
    column_.Gap(4);
    const auto problem = editing_.problems.find(field.path);
    if (problem != editing_.problems.end()) {
      column_.Signed(Glyph::kWarning, 16, 22, problem->second, Type::kMeta);
      column_.Gap(4);
    }
    if (editing_.fresh || editing_.added == field.path) return;
    column_.Button({FieldItem(field.path) + ".add", Say("Add"), Say("Add: {0}", {field.label}),
                    AddItem{field.path}, ButtonKind::kSmall});
  }

  void DrawItem(const FormField& field) {
    column_.Gap(14);
    column_.Rule();
    column_.Gap(8);
    column_.Words(field.label, Type::kControlStrong);
    column_.Gap(4);
    const std::string id = FieldItem(field.path);
    const auto named = [&](std::string_view key) {
      return Say("{0}: {1}", {field.label, Say(key)});
    };
    std::vector<ButtonSpec> buttons;
    if (field.path.substr(field.path.size() - 2) != "/-") {
      buttons.push_back(
          {id + ".up", Say("Up"), named("Up"), MoveItem{field.path, -1}, ButtonKind::kSmall});
      buttons.push_back(
          {id + ".down", Say("Down"), named("Down"), MoveItem{field.path, 1}, ButtonKind::kSmall});
    }
    buttons.push_back({id + ".out", Say("Take out"), named("Take out"), DropItem{field.path},
                       ButtonKind::kSmall});
    column_.Buttons(buttons);
  }

  const Library& library_;
  const Editing& editing_;
  const std::string& focus_;
  Column& column_;
};

/// "2 claims and 1 relation between claims": what goes with a record.
std::string GoneWords(const Library& library, const std::vector<std::string>& gone,
                      std::string_view but) {
  std::array<std::size_t, kTableCount> counts{};
  for (const std::string& id : gone)
    if (const RecordRef record = library.dataset.Find(id); record && id != but)
      ++counts[static_cast<std::size_t>(record.table)];
  std::vector<std::string> words;
  for (std::size_t i = 0; i < kTableCount; ++i)
    if (counts[i] > 0)
      words.push_back(
          library.say("{0} × {1}##count, kind of record",
                      {std::to_string(counts[i]), library.say(Label(static_cast<Table>(i)))}));
  return library.say.Join(words);
}

/// What goes with the record, before it does.
void DrawRemoval(const Library& library, const std::string& record, Column& column) {
  const std::vector<std::string> gone = edit::GoneWith(library.dataset, record);
  const std::string with = GoneWords(library, gone, record);
  column.Gap(12);
  column.Words(with.empty() ? column.Say("Nothing else goes with it.")
                            : column.Say("Goes with it: {0}.", {with}),
               Type::kControl, Ink::kInk, "form/goes");
  constexpr std::size_t kListed = 12;
  std::size_t listed = 0;
  for (const std::string& id : gone) {
    if (id == record || ++listed > kListed) continue;
    column.Gap(2);
    column.Words("· " + NameOfId(library, id), Type::kMeta, Ink::kInkSoft, {}, 2);
  }
  if (listed > kListed) {
    column.Gap(2);
    column.Words(column.Say("+{0} more", {std::to_string(listed - kListed)}), Type::kMeta,
                 Ink::kInkSoft);
  }
  column.Gap(10);
  column.Buttons(
      {{"form/remove-all", with.empty() ? column.Say("Remove it") : column.Say("Remove all of it"),
        "", RemoveRecord{record, true}, ButtonKind::kMain},
       {"form/keep", column.Say("Keep it"), "", AskRemove{false}}});
}

/// Which record this one is to be joined with.
void DrawJoining(const Library& library, const Session& session, RecordRef record, Column& column) {
  const auto typed = session.editing.typed.find("/join");
  const std::string words = typed == session.editing.typed.end() ? "" : typed->second;
  column.Gap(12);
  column.Words(column.Say("The other one keeps its fields and takes over what it lacks."),
               Type::kMeta, Ink::kInkSoft);
  column.Gap(6);
  column.Field({"form/join", column.Say("Join with"), words, column.Say("Its name"), "",
                TypeField{"/join", {}}, ItemRole::kTextField});
  Options list;
  list.id = "form/joins";
  list.name = column.Say("What it may mean");
  list.group = list.id;
  for (const NameMatch& match : MatchesOf(library, record.table, words, kMostNames)) {
    if (match.id == session.editing.record) continue;
    list.options.push_back(
        {"form/joins/" + match.id, match.name, JoinRecords{session.editing.record, match.id}});
  }
  column.Gap(4);
  Draw(column, {std::move(list)});
  column.Gap(8);
  column.Button(
      {"form/apart", column.Say("Leave them apart"), "", AskJoin{false}, ButtonKind::kSmall});
}

}  // namespace

Scene FormScene(const Library& data, const Session& session, const Space& space) {
  const Editing& editing = session.editing;
  const bool own = editing.own != nullptr;
  if (own) editing.own->aside->say = data.say;
  const Library& library = own ? *editing.own->aside : data;
  Sketch sketch(space, "form", Ink::kSurface);
  const float margin = space.phone() ? 16 : 24;
  if (!space.phone()) sketch.VRule(0, 0, 100000, Ink::kLine);
  Column column{sketch, margin, 0, space.width - 2 * margin};
  const RecordRef record = library.dataset.Find(editing.record);
  const RecordForm form = editing.fresh ? BuildForm(library, *editing.fresh, editing.added)
                          : record      ? BuildForm(library, record, editing.added)
                                        : RecordForm();
  const std::string kind = library.say(Label(form.table));
  column.Gap(16);
  column.Heading(own             ? column.Say("A version of your own")
                 : editing.fresh ? column.Say("New: {0}", {kind})
                                 : column.Say("Edit: {0}", {kind}),
                 Type::kH3, 2, Ink::kInk, "form/title");
  if (record && !own) {
    column.Gap(2);
    column.Words(NameOf(library, record), Type::kMeta, Ink::kInkSoft, {}, 3);
  }
  column.Gap(10);
  if (own)
    DrawPairHead(editing, column);
  else
    column.Button({"form/done", editing.fresh ? column.Say("Leave it") : column.Say("Done"), "",
                   ShowForm{}, ButtonKind::kPlain, "Escape"});
  if (editing.fresh) {
    column.Gap(6);
    column.Words(column.Say("It is added as soon as everything that it needs is there."),
                 Type::kMeta, Ink::kInkSoft);
  }
  FormDrawer drawer(library, session, column);
  for (const FormField& field : form.fields) drawer.Draw(field);
  if (own) DrawPairWhy(data, editing, column);
  if (record && !own) {
    column.Gap(20);
    column.Rule();
    column.Gap(12);
    const bool joins = record.table == Table::kActors || record.table == Table::kPropositions ||
                       record.table == Table::kTopics;
    std::vector<ButtonSpec> buttons{
        {"form/remove", column.Say("Remove…"), "", AskRemove{!editing.removing}}};
    if (joins)
      buttons.push_back(
          {"form/join-with", column.Say("Join with…"), "", AskJoin{!editing.joining}});
    column.Buttons(buttons);
    if (editing.removing) DrawRemoval(library, editing.record, column);
    if (editing.joining) DrawJoining(library, session, record, column);
  }
  Scene scene = column.Finish(24);
  if (!space.phone()) scene.shapes.front().rect.h = std::max(scene.height, space.height);
  return scene;
}

}  // namespace proviso::view

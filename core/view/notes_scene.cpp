#include <algorithm>
#include <cmath>
#include <utility>

#include "core/view/dialog_scene.h"

namespace proviso::view {
namespace {

constexpr std::size_t kShownAtMost = 200;  ///< Rows of one list; the file has all of them.

// What it is, its words, and a cross. Returns the height.
float DrawRow(Sketch& sketch, const NoteRow& row, std::string_view open, float x, float y,
              float width) {
  const float start = y, side = sketch.Control(28);
  const std::string id = "notes/" + row.key;
  y += sketch.S(8);
  const float room = width - side - sketch.S(8);
  sketch.Open(MakeItem(ItemRole::kListItem, id, row.name));
  Run name;
  name.text = row.name;
  name.type = Type::kControlStrong;
  name.ink = row.known ? Ink::kAccent : Ink::kInkMute;
  name.underline = row.known;
  const float words = sketch.FlowHeight({name}, room, 2);
  const float target = std::max(words, row.known ? sketch.target() : 0);
  sketch.Flowed(x, y + std::round((target - words) / 2), {name}, room, 2);
  Item item = MakeItem(row.known ? ItemRole::kLink : ItemRole::kText, id + ".open",
                       row.known ? sketch.Say(open, {row.name}) : row.name, {x, y, room, target});
  if (row.known) item.press = row.open;
  sketch.Add(std::move(item));
  sketch.IconButton(x + width - side, y, side, Glyph::kClose, id + ".remove",
                    sketch.Say("Remove: {0}", {row.name}), row.remove, 14);
  y += target;
  if (!row.text.empty())
    y += sketch.Paragraph(x, y + 2, room, row.text, Type::kReading, Ink::kInk, 0, id + ".text") + 2;
  sketch.Close();
  y = std::max(y, start + sketch.S(8) + side) + sketch.S(8);
  sketch.HRule(x, y, width, Ink::kLine);
  return y + 1 - start;
}

float DrawRows(Sketch& sketch, const std::vector<NoteRow>& rows, const char* id,
               const std::string& title, std::string_view open, float x, float y, float width) {
  if (rows.empty()) return 0;
  const float start = y;
  y += sketch.Heading(x, y, width, sketch.Say("{0} ({1})", {title, std::to_string(rows.size())}),
                      Type::kLabel, 2, Ink::kInkSoft);
  Item list = MakeItem(ItemRole::kList, id, title);
  list.size = static_cast<std::uint32_t>(rows.size());
  sketch.Open(std::move(list));
  for (std::size_t i = 0; i < rows.size() && i < kShownAtMost; ++i)
    y += DrawRow(sketch, rows[i], open, x, y, width);
  sketch.Close();
  if (rows.size() > kShownAtMost)
    y += sketch.Paragraph(x, y + sketch.S(6), width,
                          sketch.Say("And {0} more; the file has them all.",
                                     {std::to_string(rows.size() - kShownAtMost)}),
                          Type::kCaption, Ink::kInkMute);
  return y + sketch.S(18) - start;
}

}  // namespace

Scene BuildNotesScene(const NotesModel& model, const Space& space) {
  Sketch sketch(space, "notes", Ink::kSurface);
  const float x = DialogMargin(space), width = space.width - 2 * x;
  float y = DrawDialogTitle(sketch, sketch.Say(DialogName(Dialog::kNotes)), space);
  sketch.HRule(x, y, width, Ink::kInk, 2);
  y += 2 + sketch.S(12);
  y += sketch.Paragraph(x, y, width, model.lead, Type::kMeta, Ink::kInkSoft, 0, "notes/lead") +
       sketch.S(14);
  const float height = sketch.Control(34);
  ButtonSpec add;
  add.id = "notes/" + model.add.key;
  add.words = model.add.words;
  add.command = model.add.command;
  add.kind = ButtonKind::kMain;
  const float button = sketch.ButtonWidth(add);
  const bool beside = width - button >= sketch.S(200);
  FieldSpec field;
  field.id = "notes/name";
  field.name = sketch.Say("Name of a bookmark of this view");
  field.value = model.bookmark_name;
  field.placeholder = model.bookmark_hint;
  field.typed = NameBookmark{};
  field.role = ItemRole::kTextField;
  sketch.Field({x, y, beside ? width - button - sketch.S(8) : width, height}, field);
  if (!beside) y += height + sketch.S(8);
  sketch.Button(beside ? x + width - button : x, y, add);
  y += height + sketch.S(18);
  y += DrawRows(sketch, model.bookmarks, "notes/bookmarks", sketch.Say("Bookmarks"),
                Key("Open: {0}"), x, y, width);
  y += DrawRows(sketch, model.notes, "notes/list", sketch.Say("Notes"), Key("Show: {0}"), x, y,
                width);
  std::vector<ButtonSpec> buttons;
  for (const Action& action : model.actions) {
    ButtonSpec spec;
    spec.id = "notes/" + action.key;
    spec.words = action.words;
    spec.command = action.command;
    buttons.push_back(std::move(spec));
  }
  y += sketch.ButtonRow(x, y, width, buttons);
  return sketch.Finish(std::ceil(y) + sketch.S(24));
}

}  // namespace proviso::view

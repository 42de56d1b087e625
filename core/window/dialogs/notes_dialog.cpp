#include <algorithm>
#include <utility>

#include "core/window/dialogs/panels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kShownAtMost = 200;  ///< Rows of one list; the file has all of them.

// What it is, its words, and a cross.
void DrawNote(Column& column, const NoteRow& row, const std::string& open) {
  Sketch& sketch = column.sketch;
  const float side = sketch.Control(28);
  const std::string id = "notes/" + row.key;
  column.Gap(8);
  Column words = column.Part(0, column.width - side - sketch.S(8));
  sketch.Open(MakeItem(ItemRole::kListItem, id, row.name));
  if (row.known)
    words.Link(row.name, Type::kControlStrong, id + ".open", row.open, 2, open);
  else
    words.Words(row.name, Type::kControlStrong, Ink::kInkMute, id + ".open", 2);
  sketch.IconButton(column.x + column.width - side, column.y, side, Glyph::kClose, id + ".remove",
                    sketch.Say("Remove: {0}", {row.name}), row.remove, 14);
  if (!row.text.empty()) words.y += 2;
  words.Words(row.text, Type::kReading, Ink::kInk, id + ".text");
  sketch.Close();
  column.y += side;
  column.Past(words);
  column.Gap(8);
  column.Rule();
}

// The name of a bookmark and what makes it, under each other where it is narrow.
void DrawAdd(Column& column, const NotesModel& model) {
  Sketch& sketch = column.sketch;
  const ButtonSpec add = ButtonOf(model.add, "notes/");
  FieldSpec field{"notes/name",
                  sketch.Say("Name of a bookmark of this view"),
                  model.bookmark_name,
                  model.bookmark_hint,
                  "",
                  NameBookmark{},
                  ItemRole::kTextField};
  const float button = sketch.ButtonWidth(add);
  const bool beside = column.width - button >= sketch.S(200);
  Column left = column.Inset(0, beside ? button + sketch.S(8) : 0);
  left.Field(field);
  if (!beside) column.y = left.y + sketch.S(8);
  sketch.Button(beside ? column.x + column.width - button : column.x, column.y, add);
  column.y += sketch.Control(34);
}

void AddNotes(const std::vector<NoteRow>& rows, const char* id, std::string title,
              std::string_view open, const Say& say, Blocks* blocks) {
  if (rows.empty()) return;
  blocks->push_back(Title{say("{0} ({1})", {title, std::to_string(rows.size())})});
  Rows list{id, std::move(title), {}, rows.size()};
  for (std::size_t i = 0; i < rows.size() && i < kShownAtMost; ++i)
    list.rows.push_back([row = rows[i], words = say(open, {rows[i].name})](Column& column) {
      DrawNote(column, row, words);
    });
  blocks->push_back(std::move(list));
  if (rows.size() > kShownAtMost)
    // It stands lower in the gap that follows anyway.
    blocks->insert(blocks->end(), {Gap{6},
                                   Prose{say("And {0} more; the file has them all.",
                                             {std::to_string(rows.size() - kShownAtMost)}),
                                         Type::kCaption, Ink::kInkMute},
                                   Gap{-6}});
  blocks->push_back(Gap{18});
}

}  // namespace

Blocks NotesPanel(const NotesModel& model, const Say& say) {
  Blocks blocks{Rule{Ink::kInk, 2},
                Gap{12},
                Prose{model.lead, Type::kMeta, Ink::kInkSoft, "notes/lead"},
                Gap{14},
                [model](Column& column) { DrawAdd(column, model); },
                Gap{18}};
  AddNotes(model.bookmarks, "notes/bookmarks", say("Bookmarks"), Key("Open: {0}"), say, &blocks);
  AddNotes(model.notes, "notes/list", say("Notes"), Key("Show: {0}"), say, &blocks);
  blocks.insert(blocks.end(), {ButtonsOf(model.actions, "notes/"), Gap{24}});
  return blocks;
}

}  // namespace proviso::view

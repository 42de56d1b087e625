// The matrix with conditions down and voices across.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/state/pair.h"
#include "core/views/matrix/scene.h"

namespace proviso::view {
namespace {

constexpr float kCellPitch = 104, kRowPitch = 37, kSilentColumn = 57;
// Rows built above and below what is in sight, so that arrow keys find the next one.
constexpr float kDownAround = 300;

/// Where the parts of the table stand.
struct Down {
  float x = 0, width = 0;
  float theme = 0;  ///< Width of the column of groups; 0: they are headings.
  float label = 0, label_width = 0;
  float cells = 0, pitch = 0;  ///< Left edge of the first cell.
  float silent = 0;            ///< Left edge of the folded column; 0: there is none.
  std::uint32_t first = 0, shown = 0, total = 0;

  float Left(std::uint32_t row) const {
    return std::round(cells + pitch * static_cast<float>(row - first));
  }
  std::uint32_t last() const { return first + shown; }
  float right() const { return x + width; }
};

Down DownFor(const Sketch& sketch, const Library& library, const Session& session,
             const MatrixTable& table, const MatrixModel& model, float x, float width) {
  Down down;
  down.x = x;
  down.width = width;
  down.total = table.speaking();
  down.pitch = sketch.S(kCellPitch);
  float names = std::min(sketch.S(502), std::floor(width * 0.36f));
  names = std::min(std::max(names, sketch.S(200)), width - down.pitch);
  down.theme = names >= sketch.S(400) ? sketch.S(116) : 0;
  down.label = x + down.theme;
  down.label_width = names - down.theme - sketch.S(8);
  down.cells = x + names;
  float room = width - names;
  const float folded = sketch.S(kSilentColumn);
  if (model.silent && room >= down.pitch + folded) {
    room -= folded;
    down.silent = down.right() - folded;
  }
  const float most = std::max(std::floor(room / down.pitch), 1.0f);
  down.shown = std::min(static_cast<std::uint32_t>(most), down.total);
  if (down.shown == down.total && down.silent > 0)
    down.silent =
        std::round(down.cells + down.pitch * static_cast<float>(down.shown)) + sketch.S(2);
  const std::uint32_t past = down.total - down.shown;
  const auto place = session.scroll.find(std::string(kMatrixFirstColumn));
  if (place != session.scroll.end()) {
    down.first = static_cast<std::uint32_t>(
        std::clamp(std::round(place->second), 0.0f, static_cast<float>(past)));
  } else if (past > 0) {
    const std::string& selection = session.state.selection;
    const std::string_view actor = PairOf(selection).value_or(IdPair{selection, {}}).first;
    for (std::uint32_t i = down.shown; i < down.total; ++i)
      if (library.dataset[table.rows[i].actor].id == actor)
        down.first = std::min(i - down.shown / 2, past);
  }
  return down;
}

std::vector<Run> NameRuns(const MatrixHolder& holder) {
  const bool own = holder.mark.distance == Distance::kOwn;
  return {{holder.name, own ? Type::kLabel : Type::kCaption, Ink::kInk}};
}

float HeadRoom(const Sketch& sketch, const Down& down) { return down.pitch - sketch.S(10); }

// Where the letters of a voice's texts do not fit beside its mark, they go on in a line of names.
float MarksHeight(const Sketch& sketch) { return sketch.S(16) + sketch.S(3); }

float HeadsHeight(const Sketch& sketch, const Library& library, const Session& session,
                  const MatrixTable& table, const Down& down) {
  float height = sketch.target();
  for (std::uint32_t i = down.first; i < down.last(); ++i)
    height = std::max(height, MarksHeight(sketch) +
                                  sketch.FlowHeight(NameRuns(HolderOf(library, session, table, i)),
                                                    HeadRoom(sketch, down)));
  return height;
}

void DrawHeadAcross(Sketch& sketch, const MatrixHolder& holder, Rect box, float room) {
  if (holder.selected) {
    sketch.Fill(box, Ink::kAccentTint);
    sketch.Fill({box.x, box.bottom() - 3, box.w, 3}, Ink::kAccent);
  }
  const float text = sketch.FlowHeight(NameRuns(holder), room);
  const float left = box.x + sketch.S(5), top = box.bottom() - sketch.S(6) - text;
  const float marks = top - sketch.S(3) - sketch.S(16);
  float at = left + sketch.Voice(holder.mark, left, marks + sketch.S(8), 13) + sketch.S(5);
  for (const Ref& text_of : holder.texts) {
    const float side =
        std::max(sketch.S(16), std::ceil(sketch.Width(Type::kLabel, text_of.letter)) + sketch.S(7));
    if (at + side > box.right()) break;
    sketch.LetterBox(at, marks, 16, text_of.letter, text_of.document);
    at += side + sketch.S(3);
  }
  sketch.Flowed(left, top, NameRuns(holder), room);
  Item item = MakeItem(ItemRole::kColumnHeader, HolderItem(holder.id), holder.name, box);
  item.description = sketch.Say("{0}, {1}", {holder.heard, holder.count});
  item.press = holder.select;
  item.group = kMatrixGroup;
  item.selected = holder.selected ? Tri::kYes : Tri::kNo;
  sketch.Add(std::move(item));
}

/// The voices across.
void DrawHeadsAcross(Sketch& sketch, const Library& library, const Session& session,
                     const MatrixTable& table, const Down& down, float bottom, float height) {
  sketch.Open(MakeItem(ItemRole::kRow, "matrix/heads", sketch.Say("Voices"),
                       {down.cells, bottom - height, down.right() - down.cells, height}));
  for (std::uint32_t i = down.first; i < down.last(); ++i)
    DrawHeadAcross(sketch, HolderOf(library, session, table, i),
                   {down.Left(i), bottom - height, down.pitch - kMatrixGutter, height},
                   HeadRoom(sketch, down));
  sketch.Close();
}

/// What the folded column holds, and puts down.
void DrawFolded(Sketch& sketch, const MatrixTable& table, const MatrixModel& model,
                const Down& down, float bottom) {
  if (down.silent == 0 || !model.silent) return;
  const std::vector<Run> words{{sketch.Say("{0} more", {std::to_string(table.silent)}),
                                Type::kCaption, Ink::kAccent, false, true}};
  const float room = sketch.S(kSilentColumn) - sketch.S(6);
  const float text = sketch.FlowHeight(words, room);
  sketch.Flowed(down.silent, bottom - sketch.S(6) - text, words, room);
  Item item = MakeItem(ItemRole::kButton, "matrix/silent", model.silent->words,
                       {down.silent, bottom - std::max(text + sketch.S(8), sketch.target()), room,
                        std::max(text + sketch.S(8), sketch.target())});
  item.press = model.silent->command;
  sketch.Add(std::move(item));
}

std::vector<Run> LabelRuns(const MatrixHead& head) {
  return {{head.label, head.supposed.empty() ? Type::kMeta : Type::kControlStrong, Ink::kInk}};
}

float PillRoom(const Sketch& sketch, const MatrixHead& head) {
  if (head.supposed.empty()) return 0;
  return std::ceil(sketch.Width(Type::kLabel, head.supposed)) + sketch.S(14) + sketch.S(8);
}

/// A condition: its label at the left, a cell a voice.
void DrawRowDown(Sketch& sketch, const Library& library, const Session& session,
                 const MatrixTable& table, const Down& down, std::uint32_t column,
                 const MatrixHead& head, Rect rect) {
  Item line = MakeItem(ItemRole::kRow, "matrix/row/" + head.id, head.label, rect);
  line.pos = column + 1;
  line.size = static_cast<std::uint32_t>(table.columns.size());
  sketch.Open(std::move(line));
  const Rect label{down.label, rect.y, down.label_width, rect.h - 1};
  if (head.selected) {
    sketch.Fill(label, Ink::kAccentTint);
    sketch.Fill({label.x, label.y, 3, label.h}, Ink::kAccent);
  }
  const float pill = PillRoom(sketch, head);
  const float indent = head.selected ? sketch.S(9) : 0;
  if (pill > 0) {
    const Rect box{label.x + indent, std::round(label.y + (label.h - sketch.S(20)) / 2),
                   pill - sketch.S(8), sketch.S(20)};
    sketch.Fill(box, Ink::kInk, box.h / 2);
    sketch.WordsCentred(box, head.supposed, Type::kLabel, Ink::kPaper);
  }
  const float room = label.w - pill - indent;
  const float text = sketch.FlowHeight(LabelRuns(head), room);
  sketch.Flowed(label.x + indent + pill, label.y + std::round((label.h - text) / 2),
                LabelRuns(head), room);
  Item item = MakeItem(ItemRole::kRowHeader, HeadItem(head.id), head.name, label);
  item.description = head.theme;
  item.press = head.select;
  item.group = kMatrixGroup;
  item.selected = head.selected ? Tri::kYes : Tri::kNo;
  sketch.Add(std::move(item));
  for (std::uint32_t row = down.first; row < down.last(); ++row) {
    const MatrixBox box = BoxOf(library, session, table, row, column);
    DrawMatrixCell(sketch, library, box, table.rows[row].actor, down.pitch,
                   {down.Left(row) + 1, rect.y + 1, down.pitch - kMatrixGutter, rect.h - 3});
  }
  if (down.last() < down.total) {
    // Half of the next voice's column: there is more to the right.
    const float left = down.Left(down.last()) + 1;
    const float edge = down.silent > 0 ? down.silent - sketch.S(4) : down.right();
    const MatrixBox next = BoxOf(library, session, table, down.last(), column);
    if (next.gap == MatrixGap::kNone && edge > left)
      sketch.Fill({left, rect.y + 1, edge - left, rect.h - 3},
                  TintOf(next.parts.front().sign.sign));
  }
  if (down.silent > 0)
    sketch.Fill({down.silent, rect.y + 1, sketch.S(kSilentColumn) - sketch.S(6), rect.h - 3},
                Ink::kSunken);
  sketch.Close();
  sketch.HRule(down.label, rect.bottom() - 1, down.right() - down.label, Ink::kLine);
}

/// As high as its label and its highest cell need.
float RowHeight(const Sketch& sketch, const Library& library, const MatrixTable& table,
                const Down& down, std::uint32_t column, const MatrixHead& head) {
  float height = std::max(sketch.S(kRowPitch), sketch.target() + 3);
  for (std::uint32_t row = down.first; row < down.last(); ++row)
    if (const MatrixCell* cell = table.At(row, column); cell != nullptr && cell->count > 0)
      height = std::max(height,
                        MatrixCellHeight(sketch, library, table, *cell, down.pitch) + sketch.S(4));
  const float text = sketch.FlowHeight(LabelRuns(head), down.label_width - PillRoom(sketch, head));
  return std::round(std::max(height, text + sketch.S(8)));
}

/// Where the groups have no column of their own, how high the words of one are over its rows.
float GroupHeight(const Sketch& sketch, const Down& down, const MatrixHead& head) {
  if (down.theme > 0) return 0;
  return sketch.FlowHeight({{head.theme, Type::kLabel}}, down.width) + sketch.S(12);
}

/// Where they have one, how high the words of a group are beside its rows.
float BesideHeight(const Sketch& sketch, const Down& down, const MatrixHead& head) {
  if (down.theme <= 0) return 0;
  return sketch.S(8) + sketch.FlowHeight({{head.theme, Type::kLabel}}, down.theme - sketch.S(12));
}

/// What the conditions from here on do. Returns the height that it takes from them.
float DrawGroup(Sketch& sketch, const Down& down, const MatrixHead& head, float y) {
  const std::vector<Run> heading{{head.theme, Type::kLabel, Ink::kInk}};
  const float room = down.theme > 0 ? down.theme - sketch.S(12) : down.width;
  Item item = MakeItem(ItemRole::kRowHeader, "matrix/group/" + head.id + "/words", head.theme,
                       {down.x, y + sketch.S(8), room, sketch.FlowHeight(heading, room)});
  sketch.Flowed(down.x, item.rect.y, heading, room);
  sketch.Open(MakeItem(ItemRole::kRow, "matrix/group/" + head.id, head.theme, item.rect));
  sketch.Add(std::move(item));
  sketch.Close();
  return GroupHeight(sketch, down, head);
}

/// The buttons that move the voices along.
void DrawAlong(Sketch& sketch, const Down& down, float bottom) {
  if (down.shown >= down.total) return;
  const float side = sketch.ButtonHeight(ButtonKind::kSmall);
  const float y = bottom - side - sketch.S(6);
  const float right = down.cells - sketch.S(8);
  const auto button = [&](float x, std::string_view sign, std::string name, std::string id,
                          bool there, std::uint32_t first) {
    std::optional<Command> move;
    if (there) move = ScrollTo{std::string(kMatrixFirstColumn), static_cast<float>(first)};
    MatrixSquare(sketch, {x, y, side, side}, sign, std::move(id), std::move(name), std::move(move));
  };
  button(right - 2 * side - sketch.S(8), "‹", sketch.Say("Voices further left"),
         "matrix/columns/back", down.first > 0,
         down.first > down.shown ? down.first - down.shown : 0);
  button(right - side, "›", sketch.Say("Voices further right"), "matrix/columns/on",
         down.last() < down.total, std::min(down.last(), down.total - down.shown));
  const std::string words = sketch.Say(
      "{0}–{1} of {2}",
      {std::to_string(down.first + 1), std::to_string(down.last()), std::to_string(down.total)});
  const float wide = std::ceil(sketch.Width(Type::kCaption, words));
  sketch.Text(right - 2 * side - sketch.S(16) - wide,
              y + (side - sketch.LineOf(Type::kCaption)) / 2, wide + 1, words, Type::kCaption,
              Ink::kInkMute, "matrix/columns/words");
}

}  // namespace

Scene BuildMatrixDownScene(const Library& library, const Session& session, const MatrixTable& table,
                           const Space& space, float* selected_y) {
  Sketch sketch(space, "matrix", Ink::kPaper);
  const float x = space.margin(), width = space.width - 2 * x;
  const MatrixModel model = BuildMatrixModel(library, session, table);
  const Down down = DownFor(sketch, library, session, table, model, x, width);
  // Title and tools beside each other, and under the title what the table is, beside its heads.
  const float top = sketch.S(10);
  const bool beside = width >= sketch.S(900);
  const float tools = beside ? sketch.S(500) : width;
  float y = top;
  y += sketch.Heading(x, y, beside ? width - tools - sketch.S(16) : width, model.title, Type::kH2,
                      1, Ink::kInk, "matrix/title") +
       sketch.S(4);
  y += sketch.Paragraph(x, y, beside ? down.cells - x - sketch.S(24) : width, model.subtitle,
                        Type::kMeta, Ink::kInkSoft, 0, "matrix/subtitle");
  for (const std::string& words : model.dropped)
    y += sketch.S(4) + sketch.Paragraph(x, y + sketch.S(4), down.cells - x - sketch.S(24), words,
                                        Type::kCaption, Ink::kInkMute);
  float bar = beside ? top : y + sketch.S(8);
  bar += DrawMatrixTools(sketch, model, x + width - tools, bar, tools);
  y = beside ? y : bar;
  if (!model.empty.empty()) {
    y = std::max(y, bar) + sketch.S(14);
    y += DrawMatrixEmpty(sketch, model, x, y, width);
    return sketch.Finish(std::ceil(y) + sketch.S(16));
  }
  const float heads = HeadsHeight(sketch, library, session, table, down) + sketch.S(10);
  const float along = down.shown < down.total ? sketch.ButtonHeight(ButtonKind::kSmall) : 0;
  y = std::round(std::max({y + sketch.S(6) + along, bar + sketch.S(2) + heads, sketch.S(118)}));
  Item whole = MakeItem(ItemRole::kTable, "matrix/table", model.title, {x, y - heads, width, 1});
  whole.size = static_cast<std::uint32_t>(table.columns.size());
  const std::int32_t opened = sketch.Open(std::move(whole));
  DrawHeadsAcross(sketch, library, session, table, down, y, heads);
  sketch.HRule(x, y, width, Ink::kInk);
  y += 1;
  const std::string& selection = session.state.selection;
  const std::string_view chosen = PairOf(selection).value_or(IdPair{{}, selection}).second;
  std::string group;
  float least = y;  // The words of a group may need more room than its rows.
  for (std::uint32_t column = 0; column < table.columns.size(); ++column) {
    const MatrixHead head = HeadOf(library, session, table, column);
    const float height = RowHeight(sketch, library, table, down, column, head);
    const bool begins = column == 0 || head.theme != group;
    if (begins) {
      group = head.theme;
      y = std::max(y, least);
      least = y + BesideHeight(sketch, down, head) + sketch.S(6);
      if (column > 0) sketch.HRule(x, y - 1, width, Ink::kInkMute);
      y += DrawGroup(sketch, down, head, y);
    }
    if (!chosen.empty() && head.id == chosen) *selected_y = y;
    if (y + height > space.scroll_y - kDownAround &&
        y < space.scroll_y + space.height + kDownAround)
      DrawRowDown(sketch, library, session, table, down, column, head, {x, y, width, height});
    y += height;
  }
  y = std::max(y, least);
  sketch.item(opened).rect.h = y - sketch.item(opened).rect.y;
  sketch.Close();
  DrawFolded(sketch, table, model, down, sketch.item(opened).rect.y + heads);
  DrawAlong(sketch, down, sketch.item(opened).rect.y + heads);
  y += sketch.S(14);
  y += DrawMatrixLegend(sketch, model, x, y, width);
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

MatrixDrawn DrawMatrixDown(Sketch& sketch, const Library& library, const Session& session,
                           const MatrixTable& table, std::uint32_t most, Rect rect, bool draw) {
  // No folded column: a picture says in words what it leaves out.
  MatrixModel model = BuildMatrixModel(library, session, table);
  model.silent.reset();
  Down down = DownFor(sketch, library, session, table, model, rect.x, rect.w);
  down.total = down.last();
  down.width = down.Left(down.last()) - down.x;
  const float heads = HeadsHeight(sketch, library, session, table, down) + sketch.S(10);
  float y = rect.y + heads;
  if (draw) {
    DrawHeadsAcross(sketch, library, session, table, down, y, heads);
    sketch.HRule(rect.x, y, down.width, Ink::kInk);
  }
  y += 1;
  MatrixDrawn drawn;
  drawn.voices = down.shown;
  std::string group;
  float least = y;
  for (std::uint32_t column = 0; column < table.columns.size() && column < most; ++column) {
    const MatrixHead head = HeadOf(library, session, table, column);
    const float height = RowHeight(sketch, library, table, down, column, head);
    const bool begins = column == 0 || head.theme != group;
    const float over = begins ? GroupHeight(sketch, down, head) : 0;
    const float beside = begins ? BesideHeight(sketch, down, head) : 0;
    if (begins) y = std::max(y, least);
    if (y + std::max(over + height, beside) > rect.bottom()) break;
    if (begins) least = y + beside + sketch.S(6);
    if (begins && draw && column > 0) sketch.HRule(rect.x, y - 1, down.width, Ink::kInkMute);
    if (begins && draw) DrawGroup(sketch, down, head, y);
    y += over;
    group = head.theme;
    if (draw)
      DrawRowDown(sketch, library, session, table, down, column, head,
                  {rect.x, y, down.width, height});
    y += height;
    ++drawn.rows;
  }
  return drawn;
}

Scene BuildMatrixDownHeadsScene(const Library& library, const Session& session,
                                const MatrixTable& table, const Space& space) {
  Sketch sketch(space, "heads", Ink::kPaper);
  const float x = space.margin(), width = space.width - 2 * x;
  const MatrixModel model = BuildMatrixModel(library, session, table);
  const Down down = DownFor(sketch, library, session, table, model, x, width);
  const float height = HeadsHeight(sketch, library, session, table, down) + sketch.S(12);
  for (std::uint32_t i = down.first; i < down.last(); ++i) {
    const MatrixHolder holder = HolderOf(library, session, table, i);
    const Rect box{down.Left(i), 0, down.pitch - kMatrixGutter, height - 1};
    DrawHeadAcross(sketch, holder, box, HeadRoom(sketch, down));
    Item& item = sketch.scene().items.back();
    item.id = "heads/" + holder.id;
    item.role = ItemRole::kButton;
    item.group = "heads";
  }
  sketch.HRule(x, height - 1, width, Ink::kInk);
  return sketch.Finish(height);
}

}  // namespace proviso::view

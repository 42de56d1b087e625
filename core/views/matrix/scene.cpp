#include "core/views/matrix/scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/sketch.h"
#include "core/state/pair.h"

namespace proviso::view {
namespace {

// Up to here every row is measured; beyond, all get the room of the highest.
constexpr std::size_t kMostMeasured = 400;
// Rows built above and below what is in sight, so that arrow keys find the next one.
constexpr float kAround = 4;
constexpr std::size_t kHeadLines = 6;
constexpr std::size_t kThemeLines = 3;
constexpr std::size_t kNameLines = 3;
constexpr std::size_t kWordLines = 3;
constexpr float kGutter = 3;

/// Where the parts of the table stand.
struct Grid {
  float x = 0, names = 0, cell = 0;
  std::uint32_t first = 0, shown = 0, total = 0;

  float Left(std::uint32_t column) const {
    return std::round(x + names + cell * static_cast<float>(column - first));
  }
  float width() const { return names + cell * static_cast<float>(shown); }
  std::uint32_t last() const { return first + shown; }
};

/// The column that what is selected stands in, or none.
std::optional<std::uint32_t> SelectedColumn(const Library& library, const std::string& selection,
                                            const MatrixTable& table) {
  const RecordRef record =
      library.dataset.Find(PairOf(selection).value_or(IdPair{{}, selection}).second);
  if (!record || record.table != Table::kPropositions) return std::nullopt;
  for (std::uint32_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].proposition.index() == record.index) return i;
  return std::nullopt;
}

Grid GridFor(const Sketch& sketch, const Library& library, const Session& session,
             const MatrixTable& table, float x, float width) {
  Grid grid;
  grid.x = x;
  grid.total = static_cast<std::uint32_t>(table.columns.size());
  const float least = sketch.S(88);
  grid.names = std::round(std::clamp(width * 0.2f, sketch.S(116), sketch.S(190)));
  grid.names = std::min(grid.names, width - least);
  const float room = width - grid.names;
  grid.shown = std::clamp<std::uint32_t>(static_cast<std::uint32_t>(std::max(room / least, 1.0f)),
                                         1, std::max(grid.total, 1u));
  grid.cell = std::floor(std::min(room / static_cast<float>(grid.shown), sketch.S(132)));
  grid.shown = std::min(grid.shown, grid.total);
  const std::uint32_t most = grid.total - grid.shown;
  const auto place = session.scroll.find(std::string(kMatrixFirstColumn));
  if (place != session.scroll.end()) {
    grid.first = static_cast<std::uint32_t>(
        std::clamp(std::round(place->second), 0.0f, static_cast<float>(most)));
  } else if (const auto column = SelectedColumn(library, session.state.selection, table)) {
    if (*column >= grid.shown) grid.first = std::min(*column - grid.shown / 2, most);
  }
  return grid;
}

// Lines one under the other, each in the middle of the box.
void CentredLines(Sketch& sketch, Rect box, const std::string& text, Type type, Ink ink,
                  std::size_t most) {
  const Flow flow = FlowText(sketch.measure(), sketch.scale(), {{text, type, ink}}, box.w, most);
  const float line = sketch.LineOf(type);
  float y = box.y;
  for (const Line& one : flow.lines) {
    std::string words;
    for (const Piece& piece : one.pieces) words += piece.text;
    sketch.WordsCentred({box.x, y, box.w, line}, words, type, ink);
    y += line;
  }
}

struct RowPlace {
  float y = 0, height = 0;
  float group = 0;  ///< Height of the heading above it; 0: none.
};

/// How high every row is.
std::vector<RowPlace> PlaceRows(const Sketch& sketch, const Library& library,
                                const MatrixTable& table, const Grid& grid, float y) {
  const float caption = sketch.LineOf(Type::kCaption), body = sketch.LineOf(Type::kControl);
  const bool measured = table.rows.size() <= kMostMeasured;
  std::vector<RowPlace> places;
  places.reserve(table.rows.size());
  for (std::uint32_t i = 0; i < table.rows.size(); ++i) {
    const MatrixRow& row = table.rows[i];
    float words = kWordLines * caption, name = kNameLines * body;
    if (measured) {
      name = sketch.FlowHeight({{std::string(library.dataset[row.actor].name), Type::kControl}},
                               grid.names - sketch.S(12), kNameLines);
      words = 0;
      for (std::uint32_t c = row.first; c < row.first + row.count; ++c) {
        if (table.cells[c].count == 0) continue;
        words = std::max(
            words, sketch.FlowHeight({{WordOf(library, table, table.cells[c]), Type::kCaption}},
                                     grid.cell - kGutter - 4, kWordLines));
      }
    }
    RowPlace place;
    const std::uint32_t group = row.group;
    if (!table.groups[group].empty() && (i == 0 || table.rows[i - 1].group != group))
      place.group = sketch.S(34);
    place.y = y + place.group;
    const float cells =
        words > 0 ? sketch.S(5) + sketch.S(20) + sketch.S(2) + words + sketch.S(4) : sketch.S(30);
    place.height =
        std::max({cells, sketch.S(5) + name + caption + sketch.S(5), sketch.target() + 1});
    y = place.y + place.height;
    places.push_back(place);
  }
  return places;
}

void DrawBox(Sketch& sketch, const MatrixBox& model, Rect rect) {
  Item item = MakeItem(ItemRole::kCell, "matrix/cell/" + model.id, model.name, rect);
  item.description = model.about;
  item.press = model.select;
  item.double_press = model.open;
  item.group = kMatrixGroup;
  item.selected = model.selected ? Tri::kYes : Tri::kNo;
  DrawMatrixSigns(sketch, model, rect, rect.y + sketch.S(5) + sketch.S(20) / 2, 20);
  const float caption = sketch.LineOf(Type::kCaption);
  const float words = rect.y + sketch.S(5) + sketch.S(20) + sketch.S(2);
  if (model.gap == MatrixGap::kNone)
    CentredLines(sketch, {rect.x + 2, words, rect.w - 4, caption}, model.word, Type::kCaption,
                 Ink::kInk, kWordLines);
  if (model.gap == MatrixGap::kHidden)
    sketch.WordsCentred(rect, sketch.Say("hidden"), Type::kCaption, Ink::kInkMute);
  if (model.selected) sketch.Stroke(rect, Ink::kAccent, 3);
  sketch.Add(std::move(item));
}

void DrawRow(Sketch& sketch, const Library& library, const Session& session,
             const MatrixTable& table, const Grid& grid, std::uint32_t row, const RowPlace& place) {
  const std::string actor(library.dataset[table.rows[row].actor].id);
  if (place.group > 0) {
    const std::string& heading = table.groups[table.rows[row].group];
    const Rect box{grid.x, place.y - place.group, grid.width(), place.group};
    sketch.HRule(box.x, box.y, box.w, Ink::kInk);
    Item line = MakeItem(ItemRole::kRow, "matrix/group/" + actor, heading, box);
    sketch.Open(std::move(line));
    const float y = box.y + std::round((box.h - sketch.LineOf(Type::kBodyStrong)) / 2);
    sketch.Words(box.x, y, heading, Type::kBodyStrong, Ink::kInk, box.w);
    sketch.Add(MakeItem(ItemRole::kRowHeader, "matrix/group/" + actor + "/words", heading,
                        {box.x, y, box.w, sketch.LineOf(Type::kBodyStrong)}));
    sketch.Close();
  }
  const MatrixHolder holder = HolderOf(library, session, table, row);
  const Rect rect{grid.x, place.y, grid.width(), place.height};
  sketch.HRule(rect.x, rect.y, rect.w, place.group > 0 ? Ink::kInk : Ink::kLine);
  Item line = MakeItem(ItemRole::kRow, "matrix/row/" + holder.id, holder.name, rect);
  line.pos = row + 1;
  line.size = static_cast<std::uint32_t>(table.rows.size());
  sketch.Open(std::move(line));
  const Rect head{rect.x, rect.y + 1, grid.names - kGutter, rect.h - 1};
  if (holder.selected) sketch.Fill(head, Ink::kAccentTint);
  const float room = grid.names - sketch.S(12);
  const float name =
      sketch.Flowed(head.x + (holder.selected ? sketch.S(4) : 0), head.y + sketch.S(4),
                    {{holder.name, Type::kControl}}, room, kNameLines);
  sketch.Words(head.x + (holder.selected ? sketch.S(4) : 0), head.y + sketch.S(4) + name,
               holder.heard, Type::kCaption, Ink::kInkMute, room);
  Item item = MakeItem(ItemRole::kRowHeader, HolderItem(holder.id), holder.name, head);
  item.description = sketch.Say("{0}, {1}", {holder.heard, holder.count});
  item.press = holder.select;
  item.group = kMatrixGroup;
  item.selected = holder.selected ? Tri::kYes : Tri::kNo;
  sketch.Add(std::move(item));
  for (std::uint32_t column = grid.first; column < grid.last(); ++column) {
    const float x = grid.Left(column);
    DrawBox(sketch, BoxOf(library, session, table, row, column),
            {x, rect.y + 1, grid.cell - kGutter, rect.h - 1});
  }
  sketch.Close();
}

/// The buttons that move the columns along, in the corner above the holders.
void DrawCorner(Sketch& sketch, const Grid& grid, float bottom) {
  if (grid.shown >= grid.total) return;
  const float side = sketch.ButtonHeight(ButtonKind::kSmall);
  const float room = grid.names - sketch.S(12);
  const float y = bottom - side - sketch.S(6);
  const auto button = [&](float x, std::string_view sign, std::string name, std::string id,
                          bool there, std::uint32_t first) {
    std::optional<Command> move;
    if (there) move = ScrollTo{std::string(kMatrixFirstColumn), static_cast<float>(first)};
    MatrixSquare(sketch, {x, y, side, side}, sign, std::move(id), std::move(name), std::move(move));
  };
  const std::uint32_t back = grid.first > grid.shown ? grid.first - grid.shown : 0;
  button(grid.x, "‹", sketch.Say("Columns further left"), "matrix/columns/back", grid.first > 0,
         back);
  button(grid.x + side + sketch.S(8), "›", sketch.Say("Columns further right"), "matrix/columns/on",
         grid.last() < grid.total, std::min(grid.last(), grid.total - grid.shown));
  const std::string words = sketch.Say(
      "{0}–{1} of {2}",
      {std::to_string(grid.first + 1), std::to_string(grid.last()), std::to_string(grid.total)});
  sketch.Text(grid.x, y - sketch.LineOf(Type::kCaption) - sketch.S(4), room, words, Type::kCaption,
              Ink::kInkMute, "matrix/columns/words");
}

/// Themes and conditions over the columns. Returns the height.
float DrawHeads(Sketch& sketch, const Library& library, const Session& session,
                const MatrixTable& table, const Grid& grid, float y) {
  std::vector<MatrixHead> heads;
  float labels = 0;
  const float room = grid.cell - sketch.S(5);
  for (std::uint32_t i = grid.first; i < grid.last(); ++i) {
    heads.push_back(HeadOf(library, session, table, i));
    float height = sketch.FlowHeight({{heads.back().label, Type::kCaption}}, room, kHeadLines);
    if (!heads.back().supposed.empty()) height += sketch.S(24);
    labels = std::max(labels, height);
  }
  const float corner = grid.shown < grid.total ? sketch.ButtonHeight(ButtonKind::kSmall) +
                                                     sketch.LineOf(Type::kCaption) + sketch.S(12)
                                               : 0;
  // Themes over one column or more, broken where that is narrow.
  struct Theme {
    float left = 0, width = 0, height = 0;
    std::vector<Run> words;
  };
  std::vector<Theme> themes;
  float theme = 0;
  for (std::size_t i = 0; i < heads.size();) {
    std::size_t end = i + 1;
    while (end < heads.size() && heads[end].theme == heads[i].theme) ++end;
    Theme one;
    one.left = grid.Left(grid.first + static_cast<std::uint32_t>(i));
    one.width = grid.cell * static_cast<float>(end - i) - sketch.S(8);
    one.words = {{heads[i].theme, Type::kLabel}};
    one.height = sketch.FlowHeight(one.words, one.width, kThemeLines);
    theme = std::max(theme, one.height + sketch.S(5));
    themes.push_back(std::move(one));
    i = end;
  }
  labels = std::max({labels, sketch.target() - sketch.S(8), corner - theme - sketch.S(12)});
  const float bottom = y + theme + sketch.S(8) + labels + sketch.S(8);
  Item row = MakeItem(ItemRole::kRow, "matrix/heads", sketch.Say("Columns"),
                      {grid.x, y, grid.width(), bottom - y});
  sketch.Open(std::move(row));
  sketch.Add(MakeItem(ItemRole::kColumnHeader, "matrix/corner", sketch.Say("Holder"),
                      {grid.x, y, grid.names - kGutter, sketch.LineOf(Type::kLabel)}));
  for (const Theme& one : themes) {
    sketch.Flowed(one.left, y + theme - sketch.S(5) - one.height, one.words, one.width,
                  kThemeLines);
    sketch.HRule(one.left, y + theme - sketch.S(3), one.width, Ink::kInk, 2);
  }
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const MatrixHead& head = heads[i];
    const float left = grid.Left(grid.first + static_cast<std::uint32_t>(i));
    const Rect box{left, y + theme, grid.cell - kGutter, bottom - y - theme};
    if (head.selected) sketch.Fill(box, Ink::kAccentTint);
    const std::vector<Run> run = {{head.label, Type::kCaption, Ink::kInkSoft}};
    const float height = sketch.FlowHeight(run, room, kHeadLines);
    const float top = bottom - sketch.S(8) - height;
    sketch.Flowed(left + (head.selected ? 2 : 0), top, run, room, kHeadLines);
    if (!head.supposed.empty()) {
      const float wide = std::ceil(sketch.Width(Type::kLabel, head.supposed)) + sketch.S(14);
      const Rect pill{left, top - sketch.S(23), std::min(wide, box.w), sketch.S(20)};
      sketch.Fill(pill, Ink::kInk, pill.h / 2);
      sketch.WordsCentred(pill, head.supposed, Type::kLabel, Ink::kPaper);
    }
    Item item = MakeItem(ItemRole::kColumnHeader, HeadItem(head.id), head.name, box);
    item.description = head.theme;
    item.press = head.select;
    item.group = kMatrixGroup;
    item.selected = head.selected ? Tri::kYes : Tri::kNo;
    sketch.Add(std::move(item));
  }
  sketch.Close();
  return bottom - y;
}

}  // namespace

Scene BuildMatrixHeadsScene(const Library& library, const Session& session,
                            const MatrixTable& table, const Space& space) {
  constexpr std::size_t kLines = 2;
  Sketch sketch(space, "heads", Ink::kPaper);
  const float x = space.margin(), width = space.width - 2 * x;
  const Grid grid = GridFor(sketch, library, session, table, x, width);
  const float pad = sketch.S(6);
  const float height =
      std::max(2 * sketch.LineOf(Type::kCaption) + 2 * pad, sketch.target() + 1.0f);
  for (std::uint32_t i = grid.first; i < grid.last(); ++i) {
    const MatrixHead head = HeadOf(library, session, table, i);
    const Rect box{grid.Left(i), 0, grid.cell - kGutter, height - 1};
    if (head.selected) sketch.Fill(box, Ink::kAccentTint);
    const float room = grid.cell - sketch.S(5);
    const std::vector<Run> run = {{head.name, Type::kCaption, Ink::kInkSoft}};
    const float words = sketch.FlowHeight(run, room, kLines);
    sketch.Flowed(box.x, height - pad - words, run, room, kLines);
    Item item = MakeItem(ItemRole::kButton, "heads/" + head.id, head.name, box);
    item.description = head.theme;
    item.press = head.select;
    item.group = "heads";
    item.selected = head.selected ? Tri::kYes : Tri::kNo;
    sketch.Add(std::move(item));
  }
  sketch.HRule(x, height - 1, grid.width(), Ink::kInk);
  return sketch.Finish(height);
}

Scene BuildMatrixScene(const Library& library, const Session& session, const MatrixTable& table,
                       const Space& space, float* selected_y) {
  Sketch sketch(space, "matrix", Ink::kPaper);
  const float x = space.margin(), width = space.width - 2 * x;
  const MatrixModel model = BuildMatrixModel(library, session, table);
  float y = sketch.S(16);
  y += sketch.Heading(x, y, width, model.title, Type::kH2, 1, Ink::kInk, "matrix/title") +
       sketch.S(2);
  y += sketch.Paragraph(x, y, width, model.subtitle, Type::kCaption, Ink::kInkMute, 0,
                        "matrix/subtitle") +
       sketch.S(10);
  y += DrawMatrixTools(sketch, model, x, y, width);
  if (model.silent) {
    y += sketch.S(space.coarse ? 16 : 6);
    sketch.LinkText(x, y, model.silent->words, Type::kCaption, "matrix/silent",
                    model.silent->command, width);
    y += sketch.LineOf(Type::kCaption) + sketch.S(space.coarse ? 14 : 2);
  }
  for (const std::string& words : model.dropped)
    y += sketch.S(4) +
         sketch.Paragraph(x, y + sketch.S(4), width, words, Type::kCaption, Ink::kInkMute);
  y += sketch.S(14);
  if (!model.empty.empty()) {
    y += DrawMatrixEmpty(sketch, model, x, y, width);
    return sketch.Finish(std::ceil(y) + sketch.S(16));
  }
  const Grid grid = GridFor(sketch, library, session, table, x, width);
  Item whole = MakeItem(ItemRole::kTable, "matrix/table", model.title, {x, y, grid.width(), 1});
  whole.size = static_cast<std::uint32_t>(table.rows.size());
  const std::int32_t opened = sketch.Open(std::move(whole));
  const float heads = DrawHeads(sketch, library, session, table, grid, y);
  y = std::ceil(y + heads);
  sketch.HRule(x, y - 1, grid.width(), Ink::kInk);
  const std::vector<RowPlace> places = PlaceRows(sketch, library, table, grid, y);
  const float around = kAround * sketch.S(62);
  const std::string& selection = session.state.selection;
  const std::string_view actor = PairOf(selection).value_or(IdPair{selection, {}}).first;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    const RowPlace& place = places[i];
    if (!actor.empty() && library.dataset[table.rows[i].actor].id == actor) *selected_y = place.y;
    y = place.y + place.height;
    if (y > space.scroll_y - around && place.y < space.scroll_y + space.height + around)
      DrawRow(sketch, library, session, table, grid, i, place);
  }
  sketch.HRule(x, y, grid.width(), Ink::kLine);
  sketch.item(opened).rect.h = y - sketch.item(opened).rect.y;
  sketch.Close();
  if (grid.shown < grid.total)
    DrawCorner(sketch, grid, places.empty() ? y : places[0].y - places[0].group);
  y += sketch.S(14);
  y += DrawMatrixLegend(sketch, model, x, y, width);
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

}  // namespace proviso::view

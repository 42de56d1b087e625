#include "core/views/compare/scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/sketch.h"
#include "core/views/compare/parts.h"

namespace proviso::view {
namespace {

// Rows this far above and below what is in sight are built too, for arrow keys.
constexpr float kPointsAround = 700;

// Where the parts of a row stand.
struct Grid {
  bool titled = true;  ///< The matter stands at the left, else over the row.
  bool beside = true;  ///< A, verdict and B stand beside each other, else under each other.
  float title = 0;     ///< Width of the matter's column.
  float verdict = 0;   ///< Width of the verdict.
  float a_width = 0, b_width = 0;
  float a = 0, mid = 0, b = 0;  ///< Left edges.
};

Grid GridFor(const Sketch& sketch, float x, float width) {
  Grid grid;
  grid.titled = width >= sketch.S(900);
  grid.beside = width >= sketch.S(600);
  if (!grid.beside) {
    grid.title = grid.verdict = grid.a_width = grid.b_width = width;
    grid.a = grid.mid = grid.b = x;
    return grid;
  }
  const float gap = sketch.S(14);
  grid.verdict = sketch.S(118);
  // The column of matters is as wide as six of their words, and gives way to what is said.
  grid.title = grid.titled ? std::min(sketch.S(204), std::floor(width * 0.15f)) : width;
  grid.a = grid.titled ? x + grid.title + sketch.S(24) : x;
  const float rest = x + width - grid.a - grid.verdict - 2 * gap;
  grid.a_width = std::floor(rest * 0.4656f);
  grid.b_width = rest - grid.a_width;
  grid.mid = grid.a + grid.a_width + gap;
  grid.b = grid.mid + grid.verdict + gap;
  return grid;
}

// Tops of a row's parts, from the row's own.
struct RowPlaces {
  float title = 0, a = 0, verdict = 0, b = 0, height = 0;
};

std::vector<Run> TitleRuns(const CompareRow& row) { return {{row.title, Type::kBodyStrong}}; }

RowPlaces PlacesOf(const Sketch& sketch, const CompareRow& row, const Grid& grid) {
  RowPlaces at;
  const float pad = sketch.S(10), gap = sketch.S(9);
  const float a = CompareCellHeight(sketch, row.a, grid.a_width);
  const float b = CompareCellHeight(sketch, row.b, grid.b_width);
  const float verdict = VerdictHeight(sketch, row, grid.verdict, grid.beside);
  float title = sketch.FlowHeight(TitleRuns(row), grid.title) + gap;
  at.title = at.a = at.verdict = at.b = pad;
  if (!grid.titled) {
    at.a = at.verdict = at.b = pad + title;
    title = 0;
  }
  if (grid.beside) {
    at.height = std::max({at.a + std::max(a, b), at.verdict + verdict, at.title + title}) + 1;
    return at;
  }
  at.verdict = at.a + a;
  at.b = at.verdict + verdict + gap;
  at.height = at.b + b + 1;
  return at;
}

void DrawRow(Sketch& sketch, const CompareRow& row, const CompareModel& model, const Grid& grid,
             float x, float y, float width, const RowPlaces& at) {
  const std::string id = "compare/" + row.id;
  sketch.Open(MakeItem(ItemRole::kRow, id, row.title, {x, y, width, at.height}));
  if (row.selected) {
    sketch.Fill({x, y, width, at.height - 1}, Ink::kAccentTint);
    sketch.Fill({x, y, 3, at.height - 1}, Ink::kAccent);
  }
  const float left = row.selected ? x + sketch.S(9) : x;
  const float room = grid.title - (left - x);
  Item item = MakeItem(ItemRole::kRowHeader, id + "/matter", row.title,
                       {left, y + at.title, room, sketch.FlowHeight(TitleRuns(row), room)});
  item.description = row.beside;
  sketch.Add(std::move(item));
  sketch.Flowed(left, y + at.title, TitleRuns(row), room);
  DrawCompareCell(sketch, row.a, id + "/a", model.a.title, grid.a, y + at.a, grid.a_width);
  DrawVerdict(sketch, row, id, grid.mid, y + at.verdict, grid.verdict, grid.beside);
  DrawCompareCell(sketch, row.b, id + "/b", model.b.title, grid.b, y + at.b, grid.b_width);
  sketch.Close();
  sketch.HRule(x, y + at.height - 1, width, Ink::kLine);
}

// A side's letter and title; what it is beside it where there is room, else told alone.
float DrawHead(Sketch& sketch, const CompareHead& head, const std::string& id, float x, float y,
               float width, bool under) {
  float left = 0;
  if (!head.letter.empty()) {
    sketch.LetterBox(x, y + std::round((sketch.LineOf(Type::kH3) - sketch.S(18)) / 2), 18,
                     head.letter, head.document);
    left =
        std::max(sketch.S(18), std::ceil(sketch.Width(Type::kLabel, head.letter)) + sketch.S(7)) +
        sketch.S(8);
  }
  float height = sketch.Flowed(x + left, y, {Run{head.title, Type::kH3}}, width - left);
  const std::vector<Run> line{Run{head.line, Type::kCaption, Ink::kInkMute}};
  const float title = left + std::ceil(sketch.Width(Type::kH3, head.title)) + sketch.S(8);
  if (under)
    height += sketch.Flowed(x, y + height, line, width);
  else if (title + std::ceil(sketch.Width(Type::kCaption, head.line)) <= width)
    sketch.Words(x + title, y + sketch.BaseOf(Type::kH3) - sketch.BaseOf(Type::kCaption), head.line,
                 Type::kCaption, Ink::kInkMute);
  Item item = MakeItem(ItemRole::kColumnHeader, id, head.title, {x, y, width, height});
  item.description = head.line;
  sketch.Add(std::move(item));
  return height;
}

std::vector<SegmentChoice> ChoicesOf(const std::vector<CompareTab>& tabs) {
  std::vector<SegmentChoice> choices;
  for (const CompareTab& tab : tabs)
    choices.push_back({tab.key.empty() ? "both" : tab.key,
                       tab.words + " " + std::to_string(tab.count), tab.chosen, false, tab.choose});
  return choices;
}

// Which points, and the words in them: in one line, or in as many as they need.
float DrawTabs(Sketch& sketch, const CompareModel& model, float x, float y, float width) {
  const float gap = sketch.S(12), top = y, line = sketch.Control(28) + sketch.S(6);
  float at = x;
  const auto place = [&](float wide) {
    if (at > x && at + wide > x + width) {
      at = x;
      y += line;
    }
  };
  const auto choose = [&](const std::vector<CompareTab>& tabs, const std::string& id,
                          const std::string& name) {
    if (tabs.empty()) return;
    const std::vector<SegmentChoice> choices = ChoicesOf(tabs);
    const float wide = sketch.SegmentWidth(choices);
    place(wide);
    if (wide <= width) {
      at += sketch.Segment(at, y, id, name, choices).w + gap;
      return;
    }
    std::vector<ButtonSpec> buttons;
    for (const SegmentChoice& choice : choices) {
      ButtonSpec spec{id + "/" + choice.key, choice.words, "", choice.choose, ButtonKind::kSmall};
      spec.pressed = choice.chosen ? Tri::kYes : Tri::kNo;
      spec.max_width = width;
      buttons.push_back(std::move(spec));
    }
    sketch.Open(MakeItem(ItemRole::kGroup, id, name));
    y += sketch.ButtonRow(x, y, width, buttons) + sketch.S(6);
    sketch.Close();
  };
  choose(model.both, "compare/class", sketch.Say("Which points"));
  choose(model.alone, "compare/alone", sketch.Say("Points of one side alone"));
  FieldSpec field;
  field.id = "compare/words";
  field.name = sketch.Say("Words in these points");
  field.value = model.words;
  field.typed = SetWords{};
  const float label = std::ceil(sketch.Width(Type::kControl, field.name)) + sketch.S(8);
  if (at > x) at += gap;
  place(label + sketch.S(200));
  if (label + sketch.S(100) > width) {
    // Its words over it where they leave no room beside them.
    y += sketch.Flowed(x, y, {Run{field.name, Type::kControl, Ink::kInkSoft}}, width) + sketch.S(4);
    sketch.Field({x, y, width, sketch.Control(28)}, field);
    return y + sketch.Control(28) - top;
  }
  sketch.Words(at, y + (sketch.Control(28) - sketch.LineOf(Type::kControl)) / 2, field.name,
               Type::kControl, Ink::kInkSoft, width);
  sketch.Field({at + label, y, std::min(sketch.S(200), width - label), sketch.Control(28)}, field);
  return y + sketch.Control(28) - top;
}

float DrawHeader(Sketch& sketch, const CompareModel& model, float x, float width,
                 const Space& space) {
  float y = sketch.S(9);
  const std::vector<ButtonSpec> tools{ButtonOf(model.choose, "compare/", ButtonKind::kSmall),
                                      ButtonOf(model.swap, "compare/", ButtonKind::kSmall)};
  float tools_width = 0;
  if (model.ready)
    for (const ButtonSpec& spec : tools) tools_width += sketch.ButtonWidth(spec) + sketch.S(8);
  const bool beside = tools_width < width * 0.45f;
  const float room = beside ? width - tools_width : width;
  const float title = sketch.Heading(x, y, room, model.title, space.phone() ? Type::kH3 : Type::kH2,
                                     1, Ink::kInk, "compare/title");
  if (model.ready && beside)
    sketch.ButtonRow(x + width - tools_width + sketch.S(8), y, tools_width, tools);
  y += std::max(title, beside ? sketch.ButtonHeight(ButtonKind::kSmall) : 0) + sketch.S(7);
  if (!model.ready) return y;
  if (!beside) y += sketch.ButtonRow(x, y, width, tools) + sketch.S(8);
  return y + DrawTabs(sketch, model, x, y, width) + sketch.S(14);
}

bool HoldsSelected(const CompareRow& row) {
  const auto any = [](const CompareCell& cell) {
    return std::any_of(cell.claims.begin(), cell.claims.end(),
                       [](const CompareClaim& claim) { return claim.selected; });
  };
  return row.selected || any(row.a) || any(row.b);
}

// What stands under the rows.
float DrawFoot(Sketch& sketch, const CompareModel& model, float x, float y, float width) {
  if (!model.cut.empty())
    y += sketch.S(12) + sketch.Paragraph(x, y + sketch.S(12), width, model.cut, Type::kMeta,
                                         Ink::kInkSoft, 0, "compare/cut");
  if (!model.empty.empty()) {
    y += sketch.S(20);
    y += sketch.Paragraph(x, y, width, model.empty, Type::kBody, Ink::kInkSoft, 0, "compare/empty");
    if (model.empty_remedy) {
      ButtonSpec remedy = ButtonOf(*model.empty_remedy, "compare/", ButtonKind::kPlain);
      remedy.id = "compare/remedy";
      remedy.max_width = width;
      y += sketch.S(12);
      y += sketch.Button(x, y, remedy).h;
    }
  }
  if (!model.lead.empty())
    y += sketch.S(14) + sketch.Paragraph(x, y + sketch.S(14), std::min(width, sketch.S(860)),
                                         model.lead, Type::kCaption, Ink::kInkMute, 0,
                                         "compare/lead");
  return y;
}

}  // namespace

std::size_t DrawComparePoints(Sketch& sketch, const CompareModel& model, Rect rect, bool draw) {
  const Grid grid = GridFor(sketch, rect.x, rect.w);
  const float room_a = grid.beside ? grid.b - grid.a - sketch.S(14) : grid.a_width;
  const auto head_height = [&](const CompareHead& head, float width) {
    const float letter = head.letter.empty() ? 0 : sketch.S(30);
    return sketch.FlowHeight({Run{head.title, Type::kH3}}, width - letter) +
           (grid.beside ? 0
                        : sketch.FlowHeight({Run{head.line, Type::kCaption}}, width) + sketch.S(8));
  };
  const float a = head_height(model.a, room_a), b = head_height(model.b, grid.b_width);
  float y = rect.y;
  if (draw) {
    DrawHead(sketch, model.a, "compare/heads/a", grid.a, y, room_a, !grid.beside);
    DrawHead(sketch, model.b, "compare/heads/b", grid.b, grid.beside ? y : y + a, grid.b_width,
             !grid.beside);
  }
  y = std::round(y + (grid.beside ? std::max(a, b) : a + b) + sketch.S(5));
  if (draw) sketch.HRule(rect.x, y, rect.w, Ink::kInk, 3);
  y += 4;
  std::size_t drawn = 0;
  for (const CompareRow& row : model.rows) {
    RowPlaces places = PlacesOf(sketch, row, grid);
    places.height = std::round(places.height);
    if (y + places.height > rect.bottom()) break;
    if (draw) DrawRow(sketch, row, model, grid, rect.x, y, rect.w, places);
    y += places.height;
    ++drawn;
  }
  return drawn;
}

Scene BuildCompareScene(const CompareModel& model, const Space& space, float* selected_y) {
  Sketch sketch(space, "compare", Ink::kPaper);
  const float x = space.margin(), width = space.width - 2 * x;
  const Grid grid = GridFor(sketch, x, width);
  float y = DrawHeader(sketch, model, x, width, space);
  if (model.ready) {
    Item table = MakeItem(ItemRole::kTable, "compare/table", model.title, {x, y, width, 1});
    table.size = static_cast<std::uint32_t>(model.rows.size());
    const std::int32_t at = sketch.Open(std::move(table));
    sketch.Open(MakeItem(ItemRole::kRow, "compare/heads", sketch.Say("Who stands on which side")));
    // A's title may reach over the column of verdicts.
    const float a =
        DrawHead(sketch, model.a, "compare/heads/a", grid.a, y,
                 grid.beside ? grid.b - grid.a - sketch.S(14) : grid.a_width, !grid.beside);
    if (!grid.beside) y += a + sketch.S(8);
    const float b =
        DrawHead(sketch, model.b, "compare/heads/b", grid.b, y, grid.b_width, !grid.beside);
    y += grid.beside ? std::max(a, b) : b;
    sketch.Close();
    y = std::round(y + sketch.S(5));
    sketch.HRule(x, y, width, Ink::kInk, 3);
    y += 4;
    for (const CompareRow& row : model.rows) {
      RowPlaces places = PlacesOf(sketch, row, grid);
      places.height = std::round(places.height);
      if (*selected_y < 0 && HoldsSelected(row)) *selected_y = y;
      if (y + places.height > space.scroll_y - kPointsAround &&
          y < space.scroll_y + space.height + kPointsAround)
        DrawRow(sketch, row, model, grid, x, y, width, places);
      y += places.height;
    }
    sketch.item(at).rect.h = y - sketch.item(at).rect.y;
    sketch.Close();
  }
  return sketch.Finish(std::ceil(DrawFoot(sketch, model, x, y, width)) + sketch.S(24));
}

}  // namespace proviso::view

#include "core/view/compare_scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/view/sketch.h"

namespace proviso::view {
namespace {

// Rows this far above and below what is in sight are built too, for arrow keys.
constexpr float kAround = 700;

// Where the parts of a row stand.
struct Grid {
  bool titled = true;  ///< The matter stands at the left, else over the row.
  bool beside = true;  ///< A, verdict and B stand beside each other, else under each other.
  float title = 0;     ///< Width of the matter's column.
  float side = 0;      ///< Width of A and of B.
  float verdict = 0;   ///< Width of the verdict.
  float a = 0, mid = 0, b = 0;  ///< Left edges.
};

Grid GridFor(const Sketch& sketch, float x, float width) {
  Grid grid;
  grid.titled = width >= sketch.S(860);
  grid.beside = width >= sketch.S(600);
  const float gap = sketch.S(18);
  grid.verdict = sketch.S(120);
  if (!grid.beside) {
    grid.title = grid.side = grid.verdict = width;
    grid.a = grid.mid = grid.b = x;
    return grid;
  }
  grid.title = grid.titled ? sketch.S(172) : width;
  const float left = grid.titled ? x + grid.title + gap : x;
  grid.side = std::floor((x + width - left - grid.verdict - 2 * gap) / 2);
  grid.a = left;
  grid.mid = left + grid.side + gap;
  grid.b = grid.mid + grid.verdict + gap;
  return grid;
}

Run PlainRun(std::string text, Type type, Ink ink = Ink::kInk) {
  Run run;
  run.text = std::move(text);
  run.type = type;
  run.ink = ink;
  return run;
}

float SignSize(const Sketch& sketch) { return sketch.S(18); }

// A claim: place and voice on one line, its paraphrase under it.
struct ClaimHeights {
  float chip = 0, line = 0, gloss = 0;
  float total() const { return line + gloss; }
};

float VoiceRoom(const Sketch& sketch, const CompareClaim& claim, float width) {
  const float chip = claim.refs.empty() ? 0 : sketch.RefChipWidth(claim.refs.front()) + sketch.S(8);
  return std::max(width - chip - SignSize(sketch) - sketch.S(8), sketch.S(60));
}

ClaimHeights Measure(const Sketch& sketch, const CompareClaim& claim, float width) {
  ClaimHeights heights;
  const float voice =
      sketch.FlowHeight({PlainRun(claim.voice, Type::kLabel)}, VoiceRoom(sketch, claim, width), 3);
  heights.line =
      std::max({voice, claim.refs.empty() ? 0 : sketch.RefChipHeight(), SignSize(sketch)});
  heights.gloss = sketch.FlowHeight(RunsOf(claim.gloss), width);
  return heights;
}

float Measure(const Sketch& sketch, const CompareCell& cell, float width) {
  float height = 0;
  for (const CompareClaim& claim : cell.claims)
    height += Measure(sketch, claim, width).total() + sketch.S(12);
  if (!cell.claims.empty()) height -= sketch.S(12);
  if (!cell.rest.empty()) height += sketch.LineOf(Type::kCaption) + sketch.S(6);
  if (!cell.silent.empty()) height += std::max(sketch.LineOf(Type::kMeta), sketch.S(22));
  return height;
}

std::string ClaimName(const Sketch& sketch, const CompareClaim& claim) {
  const std::string voice = sketch.Say("{0}.", {claim.voice});
  const std::string sign =
      claim.sign.words.empty() ? std::string() : sketch.Say("{0}.", {claim.sign.words});
  return sketch.say().Chain(Key("{0} {1}##sentences"), {claim.gloss.plain(), voice, sign});
}

float DrawClaim(Sketch& sketch, const CompareClaim& claim, const std::string& id, float x, float y,
                float width) {
  const ClaimHeights heights = Measure(sketch, claim, width);
  const Rect rect{x, y, width, std::max(heights.total(), sketch.target())};
  if (claim.selected)
    sketch.Fill(
        {rect.x - sketch.S(6), rect.y - sketch.S(4), rect.w + sketch.S(10), rect.h + sketch.S(8)},
        Ink::kAccentTint, 6);
  Item item = MakeItem(ItemRole::kButton, id, ClaimName(sketch, claim), rect);
  item.press = claim.select;
  item.double_press = claim.open;
  item.selected = claim.selected ? Tri::kYes : Tri::kNo;
  item.group = "compare";
  sketch.Add(std::move(item));
  float left = x;
  if (!claim.refs.empty()) {
    left += sketch.RefChip(x, y + (heights.line - sketch.RefChipHeight()) / 2, claim.refs.front(),
                           id + ".ref") +
            sketch.S(8);
    sketch.scene().items.back().group = "compare-refs";
  }
  const float room = VoiceRoom(sketch, claim, width);
  const std::vector<Run> voice{PlainRun(claim.voice, Type::kLabel)};
  sketch.Flowed(left, y + std::round((heights.line - sketch.FlowHeight(voice, room, 3)) / 2), voice,
                room, 3);
  if (claim.sign.sign != Sign::kSilent && claim.sign.sign != Sign::kLevel)
    sketch.Sign(claim.sign, x + width - SignSize(sketch), y + heights.line / 2, 18);
  sketch.Flowed(x, y + heights.line, RunsOf(claim.gloss), width);
  return heights.total();
}

void DrawCell(Sketch& sketch, const CompareCell& cell, const std::string& id,
              const std::string& name, float x, float y, float width) {
  sketch.Open(MakeItem(ItemRole::kCell, id, name, {x, y, width, Measure(sketch, cell, width)}));
  for (std::size_t i = 0; i < cell.claims.size(); ++i) {
    if (i > 0) y += sketch.S(12);
    y += DrawClaim(sketch, cell.claims[i], id + "/" + cell.claims[i].id, x, y, width);
  }
  if (!cell.rest.empty())
    sketch.Text(x, y + sketch.S(6), width, cell.rest, Type::kCaption, Ink::kInkMute, id + ".rest");
  if (!cell.silent.empty()) {
    const float middle = y + sketch.S(11);
    const float sign = sketch.Sign(Glyph::kSilent, x, middle, 20);
    sketch.Text(x + sign + sketch.S(8), std::round(middle - sketch.LineOf(Type::kMeta) / 2),
                width - sign - sketch.S(8), cell.silent, Type::kMeta, Ink::kInkMute,
                id + ".silent");
  }
  sketch.Close();
}

// The verdict's sign, centred on (x, middle).
void DrawVerdictSign(Sketch& sketch, CompareClass verdict, float x, float middle) {
  const float size = sketch.S(28), half = size / 2;
  switch (verdict) {
    case CompareClass::kContradict:
    case CompareClass::kPullApart:
      sketch.Sign(Glyph::kConflict, x - half, middle, 28);
      return;
    case CompareClass::kSameOutcome:
      sketch.Sign(Glyph::kMark, x - half, middle, 28);
      return;
    case CompareClass::kAgree: {
      const Rect ring{std::round(x - half) + 1, std::round(middle - half) + 1, size - 2, size - 2};
      sketch.Put(RingShape(ring, Ink::kInk, 2));
      for (const float dy : {-3.0f, 3.0f})
        sketch.Put(LineShape({x - size / 5, middle + sketch.S(dy)},
                             {x + size / 5, middle + sketch.S(dy)}, Ink::kInk, 2));
      return;
    }
    case CompareClass::kOnlyA:
    case CompareClass::kOnlyB:
      break;
  }
  const float w = sketch.S(13), h = sketch.S(22), y = std::round(middle - h / 2);
  const Rect left{std::round(x - w) - 1, y, w, h}, right{std::round(x) + 1, y, w, h};
  const bool a = verdict == CompareClass::kOnlyA;
  sketch.Fill(a ? left : right, Ink::kInk, 2);
  sketch.Put(StrokeShape(a ? right : left, Ink::kInkMute, 1.5f, 2, 3, 3));
}

std::vector<Run> NoteRuns(const CompareRow& row) {
  std::string words;
  for (const std::string& note : row.notes) words += (words.empty() ? "" : " · ") + note;
  return {PlainRun(std::move(words), Type::kCaption, Ink::kInkMute)};
}

float DrawCentred(Sketch& sketch, const std::vector<Run>& runs, float x, float y, float width) {
  const Flow flow = FlowText(sketch.measure(), sketch.scale(), runs, width);
  for (const Line& line : flow.lines) {
    std::string words;
    for (const Piece& piece : line.pieces) words += piece.text;
    sketch.WordsCentred({x, y, width, flow.line_height}, words, runs.front().type,
                        runs.front().ink);
    y += flow.line_height;
  }
  return flow.height();
}

float VerdictHeight(const Sketch& sketch, const CompareRow& row, const Grid& grid) {
  const std::vector<Run> words{PlainRun(row.words, Type::kMeta)};
  const float room = grid.beside ? grid.verdict : grid.verdict - sketch.S(40);
  float height = sketch.FlowHeight(words, room);
  if (!row.notes.empty()) height += sketch.FlowHeight(NoteRuns(row), room);
  if (grid.beside) return sketch.S(32) + height;
  return std::max({height, sketch.S(30), sketch.target()});
}

void DrawVerdict(Sketch& sketch, const CompareRow& row, const std::string& id, const Grid& grid,
                 float y) {
  const float height = VerdictHeight(sketch, row, grid);
  const Rect rect{grid.mid, y, grid.verdict, std::max(height, sketch.target())};
  sketch.Open(MakeItem(ItemRole::kCell, id + "/verdict", row.words, rect));
  std::string name = sketch.Say("{0}: {1}", {row.words, row.title});
  for (const std::string& note : row.notes) name = sketch.Say("{0}. {1}", {name, note});
  Item item = MakeItem(ItemRole::kButton, id + "/verdict/open", std::move(name), rect);
  item.description = sketch.Say("All that either side says about it");
  item.press = row.open;
  item.selected = row.selected ? Tri::kYes : Tri::kNo;
  item.group = "compare";
  sketch.Add(std::move(item));
  sketch.Close();
  const std::vector<Run> words{PlainRun(row.words, Type::kMeta)};
  if (grid.beside) {
    DrawVerdictSign(sketch, row.verdict, grid.mid + grid.verdict / 2, y + sketch.S(15));
    float at = y + sketch.S(32);
    at += DrawCentred(sketch, words, grid.mid, at, grid.verdict);
    if (!row.notes.empty()) DrawCentred(sketch, NoteRuns(row), grid.mid, at, grid.verdict);
    return;
  }
  const float left = grid.mid + sketch.S(40), room = grid.verdict - sketch.S(40);
  float text = sketch.FlowHeight(words, room);
  if (!row.notes.empty()) text += sketch.FlowHeight(NoteRuns(row), room);
  DrawVerdictSign(sketch, row.verdict, grid.mid + sketch.S(15), y + rect.h / 2);
  float at = y + std::round((rect.h - text) / 2);
  at += sketch.Flowed(left, at, words, room);
  if (!row.notes.empty()) sketch.Flowed(left, at, NoteRuns(row), room);
}

float TitleHeight(const Sketch& sketch, const CompareRow& row, const Grid& grid) {
  float height = sketch.FlowHeight({PlainRun(row.title, Type::kBodyStrong)}, grid.title);
  if (!row.beside.empty())
    height += sketch.S(3) +
              sketch.FlowHeight({PlainRun(sketch.Say("Beside: {0}", {row.beside}), Type::kCaption)},
                                grid.title, 4);
  return height;
}

void DrawTitle(Sketch& sketch, const CompareRow& row, const std::string& id, float x, float y,
               const Grid& grid) {
  const Run title = PlainRun(row.title, Type::kBodyStrong);
  Item item = MakeItem(ItemRole::kRowHeader, id + "/matter", row.title,
                       {x, y, grid.title, TitleHeight(sketch, row, grid)});
  if (!row.beside.empty()) item.description = sketch.Say("Beside: {0}", {row.beside});
  sketch.Add(std::move(item));
  const float used = sketch.Flowed(x, y, {title}, grid.title);
  if (!row.beside.empty())
    sketch.Flowed(
        x, y + used + sketch.S(3),
        {PlainRun(sketch.Say("Beside: {0}", {row.beside}), Type::kCaption, Ink::kInkMute)},
        grid.title, 4);
}

// Tops of a row's parts, from the row's own.
struct RowPlaces {
  float title = 0, a = 0, verdict = 0, b = 0, height = 0;
};

RowPlaces PlacesOf(const Sketch& sketch, const CompareRow& row, const Grid& grid) {
  RowPlaces at;
  const float pad = sketch.S(13);
  const float a = Measure(sketch, row.a, grid.side), b = Measure(sketch, row.b, grid.side);
  const float verdict = VerdictHeight(sketch, row, grid);
  at.title = at.a = at.verdict = at.b = pad;
  float title = TitleHeight(sketch, row, grid);
  if (!grid.titled) {
    at.a = at.verdict = at.b = pad + title + sketch.S(8);
    title = 0;
  }
  if (grid.beside) {
    at.height = at.a + std::max({a, b, verdict, title, sketch.target()}) + pad;
    return at;
  }
  at.verdict = at.a + std::max(a, sketch.target()) + sketch.S(10);
  at.b = at.verdict + verdict + sketch.S(10);
  at.height = at.b + std::max(b, sketch.target()) + pad;
  return at;
}

void DrawRow(Sketch& sketch, const CompareRow& row, const CompareModel& model, const Grid& grid,
             float x, float y, float width, const RowPlaces& at) {
  const std::string id = "compare/" + row.id;
  Item item = MakeItem(ItemRole::kRow, id, row.title, {x, y, width, at.height});
  item.pos = row.row + 1;
  item.size = static_cast<std::uint32_t>(model.rows.size());
  sketch.Open(std::move(item));
  if (row.selected && grid.beside)
    sketch.Fill({grid.mid, y + 4, grid.verdict, at.height - 8}, Ink::kAccentTint, 6);
  DrawTitle(sketch, row, id, x, y + at.title, grid);
  DrawCell(sketch, row.a, id + "/a", model.a.title, grid.a, y + at.a, grid.side);
  DrawVerdict(sketch, row, id, grid, y + at.verdict);
  DrawCell(sketch, row.b, id + "/b", model.b.title, grid.b, y + at.b, grid.side);
  sketch.Close();
  sketch.HRule(x, y + at.height - 1, width, Ink::kLine);
}

float HeadingHeight(const Sketch& sketch) {
  return sketch.S(20) + std::max(sketch.LineOf(Type::kH3), sketch.target()) + sketch.S(4);
}

void DrawHeading(Sketch& sketch, const CompareRow& row, float x, float y, float width) {
  const std::string id = "compare/topic/" + std::to_string(row.row);
  sketch.Open(MakeItem(ItemRole::kRow, id, row.heading, {x, y, width, HeadingHeight(sketch)}));
  const float line = sketch.LineOf(Type::kH3);
  const float top = y + sketch.S(20) + std::round((std::max(line, sketch.target()) - line) / 2);
  float room = width;
  if (row.to_matrix) {
    const float link = std::ceil(sketch.Width(Type::kMeta, row.to_matrix->words));
    const float meta = top + sketch.BaseOf(Type::kH3) - sketch.BaseOf(Type::kMeta);
    const float at = x + width - std::max(link, sketch.target());
    sketch.Open(MakeItem(ItemRole::kCell, id + "/matrix", row.to_matrix->words,
                         {at, top, std::max(link, sketch.target()), line}));
    sketch.LinkText(at, meta, row.to_matrix->words, Type::kMeta, id + ".matrix",
                    row.to_matrix->command, width / 2,
                    sketch.Say("{0}: {1}", {row.to_matrix->words, row.heading}));
    sketch.Close();
    room -= std::max(link, sketch.target()) + sketch.S(12);
  }
  Item item = MakeItem(ItemRole::kRowHeader, id + ".words", row.heading, {x, top, room, line});
  sketch.Add(std::move(item));
  sketch.Words(x, top, row.heading, Type::kH3, Ink::kInk, room);
  sketch.Close();
}

float DrawHead(Sketch& sketch, const CompareHead& head, const std::string& id, float x, float y,
               float width) {
  float left = 0;
  if (!head.letter.empty()) {
    sketch.LetterBox(x, y + std::round((sketch.LineOf(Type::kH3) - sketch.S(18)) / 2), 18,
                     head.letter, head.document);
    left =
        std::max(sketch.S(18), std::ceil(sketch.Width(Type::kLabel, head.letter)) + sketch.S(7)) +
        sketch.S(8);
  }
  const float title =
      sketch.Flowed(x + left, y, {PlainRun(head.title, Type::kH3)}, width - left, 2);
  const float line =
      sketch.Flowed(x, y + title, {PlainRun(head.line, Type::kCaption, Ink::kInkMute)}, width, 3);
  Item item = MakeItem(ItemRole::kColumnHeader, id, head.title, {x, y, width, title + line});
  item.description = head.line;
  sketch.Add(std::move(item));
  return title + line;
}

ButtonSpec SpecOf(const Action& action, ButtonKind kind) {
  ButtonSpec spec;
  spec.id = "compare/" + action.key;
  spec.words = action.words;
  spec.command = action.command;
  spec.kind = kind;
  return spec;
}

// The classes with their counts: in one bar, or as buttons where it is narrow.
float DrawTabs(Sketch& sketch, const CompareModel& model, float x, float y, float width) {
  std::vector<SegmentChoice> choices;
  for (const CompareTab& tab : model.tabs)
    choices.push_back({tab.key.empty() ? "all" : tab.key,
                       tab.words + " " + std::to_string(tab.count), tab.chosen, false, tab.choose});
  if (sketch.SegmentWidth(choices) <= width)
    return sketch.Segment(x, y, "compare/class", sketch.Say("Which points"), choices).h;
  std::vector<ButtonSpec> buttons;
  for (const SegmentChoice& choice : choices) {
    ButtonSpec spec;
    spec.id = "compare/class/" + choice.key;
    spec.words = choice.words;
    spec.command = choice.choose;
    spec.kind = ButtonKind::kSmall;
    spec.pressed = choice.chosen ? Tri::kYes : Tri::kNo;
    buttons.push_back(std::move(spec));
  }
  sketch.Open(MakeItem(ItemRole::kGroup, "compare/class", sketch.Say("Which points")));
  const float height = sketch.ButtonRow(x, y, width, buttons);
  sketch.Close();
  return height;
}

float DrawHeader(Sketch& sketch, const CompareModel& model, float x, float width,
                 const Space& space) {
  float y = sketch.S(16);
  const std::vector<ButtonSpec> tools{SpecOf(model.choose, ButtonKind::kSmall),
                                      SpecOf(model.swap, ButtonKind::kSmall)};
  float tools_width = 0;
  if (model.ready)
    for (const ButtonSpec& spec : tools) tools_width += sketch.ButtonWidth(spec) + sketch.S(8);
  const bool beside = tools_width < width * 0.45f;
  const float room = beside ? width - tools_width : width;
  const float title = sketch.Heading(x, y, room, model.title, space.phone() ? Type::kH3 : Type::kH2,
                                     1, Ink::kInk, "compare/title");
  if (model.ready && beside)
    sketch.ButtonRow(x + width - tools_width + sketch.S(8), y, tools_width, tools);
  y += std::max(title, beside ? sketch.ButtonHeight(ButtonKind::kSmall) : 0) + sketch.S(2);
  if (!model.lead.empty())
    y += sketch.Paragraph(x, y, std::min(width, sketch.S(860)), model.lead, Type::kCaption,
                          Ink::kInkMute, 0, "compare/lead") +
         sketch.S(8);
  if (model.ready && !beside) y += sketch.ButtonRow(x, y, width, tools) + sketch.S(8);
  if (model.ready) y += DrawTabs(sketch, model, x, y, width) + sketch.S(14);
  return y;
}

bool HoldsSelected(const CompareRow& row) {
  const auto any = [](const CompareCell& cell) {
    return std::any_of(cell.claims.begin(), cell.claims.end(),
                       [](const CompareClaim& claim) { return claim.selected; });
  };
  return row.selected || any(row.a) || any(row.b);
}

}  // namespace

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
    const float a = DrawHead(sketch, model.a, "compare/heads/a", grid.a, y, grid.side);
    if (!grid.beside) y += a + sketch.S(8);
    const float b = DrawHead(sketch, model.b, "compare/heads/b", grid.b, y, grid.side);
    y += grid.beside ? std::max(a, b) : b;
    sketch.Close();
    y = std::round(y + sketch.S(8));
    sketch.HRule(x, y, width, Ink::kInk, 3);
    y += 3;
    for (const CompareRow& row : model.rows) {
      if (!row.heading.empty()) {
        const float height = HeadingHeight(sketch);
        if (y + height > space.scroll_y - kAround && y < space.scroll_y + space.height + kAround)
          DrawHeading(sketch, row, x, y, width);
        y += height;
      }
      RowPlaces places = PlacesOf(sketch, row, grid);
      places.height = std::round(places.height);
      if (*selected_y < 0 && HoldsSelected(row)) *selected_y = y;
      if (y + places.height > space.scroll_y - kAround &&
          y < space.scroll_y + space.height + kAround)
        DrawRow(sketch, row, model, grid, x, y, width, places);
      y += places.height;
    }
    sketch.item(at).rect.h = y - sketch.item(at).rect.y;
    sketch.Close();
  }
  if (!model.cut.empty())
    y += sketch.S(12) + sketch.Paragraph(x, y + sketch.S(12), width, model.cut, Type::kMeta,
                                         Ink::kInkSoft, 0, "compare/cut");
  if (!model.empty.empty()) {
    y += sketch.S(20);
    y += sketch.Paragraph(x, y, width, model.empty, Type::kBody, Ink::kInkSoft, 0, "compare/empty");
    if (model.empty_remedy) {
      ButtonSpec remedy = SpecOf(*model.empty_remedy, ButtonKind::kPlain);
      remedy.id = "compare/remedy";
      remedy.max_width = width;
      y += sketch.S(12);
      y += sketch.Button(x, y, remedy).h;
    }
  }
  return sketch.Finish(std::ceil(y) + sketch.S(24));
}

}  // namespace proviso::view

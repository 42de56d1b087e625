#include "core/views/claims/scene.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/canvas/choice_button.h"
#include "core/canvas/sketch.h"
#include "core/voice/chain_words.h"

namespace proviso::view {
namespace {

// Up to here every row is measured; it costs a few microseconds each.
constexpr std::uint32_t kMostMeasured = 300;
// Rows built above and below what is in sight, so that arrow keys find the next one.
constexpr std::uint32_t kRowsAround = 6;

// Where the parts of a row stand.
struct Columns {
  float text = 0, text_width = 0;
  float ruler = 0, ref = 0;
  bool beside = true;  ///< Ruler and places stand beside the words, else under them.
  /// The boxes of a chain are targets of their own; on a touch screen without room for that, the
  /// row leads to all of them.
  bool usable = true;
  bool why = false;  ///< Rows of one height have a line for why they are in the list.
};

Columns ColumnsFor(const Sketch& sketch, float width) {
  Columns columns;
  columns.text = sketch.S(56);
  columns.beside = width >= sketch.S(720);
  columns.usable = columns.beside || !sketch.coarse();
  if (!columns.beside) {
    columns.text = sketch.S(34);
    columns.text_width = width - columns.text;
    return columns;
  }
  columns.ref = width - sketch.S(78);
  columns.ruler = columns.ref - sketch.S(172);
  columns.text_width = std::min(columns.ruler - sketch.S(32) - columns.text, sketch.S(760));
  return columns;
}

float ClaimHeadingHeight(const Sketch& sketch) {
  return sketch.S(20) + sketch.LineOf(Type::kH3) + sketch.S(6);
}

// Height of a row's parts, from the top: words, chain, why it is in the list, and ruler and places
// where they stand under.
struct RowHeights {
  float words = 0, chain = 0, why = 0, under = 0;
};

/// How firmly, what is done with the words, who disputes them: wrapped, never cut where rows grow.
std::vector<Run> StrengthRuns(const ClaimRow& row) {
  std::string words;
  for (const std::string* part : {&row.strength.words, &row.act, &row.disputed})
    if (!part->empty()) words += (words.empty() ? "" : " · ") + *part;
  return {Run{std::move(words), Type::kCaption, Ink::kInkSoft}};
}

float StrengthRoom(const Sketch& sketch, const Columns& columns) {
  return columns.beside ? columns.ref - columns.ruler - sketch.S(12)
                        : columns.text_width / 2 - sketch.S(8);
}

// Why the row is in the list, where its own words do not show it.
std::vector<Run> WhyRuns(const ClaimRow& row) {
  std::string words = row.near;
  if (!row.keywords.empty()) words += (words.empty() ? "" : " · ") + row.keywords;
  if (words.empty()) return {};
  return {{std::move(words), Type::kCaption, Ink::kInkSoft}};
}

RowHeights Measure(const Sketch& sketch, const ClaimRow& row, const Columns& columns,
                   std::size_t lines) {
  RowHeights heights;
  heights.words = sketch.FlowHeight(RunsOf(row.gloss), columns.text_width, lines);
  heights.chain = sketch.ChainHeight(columns.text_width, row.chain, columns.usable);
  const std::vector<Run> why = WhyRuns(row);
  if (lines != 0 && columns.why)
    heights.why = sketch.S(4) + sketch.LineOf(Type::kCaption);
  else if (lines == 0 && !why.empty())
    heights.why = sketch.S(4) + sketch.FlowHeight(why, columns.text_width);
  if (!columns.beside)
    heights.under =
        sketch.S(8) + std::max({sketch.LineOf(Type::kCaption),
                                sketch.FlowHeight(StrengthRuns(row), StrengthRoom(sketch, columns),
                                                  lines == 0 ? 0 : 1),
                                sketch.RefChipsHeight(columns.text_width / 2, row.refs)});
  return heights;
}

float Total(const Sketch& sketch, const RowHeights& heights, const ClaimRow& row,
            const Columns& columns) {
  float height =
      sketch.S(12) + heights.words + sketch.S(6) + heights.chain + heights.why + heights.under;
  if (columns.beside)
    height = std::max({height, sketch.S(8) + sketch.RefChipsHeight(sketch.S(78), row.refs),
                       sketch.S(12) + sketch.LineOf(Type::kReading) / 2 + sketch.S(9) +
                           sketch.FlowHeight(StrengthRuns(row), StrengthRoom(sketch, columns))});
  return height + sketch.S(13) + 1;
}

// Of a row that is not measured: two lines of words, a chain on one line.
float UniformHeight(const Sketch& sketch, const Columns& columns) {
  float height =
      sketch.S(12) + 2 * sketch.LineOf(Type::kReading) + sketch.S(6) + sketch.Control(26);
  if (columns.why) height += sketch.S(4) + sketch.LineOf(Type::kCaption);
  if (!columns.beside)
    height += sketch.S(8) + std::max(sketch.LineOf(Type::kCaption), sketch.RefChipHeight());
  return height + sketch.S(13) + 1;
}

std::string RowName(const Sketch& sketch, const ClaimRow& row) {
  std::vector<std::string> parts{
      sketch.say().Chain(Key("{0}. {1}"), {row.sign.words, row.gloss.plain()})};
  if (!row.chain.empty())
    parts.push_back(sketch.Say("{0}.", {ChainWords(sketch.say(), row.chain)}));
  if (!row.strength.words.empty()) parts.push_back(sketch.Say("{0}.", {row.strength.words}));
  if (!row.act.empty()) parts.push_back(sketch.Say("{0}.", {row.act}));
  if (!row.disputed.empty()) parts.push_back(sketch.Say("{0}.", {row.disputed}));
  if (!row.near.empty()) parts.push_back(sketch.Say("{0}.", {row.near}));
  if (!row.keywords.empty()) parts.push_back(sketch.Say("{0}.", {row.keywords}));
  return sketch.say().Chain(Key("{0} {1}##sentences"), parts);
}

void DrawStrength(Sketch& sketch, const ClaimRow& row, float x, float middle, float room,
                  std::size_t lines) {
  const std::vector<Run> runs = StrengthRuns(row);
  if (row.strength.ruler == Ruler::kAbsent) {
    sketch.Flowed(x, middle - sketch.LineOf(Type::kCaption) / 2, runs, room, lines);
    return;
  }
  sketch.LevelRuler(x, middle, row.strength, 14);
  sketch.Flowed(x, middle + sketch.S(9), runs, room, lines);
}

void DrawRow(Sketch& sketch, const ClaimRow& row, const Columns& columns, Rect rect,
             std::size_t lines, std::uint32_t total) {
  const Ink before = sketch.ground();
  if (row.selected) {
    sketch.Fill({rect.x, rect.y, rect.w, rect.h - 1}, Ink::kAccentTint);
    sketch.Fill({rect.x, rect.y, 4, rect.h - 1}, Ink::kAccent);
    sketch.set_ground(Ink::kAccentTint);
  }
  Item item = MakeItem(ItemRole::kListItem, "claim/" + row.id, RowName(sketch, row), rect);
  item.press = row.select;
  item.double_press = row.open;
  item.group = "claims";
  item.pos = row.row + 1;
  item.size = total;
  item.selected = row.selected ? Tri::kYes : Tri::kNo;
  sketch.Open(std::move(item));
  const float x = rect.x + columns.text;
  float y = rect.y + sketch.S(12);
  const float first = y + sketch.LineOf(Type::kReading) / 2;
  sketch.Sign(row.sign, rect.x + (columns.beside ? sketch.S(16) : sketch.S(6)), first,
              columns.beside ? 20 : 18);
  const RowHeights heights = Measure(sketch, row, columns, lines);
  sketch.Flowed(x, y, RunsOf(row.gloss), columns.text_width, lines);
  y += heights.words + sketch.S(6);
  if (lines == 0 || heights.chain <= sketch.Control(26)) {
    y += sketch.Chain(x, y, columns.text_width, row.chain, columns.usable);
  } else {
    // A row of fixed height has room for the holder alone.
    y += sketch.Chain(x, y, columns.text_width, {row.chain.back()}, columns.usable);
  }
  if (const std::vector<Run> why = WhyRuns(row); !why.empty())
    sketch.Flowed(x, y + sketch.S(4), why, columns.text_width, lines == 0 ? 0 : 1);
  y += heights.why;
  if (columns.beside) {
    DrawStrength(sketch, row, rect.x + columns.ruler, first, StrengthRoom(sketch, columns),
                 lines == 0 ? 0 : 3);
    const float chip = rect.y + sketch.S(12) +
                       std::round((sketch.LineOf(Type::kReading) - sketch.RefChipHeight()) / 2);
    std::vector<Ref> refs = row.refs;
    if (lines != 0 && refs.size() > 2) refs.resize(2);
    sketch.RefChips(rect.x + columns.ref, std::max(chip, rect.y), sketch.S(78), refs);
  } else {
    y += sketch.S(8);
    std::vector<Ref> refs = row.refs;
    if (lines != 0 && refs.size() > 1) refs.resize(1);
    const float half = columns.text_width / 2;
    const float chips = sketch.RefChipsHeight(half, refs);
    const float tall = std::max(chips, sketch.LineOf(Type::kCaption));
    sketch.Flowed(x, y + std::max(0.0f, (tall - sketch.LineOf(Type::kCaption)) / 2),
                  StrengthRuns(row), StrengthRoom(sketch, columns), lines == 0 ? 0 : 1);
    float used = 0;
    for (const Ref& ref : refs) used += sketch.RefChipWidth(ref) + sketch.S(12);
    sketch.RefChips(x + columns.text_width - std::min(half, used - sketch.S(12)), y, half, refs);
  }
  sketch.Close();
  sketch.set_ground(before);
  sketch.HRule(rect.x, rect.bottom() - 1, rect.w, Ink::kLine);
}

// What stands above the list. Returns its height.
float DrawHeader(Sketch& sketch, const ClaimsModel& model, float x, float width,
                 const Space& space) {
  float y = sketch.S(16);
  std::vector<std::pair<std::string, ButtonSpec>> buttons;
  for (const Choice& choice : model.choices)
    buttons.emplace_back(choice.name, ChoiceButton(sketch, choice, "claims/" + choice.key));
  float tools = 0;
  for (const auto& [label, spec] : buttons)
    tools += std::ceil(sketch.Width(Type::kControl, label)) + sketch.S(8) +
             sketch.ButtonWidth(spec) + sketch.S(16);
  const bool beside = tools < width * 0.45f;
  const float title_room = beside ? width - tools : width;
  const float title =
      sketch.Heading(x, y, title_room, model.title, space.phone() ? Type::kH3 : Type::kH2, 1,
                     Ink::kInk, "claims/title");
  const float row = sketch.ButtonHeight(ButtonKind::kSmall);
  float tool_x = beside ? x + width - tools + sketch.S(16) : x;
  const float tool_y =
      beside ? std::round(y + (sketch.LineOf(Type::kH2) - row) / 2) : y + title + sketch.S(6);
  float tools_bottom = beside ? 0 : tool_y + row;
  const float label_top = std::round((row - sketch.LineOf(Type::kControl)) / 2);
  float line = std::max(tool_y, 0.0f);
  for (auto& [label, spec] : buttons) {
    const float words = std::ceil(sketch.Width(Type::kControl, label));
    const float all = words + sketch.S(8) + sketch.ButtonWidth(spec);
    if (!beside && tool_x > x && tool_x + all > x + width) {
      tool_x = x;
      line += row + sketch.S(6);
      tools_bottom = line + row;
    }
    sketch.Words(tool_x, line + label_top, label, Type::kControl, Ink::kInkSoft);
    spec.max_width = std::max(x + width - tool_x - words - sketch.S(8), sketch.target());
    const Rect box = sketch.Button(tool_x + words + sketch.S(8), line, spec);
    tool_x = box.right() + sketch.S(16);
  }
  y = std::max(y + title, tools_bottom) + sketch.S(2);
  y += sketch.Paragraph(x, y, width, model.subtitle, Type::kCaption, Ink::kInkMute, 0,
                        "claims/subtitle");
  if (!space.wide()) {
    // No room for the facets at the side: words here, the rest behind a button.
    y += sketch.S(8);
    std::size_t filtered = 0;
    for (const FacetGroup& facet : model.facets) filtered += facet.filtered() ? 1u : 0u;
    ButtonSpec filters;
    filters.id = "claims/filters";
    filters.words =
        sketch.Say(filtered == 0 ? "Filters…" : "Filters ({0})…", {std::to_string(filtered)});
    filters.command = ShowDialog{Dialog::kFilters};
    const float button = sketch.ButtonWidth(filters);
    FieldSpec field;
    field.id = std::string(kClaimWordsField);
    field.name = sketch.Say("Words in these claims");
    field.value = model.words;
    field.placeholder = field.name;
    field.typed = SetWords{};
    sketch.Field({x, y, std::min(width - button - sketch.S(8), sketch.S(360)), sketch.Control(34)},
                 field);
    sketch.Button(x + std::min(width - button - sketch.S(8), sketch.S(360)) + sketch.S(8), y,
                  filters);
    y += sketch.Control(34);
  }
  if (!model.chips.empty()) {
    y += sketch.S(8);
    float at = x;
    int number = 0;
    for (const FilterChip& chip : model.chips) {
      if (at > x && at + sketch.S(180) > x + width) {
        at = x;
        y += sketch.Control(28) + sketch.S(6);
      }
      at += sketch.FilterChip(at, y, "claims/chip/" + std::to_string(++number), chip.words,
                              chip.remove, std::min(x + width - at, sketch.S(320))) +
            sketch.S(8);
    }
    ButtonSpec clear;
    clear.id = "claims/" + model.clear->key;
    clear.words = model.clear->words;
    clear.command = model.clear->command;
    clear.kind = ButtonKind::kSmall;
    clear.max_width = width;
    if (at > x && at + sketch.ButtonWidth(clear) > x + width) {
      at = x;
      y += sketch.Control(28) + sketch.S(6);
    }
    sketch.Button(at, y, clear);
    y += sketch.ButtonHeight(clear.kind);
  }
  y += sketch.S(8);
  sketch.HRule(x, y, width, Ink::kInk, 2);
  return y + 2;
}

// Tops of the rows of a list too long to measure.
class UniformRows {
 public:
  UniformRows(const Sketch& sketch, const ClaimOrder& order, const Columns& columns)
      : order_(order), row_(UniformHeight(sketch, columns)), heading_(ClaimHeadingHeight(sketch)) {}

  float row() const { return row_; }
  float Top(std::uint32_t row) const {
    return static_cast<float>(row) * row_ + heading_ * static_cast<float>(Headings(row));
  }
  float Height() const {
    const auto count = static_cast<std::uint32_t>(order_.claims.size());
    return static_cast<float>(count) * row_ + heading_ * static_cast<float>(Headings(count));
  }
  /// The row at `y`. Cost: a binary search.
  std::uint32_t At(float y) const {
    std::uint32_t low = 0, high = static_cast<std::uint32_t>(order_.claims.size());
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (Top(middle) + row_ <= y)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

 private:
  // How many headings stand above `row`, not counting its own.
  std::size_t Headings(std::uint32_t row) const {
    if (order_.sections.empty() || order_.sections.front().label.empty()) return 0;
    const auto after = std::lower_bound(
        order_.sections.begin(), order_.sections.end(), row,
        [](const ClaimSection& section, std::uint32_t r) { return section.first < r; });
    return static_cast<std::size_t>(after - order_.sections.begin());
  }

  const ClaimOrder& order_;
  float row_, heading_;
};

float DrawHeading(Sketch& sketch, const ClaimRow& row, float x, float y, float width) {
  const float height = ClaimHeadingHeight(sketch);
  // In a list nothing may stand but items of it.
  sketch.Open(
      MakeItem(ItemRole::kListItem, "claims/group/" + row.id, row.heading, {x, y, width, height}));
  sketch.Heading(x, y + sketch.S(20), width, row.heading, Type::kH3, 2, Ink::kInk, {}, 1);
  sketch.Close();
  return height;
}

}  // namespace

Scene BuildClaimListScene(const Library& library, const Session& session, const ClaimOrder& order,
                          const Space& space, ClaimsModel* model, float* selected_y) {
  Sketch sketch(space, "claims", Ink::kPaper);
  const float x = space.wide() ? 16 : space.margin();
  const float width = space.width - x - space.margin();
  Columns columns = ColumnsFor(sketch, width);
  columns.why =
      !session.state.claims.words.empty() ||
      !session.state.claims.filter.values[static_cast<std::size_t>(query::Facet::kProposition)]
           .empty();
  const auto total = static_cast<std::uint32_t>(order.claims.size());
  const bool measured = total <= kMostMeasured;

  // Which rows are in sight cannot be known before the header is drawn, and the header needs the
  // model: so a long list asks first for the model without rows.
  *model = BuildClaimsModel(library, session, order, 0, measured ? total : 0);
  float y = DrawHeader(sketch, *model, x, width, space);
  const float top = space.scroll_y, bottom = space.scroll_y + space.height;
  const ItemRole role = total > 0 ? ItemRole::kList : ItemRole::kGroup;  // A list is of items.
  Item list = MakeItem(role, "claims/list", sketch.Say("Claims"), {x, y, width, 1});
  list.size = total;
  const std::int32_t list_item = sketch.Open(std::move(list));
  if (total == 0) {
    y += sketch.S(20);
    y += sketch.Paragraph(x, y, width, model->empty, Type::kBody, Ink::kInkSoft, 0, "claims/empty");
    if (model->empty_remedy) {
      ButtonSpec remedy;
      remedy.id = "claims/" + model->empty_remedy->key;
      remedy.words = model->empty_remedy->words;
      remedy.command = model->empty_remedy->command;
      remedy.max_width = width;
      y += sketch.S(12);
      y += sketch.Button(x, y, remedy).h;
    }
  } else if (measured) {
    const float around = static_cast<float>(kRowsAround) * UniformHeight(sketch, columns);
    for (const ClaimRow& row : model->rows) {
      if (!row.heading.empty()) {
        const float height = ClaimHeadingHeight(sketch);
        if (y + height > top - around && y < bottom + around) DrawHeading(sketch, row, x, y, width);
        y += height;
      }
      const float height =
          std::round(Total(sketch, Measure(sketch, row, columns, 0), row, columns));
      if (row.selected) *selected_y = y;
      if (y + height > top - around && y < bottom + around)
        DrawRow(sketch, row, columns, {x, y, width, height}, 0, total);
      y += height;
    }
  } else {
    const UniformRows rows(sketch, order, columns);
    const RecordRef selected = library.dataset.Find(session.state.selection);
    if (selected && selected.table == Table::kClaims) {
      const auto found =
          std::find(order.claims.begin(), order.claims.end(), ClaimId(selected.index));
      if (found != order.claims.end())
        *selected_y = y + rows.Top(static_cast<std::uint32_t>(found - order.claims.begin()));
    }
    const std::uint32_t in_first = rows.At(std::max(0.0f, top - y));
    const std::uint32_t first = in_first > kRowsAround ? in_first - kRowsAround : 0;
    const std::uint32_t last =
        std::min(total, rows.At(std::max(0.0f, bottom - y)) + kRowsAround + 1);
    *model = BuildClaimsModel(library, session, order, first, last);
    for (const ClaimRow& row : model->rows) {
      float row_top = std::round(y + rows.Top(row.row));
      if (!row.heading.empty()) row_top += DrawHeading(sketch, row, x, row_top, width);
      DrawRow(sketch, row, columns, {x, row_top, width, rows.row()}, 2, total);
    }
    y += rows.Height();
  }
  sketch.item(list_item).rect.h = y - sketch.item(list_item).rect.y;
  sketch.Close();
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

Scene BuildFacetsScene(const ClaimsModel& model, const Space& space) {
  Sketch sketch(space, "facets", Ink::kPaper);
  const float x = space.margin();
  const float width = space.width - x - (space.wide() ? sketch.S(16) : space.margin());
  float y = sketch.S(17);
  if (space.wide()) {
    FieldSpec field;
    field.id = std::string(kClaimWordsField);
    field.name = sketch.Say("Words in these claims");
    field.value = model.words;
    field.placeholder = field.name;
    field.typed = SetWords{};
    sketch.Field({x, y, width, sketch.Control(34)}, field);
    y += sketch.Control(34) + sketch.S(18);
  } else {
    // A dialog hides the chips and their button; its own has its place even where there is none.
    ButtonSpec clear;
    clear.kind = ButtonKind::kSmall;
    clear.id = "facets/clear-all";
    if (model.clear) {
      clear.words = model.clear->words;
      clear.command = model.clear->command;
      clear.max_width = width;
      sketch.Button(x, y, clear);
    }
    y += sketch.ButtonHeight(clear.kind) + sketch.S(14);
  }
  for (const FacetGroup& facet : model.facets) {
    if (facet.choices.empty()) continue;
    const std::string id = "facet/" + std::string(Word(facet.facet));
    sketch.Open(MakeItem(ItemRole::kGroup, id, facet.label));
    // As much room as the list has with two ticked: nothing moves under the pointer.
    const std::string all = sketch.Say("All");
    const float clear_width = sketch.Width(Type::kCaption, all) + sketch.S(8);
    const float room = width - clear_width;
    const float high = sketch.FlowHeight({{facet.label_of_several, Type::kLabel}}, room);
    sketch.Heading(x, y, room, facet.wanted > 1 ? facet.label_of_several : facet.label,
                   Type::kLabel, 2, Ink::kInkSoft);
    if (facet.filtered())
      sketch.LinkText(x + width - std::max(clear_width - sketch.S(8), sketch.target()), y, all,
                      Type::kCaption, id + ".all", facet.clear, sketch.S(80),
                      sketch.Say("All of: {0}", {facet.label}));
    y += high + sketch.S(space.coarse ? 14 : 4);
    for (const FacetChoice& choice : facet.choices)
      y += sketch.CheckRow(x, y, width, id + "/" + choice.value, choice.label, choice.counted,
                           choice.wanted, choice.toggle, choice.counted_all);
    if (facet.more > 0)
      y += sketch.Text(x + sketch.S(24), y + sketch.S(2), width - sketch.S(24),
                       sketch.Say("{0} more: search to narrow", {std::to_string(facet.more)}),
                       Type::kCaption, Ink::kInkMute) +
           sketch.S(4);
    sketch.Close();
    y += sketch.S(14);
  }
  return sketch.Finish(y + sketch.S(8));
}

}  // namespace proviso::view

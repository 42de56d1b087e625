#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/sort.h"
#include "core/canvas/sketch.h"
#include "core/state/pair.h"
#include "core/views/matrix/scene.h"

namespace proviso::view {
namespace {

std::uint32_t ScrollPlace(const Session& session, std::string_view key, std::uint32_t or_else) {
  const auto found = session.scroll.find(std::string(key));
  return found == session.scroll.end() ? or_else
                                       : static_cast<std::uint32_t>(std::max(0.0f, found->second));
}

/// One line of the list: a cell, and what it is called here.
struct PhoneRow {
  MatrixBox box;
  std::string label, section;
};

/// Which holder or condition is shown, and its cells.
class PhoneList {
 public:
  PhoneList(const Library& library, const Session& session, const MatrixTable& table)
      : library_(library), session_(session), table_(table) {
    by_holder_ = ScrollPlace(session, kMatrixPhoneBy, 0) == 0;
    // Who says nothing here has no page of its own, unless nobody says anything.
    const auto voices =
        table.speaking() > 0 ? table.speaking() : static_cast<std::uint32_t>(table.rows.size());
    total_ = by_holder_ ? voices : static_cast<std::uint32_t>(table.columns.size());
    at_ = std::min(ScrollPlace(session, key(), Selected()), total_ - 1);
  }

  bool by_holder() const { return by_holder_; }
  std::uint32_t at() const { return at_; }
  std::uint32_t total() const { return total_; }
  /// Where its place is kept.
  std::string_view key() const { return by_holder_ ? kMatrixPhonePlace : kMatrixFirstColumn; }

  std::string title() const {
    return by_holder_ ? HolderOf(library_, session_, table_, at_).name
                      : HeadOf(library_, session_, table_, at_).label;
  }
  /// Of a holder: how it reaches us.
  VoiceMark mark() const { return HolderOf(library_, session_, table_, at_).mark; }
  std::string subtitle() const {
    const MatrixColumns columns = session_.state.matrix_columns;
    std::string words = library_.say(
        columns == MatrixColumns::kConditions
            ? (by_holder_ ? "voice {0} of {1} that link a condition" : "condition {0} of {1}")
            : (by_holder_ ? "voice {0} of {1}" : "statement {0} of {1}"),
        {std::to_string(at_ + 1), std::to_string(total_)});
    if (by_holder_ && columns != MatrixColumns::kConditions)
      words += " · " + HolderOf(library_, session_, table_, at_).heard;
    return words;
  }
  /// Cells with claims under their themes or groups, then the gaps by what they are.
  std::vector<PhoneRow> Rows() const {
    std::vector<PhoneRow> rows;
    const auto count =
        static_cast<std::uint32_t>(by_holder_ ? table_.columns.size() : table_.rows.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      PhoneRow row;
      row.box = by_holder_ ? BoxOf(library_, session_, table_, at_, i)
                           : BoxOf(library_, session_, table_, i, at_);
      if (by_holder_) {
        const MatrixHead head = HeadOf(library_, session_, table_, i);
        row.label = head.label;
        row.section = head.theme;
      } else {
        row.label = HolderOf(library_, session_, table_, i).name;
        row.section = table_.groups[table_.rows[i].group];
      }
      if (row.box.gap == MatrixGap::kSilent) row.section = library_.say("Says nothing on it");
      if (row.box.gap == MatrixGap::kNotCoded)
        row.section = library_.say("Not coded: the text is coded in part");
      if (row.box.gap == MatrixGap::kHidden) row.section = library_.say("Hidden by filters");
      if (session_.state.hide_silent && row.box.gap != MatrixGap::kNone) continue;
      rows.push_back(std::move(row));
    }
    SortList(&rows, [](const PhoneRow& a, const PhoneRow& b) { return a.box.gap < b.box.gap; });
    return rows;
  }

 private:
  /// The holder or condition of what is selected, else the first.
  std::uint32_t Selected() const {
    const std::string& selection = session_.state.selection;
    const IdPair pair = PairOf(selection).value_or(IdPair{selection, selection});
    const std::string_view id = by_holder_ ? pair.first : pair.second;
    for (std::uint32_t i = 0; i < total_; ++i) {
      const Text own = by_holder_ ? library_.dataset[table_.rows[i].actor].id
                                  : library_.dataset[table_.columns[i].proposition].id;
      if (own == id) return i;
    }
    return 0;
  }

  const Library& library_;
  const Session& session_;
  const MatrixTable& table_;
  bool by_holder_ = true;
  std::uint32_t at_ = 0, total_ = 0;
};

/// ‹ title ›. Returns the height.
float DrawTitle(Sketch& sketch, const PhoneList& list, float x, float y, float width) {
  const float side = std::max(sketch.Control(44), sketch.target());
  const auto button = [&](float at, std::string_view sign, std::string name, std::string id,
                          bool there, std::uint32_t place) {
    std::optional<Command> move;
    if (there) move = ScrollTo{std::string(list.key()), static_cast<float>(place)};
    MatrixSquare(sketch, {at, y, side, side}, sign, std::move(id), std::move(name),
                 std::move(move));
  };
  const bool holder = list.by_holder();
  button(x, "‹", sketch.Say(holder ? "Previous voice" : "Previous condition"), "matrix/previous",
         list.at() > 0, list.at() > 0 ? list.at() - 1 : 0);
  button(x + width - side, "›", sketch.Say(holder ? "Next voice" : "Next condition"), "matrix/next",
         list.at() + 1 < list.total(), list.at() + 1);
  const float left = x + side + sketch.S(8), room = width - 2 * (side + sketch.S(8));
  const Run run{list.title(), Type::kH3};
  const Flow flow = FlowText(sketch.measure(), sketch.scale(), {run}, room, 3);
  const float start = y;
  for (const Line& line : flow.lines) {
    std::string words;
    for (const Piece& piece : line.pieces) words += piece.text;
    sketch.WordsCentred({left, y, room, flow.line_height}, words, Type::kH3, Ink::kInk);
    y += flow.line_height;
  }
  Item title =
      MakeItem(ItemRole::kHeading, "matrix/title", run.text, {left, start, room, y - start});
  title.level = 1;
  if (holder && flow.lines.size() == 1 && flow.width + sketch.S(44) <= room) {
    sketch.Voice(list.mark(), left + (room - flow.width) / 2 - sketch.S(20),
                 start + flow.line_height / 2, 13);
    title.description = MarkWords(sketch.say(), list.mark());
  }
  sketch.Add(std::move(title));
  const float caption = sketch.LineOf(Type::kCaption);
  sketch.WordsCentred({left, y, room, caption}, list.subtitle(), Type::kCaption, Ink::kInkMute);
  sketch.Add(MakeItem(ItemRole::kText, "matrix/place", list.subtitle(), {left, y, room, caption}));
  return std::max(y + caption - start, side);
}

/// By holder, or by condition; two halves of one box. Returns the height.
float DrawBy(Sketch& sketch, const MatrixModel& model, const PhoneList& list, float x, float y,
             float width) {
  const float height = sketch.Control(40);
  const Rect box{x, y, width, height};
  std::string columns = sketch.Say("By condition");
  for (const Action& value : model.columns.values)
    if (value.main && value.key == Word(MatrixColumns::kPropositions))
      columns = sketch.Say("By proposition");
  sketch.Open(MakeItem(ItemRole::kRadioGroup, "matrix/by", sketch.Say("One at a time"), box));
  sketch.Fill(box, Ink::kSurface, 6);
  for (int i = 0; i < 2; ++i) {
    const bool chosen = list.by_holder() == (i == 0);
    const Rect half{x + (i == 0 ? 0 : std::round(width / 2)), y, std::round(width / 2), height};
    if (chosen) sketch.Fill(half, Ink::kInk, 6);
    const std::string words = i == 0 ? sketch.Say("By voice") : columns;
    sketch.WordsCentred(half, words, Type::kControlStrong, chosen ? Ink::kPaper : Ink::kInkSoft);
    Item item = MakeItem(ItemRole::kRadio, i == 0 ? "matrix/by/holder" : "matrix/by/condition",
                         words, half);
    item.checked = chosen ? Tri::kYes : Tri::kNo;
    item.press = ScrollTo{std::string(kMatrixPhoneBy), static_cast<float>(i)};
    item.group = "matrix/by";
    item.pos = static_cast<std::uint32_t>(i) + 1;
    item.size = 2;
    sketch.Add(std::move(item));
  }
  sketch.Stroke(box, Ink::kControlLine, 1, 6);
  sketch.Close();
  return height;
}

/// Returns the height.
float DrawPhoneRow(Sketch& sketch, const PhoneRow& row, float x, float y, float width) {
  const MatrixBox& box = row.box;
  const bool said = box.gap == MatrixGap::kNone;
  const float mark = sketch.S(36);
  std::vector<Ref> refs = box.refs;
  if (refs.size() > 1) refs.resize(1);  // The cell leads to all.
  float chips = 0;
  for (const Ref& ref : refs) chips = std::max(chips, sketch.RefChipWidth(ref));
  // A place beside words that have no room is no help; the cell leads to it.
  if (width - mark - chips < sketch.S(110)) refs.clear();
  if (refs.empty()) chips = 0;
  const float room = width - mark - (chips > 0 ? chips + sketch.S(8) : 0);
  Run label;
  label.text = row.label;
  label.type = said ? Type::kBody : Type::kMeta;
  label.ink = said ? Ink::kInk : Ink::kInkSoft;
  Run word;
  word.text = box.word;
  const std::string count = sketch.say().Counted(box.claims, "{0} claim", "{0} claims");
  if (box.claims > 1) word.text += " · " + count;
  word.type = Type::kMeta;
  word.ink = Ink::kInkSoft;
  const float labels = sketch.FlowHeight({label}, room);
  const float words = said ? sketch.FlowHeight({word}, room) : 0;
  const float places = sketch.RefChipsHeight(chips, refs);
  const float pad = sketch.S(said ? 10 : 6);
  const float height = std::ceil(
      std::max({2 * pad + labels + words, places + 2 * sketch.S(4), sketch.target() + 1.0f}));
  if (box.selected) sketch.Fill({x, y, width, height - 1}, Ink::kAccentTint);
  const Ink before = sketch.ground();
  if (box.selected) sketch.set_ground(Ink::kAccentTint);
  Item item = MakeItem(ItemRole::kListItem, "matrix/cell/" + box.id,
                       sketch.Say("{0}: {1}", {row.label, box.name}), {x, y, width, height - 1});
  if (box.parts.size() > 1) item.description = count;
  item.press = box.select;
  item.double_press = box.open;
  item.group = kMatrixGroup;
  item.selected = box.selected ? Tri::kYes : Tri::kNo;
  sketch.Open(std::move(item));
  const float top = said ? y + pad : y + (height - labels) / 2;
  const float first = top + sketch.LineOf(label.type) / 2;
  if (said && box.parts.size() > 1) {
    float at = x;
    for (std::size_t i = 0; i < 2; ++i) at += sketch.Sign(box.parts[i].sign, at, first, 16);
  } else if (said) {
    sketch.Sign(box.parts[0].sign, x, first, 22);
  } else if (box.gap == MatrixGap::kNotCoded) {
    sketch.Hatch({x, std::round(y + height / 2 - sketch.S(8)), sketch.S(22), sketch.S(16)});
  } else if (box.gap == MatrixGap::kSilent) {
    sketch.Sign(Glyph::kSilent, x, y + height / 2, 22);
  }
  sketch.Flowed(x + mark, top, {label}, room);
  if (said) sketch.Flowed(x + mark, top + labels, {word}, room);
  if (!refs.empty())
    sketch.RefChips(x + width - chips, std::round(y + (height - places) / 2), chips, refs);
  sketch.Close();
  sketch.set_ground(before);
  sketch.HRule(x, y + height - 1, width, Ink::kLine);
  return height;
}

}  // namespace

Scene BuildMatrixPhoneScene(const Library& library, const Session& session,
                            const MatrixTable& table, const Space& space) {
  Sketch sketch(space, "matrix", Ink::kPaper);
  const float x = space.margin(), width = space.width - 2 * x;
  const MatrixModel model = BuildMatrixModel(library, session, table);
  float y = sketch.S(12);
  if (!model.empty.empty()) {
    y += sketch.Heading(x, y, width, model.title, Type::kH3, 1, Ink::kInk, "matrix/title");
    y += DrawMatrixEmpty(sketch, model, x, y, width) + sketch.S(24);
    y += DrawMatrixTools(sketch, model, x, y, width);
    return sketch.Finish(std::ceil(y) + sketch.S(16));
  }
  const PhoneList list(library, session, table);
  y += DrawTitle(sketch, list, x, y, width) + sketch.S(12);
  y += DrawBy(sketch, model, list, x, y, width);
  Item whole = MakeItem(ItemRole::kList, "matrix/list", model.title, {x, y, width, 1});
  const std::vector<PhoneRow> rows = list.Rows();
  whole.size = static_cast<std::uint32_t>(rows.size());
  const std::int32_t opened = sketch.Open(std::move(whole));
  const std::string* section = nullptr;
  for (const PhoneRow& row : rows) {
    if (section == nullptr || *section != row.section) {
      section = &row.section;
      if (!section->empty()) {
        y += sketch.S(18);
        sketch.Open(MakeItem(ItemRole::kListItem, "matrix/section/" + row.box.id, *section,
                             {x, y, width, sketch.LineOf(Type::kLabel)}));
        y += sketch.Heading(x, y, width, *section, Type::kLabel, 2, Ink::kInkSoft) + sketch.S(5);
        sketch.Close();
      } else {
        y += sketch.S(10);
      }
      sketch.HRule(x, y, width, Ink::kLine);
      y += 1;
    }
    y += DrawPhoneRow(sketch, row, x, y, width);
  }
  if (rows.empty())
    y += sketch.S(20) + sketch.Paragraph(x, y + sketch.S(20), width,
                                         sketch.Say("Says nothing here."), Type::kBody,
                                         Ink::kInkSoft, 0, "matrix/none");
  sketch.item(opened).rect.h = std::max(1.0f, y - sketch.item(opened).rect.y);
  sketch.Close();
  y += sketch.S(28);
  y += sketch.Heading(x, y, width, model.title, Type::kLabel, 2, Ink::kInkSoft, "matrix/what") +
       sketch.S(8);
  y += DrawMatrixTools(sketch, model, x, y, width) + sketch.S(14);
  y += DrawMatrixLegend(sketch, model, x, y, width);
  if (model.silent) {
    ButtonSpec silent;
    silent.id = "matrix/silent";
    silent.words =
        sketch.Say(session.state.hide_silent ? "Show what is silent" : "Hide what is silent");
    silent.command = model.silent->command;
    silent.kind = ButtonKind::kSmall;
    silent.max_width = width;
    y += sketch.S(12);
    y += sketch.Button(x, y, silent).h;
  }
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

}  // namespace proviso::view

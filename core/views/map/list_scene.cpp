#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/choice_button.h"
#include "core/views/map/scene.h"

namespace proviso::view {

float DrawMapHeader(Sketch& sketch, const MapModel& model, const Space& space) {
  const float x = space.margin(), width = space.width - 2 * x;
  float y = sketch.S(12);
  std::vector<ButtonSpec> tools;
  float all = 0;
  for (const Choice& choice : model.choices) {
    tools.push_back(ChoiceButton(sketch, choice, "map/" + choice.key));
    tools.back().words = tools.back().name;
  }
  ButtonSpec other;
  other.id = "map/" + model.list_or_drawing.key;
  other.words = model.list_or_drawing.words;
  other.command = model.list_or_drawing.command;
  other.kind = ButtonKind::kSmall;
  tools.push_back(std::move(other));
  for (ButtonSpec& spec : tools) {
    spec.max_width = std::min(sketch.S(260), width);
    all += sketch.ButtonWidth(spec) + sketch.S(8);
  }
  const Type type = space.phone() ? Type::kH3 : Type::kH2;
  const bool beside = all + sketch.Width(type, model.title) + sketch.S(16) <= width;
  const float title = sketch.Heading(x, y, beside ? width - all : width, model.title, type, 1,
                                     Ink::kInk, "map/title");
  const float row = sketch.ButtonHeight(ButtonKind::kSmall);
  if (beside) {
    float at = x + width - all + sketch.S(8);
    const float top = std::round(y + (sketch.LineOf(type) - row) / 2);
    for (const ButtonSpec& spec : tools)
      at += sketch.Button(at, std::max(top, 0.0f), spec).w + sketch.S(8);
    y += std::max(title, top - y + row) + sketch.S(2);
  } else {
    y += title + sketch.S(6);
  }
  // Beside the inspector the drawing has the room.
  if (space.width >= sketch.S(1100))
    y += sketch.Paragraph(x, y, width, model.subtitle, Type::kMeta, Ink::kInkSoft, 0,
                          "map/subtitle");
  if (!beside) {
    y += sketch.S(6);
    y += sketch.ButtonRow(x, y, width, tools);
  }
  if (!model.broken.empty()) {
    y += sketch.S(8);
    y += sketch.Paragraph(x, y, std::min(width, sketch.S(760)), model.broken, Type::kBody,
                          Ink::kInk, 0, "map/broken");
    if (model.remedy) {
      y += sketch.S(6);
      y += sketch.Button(x, y, ButtonOf(*model.remedy, "map/", ButtonKind::kPlain)).h;
    }
  }
  return y + sketch.S(10);
}

namespace {

void DrawRow(Sketch& sketch, const MapModel& model, const MapRow& row, const Space& space,
             float* y) {
  const float indent = sketch.S(space.phone() ? 14 : 24) *
                       static_cast<float>(std::min<std::uint16_t>(row.level, 7) - 1);
  const float x = space.margin() + indent, right = space.width - space.margin();
  const bool lead = !row.arrow && model.nodes[row.index].outcome;
  const float sign = row.arrow ? sketch.S(28) : 0;
  const float width = std::min(right - x - sign - sketch.S(8), sketch.S(760));
  Item item;
  std::vector<Run> runs;
  std::string below;
  bool selected = false, heavy = false;
  if (row.arrow) {
    const MapArrowWords& arrow = model.arrows[row.index];
    item = MakeItem(ItemRole::kTreeItem, "map/arrow/" + arrow.id, arrow.name);
    item.press = arrow.select;
    selected = arrow.selected;
    heavy = arrow.heavy;
    runs.push_back({arrow.sentence, heavy ? Type::kReadingStrong : Type::kReading});
    below = arrow.firmness;
    for (const Ref& ref : arrow.refs) below += (below.empty() ? "" : " · ") + ref.short_words;
    if (!arrow.dashed_why.empty()) below += " · " + arrow.dashed_why;
    if (heavy) below += " · " + sketch.Say("carries what you suppose");
  } else {
    const MapNode& node = model.nodes[row.index];
    item = MakeItem(ItemRole::kTreeItem, "map/node/" + node.id, node.name);
    item.press = node.select;
    selected = node.selected;
    runs.push_back({node.label, lead ? Type::kLeadStrong : Type::kBodyStrong});
    below = node.caption;
  }
  const float words = sketch.FlowHeight(runs, width);
  const float caption = below.empty() ? 0 : sketch.LineOf(Type::kCaption);
  const float height =
      std::max(std::ceil(words + caption + sketch.S(12)), std::max(sketch.target(), sketch.S(28)));
  item.description = below;
  item.rect = {space.margin(), *y, right - space.margin(), height};
  item.level = row.level;
  item.pos = row.pos;
  item.size = row.size;
  item.group = "map";
  item.selected = selected ? Tri::kYes : Tri::kNo;
  const Ink before = sketch.ground();
  if (selected) {
    sketch.Fill(item.rect, Ink::kAccentTint);
    sketch.set_ground(Ink::kAccentTint);
  }
  // A rule down the side joins what stands under each other.
  if (row.level > 1)
    sketch.VRule(x - sketch.S(8), *y, height, heavy ? Ink::kInk : Ink::kLine, heavy ? 3.0f : 1.0f);
  if (row.arrow)
    sketch.Sign(model.arrows[row.index].sign, x,
                *y + sketch.S(6) + sketch.LineOf(Type::kReading) / 2, 18);
  sketch.Flowed(x + sign, *y + sketch.S(6), runs, width);
  if (caption > 0)
    sketch.Words(x + sign, *y + sketch.S(6) + words, below, Type::kCaption, Ink::kInkMute, width);
  sketch.Add(std::move(item));
  sketch.set_ground(before);
  *y += height + sketch.S(2);
}

}  // namespace

namespace {

/// The map of a phone: the outcome on top, a spine down from it, and a box for every link; what
/// leads to a step or to a condition stands further in, under it.
class SpinePainter {
 public:
  SpinePainter(Sketch& sketch, const MapModel& model, const Space& space)
      : sketch_(sketch), model_(model), space_(space) {}

  float Paint(float y, float* selected_y) {
    float spine_from = y, spine_to = y;
    for (const MapRow& row : model_.list) {
      const float from = y;
      const bool lead = !row.arrow && model_.nodes[row.index].outcome;
      y = lead ? Outcome(row, y) : Box(row, y);
      if (row.arrow ? model_.arrows[row.index].selected : model_.nodes[row.index].selected)
        *selected_y = from;
      bottoms_.resize(row.level);
      bottoms_.back() = y;
      if (lead) spine_from = y;
      if (row.level == 2) spine_to = middle_;
      y += sketch_.S(lead ? 18 : 14);
    }
    if (spine_to > spine_from + 10) {
      const float x = Spine();
      sketch_.Put(LineShape({x, spine_from + 9}, {x, spine_to}, Ink::kInk, 2));
      sketch_.Put(TriangleShape({x - 6, spine_from + 11}, {x, spine_from + 1},
                                {x + 6, spine_from + 11}, Ink::kInk));
    }
    return y;
  }

 private:
  float Spine() const { return space_.margin() + sketch_.S(18); }
  float LeftOf(const MapRow& row) const {
    const auto depth = static_cast<float>(std::min<std::uint16_t>(row.level, 5) - 2);
    return space_.margin() + sketch_.S(58) + depth * sketch_.S(40);
  }
  float Right() const { return space_.width - space_.margin(); }

  float Outcome(const MapRow& row, float y) {
    const MapNode& node = model_.nodes[row.index];
    std::vector<Run> runs{{node.label, Type::kH3, Ink::kPaper}};
    const float x = space_.margin(), pad = sketch_.S(16);
    const float words = sketch_.FlowHeight(runs, Right() - x - 2 * pad);
    const Rect box{x, y, Right() - x, words + 2 * sketch_.S(14)};
    sketch_.Fill(box, Ink::kInk, 8);
    if (node.selected)
      sketch_.Stroke({box.x - 3, box.y - 3, box.w + 6, box.h + 6}, Ink::kAccent, 3, 11);
    sketch_.Flowed(x + pad, y + sketch_.S(14), runs, box.w - 2 * pad);
    AddItem(row, "map/node/" + node.id, node.name, {}, node.select, node.selected, box);
    return box.bottom();
  }

  void AddItem(const MapRow& row, std::string id, const std::string& name, std::string description,
               const Command& press, bool selected, const Rect& box) {
    Item item = MakeItem(ItemRole::kTreeItem, std::move(id), name, box);
    item.description = std::move(description);
    item.press = press;
    item.level = row.level;
    item.pos = row.pos;
    item.size = row.size;
    item.group = "map";
    item.selected = selected ? Tri::kYes : Tri::kNo;
    sketch_.Add(std::move(item));
  }

  /// A link with its condition, or a step before the outcome.
  float Box(const MapRow& row, float y) {
    const float x = LeftOf(row), pad = sketch_.S(13), room = Right() - x - 2 * pad;
    const MapArrowWords* arrow = row.arrow ? &model_.arrows[row.index] : nullptr;
    const MapNode* node = row.arrow ? nullptr : &model_.nodes[row.index];
    const bool strong =
        arrow != nullptr ? arrow->heavy : node->reached || node->lever != Lever::kOpen;
    const bool selected = arrow != nullptr ? arrow->selected : node->selected;
    const bool faint = model_.supposed && !strong;
    std::vector<Run> runs{{arrow != nullptr ? arrow->from : node->label,
                           strong ? Type::kBodyStrong : Type::kBody,
                           faint ? Ink::kInkSoft : Ink::kInk}};
    const float words = sketch_.FlowHeight(runs, room);
    std::vector<Run> under;
    if (arrow != nullptr) {
      under.push_back({arrow->label, Type::kCaption, faint ? Ink::kInkMute : Ink::kInk});
      for (std::size_t i = 0; i < arrow->refs.size() && i < 1; ++i)
        under.push_back({" · " + (model_.letters || arrow->refs[i].paragraph == 0
                                      ? arrow->refs[i].short_words
                                      : "¶" + std::to_string(arrow->refs[i].paragraph)),
                         Type::kCaption, Ink::kInkMute});
      if (!arrow->brings.empty())
        under.push_back({" · " + arrow->brings, strong ? Type::kLabel : Type::kCaption,
                         faint ? Ink::kInkMute : Ink::kInk});
    } else if (!node->caption.empty()) {
      under.push_back({node->caption, Type::kCaption, Ink::kInkMute});
    }
    const float below = under.empty() ? 0 : sketch_.FlowHeight(under, room) + sketch_.S(2);
    const Rect box{x, y, Right() - x, std::max(words + below + sketch_.S(16), sketch_.target())};
    sketch_.Fill(box, selected ? Ink::kAccentTint : Ink::kSurface, 6);
    const Ink frame = selected ? Ink::kAccent : strong ? Ink::kInk : Ink::kControlLine;
    const float width = strong || selected ? 2.0f : 1.0f;
    if (node != nullptr)
      sketch_.Put(StrokeShape(box, frame, width, 6, 5, 3));
    else
      sketch_.Stroke(box, frame, width, 6);
    const float top = y + (box.h - words - below) / 2;
    sketch_.Flowed(x + pad, top, runs, room);
    if (!under.empty()) sketch_.Flowed(x + pad, top + words + sketch_.S(2), under, room);
    middle_ = std::round(y + box.h / 2);
    Join(row, box, arrow, strong, faint);
    if (arrow != nullptr)
      AddItem(row, "map/arrow/" + arrow->id, arrow->name,
              sketch_.say().Chain(Key("{0}, {1}"),
                                  {arrow->from, arrow->label, arrow->brings, arrow->firmness}),
              arrow->select, selected, box);
    else
      AddItem(row, "map/node/" + node->id, node->name, node->caption, node->select, selected, box);
    return box.bottom();
  }

  /// The line from a box to the spine, or up to what it stands under.
  void Join(const MapRow& row, const Rect& box, const MapArrowWords* arrow, bool strong,
            bool faint) {
    const float x = row.level <= 2 ? Spine() : box.x - sketch_.S(20);
    const float up =
        row.level <= bottoms_.size() + 1 && row.level > 2 ? bottoms_[row.level - 2u] : middle_;
    if (arrow == nullptr) {
      sketch_.Put(LineShape({x, middle_}, {box.x, middle_}, faint ? Ink::kInkFaint : Ink::kInk,
                            strong ? 3.0f : 1.6f, 2, 4));
      return;
    }
    const Ink ink = faint ? FaintOf(arrow->sign.sign) : InkOf(arrow->sign.sign);
    const float width = strong ? 4.0f : 1.6f, dash = arrow->dashed ? 6.0f : 0;
    const float gap = arrow->dashed ? 4.0f : 0;
    sketch_.Put(LineShape({x, middle_}, {box.x, middle_}, ink, width, dash, gap));
    if (row.level > 2) {
      sketch_.Put(LineShape({x, middle_}, {x, up + 8}, ink, width, dash, gap));
      sketch_.Put(TriangleShape({x - 5, up + 9}, {x, up + 1}, {x + 5, up + 9}, ink));
    }
    const float side = sketch_.S(17), at = row.level > 2 ? x : (x + box.x) / 2;
    sketch_.Fill({at - side / 2 - 2, middle_ - side / 2, side + 4, side}, Ink::kPaper);
    sketch_.Sign(arrow->sign, at - side / 2, middle_, 17);
  }

  Sketch& sketch_;
  const MapModel& model_;
  const Space& space_;
  std::vector<float> bottoms_;  // By level: where the last box of it ends.
  float middle_ = 0;            // Of the last box.
};

}  // namespace

Scene BuildMapListScene(const MapModel& model, const Space& space, float* selected_y) {
  Sketch sketch(space, "stage", Ink::kPaper);
  if (space.phone() && model.empty.empty() && model.broken.empty()) {
    // The bar above says what this is; who hears it has a heading.
    Item title = MakeItem(ItemRole::kHeading, "map/title", model.title,
                          {space.margin(), 0, space.width - 2 * space.margin(), sketch.S(12)});
    title.level = 1;
    sketch.Add(std::move(title));
    sketch.Open(MakeItem(ItemRole::kTree, "map/tree", model.title));
    float y = SpinePainter(sketch, model, space).Paint(sketch.S(12), selected_y);
    sketch.Close();
    // What can be chosen follows: nothing has to be.
    std::vector<ButtonSpec> choices;
    for (const Choice& choice : model.choices)
      choices.push_back(ChoiceButton(sketch, choice, "map/" + choice.key));
    for (ButtonSpec& spec : choices) spec.max_width = space.width - 2 * space.margin();
    const float x = space.margin();
    y += sketch.S(8);
    if (!choices.empty()) y += sketch.ButtonRow(x, y, space.width - 2 * x, choices);
    return sketch.Finish(y + sketch.S(24));
  }
  float y = DrawMapHeader(sketch, model, space);
  if (!model.empty.empty()) {
    const float x = space.margin(), width = std::min(space.width - 2 * x, sketch.S(560));
    y += sketch.S(24);
    y += sketch.Paragraph(x, y, width, model.empty, Type::kLead, Ink::kInkSoft, 0, "map/empty");
    if (model.remedy) {
      y += sketch.S(12);
      y += sketch.Button(x, y, ButtonOf(*model.remedy, "map/", ButtonKind::kMain)).h;
    }
    return sketch.Finish(y + sketch.S(24));
  }
  sketch.Open(MakeItem(ItemRole::kTree, "map/tree", model.title));
  for (const MapRow& row : model.list) {
    if (row.arrow ? model.arrows[row.index].selected : model.nodes[row.index].selected)
      *selected_y = y;
    DrawRow(sketch, model, row, space, &y);
  }
  sketch.Close();
  return sketch.Finish(y + sketch.S(24));
}

}  // namespace proviso::view

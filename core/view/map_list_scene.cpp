#include <algorithm>
#include <cmath>
#include <utility>

#include "core/view/choice_scene.h"
#include "core/view/map_scene.h"

namespace proviso::view {

float DrawMapHeader(Sketch& sketch, const MapModel& model, const Space& space) {
  const float x = space.margin(), width = space.width - 2 * x;
  float y = sketch.S(14);
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
  if (!space.phone())
    y += sketch.Paragraph(x, y, width, model.subtitle, Type::kCaption, Ink::kInkMute, 2,
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
      ButtonSpec spec;
      spec.id = "map/" + model.remedy->key;
      spec.words = model.remedy->words;
      spec.command = model.remedy->command;
      y += sketch.S(6);
      y += sketch.Button(x, y, spec).h;
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
    Run run;
    run.text = arrow.sentence;
    run.type = heavy ? Type::kReadingStrong : Type::kReading;
    runs.push_back(std::move(run));
    below = arrow.firmness;
    for (const Ref& ref : arrow.refs) below += (below.empty() ? "" : " · ") + ref.short_words;
    if (arrow.dashed) below += " · " + sketch.Say("read in or played down");
    if (heavy) below += " · " + sketch.Say("carries what you suppose");
  } else {
    const MapNode& node = model.nodes[row.index];
    item = MakeItem(ItemRole::kTreeItem, "map/node/" + node.id, node.name);
    item.press = node.select;
    selected = node.selected;
    Run run;
    run.text = node.label;
    run.type = lead ? Type::kLeadStrong : Type::kBodyStrong;
    runs.push_back(std::move(run));
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

Scene BuildMapListScene(const MapModel& model, const Space& space, float* selected_y) {
  Sketch sketch(space, "stage", Ink::kPaper);
  float y = DrawMapHeader(sketch, model, space);
  if (!model.empty.empty()) {
    const float x = space.margin(), width = std::min(space.width - 2 * x, sketch.S(560));
    y += sketch.S(24);
    y += sketch.Paragraph(x, y, width, model.empty, Type::kLead, Ink::kInkSoft, 0, "map/empty");
    if (model.remedy) {
      ButtonSpec spec;
      spec.id = "map/" + model.remedy->key;
      spec.words = model.remedy->words;
      spec.command = model.remedy->command;
      spec.kind = ButtonKind::kMain;
      y += sketch.S(12);
      y += sketch.Button(x, y, spec).h;
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

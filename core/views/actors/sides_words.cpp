#include "core/views/actors/sides_words.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace proviso::view {

std::vector<Run> SideNameRuns(const Library& library, const ActorsGraph& graph, std::uint32_t node,
                              bool strong) {
  std::vector<Run> runs(1);
  runs[0].text = library.dataset[graph.nodes[node]].name;
  runs[0].type = strong ? Type::kControlStrong : Type::kControl;
  if (graph.held[node] == 0) return runs;
  runs.push_back({" " + std::to_string(graph.held[node]), Type::kControl, Ink::kInkMute});
  return runs;
}

Flow MeasureSideName(const Library& library, const ActorsGraph& graph, std::uint32_t node,
                     const Sketch& sketch, ActorsSpot* spot) {
  Flow flow = FlowText(sketch.measure(), sketch.scale(),
                       SideNameRuns(library, graph, node, spot->strong), spot->room);
  const float beside = std::max(sketch.S(kSideNameGap), 1.25f * spot->radius + sketch.S(6));
  const float w = std::ceil(flow.width);
  spot->name.w = w;
  spot->name.x = spot->align > 0   ? spot->at.x + beside
                 : spot->align < 0 ? spot->at.x - beside - w
                                   : spot->at.x - w / 2;
  return flow;
}

void AddSideTitle(Sketch& sketch, const Library& library, const ActorsGraph& graph,
                  const SideTitle& title, const Space& space) {
  const SideRow& row = title.row;
  const std::string_view id = row.kind == SideRow::Kind::kTitle || row.author == kNoActors
                                  ? std::string_view()
                                  : std::string_view(library.dataset[graph.nodes[row.author]].id);
  if (row.kind == SideRow::Kind::kTitle) {
    const float line = sketch.LineOf(Type::kLabel);
    const float w = std::ceil(sketch.Width(Type::kLabel, row.words));
    const float x = title.way < 0 ? title.x + sketch.S(6) - w : title.x - sketch.S(6);
    Item item = MakeItem(ItemRole::kText, {}, row.words,
                         {x, row.y + row.height - line - sketch.S(2), w, line});
    sketch.Words(item.rect.x, item.rect.y, row.words, Type::kLabel, Ink::kInkSoft);
    sketch.Add(std::move(item));
    return;
  }
  if (row.kind == SideRow::Kind::kMore) {
    ButtonSpec spec;
    spec.id = SideKey("more", id);
    spec.words = row.words;
    spec.kind = ButtonKind::kQuiet;
    spec.command = ScrollTo{spec.id, 1};
    const float w = sketch.ButtonWidth(spec);
    sketch.Button(title.way < 0 ? title.x + sketch.S(6) - w : title.x - sketch.S(6), row.y, spec);
    return;
  }
  const Say& say = sketch.say();
  const bool shared = row.author == kNoActors;
  ButtonSpec spec;
  spec.id = shared ? SideKey("shared", {}) : SideKey("open", id);
  spec.words = shared ? say.Counted(row.voices, "{0} voice of several authors",
                                    "{0} voices of several authors")
                      : say.Counted(row.voices, "{0} voice", "{0} voices");
  spec.name = shared ? spec.words
                     : say("{0}: {1}", {library.dataset[graph.nodes[row.author]].name, spec.words});
  spec.kind = ButtonKind::kSmall;
  spec.drop_arrow = true;
  spec.command = ScrollTo{spec.id, row.open ? 2.0f : 1.0f};
  spec.pressed = Tri::kNotApplicable;
  const float w = sketch.ButtonWidth(spec);
  const float x = shared ? space.margin() : space.width - space.margin() - w;
  sketch.Button(x, row.y + (row.height - sketch.ButtonHeight(ButtonKind::kSmall)) / 2, spec);
  sketch.scene().items.back().expanded = row.open ? Tri::kYes : Tri::kNo;
}

}  // namespace proviso::view

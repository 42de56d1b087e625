#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/views/claims/stage.h"
#include "core/views/what_if/scene.h"
#include "core/window/dialogs/panels.h"
#include "core/window/dialogs/title.h"

namespace proviso::view {
namespace {

// `body` under a title of its own.
Scene Under(Sketch sketch, float y, Scene body) {
  Scene scene = sketch.Finish(0);
  const auto shift = static_cast<std::int32_t>(scene.items.size());
  for (Shape& shape : body.shapes) {
    shape.rect.y += y;
    for (Point& point : shape.points) point.y += y;
    scene.shapes.push_back(std::move(shape));
  }
  for (Item& item : body.items) {
    // The same controls may stand beside the view that the dialog covers.
    item.id = "dialog/" + item.id;
    if (!item.group.empty()) item.group = "dialog/" + item.group;
    item.rect.y += y;
    if (item.parent >= 0) item.parent += shift;
    scene.items.push_back(std::move(item));
  }
  for (Spot& spot : body.spots) {
    spot.rect.y += y;
    scene.spots.push_back(std::move(spot));
  }
  scene.height = y + body.height;
  return scene;
}

Sketch Titled(Dialog dialog, const Space& space, float* y) {
  Sketch sketch(space, "dialog", Ink::kSurface);
  *y = DrawDialogTitle(sketch, sketch.Say(DialogName(dialog)), space);
  sketch.HRule(DialogMargin(space), *y, space.width - 2 * DialogMargin(space), Ink::kInk, 2);
  *y += 2;
  return sketch;
}

// The scene inside is laid out as on a narrow window, whatever the window is.
Space Inside(const Space& space) {
  Space inside = space;
  if (inside.wide()) inside.size = WidthClass::kMedium;
  return inside;
}

}  // namespace

Scene BuildFiltersDialogScene(StageBuilder& builder, const Space& space) {
  float y = 0;
  Sketch sketch = Titled(Dialog::kFilters, space, &y);
  // By way of a pointer that may change: whatever is put into its caller would be no part.
  decltype(&FacetsScene) volatile facets = FacetsScene;
  return Under(std::move(sketch), y, facets(builder, Inside(space)));
}

Scene BuildLeversDialogScene(const WhatIfModel& model, const ScenarioModel& scenario,
                             const Space& space) {
  float y = 0;
  Sketch sketch = Titled(Dialog::kLevers, space, &y);
  return Under(std::move(sketch), y, BuildLeversScene(model, scenario, Inside(space), false).scene);
}

Blocks NoticesPanel(const TopModel& model, const Say& say) {
  Blocks blocks{Rule{Ink::kInk, 2}, Gap{14}};
  for (const std::string& notice : model.notices) {
    blocks.push_back(Prose{notice, Type::kBody});
    blocks.push_back(Gap{8});
  }
  blocks.push_back(Buttons{{"dialog/dismiss", say("Dismiss"), "", model.dismiss_notices}});
  blocks.push_back(Gap{24});
  return blocks;
}

}  // namespace proviso::view

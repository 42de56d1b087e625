#include "core/view/compare_scene.h"
#include "core/view/frame_builder.h"

namespace proviso::view {

void CompareStage(FrameBuilder& builder, Rect rect) {
  const CompareSides sides = SidesOf(builder.library(), builder.state());
  std::optional<Comparison>& kept = builder.cache().comparison;
  const bool ready = sides.a && sides.b && sides.a != sides.b;
  if (!kept || kept->a != sides.a || kept->b != sides.b) {
    kept.emplace();
    kept->a = sides.a;
    kept->b = sides.b;
    if (ready) kept = Compare(builder.library(), sides.a, sides.b);
  }
  const CompareModel model = BuildCompareModel(builder.library(), builder.session(), *kept);
  builder.Add(
      "stage", Landmark::kMain, builder.Say("Comparison"), rect, Ink::kPaper,
      [&](const Space& space) { return BuildCompareScene(model, space, builder.selected_y()); });
}

}  // namespace proviso::view

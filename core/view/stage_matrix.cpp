#include <algorithm>

#include "core/view/frame_builder.h"
#include "core/view/matrix_scene.h"

namespace proviso::view {

void MatrixStage(FrameBuilder& builder, Rect rect) {
  const MatrixTable& table = builder.cache().matrix.Of(builder.library(), builder.state());
  Panel& stage = builder.Add(
      "stage", Landmark::kMain, builder.Say("Matrix"), rect, Ink::kPaper, [&](const Space& space) {
        return builder.phone()
                   ? BuildMatrixPhoneScene(builder.library(), builder.session(), table, space)
                   : BuildMatrixScene(builder.library(), builder.session(), table, space,
                                      builder.selected_y());
      });
  if (builder.phone()) {
    stage.swipe_left = "matrix/next";
    stage.swipe_right = "matrix/previous";
  }
  // Deep in a long table its heads stand over it, where they leave it room enough.
  const auto heads = std::find_if(stage.scene.items.begin(), stage.scene.items.end(),
                                  [](const Item& item) { return item.id == "matrix/heads"; });
  if (builder.phone() || heads == stage.scene.items.end() || rect.h < builder.S(360)) return;
  Scene scene =
      BuildMatrixHeadsScene(builder.library(), builder.session(), table, builder.SpaceFor(rect));
  if (stage.scroll_y + scene.height <= heads->rect.bottom()) return;
  builder.Add("heads", Landmark::kRegion, builder.Say("Columns in sight"),
              {rect.x, rect.y, rect.w, scene.height}, Ink::kPaper,
              [&](const Space&) { return scene; });
}

}  // namespace proviso::view

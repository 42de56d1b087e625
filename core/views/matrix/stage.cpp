#include "core/views/matrix/stage.h"

#include <algorithm>

#include "core/canvas/neighbour.h"
#include "core/views/matrix/scene.h"

namespace proviso::view {

void MatrixStage(StageBuilder& builder, Rect rect) {
  const MatrixTable& table =
      builder.cache().Kept<MatrixCache>().Of(builder.library(), builder.state());
  Panel& stage = builder.Add(
      "stage", Landmark::kMain, builder.Say("Matrix"), rect, Ink::kPaper, [&](const Space& space) {
        // A part of its own (web/parts.json), so nothing of it is made a piece of this function.
        decltype(&BuildMatrixPhoneScene) volatile phone = BuildMatrixPhoneScene;
        return builder.phone() ? phone(builder.library(), builder.session(), table, space)
               : table.down    ? BuildMatrixDownScene(builder.library(), builder.session(), table,
                                                      space, builder.selected_y())
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
  const Space space = builder.SpaceFor(rect);
  // Called by name: what has its address taken is no longer in its part of the program.
  Scene scene = table.down
                    ? BuildMatrixDownHeadsScene(builder.library(), builder.session(), table, space)
                    : BuildMatrixHeadsScene(builder.library(), builder.session(), table, space);
  if (stage.scroll_y + scene.height <= heads->rect.bottom()) return;
  builder.Add("heads", Landmark::kRegion, builder.Say("Columns in sight"),
              {rect.x, rect.y, rect.w, scene.height}, Ink::kPaper,
              [&](const Space&) { return scene; });
}

Legend MatrixLegend(const Library& library, const Session& session) {
  const Say& say = library.say;
  Legend legend;
  legend.keys = {{"← → ↑ ↓", say("move##keys at the foot")},
                 {"Enter", say("opens##keys at the foot")},
                 {"O", say("original place##keys at the foot")}};
  if (session.state.matrix_columns == MatrixColumns::kConditions)
    legend.signs = {Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kUnstated, Sign::kRanking};
  return legend;
}

/// Sideways in the matrix: past the columns in sight they move along, and Home and End go to the
/// ends of a row. Empty where the arrow means what it does in every group.
Commands MatrixKey(const Library& library, const Session& session, const Frame& frame,
                   const KeyPress& key) {
  const std::optional<Way> pressed = WayOf(key.key);
  const Found found = FindItem(frame, session.focus);
  if (!pressed) return {};
  const Way way = *pressed;
  if (found.item == nullptr || found.item->group != kMatrixGroup ||
      (found.item->role != ItemRole::kCell && found.item->role != ItemRole::kColumnHeader) ||
      way == Way::kUp || way == Way::kDown)
    return {};
  const std::vector<Item>& items = found.panel->scene.items;
  std::vector<std::string_view> heads;
  for (const Item& item : items)
    if (item.role == ItemRole::kColumnHeader && item.press)
      heads.push_back(std::string_view(item.id).substr(item.id.rfind('/') + 1));
  const bool ends = way == Way::kFirst || way == Way::kLast;
  if (!ends && Neighbour(*found.panel, *found.item, way) != nullptr) return {};
  constexpr std::int64_t kAll = 1'000'000;
  const std::int64_t by = way == Way::kLeft    ? -1
                          : way == Way::kRight ? 1
                          : way == Way::kFirst ? -kAll
                                               : kAll;
  return MoveInMatrix(library, session, found.item->id, by, heads);
}

}  // namespace proviso::view

#pragma once

#include <cstdint>
#include <vector>

#include "core/canvas/space.h"
#include "core/views/sources/copy_model.h"

namespace proviso::view {

/// One line of the reader's copy, or a passage that is not in it.
struct CopyRow {
  std::uint32_t start = 0, end = 0;  ///< Code points.
  std::uint32_t paragraph = 0;       ///< From 1.
  std::int32_t gap = -1;             ///< Of `CopyModel::gaps`, in place of a line; below 0: none.
  bool first = false;                ///< Of its paragraph.
  float y = 0;                       ///< From the top of the text.
};

/// The copy broken into lines, kept from frame to frame: a long text is measured once a width.
struct CopyFlow {
  std::vector<CopyRow> rows;
  float height = 0, pitch = 0;

  // What it was made for.
  std::uint32_t copy = 0;  ///< The copy's number; 0: none.
  float width = 0, scale = 0, probe = 0;
  bool coarse = false;
};

/// The room at the start of a passage for its signs.
float SignRoom(const CopyMark& mark, float scale);

/// Brings `flow` in step with the copy, the width and the type.
///
/// Cost: linear in the text if any of them changed, else next to nothing.
void FollowCopy(const CopyModel& model, const Space& space, float width, CopyFlow* flow);

}  // namespace proviso::view

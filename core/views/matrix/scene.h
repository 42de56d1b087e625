#pragma once

#include "core/canvas/scene.h"
#include "core/canvas/sketch.h"
#include "core/canvas/space.h"
#include "core/views/matrix/model.h"

namespace proviso::view {

/// The matrix as a table: frozen holders at the left, as many columns as there is room for, rows in
/// sight. `selected_y` is set where something in it is selected.
Scene BuildMatrixScene(const Library& library, const Session& session, const MatrixTable& table,
                       const Space& space, float* selected_y);

/// The same with conditions down and voices across, the silent ones folded into one column.
Scene BuildMatrixDownScene(const Library& library, const Session& session, const MatrixTable& table,
                           const Space& space, float* selected_y);

/// Of a table with conditions down, at most `most` that have room in `rect`, and as many voices,
/// for a picture. Without `draw` nothing is drawn.
struct MatrixDrawn {
  std::uint32_t rows = 0, voices = 0;
};
MatrixDrawn DrawMatrixDown(Sketch& sketch, const Library& library, const Session& session,
                           const MatrixTable& table, std::uint32_t most, Rect rect, bool draw);

/// The heads of the columns in sight, for where the table's own are scrolled away.
Scene BuildMatrixHeadsScene(const Library& library, const Session& session,
                            const MatrixTable& table, const Space& space);

/// The same of the voices across.
Scene BuildMatrixDownHeadsScene(const Library& library, const Session& session,
                                const MatrixTable& table, const Space& space);

/// One holder, or one condition, at a time.
Scene BuildMatrixPhoneScene(const Library& library, const Session& session,
                            const MatrixTable& table, const Space& space);

// Parts of them.

/// Between cells.
inline constexpr float kMatrixGutter = 3;
/// How high what a cell says is, where the next begins `pitch` to the right.
float MatrixCellHeight(const Sketch& sketch, const Library& library, const MatrixTable& table,
                       const MatrixCell& cell, float pitch);
void DrawMatrixCell(Sketch& sketch, const Library& library, const MatrixBox& box, ActorId actor,
                    float pitch, Rect rect);

/// The signs of a cell, or what stands for a gap, in `box`; the glyphs are `size` high.
void DrawMatrixSigns(Sketch& sketch, const MatrixBox& model, Rect box, float middle, float size);
/// A square with a sign for its words; disabled without a command. `name` is for screen readers.
void MatrixSquare(Sketch& sketch, Rect box, std::string_view sign, std::string id, std::string name,
                  std::optional<Command> command);
/// The settings: what the columns are, groups, order, least count. Returns the height.
float DrawMatrixTools(Sketch& sketch, const MatrixModel& model, float x, float y, float width);
/// What modifies a sign, mixed cells, gaps. Returns the height.
float DrawMatrixLegend(Sketch& sketch, const MatrixModel& model, float x, float y, float width);
/// Why there is nothing, and what helps. Returns the height.
float DrawMatrixEmpty(Sketch& sketch, const MatrixModel& model, float x, float y, float width);

}  // namespace proviso::view

#pragma once

#include "core/canvas/view.h"

namespace proviso::view {

// Holders against conditions or propositions.

void MatrixStage(StageBuilder& builder, Rect rect);
std::optional<Figure> MatrixFigure(StageBuilder& builder, Rect room);
Legend MatrixLegend(const Library& library, const Session& session);
Commands MatrixKey(const Library& library, const Session& session, const Frame& frame,
                   const KeyPress& key);

namespace matrix {
inline constexpr View kView{.id = ViewId::kMatrix,
                            .stage = MatrixStage,
                            .legend = MatrixLegend,
                            .on_key = MatrixKey,
                            .figure = MatrixFigure,
                            .part = "matrix",
                            .phone_part = "matrix_phone",
                            .figure_part = "matrix_figure"};
}  // namespace matrix

}  // namespace proviso::view

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/colors.h"
#include "core/canvas/frame.h"
#include "core/canvas/kept.h"
#include "core/canvas/picture.h"
#include "core/state/session.h"

namespace proviso::view {

/// A size in which pictures are published; points.
struct FigureSize {
  float width = 1200, height = 675;
};
inline constexpr FigureSize kFigureWide{}, kFigureSquare{1080, 1080}, kFigureColumn{640, 800};

/// The present view as a picture for an article: a headline, what is supposed, the drawing without
/// any control, a legend of the signs that are in it, the texts, and how they were coded.
///
/// Everything in it is drawn; what has no room is counted in words. A view that has no figure of
/// its own stands as on screen, without its controls. Pure, as `BuildFrame` is.
Frame ComposeFigure(const Library& library, const Session& session, FigureSize size,
                    const TextMeasure& measure, FrameCache* cache = nullptr);

/// What such a picture says to who cannot see it: its headline; its lines and where it comes from.
Picture FigurePicture(const Library& library, const Session& session, const Frame& figure);

/// A font's file, for one face.
struct FontFile {
  Face face = Face::kSans;
  std::string_view bytes;
};

/// The present view as a file: "wide", "square" or "column", then ".svg" or ".png" (two points to
/// one of the picture).
///
/// A page fetches all that is behind it when it is first asked for (core/window/parts.h).
std::string FigureFile(const Library& library, const Session& session, std::string_view kind,
                       const Colors& colors, const std::vector<FontFile>& fonts);

}  // namespace proviso::view

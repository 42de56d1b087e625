// proviso picture: a view as a picture, made without a window.

#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/cli/program.h"
#include "core/figure/compose.h"
#include "core/figure/raster.h"
#include "core/figure/type_faces.h"
#include "core/state/update.h"
#include "core/window/build_frame.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

constexpr float kLeastSide = 200, kMostSide = 4000;
constexpr int kMostFrames = 200;  // In which a layout comes to rest.

/// "1200x675" as a window's size.
std::optional<view::Viewport> SizeOf(const std::string& words) {
  char* end = nullptr;
  const double width = std::strtod(words.c_str(), &end);
  if (end == words.c_str() || (*end != 'x' && *end != 'X')) return std::nullopt;
  const char* rest = end + 1;
  const double height = std::strtod(rest, &end);
  if (end == rest || *end != '\0') return std::nullopt;
  view::Viewport size;
  size.width = static_cast<float>(width);
  size.height = static_cast<float>(height);
  const auto fits = [](float side) { return side >= kLeastSide && side <= kMostSide; };
  if (!fits(size.width) || !fits(size.height)) return std::nullopt;
  return size;
}

/// The shipped fonts; with `all` also the slices of the Chinese one, behind each of them.
std::optional<Problem> ReadFonts(const Program& program, const Console& console, bool all,
                                 view::TypeFaces* faces) {
  constexpr std::array<std::string_view, view::kFaceCount> kFiles{"sans-400", "sans-600",
                                                                  "serif-400", "serif-600"};
  for (std::size_t face = 0; face < view::kFaceCount && !all; ++face) {
    Result<std::string> bytes =
        program.Read(console, "fonts/" + std::string(kFiles[face]) + ".ttf");
    if (!bytes.ok()) return bytes.problems().front();
    if (!faces->Add(static_cast<view::Face>(face), std::move(*bytes)))
      return CallProblem("A font of the page’s program cannot be read.",
                         "Build it anew with web/serve --build-only.");
  }
  if (!all) return std::nullopt;
  for (const auto& [place, file] : program.files.items()) {
    if (place.rfind("fonts/sc/", 0) != 0) continue;
    Result<std::string> bytes = program.Read(console, place);
    if (!bytes.ok()) return bytes.problems().front();
    for (std::size_t face = 0; face < view::kFaceCount; ++face)
      faces->Add(static_cast<view::Face>(face), *bytes);
  }
  return std::nullopt;
}

bool EndsWith(const std::string& path, std::string_view end) {
  return path.size() >= end.size() && path.compare(path.size() - end.size(), end.size(), end) == 0;
}

}  // namespace

int RunPicture(const PictureOptions& options, const Console& console) {
  const bool json = options.common.json;
  const auto size = SizeOf(options.size);
  if (!size)
    return Refuse(console,
                  CallProblem("--size " + view::Quoted(options.size) + " is no size.",
                              "Give width and height, as 1200x675; each from 200 to 4000."),
                  json);
  const bool png = EndsWith(options.out, ".png");
  if (!png && !EndsWith(options.out, ".svg"))
    return Refuse(console,
                  CallProblem("-o " + view::Quoted(options.out) + " is no picture’s name.",
                              "Let it end in .svg or .png."),
                  json);
  const Result<Program> program = FindProgram(options.program, console);
  if (!program.ok()) return Refuse(console, program.problems().front(), json);
  view::TypeFaces faces;
  if (const auto problem = ReadFonts(*program, console, false, &faces))
    return Refuse(console, *problem, json);

  Opened<Dataset> opened = OpenDataset(options.common, console);
  if (!opened.value) return opened.exit_code;
  const view::Library library(std::move(*opened.value));
  view::Session session;
  std::vector<view::Effect> effects;
  std::string link = options.state;
  if (!options.view.empty()) link += (link.empty() ? "v=" : "&v=") + options.view;
  view::OpenLink(library, link, session, effects);
  const auto draw = [&] {
    view::FrameCache cache;
    if (!options.screen)
      return view::ComposeFigure(library, session, {size->width, size->height}, faces, &cache);
    view::Viewport window = *size;
    window.embedded = options.embedded;
    view::Frame frame = view::BuildFrame(library, session, window, faces, &cache);
    for (int i = 0; i < kMostFrames && frame.settling; ++i)
      frame = view::BuildFrame(library, session, window, faces, &cache);
    return frame;
  };
  view::Frame frame = draw();
  if (faces.TakeMissing()) {
    if (const auto problem = ReadFonts(*program, console, true, &faces))
      return Refuse(console, *problem, json);
    frame = draw();
  }
  const view::Colors colors(options.theme == "dark"       ? view::Palette::kDark
                            : options.theme == "contrast" ? view::Palette::kContrast
                                                          : view::Palette::kLight);
  const view::Picture picture = options.screen ? view::PictureOf(library, session)
                                               : view::FigurePicture(library, session, frame);
  const std::string bytes =
      png ? view::FrameToPng(frame, colors, faces, static_cast<float>(options.ratio))
          : view::FrameToSvg(frame, colors, faces, picture, &faces);
  if (const auto problem = console.write(options.out, bytes))
    return Refuse(console, *problem, json);
  return kFine;
}

}  // namespace proviso::cli

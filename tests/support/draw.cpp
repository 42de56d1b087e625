// Writes the picture of a view, for people who review the layout without a browser:
//   proviso_draw FILE FRAGMENT WIDTHxHEIGHT light|dark|contrast OUT.svg [coarse] [dialog N]
//                [palette WORDS] [scroll PANEL Y] [copy DOCUMENT FILE] [outline] [refused FILE]
//                [words CATALOGUE]
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "core/canvas/frame.h"
#include "core/canvas/picture.h"
#include "core/io/load.h"
#include "core/state/update.h"
#include "core/window/build_frame.h"

namespace {

using proviso::view::Dialog;
using proviso::view::Palette;

Palette PaletteOf(const std::string& word) {
  if (word == "dark") return Palette::kDark;
  return word == "contrast" ? Palette::kContrast : Palette::kLight;
}

std::string Read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void Apply(const std::vector<std::string>& options, const proviso::view::Library& library,
           proviso::view::Session* session, proviso::view::Viewport* viewport) {
  std::vector<proviso::view::Effect> effects;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const bool one = i + 1 < options.size(), two = i + 2 < options.size();
    if (options[i] == "coarse") {
      viewport->coarse_pointer = true;
    } else if (options[i] == "dialog" && one) {
      session->dialog = static_cast<Dialog>(std::stoi(options[++i]));
    } else if (options[i] == "palette" && one) {
      session->dialog = Dialog::kPalette;
      session->palette_words = options[++i];
    } else if (options[i] == "copy" && two) {
      proviso::view::Update(
          library, proviso::view::OfferCopy{options[i + 1], options[i + 2], Read(options[i + 2])},
          *session, effects);
      i += 2;
    } else if (options[i] == "outline") {
      session->copies.shown = false;
    } else if (options[i] == "refused" && one) {
      proviso::view::Update(library, proviso::view::ShowDialog{Dialog::kOpen}, *session, effects);
      session->opening.stage = proviso::view::Opening::Stage::kRefused;
      session->opening.name = options[i + 1];
      const auto loaded = proviso::io::Load(Read(options[++i]));
      if (!loaded) session->opening.errors = loaded.problems();
    } else if (options[i] == "scroll" && two) {
      session->scroll[options[i + 1]] = std::stof(options[i + 2]);
      i += 2;
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  proviso::view::Viewport viewport;
  if (args.size() < 5 ||
      std::sscanf(args[2].c_str(), "%fx%f", &viewport.width, &viewport.height) != 2) {
    std::fputs("proviso_draw FILE FRAGMENT WIDTHxHEIGHT light|dark|contrast OUT.svg [option …]\n",
               stderr);
    return 2;
  }
  const std::string bytes = Read(args[0]);
  proviso::Result<proviso::io::Loaded> loaded = proviso::io::Load(bytes);
  if (!loaded) {
    for (const proviso::Problem& problem : loaded.problems())
      std::fprintf(stderr, "%s: %s\n", problem.pointer.c_str(), problem.rule.c_str());
    return 1;
  }
  proviso::view::Library library(std::move(loaded).value().dataset);
  for (std::size_t i = 5; i + 1 < args.size(); ++i) {
    if (args[i] != "words") continue;
    const auto words = proviso::view::Catalogue::Read(Read(args[i + 1]));
    if (!words) {
      std::fprintf(stderr, "%s: %s\n", args[i + 1].c_str(), words.problems()[0].rule.c_str());
      return 1;
    }
    library.say = proviso::view::Say(*words);
  }
  proviso::view::Session session;
  std::vector<proviso::view::Effect> effects;
  proviso::view::OpenLink(library, args[1], session, effects);
  Apply({args.begin() + 5, args.end()}, library, &session, &viewport);
  const proviso::view::TableMeasure measure;
  const proviso::view::Frame frame = proviso::view::BuildFrame(library, session, viewport, measure);
  std::ofstream(args[4], std::ios::binary)
      << proviso::view::FrameToSvg(frame, PaletteOf(args[3]), measure);
  return 0;
}

// Times what opening a file and each view takes natively: views_native DATASET [ROUNDS [ONLY]]
//
// A view is opened as a reader opens it: the whole frame, with a cache in which nothing is yet.
// "again": the next frame, from the same cache. Prints one JSON object with the least times in
// milliseconds of the processor, and of each view the digest of its picture, so that two programs
// can be held against each other. VIEWS_PICTURES names a folder for the pictures themselves.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/sha256.h"
#include "core/canvas/frame.h"
#include "core/canvas/kept.h"
#include "core/canvas/picture.h"
#include "core/io/load.h"
#include "core/state/update.h"
#include "core/window/build_frame.h"
#include "core/window/views.h"

namespace {

using namespace proviso;

/// Of this process: whoever builds something beside it takes the clock's time, not its.
double CpuMs() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

[[noreturn]] void Fail(const std::string& why) {
  std::fprintf(stderr, "views_native: %s\n", why.c_str());
  std::exit(1);
}

struct Open {
  std::string link;
  double first = 1e300, again = 1e300;
  std::size_t items = 0;
  std::string picture;
};

void Time(const view::Library& library, int rounds, Open* open) {
  const view::TableMeasure measure;
  view::Session session;
  std::vector<view::Effect> effects;
  view::OpenLink(library, open->link, session, effects);
  for (int round = 0; round < rounds; ++round) {
    view::FrameCache cache;
    const double from = CpuMs();
    const view::Frame frame = view::BuildFrame(library, session, view::Viewport{}, measure, &cache);
    const double built = CpuMs();
    view::BuildFrame(library, session, view::Viewport{}, measure, &cache);
    open->first = std::min(open->first, built - from);
    open->again = std::min(open->again, CpuMs() - built);
    if (round > 0) continue;
    const std::string picture = view::FrameToSvg(frame, view::Palette::kLight, measure);
    open->picture = Sha256Hex(picture);
    for (const view::Panel& panel : frame.panels) open->items += panel.scene.items.size();
    if (const char* folder = std::getenv("VIEWS_PICTURES"))
      std::ofstream(folder + ("/" + open->link.substr(2)) + ".svg", std::ios::binary) << picture;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) Fail("DATASET [ROUNDS [ONLY]]");
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 3;
  const std::string_view only = argc > 3 ? argv[3] : "";

  const double start = CpuMs();
  Result<io::Loaded> loaded = io::Load(bytes, io::Limits::None());
  if (!loaded.ok()) Fail(loaded.problems()[0].rule);
  const double parsed = CpuMs();
  const view::Library library(std::move(loaded).value().dataset);
  const double ready = CpuMs();
  std::printf("{\"load_ms\":%.4g,\"library_ms\":%.4g,\"views\":{", parsed - start, ready - parsed);

  bool first = true;
  for (const view::View& one : view::kViews) {
    const std::string name(Word(one.id));
    if (!only.empty() && only != name) continue;
    Open open;
    open.link = "v=" + name;
    Time(library, rounds, &open);
    std::printf("%s\"%s\":{\"ms\":%.4g,\"again_ms\":%.4g,\"items\":%zu,\"picture\":\"%s\"}",
                first ? "" : ",", name.c_str(), open.first, open.again, open.items,
                open.picture.substr(0, 16).c_str());
    first = false;
  }
  std::printf("}}\n");
  return 0;
}

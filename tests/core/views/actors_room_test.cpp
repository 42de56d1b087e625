// Who quotes whom, all of it in one window where closer rows make that so.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/canvas/frame.h"
#include "core/state/session.h"
#include "core/window/build_frame.h"
#include "tests/support/matrix_reader.h"

namespace proviso::view {
namespace {

/// The picture in a window 1,440 points wide.
Panel Picture(const Library& library, float height, bool finger = false) {
  Session session;
  session.state.view = ViewId::kActors;
  Viewport viewport;
  viewport.height = height;
  viewport.coarse_pointer = finger;
  const Frame frame = BuildFrame(library, session, viewport, TableMeasure(), nullptr);
  const auto stage = std::find_if(frame.panels.begin(), frame.panels.end(),
                                  [](const Panel& panel) { return panel.id == "stage"; });
  REQUIRE(stage != frame.panels.end());
  return *stage;
}

/// How far it is from each voice to the next below it, at one side.
std::vector<float> Steps(const Panel& panel) {
  std::vector<float> middles, steps;
  for (const Item& item : panel.scene.items)
    if (item.id.rfind("actor/", 0) == 0 && item.rect.x > panel.rect.w * 0.68f)
      middles.push_back(item.rect.y + item.rect.h / 2);
  std::sort(middles.begin(), middles.end());
  for (std::size_t i = 1; i < middles.size(); ++i) steps.push_back(middles[i] - middles[i - 1]);
  return steps;
}

TEST_CASE("rows of voices move closer where they would not fit, and no closer than their words",
          "[view][actors]") {
  const Library& library = test::Real();
  const Panel roomy = Picture(library, 1400), low = Picture(library, 940);
  CHECK(low.scene.height <= low.rect.h + 0.5f);
  const std::vector<float> wide = Steps(roomy), close = Steps(low);
  REQUIRE(wide.size() > 8);
  REQUIRE(close.size() == wide.size());
  CHECK(*std::min_element(wide.begin(), wide.end()) >= 30.5f);
  CHECK(*std::min_element(close.begin(), close.end()) >= 23.5f);
  CHECK(*std::min_element(close.begin(), close.end()) < 28);
  // A finger needs its room: then the picture scrolls.
  const std::vector<float> touched = Steps(Picture(library, 940, true));
  CHECK(*std::min_element(touched.begin(), touched.end()) >= 43.5f);
}

}  // namespace
}  // namespace proviso::view

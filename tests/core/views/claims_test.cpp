#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/frame.h"
#include "core/io/load.h"
#include "core/state/update.h"
#include "core/window/build_frame.h"
#include "tests/support/files.h"

namespace proviso::view {
namespace {

const Library& Bundled() {
  static const Library library = [] {
    Result<io::Loaded> loaded = io::Load(test::ReadFile("data/china-military-aid.json"));
    REQUIRE(loaded.ok());
    return Library(std::move(loaded).value().dataset);
  }();
  return library;
}

/// The rows of the claim list, met while scrolling from its top to its end: place and id.
std::map<std::uint32_t, std::string> Rows(std::string_view link, Viewport viewport,
                                          std::uint32_t* size) {
  Session session;
  std::vector<Effect> effects;
  OpenLink(Bundled(), link, session, effects);
  const TableMeasure measure;
  std::map<std::uint32_t, std::string> rows;
  std::string focus;
  for (float y = 0;; y += viewport.height / 2) {
    session.scroll["stage"] = y;
    const Frame frame = BuildFrame(Bundled(), session, viewport, measure);
    float end = 0;
    for (const Panel& panel : frame.panels) {
      if (panel.id != "stage") continue;
      end = panel.scene.height;
      for (const Item& item : panel.scene.items) {
        if (item.group != "claims") continue;
        const auto [at, fresh] = rows.try_emplace(item.pos, item.id);
        INFO(link << " " << item.pos);
        CHECK(at->second == item.id);  // One place, one claim, wherever one scrolls to.
        if (*size == 0) *size = item.size;
        CHECK(item.size == *size);
      }
    }
    if (y > end) return rows;
  }
}

}  // namespace

TEST_CASE("the places of the claims run from 1 to their number, each once", "[view][claims]") {
  struct Case {
    std::string_view link;
    Viewport viewport;
  };
  for (const Case& one :
       {Case{"v=claims", {1440, 900}}, Case{"v=claims&group=topic", {1440, 900}},
        Case{"v=claims&group=holder&sort=place", {390, 844}},
        Case{"v=claims&q=taiwan", {1440, 900}}, Case{"v=claims&holder=a-raska", {1440, 900}}}) {
    std::uint32_t size = 0;
    const auto rows = Rows(one.link, one.viewport, &size);
    INFO(one.link);
    REQUIRE(!rows.empty());
    CHECK(rows.begin()->first == 1);
    CHECK(rows.rbegin()->first == size);
    CHECK(rows.size() == size);
    std::map<std::string, int> times;
    for (const auto& [pos, id] : rows) ++times[id];
    for (const auto& [id, count] : times) CHECK(count == 1);
  }
}

}  // namespace proviso::view

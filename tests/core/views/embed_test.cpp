#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/io/load.h"
#include "core/state/update.h"
#include "core/window/build_frame.h"
#include "tests/support/files.h"
#include "tests/support/frame_faults.h"
#include "tests/support/harbour.h"
#include "tests/support/hostile.h"

namespace proviso::view {
namespace {

using test::Faults;
using test::First;

struct Embed {
  const Library& library;
  Session session = {};

  Frame Draw(float width, float height, bool coarse = false) const {
    Viewport window;
    window.width = width;
    window.height = height;
    window.coarse_pointer = coarse;
    window.embedded = true;
    return BuildFrame(library, session, window, TableMeasure());
  }
  void Do(const Command& command) {
    std::vector<Effect> effects;
    Update(library, command, session, effects);
  }
};

std::size_t CountOf(const Frame& frame, ItemRole role, std::string_view prefix) {
  std::size_t count = 0;
  for (const Panel& panel : frame.panels)
    for (const Item& item : panel.scene.items)
      count += item.role == role && item.id.rfind(prefix, 0) == 0 ? 1u : 0u;
  return count;
}

bool Has(const Frame& frame, std::string_view id) { return FindItem(frame, id).item != nullptr; }

std::size_t Chips(const Frame& frame) {
  std::size_t count = 0;
  for (const Panel& panel : frame.panels)
    for (const Item& item : panel.scene.items)
      count += item.id.size() > 5 && item.id.compare(item.id.size() - 5, 5, ".chip") == 0 ? 1u : 0u;
  return count;
}

TEST_CASE("in somebody's page What if is a card where it has less than 960 by 640", "[card]") {
  const Library library = test::Harbour();
  Embed embed{library};
  embed.session.host.page = "https://example.org/article";
  constexpr std::size_t kAnswer = 2;  // Nobody else in it does before something is supposed.
  const Frame whole = embed.Draw(960, 640);
  CHECK(Has(whole, "tab/matrix"));
  CHECK_FALSE(Has(whole, "card/cite"));
  for (const auto& [width, height] : {std::pair{959.0f, 640.0f}, {1200.0f, 639.0f}, {640, 440}}) {
    INFO(width << " by " << height);
    const Frame four = embed.Draw(width, height);
    CHECK_FALSE(Has(four, "tab/matrix"));
    CHECK(CountOf(four, ItemRole::kRadioGroup, "lever/") == 4);
    CHECK(CountOf(four, ItemRole::kGroup, "answer/") == kAnswer);
    CHECK(Has(four, "card/full"));
    CHECK(Has(four, "card/cite"));
  }
  for (const auto& [width, height] : {std::pair{639.0f, 440.0f}, {700.0f, 439.0f}, {400, 320}}) {
    INFO(width << " by " << height);
    const Frame chips = embed.Draw(width, height);
    CHECK(Chips(chips) == 3);
    CHECK(CountOf(chips, ItemRole::kRadioGroup, "lever/") == 0);
    CHECK(CountOf(chips, ItemRole::kButton, "answer/") == kAnswer);
    CHECK(Has(chips, "card/cite"));
  }
  for (const auto& [width, height] : {std::pair{399.0f, 800.0f}, {700.0f, 319.0f}, {320, 240}}) {
    INFO(width << " by " << height);
    const Frame still = embed.Draw(width, height);
    CHECK(Chips(still) == 0);
    CHECK(CountOf(still, ItemRole::kRadioGroup, "lever/") == 0);
    const Found link = FindItem(still, "card/full");
    REQUIRE(link.item != nullptr);
    CHECK(link.item->role == ItemRole::kLink);
    CHECK(link.item->rect.w == width);
    REQUIRE(link.item->press);
    REQUIRE(link.item->press->As<OpenUrl>() != nullptr);
    CHECK(link.item->press->As<OpenUrl>()->url.rfind("https://example.org/article#", 0) == 0);
  }
}

TEST_CASE("a page of its own is no card, however small, and no other view is one", "[card]") {
  const Library library = test::Harbour();
  Session session;
  Viewport phone;
  phone.width = 390;
  phone.height = 844;
  const Frame hosted = BuildFrame(library, session, phone, TableMeasure());
  CHECK(Has(hosted, "tabs/more"));
  CHECK_FALSE(Has(hosted, "card/cite"));
  Embed embed{library};
  embed.session.state.view = ViewId::kClaims;
  CHECK_FALSE(Has(embed.Draw(720, 480), "card/cite"));
}

TEST_CASE("large type makes a card of what it would be at half the size", "[card]") {
  const Library library = test::Harbour();
  Embed embed{library};
  embed.session.state.text_percent = 200;
  CHECK(Has(embed.Draw(1920, 1280), "tabs"));
  CHECK(Chips(embed.Draw(1200, 800)) == 3);
}

TEST_CASE("what is supposed stands in the card, whichever condition it is", "[card]") {
  const Library library = test::Harbour();
  Embed embed{library};
  const Frame before = embed.Draw(480, 360);
  for (const Proposition& one : library.dataset.propositions) {
    if (one.role != Role::kLever) continue;
    Embed other{library};
    other.Do(Suppose{std::string(one.id), Lever::kOn});
    if (other.session.state.on.empty()) continue;
    INFO(one.id);
    CHECK(Has(other.Draw(480, 360), "lever/" + std::string(one.id) + ".chip"));
    CHECK(Has(other.Draw(720, 480), "lever/" + std::string(one.id)));
  }
  CHECK(Has(before, "card/more"));
}

TEST_CASE("a chip goes from open to on, to off, to open", "[card]") {
  const Library library = test::Harbour();
  Embed embed{library};
  const auto press = [&] {
    const Frame frame = embed.Draw(480, 360);
    const Found chip = FindItem(frame, "lever/storm-ends.chip");
    REQUIRE(chip.item != nullptr);
    REQUIRE(chip.item->press);
    embed.Do(*chip.item->press);
  };
  press();
  CHECK(embed.session.state.on == std::vector<std::string>{"storm-ends"});
  press();
  CHECK(embed.session.state.on.empty());
  CHECK(embed.session.state.off == std::vector<std::string>{"storm-ends"});
  press();
  CHECK(embed.session.state.off.empty());
}

TEST_CASE("a card says the same of a voice as the whole view, and its reasons open in it",
          "[card]") {
  const Library library = test::Harbour();
  Embed embed{library};
  embed.Do(Suppose{"storm-ends", Lever::kOn});
  const Frame four = embed.Draw(720, 480);
  const Frame wide = embed.Draw(1440, 900);
  std::size_t same = 0;
  for (const Panel& panel : four.panels)
    for (const Item& item : panel.scene.items) {
      if (item.role != ItemRole::kGroup || item.id.rfind("answer/", 0) != 0) continue;
      const Found other = FindItem(wide, item.id);
      REQUIRE(other.item != nullptr);
      CHECK(other.item->name == item.name);
      ++same;
    }
  CHECK(same == 3);
  const Found why = FindItem(four, "answer/a-clerk.why");
  REQUIRE(why.item != nullptr);
  REQUIRE(why.item->press);
  embed.Do(*why.item->press);
  for (const auto& [width, height] : {std::pair{720.0f, 480.0f}, {480.0f, 360.0f}}) {
    const Frame reasons = embed.Draw(width, height);
    const auto panel = std::find_if(reasons.panels.begin(), reasons.panels.end(),
                                    [](const Panel& one) { return one.id == "inspector"; });
    REQUIRE(panel != reasons.panels.end());
    CHECK(panel->rect.w == width);
    CHECK(First(Faults(reasons, TableMeasure())).empty());
  }
}

TEST_CASE("a card tells who coded it, in the words of the dataset", "[card]") {
  Result<io::Loaded> loaded = io::Load(test::ReadFile("data/china-military-aid.json"));
  REQUIRE(loaded.ok());
  const Library library(std::move(loaded->dataset));
  Embed embed{library};
  for (const auto& [width, height] : {std::pair{720.0f, 480.0f}, {480.0f, 360.0f}, {320, 260}}) {
    const Frame frame = embed.Draw(width, height);
    const Found coded = FindItem(frame, "foot/coded");
    REQUIRE(coded.item != nullptr);
    CHECK(coded.item->name.find("No human has checked the result.") != std::string::npos);
  }
}

TEST_CASE("a card holds for any dataset, any size of type and a finger", "[card]") {
  const Library harbour = test::Harbour();
  const Library hostile = test::HostileLibrary(120);
  for (const Library* library : {&harbour, &hostile})
    for (const auto& [width, height] : {std::pair{720.0f, 480.0f},
                                        {640.0f, 440.0f},
                                        {480.0f, 360.0f},
                                        {400.0f, 320.0f},
                                        {360.0f, 240.0f}})
      for (const int percent : {100, 200})
        for (const bool coarse : {false, true}) {
          Embed embed{*library};
          embed.session.host.page = "https://example.org/";
          embed.session.state.text_percent = static_cast<std::uint16_t>(percent);
          const auto scale = static_cast<float>(percent) / 100;
          INFO(width << " by " << height << " at " << percent << " %, finger " << coarse);
          CHECK(First(Faults(embed.Draw(width * scale, height * scale, coarse), TableMeasure())) ==
                "");
        }
}

}  // namespace
}  // namespace proviso::view

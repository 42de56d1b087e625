#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/io/load.h"
#include "core/state/update.h"
#include "core/views/what_if/landing.h"
#include "core/views/what_if/model.h"
#include "core/window/build_frame.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"

using namespace proviso;
using namespace proviso::view;

namespace {

const Library& Texts() {
  static const Library library = [] {
    Result<io::Loaded> loaded = io::Load(test::ReadFile("data/china-military-aid.json"));
    REQUIRE(loaded.ok());
    return Library(std::move(loaded).value().dataset);
  }();
  return library;
}

WhatIfModel With(const Library& library, std::vector<std::string> on) {
  Session session;
  session.state.on = std::move(on);
  std::sort(session.state.on.begin(), session.state.on.end());
  return BuildWhatIfModel(library, session);
}

const ChartLane& Lane(const WhatIfModel& model, std::string_view key) {
  for (const ChartLane& lane : model.chart.lanes)
    if (lane.key == key) return lane;
  FAIL(key);
  return model.chart.lanes.front();
}

const ChartRow& Row(const WhatIfModel& model, std::string_view id) {
  for (const ChartLane& lane : model.chart.lanes)
    for (const ChartRow& row : lane.rows)
      if (row.id == id) return row;
  FAIL(id);
  return model.chart.lanes.front().rows.front();
}

std::vector<std::string> Ids(const WhatIfModel& model) {
  std::vector<std::string> ids;
  for (const ChartLane& lane : model.chart.lanes)
    for (const ChartRow& row : lane.rows) ids.push_back(row.id);
  return ids;
}

const TrayLine* Line(const WhatIfModel& model, TrayKind kind) {
  for (const TrayLine& line : model.tray)
    if (line.kind == kind) return &line;
  return nullptr;
}

constexpr const char* kTies = "us-strengthens-taiwan-ties";
constexpr const char* kWorse = "us-china-relations-worsen";

}  // namespace

TEST_CASE("every author has a row, then every voice that can say how likely it is: own words first",
          "[view][what-if][chart]") {
  const WhatIfModel model = With(Texts(), {});
  const ChartLane& lane = Lane(model, "outcome");
  REQUIRE(lane.rows.size() == 5);
  CHECK(lane.rows[0].id == "row/a-blog-author");
  CHECK(lane.rows[1].id == "row/a-news-author");
  CHECK(lane.rows[2].name == "Joe Biden");
  std::vector<Distance> distances;
  for (const ChartRow& row : lane.rows) distances.push_back(row.mark.distance);
  CHECK(std::is_sorted(distances.begin(), distances.end()));
  CHECK(lane.rows.back().mark.doubted);
  CHECK(lane.rows.back().says.steps == std::vector<std::uint8_t>{7});
}

TEST_CASE("rows never move and never vanish, whatever is switched", "[view][what-if][chart]") {
  const WhatIfModel open = With(Texts(), {});
  const std::vector<std::string> ids = Ids(open);
  for (const LeverGroup& group : open.groups)
    for (const LeverRow& row : group.rows) {
      INFO(row.id);
      CHECK(Ids(With(Texts(), {row.id})) == ids);
    }
  CHECK(Ids(With(Texts(), {kTies, kWorse})) == ids);
}

TEST_CASE("a mark stands on the step that is said, with the text's own hedge beside it",
          "[view][what-if][chart]") {
  const WhatIfModel model = With(Texts(), {kTies});
  const ChartRow& author = Row(model, "row/a-blog-author");
  CHECK(author.says.steps == std::vector<std::uint8_t>{6});
  CHECK(author.says.word == "very likely");
  CHECK(author.says.hedge);
  REQUIRE(author.says.direction);
  CHECK(author.says.direction->sign == Sign::kMore);
  const ChartRow& biden = Row(model, "row/a-blog-author/a-biden");
  CHECK(biden.says.steps == std::vector<std::uint8_t>{4});
  CHECK(biden.says.word == "doesn’t mean they won’t");
}

TEST_CASE("where no likelihood is said, the row says why, and carries the condition that it lacks",
          "[view][what-if][chart]") {
  const WhatIfModel model = With(Texts(), {});
  const ChartRow& blog = Row(model, "row/a-blog-author");
  CHECK(blog.says.steps.empty());
  REQUIRE(blog.needs);
  CHECK(blog.needs->proposition == kTies);
  CHECK(blog.needs->suppose.As<Suppose>()->lever == Lever::kOn);
  const ChartRow& news = Row(model, "row/a-news-author");
  CHECK(news.says.word == "asks, and leaves it open");
  CHECK_FALSE(news.needs);
  // What it would say of a step before stands in a row of its own, and never on the outcome.
  const ChartRow& reason = Row(model, "row/a-news-author~china-incentive-arms");
  REQUIRE(reason.needs);
  CHECK(reason.needs->proposition == kWorse);
}

TEST_CASE("a row keeps what it said before the last switch, and only where that was something else",
          "[view][what-if][chart]") {
  const WhatIfModel model = With(Texts(), {kTies, kWorse});
  std::vector<std::string> changed;
  for (const ChartLane& lane : model.chart.lanes)
    for (const ChartRow& row : lane.rows)
      if (row.before) changed.push_back(row.id);
  CHECK(changed ==
        std::vector<std::string>{"row/a-blog-author", "row/a-news-author~china-incentive-arms"});
  CHECK(Row(model, changed[0]).before->steps.empty());
}

TEST_CASE("a wire runs from each supposed condition to the rows that it changes, and to no other",
          "[view][what-if][chart]") {
  Session session;
  session.state.on = {kWorse, kTies};
  std::sort(session.state.on.begin(), session.state.on.end());
  Answers answers, beside, before;
  const WhatIfModel model = BuildWhatIfModel(Texts(), session, &answers, &beside, &before);
  WithoutOne kept;
  const std::vector<WireModel> wires = BuildWires(Texts(), session.state, FindOutcome(Texts(), ""),
                                                  model, answers.scenario(), &kept);
  std::set<std::pair<std::string, std::string>> ends;
  for (const WireModel& wire : wires) {
    ends.emplace(wire.lever, wire.row);
    REQUIRE(wire.sign);
    CHECK(wire.sign->sign == Sign::kMore);
  }
  CHECK(ends ==
        std::set<std::pair<std::string, std::string>>{
            {kTies, "row/a-blog-author"}, {kWorse, "row/a-news-author~china-incentive-arms"}});
}

TEST_CASE("who says which way alone has no row, and says so in the tray",
          "[view][what-if][chart]") {
  CHECK(Line(With(Texts(), {}), TrayKind::kSpeaks) == nullptr);
  const WhatIfModel model = With(Texts(), {"us-warns-china"});
  const TrayLine* line = Line(model, TrayKind::kSpeaks);
  REQUIRE(line != nullptr);
  REQUIRE(line->voices.size() == 1);
  CHECK(line->voices[0].name == "United States");
  CHECK(line->voices[0].changed);
  REQUIRE(line->voices[0].sign);
  CHECK(line->voices[0].sign->sign == Sign::kLess);
}

TEST_CASE("nobody stands both in the chart and among those who say nothing",
          "[view][what-if][chart]") {
  for (const std::vector<std::string>& on :
       {std::vector<std::string>{}, {kTies}, {kWorse, "us-warns-china"}}) {
    const WhatIfModel model = With(Texts(), on);
    std::set<std::string> seated;
    for (const ChartLane& lane : model.chart.lanes)
      for (const ChartRow& row : lane.rows) seated.insert(row.name);
    for (const TrayKind kind : {TrayKind::kPast, TrayKind::kSilent}) {
      const TrayLine* line = Line(model, kind);
      REQUIRE(line != nullptr);
      for (const TrayVoice& voice : line->voices) CHECK(seated.count(voice.name) == 0);
    }
  }
}

TEST_CASE("a lane with more than twelve rows folds the rest, and opens in place",
          "[view][what-if][chart]") {
  Session session;
  WhatIfModel model = BuildWhatIfModel(Texts(), session);
  for (const ChartLane& lane : model.chart.lanes) CHECK_FALSE(lane.fold);
  session.state.opened = {"silent"};
  model = BuildWhatIfModel(Texts(), session);
  const TrayLine* line = Line(model, TrayKind::kSilent);
  REQUIRE(line != nullptr);
  CHECK(line->opened);
  std::vector<Effect> effects;
  Update(Texts(), line->show->command, session, effects);
  CHECK(session.state.opened.empty());
}

TEST_CASE("the head says at the start that neither author says how likely it is",
          "[view][what-if]") {
  const WhatIfModel model = With(Texts(), {});
  CHECK(model.summary.find("3 voices say how likely it is: Joe Biden, ") != std::string::npos);
  CHECK(model.summary.find("Neither author does.") != std::string::npos);
  const WhatIfModel then = With(Texts(), {kTies});
  CHECK(then.lead == "1 voice changed.");
  CHECK(With(Texts(), {"war-in-ukraine"}).lead == "No voice changes its answer.");
}

TEST_CASE("who is new is told what this is, and offered each author's first condition",
          "[view][what-if][landing]") {
  const LandingModel landing = BuildLandingModel(Texts(), With(Texts(), {}));
  CHECK(landing.title == "China sends weapons to Russia? It depends whom you ask");
  std::vector<std::string> tries;
  for (const Missing& one : landing.tries) tries.push_back(one.proposition);
  CHECK(tries == std::vector<std::string>{kTies, kWorse, "western-penalties-for-arming"});
  // What is to be pressed first is as large as a button; a chip within words is not.
  Session newcomer;
  std::vector<Effect> effects;
  Update(Texts(), OfferTour{true}, newcomer, effects);
  const Frame frame = BuildFrame(Texts(), newcomer, {}, TableMeasure());
  REQUIRE_FALSE(tries.empty());
  for (const std::string& one : tries) {
    const Item* chip = FindItem(frame, "landing/if/" + one).item;
    REQUIRE(chip != nullptr);
    CHECK(chip->rect.h >= 30);
  }
  REQUIRE(landing.cards.size() == 2);
  CHECK(landing.cards[0].letter == "A");
  CHECK(landing.cards[0].counts == "109 claims in 18 paragraphs");
  CHECK(landing.coded.find("No human has checked the result.") != std::string::npos);
}

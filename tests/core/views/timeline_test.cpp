#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>

#include "core/canvas/camera.h"
#include "core/canvas/frame.h"
#include "core/canvas/kept.h"
#include "core/io/load.h"
#include "core/state/brush.h"
#include "core/state/passing.h"
#include "core/state/scenario.h"
#include "core/state/update.h"
#include "core/views/claims/model.h"
#include "core/views/timeline/model.h"
#include "core/views/timeline/parts.h"
#include "core/views/timeline/stage.h"
#include "core/window/around/inspector_model.h"
#include "core/window/around/top_model.h"
#include "core/window/build_frame.h"
#include "core/window/keys.h"
#include "core/words/dates.h"
#include "core/words/labels.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"
#include "tests/support/hostile.h"

namespace proviso::view {
namespace {

constexpr const char* kBundled = "data/china-military-aid.json";

const Library& Bundled() {
  static const Library library = [] {
    Result<io::Loaded> loaded = io::Load(test::ReadFile(kBundled));
    REQUIRE(loaded.ok());
    return Library(std::move(loaded).value().dataset);
  }();
  return library;
}
nlohmann::json BundledJson() { return nlohmann::json::parse(test::ReadFile(kBundled)); }

/// Any date of the subset, most of them near each other.
class RandomDates {
 public:
  explicit RandomDates(unsigned seed) : random_(seed) {}

  std::string Any() {
    while (true) {
      std::string date = End();
      const int kind = Below(10);
      if (kind == 0) date += "/..";
      if (kind == 1) date = "../" + date;
      if (kind <= 4 && kind > 1) date += "/" + End();
      if (ParseDate(date)) return date;
    }
  }
  std::string End() {
    const int year = Below(3) == 0 ? 1900 + Below(200) : 2021 + Below(4);
    std::string date = std::to_string(year);
    const int precision = Below(4);
    if (precision > 0) date += "-" + Two(1 + Below(12));
    if (precision > 1) date += "-" + Two(1 + Below(28));
    return date + std::string(std::array<const char*, 6>{"", "", "", "~", "?",
                                                         "%"}[static_cast<std::size_t>(Below(6))]);
  }
  int Below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

 private:
  static std::string Two(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }
  std::minstd_rand random_;
};

ViewState Brushed(std::string from, std::string to) {
  ViewState state;
  state.view = ViewId::kTimeline;
  state.claims.from = std::move(from);
  state.claims.to = std::move(to);
  return state;
}

struct Desk {
  const Library& library = Bundled();
  Session session;
  FrameCache cache;
  Viewport viewport;

  Desk() { session.state.view = ViewId::kTimeline; }
  void Do(const Commands& commands) {
    std::vector<Effect> effects;
    for (const Command& command : commands) Update(library, command, session, effects);
  }
  Frame Draw() { return BuildFrame(library, session, viewport, TableMeasure(), &cache); }
  const Panel& PanelOf(const Frame& frame, std::string_view id) {
    for (const Panel& panel : frame.panels)
      if (panel.id == id) return panel;
    FAIL("no panel");
    return frame.panels[0];
  }
};

const TimeLane& Lane(const TimelineModel& model, std::string_view key) {
  for (const TimeLane& lane : model.lanes)
    if (lane.key == key) return lane;
  FAIL("no lane " << key);
  return model.lanes[0];
}
const TimeList& List(const TimelineModel& model, std::string_view key) {
  for (const TimeList& list : model.lists)
    if (list.key == key) return list;
  FAIL("no list " << key);
  return model.lists[0];
}
const TimeMark& Mark(const TimelineModel& model, std::string_view id) {
  for (const TimeLane& lane : model.lanes)
    for (const TimeMark& mark : lane.marks)
      if (mark.id == id) return mark;
  FAIL("no mark " << id);
  return model.lanes[0].marks[0];
}

}  // namespace

TEST_CASE("an axis puts every day of every date between the ends of its bar", "[view][timeline]") {
  RandomDates random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<DateRange> dates;
    std::vector<std::string> words;
    for (int i = 0; i < 1 + round % 30; ++i) {
      words.push_back(random.Any());
      dates.push_back(*ParseDate(words.back()));
    }
    const TimeAxis axis(dates);
    REQUIRE(axis.width() >= 899.0f);
    REQUIRE(axis.width() <= 4001.0f);
    float x = 0;
    std::int32_t day = axis.parts()[0].first_day;
    for (const AxisPart& part : axis.parts()) {
      CHECK(part.x == x);
      CHECK(part.first_day == day);
      CHECK(part.width > 0.0f);
      x = part.right();
      day += part.days;
    }
    for (std::size_t i = 0; i < dates.size(); ++i) {
      INFO(words[i]);
      const DrawnDate drawn = Drawn(dates[i]);
      const Days days = *DaysOf(words[i]);
      // What is drawn is the date itself, but for the open end.
      CHECK((drawn.open_before || drawn.first == days.first));
      CHECK((drawn.open_after || drawn.last == days.last));
      CHECK(axis.Left(drawn) < axis.Right(drawn));
      for (const std::int32_t d : {drawn.first, (drawn.first + drawn.last) / 2, drawn.last}) {
        CHECK(axis.At(d) >= axis.Left(drawn));
        CHECK(axis.At(d + 1) <= axis.Right(drawn));
        CHECK(axis.At(d) < axis.At(d + 1));
      }
      // No date begins or ends where the axis is folded.
      for (const AxisPart& part : axis.parts())
        if (part.kind == AxisPart::Kind::kFold)
          for (const std::int32_t end : {drawn.first, drawn.last})
            CHECK((end < part.first_day || end >= part.first_day + part.days));
    }
  }
}

TEST_CASE("the bar of a date covers its first and its last day", "[view][timeline]") {
  RandomDates random(11);
  const TableMeasure measure;
  for (int round = 0; round < 300; ++round) {
    const std::string date = random.Any();
    INFO(date);
    const DrawnDate drawn = Drawn(*ParseDate(date));
    Sketch sketch(Space{measure}, "test", Ink::kPaper);
    DrawDate(sketch, drawn, {round % 2 == 0, false}, 100, drawn.day() ? 104 : 180, 50, 12);
    const bool covered = std::any_of(
        sketch.scene().shapes.begin(), sketch.scene().shapes.end(), [&](const Shape& shape) {
          return shape.kind != ShapeKind::kLine && shape.rect.x <= 100 &&
                 shape.rect.right() >= (drawn.day() ? 104 : 180);
        });
    CHECK(covered);
    const auto has = [&](ShapeKind kind) {
      return std::any_of(sketch.scene().shapes.begin(), sketch.scene().shapes.end(),
                         [kind](const Shape& shape) { return shape.kind == kind; });
    };
    CHECK(has(ShapeKind::kHatch) == (round % 2 == 0));                       // Inferred.
    CHECK(has(ShapeKind::kLine) == (date.find("..") != std::string::npos));  // Open.
  }
}

TEST_CASE("ticks get finer with the zoom and never stand in a fold", "[view][timeline]") {
  const TimeAxis axis({*ParseDate("1960"), *ParseDate("2022-02"), *ParseDate("2023-03-07")});
  REQUIRE(axis.parts().size() == 5);
  CHECK(FoldWords(axis.parts()[1], Say()) == "61 years");
  CHECK(FoldWords(axis.parts()[3], Say()) == "12 months");
  const auto words = [&](float scale) {
    std::string all;
    for (const AxisTick& tick : axis.Ticks(0, axis.width(), scale, 34))
      all += (tick.above.empty() ? "" : tick.above + ":") + tick.words + " ";
    return all;
  };
  CHECK(words(0.3f) == "1960: 2022:Feb 2023:Mar ");
  CHECK(words(0.05f) == "1960: 2022: 2023: ");
  CHECK(words(8).find("Mar 2023:1 ") != std::string::npos);
  CHECK(words(8).find(" 31 ") != std::string::npos);
  for (const float scale : {0.1f, 1.0f, 8.0f}) {
    float last = -1;
    for (const TimeAxis::Place& place : axis.Places(0, axis.width(), scale)) {
      CHECK(place.x > last);
      last = place.x;
      CHECK(DaysOf(place.date));
    }
  }
}

TEST_CASE("a brush around everything passes every claim that has a date, and no other",
          "[view][timeline]") {
  const Library hostile = test::HostileLibrary(200);
  for (const Library* library : {&Bundled(), &hostile}) {
    std::size_t dated = 0;
    for (const Claim& claim : library->dataset.claims)
      dated += DaysOf(DateOf(library->dataset, claim)).has_value() ? 1u : 0u;
    CHECK(PassingClaims(*library, Brushed("0000", "9999")).size() == dated);
    CHECK(PassingClaims(*library, Brushed("", "")).size() == library->dataset.claims.size());
  }
}

TEST_CASE("what passes a random brush is what a look at each claim's date leaves",
          "[view][timeline]") {
  RandomDates random(3);
  const nlohmann::json json = BundledJson();
  std::map<std::string, std::string> document_of, published;
  for (const auto& passage : json["passages"])
    document_of[passage["id"].get<std::string>()] = passage["document"].get<std::string>();
  for (const auto& document : json["documents"])
    published[document["id"].get<std::string>()] = document["published"].get<std::string>();
  for (int round = 0; round < 100; ++round) {
    const ViewState state =
        Brushed(random.Below(4) == 0 ? "" : random.End(), random.Below(4) == 0 ? "" : random.End());
    INFO(state.claims.from << " to " << state.claims.to);
    // By the letters of the dates alone, as far as those are ordered like the days.
    const auto first = [](const std::string& date) {
      std::string begin = date.substr(0, std::min(date.find('/'), date.find_first_of("~?%")));
      return date.rfind("..", 0) == 0 ? std::string()
                                      : begin + std::string("-01-01").substr(begin.size() - 4);
    };
    const auto last = [](const std::string& date) {
      const std::size_t slash = date.find('/');
      std::string end = slash == std::string::npos ? date : date.substr(slash + 1);
      end = end.substr(0, end.find_first_of("~?%"));
      return end == ".." ? std::string("9") : end + std::string("-12-31").substr(end.size() - 4);
    };
    std::size_t expected = 0;
    const bool turned = !state.claims.from.empty() && !state.claims.to.empty() &&
                        last(state.claims.to) < first(state.claims.from);
    for (const auto& claim : json["claims"]) {
      const std::string date =
          claim.contains("asOf") ? claim["asOf"].get<std::string>()
                                 : published[document_of[claim["passages"][0].get<std::string>()]];
      const bool late = !state.claims.from.empty() && last(date) < first(state.claims.from);
      const bool early = !state.claims.to.empty() && first(date) > last(state.claims.to);
      expected += turned || late || early ? 0 : 1;
    }
    CHECK(PassingClaims(Bundled(), state).size() == expected);
  }
}

TEST_CASE("the count beside a facet is the number of claims it shows, whatever words and dates",
          "[view][timeline][claims]") {
  for (const char* words : {"", "weapons"}) {
    ViewState state = Brushed("2023-02", "2023-03-10");
    state.claims.words = words;
    state.claims.filter.values[static_cast<std::size_t>(query::Facet::kDocument)] = {"d-news"};
    const ClaimOrder order = OrderClaims(Bundled(), state);
    for (std::size_t f = 0; f < query::kFacetCount; ++f)
      for (const query::FacetValue& value : order.facets[f]) {
        ViewState alone = state;
        alone.claims.filter.values[f] = {std::string(value.value)};
        INFO(Word(static_cast<query::Facet>(f)) << " " << value.value << " " << words);
        CHECK(PassingClaims(Bundled(), alone).size() == value.count);
      }
  }
  ViewState other = Brushed("2023-02", "2023-03");
  CHECK(SameClaimOrder(other, other));
  CHECK_FALSE(SameClaimOrder(other, Brushed("2023-02", "")));
}

TEST_CASE("lanes and lists together hold every event, claim, window and text of the file once",
          "[view][timeline]") {
  const nlohmann::json json = BundledJson();
  const TimelineModel model = BuildTimelineModel(Bundled(), Brushed("", ""));
  std::map<std::string, std::set<std::string>> events;
  std::map<std::string, std::string> when;
  for (const auto& event : json["events"]) {
    const std::string status = event["status"].get<std::string>();
    const std::string id = event["id"].get<std::string>();
    const bool supposed = status == "hypothetical";
    events[supposed ? "supposed" : (event.contains("when") ? "dated" : "undated")].insert(id);
    if (event.contains("when"))
      when[event["proposition"].get<std::string>()] = event["when"].get<std::string>();
  }
  for (const auto& [key, ids] : events) {
    std::set<std::string> found;
    if (key == "supposed" || key == "undated") {
      for (const TimeRow& row : List(model, key).rows) found.insert(row.id);
    } else {
      for (const TimeLane& lane : model.lanes)
        for (const TimeMark& mark : lane.marks)
          if (mark.id.rfind("event/", 0) == 0) CHECK(found.insert(mark.records[0]).second);
    }
    CHECK(found == ids);
  }
  std::map<std::string, std::size_t> as_of;
  std::size_t undated = 0;
  for (const auto& claim : json["claims"]) {
    const bool inferred =
        claim.contains("inferred") &&
        std::count(claim["inferred"].begin(), claim["inferred"].end(), "date") > 0;
    if (claim.contains("asOf"))
      ++as_of[claim["asOf"].get<std::string>() + (inferred ? "/inferred" : "")];
    else
      ++undated;
  }
  const TimeLane& claims = Lane(model, "claims");
  CHECK(claims.marks.size() == as_of.size());
  for (const TimeMark& mark : claims.marks) CHECK(as_of[mark.id.substr(5)] == mark.records.size());
  CHECK(List(model, "undated-claims").note.find(std::to_string(undated)) != std::string::npos);
  std::set<std::string> windows, shown;
  for (const auto& proposition : json["propositions"])
    if (proposition.contains("window") && when.count(proposition["id"].get<std::string>()) == 0)
      windows.insert(proposition["id"].get<std::string>());
  for (const TimeMark& mark : Lane(model, "windows").marks)
    shown.insert(mark.records.begin(), mark.records.end());
  CHECK(shown == windows);
  CHECK(Lane(model, "texts").marks.size() == json["documents"].size());
  for (const TimeLane& lane : model.lanes)  // In the order of their dates.
    CHECK(std::is_sorted(
        lane.marks.begin(), lane.marks.end(),
        [](const TimeMark& a, const TimeMark& b) { return a.date.first < b.date.first; }));
}

TEST_CASE("events stand in lanes by who acts: several states, each state with two, the rest",
          "[view][timeline]") {
  const TimelineModel model = BuildTimelineModel(Bundled(), Brushed("", ""));
  std::vector<std::string> keys;
  for (const TimeLane& lane : model.lanes) keys.push_back(lane.key);
  CHECK(keys.front() == "meetings");
  const auto at = [&](std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) - keys.begin();
  };
  CHECK(at("acts/a-us") < at("others"));
  CHECK(at("others") < at("texts"));
  CHECK(at("texts") < at("claims"));
  for (const TimeLane& lane : model.lanes)
    if (lane.key.rfind("acts/", 0) == 0) CHECK(lane.marks.size() >= 2);
  // What a person of a state does, the state does.
  const auto has = [](const TimeLane& lane, std::string_view id) {
    return std::any_of(lane.marks.begin(), lane.marks.end(),
                       [id](const TimeMark& mark) { return mark.id == id; });
  };
  CHECK(has(Lane(model, "acts/a-us"), "event/e-biden"));
  CHECK(has(Lane(model, "others"), "event/e-politico"));
  CHECK(Mark(model, "event/e-xi-trip").expected);
  CHECK(Mark(model, "event/e-xi-trip").when.find("expected") != std::string::npos);
}

TEST_CASE("claims are squares, a square each, of the first text filled", "[view][timeline]") {
  const TimelineModel model = BuildTimelineModel(Bundled(), Brushed("", ""));
  for (const TimeMark& mark : Lane(model, "claims").marks) {
    REQUIRE(mark.texts.size() == mark.records.size());
    const SquareSize size = SizeOfSquares(mark, 100);
    CHECK(size.columns * size.rows >= mark.texts.size());
    CHECK(size.rows <= 7);
    Sketch sketch(Space{TableMeasure()}, "test", Ink::kPaper);
    DrawSquares(sketch, mark, size, 50, 100);
    const auto squares = [&](ShapeKind kind) {
      return static_cast<std::size_t>(
          std::count_if(sketch.scene().shapes.begin(), sketch.scene().shapes.end(),
                        [kind](const Shape& shape) { return shape.kind == kind; }));
    };
    const auto first = static_cast<std::size_t>(
        std::count(mark.texts.begin(), mark.texts.end(), std::uint32_t{0}));
    CHECK(squares(ShapeKind::kFill) == first);
    CHECK(squares(ShapeKind::kFill) + squares(ShapeKind::kStroke) == mark.texts.size());
    for (const Shape& shape : sketch.scene().shapes) CHECK(shape.rect.w == 8);
  }
}

TEST_CASE("dates are understood as people write them, and said back in words",
          "[view][timeline][words]") {
  const Say english;
  CHECK(DateTyped("March 2023", english) == "2023-03");
  CHECK(DateTyped("24 March 2023", english) == "2023-03-24");
  CHECK(DateTyped("7 March 2023", english) == "2023-03-07");
  CHECK(DateTyped(" 7 mar 2023 ", english) == "2023-03-07");
  CHECK(DateTyped("March 7, 2023", english) == "2023-03-07");
  CHECK(DateTyped("2023", english) == "2023");
  CHECK(DateTyped("2023-03", english) == "2023-03");
  CHECK(DateTyped("2023-03-07", english) == "2023-03-07");
  // What is said back while somebody goes on typing.
  CHECK(DateTyped("March 2023-07", english) == "2023-03-07");
  for (const char* no : {"", "March", "7 March", "March 202", "2023-13", "31 April 2023", "soon",
                         "May June 2023", "Ma 2023", "1 2 3 4"})
    CHECK(DateTyped(no, english).empty());
  Desk desk;
  desk.Do({SetField{"from", EncodedText("7 March 2023")}});
  CHECK(desk.session.state.claims.from == "2023-03-07");
  TimelineModel model = BuildTimelineModel(desk.library, desk.session.state);
  CHECK(model.from == "7 March 2023");
  CHECK_FALSE(model.fault);
  // An error under the field says what to write instead.
  desk.Do({SetField{"to", EncodedText("next week")}});
  model = BuildTimelineModel(desk.library, desk.session.state);
  CHECK(model.to == "next week");
  CHECK(model.fault);
  CHECK(model.brush_words ==
        "“next week” is not a date. Write March 2023, 24 March 2023 or 2023-03-24.");
  const Frame frame = desk.Draw();
  const Found fault = FindItem(frame, "timeline/brush"), to = FindItem(frame, kBrushTo);
  REQUIRE(fault.item != nullptr);
  REQUIRE(to.item != nullptr);
  CHECK(fault.item->rect.y >= to.item->rect.bottom());
  CHECK(to.item->placeholder.empty());
}

TEST_CASE("marks say their dates in words, and how they are known", "[view][timeline]") {
  const TimelineModel model = BuildTimelineModel(Bundled(), Brushed("2023-05", ""));
  CHECK(Mark(model, "text/d-news").when == "about March 2023, inferred");
  CHECK(Mark(model, "text/d-news").inferred);
  CHECK(Mark(model, "text/d-blog").date.open_after);
  CHECK(Mark(model, "asof/2022/inferred").when == "2022, inferred");
  CHECK_FALSE(Mark(model, "event/e-biden").inferred);
  CHECK(Mark(model, "event/e-biden").date.day());
  CHECK(Mark(model, "event/e-biden").outside);
  CHECK(Mark(model, "event/e-biden").name(Say()) ==
        "President Biden spoke on Chinese weapons. 24 March 2023. A ¶6. Outside the dates chosen");
  CHECK_FALSE(Mark(model, "event/e-arms-resumed").outside);  // 1990 or later.
}

TEST_CASE("a mark of several claims leads through them one by one, and lists them",
          "[view][timeline]") {
  Desk desk;
  std::set<std::string> seen;
  const std::string id = "asof/2023-03~";
  const std::size_t count =
      Mark(BuildTimelineModel(desk.library, desk.session.state), id).records.size();
  for (std::size_t i = 0; i < count; ++i) {
    desk.Do({Mark(BuildTimelineModel(desk.library, desk.session.state), id).press});
    seen.insert(desk.session.state.selection);
  }
  CHECK(seen.size() == count);
  const TimelineModel model = BuildTimelineModel(desk.library, desk.session.state);
  CHECK(Mark(model, id).selected);
  const TimeList& shared = List(model, "shared");
  CHECK(shared.title == "As of about March 2023");
  CHECK(std::count_if(shared.rows.begin(), shared.rows.end(),
                      [](const TimeRow& row) { return row.selected; }) == 1);
}

TEST_CASE("filters hide events without a claim that passes, and never move the line",
          "[view][timeline]") {
  ViewState state = Brushed("", "");
  const TimelineModel all = BuildTimelineModel(Bundled(), state);
  state.claims.filter.values[static_cast<std::size_t>(query::Facet::kDocument)] = {"d-news"};
  const TimelineModel news = BuildTimelineModel(Bundled(), state);
  CHECK(news.axis.width() == all.axis.width());
  CHECK(Lane(news, "texts").marks.size() == 1);
  for (const TimeLane& lane : news.lanes)
    for (const TimeMark& mark : lane.marks) CHECK(mark.id != "event/e-politico");
  CHECK(news.subtitle.find("Filters hide") != std::string::npos);
  state.claims.words = "zyxwv";
  const TimelineModel none = BuildTimelineModel(Bundled(), state);
  CHECK(none.lanes.empty());
  REQUIRE(none.empty_remedy);
  CHECK(none.empty_remedy->command.Is<ClearFilters>());
}

TEST_CASE("a brush is a filter: it has a chip, words, one step of undo, and goes with the others",
          "[view][timeline][session]") {
  Desk desk;
  desk.Do({SetBrush{"2023-03", "2023-05"}});
  CHECK(desk.session.announcement ==
        "Dates March 2023 to May 2023. " +
            Counted(PassingClaims(desk.library, desk.session.state).size(), "claim", "claims") +
            ".");
  ScenarioModel bar = BuildScenarioModel(desk.library, desk.session);
  REQUIRE(bar.filters.size() == 1);
  CHECK(bar.filters[0].words == "Dates: March 2023 to May 2023");
  CHECK(BuildClaimsModel(desk.library, desk.session, OrderClaims(desk.library, desk.session.state),
                         0, 1)
            .chips.back()
            .words == "Dates: March 2023 to May 2023");
  CHECK(EncodeLink(desk.session.state) == "from=2023-03&to=2023-05&v=timeline");
  desk.Do({bar.filters[0].command});
  CHECK(desk.session.state.claims.from.empty());
  CHECK(desk.session.undo.empty());  // Brushing and unbrushing is one step, and led nowhere.
  desk.Do({SetBrush{"1800", "1801"}});
  desk.session.state.view = ViewId::kClaims;
  const ClaimsModel none = BuildClaimsModel(desk.library, desk.session,
                                            OrderClaims(desk.library, desk.session.state), 0, 1);
  CHECK(none.empty == "No claim fits. The dates 1800 to 1801 leave none.");
  desk.Do({none.empty_remedy->command});
  CHECK(PassingClaims(desk.library, desk.session.state).size() ==
        desk.library.dataset.claims.size());
  desk.Do({SetBrush{"2023-05-09", ""}, ClearFilters{}});
  CHECK(desk.session.state.claims.from.empty());
}

TEST_CASE("typed dates that cannot be read filter nothing and are named", "[view][timeline]") {
  const ViewState typing = Brushed("2023-0", "");
  CHECK(PassingClaims(Bundled(), typing).size() == Bundled().dataset.claims.size());
  CHECK(BuildTimelineModel(Bundled(), typing).brush_words.substr(0, 26) ==
        "“2023-0” is not a date");
  CHECK(BuildTimelineModel(Bundled(), Brushed("2024", "2023")).brush_words ==
        "This ends before it begins: no claim fits.");
  CHECK(PassingClaims(Bundled(), Brushed("2024", "2023")).empty());
}

TEST_CASE("a date that is looked at gives the brush its ends without dragging",
          "[view][timeline]") {
  Desk desk;
  desk.Do({Select{"e-qin"}});
  const auto press = [&](std::string_view key) {
    for (const Action& action : BuildTimelineModel(desk.library, desk.session.state).brushes)
      if (action.key == key) return desk.Do({action.command});
    FAIL("no " << key);
  };
  press("from-here");
  CHECK(desk.session.state.claims.from == "2023-03-07");
  desk.Do({Select{"e-biden"}});
  press("up-to-here");
  CHECK(desk.session.state.claims.to == "2023-03-24");
  desk.Do({Select{"e-politico"}});
  press("from-here");
  CHECK(desk.session.state.claims.from == "2023-05-09");
  CHECK(desk.session.state.claims.to.empty());  // Before the new beginning.
  press("all-dates");
  CHECK(desk.session.state.claims.from.empty());
}

TEST_CASE("dragging over the axis brushes whole months; over the lanes it moves the line",
          "[view][timeline][frame]") {
  Desk desk;
  const Frame frame = desk.Draw();
  const Panel& axis = desk.PanelOf(frame, "axis");
  CHECK(axis.drag == DragKind::kBrush);
  CHECK_FALSE(axis.camera);
  const auto stop = [&](std::string_view value) {
    for (const Stop& one : axis.stops)
      if (one.value == value) return one.x;
    FAIL("no stop " << value);
    return 0.0f;
  };
  const float from = stop("2023-02") - 3, to = stop("2023-03") + 3;
  desk.Do(Dragged(axis, {from, 0, to - from, 10}));
  CHECK(desk.session.state.claims.from == "2023-02");
  CHECK(desk.session.state.claims.to == "2023-03");
  const Panel& stage = desk.PanelOf(frame, "stage");
  REQUIRE(stage.camera);
  CHECK(stage.along_x);
  desk.Do(Zoom(stage, 4, stage.rect.x + to, stage.rect.y + 40));
  const Frame near = desk.Draw();
  CHECK(desk.session.state.camera.y == 0);
  // What lay under the pointer lies there still.
  bool close = false;
  for (const Stop& one : desk.PanelOf(near, "axis").stops)
    close |= one.value.substr(0, 7) == "2023-03" && std::abs(one.x - to) < 12;
  CHECK(close);
  CHECK(desk.PanelOf(near, "axis").stops.front().value.size() == 10);  // Days.
  const std::int32_t x = desk.session.state.camera.x;
  desk.Do(Pan(desk.PanelOf(near, "stage"), -50, 0));
  CHECK(desk.session.state.camera.x > x);
  desk.Do(Pan(desk.PanelOf(near, "stage"), 0, -70));
  CHECK(desk.session.scroll["stage"] == 70.0f);
}

TEST_CASE("every mark can be reached by arrows, pressed, and leads to its passage in two steps",
          "[view][timeline][frame]") {
  Desk desk;
  const Frame frame = desk.Draw();
  std::set<std::string> marks, reached;
  std::vector<std::string> open;
  for (const Panel& panel : frame.panels)
    for (const Item& item : panel.scene.items)
      if (item.group == "time") {
        if (marks.empty()) open.push_back(item.id);
        marks.insert(item.id);
        REQUIRE(item.press);
        Desk reader;
        reader.Do({*item.press});
        REQUIRE_FALSE(reader.session.state.selection.empty());
        reader.Do({OpenPlace{reader.session.state.selection}});
        INFO(item.id);
        CHECK(reader.session.state.view == ViewId::kSources);
      }
  reached.insert(open.begin(), open.end());
  while (!open.empty()) {
    desk.session.focus = open.back();
    open.pop_back();
    for (const char* key : {"ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"}) {
      KeyPress press;
      press.key = key;
      for (const Command& command : OnKey(desk.library, desk.session, frame, press))
        if (const Focus* focus = command.As<Focus>())
          if (reached.insert(focus->item).second) open.push_back(focus->item);
    }
  }
  CHECK(marks.size() > 30);
  CHECK(reached == marks);
}

TEST_CASE("an event that is selected shows what is said of it", "[view][timeline]") {
  Desk desk;
  desk.Do({Select{"e-mccaul"}});
  const std::optional<InspectorModel> event = BuildInspectorModel(desk.library, desk.session);
  REQUIRE(event);
  REQUIRE_FALSE(event->related.empty());
  CHECK(event->related[0].title == "Said of it (1)");
}

TEST_CASE("where nothing has a date, the list of what has none is the view", "[view][timeline]") {
  test::DatasetMaker make;
  const ActorId actor = make.AddActor("A");
  const PassageId passage = make.AddPassage(make.AddDocument("Undated"));
  const PropositionId p = make.AddProposition("It rains");
  const ClaimId claim = make.AddClaim(actor, passage, "It rains, they say.");
  make[claim].about.literal = Literal(p);
  Event event;
  event.id = make.Keep("e1");
  event.proposition = p;
  event.passages = make.Keep({passage});
  make.dataset().events.push_back(event);
  BuildIdSlots(make.dataset());
  const Library library(std::move(make.dataset()));
  Session session;
  session.state.view = ViewId::kTimeline;
  const Frame frame = BuildFrame(library, session, Viewport(), TableMeasure());
  const Found row = FindItem(frame, "timeline/undated/e1");
  REQUIRE(row.item != nullptr);
  CHECK(row.panel->id == "stage");
  CHECK(FindItem(frame, "timeline/undated-claims/c1").item != nullptr);
  CHECK(PassingClaims(library, Brushed("2023", "")).empty());
}

TEST_CASE("a phone lists the marks from top to bottom in the order of their dates",
          "[view][timeline][frame]") {
  Desk desk;
  desk.viewport = {390, 844, true, false};
  const Frame frame = desk.Draw();
  const Found list = FindItem(frame, "timeline/lane/meetings");
  REQUIRE(list.item != nullptr);
  CHECK_FALSE(list.panel->camera);
  float y = 0;
  std::size_t rows = 0;
  for (const Item& item : list.panel->scene.items) {
    if (item.id.rfind("time/event/", 0) != 0) continue;
    ++rows;
    CHECK(item.rect.y > y);
    CHECK(item.rect.h >= 44.0f);
    y = item.rect.y;
  }
  CHECK(rows == 16);
}

TEST_CASE("a hundred thousand claims make no more marks than can be drawn",
          "[view][timeline][scale]") {
  const Library library = test::HostileLibrary(100'000);
  Session session;
  session.state.view = ViewId::kTimeline;
  FrameCache cache;
  const Frame frame = BuildFrame(library, session, Viewport(), TableMeasure(), &cache);
  std::size_t items = 0;
  for (const Panel& panel : frame.panels) items += panel.scene.items.size();
  CHECK(items < 1000);
  CHECK(cache.Kept<TimelineCache>().model != nullptr);
  const TimelineModel* kept = cache.Kept<TimelineCache>().model.get();
  session.state.camera = {100, 0, 300};
  BuildFrame(library, session, Viewport(), TableMeasure(), &cache);
  CHECK(cache.Kept<TimelineCache>().model.get() == kept);  // Moving the line makes nothing anew.
}

}  // namespace proviso::view

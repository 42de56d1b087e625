#include "core/figure/compose.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <stdexcept>
#include <string>
#include <utility>

#include "core/io/load.h"
#include "core/state/update.h"
#include "core/views/timeline/model.h"
#include "core/voice/library.h"
#include "tests/support/files.h"

namespace {

using namespace proviso;
using namespace proviso::view;

Library Opened(const std::string& file) {
  Result<io::Loaded> loaded = io::Load(test::ReadFile(file));
  if (!loaded) throw std::runtime_error(file);
  return Library(std::move(loaded->dataset));
}

Session Shown(const Library& library, std::string_view link) {
  Session session;
  std::vector<Effect> effects;
  OpenLink(library, link, session, effects);
  return session;
}

std::string TextIn(const Frame& frame) {
  std::string words;
  for (const Panel& panel : frame.panels)
    for (const Shape& shape : panel.scene.shapes)
      if (shape.kind == ShapeKind::kText) words += shape.text + " ";
  return words;
}

bool Says(const Frame& frame, std::string_view words) {
  return TextIn(frame).find(words) != std::string::npos;
}

/// Nothing of the page itself lies outside of it.
std::string Outside(const Frame& frame, const TextMeasure& measure) {
  const Panel& page = frame.panels.front();
  for (const Shape& shape : page.scene.shapes) {
    if (shape.kind != ShapeKind::kText) continue;
    const TypeSpec spec = SpecOf(shape.type);
    const float size = spec.size * frame.text_scale;
    const float right = shape.rect.x + measure.Width(spec.face, size, shape.text);
    if (shape.rect.x < 0 || right > page.rect.w + 0.6f || shape.rect.y < 0 ||
        shape.rect.y + spec.line * frame.text_scale > page.rect.h + 0.6f)
      return shape.text;
  }
  return {};
}

constexpr FigureSize kSizes[] = {kFigureWide, kFigureSquare, kFigureColumn};
constexpr std::string_view kSupposed = "on=us-strengthens-taiwan-ties,us-china-relations-worsen";

}  // namespace

TEST_CASE("a picture for an article holds its words, its texts and who coded them", "[figure]") {
  const TableMeasure measure;
  for (const std::string_view file :
       {"data/china-military-aid.json", "data/samples/worked-example.json",
        "data/samples/everything.json", "data/samples/minimal.json", "data/samples/scripts.json"}) {
    const Library library = Opened(std::string(file));
    for (const ViewRow& row : kViewRows)
      for (const FigureSize size : kSizes) {
        INFO(file << " " << row.word << " " << size.width);
        const Session session = Shown(library, "v=" + std::string(row.word));
        const Frame frame = ComposeFigure(library, session, size, measure);
        REQUIRE(!frame.panels.empty());
        CHECK(Outside(frame, measure).empty());
        CHECK(Says(frame, "Proviso"));
        CHECK(Says(frame, "Sources:"));
        const std::string first(library.dataset.documents.front().title);
        CHECK(Says(frame, first.substr(0, first.find(' '))));
        const Picture picture = FigurePicture(library, session, frame);
        CHECK(!picture.title.empty());
        CHECK(picture.description.find(std::string(library.digest()).substr(0, 12)) !=
              std::string::npos);
        CHECK(
            FrameToSvg(frame, Colors(), measure, picture) ==
            FrameToSvg(ComposeFigure(library, session, size, measure), Colors(), measure, picture));
      }
  }
}

TEST_CASE("a picture of Compare has three points at least, each with both sides and its verdict",
          "[figure]") {
  const TableMeasure measure;
  const Library library = Opened("data/china-military-aid.json");
  for (const FigureSize size : kSizes) {
    INFO(size.width);
    const Frame frame = ComposeFigure(library, Shown(library, "v=compare"), size, measure);
    for (const std::string_view few : {"0 of 28", "1 of 28", "2 of 28"}) CHECK(!Says(frame, few));
    CHECK(Says(frame, "of 28 points are drawn"));
    for (const std::string_view words : {"Same matter", "Pull apart", "Both can be true",
                                         "The blog’s author", "Brian Hart", "very likely"}) {
      INFO(words);
      CHECK(Says(frame, words));
    }
    CHECK(!Says(frame, "read in by the coders, read in by the coders"));
    CHECK(Says(frame, "and 13 more"));
    // Who only hears it hears what a point is about, and the verdict with both sides.
    const std::string heard =
        FigurePicture(library, Shown(library, "v=compare"), frame).description;
    for (const std::string_view words :
         {"Both link conditions to it: whether China sends weapons to Russia", "Same matter",
          "Pull apart", "Both can be true", "and 13 more"}) {
      INFO(words);
      CHECK(heard.find(words) != std::string::npos);
    }
  }
}

TEST_CASE("a picture of the map or the chart has no control, and counts what has no room",
          "[figure]") {
  const TableMeasure measure;
  const Library library = Opened("data/china-military-aid.json");
  for (const std::string_view view : {"map", "what-if"})
    for (const FigureSize size : kSizes) {
      INFO(view << " " << size.width);
      const Frame frame = ComposeFigure(
          library, Shown(library, "v=" + std::string(view) + "&" + std::string(kSupposed)), size,
          measure);
      REQUIRE(frame.panels.size() == 1);
      for (const Item& item : frame.panels[0].scene.items) {
        INFO(item.id);
        CHECK(item.role != ItemRole::kComboBox);
        CHECK(item.role != ItemRole::kCheckbox);
      }
      CHECK(Says(frame, "are drawn"));
      // What is supposed is said, and drawn first.
      CHECK(Says(frame, "Taiwan"));
      CHECK(Says(frame, "very likely"));
    }
}

TEST_CASE(
    "matrix, comparison and timeline are drawn for a picture: nothing cut, the rest is counted",
    "[figure]") {
  const TableMeasure measure;
  const Library library = Opened("data/china-military-aid.json");
  for (const std::string_view view : {"matrix", "compare", "timeline", "actors"})
    for (const FigureSize size : kSizes) {
      INFO(view << " " << size.width);
      const Frame frame =
          ComposeFigure(library, Shown(library, "v=" + std::string(view)), size, measure);
      REQUIRE(frame.panels.size() == 1);  // Drawn for it, not taken from the screen.
      const Scene& scene = frame.panels[0].scene;
      const auto listed =
          std::count_if(scene.items.begin(), scene.items.end(),
                        [](const Item& item) { return item.role == ItemRole::kListItem; });
      std::ptrdiff_t dated = 0;
      for (const TimeLane& lane : BuildTimelineModel(library, ViewState()).lanes)
        dated += std::count_if(lane.marks.begin(), lane.marks.end(), [](const TimeMark& mark) {
          return mark.id.starts_with("event/") || mark.id.starts_with("text/");
        });
      const bool all = view == "timeline" && listed == dated;
      if (view != "actors") CHECK(Says(frame, "are drawn") != all);
      for (const Item& item : scene.items) {
        INFO(item.id);
        CHECK(item.role != ItemRole::kComboBox);
        CHECK(item.role != ItemRole::kRadio);
        CHECK(item.role != ItemRole::kSearchBox);
      }
      // All of it lies above the line over its sources.
      float floor = 0;
      for (const Shape& shape : scene.shapes)
        if (shape.kind == ShapeKind::kFill && shape.rect.h <= 1 && shape.rect.w > size.width * 0.8f)
          floor = std::max(floor, shape.rect.y);
      REQUIRE(floor > 0);
      for (const Item& item : scene.items)
        if (item.role == ItemRole::kCell || item.role == ItemRole::kRow ||
            item.role == ItemRole::kListItem) {
          INFO(item.id);
          CHECK(item.rect.bottom() <= floor + 1);
        }
    }
}

TEST_CASE("a picture says what the screen says: the same answers, whatever is selected there",
          "[figure]") {
  const TableMeasure measure;
  const Library library = Opened("data/china-military-aid.json");
  const std::string state = "v=what-if&" + std::string(kSupposed);
  const auto svg = [&](const std::string& link) {
    return FrameToSvg(ComposeFigure(library, Shown(library, link), kFigureWide, measure), Colors(),
                      measure);
  };
  CHECK(svg(state) == svg(state + "&sel=c-b-bottom-line"));
  CHECK(svg(state) != svg("v=what-if"));
}

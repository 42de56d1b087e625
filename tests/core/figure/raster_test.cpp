#include "core/figure/raster.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/glyph.h"

namespace {

using namespace proviso::view;

/// Every text is a square of its size on the baseline.
class Squares final : public Outlines {
 public:
  std::vector<Contour> Outline(Face, float size, std::string_view, float x,
                               float baseline) const override {
    const auto line = [](float px, float py) { return Bend{BendKind::kLine, {}, {}, {px, py}}; };
    return {{{x, baseline - size},
             {line(x + size, baseline - size), line(x + size, baseline), line(x, baseline)}}};
  }
};

Pixels Painted(std::vector<Shape> shapes, float ratio = 1) {
  Frame frame;
  frame.viewport.width = 20;
  frame.viewport.height = 10;
  Panel panel;
  panel.rect = {2, 1, 16, 8};
  panel.scene.shapes = std::move(shapes);
  frame.panels.push_back(std::move(panel));
  return FrameToPixels(frame, Colors(), Squares(), ratio);
}

/// How far a point is from paper towards ink: 0 … 100.
int InkAt(const Pixels& pixels, std::size_t x, std::size_t y) {
  const auto red = [](std::uint32_t rgba) { return static_cast<int>(rgba >> 24); };
  const Colors colors;
  const int paper = red(colors[Ink::kPaper]), ink = red(colors[Ink::kInk]);
  const int here = static_cast<unsigned char>(pixels.rgb[(y * pixels.width + x) * 3]);
  return (paper - here) * 100 / (paper - ink);
}

int Total(const Pixels& pixels) {
  int sum = 0;
  for (std::size_t y = 0; y < pixels.height; ++y)
    for (std::size_t x = 0; x < pixels.width; ++x) sum += InkAt(pixels, x, y);
  return sum;
}

}  // namespace

TEST_CASE("a shape covers the points that it covers, and others by their share", "[figure]") {
  const Pixels whole = Painted({FillShape({3, 2, 4, 2}, Ink::kInk)});
  CHECK(whole.width == 20);
  CHECK(whole.height == 10);
  CHECK(whole.rgb.size() == 20 * 10 * 3);
  CHECK(InkAt(whole, 4, 3) == 0);  // The panel begins at (2, 1).
  CHECK(InkAt(whole, 5, 3) == 100);
  CHECK(InkAt(whole, 8, 4) == 100);
  CHECK(InkAt(whole, 9, 4) == 0);
  CHECK(Total(whole) == 800);
  const Pixels half = Painted({FillShape({3.5f, 2, 1, 1}, Ink::kInk)});
  CHECK(InkAt(half, 5, 3) >= 49);
  CHECK(InkAt(half, 5, 3) <= 51);
  CHECK(InkAt(half, 6, 3) >= 49);
}

TEST_CASE("what lies outside its panel or its clip is not painted", "[figure]") {
  const Pixels pixels = Painted({FillShape({-10, -10, 100, 100}, Ink::kInk)});
  CHECK(InkAt(pixels, 1, 5) == 0);
  CHECK(InkAt(pixels, 2, 1) == 100);
  CHECK(InkAt(pixels, 17, 8) == 100);
  CHECK(InkAt(pixels, 18, 8) == 0);
  Shape clip;
  clip.kind = ShapeKind::kClip;
  clip.rect = {0, 0, 2, 2};
  Shape unclip;
  unclip.kind = ShapeKind::kUnclip;
  const Pixels cut = Painted(
      {clip, FillShape({0, 0, 8, 8}, Ink::kInk), unclip, FillShape({10, 5, 1, 1}, Ink::kInk)});
  CHECK(InkAt(cut, 3, 2) == 100);
  CHECK(InkAt(cut, 4, 2) == 0);
  CHECK(InkAt(cut, 12, 6) == 100);
  CHECK(Total(cut) == 500);
}

TEST_CASE("frames are hollow, dashes have gaps, discs are round", "[figure]") {
  const Pixels frame = Painted({StrokeShape({1, 1, 6, 5}, Ink::kInk, 1)});
  CHECK(InkAt(frame, 3, 2) == 100);
  CHECK(InkAt(frame, 5, 4) == 0);
  CHECK(Total(frame) == 1800);
  const Pixels dashed = Painted({LineShape({0, 3.5f}, {12, 3.5f}, Ink::kInk, 1, 2, 2)});
  CHECK(InkAt(dashed, 2, 4) == 100);
  CHECK(InkAt(dashed, 4, 4) == 0);
  CHECK(InkAt(dashed, 6, 4) == 100);
  CHECK(Total(dashed) == 600);
  const int disc = Total(Painted({DiscShape({2, 0, 8, 8}, Ink::kInk)}));
  CHECK(disc > 4900);  // π · 4² = 50.3 points.
  CHECK(disc < 5100);
  const int ring = Total(Painted({RingShape({2, 0, 8, 8}, Ink::kInk, 1)}));
  CHECK(ring > 2100);  // π · (4² − 3²) = 22.0 points.
  CHECK(ring < 2300);
}

TEST_CASE("twice the ratio is the same picture, four times the points", "[figure]") {
  const std::vector<Shape> shapes{FillShape({3, 2, 4, 2}, Ink::kInk),
                                  LineShape({1, 7}, {14, 5}, Ink::kInk, 1)};
  const Pixels once = Painted(shapes), twice = Painted(shapes, 2);
  CHECK(twice.width == 40);
  CHECK(InkAt(twice, 10, 6) == 100);
  const int small = Total(once) * 4, large = Total(twice);
  CHECK(large > small * 97 / 100);
  CHECK(large < small * 103 / 100);
}

TEST_CASE("words are the shapes of their letters, on their baseline", "[figure]") {
  Shape text;
  text.kind = ShapeKind::kText;
  text.text = "x";
  text.type = Type::kCaption;
  text.rect = {4, -9, 0, 0};
  const Pixels pixels = Painted({text});
  const float size = SpecOf(Type::kCaption).size;
  const auto base =
      static_cast<std::size_t>(1 - 9 + static_cast<int>(BaselineOf(Type::kCaption) + 0.5f));
  REQUIRE(base > 1);
  CHECK(InkAt(pixels, 6, base - 1) == 100);
  CHECK(InkAt(pixels, 6, base) == 0);
  CHECK(InkAt(pixels, static_cast<std::size_t>(5 + size), base - 1) == 100);
}

TEST_CASE("an SVG of outlines asks for no font", "[figure]") {
  Frame frame;
  Panel panel;
  panel.rect = {0, 0, 100, 100};
  Shape text;
  text.kind = ShapeKind::kText;
  text.text = "x";
  panel.scene.shapes = {text};
  frame.panels.push_back(std::move(panel));
  const TableMeasure measure;
  const Squares squares;
  const std::string svg =
      FrameToSvg(frame, Colors(), measure, {"A title", "Where from", {}}, &squares);
  CHECK(svg.find("<text") == std::string::npos);
  CHECK(svg.find("font") == std::string::npos);
  CHECK(svg.find("<path d=\"M") != std::string::npos);
  CHECK(svg.find("<title>A title</title>") != std::string::npos);
  CHECK(FrameToSvg(frame, Colors(), measure).find("<text") != std::string::npos);
}

#include "core/canvas/text_flow.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/support/hostile.h"

namespace proviso::view {
namespace {

Run MakeRun(std::string text, Type type = Type::kBody) {
  Run run;
  run.text = std::move(text);
  run.type = type;
  return run;
}

std::string Joined(const Line& line) {
  std::string text;
  for (const Piece& piece : line.pieces) text += piece.text;
  return text;
}

std::vector<std::string> Lines(std::string_view text, float width, std::size_t most = 0) {
  const TableMeasure measure;
  const Flow flow = FlowText(measure, 1, {MakeRun(std::string(text))}, width, most);
  std::vector<std::string> lines;
  for (const Line& line : flow.lines) lines.push_back(Joined(line));
  return lines;
}

TEST_CASE("widths are those of the shipped fonts", "[view][text]") {
  const TableMeasure measure;
  CHECK(measure.Width(Face::kSans, 2048, "A") == 1413.0f);
  CHECK(measure.Width(Face::kSans, 2048, "AA") == 2826.0f);
  CHECK(measure.Width(Face::kSerif, 16, "中文") == 32.0f);  // One em each.
  CHECK(measure.Width(Face::kSans, 16, "e\xCC\x81") ==      // A mark takes no room.
        measure.Width(Face::kSans, 16, "e"));
  CHECK(measure.Width(Face::kSansBold, 16, "Привет") > measure.Width(Face::kSans, 16, "Привет"));
}

TEST_CASE("no line is wider than asked for, whatever the words", "[view][text]") {
  const TableMeasure measure;
  for (const std::string& words : test::HostileWords())
    for (const float width : {40.0f, 90.0f, 333.0f})
      for (const float scale : {1.0f, 1.5f, 2.0f})
        for (const std::size_t most : {0u, 1u, 3u}) {
          const Flow flow = FlowText(
              measure, scale,
              {MakeRun(words, Type::kReading), MakeRun("may", Type::kReadingStrong)}, width, most);
          INFO(words << " in " << width << " at " << scale);
          CHECK(flow.width <= width + 0.1f);
          if (most > 0) CHECK(flow.lines.size() <= most);
          for (const Line& line : flow.lines)
            for (const Piece& piece : line.pieces) CHECK(piece.x + piece.width <= width + 0.1f);
        }
}

TEST_CASE("the height of a text is that of its lines, without making them", "[view][text]") {
  const TableMeasure measure;
  std::vector<std::string> all = test::HostileWords();
  for (const char* words :
       {"", " ", "Some words that take two or three lines", "a-b-c/d-e/f–g", "  spaces  in  it  ",
        "Привет, мир, ещё раз", "中文，中文。中文", "tab\tand\nline", "very-long-unbroken"})
    all.emplace_back(words);
  for (const std::string& words : all)
    for (const float width : {12.0f, 40.0f, 90.0f, 333.0f})
      for (const std::size_t most : {0u, 1u, 2u, 3u}) {
        INFO(words << " in " << width);
        for (const std::string& end : {std::string(" may"), std::string("may"), std::string()}) {
          const std::vector<Run> runs{MakeRun(words, Type::kReading), MakeRun(end, Type::kH3)};
          CHECK(FlowHeight(measure, 1.5f, runs, width, most) ==
                FlowText(measure, 1.5f, runs, width, most).height());
        }
      }
}

TEST_CASE("breaking loses no letter", "[view][text]") {
  for (const std::string& words :
       {std::string("one two three four five six seven"), test::HostileWord(2),
        test::HostileWord(3), test::HostileWord(8)}) {
    std::string joined;
    for (const std::string& line : Lines(words, 60)) joined += line;
    std::string wanted = words;
    std::string without;
    for (const char c : wanted)
      if (c != ' ') without += c;
    std::string got;
    for (const char c : joined)
      if (c != ' ') got += c;
    CHECK(got == without);
  }
}

TEST_CASE("white space collapses and begins or ends no line", "[view][text]") {
  CHECK(Lines("  many    spaces\tand\nlines ", 1000) ==
        std::vector<std::string>{"many spaces and lines"});
}

TEST_CASE("a run that touches the one before stays on its line", "[view][text]") {
  const TableMeasure measure;
  const std::vector<Run> runs{MakeRun("it is "), MakeRun("likely", Type::kBodyStrong),
                              MakeRun(".")};
  const float all =
      WidthOf(measure, 1, Type::kBody, "it is ") + WidthOf(measure, 1, Type::kBodyStrong, "likely");
  const Flow flow = FlowText(measure, 1, runs, all + 1);  // No room for the full stop.
  REQUIRE(flow.lines.size() == 2);
  CHECK(Joined(flow.lines[0]) == "it is");
  CHECK(Joined(flow.lines[1]) == "likely.");
}

TEST_CASE("CJK breaks between characters, but no line begins with closing punctuation",
          "[view][text]") {
  const std::vector<std::string> lines = Lines("一二三四，五六", 15 * 4 + 1);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "一二三");
  CHECK(lines[1] == "四，五六");
}

TEST_CASE("what does not fit in the lines allowed ends in an ellipsis", "[view][text]") {
  const TableMeasure measure;
  const Flow flow =
      FlowText(measure, 1, {MakeRun("one two three four five six seven eight")}, 80, 2);
  REQUIRE(flow.lines.size() == 2);
  CHECK(flow.cut);
  const std::string last = Joined(flow.lines[1]);
  CHECK(last.substr(last.size() - 3) == "…");
  CHECK_FALSE(FlowText(measure, 1, {MakeRun("one two")}, 80, 2).cut);
}

TEST_CASE("a single line is cut between characters, never inside one", "[view][text]") {
  const TableMeasure measure;
  const std::string cut = Elide(measure, 1, Type::kBody, "北京外国语大学", 40);
  CHECK(cut == "北…");
  CHECK(Elide(measure, 1, Type::kBody, "short", 400) == "short");
  CHECK(WidthOf(measure, 2, Type::kH1, Elide(measure, 2, Type::kH1, test::HostileWord(2), 200)) <=
        200.0f);
}

TEST_CASE("every colour of every theme is opaque but the scrim", "[view][theme]") {
  for (const Palette palette : {Palette::kLight, Palette::kDark, Palette::kContrast})
    for (std::size_t i = 0; i < kInkCount; ++i) {
      const std::uint32_t alpha = ColorOf(palette, static_cast<Ink>(i)) & 255u;
      CHECK((alpha == 255u) == (static_cast<Ink>(i) != Ink::kScrim));
    }
  CHECK(ColorOf(Palette::kLight, Ink::kPaper) == 0xFBFAF6FFu);
  CHECK(ColorOf(Palette::kDark, Ink::kSkeleton) == 0x454A53FFu);
  CHECK(ColorOf(Palette::kContrast, Ink::kFocus) == 0xFFE600FFu);
}

}  // namespace
}  // namespace proviso::view

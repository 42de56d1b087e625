// Signs and strengths as small drawings; their words always stand beside them.

#include <array>

#include "core/pages/parts.h"

namespace proviso::view {
namespace {

struct Shape {
  std::string_view name;
  std::string_view body;    ///< Filled, unless the sign is only outlined.
  std::string_view other;   ///< The other half of a sign that points both ways.
  std::string_view letter;  ///< Stroked in the paper's colour over the body.
  std::string_view lines;   ///< Stroked in the sign's colour.
};

constexpr std::string_view kRing = "M10 8.2A1.8 1.8 0 1 0 10 11.8 1.8 1.8 0 1 0 10 8.2Z";

// A reason for and one against: plus over minus.
constexpr std::string_view kBothWays = "M10 7V11M8 9H12M8 13H12";

// In the order of `Sign`, in a square of 20.
constexpr std::array<Shape, 11> kShapes{{
    {"more", "M10 2 19 18H1Z", "", "M10 9.5V15.5M7 12.5H13", ""},
    {"less", "M10 18 1 2H19Z", "", "M7 7.5H13", ""},
    {"none", "M10 2A8 8 0 1 0 10 18 8 8 0 1 0 10 2Z", "",
     "M10 6.5C7.6 6.5 7.6 13.5 10 13.5 12.4 13.5 12.4 6.5 10 6.5Z", ""},
    {"pulled", "M10 0 17 7H3Z", "M10 20 3 13H17Z", "", kBothWays},
    {"unstated", "", "", "",
     "M10 1 19 10 10 19 1 10ZM8 8.5C8 6 12 6 12 8.4 12 10 10 10 10 11.6M10 14H10.1"},
    {"conflict", "M1 4H7V16H1Z", "M13 4H19V16H13Z", "", kRing},
    {"ranking", "M2 3H18V7H2ZM2 9H13V13H2ZM2 15H8V19H2Z", "", "", ""},
    {"", "", "", "", ""},
    {"silent", "", "", "", "M2 10H2.1M10 10H10.1M18 10H18.1"},
    {"", "", "", "", ""},
    {"apart", "M0 7 5 3V11ZM20 7 15 3V11Z", "", "", "M5 7H8M12 7H15M1 16H4M8 16H12M16 16H19"},
}};

void Path(Html& html, std::string_view shape, std::string_view kind) {
  if (!shape.empty()) html.Leaf("path", "", {{"class", kind}, {"d", shape}});
}

std::string Box(int x) {
  const std::string left = std::to_string(x);
  return "M" + left + " 2.5H" + std::to_string(x + 10) + "V9.5H" + left + "Z";
}

}  // namespace

void PutSignShape(Html& html, const SignMark& sign) {
  if (!IsDrawn(sign.sign)) return;
  const Shape& shape = kShapes[static_cast<std::size_t>(sign.sign)];
  std::string kind = "sign " + std::string(shape.name);
  if (sign.not_held)
    kind += " not-held";
  else if (sign.inferred)
    kind += " inferred";
  else if (sign.other_step)
    kind += " other-step";
  const Within svg(html, "svg",
                   {{"class", kind},
                    {"viewBox", "-1 -1 22 22"},
                    {"width", "22"},
                    {"height", "22"},
                    {"aria-hidden", "true"}});
  Path(html, shape.body, shape.other.empty() ? "body" : "body up");
  Path(html, shape.other, "body down");
  Path(html, shape.letter, "letter");
  Path(html, shape.lines, "lines");
  if (sign.not_held) Path(html, "M1 19 19 1", "strike");
}

void PutSign(Sheet& sheet, const SignMark& sign) {
  if (sign.words.empty()) return;
  const Within mark(sheet.html, "span", {{"class", "mark"}});
  PutSignShape(sheet.html, sign);
  sheet.html.Text(" ");
  sheet.html.Leaf("span", sign.words, {{"dir", "auto"}});
}

void PutStrength(Html& html, const Strength& strength) {
  const Within line(html, "span", {{"class", "strength"}});
  if (strength.ruler != Ruler::kAbsent) {
    const std::string_view kind = strength.ruler == Ruler::kSegments ? "ruler" : "ruler no-level";
    const Within svg(html, "svg",
                     {{"class", kind},
                      {"viewBox", "0 0 109 12"},
                      {"width", "109"},
                      {"height", "12"},
                      {"aria-hidden", "true"}});
    std::string filled, open;
    for (int i = 0; i < 4; ++i) {
      const bool against = strength.ruler == Ruler::kSegments && i < strength.against;
      const bool in_favour = strength.ruler == Ruler::kSegments && i < strength.in_favour;
      (against ? filled : open) += Box(39 - 13 * i);
      (in_favour ? filled : open) += Box(60 + 13 * i);
    }
    Path(html, filled, "filled");
    Path(html, open, "open");
    Path(html, "M54.5 0V12", "centre");
    if (strength.ruler == Ruler::kRing)
      Path(html, "M54.5 1.5A4.5 4.5 0 1 0 54.5 10.5 4.5 4.5 0 1 0 54.5 1.5Z", "ring");
  }
  html.Text(" ");
  html.Leaf("span", strength.words);
}

}  // namespace proviso::view

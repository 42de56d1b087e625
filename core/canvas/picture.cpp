#include "core/canvas/picture.h"

#include <cmath>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "core/base/safe_text.h"
#include "core/state/cite.h"

namespace proviso::view {
namespace {

constexpr float kHatchStep = 6;

std::string Number(float value) {
  // Hundredths of a point, without a locale: the same bytes everywhere.
  const auto hundredths = static_cast<long>(std::lround(value * 100));
  const long whole = std::labs(hundredths) / 100, rest = std::labs(hundredths) % 100;
  std::string text = (hundredths < 0 ? "-" : "") + std::to_string(whole);
  if (rest != 0) {
    text += rest < 10 ? ".0" : ".";
    text += std::to_string(rest % 10 == 0 && rest >= 10 ? rest / 10 : rest);
  }
  return text;
}

// XML has no way to write the other control characters.
std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
  return out;
}

void Put(std::string_view name, float value, std::string* out) {
  *out += ' ';
  *out += name;
  *out += "=\"";
  *out += Number(value);
  *out += '"';
}

class Writer {
 public:
  Writer(const Colors& colors, float scale, const TextMeasure& measure, const Outlines* outlines)
      : colors_(colors), scale_(scale), measure_(measure), outlines_(outlines) {}

  void Rectangle(Rect rect, Ink ink) {
    out_ += "<rect";
    Box(rect);
    Paint("fill", ink);
    out_ += "/>\n";
  }

  int BeginClip(Rect rect) {
    const int id = ++clips_;
    out_ += "<clipPath id=\"c" + std::to_string(id) + "\"><rect";
    Box(rect);
    out_ += "/></clipPath>\n<g clip-path=\"url(#c" + std::to_string(id) + ")\">\n";
    return id;
  }
  void End() { out_ += "</g>\n"; }

  void Draw(const Panel& panel) {
    Rectangle(panel.rect, panel.ground);
    BeginClip(panel.rect);
    out_ += "<g transform=\"translate(" + Number(panel.rect.x) + " " +
            Number(panel.rect.y - std::round(panel.scroll_y)) + ")\">\n";
    for (const Shape& shape : panel.scene.shapes) Draw(shape);
    End();
    End();
  }

  std::string& out() { return out_; }

 private:
  void Box(Rect rect) {
    Put("x", rect.x, &out_);
    Put("y", rect.y, &out_);
    Put("width", rect.w, &out_);
    Put("height", rect.h, &out_);
  }

  void Paint(std::string_view what, Ink ink) {
    const std::uint32_t rgba = colors_[ink];
    out_ += ' ';
    out_ += what;
    out_ += "=\"" + HexOf(rgba) + '"';
    if ((rgba & 255u) != 255u)
      Put(std::string(what) + "-opacity", static_cast<float>(rgba & 255u) / 255, &out_);
  }

  void Stroke(const Shape& shape) {
    out_ += " fill=\"none\"";
    Paint("stroke", shape.ink);
    Put("stroke-width", shape.width, &out_);
    if (shape.dash > 0)
      out_ += " stroke-dasharray=\"" + Number(shape.dash) + " " + Number(shape.gap) + "\"";
    out_ += "/>\n";
  }

  void Path(const Shape& shape) {
    const auto at = [&](std::size_t i) {
      return Number(shape.points[i].x) + " " + Number(shape.points[i].y);
    };
    out_ += "<path d=\"M" + at(0);
    if (shape.kind == ShapeKind::kCurve) {
      out_ += "C" + at(1) + " " + at(2) + " " + at(3) + "\"";
    } else {
      const std::size_t count = shape.kind == ShapeKind::kLine ? 2 : shape.count;
      for (std::size_t i = 1; i < count; ++i) out_ += "L" + at(i);
      out_ += shape.kind == ShapeKind::kPolygon ? "Z\"" : "\"";
    }
    if (shape.kind == ShapeKind::kPolygon) {
      Paint("fill", shape.ink);
      out_ += "/>\n";
    } else {
      Stroke(shape);
    }
  }

  static void PutContour(const Contour& contour, std::string* path) {
    const auto put = [path](char letter, Point point) {
      *path += letter;
      *path += Number(point.x) + ' ' + Number(point.y);
    };
    put('M', contour.from);
    for (const Bend& bend : contour.bends) {
      if (bend.kind == BendKind::kQuadratic) put('Q', bend.first);
      if (bend.kind == BendKind::kCubic) {
        put('C', bend.first);
        put(' ', bend.second);
      }
      put(bend.kind == BendKind::kLine ? 'L' : ' ', bend.to);
    }
    *path += 'Z';
  }

  void Text(const Shape& shape) {
    const TypeSpec spec = SpecOf(shape.type);
    const float baseline = std::round(shape.rect.y) + std::round(BaselineOf(shape.type) * scale_);
    if (outlines_ != nullptr) {
      std::string path;
      for (const Contour& contour :
           outlines_->Outline(spec.face, spec.size * scale_, shape.text, shape.rect.x, baseline))
        PutContour(contour, &path);
      if (path.empty()) return;
      out_ += "<path d=\"" + path + '"';
      Paint("fill", shape.ink);
      out_ += "/>\n";
      return;
    }
    const bool serif = spec.face == Face::kSerif || spec.face == Face::kSerifBold;
    const bool bold = spec.face == Face::kSansBold || spec.face == Face::kSerifBold;
    out_ += "<text";
    Put("x", shape.rect.x, &out_);
    Put("y", baseline, &out_);
    Put("font-size", spec.size * scale_, &out_);
    Put("textLength", measure_.Width(spec.face, spec.size * scale_, shape.text), &out_);
    out_ += serif ? " class=\"s\"" : "";
    if (bold) out_ += " font-weight=\"600\"";
    Paint("fill", shape.ink);
    out_ += '>' + Escaped(shape.text) + "</text>\n";
  }

  void Round(const Shape& shape) {
    const bool ring = shape.kind == ShapeKind::kRing;
    out_ += "<circle";
    Put("cx", shape.rect.x + shape.rect.w / 2, &out_);
    Put("cy", shape.rect.y + shape.rect.h / 2, &out_);
    Put("r", (std::fmin(shape.rect.w, shape.rect.h) - (ring ? shape.width : 0)) / 2, &out_);
    if (ring) {
      Stroke(shape);
    } else {
      Paint("fill", shape.ink);
      out_ += "/>\n";
    }
  }

  void Draw(const Shape& shape) {
    switch (shape.kind) {
      case ShapeKind::kFill:
        out_ += "<rect";
        Box(shape.rect);
        if (shape.radius > 0) Put("rx", shape.radius, &out_);
        Paint("fill", shape.ink);
        out_ += "/>\n";
        break;
      case ShapeKind::kStroke: {
        const float half = shape.width / 2;
        out_ += "<rect";
        Box({shape.rect.x + half, shape.rect.y + half, shape.rect.w - shape.width,
             shape.rect.h - shape.width});
        if (shape.radius > 0) Put("rx", shape.radius, &out_);
        Stroke(shape);
        break;
      }
      case ShapeKind::kLine:
      case ShapeKind::kCurve:
      case ShapeKind::kPolygon:
        Path(shape);
        break;
      case ShapeKind::kDisc:
      case ShapeKind::kRing:
        Round(shape);
        break;
      case ShapeKind::kHatch:
        BeginClip(shape.rect);
        for (float x = shape.rect.x - shape.rect.h; x < shape.rect.right(); x += kHatchStep) {
          Shape line;
          line.kind = ShapeKind::kLine;
          line.ink = shape.ink;
          line.points = {Point{x, shape.rect.bottom()}, Point{x + shape.rect.h, shape.rect.y}};
          Draw(line);
        }
        End();
        break;
      case ShapeKind::kText:
        Text(shape);
        break;
      case ShapeKind::kClip:
        BeginClip(shape.rect);
        break;
      case ShapeKind::kUnclip:
        End();
        break;
    }
  }

  const Colors& colors_;
  float scale_;
  const TextMeasure& measure_;
  const Outlines* outlines_;
  int clips_ = 0;
  std::string out_;
};

}  // namespace

std::string FrameToSvg(const Frame& frame, const Colors& colors, const TextMeasure& measure,
                       const Picture& picture, const Outlines* outlines) {
  const Rect window{0, 0, frame.viewport.width, frame.viewport.height};
  const Rect part = picture.part.w > 0 ? picture.part : window;
  Writer writer(colors, frame.text_scale, measure, outlines);
  std::string& out = writer.out();
  out += "<svg xmlns=\"http://www.w3.org/2000/svg\"";
  Put("width", part.w, &out);
  Put("height", part.h, &out);
  out += " viewBox=\"" + Number(part.x) + " " + Number(part.y) + " " + Number(part.w) + " " +
         Number(part.h) + "\"" + (picture.title.empty() ? ">\n" : " role=\"img\">\n");
  if (!picture.title.empty()) out += "<title>" + Escaped(picture.title) + "</title>\n";
  if (!picture.description.empty()) out += "<desc>" + Escaped(picture.description) + "</desc>\n";
  if (outlines == nullptr)
    out +=
        "<style>text{font-family:Inter,sans-serif;font-kerning:none;"
        "font-variant-ligatures:none;white-space:pre}"
        ".s{font-family:'Source Serif 4',serif}</style>\n";
  writer.Rectangle(window, Ink::kPaper);
  for (const Panel& panel : frame.panels) {
    if (panel.modal) writer.Rectangle(window, Ink::kScrim);
    writer.Draw(panel);
  }
  writer.out() += "</svg>\n";
  return std::move(writer.out());
}

Picture PictureOf(const Library& library, const Session& session) {
  return {VisibleText(std::string(library.dataset.info.title) + ". " +
                      StateWords(library, session.state)),
          VisibleText(Citation(library, session)),
          {}};
}

}  // namespace proviso::view

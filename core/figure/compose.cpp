#include "core/figure/compose.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/base/safe_text.h"
#include "core/canvas/column.h"
#include "core/figure/raster.h"
#include "core/figure/type_faces.h"
#include "core/state/cite.h"
#include "core/voice/phrases.h"
#include "core/window/views.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kMostTextsNamed = 3;
constexpr std::size_t kMostLinesTold = 24;

float MarginOf(FigureSize size) { return size.width < 800 ? 24.0f : 32.0f; }

/// How large type is: a picture is seen smaller than a screen.
std::uint8_t TypeOf(FigureSize size) {
  return size.width < 800 ? 100 : size.height > size.width * 0.8f ? 125 : 115;
}

/// "A “Title”, blog post, 9 May 2023", a text each.
std::string SourceWords(const Library& library, DocumentId id) {
  const Document& document = library.dataset[id];
  const Say& say = library.say;
  std::vector<std::string> parts{std::string(document.title)};
  if (!document.genre.empty()) parts.emplace_back(document.genre);
  if (!document.published.empty()) parts.push_back(DateWords(document.published, say));
  return say.Chain(Key("{0}, {1}"), parts);
}

/// Where it comes from and how it was made, in runs of words and letters of texts.
class Colophon {
 public:
  Colophon(Sketch& sketch, const Library& library, float x, float width)
      : sketch_(sketch), library_(library), x_(x), width_(width), at_(x) {}

  float Draw(float y) {
    y_ = y;
    const Say& say = library_.say;
    const std::size_t texts = library_.dataset.documents.size();
    Words(say("Sources:"));
    for (std::uint32_t i = 0; i < std::min(texts, kMostTextsNamed); ++i) {
      const DocumentId id(i);
      if (texts > 1) Letter(i);
      const bool last = i + 1 == texts;
      Words(SourceWords(library_, id) + (last ? "." : ";"));
    }
    if (texts > kMostTextsNamed)
      Words(say.Counted(texts - kMostTextsNamed, "and {0} more text.", "and {0} more texts."));
    Words(say("¶: paragraph."));
    Words(CodedWords(library_));
    Words(say("Each voice speaks for itself alone."));
    return y_ + sketch_.LineOf(Type::kCaption);
  }

 private:
  void Break(float width) {
    if (at_ == x_ || at_ + width <= x_ + width_) return;
    at_ = x_;
    y_ += sketch_.LineOf(Type::kCaption);
  }
  void Letter(std::uint32_t document) {
    const float size = sketch_.S(14) + sketch_.S(5);
    Break(size + sketch_.S(40));
    sketch_.LetterBox(at_, y_ + (sketch_.LineOf(Type::kCaption) - sketch_.S(14)) / 2, 14,
                      LetterOf(DocumentId(document)), document);
    at_ += size;
  }
  void Words(const std::string& text) {
    const float space = sketch_.Width(Type::kCaption, " ");
    for (std::size_t from = 0; from < text.size();) {
      const std::size_t end = std::min(text.find(' ', from), text.size());
      const std::string word = text.substr(from, end - from);
      const float width = sketch_.Width(Type::kCaption, word);
      Break(width);
      sketch_.Words(at_, y_, word, Type::kCaption, Ink::kInkSoft);
      at_ += width + space;
      from = end + 1;
    }
  }

  Sketch& sketch_;
  const Library& library_;
  float x_, width_, at_, y_ = 0;
};

/// The signs in it, in as many rows as they need. Returns the height.
float DrawLegend(Sketch& sketch, const Figure& figure, float x, float y, float width) {
  const float row = sketch.S(22), gap = sketch.S(20);
  const float from = x, top = y;
  const auto entry = [&](const std::string& words, float mark, const auto& draw) {
    const float wide = mark + std::ceil(sketch.Width(Type::kMeta, words));
    if (x > from && x + wide > from + width) {
      x = from;
      y += row;
    }
    draw(y + row / 2);
    sketch.Words(x + mark, y + (row - sketch.LineOf(Type::kMeta)) / 2, words, Type::kMeta,
                 Ink::kInkSoft);
    x += wide + gap;
  };
  for (const VoiceMark& mark : figure.voices)
    entry(mark.doubted ? sketch.Say("Doubted on the way") : sketch.Say(Label(mark.distance)),
          sketch.S(20), [&](float middle) { sketch.Voice(mark, x, middle, 14); });
  if (!figure.before.empty())
    entry(figure.before, sketch.S(20), [&](float middle) { sketch.Ghost(x, middle, 14); });
  for (const SignMark& mark : figure.signs) {
    std::string words = mark.words;
    if (mark.not_held)
      words = sketch.say().Chain(Key("{0}, {1}"), {words, sketch.Say("reported, not shared")});
    else if (mark.inferred)
      words = sketch.say().Chain(Key("{0}, {1}"), {words, sketch.Say("read in by the coders")});
    entry(words, sketch.S(23), [&](float middle) { sketch.Sign(mark, x, middle, 17); });
  }
  if (!figure.carries.empty())
    entry(figure.carries, sketch.S(40), [&](float middle) {
      sketch.Put(LineShape({x, middle}, {x + sketch.S(32), middle}, Ink::kMore, 4));
    });
  if (!figure.note.empty()) entry(figure.note, 0, [](float) {});
  return x > from || y > top ? y + row - top : 0;
}

bool IsControl(ItemRole role) {
  return role == ItemRole::kButton || role == ItemRole::kComboBox || role == ItemRole::kRadio ||
         role == ItemRole::kSearchBox || role == ItemRole::kTextField ||
         role == ItemRole::kTextArea || role == ItemRole::kCheckbox;
}

/// Takes the shapes of controls out of a panel's first lines, where its choices stand.
void DropControls(Panel* panel, float height) {
  std::vector<Rect> controls;
  for (const Item& item : panel->scene.items)
    if (IsControl(item.role) && item.rect.y < height) controls.push_back(item.rect);
  std::erase_if(panel->scene.shapes, [&](const Shape& shape) {
    if (shape.kind == ShapeKind::kClip || shape.kind == ShapeKind::kUnclip) return false;
    Rect box = shape.rect;
    if (shape.kind == ShapeKind::kLine || shape.kind == ShapeKind::kCurve ||
        shape.kind == ShapeKind::kPolygon)
      box = {shape.points[0].x, shape.points[0].y, 0, 0};
    const float x = box.x + box.w / 2, y = box.y + std::min(box.h, 8.0f) / 2;
    return std::any_of(controls.begin(), controls.end(),
                       [&](const Rect& control) { return control.Contains(x, y); });
  });
}

}  // namespace

Frame ComposeFigure(const Library& library, const Session& session, FigureSize size,
                    const TextMeasure& measure, FrameCache* cache) {
  Session shown = FreshSession(session);
  shown.state = session.state;
  shown.state.selection.clear();
  shown.state.why.clear();
  shown.state.as_list = false;
  shown.state.text_percent = TypeOf(size);
  shown.copies = session.copies;
  Viewport viewport;
  viewport.width = size.width;
  viewport.height = size.height;
  viewport.bars = Bars::kNone;
  viewport.reduced_motion = true;
  const float margin = MarginOf(size), width = size.width - 2 * margin;
  StageBuilder builder(library, shown, viewport, measure, kViews, cache);
  const View& view = ViewOf(shown.state.view);
  Space space = builder.SpaceFor({0, 0, size.width, size.height});
  space.size = WidthClass::kWide;

  // From below: what it is made from has the room that it needs, the drawing has the rest.
  Sketch probe(space, "figure", Ink::kPaper);
  const float corner = probe.S(150);
  const bool beside = width > probe.S(600);
  const float sources = beside ? width - corner - probe.S(24) : width;
  const float foot = Colophon(probe, library, margin, sources).Draw(0) +
                     (beside ? 0 : probe.LineOf(Type::kCaption) + probe.S(6));
  const Type head_type = size.width < 800 ? Type::kH2 : Type::kH1Phone;
  const auto head_height = [&](const Figure& figure) {
    Sketch measured(space, "figure", Ink::kPaper);
    Column column{measured, margin, margin - probe.S(8), width};
    column.Heading(figure.headline, head_type, 1);
    column.Gap(4);
    column.Words(figure.dek, Type::kControl, Ink::kInkSoft);
    return column.y;
  };
  Figure rough;
  rough.headline = rough.dek = "M";
  const float floor = size.height - margin + probe.S(6) - foot - probe.S(10);
  std::optional<Figure> figure;
  Rect room;
  // What is drawn decides how many lines stand above it, and they decide what can be drawn.
  float top = head_height(rough), legend = probe.S(26);
  for (int round = 0; round < 3 && view.figure != nullptr; ++round) {
    room = {margin, top + probe.S(18), width, floor - legend - probe.S(14) - top - probe.S(18)};
    figure = view.figure(builder, room);
    if (!figure) break;
    Sketch measured(space, "figure", Ink::kPaper);
    const float next_top = head_height(*figure);
    const float next_legend = DrawLegend(measured, *figure, margin, 0, width);
    if (next_top <= top && next_legend <= legend) break;
    top = std::max(top, next_top);
    legend = std::max(legend, next_legend);
  }
  const bool own = figure.has_value();
  Frame& frame = builder.frame();
  frame.panels.clear();
  if (!own) {
    figure.emplace();
    figure->headline = library.dataset.info.title;
    figure->dek = StateWords(library, shown.state);
    top = head_height(*figure);
    room = {margin, top + probe.S(12), width, floor - top - probe.S(24)};
    view.stage(builder, room);
    bool more = false;
    for (Panel& panel : frame.panels) {
      DropControls(&panel, probe.S(90));
      more = more || panel.scene.height > panel.rect.h + 1;
    }
    if (more) figure->dek += ". " + library.say("There is more than has room here.");
  }

  Sketch sketch(space, "figure", Ink::kPaper);
  Column column{sketch, margin, margin - probe.S(8), width};
  column.Heading(figure->headline, head_type, 1, Ink::kInk, "figure/headline");
  column.Gap(4);
  column.Words(figure->dek, Type::kControl, Ink::kInkSoft, "figure/dek");
  if (own) {
    figure->draw(sketch, room);
    DrawLegend(sketch, *figure, margin, floor - legend - probe.S(4), width);
  }
  sketch.HRule(margin, floor, width, Ink::kInk);
  const float y = floor + probe.S(10);
  Colophon(sketch, library, margin, sources).Draw(y);
  const float right = size.width - margin;
  const float line = beside ? y : size.height - margin + probe.S(6) - probe.LineOf(Type::kCaption);
  const std::string name = "Proviso";
  const float mark = probe.S(16);
  sketch.WordsRight(right - mark - probe.S(6), line, name, Type::kControlStrong, Ink::kInk, corner);
  sketch.Sign(Glyph::kMark, right - mark, line + probe.LineOf(Type::kCaption) / 2, 16);
  if (beside && !library.dataset.info.version.empty())
    sketch.WordsRight(right, line + probe.LineOf(Type::kCaption),
                      library.say("Dataset {0}", {library.dataset.info.version}), Type::kCaption,
                      Ink::kInkSoft, corner);
  Panel page;
  page.id = "figure";
  page.landmark = Landmark::kMain;
  page.name = figure->headline;
  page.rect = {0, 0, size.width, size.height};
  page.scene = sketch.Finish(size.height);
  frame.panels.insert(frame.panels.begin(), std::move(page));
  return std::move(frame);
}

Picture FigurePicture(const Library& library, const Session& session, const Frame& figure) {
  Picture picture;
  std::string told;
  std::size_t lines = 0;
  for (const Panel& panel : figure.panels)
    for (const Item& item : panel.scene.items) {
      if (item.id == "figure/headline") {
        picture.title = VisibleText(item.name);
        continue;
      }
      // What a line says is in its own name; groups and tables only hold lines.
      if (item.name.empty() || item.role == ItemRole::kGroup || item.role == ItemRole::kTable ||
          item.role == ItemRole::kList)
        continue;
      if (lines++ < kMostLinesTold) told += item.name + (item.name.back() == '.' ? " " : ". ");
    }
  picture.description = VisibleText(told + Citation(library, session));
  if (picture.title.empty()) picture.title = VisibleText(library.dataset.info.title);
  return picture;
}

std::string FigureFile(const Library& library, const Session& session, std::string_view kind,
                       const Colors& colors, const std::vector<FontFile>& fonts) {
  TypeFaces faces;
  for (const FontFile& font : fonts) faces.Add(font.face, std::string(font.bytes));
  const std::string_view size = kind.substr(0, kind.find('.'));
  const Frame figure = ComposeFigure(library, session,
                                     size == "square"   ? kFigureSquare
                                     : size == "column" ? kFigureColumn
                                                        : kFigureWide,
                                     faces);
  if (kind.substr(size.size()) == ".png") return FrameToPng(figure, colors, faces, 2);
  return FrameToSvg(figure, colors, faces, FigurePicture(library, session, figure), &faces);
}

}  // namespace proviso::view

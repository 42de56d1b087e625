#include "core/views/timeline/parts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr float kOpenTail = 44;

// A sample of a date in the legend.
struct Sample {
  std::string_view words;
  float width;
  DateStyle style;
  DrawnDate date;
};

DrawnDate SampleDate(std::int32_t last, bool open, bool about, bool unsure) {
  DrawnDate date;
  date.last = last;
  date.open_after = open;
  date.about_before = date.about_after = about;
  date.unsure = unsure;
  return date;
}

float DrawLegend(Sketch& sketch, float x, float y, float width) {
  const Sample samples[] = {
      {Key("a day"), 12, {}, SampleDate(0, false, false, false)},
      {Key("as wide as the date is loose"), 30, {}, SampleDate(1, false, false, false)},
      {Key("about then"), 30, {}, SampleDate(1, false, true, false)},
      {Key("only expected"), 30, {false, false, true}, SampleDate(1, false, false, false)},
      {Key("read in by the coders"), 30, {true, false, false}, SampleDate(1, false, false, false)},
      {Key("not certain"), 30, {}, SampleDate(1, false, false, true)},
      {Key("open end"), 12, {}, SampleDate(1, true, false, false)}};
  const float line = std::max(sketch.LineOf(Type::kCaption), sketch.S(18));
  float at = x, top = y;
  for (const Sample& sample : samples) {
    const Tails tails = TailsOf(sample.date, 1);
    const float bar = tails.before + sample.width + std::min(tails.after, 24.0f);
    const std::string said = sketch.Say(sample.words);
    const float words = std::ceil(sketch.Width(Type::kCaption, said));
    const float all = bar + sketch.S(8) + words;
    if (at > x && at + all > x + width) {
      at = x;
      top += line;
    }
    const float from = at + tails.before;
    DrawnDate date = sample.date;
    if (date.open_after) {
      // A shorter tail than on the line.
      date.open_after = false;
      const float middle = std::round(top + line / 2);
      sketch.Put(LineShape({from + sample.width, middle}, {from + sample.width + 24, middle},
                           Ink::kInk, 3, 5, 4));
    }
    DrawDate(sketch, date, sample.style, from, from + sample.width, std::round(top + line / 2), 12);
    sketch.Text(at + bar + sketch.S(8), top + (line - sketch.LineOf(Type::kCaption)) / 2,
                std::min(words, x + width - at - bar - sketch.S(8)), said, Type::kCaption,
                Ink::kInkSoft);
    at += all + sketch.S(16);
  }
  return top + line - y;
}

ButtonSpec Small(std::string id, std::string words, std::string name, Command command) {
  ButtonSpec spec;
  spec.id = std::move(id);
  spec.words = std::move(words);
  spec.name = std::move(name);
  spec.command = std::move(command);
  spec.kind = ButtonKind::kSmall;
  return spec;
}

std::vector<ButtonSpec> CameraButtons(const Say& say, const TimeView& view) {
  const auto at = [&view](float shift, float factor) {
    Camera camera = view.camera;
    camera.x += static_cast<std::int32_t>(std::lround(shift * (view.last() - view.first())));
    camera.percent = static_cast<std::uint16_t>(
        std::clamp(std::lround(static_cast<float>(camera.percent) * factor), 10L, 800L));
    return SetCamera{camera};
  };
  std::vector<ButtonSpec> buttons;
  if (!view.fits) {
    buttons.push_back(Small("timeline/earlier", say("Earlier"), "", at(-0.4f, 1)));
    buttons.push_back(Small("timeline/later", say("Later"), "", at(0.4f, 1)));
  }
  buttons.push_back(Small("timeline/out", "−", say("Zoom out"), at(0, 0.667f)));
  buttons.back().shortcut = "Shift+Z";
  buttons.push_back(Small("timeline/in", "+", say("Zoom in"), at(0, 1.5f)));
  buttons.back().shortcut = "Z";
  if (!view.fits) {
    buttons.push_back(Small("timeline/fit", say("Fit"), say("The whole span"), SetCamera{}));
    buttons.back().shortcut = "0";
  }
  return buttons;
}

// The dates of the brush as fields, so that a brush needs no dragging.
float DrawBrush(Sketch& sketch, const TimelineModel& model, float x, float y, float width) {
  const float height = sketch.Control(34);
  const float label = (height - sketch.LineOf(Type::kControl)) / 2;
  const std::string from_words = sketch.Say("From##a date"), to_words = sketch.Say("to##dates");
  const float words = std::ceil(sketch.Width(Type::kControl, from_words));
  const float to = std::ceil(sketch.Width(Type::kControl, to_words));
  const float gap = sketch.S(8);
  float field = sketch.S(132), at = x;
  const bool beside = words + to + 2 * field + 3 * gap <= width;
  if (!beside) field = std::min(field, (width - to - 2 * gap) / 2);
  float top = y;
  sketch.Words(at, top + label, from_words, Type::kControl, Ink::kInkSoft, width);
  if (beside)
    at += words + gap;
  else
    top += sketch.LineOf(Type::kControl) + label + gap / 2;
  const auto draw = [&](std::string_view id, std::string name, const char* key,
                        const std::string& value) {
    FieldSpec spec;
    spec.id = std::string(id);
    spec.name = std::move(name);
    spec.value = value;
    spec.typed = SetField{key, ""};
    spec.role = ItemRole::kTextField;
    sketch.Field({at, top, field, height}, spec);
    at += field + gap;
  };
  draw(kBrushFrom, sketch.Say("Dates from"), "from", model.from);
  sketch.Words(at, top + label, to_words, Type::kControl, Ink::kInkSoft);
  at += to + gap;
  draw(kBrushTo, sketch.Say("Dates to"), "to", model.to);
  float row = height;
  for (const Action& action : model.brushes) {
    ButtonSpec spec = Small("timeline/" + action.key, action.words, "", action.command);
    spec.max_width = width;
    const float w = sketch.ButtonWidth(spec), h = sketch.ButtonHeight(spec.kind);
    if (at > x && at + w > x + width) {
      at = x;
      top += row + gap;
      row = h;
    }
    sketch.Button(at, top + std::round((row - h) / 2), spec);
    at += w + gap;
  }
  // What to write, or what is found, beside the fields; what is wrong, under them.
  if (!model.brush_words.empty()) {
    const Type type = model.fault ? Type::kMeta : Type::kCaption;
    const Ink ink = model.fault ? Ink::kMissing : Ink::kInkMute;
    const float left = at + sketch.S(6), line = sketch.LineOf(type);
    if (!model.fault && left + std::ceil(sketch.Width(type, model.brush_words)) <= x + width)
      sketch.Paragraph(left, top + std::round((row - line) / 2), x + width - left,
                       model.brush_words, type, ink, 0, "timeline/brush");
    else
      row += gap / 2 + sketch.Paragraph(x, top + row + gap / 2, width, model.brush_words, type, ink,
                                        0, "timeline/brush");
  }
  return top + row - y;
}

}  // namespace

Tails TailsOf(const DrawnDate& date, float size) {
  const float small = std::min(1.0f, size);
  return {date.open_before ? kOpenTail * small : 0, date.open_after ? kOpenTail * small : 0};
}

void DrawDate(Sketch& sketch, const DrawnDate& date, DateStyle style, float x0, float x1,
              float middle, float size) {
  const bool whole = size >= 10;  // A small bar of a list has shorter tails.
  const float tail = whole ? kOpenTail : 12;
  const float dash = whole ? 5 : 3, gap = whole ? 4 : 2;
  const Ink ink = style.faint ? Ink::kInkMute : Ink::kInk;
  const float line = style.faint ? 1.5f : 3;
  if (date.open_before)
    sketch.Put(LineShape({x0 - tail, middle}, {x0, middle}, ink, line, dash, gap));
  if (date.open_after)
    sketch.Put(LineShape({x1, middle}, {x1 + tail, middle}, ink, line, dash, gap));
  const float centre = (x0 + x1) / 2;
  const Rect box = date.day() ? Rect{centre - size / 2, middle - size / 2, size, size}
                              : Rect{x0, middle - size / 2, std::max(x1 - x0, 3.0f), size};
  if (style.inferred) {
    sketch.Fill(box, sketch.ground());
    Shape hatch = FillShape(box, ink);
    hatch.kind = ShapeKind::kHatch;
    sketch.Put(std::move(hatch));
    sketch.Stroke(box, ink, 1.5f);
  } else if (date.unsure || style.faint || style.expected || date.about_before ||
             date.about_after) {
    const bool dashed = date.unsure || style.expected;
    const float on = dashed ? (style.expected ? 4.0f : 3.0f) : 0;
    const float off = dashed ? (style.expected ? 3.0f : 2.5f) : 0;
    sketch.Fill(box, sketch.ground(), date.day() ? size / 2 : 2);
    sketch.Put(date.day() ? RingShape(box, ink, 1.6f, on, off)
                          : StrokeShape(box, ink, 1.6f, 2, on, off));
  } else if (date.day()) {
    sketch.Put(DiscShape(box, ink));
  } else {
    sketch.Fill(box, ink);
  }
}

std::optional<ChosenPart> ChosenStretch(const TimelineModel& model, const TimeView& view) {
  if (!model.brush || model.brush->first > model.brush->last) return std::nullopt;
  const auto x = [&](std::int32_t day) {
    return std::clamp(view.X(model.axis.At(day)), view.left, view.right);
  };
  const bool before = model.brush->first == std::numeric_limits<std::int32_t>::min();
  const bool after = model.brush->last == std::numeric_limits<std::int32_t>::max();
  ChosenPart chosen{before ? view.left : x(model.brush->first),
                    after ? view.right : x(model.brush->last + 1)};
  return chosen.to > chosen.from ? std::optional<ChosenPart>(chosen) : std::nullopt;
}

float LetterRoom(const Sketch& sketch, const TimeMark& mark) {
  if (mark.letter.empty()) return 0;
  return std::max(sketch.S(18), std::ceil(sketch.Width(Type::kLabel, mark.letter)) + sketch.S(7)) +
         sketch.S(6);
}

std::string Under(const TimeMark& mark) {
  return mark.places.empty() ? mark.when : mark.when + " · " + mark.places;
}

float DrawTimelineHead(Sketch& sketch, const TimelineModel& model, const TimeView* view,
                       const Space& space, float y) {
  const float x = space.margin(), width = space.width - 2 * x;
  y += sketch.S(10);
  const std::vector<ButtonSpec> buttons =
      view == nullptr ? std::vector<ButtonSpec>() : CameraButtons(space.say, *view);
  float tools = 0;
  for (const ButtonSpec& spec : buttons) tools += sketch.ButtonWidth(spec) + sketch.S(8);
  const bool beside = tools < width * 0.45f;
  const float title =
      sketch.Heading(x, y, beside ? width - tools : width, model.title,
                     space.phone() ? Type::kH3 : Type::kH2, 1, Ink::kInk, "timeline/title");
  sketch.scene().items.back().description = model.subtitle;
  if (beside && !buttons.empty()) {
    float at = x + width - tools + sketch.S(8);
    for (const ButtonSpec& spec : buttons) at += sketch.Button(at, y, spec).w + sketch.S(8);
    y += std::max(title, sketch.ButtonHeight(ButtonKind::kSmall));
  } else {
    y += title;
  }
  if (!beside) y += sketch.S(6) + sketch.ButtonRow(x, y + sketch.S(6), width, buttons);
  y += sketch.S(6);
  if (!model.lanes.empty()) {
    y += DrawLegend(sketch, x, y, width) + sketch.S(12);
  }
  y += DrawBrush(sketch, model, x, y, width);
  return std::ceil(y + sketch.S(16));
}

float DrawTimeAxis(Sketch& sketch, const TimelineModel& model, const TimeView& view, float y) {
  const float above = y, below = y + sketch.LineOf(Type::kLabel);
  const float bottom = below + sketch.LineOf(Type::kCaption) + sketch.S(4);
  const float room = sketch.S(34);
  float free_above = view.left, free_below = view.left;
  std::vector<std::pair<float, float>> above_words, below_words;  // From, to.
  const auto put = [&](float at, float top, const std::string& words, Type type, Ink ink,
                       float* free) {
    const float wide = sketch.Width(type, words);
    if (words.empty() || at < *free || at + wide > view.right) return;
    sketch.Words(at, top, words, type, ink);
    *free = at + wide + sketch.S(6);
    (type == Type::kCaption ? below_words : above_words).push_back({at, at + wide});
  };
  for (const AxisTick& tick :
       model.axis.Ticks(view.first(), view.last(), view.scale(), room, sketch.say())) {
    const float at = view.X(tick.x);
    // What begins before the edge is named at the edge.
    put(std::max(at, view.left) + 4, above, tick.above, Type::kLabel, Ink::kInk, &free_above);
    if (at >= view.left) put(at + 4, below, tick.words, Type::kCaption, Ink::kInkSoft, &free_below);
  }
  std::vector<std::string> folds;
  float taken = view.left;  // By the part before a fold: a month has its name at its beginning.
  for (const AxisPart& part : model.axis.parts()) {
    const float left = view.X(part.x), right = view.X(part.right());
    if (part.kind != AxisPart::Kind::kFold) {
      taken = std::max(view.left, part.kind == AxisPart::Kind::kYear ? left : left + room);
      continue;
    }
    folds.push_back(FoldWords(part, sketch.say()));
    const std::vector<Run> words{{folds.back(), Type::kCaption, Ink::kInkMute}};
    const float within = right - left - 2;
    const Flow flow = FlowText(sketch.measure(), sketch.scale(), words, within);
    const float wide = std::min(flow.width, within);
    const float at = std::round((left + right - wide) / 2);
    const auto meets = [&](const std::pair<float, float>& other) {
      return other.first < at + wide && other.second > at;
    };
    // In two lines it reaches up to the years.
    const bool clear =
        std::none_of(below_words.begin(), below_words.end(), meets) &&
        (flow.lines.size() < 2 || std::none_of(above_words.begin(), above_words.end(), meets));
    if (at >= taken && right <= view.right && clear && flow.lines.size() <= 2)
      sketch.Flowed(at, bottom - sketch.S(3) - flow.height(), words, within);
  }
  sketch.HRule(view.left, bottom - 1, view.right - view.left, Ink::kInk);
  // The chosen stretch has its rule here and its ground behind the lanes.
  if (const std::optional<ChosenPart> chosen = ChosenStretch(model, view))
    sketch.Fill({chosen->from, bottom - 3, chosen->to - chosen->from, 3}, Ink::kAccent);
  std::vector<std::string> sentences{sketch.Say("Time runs from left to right.")};
  if (folds.size() > 6) {
    sentences.push_back(
        sketch.Say("{0} stretches without a date are folded.", {std::to_string(folds.size())}));
  } else if (!folds.empty()) {
    sentences.push_back(
        sketch.Say("Folded, with nothing dated in them: {0}.", {sketch.say().Join(folds)}));
  }
  std::string name = sketch.say().Chain(Key("{0} {1}##sentences"), sentences);
  sketch.Add(MakeItem(ItemRole::kText, "timeline/axis", std::move(name),
                      {view.left, y, view.right - view.left, bottom - y}));
  return bottom;
}

float DrawTimeLists(Sketch& sketch, const TimelineModel& model, float x, float y, float width,
                    float* selected_y) {
  if (!model.empty.empty()) {
    y +=
        sketch.Paragraph(x, y, width, model.empty, Type::kBody, Ink::kInkSoft, 0, "timeline/empty");
    if (model.empty_remedy) {
      ButtonSpec remedy;
      remedy.id = "timeline/" + model.empty_remedy->key;
      remedy.words = model.empty_remedy->words;
      remedy.command = model.empty_remedy->command;
      remedy.max_width = width;
      y += sketch.S(12) + sketch.Button(x, y + sketch.S(12), remedy).h;
    }
  }
  for (const TimeList& list : model.lists) {
    y += sketch.Heading(x, y, width, list.title, Type::kH3, 2);
    y += sketch.Paragraph(x, y + 1, width, list.note, Type::kCaption, Ink::kInkMute) + sketch.S(8);
    Item whole = MakeItem(ItemRole::kList, "timeline/" + list.key, list.title);
    whole.size = static_cast<std::uint32_t>(list.rows.size());
    sketch.Open(std::move(whole));
    std::uint32_t place = 0;
    for (const TimeRow& row : list.rows) {
      const Run title{row.title, Type::kControl}, note{row.note, Type::kCaption, Ink::kInkMute};
      const float words = sketch.FlowHeight({title}, width, 3);
      const float under = row.note.empty() ? 0 : sketch.LineOf(Type::kCaption);
      const Rect rect{x, y, width, std::max(words + under + sketch.S(14), sketch.target())};
      if (row.selected) {
        sketch.Fill(rect, Ink::kAccentTint);
        if (selected_y != nullptr) *selected_y = y;
      }
      sketch.HRule(x, y, width, Ink::kLine);
      sketch.Flowed(x, y + sketch.S(7), {title}, width, 3);
      sketch.Words(x, y + sketch.S(7) + words, row.note, Type::kCaption, Ink::kInkMute, width);
      Item item = MakeItem(ItemRole::kListItem, "timeline/" + list.key + "/" + row.id,
                           sketch.say().Chain(Key("{0}. {1}"), {row.title, row.note}), rect);
      item.press = row.press;
      item.double_press = row.open;
      item.group = "timeline/" + list.key;
      item.selected = row.selected ? Tri::kYes : Tri::kNo;
      item.pos = ++place;
      item.size = static_cast<std::uint32_t>(list.rows.size());
      sketch.Add(std::move(item));
      y += rect.h;
    }
    sketch.Close();
    y += sketch.S(24);
  }
  return y;
}

}  // namespace proviso::view

// A column a voice: name, how it reaches us, how likely, which way, in which words, why.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/views/what_if/scene_parts.h"

namespace proviso::view {
namespace {

constexpr std::size_t kMostSaid = 4;  // Beyond, the actor's profile has them.
constexpr float kSegment = 12;        // Of the ruler, which is 118 wide with them.
constexpr float kLeastColumn = 300;

// The holder's name, which leads to its profile, with a bar where its answer changed. Returns the
// height.
float DrawName(Sketch& sketch, const ViewColumn& column, float x, float y, float width) {
  const float bar = column.changed ? sketch.S(11) : 0;
  if (column.changed) sketch.Fill({x, y + 1, 3, sketch.S(20)}, Ink::kInk);
  const std::vector<Run> runs{Run{column.name, Type::kAnswer, Ink::kInk}};
  const float height = sketch.Flowed(x + bar, y, runs, width - bar);
  const float target = std::max(height, sketch.target());
  Item item = MakeItem(ItemRole::kLink, "answer/" + column.key + ".name", column.name,
                       {x, std::round(y - (target - height) / 2), width, target});
  if (column.changed) item.description = sketch.Say("Changed by the last switch");
  item.press = column.open_actor;
  sketch.Add(std::move(item));
  return height;
}

// How it reaches us: its mark, and the words. Returns the height.
float DrawThrough(Sketch& sketch, const ViewColumn& column, float x, float y, float width) {
  sketch.Voice(column.mark, x, y + sketch.LineOf(Type::kCaption) / 2, 14);
  const std::string words = column.places.empty()
                                ? column.through
                                : sketch.Say("{0} · {1}##how it reaches us, in which texts",
                                             {column.through, column.places});
  return sketch.Paragraph(x + sketch.S(20), y, width - sketch.S(20), words, Type::kCaption,
                          Ink::kInkMute);
}

// How likely, with its ruler; else in words why there is none. Returns the height.
float DrawLevel(Sketch& sketch, const ViewColumn& column, float x, float y, float width) {
  const Strength& level = column.level;
  const bool ruled = level.ruler == Ruler::kSegments || level.ruler == Ruler::kRing;
  if (!ruled)
    return sketch.Paragraph(x, y, width, level.words, Type::kControlStrong, Ink::kInkSoft);
  Run words{level.words, Type::kAnswer, Ink::kInk};
  // A flat “will” is no hedge.
  words.hedge = level.ruler == Ruler::kSegments && level.in_favour < 4 && level.against < 4 &&
                !level.words.empty();
  const float ruler = sketch.RulerWidth(kSegment) + sketch.S(12);
  const bool beside = sketch.Width(Type::kAnswer, level.words) + 1 <= width - ruler;
  sketch.LevelRuler(x, y + sketch.S(12), level, kSegment);
  if (beside) {
    sketch.Paragraph(x + ruler, y + sketch.S(1), width - ruler, std::vector<Run>{words});
    return sketch.S(24);
  }
  return sketch.S(24) + sketch.Paragraph(x, y + sketch.S(24), width, std::vector<Run>{words});
}

float DrawDirection(Sketch& sketch, const SignMark& direction, float x, float y, float width) {
  const float indent = sketch.S(28);
  const std::vector<Run> runs{Run{direction.words, Type::kControlStrong, Ink::kInk}};
  const float height = sketch.Paragraph(x + indent, y, width - indent, runs);
  sketch.Sign(direction, x, y + sketch.LineOf(Type::kControlStrong) / 2, 20);
  return height;
}

// A statement near the outcome, named, and what is said of it. Returns the height.
float DrawNear(Sketch& sketch, const NearSaid& near, const std::string& id, float x, float y,
               float width) {
  const bool signed_ = IsDrawn(near.line.sign.sign) && near.line.sign.sign != Sign::kSilent;
  const float indent = signed_ ? sketch.S(28) : 0;
  const float line = sketch.LineOf(Type::kControlStrong);
  if (signed_) sketch.Sign(near.line.sign, x, y + line / 2, 20);
  Run word{near.word, Type::kControlStrong, Ink::kInk};
  word.hedge = near.hedge;
  const std::vector<Run> runs{
      Run{sketch.Say("{0}: ##before what is said", {near.title}), Type::kControlStrong, Ink::kInk},
      word};
  const float height = sketch.Flowed(x + indent, y, runs, width - indent);
  Item item = MakeItem(ItemRole::kButton, id + "/near/" + near.line.proposition,
                       sketch.Say("{0}: {1}", {near.title, near.word}),
                       {x, y, width, std::max(height, sketch.target())});
  item.description = near.line.words;
  item.press = Select{near.line.proposition};
  sketch.Add(std::move(item));
  return std::max(height, sketch.target());
}

// One thing said, in the claim's own paraphrase; `with_sign` where several things are said. Returns
// the height.
float DrawSaid(Sketch& sketch, const Said& said, const std::string& id, float x, float y,
               float width, bool with_sign) {
  const float start = y;
  Item item = MakeItem(ItemRole::kButton, id, said.text.plain(), {});
  item.press = said.open;
  item.description = sketch.say().Chain(Key("{0}. {1}"), {said.lead, said.strength.words});
  const bool drawn = with_sign && IsDrawn(said.sign.sign);
  const float indent = drawn ? sketch.S(24) : 0;
  if (drawn) sketch.Sign(said.sign, x, start + sketch.LineOf(Type::kReading) / 2, 16);
  y += sketch.Flowed(x + indent, y, RunsOf(said.text), width - indent);
  item.rect = {x, start, width, std::max(y - start, sketch.target())};
  sketch.Add(std::move(item));
  y = std::max(y, start + sketch.target());
  if (!said.note.empty())
    y += sketch.S(2) + sketch.Paragraph(x + indent, y + sketch.S(2), width - indent, said.note,
                                        Type::kCaption, Ink::kInkMute);
  return y - start;
}

float ChipsWidth(const Sketch& sketch, const std::vector<Ref>& refs) {
  float width = 0;
  for (const Ref& ref : refs) width += sketch.RefChipWidth(ref) + sketch.S(12);
  return width;
}

// "Why? 1 step", and the places where there is one thing said. Returns the height.
float DrawWhy(Sketch& sketch, const ViewColumn& column, const std::string& words,
              const std::vector<Ref>& refs, float x, float y, float width) {
  const std::string shown = column.explained ? sketch.Say("Why? open at the right") : words;
  const float pad = std::max(0.0f, (sketch.target() - sketch.LineOf(Type::kControlStrong)) / 2);
  const std::string id = "answer/" + column.key + ".why";
  const std::string name = sketch.Say("{0} {1}##a question, whose answer", {shown, column.name});
  const float used =
      sketch.LinkText(x, y + pad, shown, Type::kControlStrong, id, column.why, width, name);
  const float left = std::max(used, sketch.target()) + sketch.S(12);
  if (left + ChipsWidth(sketch, refs) - sketch.S(12) <= width) {
    const float chip = (sketch.target() - sketch.RefChipHeight()) / 2;
    sketch.RefChips(x + left, y + chip, width - left, refs);
    return std::max(sketch.target(), sketch.RefChipHeight());
  }
  return sketch.target() + sketch.S(2) +
         sketch.RefChips(x, y + sketch.target() + sketch.S(2), width, refs);
}

// Returns the bottom.
float DrawColumn(Sketch& sketch, const ViewColumn& column, float x, float y, float width) {
  const std::string id = "answer/" + column.key;
  sketch.Open(
      MakeItem(ItemRole::kGroup, id, sketch.Say("{0}, {1}", {column.name, column.through})));
  y += DrawName(sketch, column, x, y, width) + sketch.S(1);
  y += DrawThrough(sketch, column, x, y, width) + sketch.S(9);
  if (!column.close) y += DrawLevel(sketch, column, x, y, width);
  if (column.direction)
    y += sketch.S(7) + DrawDirection(sketch, *column.direction, x, y + sketch.S(7), width);
  for (const NearSaid& near : column.near)
    y += sketch.S(7) + DrawNear(sketch, near, id, x, y + sketch.S(7), width);
  if (column.beside)
    y +=
        sketch.S(7) + DrawBeside(sketch, *column.beside, id + ".beside", x, y + sketch.S(7), width);
  y += sketch.S(9);
  if (!column.lead.empty())
    y += sketch.Paragraph(x, y, width, sketch.Say("{0}.", {column.lead}), Type::kCaption,
                          Ink::kInkSoft) +
         sketch.S(6);
  std::vector<const Said*> all;
  for (const Said& said : column.said) all.push_back(&said);
  for (const NearSaid& near : column.near)
    for (const Said& said : near.said) all.push_back(&said);
  const std::size_t count = std::min(kMostSaid, all.size());
  const bool one = all.size() == 1;
  for (std::size_t i = 0; i < count; ++i) {
    y += DrawSaid(sketch, *all[i], id + "/" + all[i]->claim, x, y, width, !one) + sketch.S(4);
    if (!one) y += sketch.RefChips(x, y, width, all[i]->refs) + sketch.S(8);
  }
  std::string words = column.why_words;
  if (count < all.size())
    words = sketch.Say("{0}, {1} more claims", {words, std::to_string(all.size() - count)});
  y += sketch.S(2) + DrawWhy(sketch, column, words, one ? all.front()->refs : std::vector<Ref>(), x,
                             y + sketch.S(2), width);
  for (const std::string& note : column.notes)
    y +=
        sketch.S(7) + sketch.Paragraph(x, y + sketch.S(7), width, note, Type::kMeta, Ink::kInkSoft);
  sketch.Close();
  return y;
}

}  // namespace

float DrawBeside(Sketch& sketch, const BesideAnswer& beside, const std::string& id, float x,
                 float y, float width) {
  const std::string words = sketch.Say("Beside: {0}", {beside.reply});
  const std::vector<Run> runs{Run{words, beside.differs ? Type::kControlStrong : Type::kControl,
                                  beside.differs ? Ink::kInk : Ink::kInkMute}};
  const float sign = beside.direction ? sketch.S(26) : 0;
  if (beside.direction)
    sketch.Sign(*beside.direction, x, y + sketch.LineOf(Type::kControl) / 2, 18);
  const float height = sketch.Flowed(x + sign, y, runs, width - sign);
  sketch.Add(MakeItem(ItemRole::kText, id, words, {x, y, width, height}));
  return height;
}

float DrawColumns(Sketch& sketch, const std::vector<ViewColumn>& columns, float x, float y,
                  float width, std::size_t most) {
  const std::size_t fit =
      std::max<std::size_t>(1, static_cast<std::size_t>(width / sketch.S(kLeastColumn)));
  const std::size_t across = std::min({fit, std::max<std::size_t>(columns.size(), 1), most});
  const float pitch = width / static_cast<float>(across);
  const float before = sketch.S(18), after = across > 1 ? sketch.S(16) : 0;
  for (std::size_t from = 0; from < columns.size(); from += across) {
    const std::size_t to = std::min(columns.size(), from + across);
    if (from > 0) {
      sketch.HRule(x, y, width, Ink::kLine);
      y += 1;
    }
    const float top = y;
    float bottom = y;
    for (std::size_t i = from; i < to; ++i) {
      const float left = std::round(x + pitch * static_cast<float>(i - from));
      const float inset = i == from ? 0 : before;
      bottom = std::max(bottom, DrawColumn(sketch, columns[i], left + inset, y + sketch.S(9),
                                           pitch - inset - after));
    }
    y = bottom + sketch.S(12);
    for (std::size_t i = from + 1; i < from + across; ++i)
      sketch.VRule(x + pitch * static_cast<float>(i - from), top, y - top, Ink::kLine);
    y += sketch.S(4);
  }
  return y;
}

}  // namespace proviso::view

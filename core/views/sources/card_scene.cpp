// The texts as cards.

#include <algorithm>
#include <cmath>
#include <string>

#include "core/canvas/check_marks.h"
#include "core/canvas/sketch.h"
#include "core/views/sources/scene.h"

namespace proviso::view {
namespace {

constexpr std::size_t kCardsInFull = 60;  // Of more texts those in sight alone are drawn,
constexpr float kCardsAround = 400;       // and what is this near to them.

bool IsFar(const SourcesModel& model, const Space& space, const Rect& box) {
  return model.cards.size() > kCardsInFull &&
         (box.bottom() < space.scroll_y - kCardsAround ||
          box.y > space.scroll_y + space.height + kCardsAround);
}

// A card as it is laid out.
struct CardPlace {
  float pad = 0, left = 0, room = 0, inner = 0;
};

CardPlace CardPlaceOf(const Sketch& sketch, const std::string& letter, float x, float width) {
  CardPlace place;
  place.pad = sketch.S(14);
  const float box =
      std::max(sketch.S(18), std::ceil(sketch.Width(Type::kLabel, letter)) + sketch.S(7));
  place.left = x + place.pad + box + sketch.S(8);
  place.room = x + width - place.pad - place.left;
  place.inner = width - 2 * place.pad;
  return place;
}

float HeightOfCard(const Sketch& sketch, const CardPlace& place, float title, float under) {
  return std::max(std::round(place.pad + title + sketch.S(7) + under + place.pad), sketch.target());
}

Run CardLine(const SourceCard& card) { return {card.line, Type::kCaption, Ink::kInkSoft}; }

// How high the line and the counts are: drawn beside the sketch, for counts say it by being drawn.
float UnderTitle(const Space& space, const SourceCard& card, float inner) {
  Sketch sketch(space, "measured", Ink::kPaper);
  return sketch.FlowHeight({CardLine(card)}, inner) +
         DrawCounts(sketch, card.totals, true, 0, 0, inner);
}

// The height of a card that nobody sees: its title is measured, the rest is as of all with as many
// passages.
float FarHeight(const Sketch& sketch, const SourceCards& cards, std::size_t at, const Space& space,
                float x, float width, CardHeights* kept) {
  if (kept->of_cards.empty()) kept->of_cards.assign(cards.size(), 0);
  float& known = kept->of_cards[at];
  if (known > 0) return known;
  const CardPlace place = CardPlaceOf(sketch, cards.Letter(at), x, width);
  const auto [under, first] = kept->under_title.emplace(cards.Counts(at), 0.0f);
  if (first) under->second = UnderTitle(space, cards[at], place.inner);
  const float title =
      sketch.FlowHeight({{std::string(cards.Title(at)), Type::kBodyStrong}}, place.room, 4);
  return known = HeightOfCard(sketch, place, title, under->second);
}

// Returns the height. A card that is far from what is in sight is only measured, and not even
// worded unless there is a copy of its text.
float DrawCard(Sketch& sketch, const SourcesModel& model, std::size_t number, const Space& space,
               float x, float y, float width, CardHeights* kept) {
  if (model.cards.size() > kCardsInFull && !model.cards.Copied(number)) {
    const float high = FarHeight(sketch, model.cards, number, space, x, width, kept);
    if (IsFar(model, space, {x, y, width, high})) return high;
  }
  const SourceCard card = model.cards[number];
  const CardPlace place = CardPlaceOf(sketch, card.letter, x, width);
  const Run title{card.title, Type::kBodyStrong};
  const float pad = place.pad;
  const Rect box{x, y, width,
                 HeightOfCard(sketch, place, sketch.FlowHeight({title}, place.room, 4),
                              UnderTitle(space, card, place.inner))};
  if (IsFar(model, space, box)) return box.h;
  if (card.shown) sketch.Fill(box, Ink::kSurface, 8);
  sketch.Stroke(box, card.shown ? Ink::kInk : Ink::kLine, card.shown ? 2.0f : 1.0f, 8);
  float at = y + pad;
  sketch.LetterBox(x + pad, at + std::round((sketch.LineOf(Type::kBodyStrong) - sketch.S(18)) / 2),
                   18, card.letter, card.document);
  const float words = sketch.Flowed(place.left, at, {title}, place.room, 4);
  at += words + sketch.S(3);
  const float line = sketch.Flowed(x + pad, at, {CardLine(card)}, place.inner);
  DrawCounts(sketch, card.totals, true, x + pad, y + pad + words + line + sketch.S(7), place.inner);
  Item item = MakeItem(ItemRole::kButton, "document/" + card.id,
                       sketch.Say("Text {0}: {1}", {card.letter, card.title}), box);
  item.description = card.line;
  for (const StateCount& total : card.totals) item.description += " · " + total.words;
  item.press = card.show;
  item.current = card.shown;
  item.selected = card.shown ? Tri::kYes : Tri::kNo;
  sketch.Add(std::move(item));
  return box.h;
}

}  // namespace

float DrawCards(Sketch& sketch, const SourcesModel& model, const Space& space, float x, float y,
                float width, float gap, CardHeights* kept) {
  const std::uint32_t fonts = space.measure.generation();
  if (kept->width != width || kept->scale != space.scale || kept->fonts != fonts)
    *kept = {width, space.scale, fonts, {}, {}};
  const float top = y;
  for (std::size_t i = 0; i < model.cards.size(); ++i)
    y += DrawCard(sketch, model, i, space, x, y, width, kept) + gap;
  return y - top;
}

}  // namespace proviso::view

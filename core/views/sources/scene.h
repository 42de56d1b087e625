#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/canvas/sketch.h"
#include "core/canvas/space.h"
#include "core/views/sources/model.h"

namespace proviso::view {

/// How high the cards of one width stand, of texts without a copy; kept from frame to frame.
struct CardHeights {
  float width = 0, scale = 0;  ///< What they were measured for.
  std::uint32_t fonts = 0;
  std::vector<float> of_cards;  ///< By text; 0: not known.
  /// What stands under the title of a card with so many paragraphs and passages.
  std::map<std::pair<std::uint32_t, std::uint32_t>, float> under_title;
};

/// All cards from `y` down, `gap` points apart; returns their height.
float DrawCards(Sketch& sketch, const SourcesModel& model, const Space& space, float x, float y,
                float width, float gap, CardHeights* kept);

/// The texts, as cards.
Scene BuildDocumentsScene(const SourcesModel& model, const Space& space, CardHeights* kept);

/// The outline of the shown text: each paragraph as bars of true length, coded passages on them,
/// and under the selected paragraph its claims.
///
/// `selected_y` gets the top of the first selected paragraph, and stays as it is without one.
Scene BuildOutlineScene(const SourcesModel& model, const Space& space, CardHeights* kept,
                        float* selected_y);

/// The same where there is room for the words at the right: lines of 75 characters, and beside each
/// paragraph what its passages say, tied to their lines.
Scene BuildGlossesScene(const SourcesModel& model, const Space& space, float* selected_y);

/// The texts as strips on one scale, what is listed, and which paragraphs of the shown text stand
/// in sight under it: those of `outline` between `from` and `to`; none: null.
struct InSight {
  const Scene* outline = nullptr;
  float from = 0, to = 0;
};
Scene BuildStripsScene(const SourcesModel& model, const Space& space, const InSight& sight);

/// A passage, or a part of one, in its colour: solid for own words, in bars for what is quoted,
/// thinner ones for what is passed on, an outline for what is said elsewhere as well.
void DrawPassage(Sketch& sketch, PassageKind kind, Sign sign, Distance distance, bool repeat,
                 Rect rect);

/// What is listed of a paragraph, and how many claims more there are.
struct Listed {
  std::vector<const SourceItem*> items;
  std::size_t more = 0;
};
Listed ListedOf(const SourcesModel& model, const SourceParagraph& paragraph);

/// The bars of a paragraph in lines of 75 characters across `width`. Returns the height.
float DrawParagraphBars(Sketch& sketch, const SourceParagraph& paragraph, float x, float y,
                        float width);

/// The texts that have no strip, by letter and title. Returns the height.
float DrawOtherTexts(Sketch& sketch, const SourcesModel& model, float x, float y, float width);

/// On a phone: the texts as strips, one paragraph of the shown one, and what its passages say.
/// `with_copy`: with the way to a copy, which else stands in a bar below it.
Scene BuildPhoneSourcesScene(const SourcesModel& model, bool with_copy, const Space& space);
/// The bar below it: where to give a copy.
Scene BuildPhoneCopyScene(const SourcesModel& model, const Space& space);

/// In place of a copy that nobody gave: where to give it.
Scene BuildNoCopyScene(const SourcesModel& model, const Space& space);

/// The title of the shown text with `facts`, what to look at, and on narrower windows the cards,
/// unless the text is coded. `kept`: the cards' heights, if they are kept.
/// Returns where the text begins.
float DrawSourcesHead(Sketch& sketch, const SourcesModel& model, const std::string& facts,
                      const Space& space, float x, float width, CardHeights* kept = nullptr);

}  // namespace proviso::view

// Who quotes whom as a picture for an article: of each text its author and whom he passes on.

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "core/state/passing.h"
#include "core/views/actors/stage.h"
#include "core/voice/order.h"
#include "core/voice/phrases.h"

namespace proviso::view {
namespace {

constexpr std::size_t kMostTexts = 3;

/// A voice as a text passes it on.
struct Told {
  std::string name;
  std::string
      through;  ///< "the writer, on US intelligence; doubted"; of whom an author quotes: "".
  VoiceMark mark;
  std::size_t claims = 0;
};

struct TextVoices {
  DocumentId document;
  std::vector<Told> voices;  ///< The author first, the others with more claims before.
  std::size_t claims = 0;
};

std::vector<TextVoices> VoicesOf(const Library& library, const ViewState& state) {
  const Dataset& dataset = library.dataset;
  std::vector<std::uint8_t> passes(dataset.claims.size(), 0);
  for (const ClaimId id : PassingClaims(library, state)) passes[id.index()] = 1;
  std::vector<TextVoices> texts(dataset.documents.size());
  for (std::uint32_t i = 0; i < texts.size(); ++i) texts[i].document = DocumentId(i);
  for (std::uint32_t i = 0; i < library.views.rows.size(); ++i) {
    const reason::ViewIndex view(i);
    std::vector<std::size_t> counts(texts.size(), 0);
    for (const ClaimId id : library.views.chains[view])
      if (passes[id.index()] != 0) ++counts[DocumentOf(dataset, dataset[id]).index()];
    for (std::size_t text = 0; text < texts.size(); ++text) {
      if (counts[text] == 0) continue;
      Told told{std::string(dataset[library.views[view].actor].name),
                {},
                MarkOf(library, view),
                counts[text]};
      if (library.views[view].depth > 2)
        told.through = BrieflyThrough(dataset, library.views, view, library.say);
      texts[text].claims += told.claims;
      texts[text].voices.push_back(std::move(told));
    }
  }
  std::erase_if(texts, [](const TextVoices& text) { return text.voices.empty(); });
  std::stable_sort(texts.begin(), texts.end(),
                   [](const TextVoices& a, const TextVoices& b) { return a.claims > b.claims; });
  if (texts.size() > kMostTexts) texts.resize(kMostTexts);
  std::sort(texts.begin(), texts.end(), [](const TextVoices& a, const TextVoices& b) {
    return a.document.index() < b.document.index();
  });
  for (TextVoices& text : texts)
    std::stable_sort(text.voices.begin(), text.voices.end(), [](const Told& a, const Told& b) {
      const auto own = [](const Told& one) { return one.mark.distance == Distance::kOwn; };
      return own(a) != own(b) ? own(a) : a.claims > b.claims;
    });
  return texts;
}

float RowHeight(const Sketch& sketch, const Told& told) {
  return sketch.LineOf(Type::kControl) + sketch.S(6) +
         (told.through.empty() ? 0 : sketch.LineOf(Type::kCaption));
}

/// How many rows have room under a text's title.
std::size_t Fitting(const Sketch& sketch, const TextVoices& text, float height) {
  float y = sketch.S(44);
  std::size_t rows = 0;
  for (const Told& told : text.voices) {
    y += RowHeight(sketch, told);
    if (y > height) break;
    ++rows;
  }
  return rows;
}

/// `most`: the claims of the longest bar, the same in every text.
void DrawText(Sketch& sketch, const Library& library, const TextVoices& text, std::size_t most,
              Rect room) {
  const std::string title(library.dataset[text.document].title);
  sketch.LetterBox(room.x, room.y + sketch.S(2), 18, LetterOf(text.document),
                   text.document.index());
  sketch.Text(room.x + sketch.S(26), room.y, room.w - sketch.S(26), title, Type::kControlStrong,
              Ink::kInk);
  sketch.HRule(room.x, room.y + sketch.S(32), room.w, Ink::kInk, 2);
  float y = room.y + sketch.S(44);
  const float bar = sketch.S(76), number = sketch.S(34);
  Item list =
      MakeItem(ItemRole::kList, "figure/" + std::string(library.dataset[text.document].id), title);
  list.size = static_cast<std::uint32_t>(text.voices.size());
  sketch.Open(std::move(list));
  std::uint32_t place = 0;
  for (const Told& told : text.voices) {
    const float line = sketch.LineOf(Type::kControl), middle = std::round(y + line / 2);
    sketch.Voice(told.mark, room.x + sketch.S(8), middle, 14);
    const float left = room.x + sketch.S(26);
    const float wide = room.w - sketch.S(26) - bar - number - sketch.S(12);
    const bool own = told.mark.distance == Distance::kOwn;
    sketch.Text(left, y, wide, told.name, own ? Type::kControlStrong : Type::kControl, Ink::kInk);
    if (!told.through.empty())
      sketch.Text(left, y + line, wide, told.through, Type::kCaption, Ink::kInkMute);
    const float x = room.x + room.w - bar - number;
    const float length =
        std::max(2.0f, bar * static_cast<float>(told.claims) / static_cast<float>(most));
    sketch.Fill({x, middle - sketch.S(4), std::round(length), sketch.S(8)},
                own ? Ink::kInk : Ink::kInkMute);
    const std::string count = std::to_string(told.claims);
    sketch.WordsRight(room.x + room.w, y, count, Type::kMeta, Ink::kInkSoft, number);
    Item item = MakeItem(
        ItemRole::kListItem, "figure/" + std::to_string(text.document.index()) + "/" + told.name,
        sketch.say()("{0}: {1}",
                     {told.name, sketch.say().Counted(told.claims, "{0} claim", "{0} claims")}),
        {room.x, y, room.w, RowHeight(sketch, told)});
    item.description = told.through;
    item.pos = ++place;
    item.size = static_cast<std::uint32_t>(text.voices.size());
    sketch.Add(std::move(item));
    y += RowHeight(sketch, told);
  }
  sketch.Close();
}

}  // namespace

std::optional<Figure> ActorsFigure(StageBuilder& builder, Rect room) {
  // Other lines than these have the drawing of the screen.
  if (DrawsNetwork(builder.session().state)) return std::nullopt;
  const Library& library = builder.library();
  const Say& say = library.say;
  auto texts =
      std::make_shared<std::vector<TextVoices>>(VoicesOf(library, builder.session().state));
  if (texts->empty()) return std::nullopt;
  Sketch probe(builder.SpaceFor(room), "figure", Ink::kPaper);
  const bool beside = room.w >= probe.S(700);  // Else one text stands below the other.
  const float gap = probe.S(beside ? 36 : 16);
  const auto count = static_cast<float>(texts->size());
  const float width = beside ? std::floor((room.w - gap * (count - 1)) / count) : room.w;
  const float height = beside ? room.h : std::floor((room.h - gap * (count - 1)) / count);
  std::size_t all = 0, drawn = 0, most = 1;
  Figure figure;
  for (const TextVoices& text : VoicesOf(library, builder.session().state))
    all += text.voices.size();
  for (TextVoices& text : *texts) {
    const std::size_t rows = Fitting(probe, text, height);
    if (rows == 0) return std::nullopt;
    text.voices.resize(rows);
    drawn += rows;
    for (const Told& told : text.voices) most = std::max(most, told.claims);
    for (const Told& told : text.voices)
      if (std::find(figure.voices.begin(), figure.voices.end(), told.mark) == figure.voices.end())
        figure.voices.push_back(told.mark);
  }
  figure.headline = say("Who quotes whom");
  figure.dek = say("Whom each text passes on, and in how many claims.");
  if (drawn < all)
    figure.note = say("{0} of {1} voices are drawn", {std::to_string(drawn), std::to_string(all)});
  figure.draw = [texts, &library, most, width, height, beside, gap](Sketch& sketch, Rect at) {
    for (std::size_t i = 0; i < texts->size(); ++i) {
      const auto place = static_cast<float>(i);
      const float x = beside ? std::round((width + gap) * place) : 0;
      const float y = beside ? 0 : std::round((height + gap) * place);
      DrawText(sketch, library, (*texts)[i], most, {at.x + x, at.y + y, width, height});
    }
  };
  return figure;
}

}  // namespace proviso::view

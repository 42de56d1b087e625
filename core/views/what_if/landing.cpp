#include "core/views/what_if/landing.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/voice/phrases.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kCardsAtMost = 2;
constexpr std::size_t kTriesAtMost = 3;

/// "2023", "2019 to 2023"; empty where no text has a date.
std::string Years(const Library& library) {
  const auto [first, last] = YearsOf(library);
  return first == last ? first : library.say("{0} to {1}##years", {first, last});
}

std::string WhatWords(const Library& library) {
  const Say& say = library.say;
  std::size_t voices = 0;
  for (std::uint32_t i = 0; i < library.dataset.actors.size(); ++i)
    voices += library.index.claims_held[ActorId(i)].empty() ? 0u : 1u;
  const std::string years = Years(library), count = std::to_string(voices);
  const std::size_t texts = library.dataset.documents.size();
  const std::string speak =
      years.empty() ? say.Counted(texts, "{0} text lets {1} voices speak.",
                                  "{0} texts let {1} voices speak.", {count})
                    : say.Counted(texts, "{0} text of {2} lets {1} voices speak.",
                                  "{0} texts of {2} let {1} voices speak.", {count, years});
  return say("{0} {1}##sentences",
             {speak, say("Suppose that something happens, and see who then says how likely it is, "
                         "which way it works, and where the text says so.")});
}

/// True if an author links the condition in his own words in `document`.
bool LinkedByAuthor(const Library& library, const LeverRow& row, std::uint32_t document) {
  const auto& creators = library.dataset.documents[document].creators;
  return std::any_of(row.by_view.begin(), row.by_view.end(), [&](const auto& one) {
    const reason::View& view = library.views[one.first];
    return view.depth == 1 &&
           std::find(creators.begin(), creators.end(), view.actor) != creators.end();
  });
}

bool LinkedByTexts(const LeverRow& row) {
  std::vector<LeverText> texts;
  for (const LeverMark& mark : row.marks)
    for (const LeverText& text : mark.texts)
      if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
  return texts.size() > 1;
}

void AddTries(const Library& library, const WhatIfModel& model, LandingModel* landing) {
  std::vector<const LeverRow*> rows, tries;
  for (const LeverGroup& group : model.groups)
    if (!group.idle)
      for (const LeverRow& row : group.rows) rows.push_back(&row);
  const auto offer = [&](const auto& fits) {
    for (const LeverRow* row : rows) {
      if (tries.size() >= kTriesAtMost) return;
      if (std::find(tries.begin(), tries.end(), row) != tries.end() || !fits(*row)) continue;
      tries.push_back(row);
      return;
    }
  };
  const std::size_t texts = std::min<std::size_t>(library.dataset.documents.size(), 2);
  for (std::uint32_t i = 0; i < texts; ++i)
    offer([&](const LeverRow& row) {
      return LinkedByAuthor(library, row, i) && (texts < 2 || !LinkedByTexts(row));
    });
  offer(LinkedByTexts);
  while (tries.size() < std::min(rows.size(), kTriesAtMost))
    offer([](const LeverRow&) { return true; });
  for (const LeverRow* row : tries) {
    const PropositionId id(library.dataset.Find(row->id).index);
    landing->tries.push_back(MissingOf(library, Literal(id, row->turned)));
  }
}

LandingCard CardOf(const Library& library, DocumentId id) {
  const Dataset& dataset = library.dataset;
  const Say& say = library.say;
  const Document& document = dataset[id];
  LandingCard card;
  card.document = id.index();
  if (dataset.documents.size() > 1) card.letter = LetterOf(id);
  std::vector<std::string> kind{say.Capital(document.genre)};
  if (!document.published.empty()) kind.push_back(DateWords(document.published, say));
  card.kind = say.Chain(Key("{0}, {1}"), kind);
  card.title = document.title;
  const auto claims = static_cast<std::size_t>(
      std::count_if(dataset.claims.begin(), dataset.claims.end(),
                    [&](const Claim& claim) { return DocumentOf(dataset, claim) == id; }));
  card.counts = say.Counted(claims, "{0} claim", "{0} claims");
  if (!document.text.paragraphs.empty())
    card.counts = say("{0} in {1}##claims, paragraphs",
                      {card.counts, say.Counted(document.text.paragraphs.size(), "{0} paragraph",
                                                "{0} paragraphs")});
  card.open = ShowDocument{std::string(document.id)};
  return card;
}

}  // namespace

LandingModel BuildLandingModel(const Library& library, const WhatIfModel& model) {
  const Dataset& dataset = library.dataset;
  const Say& say = library.say;
  LandingModel landing;
  landing.title = say("{0} It depends whom you ask##a question before it", {model.question});
  landing.what = WhatWords(library);
  AddTries(library, model, &landing);
  if (dataset.documents.size() <= kCardsAtMost) {
    for (std::uint32_t i = 0; i < dataset.documents.size(); ++i)
      landing.cards.push_back(CardOf(library, DocumentId(i)));
  } else {
    LandingCard card;
    card.kind = Years(library);
    card.title = say.Counted(dataset.documents.size(), "{0} text: see it", "{0} texts: see them");
    card.counts = say.Counted(dataset.claims.size(), "{0} claim", "{0} claims");
    card.open = ShowView{ViewId::kSources};
    landing.cards.push_back(std::move(card));
  }
  landing.coded = CodedWords(library);
  landing.how = {"how", say("How"), ShowDialog{Dialog::kAbout}, "", false};
  const auto steps =
      static_cast<std::size_t>(std::count_if(dataset.questions.begin(), dataset.questions.end(),
                                             [](const Question& one) { return one.tour != 0; }));
  landing.tour = {
      "take",
      steps == 0 ? std::string() : say.Counted(steps, "Tour: {0} question", "Tour: {0} questions"),
      ShowView{ViewId::kQuestions}, "", false};
  landing.close = OfferTour{false};
  return landing;
}

}  // namespace proviso::view

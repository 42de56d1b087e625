#include "core/views/sources/cards.h"

#include <algorithm>
#include <map>
#include <span>

#include "core/base/sort.h"
#include "core/state/change_words.h"
#include "core/views/sources/extents.h"
#include "core/views/sources/model.h"
#include "core/words/labels.h"

namespace proviso::view {

std::vector<Extent> ExtentsOf(const Library& library, DocumentId id) {
  const Dataset& dataset = library.dataset;
  const Document& document = dataset[id];
  std::vector<Extent> extents;
  for (const Paragraph& p : document.text.paragraphs)
    extents.push_back(
        {static_cast<std::uint32_t>(extents.size()) + 1, p.start, p.end, p.role, true});
  if (!extents.empty()) return extents;
  std::map<std::uint32_t, std::size_t> places;
  for (const PassageId at : library.index.passages_of_document[id]) {
    const Passage& passage = dataset[at];
    const auto [place, first] = places.emplace(passage.paragraph, extents.size());
    if (first)
      extents.push_back({passage.paragraph, passage.start, passage.end, PassageRole::kBody, false});
    Extent& extent = extents[place->second];
    extent.start = std::min(extent.start, passage.start);
    extent.end = std::max(extent.end, passage.end);
  }
  SortList(&extents, [](const Extent& a, const Extent& b) { return a.start < b.start; });
  return extents;
}

namespace {

/// The passages of a text as its strip draws them, and where its paragraphs begin.
void AddStrip(const Library& library, const Outcome& outcome, DocumentId id,
              const std::vector<Extent>& extents, SourceCard* card) {
  const Dataset& dataset = library.dataset;
  for (const PassageId at : library.index.passages_of_document[id]) {
    const Passage& passage = dataset[at];
    const std::span<const ClaimId> claims = library.index.claims_at_passage[at];
    StripPart part;
    part.start = static_cast<float>(passage.start);
    part.end = static_cast<float>(passage.end);
    part.sign = SignAt(library, outcome, claims).sign;
    SetKind(library, outcome, passage, claims, part.sign, &part);
    card->strip.push_back(part);
  }
  std::size_t part = 0;
  for (const Extent& extent : extents) {
    while (part < card->strip.size() && card->strip[part].end <= static_cast<float>(extent.start))
      ++part;
    if (part < card->strip.size() && card->strip[part].start < static_cast<float>(extent.end))
      card->paragraphs.push_back({extent.number, static_cast<float>(extent.start)});
  }
}

}  // namespace

SourceCards::SourceCards(const Library& library, const Session& session, const Outcome& outcome)
    : library_(&library),
      session_(&session),
      outcome_(outcome),
      size_(library.dataset.documents.size()),
      shown_(ShownDocument(library.dataset, session.state).index()) {}

bool SourceCards::Near(std::size_t place) const {
  // With over five texts the shown one and its two neighbours.
  constexpr std::size_t kStripsAtMost = 5;
  const std::size_t low =
      std::min<std::size_t>(shown_ > 0 ? shown_ - 1 : 0, size_ > 3 ? size_ - 3 : 0);
  return size_ <= kStripsAtMost || (place >= low && place < low + 3);
}

std::string_view SourceCards::Title(std::size_t place) const {
  return library_->dataset.documents[place].title;
}

std::string SourceCards::Letter(std::size_t place) const {
  return LetterOf(DocumentId(static_cast<std::uint32_t>(place)));
}

bool SourceCards::Copied(std::size_t place) const {
  const auto& copies = session_->copies.by_document;
  return !copies.empty() && copies.count(std::string(library_->dataset.documents[place].id)) != 0;
}

std::pair<std::uint32_t, std::uint32_t> SourceCards::Counts(std::size_t place) const {
  const DocumentId id(static_cast<std::uint32_t>(place));
  const std::span<const PassageId> passages = library_->index.passages_of_document[id];
  const auto count = static_cast<std::uint32_t>(passages.size());
  const std::size_t told = library_->dataset[id].text.paragraphs.size();
  if (told > 0) return {static_cast<std::uint32_t>(told), count};
  std::vector<std::uint32_t> numbers;
  for (const PassageId at : passages) {
    const std::uint32_t number = library_->dataset[at].paragraph;
    if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end());
  const auto last = std::unique(numbers.begin(), numbers.end());
  return {static_cast<std::uint32_t>(last - numbers.begin()), count};
}

SourceCard SourceCards::operator[](std::size_t place) const {
  const Library& library = *library_;
  const Dataset& dataset = library.dataset;
  const Say& say = library.say;
  const DocumentId id(static_cast<std::uint32_t>(place));
  const std::vector<Extent> extents = ExtentsOf(library, id);
  SourceCard card;
  card.id = dataset[id].id;
  card.letter = LetterOf(id);
  card.title = dataset[id].title;
  card.document = id.index();
  card.passages = static_cast<std::uint32_t>(library.index.passages_of_document[id].size());
  for (const PassageId passage : library.index.passages_of_document[id])
    Count(CheckOf(library, *session_, passage).state, &card.totals);
  FinishCounts(say, &card.totals);
  card.line = say.Counted(extents.size(), "{0} paragraph", "{0} paragraphs") + " · " +
              say.Counted(card.passages, "{0} coded passage", "{0} coded passages");
  card.shown = id.index() == shown_;
  card.show = ShowDocument{card.id};
  if (!dataset[id].published.empty()) card.date = DateWords(dataset[id].published, say);
  card.length = extents.empty() ? 0 : static_cast<float>(extents.back().end);
  card.near = Near(place);
  if (card.near) AddStrip(library, outcome_, id, extents, &card);
  return card;
}

}  // namespace proviso::view

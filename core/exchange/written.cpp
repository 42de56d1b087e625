#include "core/exchange/written.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/exchange/xml.h"
#include "core/words/labels.h"

namespace proviso::exchange {

Texts::Texts(const Dataset& dataset,
             const std::function<std::optional<std::string>(DocumentId)>& given) {
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i) {
    const Document& document = dataset.documents[i];
    std::optional<std::string> bytes = given ? given(DocumentId(i)) : std::nullopt;
    const bool from_outside = bytes.has_value();
    if (!bytes && !document.text.content.empty()) {
      bytes = "";
      for (const Text paragraph : document.text.content)
        *bytes += (bytes->empty() ? "" : "\n\n") + std::string(paragraph);
    }
    if (!bytes) continue;
    Result<TextMap> map = TextMap::Make(*bytes);
    if (!map.ok()) {
      if (from_outside && !problem_) problem_ = map.problems()[0];
      continue;
    }
    if (locate::TextDigest(map->text()) != document.text.sha256) {
      if (!problem_)
        problem_ = CallProblem("This is not the text of " + std::string(document.id) +
                                   " that was coded: it has another digest.",
                               "Give the text that was coded; “proviso locate” says what differs.");
      continue;
    }
    maps_.emplace(i, std::move(*map));
  }
}

const TextMap* Texts::Of(DocumentId id) const {
  const auto found = maps_.find(id.index());
  return found == maps_.end() ? nullptr : &found->second;
}

std::optional<locate::Place> Texts::PlaceOf(const Passage& passage) const {
  const TextMap* map = Of(passage.document);
  return map == nullptr ? std::nullopt : map->ToFile({passage.start, passage.end});
}

void Losses::Add(std::size_t count, std::string_view one, std::string_view many,
                 std::string_view rest) {
  if (count > 0) written_->lost.push_back(view::Counted(count, one, many) + std::string(rest));
}

std::size_t CountSteps(const Dataset& dataset) {
  std::size_t count = 0;
  for (const Claim& claim : dataset.claims) count += claim.attribution.size() - 1;
  return count;
}

std::size_t CountHedges(const Dataset& dataset) {
  return static_cast<std::size_t>(
      std::count_if(dataset.claims.begin(), dataset.claims.end(),
                    [](const Claim& claim) { return !claim.hedges.empty(); }));
}

std::vector<std::string> TagsOf(const Dataset& dataset, const Claim& claim) {
  std::vector<std::string> tags{"holder:" + std::string(dataset[claim.holder()].name),
                                "level:" + std::string(LevelCell(claim.modality))};
  for (const TopicId topic : claim.topics) tags.emplace_back(dataset[topic].label);
  return tags;
}

std::string_view LevelCell(Modality level) {
  constexpr std::array<std::string_view, 7> kCells{
      "will", "very likely", "likely", "possible", "about even", "leaves it open", "no level"};
  return kCells[static_cast<std::size_t>(level)];
}

std::string_view ActCell(Act act) {
  constexpr std::array<std::string_view, 7> kCells{"says",    "threatens", "promises", "red line",
                                                   "demands", "asks",      "warns"};
  return kCells[static_cast<std::size_t>(act)];
}

}  // namespace proviso::exchange

#include "core/edit/hedges.h"

#include <algorithm>
#include <string_view>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/io/json_value.h"

namespace proviso::edit {
namespace {

constexpr std::string_view kHedges =
#include "core/edit/hedges.inc"
    ;

std::optional<io::JsonValue> ListOf(std::string_view language) {
  std::optional<io::JsonValue> all = io::ReadJson(kHedges);
  io::JsonValue* list = all ? all->Find(language.substr(0, language.find('-'))) : nullptr;
  if (list == nullptr) return std::nullopt;
  return *list;
}

struct Cue {
  std::u32string letters;
  Modality modality = Modality::kStated;
  bool negates = false;
};

/// A cue where it stands in the words: letters [from, to).
struct Hit {
  std::size_t from = 0, to = 0;
  const Cue* cue = nullptr;
};

std::vector<Cue> CuesOf(const io::JsonValue& list) {
  std::vector<Cue> cues;
  const io::JsonValue* items = list.Find("cues");
  if (items == nullptr) return cues;
  for (const io::JsonValue& item : items->items()) {
    const auto modality = ParseWord<Modality>(item.TextOf("modality"));
    const io::JsonValue* negates = item.Find("negates");
    if (!modality) continue;
    cues.push_back({MakeSkeleton(Norm1(item.TextOf("cue"))).letters, *modality,
                    negates != nullptr && negates->text() == "true"});
  }
  SortList(&cues, [](const Cue& a, const Cue& b) { return a.letters.size() > b.letters.size(); });
  return cues;
}

}  // namespace

LevelProposal ProposeLevel(std::string_view words, std::string_view language) {
  LevelProposal proposal;
  const std::optional<io::JsonValue> list = ListOf(language);
  if (!list) return proposal;
  const std::vector<Cue> cues = CuesOf(*list);
  const std::u32string norm1 = Norm1(words);
  const Skeleton skeleton = MakeSkeleton(norm1);
  const bool spaced = language.substr(0, 2) != "zh";  // Elsewhere words stand between spaces.
  const auto edge = [&](std::size_t letter) {
    return letter == 0 || letter == skeleton.origin.size() ||
           skeleton.origin[letter] > skeleton.origin[letter - 1] + 1;
  };
  std::vector<Hit> hits;
  for (const Cue& cue : cues) {
    for (std::size_t at = skeleton.letters.find(cue.letters); at != skeleton.letters.npos;
         at = skeleton.letters.find(cue.letters, at + 1)) {
      const std::size_t to = at + cue.letters.size();
      if (spaced && !(edge(at) && edge(to))) continue;
      const bool inside = std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
        return at < hit.to && hit.from < to;  // A longer cue has it already.
      });
      if (!inside) hits.push_back({at, to, &cue});
    }
  }
  SortList(&hits, [](const Hit& a, const Hit& b) { return a.from < b.from; });
  bool agree = true;
  for (const Hit& hit : hits) {
    agree = agree && hit.cue->modality == hits[0].cue->modality &&
            hit.cue->negates == hits[0].cue->negates;
    const std::uint32_t start = skeleton.origin[hit.from];
    const std::uint32_t end = skeleton.origin[hit.to - 1] + 1;
    proposal.cues.push_back(ToUtf8(std::u32string_view(norm1).substr(start, end - start)));
  }
  if (hits.empty() || !agree) return proposal;
  proposal.modality = hits[0].cue->modality;
  proposal.negated = hits[0].cue->negates;
  proposal.cues.resize(1);
  return proposal;
}

bool HedgesReviewed(std::string_view language) {
  const std::optional<io::JsonValue> list = ListOf(language);
  const io::JsonValue* reviewed = list ? list->Find("reviewed") : nullptr;
  return reviewed != nullptr && reviewed->text() == "true";
}

}  // namespace proviso::edit

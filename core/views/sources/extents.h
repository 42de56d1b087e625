#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "core/views/sources/cards.h"
#include "core/voice/signs.h"

namespace proviso::view {

/// A paragraph of the text, or what can be known of one from its passages.
struct Extent {
  std::uint32_t number = 0, start = 0, end = 0;
  PassageRole role = PassageRole::kBody;
  bool drawn_true = true;
};

/// The paragraphs of a text, in reading order.
std::vector<Extent> ExtentsOf(const Library& library, DocumentId id);

/// What colour a passage has, and how its nearest voice reaches us.
template <class Part>
void SetKind(const Library& library, const Outcome& outcome, const Passage& passage,
             std::span<const ClaimId> claims, Sign sign, Part* part) {
  part->kind = IsDrawn(sign) && sign != Sign::kRanking && sign != Sign::kSilent
                   ? PassageKind::kWay
                   : PassageKind::kOther;
  part->repeat = passage.role == PassageRole::kRepeat || passage.role == PassageRole::kSummary;
  part->distance = claims.empty() ? Distance::kOwn : Distance::kPassedOn;
  for (const ClaimId id : claims) {
    const Claim& claim = library.dataset[id];
    part->distance = std::min(part->distance, DistanceOf(claim));
    if (part->kind != PassageKind::kOther ||
        BearingOf(library, outcome, claim) == Bearing::kBackground)
      continue;
    if (claim.about.kind == AboutKind::kComparison ||
        FirmnessRank(library, claim) <= static_cast<int>(Modality::kEven))
      part->kind = PassageKind::kLikely;
  }
}

}  // namespace proviso::view

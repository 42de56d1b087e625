#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/reason/answer.h"
#include "core/reason/live.h"
#include "core/voice/order.h"

namespace proviso::view {

/// The dates that claims speak of.
struct ClaimDates {
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;
  std::vector<Date> dates;  ///< Each once, in the order of the claims that have them first.
  /// By claim: twice its date's place in `dates`, and one more where the coder inferred it; or
  /// `kNone`.
  std::vector<std::uint32_t> of_claim;
};

/// What views ask of a whole dataset, whatever is looked at and in whichever language: made when it
/// is first asked for, and kept with the library.
struct Ahead {
  std::vector<VoiceOrder> actors, views;  ///< `OrderOf` each; empty: not made yet.
  /// All claims: own words first, there the firmest, there as they stand in the texts. Empty: not
  /// made yet.
  std::vector<ClaimId> firmest;
  ClaimDates dates;  ///< Empty: not made yet.
  /// Of the outcome that the dataset begins with, nothing supposed; null: not made yet.
  std::shared_ptr<const reason::LiveAnswers> live;
  std::shared_ptr<const reason::Reach> reach;
};

/// Makes what takes long of it, and the library's own that comes late: whoever does so beside a
/// reader leaves little that he could wait for. What only one view asks for is that view's, which
/// may not be here yet.
///
/// Cost: some passes over claims and views, two over all texts.
void MakeAhead(const Library& library);

/// Has all of it that others share lie in memory of its own, which may outlive that of the library.
void OwnShared(const Library& library);

/// `Ahead::firmest`, made where it is not yet.
const std::vector<ClaimId>& FirmestFirst(const Library& library);

/// `Ahead::dates`, made where they are not yet.
const ClaimDates& DatesOfClaims(const Library& library);

/// Fills `live` and `reach`. The dataset must have an outcome.
Ahead& StartAnswers(const Library& library);

}  // namespace proviso::view

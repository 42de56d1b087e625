#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/reason/views.h"
#include "core/voice/library.h"

namespace proviso::view {

// The one order of voices and claims, wherever they are ranked: whose answer the last switch
// changed, then authors, then who is quoted, then what reaches the reader at second hand or
// further; inside, the place in the texts. Hearsay never stands before an author.

/// How a voice reaches the reader.
enum class Distance : std::uint8_t {
  kOwn,      ///< The author's own words.
  kQuoted,   ///< Quoted or reported by an author.
  kPassedOn  ///< Told by somebody whom an author quotes, or further away.
};

Distance DistanceOf(const Claim& claim);
Distance DistanceOf(const reason::View& view);

/// "Own words", "Quoted or reported", "Passed on": a key.
std::string_view Label(Distance distance);

/// The mark of a voice: a disc for own words, a ring with a dot for quoted or reported, a dashed
/// ring for passed on; struck where somebody in its chain doubts or disputes all that it says.
struct VoiceMark {
  Distance distance = Distance::kOwn;
  bool doubted = false;

  friend bool operator==(const VoiceMark&, const VoiceMark&) = default;
};
VoiceMark MarkOf(const Library& library, reason::ViewIndex view);
VoiceMark MarkOf(const Claim& claim);

/// "Passed on, doubted on the way": what the mark says.
std::string MarkWords(const Say& say, const VoiceMark& mark);

/// "Likely, passed on": `words` with the distance where it is second hand or further.
std::string AtDistance(const Say& say, std::string_view words, Distance distance);

/// Where a voice or a claim stands in the order; smaller stands first.
struct VoiceOrder {
  static constexpr std::uint32_t kNowhere = 0xFFFFFFFFu;  ///< Before any place is known.

  bool unchanged = true;  ///< Its answer did not change by the last switch.
  Distance distance = Distance::kOwn;
  std::uint32_t document = 0, start = 0;  ///< Of its first passage.
  std::uint32_t index = 0;                ///< Of the record, so that no two are alike.

  friend auto operator<=>(const VoiceOrder&, const VoiceOrder&) = default;
};

/// Takes the place of `claim` if it is before what `order` has.
void TakePlace(const Dataset& dataset, ClaimId claim, VoiceOrder* order);

/// Cost: those of all views are made when the first is asked for, and kept with the library.
VoiceOrder OrderOf(const Library& library, reason::ViewIndex view, bool changed = false);
/// Of an actor: as near as any of his voices comes, and there the first place in the texts.
///
/// Cost: as of views.
VoiceOrder OrderOf(const Library& library, ActorId actor);
VoiceOrder OrderOf(const Library& library, ClaimId claim);

/// The innermost in the chain of `claim` who doubts or disputes what follows; none: null.
const Step* DoubtOf(const Claim& claim);
/// The same of a whole path: somebody doubts or disputes everything that the view says.
const Step* DoubtOf(const Library& library, reason::ViewIndex view);

/// "Will, doubted by Ann": `words` with who does not believe them.
std::string WithDoubt(const Library& library, std::string_view words, const Step& doubt);

}  // namespace proviso::view

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/exchange/codes.h"
#include "core/exchange/taken.h"

namespace proviso::exchange {

/// Stretches of a text that somebody coded or annotated, and what the codes say together.
struct CodedClaim {
  std::string text;                   ///< The short name of its text.
  std::vector<std::string> passages;  ///< Ids.
  std::string by, about;              ///< Who coded; empty if no code says what it is about.
  std::string paths;                  ///< The codes' own names, for whoever completes the draft.
  std::string gloss, note, place;
  CodedStretch stretch;

  /// The same claim, but for where it stands.
  bool SameBut(const CodedClaim& other) const;
};

/// Why a draft is no claim, for one and for many: what it is about, how firmly, or its gloss lacks.
struct DraftCauses {
  using Cause = std::pair<std::string_view, std::string_view>;
  Cause no_about, no_level, no_gloss;
};

/// Writes it as a claim where about, level and gloss are there; else as a draft with its cause.
void PutCodedClaim(const CodedClaim& claim, const DraftCauses& causes, TakenMaker* maker);

}  // namespace proviso::exchange

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/state/session.h"
#include "core/views/sources/model.h"

namespace proviso::view {

/// A passage where it stands in the reader's copy.
struct CopyMark {
  std::string id;                    ///< Of the passage.
  std::uint32_t place = 0;           ///< Which of its places.
  std::uint32_t start = 0, end = 0;  ///< Code points of the copy.
  std::uint32_t lane = 0;            ///< 0 unless an earlier mark still runs at `start`.
  SignMark sign;
  CheckState state = CheckState::kFound;
  std::string words;  ///< "Found, letter for letter. More likely: If the storm ends, …"
  bool selected = false;
  Command select;  ///< The claim that is coded there; the passage, if there are several.
};

/// A passage that is not in the copy, where its neighbours put it.
struct CopyGap {
  std::string id;
  std::uint32_t paragraph = 0;  ///< Of the copy, from 1, after which it stands; 0: before all.
  SignMark sign;
  CheckState state = CheckState::kMissing;
  std::string words;  ///< "Not in your copy: B ¶8, …"
  bool selected = false;
  Command select;
};

/// The reader's copy of the shown text, with its coded passages.
struct CopyModel {
  CopyPtr copy;
  std::vector<CopyMark> marks;  ///< By start.
  std::vector<CopyGap> gaps;    ///< By paragraph, then in the coder's reading order.
  std::string facts;            ///< "394 characters in 3 paragraphs · …"
};

/// `copy` is that of the shown document.
///
/// Cost: the passages of the document.
CopyModel BuildCopyModel(const Library& library, const Session& session, CopyPtr copy);

}  // namespace proviso::view

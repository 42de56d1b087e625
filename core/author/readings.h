#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/drafts.h"
#include "core/io/json_value.h"
#include "core/voice/library.h"

namespace proviso::view {

// Two codings that were merged: what each says in a place, and a version of one's own beside them.

/// What the root keeps of a merge.
struct MergeNote {
  bool there = false;
  std::string digest_a, digest_b;
  std::string side_a, side_b;         ///< The coders' initials where they tell the two apart.
  std::optional<io::JsonValue> root;  ///< All members of the root that are the dataset's own.
};
MergeNote MergeNoteOf(const Dataset& dataset);

/// The draft of a claim with readings to choose from, or none.
std::optional<io::Draft> PairOf(const Dataset& dataset, std::string_view id);

/// The dataset with one reading of every draft in it, so that readings speak as claims do; null
/// where there is none. `side`: "a", "b" or "written".
/// Cost: an edit and a library; an edit for each draft, of forty, where a reading is no claim.
std::shared_ptr<Library> WithReadings(const Library& library, const std::vector<io::Draft>& drafts,
                                      std::string_view side);

/// The claim of this id, or null.
const Claim* ClaimIn(const Library* library, std::string_view id);

/// The texts of a list; of anything else none.
std::vector<std::string> TextItems(const io::JsonValue* list);

/// What a field of a claim is called.
std::string FieldName(const Say& say, std::string_view field);
/// What a claim says in one field, in the words of its form; empty: nothing.
std::string ClaimFieldWords(const Library& library, const Claim& claim, std::string_view field);

/// A version of a pair that is neither coder's.
struct OwnVersion {
  struct Reading {
    std::string side;   ///< "a" or "b".
    std::string coder;  ///< "lm"
    std::string voices, gloss;
    std::vector<std::pair<std::string, std::string>> fields;  ///< In which the two differ.
  };
  std::string draft;               ///< The id of the pair, and of the claim in `aside`.
  std::shared_ptr<Library> aside;  ///< The dataset with what is written so far as a claim.
  std::vector<Reading> readings;   ///< Of both, or of the one that coded these words.
  bool begun = false;              ///< Something is written; else it stands as the first has it.
};

/// What is written of one's own of the pair `draft`; null where there is no such pair, or no
/// reading of it is a claim. Cost: three edits with a library each.
std::shared_ptr<const OwnVersion> OwnVersionOf(const Library& library, std::string_view draft);

}  // namespace proviso::view

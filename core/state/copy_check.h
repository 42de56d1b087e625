#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/state/action.h"
#include "core/state/session.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// What a reader's copy says about a passage, with what the reader said to that. Each has a sign
/// of its own and words.
enum class CheckState : std::uint8_t {
  kUnchecked,
  kFound,
  kMoved,
  kAmbiguous,
  kAltered,
  kMissing,
  kChosen,    ///< One of several places is the reader's choice.
  kAccepted,  ///< Other words, the same sense, says the reader. Never counted as found.
  kRejected   ///< Other words and another sense, says the reader.
};
inline constexpr std::size_t kCheckStateCount = 9;

/// "found", "altered?", "accepted by you": for counts and legends.
std::string_view Label(CheckState state);

struct PassageCheck {
  CheckState state = CheckState::kUnchecked;
  std::string words;     ///< "Found, letter for letter"
  bool problem = false;  ///< It waits for a person.
};

/// How a passage stands in the reader's copy: the one function that says so, for bars, bands,
/// chips, the inspector and the trail.
PassageCheck CheckOf(const Library& library, const Session& session, PassageId passage);

/// The same of a claim: of its passages the worst.
PassageCheck CheckOf(const Library& library, const Session& session, const Claim& claim);

/// A state, and how many passages are in it.
struct StateCount {
  CheckState state = CheckState::kUnchecked;
  std::uint32_t count = 0;
  std::string words;  ///< "77 found"
};
/// Adds one to the count of `state`.
void Count(CheckState state, std::vector<StateCount>* counts);
/// In the order of `CheckState`, with their words.
void FinishCounts(const Say& say, std::vector<StateCount>* counts);

/// The reader's copy of the text in which a passage stands, or null.
const Copy* CopyOf(const Library& library, const Session& session, PassageId passage);

/// The document that Sources shows: the one the state names, else the first. There must be one.
DocumentId ShownDocument(const Dataset& dataset, const ViewState& state);

/// "Your copy of text B: 77 found, 1 moved."
std::string TotalsWords(const Library& library, const Session& session, DocumentId document);

/// The next passage of the shown document, after what is selected, that waits for a person; from
/// the end on to the start. Empty if none does.
std::string NextProblem(const Library& library, const Session& session);

/// True if `verdict` is an answer to what the copy says about `passage`.
bool MayJudge(const Library& library, const Session& session, PassageId passage, Acceptance verdict,
              std::uint32_t place);

/// What is asked of a reader about a passage.
struct CheckQuestion {
  CheckState state = CheckState::kAltered;
  std::string title, words;
  std::vector<Action> actions;
};
std::optional<CheckQuestion> QuestionOf(const Library& library, const Session& session,
                                        PassageId passage);

}  // namespace proviso::view

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/view/session.h"

namespace proviso::view {

// The parts of which every panel's model is made: who says what, how firmly, which way, and where.
// Models say; scenes lay out. A model holds only what a person is to read or do: finished words and
// the commands behind them, and nothing about points, colours or type.

/// A place in a text.
struct Ref {
  std::uint32_t document = 0;   ///< From 0, in the order of the dataset.
  std::string letter;           ///< "A", "B" … "Z", "AA".
  std::uint32_t paragraph = 0;  ///< From 1; 0 if not known.
  std::string passage;          ///< Its id.
  std::string short_words;      ///< "B ¶11", or "B" where no paragraph is known.
  std::string words;            ///< "text B, paragraph 11"
  Command open;                 ///< OpenPlace.
};

struct WordRun {
  std::string text;
  bool hedge = false;  ///< A cue by which the text hedges: semibold with a dotted underline.
};

/// A paraphrase with the claim's hedge cues marked in it.
struct HedgedText {
  std::vector<WordRun> runs;
  std::vector<std::string> other_cues;  ///< Cues whose words the paraphrase does not use.

  std::string plain() const;  ///< The runs joined, as a screen reader reads them.
};

enum class LineStyle : std::uint8_t {
  kSolid,   ///< Quotes, reports or endorses.
  kDashed,  ///< Doubts, disputes, ranks lower or keeps a distance; its word is semibold.
  kDotted   ///< Speaks for another's mind.
};

/// One box of an attribution chain, outermost first, with the link that leads on to the next.
struct ChainStep {
  std::string actor;  ///< Id.
  std::string name;
  bool holder = false;  ///< The last: the heavy frame.
  std::string link;     ///< The stance toward the next box: the text's own cue in quotation marks,
                        ///< else "reports"; empty at the holder.
  std::string hedge;    ///< Makes the attribution itself unsure ("reportedly"); or empty.
  LineStyle line = LineStyle::kSolid;
  bool disputed = false;  ///< Carries ≠.
  Command open;           ///< Select the actor.
};

/// What an item says about the way toward the outcome. Every one has a shape and a letter of its
/// own; see UI.md, section 4.
enum class Sign : std::uint8_t {
  kMore,      ///< Triangle up, +.
  kLess,      ///< Triangle down, −.
  kNoEffect,  ///< Disc, 0.
  kPulled,    ///< Both triangles, ?: opposed pulls.
  kUnstated,  ///< Both triangles, ?: depends on it, the direction is not said.
  kConflict,  ///< Two blocks, ≠.
  kRanking,   ///< Compared only: neither level nor direction.
  kLevel,     ///< How likely it is, and no direction.
  kSilent     ///< Three dots, one in a small place: bears on nothing here.
};

/// A sign with what modifies it.
struct SignMark {
  Sign sign = Sign::kSilent;
  bool other_step = false;  ///< Plain outline: bears on a step toward the outcome, not on it.
  bool inferred = false;    ///< Dashed outline: derived, or read in by the coder.
  bool not_held = false;    ///< Dashed and struck through: reports it, does not share it.
  std::string words;        ///< "More likely", "More likely, of “Relations get worse”".
  PropositionId step;       ///< With `other_step`: which; or none.
};

enum class Fill : std::uint8_t {
  kSolid,   ///< Said in so many words.
  kDashed,  ///< Follows from what is said.
  kDotted,  ///< Undecided.
  kOpen     ///< One more segment that is left open (a residual).
};

enum class Ruler : std::uint8_t {
  kSegments,  ///< Eight segments, some filled.
  kEmpty,     ///< Eight dotted segments: no level.
  kRing,      ///< A dotted ring on the centre: leaves it open.
  kAbsent     ///< No ruler at all.
};

/// How firmly something is said to be so (right of the centre) or not so (left).
struct Strength {
  Ruler ruler = Ruler::kAbsent;
  std::uint8_t against = 0;  ///< Segments left of the centre, 0 … 4, filled from the centre out.
  std::uint8_t in_favour = 0;  ///< Right of it.
  Fill against_fill = Fill::kSolid;
  Fill in_favour_fill = Fill::kSolid;
  std::string words;  ///< "Very likely"; "A ranking, no level". Starts with a capital.
};

/// Words that lead somewhere, or only words.
struct Link {
  std::string text;
  std::optional<Command> go;
};

/// A button: its words and what it does.
struct Action {
  std::string key;  ///< Short and stable, for ids: "open-paragraph".
  std::string words;
  Command command;
  std::string shortcut;  ///< "O", or empty.
  bool main = false;     ///< The one green button.
};

/// The outcome that is asked about, and what leads to it.
struct Outcome {
  PropositionId target;             ///< None: the dataset has no outcome.
  std::vector<std::uint8_t> leads;  ///< By proposition: 1 if links lead from it to the target.
};

/// The outcome of `state`: its target, else the dataset's own start.
///
/// Cost: one pass over the links and the propositions.
Outcome FindOutcome(const Library& library, const ViewState& state);

/// How near a claim is to the outcome.
enum class Bearing : std::uint8_t {
  kDirect,     ///< About the outcome, or about a link to it.
  kOtherStep,  ///< About what leads to it, or about a link on the way.
  kNear,       ///< The same of a matter near it: a motive for it, a wider matter, an earlier one.
  kBackground
};
Bearing BearingOf(const Library& library, const Outcome& outcome, const Claim& claim);

/// `text` with each of `cues` marked where its words stand, whatever their case.
HedgedText MarkHedges(std::string_view text, std::span<const Text> cues);

/// `text` with the beginnings of words marked that a word of `query` spells.
std::vector<WordRun> MarkBeginnings(std::string_view text, std::string_view query);

/// A claim's paraphrase with its hedges; what it is about where it has no paraphrase.
HedgedText GlossOf(const Dataset& dataset, const Claim& claim, const Say& say = {});
inline HedgedText GlossOf(const Library& library, const Claim& claim) {
  return GlossOf(library.dataset, claim, library.say);
}

std::vector<ChainStep> ChainOf(const Library& library, const Claim& claim);

/// What `claim` says on its way toward `outcome`.
SignMark SignOf(const Library& library, const Outcome& outcome, const Claim& claim);

/// What `mark` says, where its sign is called `label`: with the step that it bears on, and who
/// reads it in or does not share it.
std::string SignWords(const Library& library, const SignMark& mark, std::string_view label);

/// The sign of one link: from its antecedents as written to its consequent as written.
Sign SignOf(const Condition& condition);
Sign Flipped(Sign sign);

/// How firmly `claim` says what it says.
Strength StrengthOf(const Library& library, const Claim& claim);

/// The order of strengths, firmest first: 0 "will" … 3 "possible", 4 even, 5 left open, 6 no level.
int FirmnessRank(const Library& library, const Claim& claim);

std::string LetterOf(DocumentId document);
Ref RefOf(const Dataset& dataset, PassageId passage, const Say& say = {});
inline Ref RefOf(const Library& library, PassageId passage) {
  return RefOf(library.dataset, passage, library.say);
}
/// The places of a claim, one for each paragraph.
std::vector<Ref> RefsOf(const Library& library, const Claim& claim);
/// The passage to open for a record, or none: its own first, else that of the first claim about it.
PassageId FirstPassage(const Library& library, RecordRef record);

/// What "Suppose it" supposes of a record: a proposition itself, of a link or a claim about one its
/// first condition; else none.
PropositionId Supposable(const Library& library, RecordRef record);

/// "China sends weapons to Russia", or "not: China sends …".
std::string LiteralWords(const Dataset& dataset, Literal literal, const Say& say = {});
inline std::string LiteralWords(const Library& library, Literal literal) {
  return LiteralWords(library.dataset, literal, library.say);
}
/// The link in one line: "If “A” and “B”, “C”, unless “D”".
std::string ConditionWords(const Dataset& dataset, const Condition& condition, const Say& say = {});
inline std::string ConditionWords(const Library& library, const Condition& condition) {
  return ConditionWords(library.dataset, condition, library.say);
}
/// "“A” and not “B”", with `last` as `Say::Join` has it.
std::string QuotedLiterals(const Dataset& dataset, std::span<const Literal> literals,
                           const Say& say, std::string_view last = "{0} and {1}");
/// What a record is called: its label, name, title, paraphrase or place.
std::string NameOf(const Dataset& dataset, RecordRef record, const Say& say = {});
inline std::string NameOf(const Library& library, RecordRef record) {
  return NameOf(library.dataset, record, library.say);
}

}  // namespace proviso::view

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/voice/library.h"
#include "core/voice/signs.h"

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

/// How a stance toward what follows is drawn.
LineStyle LineStyleOf(Stance stance);

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
};

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
/// What a record is called: its label, name, title, paraphrase or place.
std::string NameOf(const Dataset& dataset, RecordRef record, const Say& say = {});
inline std::string NameOf(const Library& library, RecordRef record) {
  return NameOf(library.dataset, record, library.say);
}

/// True if verbs after the actor's name are those of several: "Other US officials dispute it".
bool IsPlural(const Actor& actor);

/// How a relation is called: who says the same again says it himself, who says it of another's
/// words says much the same; a key.
std::string_view RelationKey(const Dataset& dataset, const Relation& relation);

/// Who disputes `claim`, other than in its own chain: "Disputed by other US officials", "Ranked
/// lower by the author"; empty where nobody does. It stands beside that claim and nowhere else.
std::string DisputedWords(const Library& library, ClaimId claim);

/// The keywords by which `query` finds a record: "Keyword: covert"; empty if by none.
std::string KeywordWords(const Library& library, RecordRef record, std::string_view query);

/// A facet's value as people read it: names and titles for ids, labels for words of the format.
std::string FacetValueWords(const Dataset& dataset, query::Facet facet, std::string_view value,
                            const Say& say = {});

/// How an actor reaches the reader: "Heard only through others, in A and B."
std::string HeardWords(const Library& library, ActorId actor);

}  // namespace proviso::view

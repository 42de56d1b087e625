#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/reason/views.h"
#include "core/voice/library.h"
#include "core/words/say.h"

namespace proviso::view {

// Forms of names and labels that are made to stand inside a sentence. Whatever a dataset calls
// something, the sentence around it stays grammatical: a label stands in quotation marks unless the
// dataset has a clause of its own for it, and no verb has to agree with a name.

/// What replies and reasons are worded from: a library, or a dataset whose tenses are known.
struct Speech {
  const Dataset& dataset;
  const reason::Views& views;
  const std::vector<Tense>& tenses;  ///< `TensesOf`.
  const Say& say;
};
inline Speech SpeechOf(const Library& library) {
  return {library.dataset, library.views, library.tenses, library.say};
}

/// How firmly, of `literal` and in its tense: "Very likely not", "Is so".
std::string LevelSaid(const Speech& in, Modality modality, Literal literal);

/// A name inside a sentence: "the blog’s author", where English begins it with a common word.
std::string NameInside(const Dataset& dataset, ActorId actor, const Say& say);
inline std::string NameInside(const Library& library, ActorId actor) {
  return NameInside(library.dataset, actor, library.say);
}

/// What stands behind "if": the dataset's own clause ("the US keeps …"), else “label”, or of what
/// is not so “its own opposite”, else "it is not so that “label”". Of more than twelve the first,
/// and how many more.
std::string IfClause(const Dataset& dataset, Literal literal, const Say& say);
std::string IfClauses(const Dataset& dataset, std::span<const Literal> literals, const Say& say,
                      std::string_view last = "{0} and {1}");

/// What is supposed, to stand behind "if": "A and it is not so that “B”"; nothing supposed:
/// nothing.
std::string SupposedWords(const Library& library, const std::vector<std::string>& on,
                          const std::vector<std::string>& off);
/// The parts that it joins, one a supposition.
std::vector<std::string> SupposedClauses(const Library& library, const std::vector<std::string>& on,
                                         const std::vector<std::string>& off);

/// The years of the first and the last text; empty where no text has a date that begins.
struct TextYears {
  std::string first, last;
};
TextYears YearsOf(const Library& library);

/// "2 texts of 2023", "20 texts, 2019 to 2023"; where no text has a date: "2 texts".
std::string TextsWords(const Library& library);

/// Who coded it and who checked that: the first two sentences of the dataset's note; without one
/// "Coded by …", or nothing.
std::string CodedWords(const Library& library);

/// A literal as something that can be or do: “label”, “its own opposite”, its clause as a sentence,
/// or "the opposite of “label”".
std::string Statement(const Dataset& dataset, Literal literal, const Say& say);
std::string Statements(const Dataset& dataset, std::span<const Literal> literals, const Say& say,
                       std::string_view last = "{0} and {1}");

/// A statement in as few words as the dataset has for it: its short name, else its label.
std::string_view ShortName(const Dataset& dataset, PropositionId proposition);

/// A link in one sentence, no full stop: its paraphrase where something is negated in it, since a
/// double negation misleads, and where both sides have come about, since that is no matter of odds;
/// else "If …, …", "… makes … more likely".
std::string LinkSentence(const Dataset& dataset, const Condition& link, const Say& say);

/// Which of two links onto something reads plainly by its antecedents alone: false if one of them
/// is negated and the dataset has no words for that.
bool ReadsPlainly(const Dataset& dataset, std::span<const Literal> literals);

/// The links of a proposition by the way in which they point: one that explains points from its
/// cause, which is written as its consequent, to what it explains.
struct LinksOf {
  std::vector<ConditionId> from, to;  ///< Rising.
};
LinksOf LinksAround(const Library& library, PropositionId proposition);

/// How a voice reaches the reader: "own words", "told by the writer", "told by the writer, on the
/// word of US intelligence"; of a mind for which somebody else speaks "ascribed by the writer".
std::string ThroughWords(const Dataset& dataset, const reason::Views& views, reason::ViewIndex view,
                         const Say& say);

/// The same in a line: "own words", "reported by the writer", "the writer, on US intelligence".
std::string BrieflyThrough(const Dataset& dataset, const reason::Views& views,
                           reason::ViewIndex view, const Say& say);

/// "Brian Hart, told by the writer": whose beliefs a view is.
std::string ViewWords(const Dataset& dataset, const reason::Views& views, reason::ViewIndex view,
                      const Say& say = {});

/// What a voice does with a claim that it passes on: "Ranked lower by the writer".
std::string StanceBy(const Dataset& dataset, Stance stance, ActorId actor, const Say& say);

/// True if somebody on the way speaks for the mind of the next: the holder need not have said it.
bool IsImputed(const Claim& claim);

/// "in the words of the writer"; of what is imputed: "ascribed to the United States".
std::string WhoseWords(const Dataset& dataset, ActorId actor, bool imputed, const Say& say);

/// What a hedge on the telling says of the step that it stands at: that it comes from that actor is
/// only reported, guessed, or called plain. Empty: the step has none.
std::string TellingWords(const Dataset& dataset, const Claim& claim, std::size_t step,
                         const Say& say);

/// "A ¶2", for each of a claim's passages; the letters are those of the screen.
std::string PlaceWords(const Dataset& dataset, const Claim& claim, const Say& say = {});

}  // namespace proviso::view

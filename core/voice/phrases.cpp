#include "core/voice/phrases.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "core/base/sort.h"
#include "core/model/words.h"
#include "core/voice/tense.h"
#include "core/voice/voice.h"

namespace proviso::view {
namespace {

/// Words with which a name of an unnamed voice or a group begins in English, and which are nobody's
/// own name.
constexpr std::array<std::string_view, 30> kCommon{
    "a",          "an",        "analysts",  "believers", "certain",    "critics",
    "developing", "diplomats", "experts",   "leaders",   "major",      "many",
    "members",    "most",      "observers", "officials", "one",        "other",
    "others",     "people",    "reports",   "residents", "right-wing", "several",
    "some",       "sources",   "the",       "unnamed",   "various",    "witnesses"};

/// Words by which a text says that something is plain: they make nothing unsure.
constexpr std::array<std::string_view, 12> kBoosters{
    "certain", "certainly", "clear",     "clearly", "evident", "evidently",
    "obvious", "obviously", "of course", "plain",   "plainly", "undoubtedly"};

/// What somebody infers and nobody has told.
constexpr std::array<std::string_view, 8> kSeeming{"apparently", "appear", "appeared",  "appears",
                                                   "seem",       "seemed", "seemingly", "seems"};

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

template <std::size_t N>
bool Among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// True of "Chinese foreign ministry spokesman, May 2023": one person, named by a common noun and
/// no article. "China’s neighbour" needs none.
bool NamesByNoun(const Actor& actor) {
  if (actor.kind != ActorKind::kPerson && actor.kind != ActorKind::kUnnamed) return false;
  std::string_view name = actor.name;
  name = name.substr(0, std::min(name.find(','), name.find(" (")));
  const std::size_t last = name.rfind(' ');
  if (last == std::string_view::npos || name[0] < 'A' || name[0] > 'Z') return false;
  const std::string_view noun = name.substr(last + 1), first = name.substr(0, name.find(' '));
  const bool lower =
      std::all_of(noun.begin(), noun.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool possessive =
      first.find("’") != std::string_view::npos || first.find('\'') != std::string_view::npos;
  return lower && !noun.empty() && noun.back() != 's' && !possessive;
}

/// True if clauses of the dataset can stand inside sentences of `say`'s language.
bool SameLanguage(const Dataset& dataset, const Say& say) {
  const std::string_view language = dataset.documents.empty()
                                        ? std::string_view("en")
                                        : std::string_view(dataset.documents.front().language);
  const auto primary = [](std::string_view tag) { return tag.substr(0, tag.find('-')); };
  return primary(language) == primary(say.language());
}

/// {0}: what the link leads from, {1}: what it leads to.
std::string_view SentenceKey(Form form, bool several) {
  if (several && form == Form::kRaises) return Key("{0} together make {1} more likely");
  if (several && form == Form::kLowers) return Key("{0} together make {1} less likely");
  if (several && form == Form::kNoEffect) return Key("{0} together have no effect on {1}");
  switch (form) {
    case Form::kOnlyIf:
      return Key("{1}: only if {0}");
    case Form::kRaises:
      return Key("{0} makes {1} more likely");
    case Form::kLowers:
      return Key("{0} makes {1} less likely");
    case Form::kNoEffect:
      return Key("{0} has no effect on {1}");
    case Form::kBearsOn:
      return Key("{1} depends on {0}; which way is not said");
    case Form::kEvenIf:
      return Key("{1}, even if {0}");
    case Form::kExplains:
      return Key("{1} would explain {0}");
    case Form::kIf:
      break;
  }
  return Key("if {0}, then {1}");
}

/// How many of `count` conditions a sentence names: nobody reads one with hundreds, and a page that
/// has it wherever the link is mentioned outgrows its dataset. The link itself lists them all.
std::size_t NamedOf(std::size_t count) {
  constexpr std::size_t kNamedAtMost = 12;
  return count <= kNamedAtMost ? count : kNamedAtMost - 1;
}

/// How much of what a view holds the one before it in the chain ascribes to its mind.
enum class Ascribed : std::uint8_t { kNothing, kSome, kAll };

Ascribed AscribedOf(const Dataset& dataset, const reason::Views& views, reason::ViewIndex view) {
  const std::size_t depth = views[view].depth;
  if (depth < 2) return Ascribed::kNothing;
  std::size_t ascribed = 0, all = 0;
  for (const auto& list : {views.claims[view], views.uttered[view]})
    for (const ClaimId id : list) {
      ++all;
      if (dataset[id].attribution[depth - 2].stance == Stance::kImputes) ++ascribed;
    }
  if (ascribed == 0) return Ascribed::kNothing;
  return ascribed == all ? Ascribed::kAll : Ascribed::kSome;
}

bool IsConditional(Form form) {
  return form == Form::kIf || form == Form::kOnlyIf || form == Form::kEvenIf;
}

}  // namespace

std::string LevelSaid(const Speech& in, Modality modality, Literal literal) {
  const Tense tense = literal ? in.tenses[literal.proposition().index()] : Tense::kFuture;
  return in.say(LevelWords(tense, modality, literal.negated()));
}

std::string NameInside(const Dataset& dataset, ActorId actor, const Say& say) {
  const std::string name(dataset[actor].name);
  if (say.language() != "en") return name;
  const std::string first = Lower(std::string_view(name).substr(0, name.find(' ')));
  if (Among(kCommon, first)) return first + name.substr(first.size());
  const auto ends = [&name](std::string_view with) {
    return name.size() > with.size() && name.substr(name.size() - with.size()) == with;
  };
  // Names that take an article in a sentence, though not on a card.
  const bool article =
      first == "united" || ends(" Union") || ends(" Congress") || NamesByNoun(dataset[actor]);
  return article ? "the " + name : name;
}

std::string IfClause(const Dataset& dataset, Literal literal, const Say& say) {
  const Proposition& p = dataset[literal.proposition()];
  if (SameLanguage(dataset, say)) {
    const Text clause = literal.negated() ? p.if_false : p.if_true;
    if (!clause.empty()) return std::string(clause);
  }
  if (!literal.negated()) return say.Quoted(p.label);
  return p.negated.empty() ? say("it is not so that “{0}”", {p.label}) : say.Quoted(p.negated);
}

std::string IfClauses(const Dataset& dataset, std::span<const Literal> literals, const Say& say,
                      std::string_view last) {
  const std::size_t named = NamedOf(literals.size());
  std::vector<std::string> words;
  for (const Literal literal : literals.first(named))
    words.push_back(IfClause(dataset, literal, say));
  if (named < literals.size())
    words.push_back(say.Counted(literals.size() - named, "{0} more condition holds",
                                "{0} more conditions hold"));
  return say.Join(words, last);
}

std::string SupposedWords(const Library& library, const std::vector<std::string>& on,
                          const std::vector<std::string>& off) {
  return library.say.Join(SupposedClauses(library, on, off));
}

std::vector<std::string> SupposedClauses(const Library& library, const std::vector<std::string>& on,
                                         const std::vector<std::string>& off) {
  std::vector<std::string> parts;
  const auto add = [&](const std::vector<std::string>& ids, bool negated) {
    for (const std::string& id : ids) {
      const RecordRef record = library.dataset.Find(id);
      const bool known = record && record.table == Table::kPropositions;
      parts.push_back(known ? IfClause(library.dataset,
                                       Literal(PropositionId(record.index), negated), library.say)
                            : library.say.Quoted(id));
    }
  };
  add(on, false);
  add(off, true);
  return parts;
}

TextYears YearsOf(const Library& library) {
  TextYears years;
  for (const Document& document : library.dataset.documents) {
    const std::string year(std::string_view(document.published).substr(0, 4));
    // A date that has no beginning names no year to begin with.
    if (year.size() < 4 || year.find_first_not_of("0123456789") != std::string::npos) continue;
    if (years.first.empty() || year < years.first) years.first = year;
    if (years.last.empty() || year > years.last) years.last = year;
  }
  return years;
}

std::string TextsWords(const Library& library) {
  const Say& say = library.say;
  const auto [first, last] = YearsOf(library);
  const std::size_t count = library.dataset.documents.size();
  if (first.empty()) return say.Counted(count, "{0} text", "{0} texts");
  if (first == last)
    return say.Counted(count, "{0} text of {1}", "{0} texts of {1}##year", {first});
  return say.Counted(count, "{0} text, {1} to {2}", "{0} texts, {1} to {2}##years", {first, last});
}

std::string CodedWords(const Library& library) {
  const std::string_view note = library.dataset.info.note;
  if (note.empty()) {
    std::vector<std::string> coders;
    for (const Text& coder : library.dataset.info.coders) coders.emplace_back(coder);
    return coders.empty() ? std::string()
                          : library.say("Coded by {0}.", {library.say.Join(coders)});
  }
  std::size_t end = 0;
  for (int sentence = 0; sentence < 2; ++sentence) {
    const std::size_t stop = note.find(". ", end);
    if (stop == std::string_view::npos) return std::string(note);
    end = stop + 1;
  }
  return std::string(note.substr(0, end));
}

std::string Statement(const Dataset& dataset, Literal literal, const Say& say) {
  const Proposition& p = dataset[literal.proposition()];
  if (!literal.negated()) return say.Quoted(p.label);
  if (!p.negated.empty()) return say.Quoted(p.negated);
  if (!p.if_false.empty() && SameLanguage(dataset, say))
    return say.Quoted(say.Capital(std::string(p.if_false)));
  return say("the opposite of “{0}”", {p.label});
}

std::string Statements(const Dataset& dataset, std::span<const Literal> literals, const Say& say,
                       std::string_view last) {
  const std::size_t named = NamedOf(literals.size());
  std::vector<std::string> words;
  for (const Literal literal : literals.first(named))
    words.push_back(Statement(dataset, literal, say));
  if (named < literals.size())
    words.push_back(
        say.Counted(literals.size() - named, "{0} more statement", "{0} more statements"));
  return say.Join(words, last);
}

std::string_view ShortName(const Dataset& dataset, PropositionId proposition) {
  const Proposition& p = dataset[proposition];
  return p.short_label.empty() ? p.label : p.short_label;
}

bool ReadsPlainly(const Dataset& dataset, std::span<const Literal> literals) {
  return std::none_of(literals.begin(), literals.end(), [&](Literal literal) {
    return literal.negated() && dataset[literal.proposition()].negated.empty();
  });
}

std::string LinkSentence(const Dataset& dataset, const Condition& link, const Say& say) {
  const bool plain = ReadsPlainly(dataset, link.antecedents) && !link.consequent.negated() &&
                     ReadsPlainly(dataset, link.unless);
  // Of what has come about no odds are told.
  const bool has_come = HasCome(dataset, link);
  if ((!plain || has_come) && !link.gloss.empty()) {
    std::string words(link.gloss);
    if (words.back() == '.') words.pop_back();
    return words;
  }
  const std::string from = IsConditional(link.form) ? IfClauses(dataset, link.antecedents, say)
                                                    : Statements(dataset, link.antecedents, say);
  std::string_view key = SentenceKey(link.form, link.antecedents.size() > 1);
  if (has_come)
    key = link.form == Form::kRaises ? Key("{1} is in part due to {0}")
                                     : Key("{1} is held back by {0}");
  const std::string words = say.Capital(say(key, {from, Statement(dataset, link.consequent, say)}));
  if (link.unless.empty()) return words;
  return say("{0}, unless {1}", {words, IfClauses(dataset, link.unless, say, Key("{0} or {1}"))});
}

LinksOf LinksAround(const Library& library, PropositionId proposition) {
  const auto explains = [&](ConditionId id) { return library.dataset[id].form == Form::kExplains; };
  LinksOf links;
  for (const ConditionId id : library.index.conditions_from[proposition])
    (explains(id) ? links.to : links.from).push_back(id);
  for (const ConditionId id : library.index.conditions_to[proposition])
    (explains(id) ? links.from : links.to).push_back(id);
  SortList(&links.from);
  SortList(&links.to);
  return links;
}

std::string ThroughWords(const Dataset& dataset, const reason::Views& views, reason::ViewIndex view,
                         const Say& say) {
  std::vector<ActorId> path = reason::PathOf(views, view);
  path.pop_back();
  if (path.empty()) return say("own words");
  const Ascribed ascribed = AscribedOf(dataset, views, view);
  const std::string last = NameInside(dataset, path.back(), say);
  std::string words = say(path.size() > 1 || ascribed == Ascribed::kNothing ? Key("told by {0}")
                          : ascribed == Ascribed::kAll                      ? Key("ascribed by {0}")
                                                       : Key("told or ascribed by {0}"),
                          {NameInside(dataset, path.front(), say)});
  for (std::size_t i = 1; i < path.size(); ++i) {
    if (i + 1 == path.size() && ascribed == Ascribed::kAll)
      return say("ascribed by {1}, {0}##how that reaches us, who ascribes it", {words, last});
    words = say("{0}, on the word of {1}", {words, NameInside(dataset, path[i], say)});
  }
  return words;
}

std::string BrieflyThrough(const Dataset& dataset, const reason::Views& views,
                           reason::ViewIndex view, const Say& say) {
  std::vector<ActorId> path = reason::PathOf(views, view);
  path.pop_back();
  if (path.empty()) return say("own words");
  const Ascribed ascribed = AscribedOf(dataset, views, view);
  std::string words = NameInside(dataset, path.front(), say);
  if (path.size() == 1)
    return say(ascribed == Ascribed::kNothing ? Key("reported by {0}")
               : ascribed == Ascribed::kAll   ? Key("ascribed by {0}")
                                              : Key("told or ascribed by {0}"),
               {words});
  for (std::size_t i = 1; i < path.size(); ++i) {
    const std::string name = NameInside(dataset, path[i], say);
    if (i + 1 == path.size() && ascribed == Ascribed::kAll)
      return say("{0}; ascribed by {1}##who tells it, who ascribes it", {words, name});
    words = say("{0}, on {1}##who tells it, on whose word", {words, name});
  }
  return words;
}

std::string ViewWords(const Dataset& dataset, const reason::Views& views, reason::ViewIndex view,
                      const Say& say) {
  const std::string name(dataset[views[view].actor].name);
  if (!views[view].outer) return name;
  return say("{0}, {1}", {name, ThroughWords(dataset, views, view, say)});
}

std::string StanceBy(const Dataset& dataset, Stance stance, ActorId actor, const Say& say) {
  constexpr std::array<std::string_view, 8> kByLabels{
      "Said by {0}",         "Reported by {0}",
      "Shared by {0}",       "Doubted by {0}",
      "Disputed by {0}",     "Ascribed by {0}, who speaks for another’s mind",
      "Ranked lower by {0}", "Kept at a distance by {0}"};
  return say(kByLabels[static_cast<std::size_t>(stance)], {NameInside(dataset, actor, say)});
}

bool IsImputed(const Claim& claim) {
  for (std::size_t i = 0; i + 1 < claim.attribution.size(); ++i)
    if (claim.attribution[i].stance == Stance::kImputes) return true;
  return false;
}

std::string WhoseWords(const Dataset& dataset, ActorId actor, bool imputed, const Say& say) {
  const std::string name = NameInside(dataset, actor, say);
  return imputed ? say("ascribed to {0}", {name}) : say("in the words of {0}", {name});
}

std::string TellingWords(const Dataset& dataset, const Claim& claim, std::size_t step,
                         const Say& say) {
  const Step& at = claim.attribution[step];
  if (at.hedge.empty()) return {};
  const std::string hedge = Lower(at.hedge);
  const bool booster = Among(kBoosters, hedge);
  // The hedge stands with whoever speaks for another's mind, or with that other.
  const bool guesses = at.stance == Stance::kImputes && step + 1 < claim.attribution.size();
  const bool guessed =
      guesses || (step > 0 && claim.attribution[step - 1].stance == Stance::kImputes);
  const std::string name =
      NameInside(dataset, guesses ? claim.attribution[step + 1].actor : at.actor, say);
  if (booster) return say("That this comes from {0} is told as plain (“{1}”)", {name, at.hedge});
  return say(guessed ? "That this is the thinking of {0} is itself a guess (“{1}”)"
             : Among(kSeeming, hedge) ? "That this comes from {0} only seems so (“{1}”)"
                                      : "That this comes from {0} is itself only reported (“{1}”)",
             {name, at.hedge});
}

std::string PlaceWords(const Dataset& dataset, const Claim& claim, const Say& say) {
  std::vector<std::string> places;
  for (const PassageId id : claim.passages) {
    std::string place = RefOf(dataset, id, say).short_words;
    if (std::find(places.begin(), places.end(), place) == places.end())
      places.push_back(std::move(place));
  }
  return say.Join(places);
}

}  // namespace proviso::view

#include "core/view/voice_model.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

/// A text by code points: folded for comparing, and where each begins.
struct Folded {
  std::u32string letters;
  std::vector<std::size_t> starts;  ///< Byte offsets, one more than letters.
};

char32_t Fold(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
  if (c < 128) return c;
  if (c == U'’' || c == U'‘') return U'\'';
  const Skeleton skeleton = MakeSkeleton(std::u32string_view(&c, 1));
  return skeleton.letters.size() == 1 ? skeleton.letters[0] : c;
}

Folded FoldEach(std::string_view text) {
  Folded folded;
  for (std::size_t at = 0; at < text.size();) {
    folded.starts.push_back(at);
    folded.letters.push_back(Fold(NextCodePoint(text, &at)));
  }
  folded.starts.push_back(text.size());
  return folded;
}

/// Marks parts of a text, whatever their case.
class Marker {
 public:
  explicit Marker(std::string_view text)
      : text_(text), hay_(FoldEach(text)), marked_(hay_.letters.size(), 0) {}

  /// Marks `part` wherever it begins at the beginning of a word and, if `whole`, ends at the end of
  /// one. Returns whether it does so anywhere, or is empty.
  bool Mark(std::string_view part, bool whole) {
    const std::u32string needle = FoldEach(part).letters;
    bool found = needle.empty();
    if (found) return true;
    for (std::size_t at = hay_.letters.find(needle); at != std::u32string::npos;
         at = hay_.letters.find(needle, at + 1)) {
      const std::size_t end = at + needle.size();
      if ((at > 0 && Inside(at)) || (whole && Inside(end))) continue;
      found = true;
      std::fill(marked_.begin() + static_cast<std::ptrdiff_t>(at),
                marked_.begin() + static_cast<std::ptrdiff_t>(end), std::uint8_t{1});
    }
    return found;
  }

  std::vector<WordRun> Runs() const {
    std::vector<WordRun> runs;
    for (std::size_t i = 0; i < marked_.size();) {
      std::size_t end = i;
      while (end < marked_.size() && marked_[end] == marked_[i]) ++end;
      const std::size_t from = hay_.starts[i];
      runs.push_back({std::string(text_.substr(from, hay_.starts[end] - from)), marked_[i] != 0});
      i = end;
    }
    return runs;
  }

 private:
  /// True if the border before letter `at` runs through a word.
  bool Inside(std::size_t at) const {
    return at < hay_.letters.size() && IsWordCharacter(hay_.letters[at - 1]) &&
           IsWordCharacter(hay_.letters[at]);
  }

  std::string_view text_;
  Folded hay_;
  std::vector<std::uint8_t> marked_;
};

LineStyle StyleOf(Stance stance) {
  switch (stance) {
    case Stance::kDoubts:
    case Stance::kDisputes:
    case Stance::kDowngrades:
    case Stance::kDistances:
      return LineStyle::kDashed;
    case Stance::kImputes:
      return LineStyle::kDotted;
    case Stance::kAsserts:
    case Stance::kReports:
    case Stance::kEndorses:
      break;
  }
  return LineStyle::kSolid;
}

std::string AboutWords(const Dataset& dataset, const About& about, const Say& say) {
  switch (about.kind) {
    case AboutKind::kProposition:
      return LiteralWords(dataset, about.literal, say);
    case AboutKind::kCondition:
      return ConditionWords(dataset, dataset[about.condition], say);
    case AboutKind::kQuantity:
      return std::string(dataset[about.quantity].measure);
    case AboutKind::kComparison:
      break;
  }
  return say(about.less ? "More: {0}; less: {1}" : "More: {0}",
             {NameOf(dataset, about.more, say), NameOf(dataset, about.less, say)});
}

/// {0}: what the link leads from, {1}: what it leads to.
std::string_view FormKey(Form form) {
  switch (form) {
    case Form::kOnlyIf:
      return Key("{1} only if {0}");
    case Form::kRaises:
      return Key("{0} makes {1} more likely");
    case Form::kLowers:
      return Key("{0} makes {1} less likely");
    case Form::kNoEffect:
      return Key("{0} has no effect on {1}");
    case Form::kBearsOn:
      return Key("{1} depends on {0}");
    case Form::kEvenIf:
      return Key("{1} even if {0}");
    case Form::kExplains:
      return Key("{1} would explain {0}");
    case Form::kIf:
      break;
  }
  return Key("if {0}, {1}");
}

}  // namespace

std::string HedgedText::plain() const {
  std::string out;
  for (const WordRun& run : runs) out += run.text;
  return out;
}

HedgedText MarkHedges(std::string_view text, std::span<const Text> cues) {
  HedgedText out;
  Marker marker(text);
  for (const Text cue : cues)
    if (!marker.Mark(cue, true)) out.other_cues.emplace_back(cue);
  out.runs = marker.Runs();
  return out;
}

std::vector<WordRun> MarkBeginnings(std::string_view text, std::string_view query) {
  Marker marker(text);
  while (!query.empty()) {
    const std::size_t end = query.find(' ');
    marker.Mark(query.substr(0, end), false);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
  }
  return marker.Runs();
}

HedgedText GlossOf(const Dataset& dataset, const Claim& claim, const Say& say) {
  if (!claim.gloss.empty()) return MarkHedges(claim.gloss, claim.hedges);
  return MarkHedges(AboutWords(dataset, claim.about, say), claim.hedges);
}

std::vector<ChainStep> ChainOf(const Library& library, const Claim& claim) {
  std::vector<ChainStep> chain;
  for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
    const Step& step = claim.attribution[i];
    const Actor& actor = library.dataset[step.actor];
    ChainStep box;
    box.actor = actor.id;
    box.name = actor.name;
    box.holder = i + 1 == claim.attribution.size();
    box.hedge = step.hedge;
    box.line = StyleOf(step.stance);
    box.disputed = step.stance == Stance::kDoubts || step.stance == Stance::kDisputes;
    if (!box.holder)
      box.link = step.cue.empty() ? library.say(Label(step.stance)) : library.say.Quoted(step.cue);
    // A cue of the text says nothing of the stance where the stance is not plain reporting.
    if (!box.holder && !step.cue.empty() && box.line != LineStyle::kSolid)
      box.link = library.say("{0}, {1}", {box.link, library.say(Label(step.stance))});
    box.open = Select{box.actor};
    chain.push_back(std::move(box));
  }
  return chain;
}

std::string LetterOf(DocumentId document) {
  if (!document) return "?";
  std::string letters;
  for (std::uint32_t n = document.index() + 1; n > 0; n = (n - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  return letters;
}

Ref RefOf(const Dataset& dataset, PassageId passage, const Say& say) {
  const Passage& record = dataset[passage];
  Ref ref;
  ref.document = record.document.index();
  ref.letter = LetterOf(record.document);
  ref.paragraph = record.paragraph;
  ref.passage = record.id;
  ref.short_words = ref.letter;
  const std::string number = std::to_string(record.paragraph);
  if (record.paragraph > 0) ref.short_words += " ¶" + number;
  ref.words =
      say(record.paragraph > 0 ? "text {0}, paragraph {1}" : "text {0}", {ref.letter, number});
  ref.open = OpenPlace{ref.passage};
  return ref;
}

std::vector<Ref> RefsOf(const Library& library, const Claim& claim) {
  std::vector<Ref> refs;
  for (const PassageId passage : claim.passages) {
    Ref ref = RefOf(library, passage);
    const bool told = std::any_of(refs.begin(), refs.end(), [&ref](const Ref& other) {
      return other.short_words == ref.short_words;
    });
    if (!told) refs.push_back(std::move(ref));
  }
  return refs;
}

PassageId FirstPassage(const Library& library, RecordRef record) {
  const Dataset& dataset = library.dataset;
  const query::Index& index = library.index;
  const auto of_claims = [&dataset](std::span<const ClaimId> claims) {
    return claims.empty() ? PassageId() : dataset[claims[0]].passages[0];
  };
  switch (record.table) {
    case Table::kPassages:
      return PassageId(record.index);
    case Table::kClaims:
      return dataset.claims[record.index].passages[0];
    case Table::kDocuments: {
      const auto passages = index.passages_of_document[DocumentId(record.index)];
      return passages.empty() ? PassageId() : passages[0];
    }
    case Table::kActors: {
      for (const Affiliation& line : dataset.actors[record.index].affiliations)
        if (line.passage) return line.passage;
      const PassageId held = of_claims(index.claims_held[ActorId(record.index)]);
      return held ? held : of_claims(index.claims_mentioning[ActorId(record.index)]);
    }
    case Table::kPropositions: {
      const PropositionId p(record.index);
      if (const PassageId about = of_claims(index.claims_about_proposition[p])) return about;
      for (const auto& links : {index.conditions_from[p], index.conditions_to[p]})
        for (const ConditionId link : links)
          if (const PassageId said = of_claims(index.claims_about_condition[link])) return said;
      for (const EventId event : index.events_of_proposition[p])
        if (!dataset[event].passages.empty()) return dataset[event].passages[0];
      return PassageId();
    }
    case Table::kConditions:
      return of_claims(index.claims_about_condition[ConditionId(record.index)]);
    case Table::kRelations: {
      const Relation& relation = dataset.relations[record.index];
      return relation.passages.empty() ? dataset[relation.from].passages[0] : relation.passages[0];
    }
    case Table::kEvents: {
      const Event& event = dataset.events[record.index];
      if (!event.passages.empty()) return event.passages[0];
      return FirstPassage(library, {Table::kPropositions, event.proposition.index()});
    }
    case Table::kQuantities:
      return of_claims(index.claims_about_quantity[QuantityId(record.index)]);
    case Table::kTopics:
      for (const Claim& claim : dataset.claims)
        for (const TopicId topic : claim.topics)
          if (topic.index() == record.index) return claim.passages[0];
      return PassageId();
    case Table::kQuestions:
      break;
  }
  return PassageId();
}

PropositionId Supposable(const Library& library, RecordRef record) {
  const Dataset& dataset = library.dataset;
  if (!record) return PropositionId();
  if (record.table == Table::kPropositions) return PropositionId(record.index);
  ConditionId link;
  if (record.table == Table::kConditions) link = ConditionId(record.index);
  if (record.table == Table::kClaims) link = dataset.claims[record.index].about.condition;
  if (!link || dataset[link].antecedents.empty()) return PropositionId();
  return dataset[link].antecedents[0].proposition();
}

std::string LiteralWords(const Dataset& dataset, Literal literal, const Say& say) {
  if (!literal.proposition()) return std::string();
  const std::string label(dataset[literal.proposition()].label);
  return literal.negated() ? say("not: {0}", {label}) : label;
}

std::string QuotedLiterals(const Dataset& dataset, std::span<const Literal> literals,
                           const Say& say, std::string_view last) {
  std::vector<std::string> words;
  for (const Literal literal : literals)
    words.push_back(
        say(literal.negated() ? "not “{0}”" : "“{0}”", {dataset[literal.proposition()].label}));
  return say.Join(words, last);
}

std::string ConditionWords(const Dataset& dataset, const Condition& condition, const Say& say) {
  const Literal to = condition.consequent;
  const std::string words =
      say.Capital(say(FormKey(condition.form), {QuotedLiterals(dataset, condition.antecedents, say),
                                                QuotedLiterals(dataset, {&to, 1}, say)}));
  if (condition.unless.empty()) return words;
  return say("{0}, unless {1}",
             {words, QuotedLiterals(dataset, condition.unless, say, Key("{0} or {1}"))});
}

std::string NameOf(const Dataset& dataset, RecordRef record, const Say& say) {
  if (!record) return std::string();
  switch (record.table) {
    case Table::kDocuments:
      return std::string(dataset.documents[record.index].title);
    case Table::kPassages:
      return say.Capital(RefOf(dataset, PassageId(record.index), say).words);
    case Table::kActors:
      return std::string(dataset.actors[record.index].name);
    case Table::kPropositions:
      return std::string(dataset.propositions[record.index].label);
    case Table::kConditions: {
      const Condition& condition = dataset.conditions[record.index];
      return condition.gloss.empty() ? ConditionWords(dataset, condition, say)
                                     : std::string(condition.gloss);
    }
    case Table::kClaims:
      return GlossOf(dataset, dataset.claims[record.index], say).plain();
    case Table::kRelations: {
      const Relation& relation = dataset.relations[record.index];
      return say(
          "“{0}” {1} “{2}”##claim, how it relates, claim",
          {NameOf(dataset, {Table::kClaims, relation.from.index()}, say), say(Label(relation.type)),
           NameOf(dataset, {Table::kClaims, relation.to.index()}, say)});
    }
    case Table::kEvents:
      return std::string(dataset[dataset.events[record.index].proposition].label);
    case Table::kQuantities:
      return std::string(dataset.quantities[record.index].measure);
    case Table::kTopics:
      return std::string(dataset.topics[record.index].label);
    case Table::kQuestions:
      break;
  }
  return std::string(dataset.questions[record.index].title);
}

}  // namespace proviso::view

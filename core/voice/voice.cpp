#include "core/voice/voice.h"

#include <algorithm>
#include <array>

#include "core/model/words.h"
#include "core/query/searched_text.h"
#include "core/voice/phrases.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

std::string AboutWords(const Dataset& dataset, const About& about, const Say& say) {
  switch (about.kind) {
    case AboutKind::kProposition:
      return LiteralWords(dataset, about.literal, say);
    case AboutKind::kCondition:
      return LinkSentence(dataset, dataset[about.condition], say);
    case AboutKind::kQuantity:
      return std::string(dataset[about.quantity].measure);
    case AboutKind::kComparison:
      break;
  }
  return say(about.less ? "More: {0}; less: {1}" : "More: {0}",
             {NameOf(dataset, about.more, say), NameOf(dataset, about.less, say)});
}

template <class E>
std::string LabelOfWord(std::string_view word, const Say& say) {
  const std::optional<E> value = ParseWord<E>(word);
  return value ? say(Label(*value)) : std::string(word);
}

/// "A and B", of the documents marked.
std::string Letters(const Say& say, const std::vector<std::uint8_t>& marked) {
  std::vector<std::string> letters;
  for (std::uint32_t i = 0; i < marked.size(); ++i)
    if (marked[i] != 0) letters.push_back(LetterOf(DocumentId(i)));
  return say.Join(letters);
}

}  // namespace

LineStyle LineStyleOf(Stance stance) {
  if (stance == Stance::kImputes) return LineStyle::kDotted;
  return KeepsApart(stance) ? LineStyle::kDashed : LineStyle::kSolid;
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
    // A hedge that is another's cue stands there, and not a second time.
    const bool cued = std::any_of(claim.attribution.begin(), claim.attribution.end(),
                                  [&step](const Step& one) { return one.cue == step.hedge; });
    if (!cued) box.hedge = step.hedge;
    box.line = LineStyleOf(step.stance);
    box.disputed = Rejects(step.stance);
    if (!box.holder)
      box.link = step.cue.empty() ? library.say(Label(step.stance, IsPlural(actor)))
                                  : library.say.Quoted(step.cue);
    // A cue of the text says nothing of the stance where the stance is not plain reporting.
    if (!box.holder && !step.cue.empty() && box.line != LineStyle::kSolid)
      box.link =
          library.say("{0}, {1}", {box.link, library.say(Label(step.stance, IsPlural(actor)))});
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
  const Proposition& record = dataset[literal.proposition()];
  if (!literal.negated()) return std::string(record.label);
  return record.negated.empty() ? say("not: {0}", {record.label}) : std::string(record.negated);
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
      return condition.gloss.empty() ? LinkSentence(dataset, condition, say)
                                     : std::string(condition.gloss);
    }
    case Table::kClaims:
      return GlossOf(dataset, dataset.claims[record.index], say).plain();
    case Table::kRelations: {
      const Relation& relation = dataset.relations[record.index];
      return say("“{0}” {1} “{2}”##claim, how it relates, claim",
                 {NameOf(dataset, {Table::kClaims, relation.from.index()}, say),
                  say(RelationKey(dataset, relation)),
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

std::string_view RelationKey(const Dataset& dataset, const Relation& relation) {
  const bool again = relation.type == RelationType::kRestates &&
                     dataset[relation.from].holder() == dataset[relation.to].holder();
  return again ? Key("Says again") : Label(relation.type);
}

std::string DisputedWords(const Library& library, ClaimId claim) {
  const Dataset& dataset = library.dataset;
  std::vector<std::string> words;
  for (const RelationId id : library.views.disputes[claim]) {
    const Relation& relation = dataset[id];
    const bool ranked = dataset[relation.from].about.kind == AboutKind::kComparison;
    std::string one = library.say(ranked ? "Ranked lower by {0}##a claim, who does it"
                                         : "Disputed by {0}##a claim, who does it",
                                  {NameInside(library, relation.by)});
    if (std::find(words.begin(), words.end(), one) == words.end()) words.push_back(std::move(one));
  }
  return library.say.Chain(Key("{0}; {1}"), words);
}

bool IsPlural(const Actor& actor) {
  const bool one = actor.kind == ActorKind::kPerson || actor.kind == ActorKind::kOrganisation ||
                   actor.kind == ActorKind::kState;
  if (one) return false;
  // The name's head is what stands before its first preposition, comma or bracket.
  constexpr std::array<std::string_view, 10> kAfterHead{
      ",", " (", " of ", " on ", " in ", " for ", " with ", " at ", " from ", " who "};
  std::string_view head = actor.name;
  for (const std::string_view stop : kAfterHead) head = head.substr(0, head.find(stop));
  if (head.find(" and ") != head.npos || head.substr(0, 6) == "People") return true;
  return head.size() > 2 && head.back() == 's' && head[head.size() - 2] != 's';
}

std::string KeywordWords(const Library& library, RecordRef record, std::string_view query) {
  std::vector<std::string> found;
  for (const Text keyword : query::FoundKeywords(library.dataset, record, query))
    found.emplace_back(keyword);
  if (found.empty()) return {};
  return library.say(found.size() == 1 ? Key("Keyword: {0}") : Key("Keywords: {0}"),
                     {library.say.Join(found)});
}

std::string FacetValueWords(const Dataset& dataset, query::Facet facet, std::string_view value,
                            const Say& say) {
  if (value == "none") {
    if (facet == query::Facet::kTopic) return say("No topic");
    if (facet == query::Facet::kForm) return say("Not about a link");
    if (facet == query::Facet::kYear) return say("No date");
    if (facet == query::Facet::kProposition) return say("A figure alone");
    if (facet == query::Facet::kEvidence) return say("Not coded");
    return say("None");
  }
  switch (facet) {
    case query::Facet::kModality:
      return LabelOfWord<Modality>(value, say);
    case query::Facet::kAct:
      return LabelOfWord<Act>(value, say);
    case query::Facet::kKind:
      return LabelOfWord<ClaimKind>(value, say);
    case query::Facet::kForm:
      // Links of any form make something more likely; that is the direction.
      if (value == Word(Form::kRaises)) return say("Raises##a form of link");
      if (value == Word(Form::kLowers)) return say("Lowers##a form of link");
      return LabelOfWord<Form>(value, say);
    case query::Facet::kDirection:
      return LabelOfWord<query::Direction>(value, say);
    case query::Facet::kStance:
      if (const std::optional<Stance> stance = ParseWord<Stance>(value))
        return say(ToldAsLabel(*stance));
      return std::string(value);
    case query::Facet::kEvidence:
      return LabelOfWord<Evidence>(value, say);
    case query::Facet::kYear:
      return std::string(value);
    case query::Facet::kHolder:
    case query::Facet::kDocument:
    case query::Facet::kTopic:
    case query::Facet::kProposition:
      break;
  }
  const RecordRef record = dataset.Find(value);
  if (record.table == Table::kPropositions && record)
    return std::string(dataset.propositions[record.index].label);
  if (record.table == Table::kActors && record)
    return std::string(dataset.actors[record.index].name);
  if (record.table == Table::kTopics && record)
    return std::string(dataset.topics[record.index].label);
  if (record.table == Table::kDocuments && record)
    return LetterOf(DocumentId(record.index)) + " " +
           std::string(dataset.documents[record.index].title);
  return std::string(value);
}

std::string HeardWords(const Library& library, ActorId actor) {
  const Dataset& dataset = library.dataset;
  std::vector<std::uint8_t> author(dataset.documents.size(), 0);
  std::vector<std::uint8_t> own = author, through = author, passes_on = author;
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i)
    for (const ActorId creator : dataset.documents[i].creators)
      if (creator == actor) author[i] = 1;
  for (const ClaimId id : library.index.claims_mentioning[actor]) {
    const Claim& claim = dataset[id];
    const std::uint32_t document = DocumentOf(dataset, claim).index();
    if (claim.holder() != actor)
      passes_on[document] = 1;
    else
      (claim.attribution.size() == 1 ? own : through)[document] = 1;
  }
  const Say& say = library.say;
  std::vector<std::string> parts;
  const std::string of = Letters(say, author), in = Letters(say, own);
  const std::string told = Letters(say, through), passed = Letters(say, passes_on);
  if (!of.empty()) parts.push_back(say("Author of {0}", {of}));
  if (of != in && !in.empty()) parts.push_back(say("In own words in {0}", {in}));
  if (!told.empty())
    parts.push_back(
        say(parts.empty() ? "Heard only through others, in {0}" : "through others in {0}", {told}));
  if (parts.empty() && !passed.empty())
    parts.push_back(say("Passes on what others say, in {0}", {passed}));
  if (parts.empty()) return say("Spoken of, never heard");
  return say.Join(parts);
}

}  // namespace proviso::view

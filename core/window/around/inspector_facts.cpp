#include "core/window/around/inspector_facts.h"

#include <algorithm>
#include <utility>

#include "core/base/sort.h"
#include "core/io/json_text.h"
#include "core/query/searched_text.h"
#include "core/state/change_words.h"
#include "core/views/actors/rows.h"
#include "core/voice/answer_marks.h"
#include "core/voice/answer_words.h"
#include "core/voice/answers.h"
#include "core/voice/clause.h"
#include "core/voice/tense.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kAnswersAtMost = 3;

template <class I>
std::vector<RecordRef> Refs(Table table, std::span<const I> ids) {
  std::vector<RecordRef> refs;
  for (const I id : ids)
    if (id) refs.push_back({table, id.index()});
  return refs;
}

void AddLiterals(const Library& library, std::string_view label, std::span<const Literal> literals,
                 InspectorModel* model) {
  Fact fact{std::string(label), {}};
  for (const Literal literal : literals)
    fact.values.push_back({SentenceOf(library, literal),
                           Select{std::string(library.dataset[literal.proposition()].id)}});
  if (!fact.values.empty()) model->facts.push_back(std::move(fact));
}

/// Claims of several lists, rising, each once.
std::vector<ClaimId> Merge(std::initializer_list<std::span<const ClaimId>> lists) {
  std::vector<ClaimId> all;
  for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
  SortList(&all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::string Number(double value) {
  std::string text;
  io::AppendJsonNumber(value, &text);
  return text;
}

void AddPassages(const Library& library, std::span<const PassageId> passages,
                 InspectorModel* model) {
  for (const PassageId passage : passages) model->refs.push_back(RefOf(library, passage));
}

void AddRelations(const Library& library, const Outcome& outcome, ClaimId id,
                  InspectorModel* model) {
  RelatedList list;
  for (const RelationId r : library.index.relations_of_claim[id]) {
    const Relation& relation = library.dataset[r];
    const bool outgoing = relation.from == id;
    RelatedRow row = RowOf(library, outcome, outgoing ? relation.to : relation.from);
    const Say& say = library.say;
    const std::string type = say(RelationKey(library.dataset, relation));
    row.note = relation.by ? say(outgoing ? "This one → that one: {0}, as {1} says"
                                          : "That one → this one: {0}, as {1} says",
                                 {type, library.dataset[relation.by].name})
                           : say(outgoing ? "This one → that one: {0}, as the coders read it"
                                          : "That one → this one: {0}, as the coders read it",
                                 {type});
    row.note = say.Chain(Key("{0}. {1}"), {row.note, std::string(relation.note)});
    row.id = relation.id;
    list.rows.push_back(std::move(row));
  }
  if (list.rows.empty()) return;
  list.title = library.say("Beside other claims ({0})", {std::to_string(list.rows.size())});
  model->related.push_back(std::move(list));
}

/// What an actor's own words come to on the outcome under what is supposed: a line for each way in
/// which he reaches us, which leads to its reasons.
void AddAnswers(const Library& library, const ViewState& state, const Outcome& outcome, ActorId id,
                InspectorModel* model) {
  if (!outcome.target) return;
  const Dataset& dataset = library.dataset;
  const reason::Scenario scenario = ScenarioOf(dataset, state.on, state.off, state.strict);
  const Say& say = library.say;
  Fact fact{say("On the outcome"), {}};
  for (std::uint32_t i = 0; i < library.views.size() && fact.values.size() < kAnswersAtMost; ++i) {
    const reason::ViewIndex view(i);
    if (library.views[view].actor != id || library.views.chains[view].empty()) continue;
    const reason::Answer answer =
        reason::Ask(dataset, library.views, view, Literal(outcome.target), scenario);
    std::string words = ReplyOf(SpeechOf(library), answer, scenario).words;
    if (library.views[view].outer)
      words = say("{0} ({1})", {words, ThroughWords(dataset, library.views, view, say)});
    ViewState why = state;
    why.view = ViewId::kWhatIf;
    why.selection.clear();
    why.why = PathWords(library, view);
    fact.values.push_back({std::move(words), SetState{std::move(why)}});
  }
  if (!fact.values.empty()) model->facts.push_back(std::move(fact));
}

}  // namespace

void InspectClaim(const Library& library, const Session& session, ClaimId id,
                  InspectorModel* model) {
  const Dataset& dataset = library.dataset;
  const Claim& claim = dataset[id];
  const Outcome outcome = FindOutcome(library, session.state.target);
  model->kind += " · " + library.say(Label(claim.kind));
  if (claim.act != Act::kAssertive) model->kind += " · " + library.say(Label(claim.act));
  model->sign = SignOf(library, outcome, claim);
  model->strength = StrengthOf(library, claim);
  model->gloss = GlossOf(library, claim);
  model->chain = ChainOf(library, claim);
  model->refs = RefsOf(library, claim);
  model->note = claim.coding.note;
  switch (claim.about.kind) {
    case AboutKind::kProposition: {
      const RecordRef about{Table::kPropositions, claim.about.literal.proposition().index()};
      AddLinks(library,
               claim.about.literal.negated() ? library.say("Says that it is not so")
                                             : library.say("About"),
               {&about, 1}, model);
      break;
    }
    case AboutKind::kCondition: {
      const RecordRef about{Table::kConditions, claim.about.condition.index()};
      model->facts.push_back({library.say("Link"),
                              {{LinkSentence(dataset, dataset[claim.about.condition], library.say),
                                Select{std::string(dataset.IdOf(about))}}}});
      break;
    }
    case AboutKind::kQuantity: {
      const RecordRef about{Table::kQuantities, claim.about.quantity.index()};
      AddLinks(library, library.say("Figure"), {&about, 1}, model);
      break;
    }
    case AboutKind::kComparison:
      AddLinks(library, library.say("Ranks higher"), {&claim.about.more, 1}, model);
      if (claim.about.less) AddLinks(library, library.say("Than"), {&claim.about.less, 1}, model);
      break;
  }
  std::vector<std::string> hedges;
  for (const Text hedge : claim.hedges) hedges.push_back(library.say.Quoted(hedge));
  AddFact(library.say("Hedges"), library.say.Join(hedges), model);
  for (std::size_t i = 0; i < claim.attribution.size(); ++i)
    AddFact(library.say("On the telling"), TellingWords(dataset, claim, i, library.say), model);
  if (claim.basis != Basis::kUnstated)
    AddFact(library.say("Basis"), library.say(Label(claim.basis)), model);
  if (!claim.as_of.empty())
    AddFact(library.say("As of"), DateWords(claim.as_of, library.say), model);
  AddLinks(library, library.say("Topics"), Refs(Table::kTopics, claim.topics), model);
  std::vector<std::string> inferred;
  for (const Inferred what : claim.inferred) inferred.push_back(library.say(Label(what)));
  AddFact(library.say("Read in by the coders"), library.say.Join(inferred), model);
  AddFact(library.say("The coders’ certainty"), library.say(Label(claim.coding.confidence)), model);
  AddFact(library.say("Copy"), CheckOf(library, session, claim).words, model, FactKey::kCopy);
  for (const PassageId passage : claim.passages)
    if (!model->check) model->check = QuestionOf(library, session, passage);
  AddRelations(library, outcome, id, model);
}

void InspectProposition(const Library& library, const Session& session, PropositionId id,
                        InspectorModel* model) {
  const Dataset& dataset = library.dataset;
  const Proposition& p = dataset[id];
  const Outcome outcome = FindOutcome(library, session.state.target);
  model->kind += " · " + library.say(Label(p.kind));
  model->title = p.label;
  model->gloss = MarkHedges(p.gloss, {});
  const Lever lever = LeverOf(session.state, p.id);
  AddFact(library.say("You suppose"),
          lever == Lever::kOpen ? std::string() : library.say(Label(lever)), model);
  AddLinks(library, library.say("Actors"), Refs(Table::kActors, p.actors), model);
  if (!p.window.empty()) AddFact(library.say("When"), DateWords(p.window, library.say), model);
  AddLinks(library, library.say("Excludes, by definition"), Refs(Table::kPropositions, p.excludes),
           model);
  for (const Near& near : p.near) {
    const RecordRef to{Table::kPropositions, near.to.index()};
    AddLinks(library, library.say(Label(near.how)), {&to, 1}, model);
  }
  AddLinks(library, library.say("Topics"), Refs(Table::kTopics, p.topics), model);
  const query::Index& index = library.index;
  const auto said = [&](const std::vector<ConditionId>& links) {
    std::vector<ClaimId> claims;
    for (const ConditionId link : links)
      for (const ClaimId claim : index.claims_about_condition[link]) claims.push_back(claim);
    return Merge({claims});
  };
  const LinksOf links = LinksAround(library, id);
  AddClaims(library, outcome, library.say("Links from it"), said(links.from), {}, model);
  AddClaims(library, outcome, library.say("Links to it"), said(links.to), {}, model);
  AddClaims(library, outcome, library.say("Said of it"), index.claims_about_proposition[id], {},
            model);
  AddLinks(library, library.say("Events"), Refs(Table::kEvents, index.events_of_proposition[id]),
           model);
}

namespace {

/// What a link does to its consequent: a brake leads to nothing, and a need is no cause.
std::string_view HeadKey(const Dataset& dataset, const Condition& link) {
  const bool has_come = HasCome(dataset, link);
  switch (link.form) {
    case Form::kOnlyIf:
      return Key("Needed for");
    case Form::kRaises:
      return has_come ? Key("Has led to") : Key("Makes more likely");
    case Form::kLowers:
      return has_come ? Key("Holds back") : Key("Makes less likely");
    case Form::kNoEffect:
      return Key("Has no effect on");
    case Form::kBearsOn:
      return Key("Counts for; which way is not said");
    case Form::kEvenIf:
      return Key("Comes all the same");
    case Form::kIf:
    case Form::kExplains:
      break;
  }
  return Key("Leads to");
}

}  // namespace

void InspectCondition(const Library& library, const Session& session, ConditionId id,
                      InspectorModel* model) {
  const Condition& condition = library.dataset[id];
  model->kind += " · " + library.say(Label(condition.form));
  model->title = LinkSentence(library.dataset, condition, library.say);
  std::string_view gloss = condition.gloss;
  if (!gloss.empty() && gloss.back() == '.') gloss.remove_suffix(1);
  // Where the paraphrase is the title, it is not said twice.
  if (gloss != model->title) model->gloss = MarkHedges(condition.gloss, {});
  if (condition.form == Form::kExplains) {
    // Read backwards: what would explain stands as the consequent.
    AddLiterals(library, library.say("Would explain"), condition.antecedents, model);
    AddLiterals(library, library.say("Cause"), {&condition.consequent, 1}, model);
  } else {
    AddLiterals(library, library.say("Condition"), condition.antecedents, model);
    AddLiterals(library, library.say(HeadKey(library.dataset, condition)),
                {&condition.consequent, 1}, model);
  }
  AddLiterals(library, library.say("Unless"), condition.unless, model);
  if (condition.mechanism != Mechanism::kOther)
    AddFact(library.say("Works by"), library.say(Label(condition.mechanism)), model);
  if (condition.graded) AddFact(library.say("Graded"), library.say("The more, the more"), model);
  if (condition.form == Form::kIf)
    AddFact(library.say("Read as"),
            library.say(condition.contrast ? "Makes a difference, as the coders read it"
                                           : "Holds with it; says nothing of the case without"),
            model);
  AddLinks(library, library.say("Topics"), Refs(Table::kTopics, condition.topics), model);
  AddClaims(library, FindOutcome(library, session.state.target), library.say("Who says so"),
            library.index.claims_about_condition[id], {}, model);
}

void InspectActor(const Library& library, const Session& session, ActorId id,
                  InspectorModel* model) {
  const Dataset& dataset = library.dataset;
  const Actor& actor = dataset[id];
  const Outcome outcome = FindOutcome(library, session.state.target);
  model->kind += " · " + library.say(Label(actor.kind));
  model->title = actor.name;
  model->lead = HeardWords(library, id);
  AddAnswers(library, session.state, outcome, id, model);
  std::vector<std::string> aliases(actor.aliases.begin(), actor.aliases.end());
  AddFact(library.say("Also called"), library.say.Join(aliases), model);
  if (actor.part_of) {
    const RecordRef whole{Table::kActors, actor.part_of.index()};
    AddLinks(library, library.say("Part of"), {&whole, 1}, model);
  }
  Fact affiliations{library.say("Described as"), {}};
  for (const Affiliation& line : actor.affiliations) {
    Link link{std::string(line.as), std::nullopt};
    if (line.passage) {
      const Ref ref = RefOf(library, line.passage);
      link.text = library.say("{0} ({1})", {link.text, ref.short_words});
      link.go = OpenPlace{ref.passage};
    }
    affiliations.values.push_back(std::move(link));
  }
  if (!affiliations.values.empty()) model->facts.push_back(std::move(affiliations));
  AddLinks(library, library.say("Not to be confused with"),
           Refs(Table::kActors, actor.distinct_from), model);
  const std::span<const ClaimId> held = library.index.claims_held[id];
  std::vector<ClaimId> direct, passed_on;
  for (const ClaimId claim : held)
    if (BearingOf(library, outcome, dataset[claim]) == Bearing::kDirect) direct.push_back(claim);
  for (const ClaimId claim : library.index.claims_mentioning[id])
    if (dataset[claim].holder() != id) passed_on.push_back(claim);
  const Action all{"show-all", library.say("Show all {0}", {std::to_string(held.size())}),
                   ShowClaims(session.state, query::Facet::kHolder, actor.id), "", false};
  if (outcome.target)
    AddClaims(library, outcome, library.say("On: {0}", {dataset[outcome.target].label}), direct,
              all, model);
  AddClaims(library, outcome, library.say("What it is said to hold"), held, all, model);
  AddClaims(library, outcome, library.say("What it passes on"), passed_on, {}, model);
  std::vector<ClaimId> about;
  for (const PropositionId p : library.index.propositions_of_actor[id])
    for (const ClaimId claim : library.index.claims_about_proposition[p])
      if (dataset[claim].holder() != id) about.push_back(claim);
  if (held.empty())
    AddClaims(library, outcome, library.say("What is said of it"), Merge({about}), {}, model);
  std::vector<RecordRef> members;
  for (std::uint32_t i = 0; i < dataset.actors.size(); ++i)
    if (dataset.actors[i].part_of == id) members.push_back({Table::kActors, i});
  AddLinks(library, library.say("Parts"), members, model);
}

void InspectPassage(const Library& library, const Session& session, PassageId id,
                    InspectorModel* model) {
  const Passage& passage = library.dataset[id];
  const RecordRef document{Table::kDocuments, passage.document.index()};
  model->title = NameOf(library, {Table::kPassages, id.index()});
  AddLinks(library, library.say("Text"), {&document, 1}, model);
  AddFact(library.say("Section"), passage.section, model);
  AddFact(library.say("Length"),
          library.say.Counted(passage.end - passage.start, "{0} character", "{0} characters"),
          model);
  AddFact(library.say("Place in the text"),
          library.say("{0} to {1}", {std::to_string(passage.start), std::to_string(passage.end)}),
          model);
  if (passage.role != PassageRole::kBody)
    AddFact(library.say("Role"), library.say(Label(passage.role)), model);
  if (passage.repeats) {
    const RecordRef first{Table::kPassages, passage.repeats.index()};
    AddLinks(library, library.say("Repeats"), {&first, 1}, model);
  }
  if (passage.quality != Quality::kSound)
    AddFact(library.say("Quality"), library.say(Label(passage.quality)), model);
  AddFact(library.say("Copy"), CheckOf(library, session, id).words, model, FactKey::kCopy);
  model->check = QuestionOf(library, session, id);
  model->refs = {RefOf(library, id)};
  model->note = passage.note;
  AddClaims(library, FindOutcome(library, session.state.target), library.say("Coded here"),
            library.index.claims_at_passage[id], {}, model);
}

void InspectDocument(const Library& library, const Session& session, DocumentId id,
                     InspectorModel* model) {
  const Document& document = library.dataset[id];
  model->kind = library.say("{0} {1}##kind of record, letter", {model->kind, LetterOf(id)});
  model->title = document.title;
  AddLinks(library, library.say("By"), Refs(Table::kActors, document.creators), model);
  if (!document.published.empty())
    AddFact(library.say("Published"), DateWords(document.published, library.say), model);
  AddFact(library.say("How the date is known"), document.date_basis, model);
  AddFact(library.say("In"), document.container, model);
  if (!document.url.empty())
    model->facts.push_back({library.say("Address"),
                            {{std::string(document.url), OpenUrl{std::string(document.url)}}}});
  AddFact(library.say("Kind of text"), document.genre, model);
  AddFact(library.say("Language"), document.language, model);
  AddFact(library.say("Rights"), document.rights, model);
  AddFact(library.say("Coding"), library.say(Label(document.coded)), model);
  AddFact(library.say("Text"),
          library.say.Counted(document.text.code_points, "{0} character", "{0} characters"), model);
  for (const Text note : document.notes) AddFact(library.say("Note"), note, model);
  const auto claims = library.index.claims_in_document[id];
  AddClaims(library, FindOutcome(library, session.state.target), library.say("Coded in it"), claims,
            Action{"show-all", library.say("Show all {0}", {std::to_string(claims.size())}),
                   ShowClaims(session.state, query::Facet::kDocument, document.id), "", false},
            model);
}

void InspectEvent(const Library& library, EventId id, InspectorModel* model) {
  const Event& event = library.dataset[id];
  const RecordRef about{Table::kPropositions, event.proposition.index()};
  model->kind += " · " + library.say(Label(event.status));
  model->title = NameOf(library, about);
  AddLinks(library, library.say("What"), {&about, 1}, model);
  AddFact(library.say("When"),
          event.when.empty() ? library.say("No date given") : DateWords(event.when, library.say),
          model);
  AddFact(library.say("Where"), event.place, model);
  AddFact(library.say("How it is known"), event.basis, model);
  for (const Participant& one : event.participants) {
    const RecordRef actor{Table::kActors, one.actor.index()};
    AddLinks(library, one.role.empty() ? library.say("Takes part") : Capital(one.role), {&actor, 1},
             model);
  }
  AddPassages(library, event.passages, model);
}

void InspectQuantity(const Library& library, const Session& session, QuantityId id,
                     InspectorModel* model) {
  const Quantity& quantity = library.dataset[id];
  model->title = quantity.measure;
  const Say& say = library.say;
  std::string amount, range;
  if (quantity.value) amount = Number(*quantity.value);
  if (quantity.low && quantity.high)
    range = say("{0} to {1}", {Number(*quantity.low), Number(*quantity.high)});
  else if (quantity.low)
    range = say("at least {0}", {Number(*quantity.low)});
  else if (quantity.high)
    range = say("at most {0}", {Number(*quantity.high)});
  amount += range;
  if (quantity.approx != Approx::kExact)
    amount = say("{0} {1}##about, number", {say(Label(quantity.approx)), amount});
  AddFact(library.say("Given as"), say("{0} {1}##number, unit", {amount, quantity.unit}), model,
          FactKey::kAmount);
  AddFact(library.say("Against"), quantity.baseline, model);
  if (!quantity.as_of.empty())
    AddFact(library.say("As of"), DateWords(quantity.as_of, library.say), model);
  if (quantity.forecast) AddFact(library.say("Kind"), library.say("A forecast"), model);
  AddClaims(library, FindOutcome(library, session.state.target), library.say("Who gives it"),
            library.index.claims_about_quantity[id], {}, model);
}

void InspectTopic(const Library& library, const Session& session, TopicId id,
                  InspectorModel* model) {
  const Topic& topic = library.dataset[id];
  model->title = topic.label;
  model->gloss = MarkHedges(topic.gloss, {});
  query::ClaimFilter filter;
  filter.values[static_cast<std::size_t>(query::Facet::kTopic)] = {std::string(topic.id)};
  const std::vector<ClaimId> claims = library.facets.Find(filter);
  AddClaims(library, FindOutcome(library, session.state.target), library.say("Claims"), claims,
            Action{"show-all", library.say("Show all {0}", {std::to_string(claims.size())}),
                   ShowClaims(session.state, query::Facet::kTopic, topic.id), "", false},
            model);
}

void InspectRelation(const Library& library, RelationId id, InspectorModel* model) {
  const Relation& relation = library.dataset[id];
  model->title = library.say(RelationKey(library.dataset, relation));
  model->kind += " · " + model->title;
  const RecordRef from{Table::kClaims, relation.from.index()};
  const RecordRef to{Table::kClaims, relation.to.index()};
  AddLinks(library, library.say("From"), {&from, 1}, model);
  AddLinks(library, library.say("To"), {&to, 1}, model);
  if (relation.by) {
    const RecordRef by{Table::kActors, relation.by.index()};
    AddLinks(library, library.say("Says"), {&by, 1}, model);
  } else {
    AddFact(library.say("Says"), library.say("The coders"), model);
  }
  if (relation.scheme != Scheme::kOther)
    AddFact(library.say("Argues"), library.say(Label(relation.scheme)), model);
  AddFact(library.say("How clear"), library.say(Label(relation.strength)), model);
  AddPassages(library, relation.passages, model);
  model->note = relation.note;
}

void InspectRecord(const Library& library, const Session& session, RecordRef record,
                   InspectorModel* model) {
  const std::uint32_t i = record.index;
  switch (record.table) {
    case Table::kDocuments:
      InspectDocument(library, session, DocumentId(i), model);
      break;
    case Table::kPassages:
      InspectPassage(library, session, PassageId(i), model);
      break;
    case Table::kActors:
      InspectActor(library, session, ActorId(i), model);
      break;
    case Table::kPropositions:
      InspectProposition(library, session, PropositionId(i), model);
      break;
    case Table::kConditions:
      InspectCondition(library, session, ConditionId(i), model);
      break;
    case Table::kClaims:
      InspectClaim(library, session, ClaimId(i), model);
      break;
    case Table::kRelations:
      InspectRelation(library, RelationId(i), model);
      break;
    case Table::kEvents:
      InspectEvent(library, EventId(i), model);
      break;
    case Table::kQuantities:
      InspectQuantity(library, session, QuantityId(i), model);
      break;
    case Table::kTopics:
      InspectTopic(library, session, TopicId(i), model);
      break;
    case Table::kQuestions:
      model->title = library.dataset.questions[i].title;
      model->lead = library.dataset.questions[i].text;
      break;
  }
  const std::vector<Text> keywords = query::KeywordsOf(library.dataset, record);
  AddFact(library.say("Keywords"),
          library.say.Join(std::vector<std::string>(keywords.begin(), keywords.end())), model);
}

}  // namespace proviso::view

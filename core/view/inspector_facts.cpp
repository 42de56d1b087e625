#include "core/view/inspector_facts.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "core/base/sort.h"
#include "core/view/actors_model.h"
#include "core/view/answer_model.h"
#include "core/view/answer_words.h"
#include "core/view/answers.h"
#include "core/view/change_words.h"
#include "core/view/wording.h"

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
    fact.values.push_back({LiteralWords(library, literal),
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
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", value);
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
    row.note = std::string(outgoing ? "This one → that one: " : "That one → this one: ") +
               std::string(Label(relation.type)) + ", as " +
               (relation.by ? std::string(library.dataset[relation.by].name) + " says"
                            : std::string("the coder reads it")) +
               (relation.note.empty() ? "" : ". " + std::string(relation.note));
    row.id = relation.id;
    list.rows.push_back(std::move(row));
  }
  if (list.rows.empty()) return;
  list.title = "Beside other claims (" + std::to_string(list.rows.size()) + ")";
  model->related.push_back(std::move(list));
}

/// What an actor's own words come to on the outcome under what is supposed: a line for each way in
/// which he reaches us, which leads to its reasons.
void AddAnswers(const Library& library, const ViewState& state, const Outcome& outcome, ActorId id,
                InspectorModel* model) {
  if (!outcome.target) return;
  const Dataset& dataset = library.dataset;
  const reason::Scenario scenario = ScenarioOf(dataset, state.on, state.off, state.strict);
  Fact fact{"On the outcome", {}};
  for (std::uint32_t i = 0; i < library.views.size() && fact.values.size() < kAnswersAtMost; ++i) {
    const reason::ViewIndex view(i);
    if (library.views[view].actor != id || library.views.chains[view].empty()) continue;
    const reason::Answer answer =
        reason::Ask(dataset, library.views, view, Literal(outcome.target), scenario);
    std::string words = LevelOf(answer);
    if (answer.direction != reason::Direction::kNone) words += "; " + DirectionOf(answer);
    if (const auto lacks = LacksOnly(dataset, library.views, answer, scenario))
      words = "Silent until you suppose " + Quoted(LiteralWords(dataset, *lacks));
    const reason::ViewIndex outer = library.views[view].outer;
    if (outer) words += " (told by " + std::string(dataset[library.views[outer].actor].name) + ")";
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
  const Outcome outcome = FindOutcome(library, session.state);
  model->kind += " · " + std::string(Label(claim.kind));
  if (claim.act != Act::kAssertive) model->kind += " · " + std::string(Label(claim.act));
  model->sign = SignOf(library, outcome, claim);
  model->strength = StrengthOf(library, claim);
  model->gloss = GlossOf(library, claim);
  model->chain = ChainOf(library, claim);
  model->refs = RefsOf(library, claim);
  model->note = claim.coding.note;
  switch (claim.about.kind) {
    case AboutKind::kProposition: {
      const RecordRef about{Table::kPropositions, claim.about.literal.proposition().index()};
      AddLinks(library, claim.about.literal.negated() ? "Says that it is not so" : "About",
               {&about, 1}, model);
      break;
    }
    case AboutKind::kCondition: {
      const RecordRef about{Table::kConditions, claim.about.condition.index()};
      model->facts.push_back({"Link",
                              {{ConditionWords(library, dataset[claim.about.condition]),
                                Select{std::string(dataset.IdOf(about))}}}});
      break;
    }
    case AboutKind::kQuantity: {
      const RecordRef about{Table::kQuantities, claim.about.quantity.index()};
      AddLinks(library, "Figure", {&about, 1}, model);
      break;
    }
    case AboutKind::kComparison:
      AddLinks(library, "Ranks higher", {&claim.about.more, 1}, model);
      if (claim.about.less) AddLinks(library, "Than", {&claim.about.less, 1}, model);
      break;
  }
  std::vector<std::string> hedges;
  for (const Text hedge : claim.hedges) hedges.push_back(Quoted(hedge));
  AddFact("Hedges", JoinWords(hedges), model);
  for (const ChainStep& step : model->chain)
    if (!step.hedge.empty())
      AddFact("Not sure that " + step.name + " says so", Quoted(step.hedge), model);
  if (claim.basis != Basis::kUnstated) AddFact("Basis", Label(claim.basis), model);
  if (!claim.as_of.empty()) AddFact("As of", DateWords(claim.as_of), model);
  AddLinks(library, "Topics", Refs(Table::kTopics, claim.topics), model);
  std::vector<std::string> inferred;
  for (const Inferred what : claim.inferred) inferred.emplace_back(Label(what));
  AddFact("Read in by the coder", JoinWords(inferred), model);
  AddFact("Coder’s certainty", Label(claim.coding.confidence), model);
  AddFact("Copy", CheckOf(library, session, claim).words, model);
  for (const PassageId passage : claim.passages)
    if (!model->check) model->check = QuestionOf(library, session, passage);
  AddRelations(library, outcome, id, model);
}

void InspectProposition(const Library& library, const Session& session, PropositionId id,
                        InspectorModel* model) {
  const Dataset& dataset = library.dataset;
  const Proposition& p = dataset[id];
  const Outcome outcome = FindOutcome(library, session.state);
  model->kind += " · " + std::string(Label(p.kind));
  model->title = p.label;
  model->gloss = MarkHedges(p.gloss, {});
  const Lever lever = LeverOf(session.state, p.id);
  AddFact("You suppose", lever == Lever::kOpen ? "" : Label(lever), model);
  AddLinks(library, "Actors", Refs(Table::kActors, p.actors), model);
  if (!p.window.empty()) AddFact("When", DateWords(p.window), model);
  AddLinks(library, "Excludes, by definition", Refs(Table::kPropositions, p.excludes), model);
  for (const Near& near : p.near) {
    const RecordRef to{Table::kPropositions, near.to.index()};
    AddLinks(library, Label(near.how), {&to, 1}, model);
  }
  AddLinks(library, "Topics", Refs(Table::kTopics, p.topics), model);
  const query::Index& index = library.index;
  const auto said = [&](std::span<const ConditionId> links) {
    std::vector<ClaimId> claims;
    for (const ConditionId link : links)
      for (const ClaimId claim : index.claims_about_condition[link]) claims.push_back(claim);
    return Merge({claims});
  };
  AddClaims(library, outcome, "Links from it", said(index.conditions_from[id]), {}, model);
  AddClaims(library, outcome, "Links to it", said(index.conditions_to[id]), {}, model);
  AddClaims(library, outcome, "Said of it", index.claims_about_proposition[id], {}, model);
  AddLinks(library, "Events", Refs(Table::kEvents, index.events_of_proposition[id]), model);
}

void InspectCondition(const Library& library, const Session& session, ConditionId id,
                      InspectorModel* model) {
  const Condition& condition = library.dataset[id];
  model->kind += " · " + std::string(Label(condition.form));
  model->title = ConditionWords(library, condition);
  model->gloss = MarkHedges(condition.gloss, {});
  AddLiterals(library, "Condition", condition.antecedents, model);
  AddLiterals(library, "Unless", condition.unless, model);
  AddLiterals(library, "Leads to", {&condition.consequent, 1}, model);
  if (condition.mechanism != Mechanism::kOther)
    AddFact("Works by", Label(condition.mechanism), model);
  if (condition.graded) AddFact("Graded", "The more, the more", model);
  if (condition.form == Form::kIf)
    AddFact("Read as",
            condition.contrast ? "Makes a difference, as the coder reads it"
                               : "Holds with it; says nothing of the case without",
            model);
  AddLinks(library, "Topics", Refs(Table::kTopics, condition.topics), model);
  AddClaims(library, FindOutcome(library, session.state), "Who says so",
            library.index.claims_about_condition[id], {}, model);
}

void InspectActor(const Library& library, const Session& session, ActorId id,
                  InspectorModel* model) {
  const Dataset& dataset = library.dataset;
  const Actor& actor = dataset[id];
  const Outcome outcome = FindOutcome(library, session.state);
  model->kind += " · " + std::string(Label(actor.kind));
  model->title = actor.name;
  model->lead = HeardWords(library, id);
  AddAnswers(library, session.state, outcome, id, model);
  std::vector<std::string> aliases(actor.aliases.begin(), actor.aliases.end());
  AddFact("Also called", JoinWords(aliases), model);
  if (actor.part_of) {
    const RecordRef whole{Table::kActors, actor.part_of.index()};
    AddLinks(library, "Part of", {&whole, 1}, model);
  }
  Fact affiliations{"Described as", {}};
  for (const Affiliation& line : actor.affiliations) {
    Link link{std::string(line.as), std::nullopt};
    if (line.passage) {
      const Ref ref = RefOf(library, line.passage);
      link.text += " (" + ref.short_words + ")";
      link.go = ref.open;
    }
    affiliations.values.push_back(std::move(link));
  }
  if (!affiliations.values.empty()) model->facts.push_back(std::move(affiliations));
  AddLinks(library, "Not to be confused with", Refs(Table::kActors, actor.distinct_from), model);
  const std::span<const ClaimId> held = library.index.claims_held[id];
  std::vector<ClaimId> direct, passed_on;
  for (const ClaimId claim : held)
    if (BearingOf(library, outcome, dataset[claim]) == Bearing::kDirect) direct.push_back(claim);
  for (const ClaimId claim : library.index.claims_mentioning[id])
    if (dataset[claim].holder() != id) passed_on.push_back(claim);
  const Action all{"show-all", "Show all " + std::to_string(held.size()),
                   ShowClaims(session.state, query::Facet::kHolder, actor.id), "", false};
  if (outcome.target)
    AddClaims(library, outcome, "On: " + std::string(dataset[outcome.target].label), direct, all,
              model);
  AddClaims(library, outcome, "What it is said to hold", held, all, model);
  AddClaims(library, outcome, "What it passes on", passed_on, {}, model);
  std::vector<ClaimId> about;
  for (const PropositionId p : library.index.propositions_of_actor[id])
    for (const ClaimId claim : library.index.claims_about_proposition[p])
      if (dataset[claim].holder() != id) about.push_back(claim);
  if (held.empty()) AddClaims(library, outcome, "What is said of it", Merge({about}), {}, model);
  std::vector<RecordRef> members;
  for (std::uint32_t i = 0; i < dataset.actors.size(); ++i)
    if (dataset.actors[i].part_of == id) members.push_back({Table::kActors, i});
  AddLinks(library, "Parts", members, model);
}

void InspectPassage(const Library& library, const Session& session, PassageId id,
                    InspectorModel* model) {
  const Passage& passage = library.dataset[id];
  const RecordRef document{Table::kDocuments, passage.document.index()};
  model->title = NameOf(library, {Table::kPassages, id.index()});
  AddLinks(library, "Text", {&document, 1}, model);
  AddFact("Section", passage.section, model);
  AddFact("Length", Counted(passage.end - passage.start, "character", "characters"), model);
  AddFact("Place in the text", std::to_string(passage.start) + " to " + std::to_string(passage.end),
          model);
  if (passage.role != PassageRole::kBody) AddFact("Role", Label(passage.role), model);
  if (passage.repeats) {
    const RecordRef first{Table::kPassages, passage.repeats.index()};
    AddLinks(library, "Repeats", {&first, 1}, model);
  }
  if (passage.quality != Quality::kSound) AddFact("Quality", Label(passage.quality), model);
  AddFact("Copy", CheckOf(library, session, id).words, model);
  model->check = QuestionOf(library, session, id);
  model->refs = {RefOf(library, id)};
  model->note = passage.note;
  AddClaims(library, FindOutcome(library, session.state), "Coded here",
            library.index.claims_at_passage[id], {}, model);
}

void InspectDocument(const Library& library, const Session& session, DocumentId id,
                     InspectorModel* model) {
  const Document& document = library.dataset[id];
  model->kind += " " + LetterOf(id);
  model->title = document.title;
  AddLinks(library, "By", Refs(Table::kActors, document.creators), model);
  if (!document.published.empty()) AddFact("Published", DateWords(document.published), model);
  AddFact("How the date is known", document.date_basis, model);
  AddFact("In", document.container, model);
  if (!document.url.empty())
    model->facts.push_back(
        {"Address", {{std::string(document.url), OpenUrl{std::string(document.url)}}}});
  AddFact("Kind of text", document.genre, model);
  AddFact("Language", document.language, model);
  AddFact("Rights", document.rights, model);
  AddFact("Coding", Label(document.coded), model);
  AddFact("Text", Counted(document.text.code_points, "character", "characters"), model);
  for (const Text note : document.notes) AddFact("Note", note, model);
  const auto claims = library.index.claims_in_document[id];
  AddClaims(library, FindOutcome(library, session.state), "Coded in it", claims,
            Action{"show-all", "Show all " + std::to_string(claims.size()),
                   ShowClaims(session.state, query::Facet::kDocument, document.id), "", false},
            model);
}

void InspectEvent(const Library& library, EventId id, InspectorModel* model) {
  const Event& event = library.dataset[id];
  const RecordRef about{Table::kPropositions, event.proposition.index()};
  model->kind += " · " + std::string(Label(event.status));
  model->title = NameOf(library, about);
  AddLinks(library, "What", {&about, 1}, model);
  AddFact("When", event.when.empty() ? "No date given" : DateWords(event.when), model);
  AddFact("Where", event.place, model);
  AddFact("How it is known", event.basis, model);
  for (const Participant& one : event.participants) {
    const RecordRef actor{Table::kActors, one.actor.index()};
    AddLinks(library, one.role.empty() ? "Takes part" : Capital(one.role), {&actor, 1}, model);
  }
  AddPassages(library, event.passages, model);
}

void InspectQuantity(const Library& library, const Session& session, QuantityId id,
                     InspectorModel* model) {
  const Quantity& quantity = library.dataset[id];
  model->title = quantity.measure;
  std::string amount;
  if (quantity.approx != Approx::kExact) amount = std::string(Label(quantity.approx)) + " ";
  if (quantity.value) amount += Number(*quantity.value);
  if (quantity.low && quantity.high)
    amount += Number(*quantity.low) + " to " + Number(*quantity.high);
  else if (quantity.low)
    amount += "at least " + Number(*quantity.low);
  else if (quantity.high)
    amount += "at most " + Number(*quantity.high);
  AddFact("Given as", amount + " " + std::string(quantity.unit), model);
  AddFact("Against", quantity.baseline, model);
  if (!quantity.as_of.empty()) AddFact("As of", DateWords(quantity.as_of), model);
  if (quantity.forecast) AddFact("Kind", "A forecast", model);
  AddClaims(library, FindOutcome(library, session.state), "Who gives it",
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
  AddClaims(library, FindOutcome(library, session.state), "Claims", claims,
            Action{"show-all", "Show all " + std::to_string(claims.size()),
                   ShowClaims(session.state, query::Facet::kTopic, topic.id), "", false},
            model);
}

void InspectRelation(const Library& library, RelationId id, InspectorModel* model) {
  const Relation& relation = library.dataset[id];
  model->kind += " · " + std::string(Label(relation.type));
  model->title = Label(relation.type);
  const RecordRef from{Table::kClaims, relation.from.index()};
  const RecordRef to{Table::kClaims, relation.to.index()};
  AddLinks(library, "From", {&from, 1}, model);
  AddLinks(library, "To", {&to, 1}, model);
  if (relation.by) {
    const RecordRef by{Table::kActors, relation.by.index()};
    AddLinks(library, "Says", {&by, 1}, model);
  } else {
    AddFact("Says", "The coder", model);
  }
  if (relation.scheme != Scheme::kOther) AddFact("Argues", Label(relation.scheme), model);
  AddFact("How clear", Label(relation.strength), model);
  AddPassages(library, relation.passages, model);
  model->note = relation.note;
}

}  // namespace proviso::view

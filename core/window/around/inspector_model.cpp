#include "core/window/around/inspector_model.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/state/change_words.h"
#include "core/state/cite.h"
#include "core/state/pair.h"
#include "core/state/passing.h"
#include "core/state/sides.h"
#include "core/views/actors/model.h"
#include "core/views/claims/model.h"
#include "core/views/map/model.h"
#include "core/voice/compare.h"
#include "core/window/around/inspector_facts.h"
#include "core/window/around/inspector_pair.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kClaimsAtMost = 12;

/// True if the filters hide `id`. Only claims are filtered.
bool Hidden(const Library& library, const ViewState& state, ClaimId id) {
  if (state.claims.empty()) return false;
  const std::vector<ClaimId> passing = PassingClaims(library, state);
  return !std::binary_search(passing.begin(), passing.end(), id);
}

/// What leads to the map, and on the map to one voice's arrows.
void AddMapActions(const Library& library, const ViewState& state, RecordRef record,
                   InspectorModel* model) {
  const Dataset& dataset = library.dataset;
  if (record.table == Table::kActors) {
    const auto held = library.index.claims_held[ActorId(record.index)];
    if (std::none_of(held.begin(), held.end(),
                     [&](ClaimId id) { return dataset[id].about.kind == AboutKind::kCondition; }))
      return;
    ViewState next = state;
    next.view = ViewId::kMap;
    next.arrows = model->id;
    next.camera = {};
    model->actions.push_back({"show-on-map", library.say("Its arrows on the map"),
                              SetState{std::move(next)}, "", false});
    return;
  }
  if (state.view == ViewId::kMap && record.table == Table::kConditions) {
    const auto claims = library.index.claims_about_condition[ConditionId(record.index)];
    if (claims.empty()) return;
    const Actor& holder = dataset[dataset[claims[0]].holder()];
    const bool only = state.arrows == holder.id;
    model->actions.push_back(
        {"only-voice",
         library.say(only ? "Everybody’s arrows" : "Only arrows of {0}", {holder.name}),
         SetField{"arrows", only ? std::string() : EncodedText(holder.id)}, "", false});
    return;
  }
  std::optional<ViewState> map = MapStateOf(library, state, record);
  if (map && (state.view != ViewId::kMap || map->target != state.target))
    model->actions.push_back(
        {"show-on-map", library.say("Show on map"), SetState{*std::move(map)}, "", false});
}

/// What is said of an event, and what else is said where it stands in the text.
void AddClaimsOf(const Library& library, const ViewState& state, const Event& event,
                 InspectorModel* model) {
  const Outcome outcome = FindOutcome(library, state.target);
  const auto of_it = library.index.claims_about_proposition[event.proposition];
  AddClaims(library, outcome, library.say("Said of it"), of_it, {}, model);
  std::vector<ClaimId> beside;
  for (const PassageId passage : event.passages)
    for (const ClaimId id : library.index.claims_at_passage[passage])
      if (std::find(of_it.begin(), of_it.end(), id) == of_it.end() &&
          std::find(beside.begin(), beside.end(), id) == beside.end())
        beside.push_back(id);
  AddClaims(library, outcome, library.say("Said where it stands in the text"), beside, {}, model);
}

void AddActions(const Library& library, const Session& session, RecordRef record,
                InspectorModel* model) {
  const ViewState& state = session.state;
  const Dataset& dataset = library.dataset;
  const Say& say = library.say;
  if (session.editing_allowed)
    model->actions.push_back({"edit", say("Edit"), ShowForm{model->id}, "E", false});
  if (FirstPassage(library, record))
    model->actions.push_back(
        {"open-paragraph", say("Open paragraph"), OpenPlace{model->id}, "O", true});
  if (const PropositionId p = Supposable(library, record)) {
    const std::string id(dataset[p].id);
    const Lever lever = LeverOf(state, id);
    const bool itself = record.table == Table::kPropositions;
    const std::string_view key =
        lever == Lever::kOn    ? (itself ? Key("Suppose it off") : Key("Suppose: {0}, off"))
        : lever == Lever::kOff ? (itself ? Key("Leave it open") : Key("Suppose: {0}, open"))
                               : (itself ? Key("Suppose it") : Key("Suppose: {0}"));
    model->actions.push_back({"suppose", say(key, {dataset[p].label}), CycleLever{id}, "S", false});
    if (itself && !library.index.conditions_to[p].empty())
      model->actions.push_back(
          {"ask", say("Ask about it"), SetField{"t", EncodedText(id), true}, "", false});
  }
  if (record.table == Table::kActors)
    model->actions.push_back({"show-claims", say("Show its claims"),
                              ShowClaims(state, query::Facet::kHolder, model->id), "", false});
  const bool has_row = record.table == Table::kActors || record.table == Table::kPropositions;
  if (has_row && state.view != ViewId::kMatrix) {
    ViewState matrix = state;
    matrix.view = ViewId::kMatrix;
    model->actions.push_back(
        {"show-matrix", say("Show in the matrix"), SetState{std::move(matrix)}, "", false});
  }
  if (record.table == Table::kDocuments)
    model->actions.push_back({"show-claims", say("Show its claims"),
                              ShowClaims(state, query::Facet::kDocument, model->id), "", false});
  if (record.table == Table::kTopics)
    model->actions.push_back({"show-claims", say("Show its claims"),
                              ShowClaims(state, query::Facet::kTopic, model->id), "", false});
  if (record.table == Table::kPropositions &&
      library.facets.Knows(query::Facet::kProposition, model->id))
    model->actions.push_back({"show-claims", say("Show claims that speak of it"),
                              ShowClaims(state, query::Facet::kProposition, model->id), "", false});
  if (record.table == Table::kActors && state.view == ViewId::kActors)
    for (Action& action : ActorsActions(library, state, ActorId(record.index)))
      model->actions.push_back(std::move(action));
  AddMapActions(library, state, record, model);
  if (state.view != ViewId::kCompare)
    if (std::optional<ViewState> compare = CompareStateOf(library, state, record))
      model->actions.push_back(
          {"compare", say("Compare##verb"), SetState{*std::move(compare)}, "C", false});
  model->actions.push_back({"cite", say("Cite…"),
                            CopyText{CiteWords(library, session, record), say("a citation")}, "",
                            false});
  model->actions.push_back(
      {"report", say("Report a coding error"), ReportError{model->id}, "", false});
}

}  // namespace

void AddFact(std::string_view label, std::string_view value, InspectorModel* model, FactKey key) {
  if (!value.empty())
    model->facts.push_back({std::string(label), {{std::string(value), std::nullopt}}, key});
}

void AddLinks(const Library& library, std::string_view label, std::span<const RecordRef> records,
              InspectorModel* model) {
  Fact fact{std::string(label), {}};
  for (const RecordRef record : records)
    if (record)
      fact.values.push_back(
          {NameOf(library, record), Select{std::string(library.dataset.IdOf(record))}});
  if (!fact.values.empty()) model->facts.push_back(std::move(fact));
}

RelatedRow RowOf(const Library& library, const Outcome& outcome, ClaimId id) {
  const Claim& claim = library.dataset[id];
  RelatedRow row;
  row.id = claim.id;
  row.sign = SignOf(library, outcome, claim);
  row.text = GlossOf(library, claim);
  std::vector<std::string> voices;
  for (const Step& step : claim.attribution)
    if (step.stance != Stance::kAsserts)
      voices.push_back(
          library.say("{0} {1}##who, does what",
                      {library.dataset[step.actor].name,
                       library.say(Label(step.stance, IsPlural(library.dataset[step.actor])))}));
  voices.push_back(std::string(library.dataset[claim.holder()].name));
  for (std::size_t i = 0; i < voices.size(); ++i) row.note += (i > 0 ? " → " : "") + voices[i];
  row.refs = RefsOf(library, claim);
  row.open = Select{row.id};
  return row;
}

void AddClaims(const Library& library, const Outcome& outcome, std::string_view title,
               std::span<const ClaimId> claims, std::optional<Action> more, InspectorModel* model) {
  if (claims.empty()) return;
  RelatedList list;
  list.title = library.say("{0} ({1})", {title, std::to_string(claims.size())});
  for (const ClaimId id : claims.subspan(0, std::min(claims.size(), kClaimsAtMost)))
    list.rows.push_back(RowOf(library, outcome, id));
  if (claims.size() > kClaimsAtMost) list.more = std::move(more);
  model->related.push_back(std::move(list));
}

Command ShowClaims(const ViewState& state, query::Facet facet, std::string_view value) {
  ViewState next = state;
  next.view = ViewId::kClaims;
  next.claims = {};
  next.claims.filter.values[static_cast<std::size_t>(facet)] = {std::string(value)};
  return SetState{std::move(next)};
}

std::optional<InspectorModel> BuildInspectorModel(const Library& library, const Session& session) {
  const ViewState& state = session.state;
  if (state.selection.empty()) return std::nullopt;
  InspectorModel model;
  model.id = state.selection;
  model.close = Select{};
  if (PairOf(state.selection)) {
    InspectPair(library, session, &model);
    return model;
  }
  const RecordRef record = library.dataset.Find(state.selection);
  if (!record) {
    model.kind = library.say("Not in this dataset");
    model.title = NameOfId(library, state.selection);
    model.lead = library.say("The link names a record that this dataset does not have.");
    return model;
  }
  model.kind = library.say(Label(record.table));
  InspectRecord(library, session, record, &model);
  if (record.table == Table::kClaims && Hidden(library, state, ClaimId(record.index)))
    model.hidden =
        Action{"show-hidden", library.say("Hidden by filters. Show it"), ClearFilters{}, "", false};
  if (record.table == Table::kEvents)
    AddClaimsOf(library, state, library.dataset.events[record.index], &model);
  AddActions(library, session, record, &model);
  const auto note = session.notes->by_record.find(model.id);
  const bool kept = session.notes_kept && !session.notes_locked;
  model.note_field = NoteField{note == session.notes->by_record.end() ? "" : note->second,
                               library.say(kept ? "Saved only in this browser"
                                                : "Lasts for this visit: nothing can be kept here"),
                               SetNote{model.id, ""}};
  return model;
}

InspectorModel BuildActorProfile(const Library& library, const Session& session, ActorId actor) {
  Session on_actor;
  on_actor.state = session.state;
  on_actor.state.selection = library.dataset[actor].id;
  return *BuildInspectorModel(library, on_actor);
}

}  // namespace proviso::view

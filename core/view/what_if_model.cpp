#include "core/view/what_if_model.h"

#include <algorithm>
#include <set>
#include <span>
#include <tuple>

#include "core/base/sort.h"
#include "core/view/change_words.h"
#include "core/view/claims_model.h"
#include "core/view/what_if_views.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

constexpr std::size_t kColumnsAtMost = 24;

std::vector<std::string> Names(const Library& library, std::span<const ActorId> actors) {
  std::vector<std::string> names;
  for (const ActorId actor : actors) names.emplace_back(library.dataset[actor].name);
  return names;
}

/// What a claim presupposes, and how it bears: "If “A”", "“A” makes it less likely".
std::string LeadWords(const Library& library, const Claim& claim) {
  if (claim.about.kind != AboutKind::kCondition) return std::string();
  const Condition& link = library.dataset[claim.about.condition];
  const Say& say = library.say;
  std::string_view key = Key("It depends on {0}");
  const Sign sign = SignOf(link);
  if (sign == Sign::kMore) key = Key("{0} makes it more likely");
  if (sign == Sign::kLess) key = Key("{0} makes it less likely");
  if (sign == Sign::kNoEffect) key = Key("{0} makes no difference to it");
  if (link.form == Form::kIf) key = Key("If {0}");
  if (link.form == Form::kOnlyIf) key = Key("Only if {0}");
  if (link.form == Form::kEvenIf) key = Key("Even if {0}");
  std::string words = say(key, {QuotedLiterals(library.dataset, link.antecedents, say)});
  if (link.form == Form::kExplains)
    words = say("“{0}” would explain it", {library.dataset[link.consequent.proposition()].label});
  std::vector<std::string> unless;
  for (const Literal literal : link.unless)
    unless.push_back(say.Quoted(LiteralWords(library, literal)));
  if (!unless.empty()) words = say("{0}, unless {1}", {words, say.Join(unless, Key("{0} or {1}"))});
  return say.Capital(words);
}

/// Who in the chain keeps back, and how: "The writer doubts it".
std::string Reservations(const Library& library, const Claim& claim) {
  std::vector<std::string> notes;
  if (claim.act != Act::kAssertive) notes.push_back(library.say(Label(claim.act)));
  for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
    const Step& step = claim.attribution[i];
    if (!step.hedge.empty())
      notes.push_back(library.say("Not sure that it is said: “{0}”", {step.hedge}));
    if (step.stance == Stance::kAsserts || step.stance == Stance::kReports) continue;
    const Text next = library.dataset[claim.attribution[i + 1].actor].name;
    notes.push_back(library.say(
        "{0} {1}##who, does what",
        {library.dataset[step.actor].name, StanceWords(library.say, step.stance, next)}));
  }
  return library.say.Chain(Key("{0}. {1}"), notes);
}

Said SaidOf(const Library& library, const Outcome& outcome, ClaimId id) {
  const Claim& claim = library.dataset[id];
  Said said;
  said.claim = claim.id;
  said.lead = LeadWords(library, claim);
  said.sign = SignOf(library, outcome, claim);
  said.strength = StrengthOf(library, claim);
  said.text = GlossOf(library, claim);
  said.note = Reservations(library, claim);
  said.refs = RefsOf(library, claim);
  said.open = Select{said.claim};
  return said;
}

/// True for a statement about what is or was, of which the answers are not made.
bool IsStatus(const Dataset& dataset, PropositionId target, const Claim& claim) {
  if (claim.about.kind != AboutKind::kProposition) return false;
  for (const Near& near : dataset[claim.about.literal.proposition()].near)
    if (near.to == target && near.how == Nearness::kEarlier) return true;
  return false;
}

ViewColumn ColumnOf(const Library& library, const Outcome& outcome, const ViewState& state,
                    reason::ViewIndex view, const reason::Answer& answer) {
  const Dataset& dataset = library.dataset;
  ViewColumn column;
  for (const ActorId actor : reason::PathOf(library.views, view)) {
    column.path.emplace_back(dataset[actor].id);
    column.key += (column.key.empty() ? "" : "/") + column.path.back();
  }
  column.name = ViewName(library, view);
  column.through = ThroughWords(library, view);
  column.open_actor = Select{column.path.back()};
  column.level = LevelMark(library, answer);
  column.direction = DirectionMark(library.say, answer);
  const std::vector<ClaimId> used = ClaimsUsed(answer);
  if (answer.derived) {
    std::vector<std::string> places;
    for (const reason::Inference& step : answer.because.steps)
      for (const Ref& ref : RefsOf(library, dataset[step.claim])) places.push_back(ref.short_words);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    column.lead = library.say("Follows from what {0} says in {1}; {0} does not say it",
                              {column.name, library.say.Join(places)});
  }
  for (const ClaimId id : used) column.said.push_back(SaidOf(library, outcome, id));
  column.near = NearLines(library, answer);
  for (const reason::Note& note : answer.notes) {
    // What the reader sees beside each claim is not said again.
    if (note.kind == reason::NoteKind::kRanking)
      column.said.push_back(SaidOf(library, outcome, note.claim));
    if (note.kind == reason::NoteKind::kDispute)
      column.notes.push_back(library.say("{0} disputes this.", {dataset[note.actor].name}));
    if (note.kind == reason::NoteKind::kByDefinition)
      column.notes.push_back(library.say("Supposed with it, by definition: {0}.",
                                         {LiteralWords(library, note.literal)}));
    if (note.kind == reason::NoteKind::kAlreadySo)
      column.notes.push_back(
          library.say("Already so, it is said: {0}.", {LiteralWords(library, note.literal)}));
    if (note.kind == reason::NoteKind::kUncommitted && note.claim && used.empty())
      column.said.push_back(SaidOf(library, outcome, note.claim));
  }
  const std::size_t steps = answer.because.steps.size() + answer.pulls.size();
  column.why_words = steps == 0 ? library.say("Why?")
                                : library.say.Counted(steps, "Why? {0} step", "Why? {0} steps");
  const std::string path = PathWords(library, view);
  column.explained = state.why == path;
  column.why = SetField{"why", column.explained ? std::string() : EncodedText(path)};
  return column;
}

Missing MissingOf(const Library& library, Literal literal) {
  Missing missing;
  missing.proposition = library.dataset[literal.proposition()].id;
  missing.label = library.dataset[literal.proposition()].label;
  missing.needed = literal.negated() ? Lever::kOff : Lever::kOn;
  missing.suppose = Suppose{missing.proposition, missing.needed};
  return missing;
}

/// A view that is shown, before its column is made.
struct Shown {
  reason::ViewIndex view;
  bool answers = false;  ///< Else it lacks a single condition.
  std::tuple<bool, int, std::uint32_t> order;
};

/// Firmest first, own voices before reported ones; last what somebody on the way does not share.
bool Before(const Shown& a, const Shown& b) { return a.order < b.order; }

/// The views that have something to show, or would with one more condition.
std::vector<Shown> ShownViews(const Library& library, const Outcome& outcome, Answers* answers) {
  const Dataset& dataset = library.dataset;
  std::vector<Shown> shown;
  for (std::uint32_t i = 0; i < library.views.size(); ++i) {
    const reason::ViewIndex view(i);
    const reason::Verdict& verdict = answers->verdicts()[i];
    const bool live =
        verdict.status != reason::Status::kSilent || verdict.direction != reason::Direction::kNone;
    const auto claims = library.views.claims[view];
    const bool near = std::any_of(claims.begin(), claims.end(), [&](ClaimId id) {
      const Bearing bearing = BearingOf(library, outcome, dataset[id]);
      return bearing == Bearing::kDirect || bearing == Bearing::kNear;
    });
    if (!live && !near) continue;
    const reason::Answer& answer = answers->Of(library, view);
    Shown one;
    one.view = view;
    one.answers = HasAnswer(dataset, answer, answers->scenario());
    if (!one.answers && !LacksOnly(dataset, library.views, answer, answers->scenario())) continue;
    one.order = {NotShared(library, view), AnswerRank(answer), library.views[view].depth};
    shown.push_back(one);
  }
  SortList(&shown, Before);
  return shown;
}

/// Why a holder says nothing on the outcome, in a few words; or empty.
std::string SilenceNote(const Library& library, ActorId actor, Bearing nearest, Answers* answers) {
  if (nearest == Bearing::kBackground) return std::string();
  for (std::uint32_t i = 0; i < library.views.size(); ++i) {
    if (library.views.rows[i].actor != actor) continue;
    const reason::Answer& answer = answers->Of(library, reason::ViewIndex(i));
    for (const reason::Reason why : answer.reasons) {
      if (why == reason::Reason::kConditionsNotMet)
        return library.say("needs more than one condition");
      if (why == reason::Reason::kRankingOnly) return library.say("a ranking only");
      if (why == reason::Reason::kAsked) return library.say("asks, does not answer");
      if (why == reason::Reason::kOnlyThroughOthers)
        return library.say("only passes on what others say");
    }
  }
  return library.say(nearest == Bearing::kNear ? "speaks of a near matter"
                                               : "speaks of a step toward it");
}

void AddSilent(const Library& library, const std::vector<std::uint8_t>& passes,
               const std::set<ActorId>& heard, const Outcome& outcome, Answers* answers,
               WhatIfModel* model) {
  const Dataset& dataset = library.dataset;
  for (std::uint32_t i = 0; i < dataset.actors.size(); ++i) {
    const ActorId actor(i);
    const std::span<const ClaimId> held = library.index.claims_held[actor];
    if (heard.count(actor) != 0 || held.empty()) continue;
    bool passing = false;
    Bearing nearest = Bearing::kBackground;
    for (const ClaimId id : held) {
      passing = passing || passes[id.index()] != 0;
      nearest = std::min(nearest, BearingOf(library, outcome, dataset[id]));
    }
    if (!passing) continue;
    SilentHolder holder;
    holder.id = dataset[actor].id;
    holder.name = dataset[actor].name;
    holder.note = SilenceNote(library, actor, nearest, answers);
    holder.open = Select{holder.id};
    model->silent.push_back(std::move(holder));
  }
  SortList(&model->silent, [](const SilentHolder& a, const SilentHolder& b) {
    return std::tie(a.name, a.id) < std::tie(b.name, b.id);
  });
}

void AddStatus(const Library& library, const std::vector<std::uint8_t>& passes,
               const Outcome& outcome, WhatIfModel* model) {
  const Dataset& dataset = library.dataset;
  for (std::uint32_t i = 0; i < dataset.claims.size(); ++i) {
    const Claim& claim = dataset.claims[i];
    if (passes[i] == 0 || !IsStatus(dataset, outcome.target, claim)) continue;
    StatusLine line;
    line.claim = claim.id;
    line.name = dataset[claim.holder()].name;
    line.text = GlossOf(library, claim);
    line.words = StrengthOf(library, claim).words;
    if (!claim.as_of.empty()) line.as_of = DateWords(claim.as_of, library.say);
    line.refs = RefsOf(library, claim);
    line.open = Select{line.claim};
    model->status.push_back(std::move(line));
  }
}

std::string SupposedWords(const Library& library, const std::vector<std::string>& on,
                          const std::vector<std::string>& off) {
  std::vector<std::string> parts;
  for (const std::string& id : on) parts.push_back(library.say.Quoted(NameOfId(library, id)));
  for (const std::string& id : off)
    parts.push_back(library.say("not “{0}”", {NameOfId(library, id)}));
  return library.say.Join(parts);
}

std::string Supposition(const Library& library, const ViewState& state) {
  const std::string parts = SupposedWords(library, state.on, state.off);
  return library.say(parts.empty()
                         ? "Nothing supposed yet: this is what the texts say as they stand"
                         : "If {0}, then",
                     {parts});
}

/// The levers that most voices link and that stand open: where to begin.
std::vector<LeverRow> Suggested(const std::vector<LeverGroup>& groups) {
  constexpr std::size_t kAtMost = 3;
  std::vector<const LeverRow*> rows;
  for (const LeverGroup& group : groups)
    for (const LeverRow& row : group.rows)
      if (row.lever == Lever::kOpen && row.off_by.empty() && !row.marks.empty() &&
          !row.marks.front().sign.other_step)
        rows.push_back(&row);
  const auto voices = [](const LeverRow* row) {
    std::size_t count = 0;
    for (const LeverMark& mark : row->marks) count += mark.who.size();
    return count;
  };
  SortList(&rows, [&](const LeverRow* a, const LeverRow* b) { return voices(a) > voices(b); });
  std::vector<LeverRow> suggested;
  for (std::size_t i = 0; i < std::min(rows.size(), kAtMost); ++i) suggested.push_back(*rows[i]);
  return suggested;
}

void SetBeside(const Library& library, reason::ViewIndex view, const reason::Answer& now,
               Answers* beside, ViewColumn* column) {
  const reason::Answer& other = beside->Of(library, view);
  BesideAnswer answer;
  answer.level = LevelMark(library, other);
  answer.direction = DirectionMark(library.say, other);
  answer.differs = LevelOf(now) != LevelOf(other) || DirectionOf(now) != DirectionOf(other);
  column->beside = std::move(answer);
}

}  // namespace

std::string ViewName(const Library& library, reason::ViewIndex view) {
  return std::string(library.dataset[library.views[view].actor].name);
}

std::string ThroughWords(const Library& library, reason::ViewIndex view) {
  std::vector<ActorId> path = reason::PathOf(library.views, view);
  if (path.size() == 1) return library.say("in own voice");
  path.pop_back();
  return library.say("through {0}",
                     {library.say.Join(Names(library, path), Key("{0} and then {1}"))});
}

bool NotShared(const Library& library, reason::ViewIndex view) {
  bool any = false;
  for (const ClaimId id : library.views.chains[view]) {
    const auto& chain = library.dataset[id].attribution;
    const bool kept_off = std::any_of(chain.begin(), chain.end(), [](const Step& step) {
      return step.stance == Stance::kDoubts || step.stance == Stance::kDisputes ||
             step.stance == Stance::kDowngrades || step.stance == Stance::kDistances;
    });
    if (!kept_off) return false;
    any = true;
  }
  return any;
}

WhatIfModel BuildWhatIfModel(const Library& library, const Session& session) {
  Answers answers, beside;
  return BuildWhatIfModel(library, session, &answers, &beside);
}

WhatIfModel BuildWhatIfModel(const Library& library, const Session& session, Answers* answers,
                             Answers* beside) {
  const Dataset& dataset = library.dataset;
  const ViewState& state = session.state;
  const Outcome outcome = FindOutcome(library, state);
  WhatIfModel model;
  model.supposition = Supposition(library, state);
  model.name = state.name;
  model.supposed = static_cast<std::uint32_t>(state.on.size() + state.off.size());
  if (!outcome.target) {
    model.empty = library.say("This dataset has no outcome to ask about.");
    return model;
  }
  model.target = dataset[outcome.target].id;
  model.question = library.say("{0}?", {dataset[outcome.target].label});
  model.outcome = ChoiceOf(library, state, "t");
  model.groups = LeverGroups(library, state, outcome);
  answers->Follow(library, outcome.target, ScenarioOf(dataset, state.on, state.off, state.strict));
  if (state.beside) {
    beside->Follow(library, outcome.target,
                   ScenarioOf(dataset, state.beside_on, state.beside_off, state.strict));
    model.beside_name = state.beside_name;
    model.beside_words = SupposedWords(library, state.beside_on, state.beside_off);
    if (model.beside_words.empty()) model.beside_words = library.say("nothing supposed");
  }

  // A filter hides columns; it does not unsay what they hold.
  std::vector<std::uint8_t> passes(dataset.claims.size(), 0);
  for (const ClaimId id : PassingClaims(library, state)) passes[id.index()] = 1;
  const auto passing = [&](std::span<const ClaimId> claims) {
    return std::any_of(claims.begin(), claims.end(),
                       [&](ClaimId id) { return passes[id.index()] != 0; });
  };
  std::vector<Shown> shown = ShownViews(library, outcome, answers);
  if (state.beside) {
    // Whoever answers in one of the two scenarios has a column.
    for (Shown& one : shown)
      one.answers =
          one.answers || HasAnswer(dataset, beside->Of(library, one.view), beside->scenario());
  }
  std::set<ActorId> heard;
  std::set<std::pair<ActorId, DocumentId>> voices, nearly;
  for (const Shown& one : shown) {
    const ActorId holder = library.views[one.view].actor;
    heard.insert(holder);
    const auto held = library.views.claims[one.view];
    if (!passing(held)) continue;
    for (const ClaimId id : held)
      if (BearingOf(library, outcome, dataset[id]) == Bearing::kDirect ||
          BearingOf(library, outcome, dataset[id]) == Bearing::kNear)
        (one.answers ? voices : nearly).emplace(holder, DocumentOf(dataset, dataset[id]));
    std::vector<ViewColumn>& columns = one.answers ? model.columns : model.one_away;
    if (columns.size() >= kColumnsAtMost) {
      model.more_columns += one.answers ? 1u : 0u;
      continue;
    }
    const reason::Answer& answer = answers->Of(library, one.view);
    columns.push_back(ColumnOf(library, outcome, state, one.view, answer));
    ViewColumn& column = columns.back();
    if (state.beside && one.answers) SetBeside(library, one.view, answer, beside, &column);
    if (one.answers) continue;
    column.kind = ColumnKind::kOneAway;
    column.missing.push_back(
        MissingOf(library, *LacksOnly(dataset, library.views, answer, answers->scenario())));
  }
  if (LeverOf(state, model.target) != Lever::kOpen)
    model.empty =
        library.say("You suppose the outcome itself: what anybody says about it is set aside.");
  AddSilent(library, passes, heard, outcome, answers, &model);
  AddStatus(library, passes, outcome, &model);
  if (model.columns.empty()) model.suggested = Suggested(model.groups);
  const Say& say = library.say;
  model.counts = say.Counted(voices.size(), "{0} voice answers", "{0} voices answer");
  const std::string silent =
      say.Counted(model.silent.size(), "{0} says nothing", "{0} say nothing");
  if (nearly.empty())
    model.counts = say("{0}, {1}. Voices are never added up.", {model.counts, silent});
  else
    model.counts = say("{0}, {1}, {2}. Voices are never added up.",
                       {model.counts,
                        say.Counted(nearly.size(), "{0} would with one more condition",
                                    "{0} would with one more condition"),
                        silent});
  return model;
}

}  // namespace proviso::view

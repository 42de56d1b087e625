#include "core/views/what_if/model.h"

#include <algorithm>
#include <set>
#include <span>
#include <tuple>

#include "core/base/sort.h"
#include "core/state/change_words.h"
#include "core/state/passing.h"
#include "core/views/what_if/parts.h"
#include "core/voice/order.h"
#include "core/voice/phrases.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kColumnsAtMost = 24;

/// What a claim presupposes, and how it bears: "If “A”", "“A” makes it less likely".
std::string LeadWords(const Library& library, const Claim& claim) {
  if (claim.about.kind != AboutKind::kCondition) return std::string();
  const Condition& link = library.dataset[claim.about.condition];
  const Say& say = library.say;
  std::string_view key = Key("It depends on {0}");
  const Sign sign = SignOf(link);
  const bool several = link.antecedents.size() > 1;
  if (sign == Sign::kMore)
    key = several ? Key("{0} together make it more likely") : Key("{0} makes it more likely");
  if (sign == Sign::kLess)
    key = several ? Key("{0} together make it less likely") : Key("{0} makes it less likely");
  if (sign == Sign::kNoEffect)
    key = several ? Key("{0} together make no difference to it")
                  : Key("{0} makes no difference to it");
  if (link.form == Form::kIf) key = Key("If {0}");
  if (link.form == Form::kOnlyIf) key = Key("Only if {0}");
  if (link.form == Form::kEvenIf) key = Key("Even if {0}");
  const bool conditional =
      link.form == Form::kIf || link.form == Form::kOnlyIf || link.form == Form::kEvenIf;
  // A negation that has no words of its own is left to the paraphrase, which says it plainly.
  if (!conditional && !ReadsPlainly(library.dataset, link.antecedents)) return std::string();
  std::string words = say(key, {conditional ? IfClauses(library.dataset, link.antecedents, say)
                                            : Statements(library.dataset, link.antecedents, say)});
  if (link.form == Form::kExplains)
    words = say("{0} would explain it", {Statement(library.dataset, link.consequent, say)});
  if (!link.unless.empty())
    words = say("{0}, unless {1}",
                {words, IfClauses(library.dataset, link.unless, say, Key("{0} or {1}"))});
  return say.Capital(words);
}

/// Who in the chain keeps back or disputes it, and how: "Doubted by the writer".
std::string Reservations(const Library& library, ClaimId id) {
  const Dataset& dataset = library.dataset;
  const Claim& claim = dataset[id];
  const Say& say = library.say;
  std::vector<std::string> notes;
  if (claim.act != Act::kAssertive) notes.push_back(say(Label(claim.act)));
  for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
    const Step& step = claim.attribution[i];
    if (step.stance != Stance::kAsserts && step.stance != Stance::kReports)
      notes.push_back(StanceBy(dataset, step.stance, step.actor, say));
    notes.push_back(TellingWords(dataset, claim, i, say));
  }
  // Who ranks it lower in its chain may say so in a claim of its own as well.
  const std::string disputed = DisputedWords(library, id);
  if (std::find(notes.begin(), notes.end(), disputed) == notes.end()) notes.push_back(disputed);
  return say.Chain(Key("{0}. {1}"), notes);
}

Said SaidOf(const Library& library, const Outcome& outcome, ClaimId id) {
  const Claim& claim = library.dataset[id];
  Said said;
  said.claim = claim.id;
  said.lead = LeadWords(library, claim);
  said.sign = SignOf(library, outcome, claim);
  said.strength = StrengthOf(library, claim);
  said.text = GlossOf(library, claim);
  said.note = Reservations(library, id);
  said.refs = PlacesOf(library, claim);
  said.open = Select{said.claim};
  return said;
}

/// What stands beside an answer and belongs to no claim of it.
std::string NoteWords(const Library& library, const reason::Note& note) {
  const Say& say = library.say;
  if (note.kind == reason::NoteKind::kByDefinition)
    return say("Supposed with it, since the coders call it excluded: {0}.",
               {Statement(library.dataset, note.literal, say)});
  if (note.kind == reason::NoteKind::kAlreadySo)
    return say("Already so, it is said: {0}.", {Statement(library.dataset, note.literal, say)});
  return std::string();
}

/// Its short name and what is said of it: the text's hedge, else how likely, else which way.
void SetNear(const Library& library, const reason::Answer& answer, NearSaid* said) {
  const Say& say = library.say;
  for (const reason::NearAnswer& near : answer.near) {
    const PropositionId matter = near.proposition;
    if (library.dataset[matter].id != said->line.proposition) continue;
    said->how = say(NearKey(near.how));
    said->title = ShortName(library.dataset, matter);
    const RowSays says = SaysOf(library, near);
    said->hedge = says.hedge;
    said->word =
        says.steps.empty() && says.direction ? say.Inside(says.direction->words) : says.word;
  }
}

ViewColumn ColumnOf(const Library& library, const Outcome& outcome, const ViewState& state,
                    reason::ViewIndex view, Answers* answers) {
  const Dataset& dataset = library.dataset;
  const Say& say = library.say;
  const reason::Answer& answer = answers->Of(library, view);
  const Reply& reply = answers->ReplyOf(library, view);
  ViewColumn column;
  for (const ActorId actor : reason::PathOf(library.views, view)) {
    column.path.emplace_back(dataset[actor].id);
    column.key += (column.key.empty() ? "" : "/") + column.path.back();
  }
  column.name = ViewName(library, view);
  column.through = ThroughWords(library, view);
  column.mark = MarkOf(library, view);
  column.open_actor = Select{column.path.back()};
  column.level = reply.level;
  column.close = reply.kind == ReplyKind::kClose;
  column.direction = reply.direction;
  column.reply = reply.words;
  const std::vector<ClaimId> used = ClaimsNamed(answer);
  if (answer.derived) {
    std::vector<std::string> places;
    for (const reason::Inference& step : answer.because.steps)
      for (const Ref& ref : RefsOf(library, dataset[step.claim])) places.push_back(ref.short_words);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    column.lead = say("Follows from words of {0} in {1}; it is not said",
                      {NameInside(dataset, library.views[view].actor, say), say.Join(places)});
  }
  for (const ClaimId id : used) column.said.push_back(SaidOf(library, outcome, id));
  std::size_t steps = answer.because.steps.size() + answer.pulls.size();
  for (const NearLine& line : reply.near) {
    NearSaid near;
    near.line = line;
    SetNear(library, answer, &near);
    for (const ClaimId id : line.claims)
      if (std::find(used.begin(), used.end(), id) == used.end())
        near.said.push_back(SaidOf(library, outcome, id));
    steps += line.steps;
    column.near.push_back(std::move(near));
  }
  for (const reason::Note& note : answer.notes) {
    // What the reader sees beside each claim is not said again.
    if (note.kind == reason::NoteKind::kRanking)
      column.said.push_back(SaidOf(library, outcome, note.claim));
    if (note.kind == reason::NoteKind::kUncommitted && note.claim && used.empty())
      column.said.push_back(SaidOf(library, outcome, note.claim));
    if (std::string words = NoteWords(library, note); !words.empty())
      column.notes.push_back(std::move(words));
  }
  if (reply.kind == ReplyKind::kClose && reply.lack)
    column.notes.push_back(
        say("{0}.", {say(LackKey(reply.lack->of, reply.lack->others, true), {reply.lack->words})}));
  column.why_words =
      steps == 0 ? say("Why?") : say.Counted(steps, "Why? {0} step", "Why? {0} steps");
  const std::string path = PathWords(library, view);
  column.explained = state.why == path;
  column.why = SetField{"why", column.explained ? std::string() : EncodedText(path)};
  return column;
}

Missing MissingOf(const Library& library, const Reply& reply) {
  Missing missing = MissingOf(library, reply.lack->literal, reply.lack->of, reply.lack->others);
  missing.words = reply.level.words;
  return missing;
}

/// The letters of the texts in which a column's claims stand; of one text none.
std::string PlacesOf(const Library& library, const ViewColumn& column) {
  if (library.dataset.documents.size() < 2) return {};
  std::vector<std::string> letters;
  const auto add = [&letters](const std::vector<Said>& said) {
    for (const Said& one : said)
      for (const Ref& ref : one.refs)
        if (std::find(letters.begin(), letters.end(), ref.letter) == letters.end())
          letters.push_back(ref.letter);
  };
  add(column.said);
  for (const NearSaid& near : column.near) add(near.said);
  SortList(&letters);
  return library.say.Chain(Key("{0}, {1}##of a list"), letters);
}

/// Whose answer changed, then who speaks of the outcome itself, then the one order of voices.
void InOrder(std::vector<Shown>* shown) {
  SortList(shown, [](const Shown& a, const Shown& b) {
    return std::tie(a.order.unchanged, a.nearness, a.order) <
           std::tie(b.order.unchanged, b.nearness, b.order);
  });
}

/// The views that have something to show, or would with one more condition.
std::vector<Shown> ShownViews(const Library& library, Answers* answers) {
  std::vector<Shown> shown;
  for (std::uint32_t i = 0; i < library.views.size(); ++i) {
    const reason::ViewIndex view(i);
    if (answers->reach().of_view[i] == reason::Reach::kNothing) continue;
    const Reply& reply = answers->ReplyOf(library, view);
    if (!reply.answers() && reply.kind != ReplyKind::kOneMore) continue;
    shown.push_back({view, reply.answers(), 0, OrderOf(library, view)});
  }
  return shown;
}

/// Authors stand in the columns whether they answer or not, unless there are very many.
void AddAuthors(const Library& library, std::vector<Shown>* shown) {
  if (library.dataset.documents.size() > kTextsInFull) return;
  for (std::uint32_t i = 0; i < library.views.size(); ++i) {
    const reason::ViewIndex view(i);
    if (library.views[view].depth != 1) continue;
    const bool there = std::any_of(shown->begin(), shown->end(),
                                   [view](const Shown& one) { return one.view == view; });
    if (!there) shown->push_back({view, false, 0, OrderOf(library, view)});
  }
}

/// Where a voice gives no likelihood, its column says why as its row does.
void SetAsRow(const Library& library, const ChartModel& chart, ViewColumn* column) {
  for (const ChartLane& lane : chart.lanes)
    for (const ChartRow& row : lane.rows) {
      if (row.near || row.id != "row/" + column->key || !row.says.steps.empty()) continue;
      column->level.ruler = Ruler::kAbsent;
      column->close = false;
      column->level.words = library.say.Capital(row.needs ? row.needs->words : row.says.word);
    }
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
    line.holder = dataset[claim.holder()].id;
    line.matter = ShortName(dataset, claim.about.literal.proposition());
    line.text = GlossOf(library, claim);
    line.words = StrengthOf(library, claim).words;
    if (!claim.as_of.empty()) line.as_of = DateWords(claim.as_of, library.say);
    line.refs = PlacesOf(library, claim);
    line.open = Select{line.claim};
    model->status.push_back(std::move(line));
  }
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
      if (!group.idle && row.lever == Lever::kOpen && row.off_by.empty() && !row.marks.empty() &&
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

void SetBeside(const Library& library, reason::ViewIndex view, const std::string& now,
               Answers* beside, ViewColumn* column) {
  const Reply& other = beside->ReplyOf(library, view);
  column->beside = BesideAnswer{other.level, other.direction, other.words, other.words != now};
}

}  // namespace

std::string ViewName(const Library& library, reason::ViewIndex view) {
  return std::string(library.dataset[library.views[view].actor].name);
}

std::string ThroughWords(const Library& library, reason::ViewIndex view) {
  return ThroughWords(library.dataset, library.views, view, library.say);
}

WhatIfModel BuildWhatIfModel(const Library& library, const Session& session) {
  Answers answers, beside, before;
  return BuildWhatIfModel(library, session, &answers, &beside, &before);
}

WhatIfModel BuildWhatIfModel(const Library& library, const Session& session, Answers* answers,
                             Answers* beside, Answers* before) {
  const Dataset& dataset = library.dataset;
  const ViewState& state = session.state;
  const Outcome outcome = FindOutcome(library, state.target);
  WhatIfModel model;
  model.supposition = Supposition(library, state);
  model.clauses = SupposedClauses(library, state.on, state.off);
  model.name = state.name;
  model.supposed = static_cast<std::uint32_t>(state.on.size() + state.off.size());
  if (!outcome.target) {
    model.empty = library.say("This dataset has no outcome to ask about.");
    return model;
  }
  model.target = dataset[outcome.target].id;
  model.question = library.say("{0}?", {dataset[outcome.target].label});
  model.outcome = ChoiceOf(library, state, "t");
  answers->Follow(library, outcome.target, ScenarioOf(dataset, state.on, state.off, state.strict));
  model.groups = LeverGroups(library, state, outcome, answers->reach());
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
  const ViewState past = BeforeLastSwitch(session);
  const reason::Scenario then = ScenarioOf(dataset, past.on, past.off, past.strict);
  constexpr std::size_t kClaimsAtMost = 20'000;  // More are not asked twice in passing.
  const bool switched = !(then == answers->scenario()) && dataset.claims.size() <= kClaimsAtMost;
  std::set<reason::ViewIndex> changed;
  if (switched) {
    before->Follow(library, outcome.target, then);
    for (const reason::ViewIndex view : ChangedReplies(library, before, answers))
      changed.insert(view);
  }
  model.chart =
      BuildChartModel(library, state, outcome, passes, answers, switched ? before : nullptr);

  std::vector<Shown> shown = ShownViews(library, answers);
  if (state.beside) {
    // Whoever answers in one of the two scenarios has a column.
    for (Shown& one : shown)
      one.answers = one.answers || beside->ReplyOf(library, one.view).answers();
    for (std::uint32_t i = 0; i < library.views.size(); ++i) {
      const reason::ViewIndex view(i);
      const bool there = std::any_of(shown.begin(), shown.end(),
                                     [view](const Shown& one) { return one.view == view; });
      if (there || beside->reach().of_view[i] == reason::Reach::kNothing) continue;
      if (beside->ReplyOf(library, view).answers())
        shown.push_back({view, true, 0, OrderOf(library, view)});
    }
  }
  AddAuthors(library, &shown);
  for (Shown& one : shown) {
    one.order.unchanged = changed.count(one.view) == 0;
    const Reply& reply = answers->ReplyOf(library, one.view);
    if (library.views[one.view].depth > 1 && reply.kind == ReplyKind::kClose)
      one.nearness = SpeaksOfFacts(library, outcome.target, reply) ? 2 : 1;
  }
  InOrder(&shown);
  std::set<ActorId> heard;
  bool answered = false;
  for (const Shown& one : shown) {
    const ActorId holder = library.views[one.view].actor;
    const Reply& reply = answers->ReplyOf(library, one.view);
    const bool author = library.views[one.view].depth == 1;
    const bool lacks = reply.kind == ReplyKind::kOneMore;
    if (one.answers || lacks) heard.insert(holder);
    if (!state.claims.empty() && !passing(library.views.claims[one.view])) continue;
    answered = answered || one.answers;
    const bool in_full = one.answers || (author && LeverOf(state, model.target) == Lever::kOpen);
    if (lacks && !one.answers && model.one_away.size() < kColumnsAtMost) {
      model.one_away.push_back(ColumnOf(library, outcome, state, one.view, answers));
      model.one_away.back().kind = ColumnKind::kOneAway;
      model.one_away.back().missing.push_back(MissingOf(library, reply));
    }
    if (!in_full) continue;
    if (model.columns.size() >= kColumnsAtMost) {
      ++model.more_columns;
      continue;
    }
    model.columns.push_back(ColumnOf(library, outcome, state, one.view, answers));
    ViewColumn& column = model.columns.back();
    column.changed = changed.count(one.view) != 0;
    column.places = PlacesOf(library, column);
    if (!one.answers || reply.kind == ReplyKind::kClose) SetAsRow(library, model.chart, &column);
    if (state.beside && one.answers) SetBeside(library, one.view, reply.words, beside, &column);
  }
  if (LeverOf(state, model.target) != Lever::kOpen)
    model.empty =
        library.say("You suppose the outcome itself: what anybody says about it is set aside.");
  AddSilent(library, state, passes, heard, outcome, answers, &model);
  AddStatus(library, passes, outcome, &model);
  if (!answered) model.suggested = Suggested(model.groups);
  AddTray(library, state, &model);
  if (switched) {
    ChangeParts parts = ChangesOf(library, before, answers);
    model.lead = std::move(parts.count);
    model.summary = std::move(parts.answers);
  } else {
    model.summary = StartWords(library, model, answers, shown);
  }
  std::set<std::string> moved;
  for (const ViewColumn& column : model.columns)
    if (column.changed && !column.path.empty()) moved.insert(column.path.back());
  const std::string others =
      OtherWords(library.say, OthersThan(model, moved), switched && !moved.empty());
  model.brief = others.empty()       ? model.lead
                : model.lead.empty() ? library.say("{0}.", {others})
                                     : library.say("{0} {1}##sentences",
                                                   {model.lead, library.say("{0}.", {others})});
  return model;
}

}  // namespace proviso::view

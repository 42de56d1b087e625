// Who says nothing, and what the head says.

#include <algorithm>
#include <set>
#include <tuple>

#include "core/base/sort.h"
#include "core/views/what_if/parts.h"
#include "core/voice/reply.h"

namespace proviso::view {
namespace {

/// True if an actor speaks of what has been, and of nothing else near the outcome.
bool SpeaksOfThePast(const Library& library, PropositionId target, ActorId actor) {
  const auto held = library.index.claims_held[actor];
  return std::any_of(held.begin(), held.end(), [&](ClaimId id) {
    return IsStatus(library.dataset, target, library.dataset[id]);
  });
}

/// The views of each actor, one leading to the next.
struct Paths {
  std::vector<std::uint32_t> first, next;  ///< By actor, by view.
};
constexpr std::uint32_t kNoPath = 0xFFFFFFFFu;

Paths PathsOf(const Library& library) {
  Paths paths{std::vector<std::uint32_t>(library.dataset.actors.size(), kNoPath),
              std::vector<std::uint32_t>(library.views.size(), kNoPath)};
  for (std::uint32_t i = library.views.size(); i-- > 0;) {
    std::uint32_t& first = paths.first[library.views.rows[i].actor.index()];
    paths.next[i] = first;
    first = i;
  }
  return paths;
}

/// Why a holder says nothing on the outcome, in a few words; or empty.
std::string SilenceNote(const Library& library, const Paths& paths, PropositionId target,
                        ActorId actor, Bearing nearest, Answers* answers) {
  const Say& say = library.say;
  const bool many = IsPlural(library.dataset[actor]);
  if (SpeaksOfThePast(library, target, actor))
    return say(many ? Key("speak of what has been") : Key("speaks of what has been"));
  if (nearest == Bearing::kBackground) return std::string();
  for (std::uint32_t i = paths.first[actor.index()]; i != kNoPath; i = paths.next[i]) {
    const reason::Answer& answer = answers->Of(library, reason::ViewIndex(i));
    if (SaysOught(answer)) return say.Inside(say("Says what ought to be, not what will be"));
    for (const reason::Reason why : answer.reasons) {
      if (why == reason::Reason::kConditionsNotMet)
        return say("answers only on more than one condition");
      if (why == reason::Reason::kRankingOnly || why == reason::Reason::kAsked ||
          why == reason::Reason::kOnlyThroughOthers)
        return say.Inside(Label(why));
    }
  }
  if (nearest == Bearing::kNear)
    return say(many ? Key("speak of something close to it")
                    : Key("speaks of something close to it"));
  return say(many ? Key("speak of a step toward it") : Key("speaks of a step toward it"));
}

}  // namespace

bool IsStatus(const Dataset& dataset, PropositionId target, const Claim& claim) {
  if (claim.about.kind != AboutKind::kProposition) return false;
  const bool states = claim.kind == ClaimKind::kFact || claim.kind == ClaimKind::kDenial;
  for (const Near& near : dataset[claim.about.literal.proposition()].near)
    if (near.to == target && (near.how == Nearness::kEarlier || states)) return true;
  return false;
}

void AddSilent(const Library& library, const ViewState& state,
               const std::vector<std::uint8_t>& passes, const std::set<ActorId>& heard,
               const Outcome& outcome, Answers* answers, WhatIfModel* model) {
  // Why is an answer to work out: of very many it waits until somebody opens their names.
  constexpr std::size_t kNotedInFull = 200;
  const bool noted =
      library.dataset.actors.size() <= kNotedInFull ||
      std::find(state.opened.begin(), state.opened.end(), kSilentKey) != state.opened.end();
  const Dataset& dataset = library.dataset;
  std::vector<std::uint8_t> movable(dataset.actors.size(), 0);
  for (std::uint32_t i = 0; i < library.views.size(); ++i)
    if (answers->reach().of_view[i] != reason::Reach::kNothing)
      movable[library.views.rows[i].actor.index()] = 1;
  const Paths paths = PathsOf(library);
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
    if (noted) holder.note = SilenceNote(library, paths, outcome.target, actor, nearest, answers);
    holder.open = Select{holder.id};
    (movable[i] != 0 ? model->later : model->silent).push_back(std::move(holder));
  }
  for (std::vector<SilentHolder>* list : {&model->later, &model->silent})
    SortList(list, [](const SilentHolder& a, const SilentHolder& b) {
      return std::tie(a.name, a.id) < std::tie(b.name, b.id);
    });
}

OtherVoices OthersThan(const WhatIfModel& model, const std::set<std::string>& shown) {
  // The holder of a row or a column: the last of its path.
  const auto holder = [](std::string key) {
    key = key.substr(0, key.find('~'));
    return key.substr(key.rfind('/') + 1);
  };
  std::set<std::string> speak, silent;
  for (const ViewColumn& column : model.columns) speak.insert(holder(column.key));
  for (const ChartLane& lane : model.chart.lanes)
    for (const ChartRow& row : lane.rows) speak.insert(holder(row.id));
  for (const TrayLine& line : model.tray)
    for (const TrayVoice& voice : line.voices)
      (line.kind == TrayKind::kSilent ? silent : speak).insert(holder(voice.key));
  OtherVoices others;
  for (const std::string& one : speak) others.speak += shown.count(one) == 0 ? 1u : 0u;
  for (const std::string& one : silent)
    others.silent += shown.count(one) == 0 && speak.count(one) == 0 ? 1u : 0u;
  return others;
}

std::string OtherWords(const Say& say, const OtherVoices& others, bool more) {
  std::vector<std::string> parts;
  if (others.speak > 0)
    parts.push_back(
        more ? say.Counted(others.speak, "{0} more speaks of it", "{0} more speak of it")
             : say.Counted(others.speak, "{0} voice speaks of it", "{0} voices speak of it"));
  if (others.silent > 0)
    parts.push_back(say.Counted(others.silent, "{0} says nothing", "{0} say nothing"));
  return say.Chain(Key("{0}, {1}##of a list"), parts);
}

ViewState BeforeLastSwitch(const Session& session) {
  const ViewState& now = session.state;
  for (std::size_t i = session.undo.size(); i-- > 0;) {
    const ViewState& past = session.undo[i].state;
    if (past.target != now.target) break;
    if (past.on != now.on || past.off != now.off || past.strict != now.strict) return past;
  }
  ViewState start = now;
  start.on.clear();
  start.off.clear();
  start.strict = false;
  return start;
}

std::string StartWords(const Library& library, const WhatIfModel& model, Answers* answers,
                       const std::vector<Shown>& shown) {
  constexpr std::size_t kNamed = 3;
  const Say& say = library.say;
  std::set<ActorId> voices;
  std::vector<std::string> named;
  std::size_t authors = 0, likely = 0;
  for (std::uint32_t i = 0; i < library.views.size(); ++i)
    authors += library.views.rows[i].depth == 1 ? 1u : 0u;
  for (const Shown& one : shown) {
    if (answers->ReplyOf(library, one.view).kind != ReplyKind::kLikelihood) continue;
    likely += library.views[one.view].depth == 1 ? 1u : 0u;
    if (!voices.insert(library.views[one.view].actor).second) continue;
    if (named.size() < kNamed) named.push_back(NameInside(library, library.views[one.view].actor));
  }
  std::string words;
  if (voices.empty()) {
    words = say(model.supposed == 0 ? Key("As the texts stand, no voice says how likely it is.")
                                    : Key("On this, no voice says how likely it is."));
  } else {
    if (voices.size() > kNamed)
      named.push_back(say("{0} more", {std::to_string(voices.size() - kNamed)}));
    words =
        say.Counted(voices.size(), "As the texts stand, {0} voice says how likely it is: {1}.",
                    "As the texts stand, {0} voices say how likely it is: {1}.", {say.Join(named)});
    if (likely == 0 && authors > 0)
      words = say("{0} {1}##sentences", {words, say(authors == 1   ? Key("The author does not.")
                                                    : authors == 2 ? Key("Neither author does.")
                                                                   : Key("No author does."))});
  }
  return say("{0} {1}##sentences",
             {words, say("Voices stand side by side and are never added up.")});
}

std::vector<Ref> PlacesOf(const Library& library, const Claim& claim) {
  std::vector<Ref> refs = RefsOf(library, claim);
  if (library.dataset.documents.size() > 1) return refs;
  for (Ref& ref : refs) {
    const std::string number = std::to_string(ref.paragraph);
    ref.letter.clear();
    ref.words = ref.paragraph > 0 ? library.say("paragraph {0}##of the one text", {number})
                                  : library.say("the text##the one there is");
    ref.short_words = ref.paragraph > 0 ? "¶" + number : ref.words;
  }
  return refs;
}

Action Toggle(const Library& library, const ViewState& state, const std::string& key,
              std::size_t more) {
  std::vector<std::string> opened = state.opened;
  const auto at = std::find(opened.begin(), opened.end(), key);
  const bool open = at != opened.end();
  if (open)
    opened.erase(at);
  else
    opened.push_back(key);
  std::string value;
  for (const std::string& one : opened) value += (value.empty() ? "" : ",") + EncodedText(one);
  return {key, open ? library.say("Show fewer") : library.say("{0} more", {std::to_string(more)}),
          SetField{"open", value, true}, "", false};
}

}  // namespace proviso::view

// The conditions that can be supposed: in one order that no switch changes.

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/base/sort.h"
#include "core/reason/answer.h"
#include "core/views/what_if/parts.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

/// A link as one view draws it: from one literal to another.
struct Edge {
  Literal from, to;
  Sign sign = Sign::kSilent;  ///< From `from` being so to `to` being so.
  ClaimId claim;
  bool negated = false;  ///< It is the negation of `from` that is linked.
  bool level = false;    ///< It says how likely, not only which way.
};

std::vector<Edge> EdgesOf(const Library& library, reason::ViewIndex view) {
  std::vector<Edge> edges;
  for (const ClaimId id : library.views.claims[view]) {
    const Claim& claim = library.dataset[id];
    if (claim.about.kind != AboutKind::kCondition || claim.modality == Modality::kEven ||
        claim.modality == Modality::kUncommitted)
      continue;
    const Condition& link = library.dataset[claim.about.condition];
    const Literal to(link.consequent.proposition());
    const bool level =
        link.form == Form::kIf || link.form == Form::kOnlyIf || link.form == Form::kEvenIf;
    for (const Literal from : link.antecedents) {
      if (link.form == Form::kExplains)
        edges.push_back({link.consequent, from, Sign::kMore, id, link.consequent.negated(), false});
      else
        edges.push_back({from, to, SignOf(link), id, from.negated(), level});
    }
  }
  // From here on both ends are taken as plain propositions; a negation at either turns the sign.
  for (Edge& edge : edges) {
    if (edge.from.negated()) edge.sign = Flipped(edge.sign);
    if (edge.to.negated()) edge.sign = Flipped(edge.sign);
    edge.from = Literal(edge.from.proposition());
    edge.to = Literal(edge.to.proposition());
  }
  return edges;
}

/// For each proposition that some path of `edges` joins to the target, the sign of that path.
///
/// Values only rise (none, then one sign, then "?"), so this ends after at most three rounds an
/// edge.
std::map<PropositionId, Sign> SignsToward(const std::vector<Edge>& edges, PropositionId target) {
  std::map<PropositionId, std::vector<const Edge*>> into;
  for (const Edge& edge : edges) into[edge.to.proposition()].push_back(&edge);
  std::map<PropositionId, Sign> signs{{target, Sign::kMore}};
  std::vector<PropositionId> open{target};
  while (!open.empty()) {
    const PropositionId at = open.back();
    open.pop_back();
    const auto links = into.find(at);
    if (links == into.end()) continue;
    for (const Edge* edge : links->second) {
      const PropositionId from = edge->from.proposition();
      if (from == target || edge->sign == Sign::kLevel) continue;
      Sign& sign = signs.emplace(from, Sign::kSilent).first->second;
      const Sign raised = Joined(sign, Chained(edge->sign, signs[at]));
      if (raised == sign) continue;
      sign = raised;
      open.push_back(from);
    }
  }
  return signs;
}

/// Signs in the order in which a lever shows them.
int Place(const SignMark& mark) {
  constexpr std::array kOrder{Sign::kMore,   Sign::kLess,     Sign::kNoEffect,
                              Sign::kPulled, Sign::kUnstated, Sign::kConflict,
                              Sign::kLevel,  Sign::kRanking,  Sign::kSilent};
  const auto at = std::find(kOrder.begin(), kOrder.end(), mark.sign) - kOrder.begin();
  return static_cast<int>(at) + (mark.other_step ? 100 : 0);
}

/// From which propositions links that say how likely lead to the outcome or a matter near it.
std::set<PropositionId> LevelReach(const reason::Views& views, const std::vector<Edge>& edges,
                                   PropositionId target) {
  std::set<PropositionId> reached{target};
  for (const auto& [near, how] : views.near[target])
    if (how != Nearness::kEarlier) reached.insert(near);
  for (bool grew = true; grew;) {
    grew = false;
    for (const Edge& edge : edges)
      if (edge.level && reached.count(edge.to.proposition()) != 0)
        grew = reached.insert(edge.from.proposition()).second || grew;
  }
  return reached;
}

/// One thing that one voice says of a lever.
struct Linked {
  SignMark mark;
  PropositionId of;       ///< The step that the sign is of; none: the outcome.
  bool need_not = false;  ///< A "no effect" that is said as "need not change it".
  bool by_way = false;    ///< The sign is that of the outcome, by way of the step.
  std::string who;
  LeverText text;
  Distance distance = Distance::kOwn;
  bool level = false, negated = false;
  reason::ViewIndex view;
};

using LinkedByLever = std::map<PropositionId, std::vector<Linked>>;

std::string WordsOf(const Library& library, const Linked& linked, Sign sign) {
  const Say& say = library.say;
  const std::string words =
      say(linked.need_not && sign == Sign::kNoEffect ? Key("Need not change it") : Label(sign));
  if (!linked.of) return words;
  return say(linked.by_way ? Key("{0}, by way of “{1}”") : Key("{0}, of “{1}”"),
             {words, library.dataset[linked.of].label});
}

void CollectMarks(const Library& library, const Outcome& outcome, reason::ViewIndex view,
                  LinkedByLever* linked) {
  const auto leads = [&](Literal to) {
    return to.proposition() == outcome.target || outcome.leads[to.proposition().index()] != 0;
  };
  const auto bears = [&](const Edge& edge) { return leads(edge.to); };
  // Of very many views most link nothing here.
  const std::span<const ClaimId> held = library.views.claims[view];
  const bool linked_here = std::any_of(held.begin(), held.end(), [&](ClaimId id) {
    const Claim& claim = library.dataset[id];
    if (claim.about.kind != AboutKind::kCondition) return false;
    const Condition& link = library.dataset[claim.about.condition];
    return link.form == Form::kExplains
               ? std::any_of(link.antecedents.begin(), link.antecedents.end(), leads)
               : leads(link.consequent);
  });
  if (!linked_here) return;
  const std::vector<Edge> edges = EdgesOf(library, view);
  if (std::none_of(edges.begin(), edges.end(), bears)) return;
  const std::map<PropositionId, Sign> toward = SignsToward(edges, outcome.target);
  const std::set<PropositionId> leveled = LevelReach(library.views, edges, outcome.target);
  const std::string through = ThroughWords(library, view);
  const Say& say = library.say;
  const std::string who = library.views[view].depth > 1
                              ? say("{0}, {1}", {ViewName(library, view), through})
                              : ViewName(library, view);
  for (const Edge& edge : edges) {
    const PropositionId to = edge.to.proposition();
    const bool direct = to == outcome.target;
    if (!bears(edge)) continue;
    const Claim& claim = library.dataset[edge.claim];
    const SignMark said = SignOf(library, outcome, claim);
    Linked one;
    one.mark.sign = edge.sign;
    one.mark.not_held = said.not_held;
    one.mark.inferred = said.inferred;
    one.mark.other_step = !direct;
    one.need_not = claim.about.kind == AboutKind::kCondition &&
                   library.dataset[claim.about.condition].form == Form::kEvenIf;
    if (!direct) one.of = to;
    const auto path = toward.find(to);
    if (!direct && path != toward.end()) {
      // The same voice also says how the step bears on the outcome, so that the sign follows.
      one.mark.sign = Chained(edge.sign, path->second);
      one.mark.inferred = true;
      one.by_way = true;
    }
    one.who = who;
    one.distance = DistanceOf(library.views[view]);
    one.level = edge.level && leveled.count(to) != 0;
    one.negated = edge.negated;
    one.view = view;
    if (const DocumentId document = DocumentOf(library.dataset, claim); document)
      one.text = {document.index(), LetterOf(document)};
    (*linked)[edge.from.proposition()].push_back(std::move(one));
  }
}

bool AllNegated(const std::vector<Linked>& linked) {
  return !linked.empty() &&
         std::all_of(linked.begin(), linked.end(), [](const Linked& one) { return one.negated; });
}

void AddMarks(const Library& library, std::vector<Linked> linked, bool turned, LeverRow* row) {
  for (Linked& one : linked) {
    if (turned) one.mark.sign = Flipped(one.mark.sign);
    one.mark.words = WordsOf(library, one, one.mark.sign);
  }
  SortList(&linked, [](const Linked& a, const Linked& b) { return Place(a.mark) < Place(b.mark); });
  const bool lettered = library.dataset.documents.size() > 1;
  std::vector<std::string> sentences;
  std::set<std::string_view> told_of;  // Who is named at the last mark.
  for (Linked& one : linked) {
    sentences.push_back(library.say("{0}: {1}", {one.who, library.say.Inside(one.mark.words)}));
    row->by_view.emplace_back(one.view, one.mark);
    const bool same = !row->marks.empty() && Place(row->marks.back().sign) == Place(one.mark);
    if (!same) {
      row->marks.push_back({one.mark, {}, {}});
      told_of.clear();
    } else {
      // A shape is drawn dashed or struck only if all who stand behind it are.
      SignMark& sign = row->marks.back().sign;
      sign.inferred = sign.inferred && one.mark.inferred;
      sign.not_held = sign.not_held && one.mark.not_held;
    }
    LeverMark& mark = row->marks.back();
    if (told_of.insert(one.who).second) mark.who.push_back(one.who);
    if (lettered && !one.text.letter.empty()) mark.texts.push_back(one.text);
  }
  for (LeverMark& mark : row->marks) {
    SortList(&mark.texts);
    mark.texts.erase(std::unique(mark.texts.begin(), mark.texts.end()), mark.texts.end());
  }
  // What a text says of the outcome is not shown again of a step toward it.
  const auto told = [&](const LeverMark& mark) {
    return mark.sign.other_step &&
           std::any_of(row->marks.begin(), row->marks.end(), [&](const LeverMark& other) {
             return !other.sign.other_step && other.sign.sign == mark.sign.sign &&
                    std::includes(other.texts.begin(), other.texts.end(), mark.texts.begin(),
                                  mark.texts.end());
           });
  };
  std::vector<LeverMark> shown;
  for (const LeverMark& mark : row->marks)
    if (!told(mark)) shown.push_back(mark);
  row->marks = std::move(shown);
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  row->who = library.say.Chain(Key("{0}. {1}"), sentences);
}

/// `turned`: only its negation is linked and has words of its own, so that is what the row says and
/// what its switch supposes.
LeverRow RowOf(const Library& library, const ViewState& state, PropositionId id, bool turned) {
  const Proposition& p = library.dataset[id];
  LeverRow row;
  row.id = p.id;
  row.label = turned ? p.negated : p.label;
  row.turned = turned;
  row.lever = LeverOf(state, p.id);
  if (turned && row.lever != Lever::kOpen)
    row.lever = row.lever == Lever::kOn ? Lever::kOff : Lever::kOn;
  for (const PropositionId partner : p.excludes)
    if (LeverOf(state, library.dataset[partner].id) == Lever::kOn)
      row.off_by = library.dataset[partner].label;
  row.set_off = Suppose{row.id, turned ? Lever::kOn : Lever::kOff};
  row.set_open = Suppose{row.id, Lever::kOpen};
  row.set_on = Suppose{row.id, turned ? Lever::kOff : Lever::kOn};
  row.inspect = Select{row.id};
  return row;
}

/// What moves no voice, folded unless it is asked for or something of it is supposed.
///
/// `left_out`: how many have no row, for they would be folded.
void Fold(const Library& library, const ViewState& state, std::size_t further, std::size_t left_out,
          LeverGroup* group) {
  const Say& say = library.say;
  const std::size_t count = group->rows.size() + left_out;
  if (count == 0) return;
  group->label = say("{0} more", {std::to_string(count)});
  const std::size_t other = count - further;
  std::vector<std::string> parts;
  if (further > 0)
    parts.push_back(say.Counted(further, "{0} works further back", "{0} work further back"));
  if (other > 0) parts.push_back(say("{0} on other outcomes", {std::to_string(other)}));
  group->aside = say.Chain(Key("{0}, {1}##of a list"), parts);
  group->fold = Action{"fold", say(state.as_list ? "Hide them" : "Show them"),
                       SetField{"list", state.as_list ? "" : "1"}, "", false};
  if (state.as_list) return;
  std::vector<LeverRow> supposed;
  for (LeverRow& row : group->rows)
    if (row.lever != Lever::kOpen) supposed.push_back(std::move(row));
  group->rows = std::move(supposed);
}

/// A row and where it stands: how near the nearest voice is that links it, how many link it.
struct Ranked {
  LeverRow row;
  Distance distance = Distance::kPassedOn;
  std::size_t voices = 0;
};

enum Part : std::size_t { kLevels, kWays, kUnsaid, kIdle };

Part PartOf(const LeverRow& row, bool level) {
  if (level) return kLevels;
  const bool way = std::any_of(row.marks.begin(), row.marks.end(), [](const LeverMark& mark) {
    return mark.sign.sign != Sign::kUnstated && IsDrawn(mark.sign.sign);
  });
  return way ? kWays : kUnsaid;
}

}  // namespace

Sign Joined(Sign a, Sign b) {
  if (a == b || b == Sign::kSilent || b == Sign::kLevel) return a;
  if (a == Sign::kSilent || a == Sign::kLevel || a == Sign::kNoEffect) return b;
  if (b == Sign::kNoEffect) return a;
  if (a == Sign::kUnstated || b == Sign::kUnstated) return Sign::kUnstated;
  return Sign::kPulled;
}

Sign Chained(Sign a, Sign b) {
  if (a == Sign::kSilent || b == Sign::kSilent) return Sign::kSilent;
  if (a == Sign::kLevel || b == Sign::kLevel) return Sign::kLevel;
  if (a == Sign::kNoEffect || b == Sign::kNoEffect) return Sign::kNoEffect;
  if (a == Sign::kMore) return b;
  return a == Sign::kLess ? Flipped(b) : a;
}

std::vector<LeverGroup> LeverGroups(const Library& library, const ViewState& state,
                                    const Outcome& outcome, const reason::Reach& reach) {
  const Dataset& dataset = library.dataset;
  LinkedByLever linked;
  for (std::uint32_t i = 0; i < library.views.size(); ++i)
    CollectMarks(library, outcome, reason::ViewIndex(i), &linked);

  std::array<std::vector<Ranked>, 4> parts;
  std::size_t further = 0, left_out = 0;
  for (const PropositionId id : Levers(dataset, outcome.target)) {
    if (id == outcome.target) continue;
    const bool idle = reach.of_proposition[id.index()] == reason::Reach::kNothing;
    if (idle && outcome.leads[id.index()] != 0) ++further;
    if (idle && !state.as_list && LeverOf(state, dataset[id].id) == Lever::kOpen) {
      ++left_out;
      continue;
    }
    const auto found = linked.find(id);
    const bool turned =
        found != linked.end() && AllNegated(found->second) && !dataset[id].negated.empty();
    Ranked ranked;
    ranked.row = RowOf(library, state, id, turned);
    bool level = false;
    if (found != linked.end()) {
      std::set<std::string> who;
      for (const Linked& one : found->second) {
        ranked.distance = std::min(ranked.distance, one.distance);
        who.insert(one.who);
        level = level || one.level;
      }
      ranked.voices = who.size();
      AddMarks(library, std::move(found->second), turned, &ranked.row);
    }
    Part part = PartOf(ranked.row, level);
    if (idle) {
      part = kIdle;
      if (outcome.leads[id.index()] != 0)
        ranked.row.note =
            library.say("it would take two voices: no single one ties it to the outcome");
    }
    parts[part].push_back(std::move(ranked));
  }
  constexpr std::array<std::string_view, 3> kPartLabels{
      "Change how likely it is, or a step before it", "Push one way",
      "Count, but no one says which way"};
  std::vector<LeverGroup> groups(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    SortList(&parts[i], [](const Ranked& a, const Ranked& b) {
      return std::tie(a.distance, b.voices, a.row.label, a.row.id) <
             std::tie(b.distance, a.voices, b.row.label, b.row.id);
    });
    if (i < kPartLabels.size()) groups[i].label = library.say(kPartLabels[i]);
    for (Ranked& ranked : parts[i]) groups[i].rows.push_back(std::move(ranked.row));
  }
  groups[kIdle].idle = true;
  Fold(library, state, further, left_out, &groups[kIdle]);
  groups.erase(
      std::remove_if(groups.begin(), groups.end(),
                     [](const LeverGroup& group) { return group.rows.empty() && !group.fold; }),
      groups.end());
  return groups;
}

}  // namespace proviso::view

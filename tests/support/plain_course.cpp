#include "tests/support/plain_course.h"

#include <algorithm>
#include <tuple>

namespace proviso::test {
namespace {

using reason::Direction;
using reason::DirectionReason;
using Carrier = PlainCourse::Carrier;
using Reasons = std::set<DirectionReason>;

/// All pairs between which a way leads over `carriers`, none of no steps.
std::set<std::pair<PropositionId, PropositionId>> WaysOver(const std::vector<Carrier>& carriers,
                                                           bool all) {
  std::set<std::pair<PropositionId, PropositionId>> ways;
  for (const Carrier& carrier : carriers)
    if (all || carrier.pull != 0) ways.emplace(carrier.edge.from, carrier.edge.to);
  for (std::size_t before = 0; before != ways.size();) {
    before = ways.size();
    const auto now = ways;
    for (const auto& [a, b] : now)
      for (const auto& [c, d] : now)
        if (b == c) ways.emplace(a, d);
  }
  return ways;
}

/// True if a round from `at` back to `start` over settled inner carriers turns a pull against
/// itself.
bool TurnsAround(const PlainCourse& course, PropositionId start, PropositionId at, int sign,
                 std::set<PropositionId>* passed) {
  for (const Carrier& carrier : course.carriers) {
    if (!carrier.inner || carrier.edge.from != at || carrier.edge.sign == 2) continue;
    const int now = sign * carrier.edge.sign;
    if (carrier.edge.to == start && now < 0) return true;
    if (!passed->insert(carrier.edge.to).second) continue;
    const bool found = TurnsAround(course, start, carrier.edge.to, now, passed);
    passed->erase(carrier.edge.to);
    if (found) return true;
  }
  return false;
}

bool Together(const PlainCourse& course, PropositionId a, PropositionId b) {
  return a == b || (course.ways.count({a, b}) != 0 && course.ways.count({b, a}) != 0);
}

/// True if the feedback of which `node` is part turns against itself.
bool Balancing(const PlainCourse& course, PropositionId node) {
  for (const PropositionId start : course.nodes) {
    if (!Together(course, node, start)) continue;
    std::set<PropositionId> passed{start};
    if (TurnsAround(course, start, start, 1, &passed)) return true;
  }
  return false;
}

/// What leaves the pull at `node`, and at all that is one feedback with it, open.
Reasons CausesAt(const PlainCourse& course, PropositionId node) {
  Reasons causes;
  bool opposed = false;
  std::map<PropositionId, int> from_outside;
  for (const Carrier& carrier : course.carriers) {
    const PlainEdge& edge = carrier.edge;
    if (carrier.pull == 0 || !Together(course, node, edge.to)) continue;
    if (edge.sign == 2)
      causes.insert(edge.unsettled ? DirectionReason::kExceptionOpen : DirectionReason::kNotStated);
    if (Together(course, node, edge.from)) continue;
    if (course.pulls.at(edge.from) == 2) {
      const Reasons before = CausesAt(course, edge.from);
      causes.insert(before.begin(), before.end());
    }
    if (carrier.pull == 2) continue;
    int& met = from_outside[edge.to];
    met = Join(met, carrier.pull);
    opposed = opposed || met == 2;
  }
  if (Balancing(course, node)) causes.insert(DirectionReason::kLoop);
  const bool open = course.pulls.at(node) == 2 && course.fixed.count(node) == 0;
  if (opposed || (causes.empty() && open)) causes.insert(DirectionReason::kPulls);
  return causes;
}

Direction AsDirection(int sign) {
  return sign == 1    ? Direction::kMore
         : sign == -1 ? Direction::kLess
         : sign == 2  ? Direction::kOpposed
                      : Direction::kZero;
}

}  // namespace

PlainCourse MakePlainCourse(const Dataset& dataset, const PlainAnswer& plain,
                            const std::set<Literal>& supposed, PropositionId target) {
  PlainCourse course;
  course.target = target;
  course.pulls = plain.pulls;
  for (const Literal l : supposed) {
    course.fixed.insert(l.proposition());
    course.supposed.insert(l);
  }
  course.reached = plain.pulls.count(target) != 0 && course.fixed.count(target) == 0;
  if (!course.reached) return course;
  std::vector<Carrier> live;
  for (const PlainEdge& edge : plain.edges) {
    if (course.fixed.count(edge.to) != 0 || plain.pulls.count(edge.from) == 0) continue;
    const auto same = std::find_if(live.begin(), live.end(), [&](const Carrier& carrier) {
      return carrier.edge.condition == edge.condition && carrier.edge.from == edge.from &&
             carrier.edge.to == edge.to;
    });
    Carrier& carrier = same == live.end() ? live.emplace_back() : *same;
    carrier.edge = edge;
    carrier.pull = Carry(plain.pulls.at(edge.from), edge.sign);
    carrier.claims.push_back(edge.claim);
  }
  const auto all_ways = WaysOver(live, true);
  course.nodes.insert(target);
  for (const auto& [from, to] : all_ways)
    if (to == target) course.nodes.insert(from);
  for (Carrier& carrier : live) {
    if (course.nodes.count(carrier.edge.to) == 0) continue;
    std::sort(carrier.claims.begin(), carrier.claims.end(),
              [&](ClaimId a, ClaimId b) { return dataset[a].id < dataset[b].id; });
    course.carriers.push_back(carrier);
  }
  course.ways = WaysOver(course.carriers, false);
  for (Carrier& carrier : course.carriers)
    carrier.inner = carrier.pull != 0 && Together(course, carrier.edge.from, carrier.edge.to);
  for (const Literal l : supposed) {
    const PropositionId p = l.proposition();
    if (course.nodes.count(p) == 0 || plain.pulls.at(p) != 0) continue;
    course.already[p] = l;
    for (const PlainRule& rule : plain.rules)
      if (rule.to == l && rule.from.empty() && rule.unless.empty() && rule.deficit == 0 &&
          (!course.flat[p] || dataset[rule.claim].id < dataset[course.flat[p]].id))
        course.flat[p] = rule.claim;
  }
  return course;
}

std::vector<DirectionReason> DirectionReasons(const PlainCourse& course) {
  if (!course.reached) return {};
  Reasons reasons;
  const int answer = course.pulls.at(course.target);
  if (answer == 2) reasons = CausesAt(course, course.target);
  if (answer == 0) {
    if (!course.already.empty()) reasons.insert(DirectionReason::kAlreadySo);
    for (const Carrier& carrier : course.carriers)
      if (carrier.edge.sign == 0 && course.pulls.at(carrier.edge.from) != 0)
        reasons.insert(carrier.edge.need_not ? DirectionReason::kNeedNotChange
                                             : DirectionReason::kNoEffect);
  }
  return {reasons.begin(), reasons.end()};
}

std::string CheckPlainPulls(const Dataset& dataset, const PlainCourse& course,
                            const reason::Answer& answer) {
  const auto key = [&](const std::vector<ClaimId>& claims, PropositionId from, PropositionId to) {
    return std::tuple(dataset[claims.front()].id, dataset[from].id, dataset[to].id);
  };
  std::vector<Carrier> should = course.carriers;
  std::sort(should.begin(), should.end(), [&](const Carrier& a, const Carrier& b) {
    return key(a.claims, a.edge.from, a.edge.to) < key(b.claims, b.edge.from, b.edge.to);
  });
  if (answer.pulls.size() != should.size()) return "pulls are missing or too many";
  for (std::size_t i = 0; i < should.size(); ++i) {
    const reason::Pull& is = answer.pulls[i];
    const PlainEdge& edge = should[i].edge;
    const Condition& link = dataset[edge.condition];
    if (is.condition != edge.condition || is.from != edge.from || is.to != edge.to)
      return "a pull is another, or stands elsewhere";
    if (is.claims != should[i].claims) return "who lends a pull";
    Literal supposed;
    for (const bool negated : {false, true})
      if (course.supposed.count(Literal(edge.from, negated)) != 0)
        supposed = Literal(edge.from, negated);
    if (is.supposed != supposed) return "what is supposed of where a pull starts";
    if (is.sign != AsDirection(edge.sign) || is.pull != AsDirection(should[i].pull) ||
        is.unsettled != edge.unsettled)
      return "the sign of a pull";
    if (is.need_not != (link.form == Form::kEvenIf) || is.by_contrast != (link.form == Form::kIf))
      return "what a pull means";
  }
  return {};
}

void AddCourseNotes(const PlainCourse& course, std::vector<reason::Note>* notes) {
  for (const Carrier& carrier : course.carriers) {
    if (!carrier.inner) continue;
    reason::Note note;
    note.kind = reason::NoteKind::kLoop;
    note.claim = carrier.claims.front();
    note.balancing = Balancing(course, carrier.edge.to);
    notes->push_back(note);
  }
  for (const auto& [p, literal] : course.already) {
    reason::Note note;
    note.kind = reason::NoteKind::kAlreadySo;
    note.literal = literal;
    const auto flat = course.flat.find(p);
    if (flat != course.flat.end()) note.claim = flat->second;
    notes->push_back(note);
  }
}

}  // namespace proviso::test

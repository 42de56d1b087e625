// What must never happen in the bundled dataset, whatever is asked: words that change hands.

#include <algorithm>
#include <set>

#include "tests/core/reason/ask.h"
#include "tests/core/reason/bundled.h"

namespace proviso::test {
namespace {

/// How far the chain of `claim` and `path` agree: whether `path` begins the chain.
bool Begins(const std::vector<ActorId>& path, const Claim& claim) {
  if (path.size() > claim.attribution.size()) return false;
  for (std::size_t i = 0; i < path.size(); ++i)
    if (claim.attribution[i].actor != path[i]) return false;
  return true;
}

/// Whether the last of `path` takes the claim for his own, by the definition: he says it, or
/// endorses what those behind him say.
bool Owns(const std::vector<ActorId>& path, const Claim& claim) {
  if (!Begins(path, claim)) return false;
  const Stance stance = claim.attribution[path.size() - 1].stance;
  return stance == Stance::kAsserts || stance == Stance::kEndorses;
}

/// Every claim that an answer rests on, leans on or says that it lacks something for.
std::set<ClaimId> Used(const reason::Answer& answer) {
  std::set<ClaimId> used;
  for (const auto* side : {&answer.because, &answer.against})
    for (const auto& step : side->steps) used.insert(step.claim);
  for (const auto& pull : answer.pulls) used.insert(pull.claims.begin(), pull.claims.end());
  for (const auto& unmet : answer.unmet) used.insert(unmet.claim);
  for (const auto& off : answer.switched_off) used.insert(off.claim);
  return used;
}

/// What a reader would ask about: outcomes, and what links lead to.
std::vector<PropositionId> Targets(const Dataset& data) {
  std::set<PropositionId> targets;
  for (std::uint32_t p = 0; p < data.propositions.size(); ++p)
    if (data.propositions[p].role == Role::kOutcome) targets.insert(PropositionId(p));
  for (const Condition& condition : data.conditions)
    targets.insert(condition.consequent.proposition());
  return {targets.begin(), targets.end()};
}

/// Every view's answer on every proposition; and on every target under every single lever.
template <class Look>
void ForEachAnswer(const Bundled& bundled, const Look& look) {
  const std::vector<Literal> nothing;
  for (std::uint32_t p = 0; p < bundled.data.propositions.size(); ++p)
    for (const reason::Answer& answer : bundled.AskAll(Literal(PropositionId(p)), nothing))
      look(answer, nothing);
  for (const auto& supposed : bundled.SingleLevers())
    for (const PropositionId target : Targets(bundled.data))
      for (const reason::Answer& answer : bundled.AskAll(Literal(target), supposed))
        look(answer, supposed);
}

/// The propositions that a claim names, in whatever part.
std::set<PropositionId> Named(const Dataset& data, const Claim& claim) {
  std::set<PropositionId> named;
  const auto add_link = [&](ConditionId id) {
    const Condition& link = data[id];
    for (const Literal literal : link.antecedents) named.insert(literal.proposition());
    for (const Literal literal : link.unless) named.insert(literal.proposition());
    named.insert(link.consequent.proposition());
  };
  const auto add_ranked = [&](RecordRef ranked) {
    if (!ranked) return;
    if (ranked.table == Table::kConditions) add_link(ConditionId(ranked.index));
    if (ranked.table == Table::kPropositions) named.insert(PropositionId(ranked.index));
  };
  switch (claim.about.kind) {
    case AboutKind::kProposition:
      named.insert(claim.about.literal.proposition());
      break;
    case AboutKind::kCondition:
      add_link(claim.about.condition);
      break;
    case AboutKind::kComparison:
      add_ranked(claim.about.more);
      add_ranked(claim.about.less);
      break;
    case AboutKind::kQuantity:
      break;
  }
  return named;
}

/// What each view speaks of: in its own words, or (`passed_on`) also in words that it hands on.
std::vector<std::set<PropositionId>> SpokenOf(const Bundled& bundled, bool passed_on) {
  std::vector<std::set<PropositionId>> spoken(bundled.views.size());
  for (std::uint32_t v = 0; v < bundled.views.size(); ++v) {
    const auto path = reason::PathOf(bundled.views, reason::ViewIndex(v));
    for (const Claim& claim : bundled.data.claims)
      if (passed_on ? Begins(path, claim) : Owns(path, claim))
        spoken[v].merge(Named(bundled.data, claim));
  }
  return spoken;
}

bool SpeaksNear(const Dataset& data, const std::set<PropositionId>& spoken, PropositionId target) {
  return std::any_of(spoken.begin(), spoken.end(), [&](PropositionId p) {
    const auto near = data[p].near;
    return std::any_of(near.begin(), near.end(), [&](const Near& n) { return n.to == target; });
  });
}

}  // namespace

TEST_CASE("nothing enters a view that it reports, imputes, ranks lower, doubts or disputes",
          "[reason][golden]") {
  const Bundled bundled;
  const Dataset& data = bundled.data;
  std::set<std::string> strays, used;
  ForEachAnswer(bundled, [&](const reason::Answer& answer, const std::vector<Literal>& supposed) {
    const auto path = reason::PathOf(bundled.views, answer.view);
    for (const ClaimId id : Used(answer)) {
      used.insert(std::string(data[id].id));
      if (!Owns(path, data[id]))
        strays.insert(bundled.Path(answer.view) + " uses " + std::string(data[id].id) +
                      ", supposing " + Names(data, supposed));
    }
  });
  CHECK(strays == std::set<std::string>());
  // Each of them is used by whose words they are: strikes by US intelligence, the ambition by the
  // observers, what Biden hears by those he hears it from, warnings by the US, "never" by China.
  for (const char* claim : {"c-b-intel-strikes", "c-b-observers-ambition", "c-b-biden-hears",
                            "c-b-us-deters", "c-b-china-never", "c-b-bottom-line"})
    CHECK(used.count(claim) == 1);
}

TEST_CASE("a threat, a promise and a red line are the issuer's, and nobody else's",
          "[reason][golden]") {
  const Bundled bundled;
  const Dataset& data = bundled.data;
  int issued = 0;
  for (std::uint32_t i = 0; i < data.claims.size(); ++i) {
    const Claim& claim = data.claims[i];
    const bool commits =
        claim.act == Act::kThreat || claim.act == Act::kPromise || claim.act == Act::kRedLine;
    if (!commits && claim.act != Act::kWarning) continue;
    const bool linked = claim.about.kind == AboutKind::kCondition;
    std::vector<Literal> supposed;
    if (linked) {
      const Condition& link = data[claim.about.condition];
      supposed.assign(link.antecedents.begin(), link.antecedents.end());
    }
    const Literal said = linked ? data[claim.about.condition].consequent : claim.about.literal;
    for (const reason::Answer& answer : bundled.AskAll(said, supposed)) {
      const auto path = reason::PathOf(bundled.views, answer.view);
      INFO(claim.id << " in " << bundled.Path(answer.view) << ": " << Line(data, answer));
      const bool issuer = Begins(path, claim) && path.size() == claim.attribution.size();
      CHECK(Used(answer).count(ClaimId(i)) == (issuer ? 1u : 0u));
      if (!issuer) continue;
      ++issued;
      CHECK(answer.status == reason::Status::kPredicted);
      CHECK(answer.literal == said);
      CHECK(std::any_of(answer.notes.begin(), answer.notes.end(), [&](const reason::Note& note) {
              return note.kind == reason::NoteKind::kCommitment && note.claim == ClaimId(i);
            }) == commits);
    }
  }
  CHECK(issued >= 6);  // Each has an issuer who is heard.
}

TEST_CASE("that China has a red line is its reader's word: crossing it commits nobody",
          "[reason][golden]") {
  const Bundled bundled;
  const Literal attack = Lit(bundled.data, "china-attacks-taiwan");
  for (const auto& answer :
       bundled.AskAll(attack, {Lit(bundled.data, "us-crosses-taiwan-red-line")})) {
    INFO(bundled.Path(answer.view) << ": " << Line(bundled.data, answer));
    CHECK(answer.status == reason::Status::kSilent);
    const bool author = bundled.Path(answer.view) == "a-blog-author";
    CHECK(answer.direction == (author ? reason::Direction::kMore : reason::Direction::kNone));
  }
}

TEST_CASE("may never becomes a probability: nothing is firmer than the words that it rests on",
          "[reason][golden]") {
  const Bundled bundled;
  const Dataset& data = bundled.data;
  int hedged = 0;
  std::set<std::string> wrong;
  ForEachAnswer(bundled, [&](const reason::Answer& answer, const std::vector<Literal>& supposed) {
    const std::string what = bundled.Path(answer.view) + ", supposing " + Names(data, supposed) +
                             ": " + Line(data, answer);
    if (answer.strength.has_value() != (answer.status == reason::Status::kPredicted))
      wrong.insert(what);
    for (const auto& step : answer.because.steps) {
      const Claim& claim = data[step.claim];
      // Only a word on the scale is a level; pulls, causes named and rankings have none.
      if (claim.modality > Modality::kEven) wrong.insert(what);
      if (claim.about.kind == AboutKind::kComparison) wrong.insert(what);
      if (claim.about.kind == AboutKind::kCondition) {
        const Form form = data[claim.about.condition].form;
        if (form != Form::kIf && form != Form::kOnlyIf && form != Form::kEvenIf) wrong.insert(what);
      }
      if (answer.strength && *answer.strength < claim.modality) wrong.insert(what);
      if (claim.modality != Modality::kPossible) continue;
      ++hedged;
      if (answer.strength != Modality::kPossible) wrong.insert(what);
    }
  });
  CHECK(wrong == std::set<std::string>());
  CHECK(hedged > 100);
}

TEST_CASE("who never speaks of a lever answers under it as under nothing", "[reason][golden]") {
  const Bundled bundled;
  const Dataset& data = bundled.data;
  const auto levers = Levers(data, StartOutcome(data));
  const auto own = SpokenOf(bundled, /*passed_on=*/false);
  int unmoved = 0;
  std::set<std::string> moved;
  for (const PropositionId target : Targets(data)) {
    const auto open = bundled.AskAll(Literal(target), {});
    for (const PropositionId lever : levers) {
      if (lever == target) continue;
      for (const bool off : {false, true}) {
        const auto answers = bundled.AskAll(Literal(target), {Literal(lever, off)});
        for (std::size_t v = 0; v < answers.size(); ++v) {
          const auto& spoken = own[v];
          const auto& excluded = data[lever].excludes;
          if (spoken.count(lever) != 0 ||
              std::any_of(excluded.begin(), excluded.end(),
                          [&](PropositionId p) { return spoken.count(p) != 0; }))
            continue;
          ++unmoved;
          if (Line(data, answers[v]) != Line(data, open[v]) ||
              answers[v].direction != reason::Direction::kNone)
            moved.insert(bundled.Path(answers[v].view) + ", supposing " +
                         reason::Spell(data, Literal(lever, off)) + ": " + Line(data, answers[v]));
        }
      }
    }
  }
  CHECK(moved == std::set<std::string>());
  CHECK(unmoved > 10'000);
}

TEST_CASE("who never speaks of an outcome is silent, with that reason", "[reason][golden]") {
  const Bundled bundled;
  const Dataset& data = bundled.data;
  const auto own = SpokenOf(bundled, false), passed_on = SpokenOf(bundled, true);
  int never = 0;
  std::set<std::string> wrong;
  ForEachAnswer(bundled, [&](const reason::Answer& answer, const std::vector<Literal>& supposed) {
    const PropositionId target = answer.target.proposition();
    if (answer.status == reason::Status::kAssumed) return;
    const std::size_t v = answer.view.index();
    const bool speaks = passed_on[v].count(target) != 0 || SpeaksNear(data, own[v], target);
    const bool silent = Line(data, answer) == "silent never-addressed, none";
    never += !speaks;
    if (!speaks && !silent)
      wrong.insert(bundled.Path(answer.view) + ", supposing " + Names(data, supposed) + ": " +
                   Line(data, answer));
  });
  CHECK(wrong == std::set<std::string>());
  CHECK(never > 10'000);
}

}  // namespace proviso::test

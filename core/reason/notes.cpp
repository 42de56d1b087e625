#include <algorithm>
#include <set>
#include <tuple>

#include "core/base/sort.h"
#include "core/reason/reading.h"

namespace proviso::reason {
namespace {

/// True if the note tells the view's own words.
bool IsOwnWord(NoteKind kind) {
  return kind == NoteKind::kRanking || kind == NoteKind::kUncommitted || kind == NoteKind::kAsked ||
         kind == NoteKind::kNorm;
}

/// Collects what has to be said beside an answer.
class Notes {
 public:
  Notes(const Reading& reading, const Scenario& scenario, const std::vector<AnswerCore>& cores,
        AnswerCore* answer)
      : reading_(reading),
        dataset_(reading.dataset),
        views_(reading.views),
        scenario_(scenario),
        cores_(cores),
        answer_(answer),
        view_(answer->view),
        target_(answer->target.proposition()) {}

  void Run() {
    used_ = ClaimsCounted(dataset_, *answer_);
    AddOwn();
    AddStancesOnUsed();
    AddStancesOnPassedOn();
    AddHedges();
    for (const Literal literal : scenario_.by_definition)
      if (reading_.Find(reading_.BlockOf(view_), literal) != Reading::kNoLiteral)
        Add(NoteKind::kByDefinition).literal = literal;
    Finish();
  }

  /// Of a near matter: what other views make of it, and rankings, stand with the outcome.
  void RunOwn() {
    used_ = ClaimsCounted(dataset_, *answer_);
    AddOwn();
    AddStancesOnUsed();
    std::vector<Note>& notes = answer_->notes;
    notes.erase(std::remove_if(notes.begin(), notes.end(),
                               [](const Note& note) { return note.kind == NoteKind::kRanking; }),
                notes.end());
    AddHedges();
    Finish();
  }

 private:
  Note& Add(NoteKind kind, ClaimId claim = {}) {
    Note note;
    note.kind = kind;
    note.claim = claim;
    answer_->notes.push_back(note);
    return answer_->notes.back();
  }

  /// What the view itself says beside the answer.
  void AddOwn() {
    for (const ClaimId id : views_.claims[view_]) {
      const Claim& claim = dataset_[id];
      if (claim.about.kind == AboutKind::kComparison &&
          RanksAnyOf(dataset_, claim, target_, scenario_))
        Add(NoteKind::kRanking, id);
      if (claim.about.kind != AboutKind::kComparison && TakesNoSide(claim) &&
          SpeaksOf(dataset_, claim, target_))
        Add(NoteKind::kUncommitted, id);
    }
    for (const ClaimId id : views_.uttered[view_])
      if (SpeaksOf(dataset_, dataset_[id], target_))
        Add(dataset_[id].act == Act::kQuestion ? NoteKind::kAsked : NoteKind::kNorm, id);
    for (const RelationId relation : views_.disputed_by[views_[view_].actor])
      if (SpeaksOf(dataset_, dataset_[dataset_[relation].to], target_)) AddDispute(relation);
    for (const ClaimId id : used_) {
      const Act act = dataset_[id].act;
      if (act == Act::kThreat || act == Act::kPromise || act == Act::kRedLine)
        Add(NoteKind::kCommitment, id);
    }
  }

  /// How those before the holder stand to what the answer uses, and who disputes it.
  void AddStancesOnUsed() {
    const std::uint32_t depth = views_[view_].depth;
    for (const ClaimId id : used_) {
      const std::span<const Step> steps = dataset_[id].attribution;
      for (std::size_t i = 0; i + 1 < steps.size() && i + 1 < depth; ++i)
        if (steps[i].stance != Stance::kReports) AddStance(id, steps[i]);
      AddDisputes(id);
    }
  }

  /// How this view's last actor stands to what views behind it use or say of the outcome, where he
  /// does not share it.
  void AddStancesOnPassedOn() {
    const std::uint32_t depth = views_[view_].depth;
    for (std::uint32_t v = view_.index() + 1; v < views_[view_].end; ++v) {
      std::vector<ClaimId> claims =
          ClaimsCounted(dataset_, cores_[v - cores_.front().view.index()]);
      for (const ClaimId id : views_.chains[ViewIndex(v)])
        if (SpeaksOf(dataset_, dataset_[id], target_)) claims.push_back(id);
      for (const ClaimId id : claims) {
        const std::span<const Step> steps = dataset_[id].attribution;
        if (steps.size() <= depth || steps[depth - 1].stance == Stance::kEndorses) continue;
        AddStance(id, steps[depth - 1]);
        AddDisputes(id);
      }
    }
  }

  void AddStance(ClaimId id, const Step& step) {
    Note& note = Add(NoteKind::kStance, id);
    note.actor = step.actor;
    note.stance = step.stance;
  }

  /// A third party's dispute of a claim, kept as a relation by that party.
  void AddDisputes(ClaimId id) {
    for (const RelationId relation : views_.disputes[id]) AddDispute(relation);
  }

  void AddDispute(RelationId relation) {
    Note& note = Add(NoteKind::kDispute, dataset_[relation].to);
    note.actor = dataset_[relation].by;
    note.relation = relation;
  }

  /// Words that make the attribution itself unsure, of the claims used; where the answer uses none,
  /// of those that are told with it. Of what is not told here nothing is unsure here.
  void AddHedges() {
    const std::uint32_t depth = views_[view_].depth;
    const auto add = [&](ClaimId id) {
      const std::span<const Step> steps = dataset_[id].attribution;
      for (std::size_t i = 0; i < steps.size() && i < depth; ++i) {
        if (steps[i].hedge.empty()) continue;
        Note& note = Add(NoteKind::kStepHedge, id);
        note.actor = steps[i].actor;
        note.text = steps[i].hedge;
      }
    };
    if (!used_.empty()) {
      for (const ClaimId id : used_) add(id);
    } else {
      std::vector<ClaimId> told;
      for (const Note& note : answer_->notes)
        if (IsOwnWord(note.kind)) told.push_back(note.claim);
      for (const ClaimId id : told) add(id);
    }
  }

  void Finish() {
    const auto text = [&](ClaimId id) { return id ? dataset_[id].id : Text(); };
    const auto name = [&](ActorId id) { return id ? dataset_[id].id : Text(); };
    const auto key = [&](const Note& note) {
      const Text literal = note.literal ? dataset_[note.literal.proposition()].id : Text();
      const Text relation = note.relation ? dataset_[note.relation].id : Text();
      return std::tuple(note.kind, text(note.claim), name(note.actor), literal,
                        note.literal && note.literal.negated(), note.stance, note.text, relation,
                        !note.balancing);
    };
    std::vector<Note>& notes = answer_->notes;
    SortList(&notes, [&](const Note& a, const Note& b) { return key(a) < key(b); });
    notes.erase(std::unique(notes.begin(), notes.end()), notes.end());
  }

  const Reading& reading_;
  const Dataset& dataset_;
  const Views& views_;
  const Scenario& scenario_;
  const std::vector<AnswerCore>& cores_;
  AnswerCore* answer_;
  ViewIndex view_;
  PropositionId target_;
  std::vector<ClaimId> used_;
};

}  // namespace

std::vector<ClaimId> ClaimsCounted(const Dataset& dataset, const AnswerCore& answer) {
  std::vector<ClaimId> used;
  for (const Derivation* side : {&answer.because, &answer.against})
    for (const Inference& step : side->steps) used.push_back(step.claim);
  for (const Pull& pull : answer.pulls)
    used.insert(used.end(), pull.claims.begin(), pull.claims.end());
  const auto before = [&](ClaimId a, ClaimId b) { return dataset[a].id < dataset[b].id; };
  SortList(&used, before);
  used.erase(std::unique(used.begin(), used.end()), used.end());
  return used;
}

void AddNotes(const Reading& reading, const Scenario& scenario,
              const std::vector<AnswerCore>& cores, AnswerCore* answer) {
  Notes(reading, scenario, cores, answer).Run();
}

void AddOwnNotes(const Reading& reading, const Scenario& scenario, AnswerCore* answer) {
  const std::vector<AnswerCore> none;
  Notes(reading, scenario, none, answer).RunOwn();
}

}  // namespace proviso::reason

#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/support/plain_reasoner.h"

namespace proviso::test {

/// The influences of a view over which something supposed gets to an outcome, drawn out as naively
/// as can be: who reaches whom as a set of pairs, loops by walking every round.
struct PlainCourse {
  /// A link from one proposition to another, with all claims that lend it.
  struct Carrier {
    PlainEdge edge;
    std::vector<ClaimId> claims;  ///< By id.
    int pull = 0;                 ///< What arrives over it.
    bool inner = false;           ///< Part of a feedback.
  };
  PropositionId target;
  std::vector<Carrier> carriers;
  std::set<PropositionId> nodes;       ///< From which a way leads to the outcome.
  std::map<PropositionId, int> pulls;  ///< As in `PlainAnswer`.
  std::set<PropositionId> fixed;       ///< Supposed.
  std::set<Literal> supposed;
  std::map<PropositionId, Literal> already;                ///< Supposed, and so anyway: no pull.
  std::map<PropositionId, ClaimId> flat;                   ///< Who says so outright, if anybody.
  std::set<std::pair<PropositionId, PropositionId>> ways;  ///< Over what carries anything.
  bool reached = false;
};

PlainCourse MakePlainCourse(const Dataset& dataset, const PlainAnswer& plain,
                            const std::set<Literal>& supposed, PropositionId target);

/// What settles the direction, in order.
std::vector<reason::DirectionReason> DirectionReasons(const PlainCourse& course);

/// Empty, or what is wrong with an answer's pulls.
std::string CheckPlainPulls(const Dataset& dataset, const PlainCourse& course,
                            const reason::Answer& answer);

/// Adds the notes of feedback and of what is so already.
void AddCourseNotes(const PlainCourse& course, std::vector<reason::Note>* notes);

}  // namespace proviso::test

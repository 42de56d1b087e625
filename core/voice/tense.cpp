#include "core/voice/tense.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/model/date.h"
#include "core/reason/views.h"
#include "core/voice/library.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

/// True for what goes on or lasts, where other kinds are done once.
bool Lasts(PropositionKind kind) {
  switch (kind) {
    case PropositionKind::kState:
    case PropositionKind::kAttitude:
    case PropositionKind::kCapability:
    case PropositionKind::kThreshold:
    case PropositionKind::kMotive:
      return true;
    case PropositionKind::kAction:
    case PropositionKind::kEvent:
    case PropositionKind::kManner:
      break;
  }
  return false;
}

/// When the texts were written, as far as they are dated.
struct Written {
  std::int32_t first = 0, last = 0;
  bool known = false;
};

Written WhenWritten(const Dataset& dataset) {
  Written written;
  for (const Document& document : dataset.documents) {
    const std::optional<DateRange> date = ParseDate(document.published);
    if (!date) continue;
    const DatePoint from = date->from ? *date->from : *date->to;
    const DatePoint to = date->to ? *date->to : from;
    written.first = written.known ? std::min(written.first, from.first_day) : from.first_day;
    written.last = written.known ? std::max(written.last, to.last_day) : to.last_day;
    written.known = true;
  }
  return written;
}

std::optional<Tense> OfWindow(const Written& written, Date window) {
  if (!written.known || window.empty()) return std::nullopt;
  const std::optional<DateRange> date = ParseDate(window);
  if (!date) return std::nullopt;
  if (date->to && date->to->first_day <= written.last) return Tense::kPast;
  if (!date->from) return std::nullopt;
  return date->from->last_day >= written.first ? Tense::kFuture : Tense::kPresent;
}

bool Forecasts(const Claim& claim) {
  return claim.kind == ClaimKind::kPrediction ||
         (claim.has_evidence() && claim.evidence == Evidence::kExpected);
}

/// What the records around each proposition say of its tense.
struct Hints {
  bool earlier = false;   ///< The same matter earlier than another.
  bool happened = false;  ///< An event of it happened or is alleged.
  bool to_come = false;   ///< One is expected or only supposed.
  bool stated = false;    ///< Somebody says outright that it is so or not.
  bool forecast = false;  ///< Somebody forecasts it.
};

std::vector<Hints> HintsOf(const Dataset& dataset) {
  std::vector<Hints> hints(dataset.propositions.size());
  for (std::uint32_t i = 0; i < dataset.propositions.size(); ++i)
    for (const Near& near : dataset.propositions[i].near)
      if (near.how == Nearness::kEarlier) hints[i].earlier = true;
  for (const Event& event : dataset.events) {
    Hints& of = hints[event.proposition.index()];
    const bool done =
        event.status == EventStatus::kHappened || event.status == EventStatus::kAlleged;
    (done ? of.happened : of.to_come) = true;
  }
  for (const Claim& claim : dataset.claims) {
    if (claim.about.kind != AboutKind::kProposition || !claim.about.literal.proposition()) continue;
    if (!reason::HoldsContent(claim)) continue;
    Hints& of = hints[claim.about.literal.proposition().index()];
    (Forecasts(claim) || claim.act != Act::kAssertive ? of.forecast : of.stated) = true;
  }
  return hints;
}

Tense Decide(const Proposition& proposition, const Hints& hints, const Written& written) {
  if (proposition.has_tense()) return proposition.tense;
  const bool lasts = Lasts(proposition.kind);
  if (hints.earlier) return lasts ? Tense::kPresent : Tense::kPast;
  if (hints.happened) return Tense::kPast;
  if (hints.to_come) return Tense::kFuture;
  if (const std::optional<Tense> of_window = OfWindow(written, proposition.window))
    return *of_window;
  if (lasts) return Tense::kPresent;
  return hints.stated && !hints.forecast ? Tense::kPresent : Tense::kFuture;
}

bool StatesFact(ClaimKind kind) {
  return kind == ClaimKind::kFact || kind == ClaimKind::kStatistic || kind == ClaimKind::kDenial ||
         kind == ClaimKind::kAccusation;
}

bool Denies(const Claim& claim) {
  return claim.kind == ClaimKind::kDenial ||
         (claim.has_evidence() && claim.evidence == Evidence::kDenied);
}

}  // namespace

std::vector<Tense> TensesOf(const Dataset& dataset) {
  const std::vector<Hints> hints = HintsOf(dataset);
  const Written written = WhenWritten(dataset);
  std::vector<Tense> tenses;
  tenses.reserve(hints.size());
  for (std::size_t i = 0; i < hints.size(); ++i)
    tenses.push_back(Decide(dataset.propositions[i], hints[i], written));
  return tenses;
}

Tense TenseOf(const Library& library, Literal literal) {
  const PropositionId p = literal.proposition();
  return p ? library.tenses[p.index()] : Tense::kFuture;
}

Tense TenseOf(const Library& library, const Claim& claim) {
  if (claim.about.kind == AboutKind::kCondition) {
    const Tense head = TenseOf(library, library.dataset[claim.about.condition].consequent);
    return head == Tense::kPast ? head : Tense::kFuture;
  }
  if (claim.about.kind == AboutKind::kQuantity)
    return library.dataset[claim.about.quantity].forecast ? Tense::kFuture : Tense::kPresent;
  if (claim.about.kind != AboutKind::kProposition) return Tense::kPresent;
  const Tense tense = TenseOf(library, claim.about.literal);
  if (Forecasts(claim)) return tense == Tense::kPast ? tense : Tense::kFuture;
  return tense == Tense::kFuture && StatesFact(claim.kind) ? Tense::kPresent : tense;
}

bool HasCome(const Dataset& dataset, const Condition& link) {
  if (link.form != Form::kRaises && link.form != Form::kLowers) return false;
  const auto has_come = [&dataset](Literal literal) {
    const Proposition& p = dataset[literal.proposition()];
    return p.has_tense() && p.tense != Tense::kFuture;
  };
  return has_come(link.consequent) &&
         std::all_of(link.antecedents.begin(), link.antecedents.end(), has_come);
}

std::string_view LevelWords(Tense tense, Modality modality, bool negated) {
  constexpr std::array<std::string_view, 4> kHasLabels{
      "Has been so", "Very likely has been so", "Likely has been so", "Possibly has been so"};
  constexpr std::array<std::string_view, 4> kHasNotLabels{"Has not", "Very likely has not",
                                                          "Likely has not", "Possibly has not"};
  constexpr std::array<std::string_view, 4> kIsLabels{"Is so", "Very likely so", "Likely so",
                                                      "Possibly so"};
  constexpr std::array<std::string_view, 4> kIsNotLabels{"Is not so", "Very likely not so",
                                                         "Likely not so", "Possibly not so"};
  const auto level = static_cast<std::size_t>(modality);
  if (tense == Tense::kFuture || level >= kIsLabels.size()) return LevelWords(modality, negated);
  if (tense == Tense::kPast) return negated ? kHasNotLabels[level] : kHasLabels[level];
  return negated ? kIsNotLabels[level] : kIsLabels[level];
}

std::string_view LevelWords(const Library& library, const Claim& claim) {
  const Tense tense = TenseOf(library, claim);
  bool negated = claim.about.literal.negated();
  if (claim.about.kind == AboutKind::kCondition) {
    const Condition& link = library.dataset[claim.about.condition];
    negated = link.consequent.negated() != (link.form == Form::kOnlyIf);
  }
  // "Should" is what somebody holds, however flatly, and neither a fact nor a forecast.
  if (claim.kind == ClaimKind::kNormative)
    return negated ? Key("Says it ought not to be so") : Key("Says it ought to be so");
  if (claim.about.kind == AboutKind::kCondition) return LevelWords(tense, claim.modality, negated);
  if (claim.modality == Modality::kWill && tense != Tense::kFuture) {
    if (negated && Denies(claim)) return Key("Denied outright");
    if (!negated && claim.kind == ClaimKind::kFact) return Key("Stated as fact");
    // Whom somebody accuses has not therefore done it.
    if (!negated && claim.kind == ClaimKind::kAccusation) return Key("Stated as an accusation");
  }
  return LevelWords(tense, claim.modality, negated);
}

std::string_view RulerEnd(Tense tense, bool negated) {
  constexpr std::array<std::string_view, 3> kSoLabels{"has been", "is so", "will"};
  constexpr std::array<std::string_view, 3> kNotSoLabels{"has not", "is not so", "will not"};
  return (negated ? kNotSoLabels : kSoLabels)[static_cast<std::size_t>(tense)];
}

}  // namespace proviso::view

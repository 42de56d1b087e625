#include "core/words/labels.h"

#include <array>

#include "core/model/words.h"

namespace proviso::view {
namespace {

/// The label of `value`; a vocabulary that grows without its label fails to compile.
template <std::size_t N, class E>
constexpr std::string_view At(const std::array<std::string_view, N>& labels, E value) {
  static_assert(N == kWords<E>.size());
  return labels[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view Label(query::Facet facet) {
  constexpr std::array<std::string_view, 12> kLabels{
      "Voice",   "Text",     "Topic", "Speaks of", "Which way", "Strength used",
      "Told as", "Evidence", "Act",   "Kind",      "Link",      "Year"};
  return At(kLabels, facet);
}
std::string_view Label(query::Direction direction) {
  constexpr std::array<std::string_view, 4> kLabels{"Makes more likely", "Makes less likely",
                                                    "No effect", "Which way is not said"};
  return At(kLabels, direction);
}
std::string_view Label(ActorKind kind) {
  constexpr std::array<std::string_view, 6> kLabels{"Person", "Organisation", "State",
                                                    "Bloc",   "Group",        "Unnamed"};
  return At(kLabels, kind);
}
std::string_view Label(PropositionKind kind) {
  constexpr std::array<std::string_view, 8> kLabels{"Action",   "Event",      "State of affairs",
                                                    "Attitude", "Capability", "Threshold",
                                                    "Motive",   "Manner"};
  return At(kLabels, kind);
}
std::string_view Label(Role role) {
  constexpr std::array<std::string_view, 4> kLabels{"Outcome", "Condition", "Step on the way",
                                                    "Background"};
  return At(kLabels, role);
}
std::string_view Label(Nearness how) {
  constexpr std::array<std::string_view, 4> kLabels{
      "Wider than", "Part of", "A motive or readiness for", "The same matter earlier than"};
  return At(kLabels, how);
}
std::string_view Label(Form form) {
  constexpr std::array<std::string_view, 8> kLabels{"If",
                                                    "Only if",
                                                    "Makes more likely",
                                                    "Makes less likely",
                                                    "No effect",
                                                    "Depends on it, which way is not said",
                                                    "Even if",
                                                    "Explains afterwards"};
  return At(kLabels, form);
}
std::string_view Label(Mechanism mechanism) {
  constexpr std::array<std::string_view, 9> kLabels{"Deterrence", "Incentive",         "Capability",
                                                    "Obligation", "Retaliation",       "Signalling",
                                                    "Learning",   "Domestic politics", "Other"};
  return At(kLabels, mechanism);
}
std::string_view Label(Stance stance) {
  constexpr std::array<std::string_view, 8> kLabels{"says",        "reports",
                                                    "endorses",    "doubts",
                                                    "disputes",    "speaks for the mind of",
                                                    "ranks lower", "keeps a distance from"};
  return At(kLabels, stance);
}
std::string_view ToldAsLabel(Stance stance) {
  constexpr std::array<std::string_view, 8> kLabels{"Own words",    "Reported",
                                                    "Endorsed",     "Doubted",
                                                    "Disputed",     "Spoken for another’s mind",
                                                    "Ranked lower", "Told at a distance"};
  return At(kLabels, stance);
}
std::string_view Label(Modality modality) {
  constexpr std::array<std::string_view, 7> kLabels{"Flat: is, was, will",
                                                    "Very likely",
                                                    "Likely",
                                                    "Possible",
                                                    "About even",
                                                    "Leaves it open",
                                                    "Which way or a ranking, not how likely"};
  return At(kLabels, modality);
}
std::string_view Label(Act act) {
  constexpr std::array<std::string_view, 7> kLabels{"Statement", "Threat",   "Promise", "Red line",
                                                    "Demand",    "Question", "Warning"};
  return At(kLabels, act);
}
std::string_view Label(Basis basis) {
  constexpr std::array<std::string_view, 6> kLabels{
      "Own judgement", "Cites evidence", "Cites a source", "History", "Intelligence", "Not stated"};
  return At(kLabels, basis);
}
std::string_view Label(Tier tier) {
  constexpr std::array<std::string_view, 3> kLabels{"At the core", "Linked", "Background"};
  return At(kLabels, tier);
}
std::string_view Label(ClaimKind kind) {
  constexpr std::array<std::string_view, 8> kLabels{"Fact",      "Assessment",      "Forecast",
                                                    "Denial",    "Accusation",      "Motive",
                                                    "Statistic", "What ought to be"};
  return At(kLabels, kind);
}
std::string_view Label(Evidence evidence) {
  constexpr std::array<std::string_view, 7> kLabels{"Observed", "Reported", "No evidence so far",
                                                    "Not yet",  "Denied",   "Being considered",
                                                    "Expected"};
  return At(kLabels, evidence);
}
std::string_view Label(Inferred what) {
  constexpr std::array<std::string_view, 4> kLabels{"which way", "the link", "whose it is",
                                                    "the date"};
  return At(kLabels, what);
}
std::string_view Label(Confidence confidence) {
  constexpr std::array<std::string_view, 3> kLabels{"High", "Medium", "Low"};
  return At(kLabels, confidence);
}
std::string_view Label(PassageRole role) {
  constexpr std::array<std::string_view, 5> kLabels{"Body", "Summary", "Repeats another passage",
                                                    "Heading", "Boilerplate"};
  return At(kLabels, role);
}
std::string_view Label(Quality quality) {
  constexpr std::array<std::string_view, 2> kLabels{"Sound", "Garbled in the copy"};
  return At(kLabels, quality);
}
std::string_view Label(RelationType type) {
  constexpr std::array<std::string_view, 7> kLabels{
      "Supports", "Speaks against", "Undercuts",      "Says much the same as",
      "Refines",  "Contrasts with", "Same outcome as"};
  return At(kLabels, type);
}
std::string_view Label(RelationStrength strength) {
  constexpr std::array<std::string_view, 3> kLabels{"Clear", "Near", "A matter of framing"};
  return At(kLabels, strength);
}
std::string_view Label(Scheme scheme) {
  constexpr std::array<std::string_view, 8> kLabels{
      "From consequences",         "By threat",   "By analogy",
      "By expert opinion",         "From a sign", "From a commitment",
      "From aims and their means", "Other"};
  return At(kLabels, scheme);
}
std::string_view Label(EventStatus status) {
  constexpr std::array<std::string_view, 4> kLabels{"Happened", "Expected", "Alleged",
                                                    "Only supposed"};
  return At(kLabels, status);
}
std::string_view Label(Approx approx) {
  constexpr std::array<std::string_view, 5> kLabels{"exactly", "about", "over", "under", "up to"};
  return At(kLabels, approx);
}
std::string_view NearKey(Nearness how) {
  constexpr std::array<std::string_view, 4> kLabels{"Wider than it", "Part of it", "A step before",
                                                    "Up to then"};
  return At(kLabels, how);
}

std::string_view Label(Coded coded) {
  constexpr std::array<std::string_view, 2> kLabels{"Coded in full", "Coded in part"};
  return At(kLabels, coded);
}
std::string_view Label(Quoting quoting) {
  constexpr std::array<std::string_view, 3> kLabels{
      "No##may be quoted", "The passages##may be quoted", "All of it##may be quoted"};
  return At(kLabels, quoting);
}
std::string_view Label(Tense tense) {
  constexpr std::array<std::string_view, 3> kLabels{"Past##when", "Present##when", "Future##when"};
  return At(kLabels, tense);
}
std::string_view Label(Table table) {
  constexpr std::array<std::string_view, kTableCount> kLabels{
      "Text",  "Passage", "Actor", "Statement", "Link", "Claim", "Relation between claims",
      "Event", "Figure",  "Topic", "Question"};
  return At(kLabels, table);
}

std::string_view Label(Stance stance, bool plural) {
  constexpr std::array<std::string_view, 8> kPluralLabels{
      "say##of several",        "report##of several",
      "endorse##of several",    "doubt##of several",
      "dispute##of several",    "speak for the mind of##of several",
      "rank lower##of several", "keep a distance from##of several"};
  return plural ? At(kPluralLabels, stance) : Label(stance);
}

std::string StanceWords(const Say& say, Stance stance, std::string_view next, bool plural) {
  constexpr std::array<std::string_view, 8> kLabels{"says it",        "reports it",
                                                    "endorses it",    "doubts it",
                                                    "disputes it",    "speaks for the mind of {0}",
                                                    "ranks it lower", "keeps a distance from it"};
  constexpr std::array<std::string_view, 8> kPluralLabels{
      "say it##of several",        "report it##of several",
      "endorse it##of several",    "doubt it##of several",
      "dispute it##of several",    "speak for the mind of {0}##of several",
      "rank it lower##of several", "keep a distance from it##of several"};
  return say(plural ? At(kPluralLabels, stance) : At(kLabels, stance), {next});
}

std::string_view LevelWords(Modality modality, bool negated) {
  constexpr std::array<std::string_view, 7> kForLabels{
      "Will",       "Very likely",    "Likely",        "Possible",
      "About even", "Leaves it open", "Not how likely"};
  constexpr std::array<std::string_view, 7> kAgainstLabels{
      "Will not",   "Very likely not", "Likely not",    "Possibly not",
      "About even", "Leaves it open",  "Not how likely"};
  return negated ? At(kAgainstLabels, modality) : At(kForLabels, modality);
}

std::string Counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string JoinWords(const std::vector<std::string>& words, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " " + std::string(last) + " " : ", ";
    out += words[i];
  }
  return out;
}

std::string Capital(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string Quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

}  // namespace proviso::view

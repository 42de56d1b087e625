#include "core/view/answer_json.h"

#include <nlohmann/json.hpp>

namespace proviso::view {
namespace {

using Json = nlohmann::ordered_json;
using reason::Answer;
using reason::Derivation;
using reason::Direction;
using reason::NoteKind;
using reason::Status;

class Writer {
 public:
  Writer(const Dataset& dataset, const reason::Views& views) : dataset_(dataset), views_(views) {}

  Json Of(const Answer& answer) const {
    Json json;
    json["view"] = Json::array();
    for (const ActorId actor : PathOf(views_, answer.view))
      json["view"].push_back(Id(dataset_[actor].id));
    json["target"] = reason::Spell(dataset_, answer.target);
    json["status"] = std::string(Word(answer.status));
    json["reason"] = answer.reasons.empty() ? Json() : Json(std::string(Word(answer.reasons[0])));
    json["reasons"] = Json::array();
    for (const reason::Reason why : answer.reasons)
      json["reasons"].push_back(std::string(Word(why)));
    json["literal"] = LiteralOrNull(answer.literal);
    json["strength"] = StrengthOrNull(answer.strength);
    json["derived"] = answer.derived;
    json["attenuated"] = answer.attenuated;
    json["direction"] = DirectionOrNull(answer.direction);
    json["directionReason"] = answer.direction_reasons.empty()
                                  ? Json()
                                  : Json(std::string(Word(answer.direction_reasons[0])));
    const bool two_sided = answer.status == Status::kConflict || answer.status == Status::kEven ||
                           answer.status == Status::kOpen || answer.status == Status::kUnresolved;
    const bool even = answer.status == Status::kEven;
    json["because"] = two_sided ? Side(answer.because, even) : Steps(answer.because);
    json["against"] = two_sided ? Side(answer.against, even) : Steps(answer.against);
    json["missing"] = Literals(answer.missing);
    json["switchedOff"] = Json::array();
    for (const reason::SwitchedOff& off : answer.switched_off)
      json["switchedOff"].push_back(
          Json{{"claim", Id(off.claim)}, {"by", reason::Spell(dataset_, off.by)}});
    json["near"] = Json::array();
    for (const reason::NearAnswer& near : answer.near) json["near"].push_back(Of(near));
    json["notes"] = Json::array();
    for (const reason::Unmet& unmet : answer.unmet) json["notes"].push_back(Of(unmet));
    for (const reason::Pull& pull : answer.pulls) json["notes"].push_back(Of(pull));
    for (const reason::Note& note : answer.notes) json["notes"].push_back(Of(note));
    return json;
  }

 private:
  static std::string Id(Text id) { return std::string(id); }
  std::string Id(ClaimId claim) const { return std::string(dataset_[claim].id); }

  Json LiteralOrNull(Literal literal) const {
    return literal ? Json(reason::Spell(dataset_, literal)) : Json();
  }
  static Json StrengthOrNull(std::optional<Modality> strength) {
    return strength ? Json(std::string(Word(*strength))) : Json();
  }
  static Json DirectionOrNull(Direction direction) {
    return direction == Direction::kNone ? Json() : Json(std::string(Word(direction)));
  }

  Json Literals(const std::vector<Literal>& literals) const {
    Json json = Json::array();
    for (const Literal literal : literals) json.push_back(reason::Spell(dataset_, literal));
    return json;
  }

  Json Steps(const Derivation& derivation) const {
    Json json = Json::array();
    for (const reason::Inference& step : derivation.steps) {
      Json rule;
      rule["condition"] = step.condition ? Json(Id(dataset_[step.condition].id)) : Json();
      rule["if"] = Literals(step.antecedents);
      rule["unless"] = Literals(step.unless);
      rule["then"] = reason::Spell(dataset_, step.conclusion);
      rule["strength"] = std::string(Word(step.strength));
      Json entry;
      entry["claim"] = Id(step.claim);
      entry["rule"] = std::move(rule);
      entry["premises"] = Literals(step.antecedents);
      json.push_back(std::move(entry));
    }
    return json;
  }

  Json Side(const Derivation& derivation, bool even) const {
    Json json;
    json["literal"] = LiteralOrNull(derivation.literal);
    json["strength"] = StrengthOrNull(even ? std::optional(Modality::kEven) : derivation.strength);
    json["steps"] = Steps(derivation);
    return json;
  }

  Json Of(const reason::NearAnswer& near) const {
    Json json;
    json["proposition"] = Id(dataset_[near.proposition].id);
    json["how"] = std::string(Word(near.how));
    json["status"] = std::string(Word(near.status));
    json["reason"] = near.reason ? Json(std::string(Word(*near.reason))) : Json();
    json["literal"] = LiteralOrNull(near.literal);
    json["strength"] = StrengthOrNull(near.strength);
    json["direction"] = DirectionOrNull(near.direction);
    return json;
  }

  Json Of(const reason::Unmet& unmet) const {
    return Json{{"kind", "unmet"},
                {"claim", Id(unmet.claim)},
                {"met", unmet.met},
                {"of", unmet.of},
                {"missing", Literals(unmet.missing)}};
  }

  Json Of(const reason::Pull& pull) const {
    Json json;
    json["kind"] = "pull";
    json["direction"] = DirectionOrNull(pull.pull);
    json["sign"] = DirectionOrNull(pull.sign);
    json["from"] = Id(dataset_[pull.from].id);
    json["to"] = Id(dataset_[pull.to].id);
    json["condition"] = Id(dataset_[pull.condition].id);
    json["claims"] = Json::array();
    json["hedges"] = Json::array();
    for (const ClaimId claim : pull.claims) {
      json["claims"].push_back(Id(claim));
      for (const Text hedge : dataset_[claim].hedges) json["hedges"].push_back(Id(hedge));
    }
    if (dataset_[pull.condition].graded) json["graded"] = true;
    if (pull.by_contrast) json["byContrast"] = true;
    if (pull.unsettled) json["exceptionOpen"] = true;
    if (pull.need_not) json["needNotChange"] = true;
    return json;
  }

  Json Of(const reason::Note& note) const {
    Json json;
    json["kind"] = std::string(Word(note.kind));
    if (note.actor) json["actor"] = Id(dataset_[note.actor].id);
    if (note.kind == NoteKind::kStance) json["stance"] = std::string(Word(note.stance));
    if (note.literal) json["literal"] = reason::Spell(dataset_, note.literal);
    if (note.claim) json["claim"] = Id(note.claim);
    if (note.relation) json["relation"] = Id(dataset_[note.relation].id);
    if (!note.text.empty()) json["text"] = Id(note.text);
    if (note.kind == NoteKind::kUncommitted && dataset_[note.claim].evidence != Evidence::kReported)
      json["evidence"] = std::string(Word(dataset_[note.claim].evidence));
    if (note.kind == NoteKind::kCommitment || note.kind == NoteKind::kNorm)
      json["act"] = std::string(Word(dataset_[note.claim].act));
    if (note.kind == NoteKind::kLoop) json["balancing"] = note.balancing;
    if (note.kind == NoteKind::kByDefinition) json["by"] = "coder";
    return json;
  }

  const Dataset& dataset_;
  const reason::Views& views_;
};

}  // namespace

std::string AnswersJson(const Dataset& dataset, const reason::Views& views,
                        const std::vector<reason::Answer>& answers) {
  const Writer writer(dataset, views);
  Json json = Json::array();
  for (const Answer& answer : answers) json.push_back(writer.Of(answer));
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace proviso::view

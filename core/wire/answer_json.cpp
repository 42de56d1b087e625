#include "core/wire/answer_json.h"

#include "core/io/json_out.h"
#include "core/voice/reply.h"
#include "core/voice/tense.h"

namespace proviso::view {
namespace {

using reason::Answer;
using reason::Derivation;
using reason::Direction;
using reason::NoteKind;
using reason::Status;

class Writer {
 public:
  Writer(const Dataset& dataset, const reason::Views& views, const reason::Scenario& scenario)
      : dataset_(dataset), views_(views), scenario_(scenario), tenses_(TensesOf(dataset)) {}

  std::string Of(const std::vector<Answer>& answers) {
    json_.Open('[');
    for (const Answer& answer : answers) Put(answer);
    json_.Close(']');
    return json_.Take();
  }

 private:
  std::string Spell(Literal literal) const { return reason::Spell(dataset_, literal); }

  void Claim(std::string_view key, ClaimId claim) { json_.Text(key, dataset_[claim].id); }
  void LiteralOrNull(std::string_view key, Literal literal) {
    json_.TextOrNull(key, literal ? Spell(literal) : std::string());
  }
  void StrengthOrNull(std::string_view key, std::optional<Modality> strength) {
    json_.TextOrNull(key, strength ? Word(*strength) : std::string_view());
  }
  void DirectionOrNull(std::string_view key, Direction direction) {
    json_.TextOrNull(key, direction == Direction::kNone ? std::string_view() : Word(direction));
  }
  /// The first of several reasons, or null.
  template <class E>
  void FirstOrNull(std::string_view key, const std::vector<E>& reasons) {
    json_.TextOrNull(key, reasons.empty() ? std::string_view() : Word(reasons[0]));
  }

  void Literals(std::string_view key, const std::vector<Literal>& literals) {
    json_.List(key);
    for (const Literal literal : literals) json_.String(Spell(literal));
    json_.Close(']');
  }

  void Put(const Answer& answer) {
    json_.Open('{');
    json_.List("view");
    for (const ActorId actor : PathOf(views_, answer.view)) json_.String(dataset_[actor].id);
    json_.Close(']');
    json_.Text("target", Spell(answer.target));
    json_.Text("status", Word(answer.status));
    FirstOrNull("reason", answer.reasons);
    json_.List("reasons");
    for (const reason::Reason why : answer.reasons) json_.String(Word(why));
    json_.Close(']');
    LiteralOrNull("literal", answer.literal);
    StrengthOrNull("strength", answer.strength);
    json_.Flag("derived", answer.derived);
    json_.Flag("attenuated", answer.attenuated);
    DirectionOrNull("direction", answer.direction);
    FirstOrNull("directionReason", answer.direction_reasons);
    const bool two_sided = answer.status == Status::kConflict || answer.status == Status::kEven ||
                           answer.status == Status::kOpen || answer.status == Status::kUnresolved;
    const auto side = [&](std::string_view key, const Derivation& derivation) {
      if (two_sided)
        Side(key, derivation, answer.status == Status::kEven);
      else
        Steps(key, derivation);
    };
    side("because", answer.because);
    side("against", answer.against);
    Literals("missing", answer.missing);
    json_.List("switchedOff");
    for (const reason::SwitchedOff& off : answer.switched_off) {
      json_.Open('{');
      Claim("claim", off.claim);
      json_.Text("by", Spell(off.by));
      json_.Close('}');
    }
    json_.Close(']');
    json_.List("near");
    for (const reason::NearAnswer& near : answer.near) Put(near);
    json_.Close(']');
    json_.List("notes");
    for (const reason::Unmet& unmet : answer.unmet) Put(unmet);
    for (const reason::Pull& pull : answer.pulls) Put(pull);
    for (const reason::Note& note : answer.notes) Put(note);
    json_.Close(']');
    json_.Text("words", ReplyOf(InWords(), answer, scenario_).words);
    json_.Close('}');
  }

  Speech InWords() const { return {dataset_, views_, tenses_, say_}; }

  void Steps(std::string_view key, const Derivation& derivation) {
    json_.List(key);
    for (const reason::Inference& step : derivation.steps) {
      json_.Open('{');
      Claim("claim", step.claim);
      json_.Object("rule");
      json_.TextOrNull("condition", step.condition ? dataset_[step.condition].id : Text());
      Literals("if", step.antecedents);
      Literals("unless", step.unless);
      json_.Text("then", Spell(step.conclusion));
      json_.Text("strength", Word(step.strength));
      json_.Close('}');
      Literals("premises", step.antecedents);
      json_.Close('}');
    }
    json_.Close(']');
  }

  void Side(std::string_view key, const Derivation& derivation, bool even) {
    json_.Object(key);
    LiteralOrNull("literal", derivation.literal);
    StrengthOrNull("strength", even ? std::optional(Modality::kEven) : derivation.strength);
    Steps("steps", derivation);
    json_.Close('}');
  }

  void Put(const reason::NearAnswer& near) {
    json_.Open('{');
    json_.Text("proposition", dataset_[near.proposition].id);
    json_.Text("how", Word(near.how));
    json_.Text("status", Word(near.status));
    FirstOrNull("reason", near.reasons);
    LiteralOrNull("literal", near.literal);
    StrengthOrNull("strength", near.strength);
    DirectionOrNull("direction", near.direction);
    json_.List("claims");
    for (const ClaimId claim : ClaimsNamed(near)) json_.String(dataset_[claim].id);
    json_.Close(']');
    json_.TextOrNull("words", IsSaid(near) ? NearWords(InWords(), near) : std::string());
    json_.Close('}');
  }

  void Put(const reason::Unmet& unmet) {
    json_.Open('{');
    json_.Text("kind", "unmet");
    Claim("claim", unmet.claim);
    json_.Number("met", static_cast<std::int64_t>(unmet.met));
    json_.Number("of", static_cast<std::int64_t>(unmet.of));
    Literals("missing", unmet.missing);
    json_.Close('}');
  }

  void Put(const reason::Pull& pull) {
    json_.Open('{');
    json_.Text("kind", "pull");
    DirectionOrNull("direction", pull.pull);
    DirectionOrNull("sign", pull.sign);
    json_.Text("from", dataset_[pull.from].id);
    json_.Text("to", dataset_[pull.to].id);
    json_.Text("condition", dataset_[pull.condition].id);
    json_.List("claims");
    for (const ClaimId claim : pull.claims) json_.String(dataset_[claim].id);
    json_.Close(']');
    json_.List("hedges");
    for (const ClaimId claim : pull.claims)
      for (const Text hedge : dataset_[claim].hedges) json_.String(hedge);
    json_.Close(']');
    if (dataset_[pull.condition].graded) json_.Flag("graded", true);
    if (pull.by_contrast) json_.Flag("byContrast", true);
    if (pull.unsettled) json_.Flag("exceptionOpen", true);
    if (pull.need_not) json_.Flag("needNotChange", true);
    json_.Close('}');
  }

  void Put(const reason::Note& note) {
    json_.Open('{');
    json_.Text("kind", Word(note.kind));
    if (note.actor) json_.Text("actor", dataset_[note.actor].id);
    if (note.kind == NoteKind::kStance) json_.Text("stance", Word(note.stance));
    if (note.literal) json_.Text("literal", Spell(note.literal));
    if (note.claim) Claim("claim", note.claim);
    if (note.relation) json_.Text("relation", dataset_[note.relation].id);
    json_.TextIfAny("text", note.text);
    if (note.kind == NoteKind::kUncommitted && dataset_[note.claim].evidence != Evidence::kReported)
      json_.Text("evidence", Word(dataset_[note.claim].evidence));
    if (note.kind == NoteKind::kCommitment || note.kind == NoteKind::kNorm)
      json_.Text("act", Word(dataset_[note.claim].act));
    if (note.kind == NoteKind::kLoop) json_.Flag("balancing", note.balancing);
    if (note.kind == NoteKind::kByDefinition) json_.Text("by", "coder");
    json_.Close('}');
  }

  const Dataset& dataset_;
  const reason::Views& views_;
  const reason::Scenario& scenario_;
  std::vector<Tense> tenses_;
  Say say_;
  io::JsonOut json_;
};

}  // namespace

std::string AnswersJson(const Dataset& dataset, const reason::Views& views,
                        const std::vector<reason::Answer>& answers,
                        const reason::Scenario& scenario) {
  return Writer(dataset, views, scenario).Of(answers);
}

}  // namespace proviso::view

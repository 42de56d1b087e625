#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "core/model/dataset.h"

namespace proviso::io {

// What a record consists of, said once. `Fields(visitor, record)` names every field in the order of
// data/schema.json; reader, linker and writer are visitors, so they cannot disagree. The position
// of a call is the field's bit in `Given`.

enum class Pattern : std::uint8_t {
  kAny,
  kId,
  kOwnId,
  kDate,
  kDigest,
  kSketch,
  kUrl,
  kLanguage,
  kVersion
};

inline constexpr std::uint32_t kNoLimit = 0xFFFFFFFFu;

/// What data/schema.json demands of one field.
struct Rule {
  bool required = false;
  Pattern pattern = Pattern::kAny;  ///< Of a text, or of each text in a list.
  std::uint32_t min = 0,
                max = kNoLimit;       ///< Of a number, of a text's characters, of a list's items.
  std::uint32_t item_max = kNoLimit;  ///< Characters of each text in a list.
  bool unique = false;                ///< No item of the list occurs twice.
  bool sorted = false;                ///< The canonical form sorts the list.
  std::string_view word = {};         ///< The only text allowed, or the one for "no record".
  std::string_view code = "schema";   ///< Of the problem if the list has too few or too many.
  bool item = false;                  ///< The rule is that of an item of the list so named.
};

inline constexpr std::uint32_t kGloss = 400;

template <class T, class Record>
concept IsA = std::same_as<std::remove_const_t<T>, Record>;

/// `dataset.coding`, which lies flat in `DatasetInfo`.
template <class Info>
struct DatasetCoding {
  Info* info;
};

template <class V, class Info>
void Fields(V& v, const DatasetCoding<Info>& r) {
  v.Field("scale", r.info->scale, {.required = true, .word = "modality-1"});
  v.Field("coders", r.info->coders, {.required = true, .min = 1});
  v.Field("finished", r.info->finished, {.pattern = Pattern::kDate});
  v.Field("protocol", r.info->protocol, {});
}

template <class V, IsA<DatasetInfo> R>
void Fields(V& v, R& r) {
  DatasetCoding<R> coding{&r};
  v.Field("id", r.id, {.required = true, .pattern = Pattern::kId});
  v.Field("title", r.title, {.required = true});
  v.Field("rights", r.rights, {});
  v.Field("note", r.note, {});
  v.Field("coding", coding, {.required = true});
  v.Field("start", r.start, {});
  v.Field("version", r.version, {.required = true, .pattern = Pattern::kVersion});
  v.Extensions(r.extensions);
}

template <class V, IsA<Paragraph> R>
void Fields(V& v, R& r) {
  v.Field("start", r.start, {.required = true});
  v.Field("end", r.end, {.required = true, .min = 1});
  v.Field("role", r.role, {});
}

template <class V, IsA<DocumentText> R>
void Fields(V& v, R& r) {
  v.Field("normalisation", r.normalisation, {.required = true, .word = "norm-1"});
  v.Field("codePoints", r.code_points, {.required = true, .min = 1});
  v.Field("sha256", r.sha256, {.required = true, .pattern = Pattern::kDigest});
  v.Field("obtainedFrom", r.obtained_from, {});
  v.Field("paragraphs", r.paragraphs, {});
}

template <class V, IsA<Document> R>
void Fields(V& v, R& r) {
  v.Field("id", r.id, {.required = true, .pattern = Pattern::kOwnId});
  v.Field("title", r.title, {.required = true});
  v.Field("creators", r.creators, {.required = true, .min = 1});
  v.Field("published", r.published, {.pattern = Pattern::kDate});
  v.Field("container", r.container, {});
  v.Field("url", r.url, {.pattern = Pattern::kUrl});
  v.Field("language", r.language, {.required = true, .pattern = Pattern::kLanguage});
  v.Field("rights", r.rights, {});
  v.Field("text", r.text, {.required = true});
  v.Field("genre", r.genre, {.max = 80});
  v.Field("dateBasis", r.date_basis, {.max = 400});
  v.Field("notes", r.notes, {.item_max = 400});
  v.Field("coded", r.coded, {});
  v.Extensions(r.extensions);
}

template <class V, IsA<Passage> R>
void Fields(V& v, R& r) {
  v.Field("id", r.id, {.required = true, .pattern = Pattern::kOwnId});
  v.Field("document", r.document, {.required = true});
  v.Field("start", r.start, {.required = true});
  v.Field("end", r.end, {.required = true, .min = 1});
  v.Field("letters", r.letters, {.required = true, .min = 1});
  v.Field("sha256", r.sha256, {.required = true, .pattern = Pattern::kDigest});
  v.Field("sketch", r.sketch, {.pattern = Pattern::kSketch, .max = 8, .unique = true});
  v.Field("section", r.section, {});
  v.Field("paragraph", r.paragraph, {.min = 1});
  v.Field("role", r.role, {});
  v.Field("repeats", r.repeats, {});
  v.Field("quality", r.quality, {});
  v.Field("note", r.note, {.min = 1, .max = kGloss});
}

template <class V, IsA<Affiliation> R>
void Fields(V& v, R& r) {
  v.Field("as", r.as, {.required = true, .max = 160});
  v.Field("passage", r.passage, {});
}

template <class V, IsA<Actor> R>
void Fields(V& v, R& r) {
  v.Field("id", r.id, {.required = true, .pattern = Pattern::kOwnId});
  v.Field("kind", r.kind, {.required = true});
  v.Field("name", r.name, {.required = true});
  v.Field("aliases", r.aliases, {});
  v.Field("partOf", r.part_of, {});
  v.Field("sameAs", r.same_as, {.pattern = Pattern::kUrl});
  v.Field("distinctFrom", r.distinct_from, {.unique = true, .sorted = true});
  v.Field("affiliations", r.affiliations, {});
  v.Extensions(r.extensions);
}

template <class V, IsA<Near> R>
void Fields(V& v, R& r) {
  v.Field("to", r.to, {.required = true});
  v.Field("how", r.how, {.required = true});
}

template <class V, IsA<Proposition> R>
void Fields(V& v, R& r) {
  v.Field("id", r.id, {.required = true, .pattern = Pattern::kOwnId});
  v.Field("label", r.label, {.required = true, .max = 80});
  v.Field("kind", r.kind, {.required = true});
  v.Field("gloss", r.gloss, {.min = 1, .max = kGloss});
  v.Field("actors", r.actors, {});
  v.Field("window", r.window, {.pattern = Pattern::kDate});
  v.Field("excludes", r.excludes, {.sorted = true});
  v.Field("role", r.role, {});
  v.Field("topics", r.topics, {.unique = true, .sorted = true});
  v.Field("near", r.near, {});
  v.Extensions(r.extensions);
}

template <class V, IsA<Condition> R>
void Fields(V& v, R& r) {
  v.Field("id", r.id, {.required = true, .pattern = Pattern::kOwnId});
  v.Field("form", r.form, {.required = true});
  v.Field("antecedents", r.antecedents,
          {.required = true, .min = 1, .unique = true, .sorted = true});
  v.Field("unless", r.unless, {.unique = true, .sorted = true});
  v.Field("consequent", r.consequent, {.required = true});
  v.Field("contrast", r.contrast, {});
  v.Field("mechanism", r.mechanism, {});
  v.Field("gloss", r.gloss, {.min = 1, .max = kGloss});
  v.Field("graded", r.graded, {});
  v.Field("topics", r.topics, {.unique = true, .sorted = true});
  v.Field("tier", r.tier, {});
}

template <class V, IsA<Step> R>
void Fields(V& v, R& r) {
  v.Field("actor", r.actor, {.required = true});
  v.Field("stance", r.stance, {.required = true});
  v.Field("cue", r.cue, {.max = 40});
  v.Field("hedge", r.hedge, {.max = 40});
}

template <class V, IsA<Coding> R>
void Fields(V& v, R& r) {
  v.Field("by", r.by, {});
  v.Field("confidence", r.confidence, {});
  v.Field("note", r.note, {});
}

/// `about.comparison`, which lies flat in `About`.
template <class A>
struct Comparison {
  A* about;
};

template <class V, class A>
void Fields(V& v, const Comparison<A>& r) {
  v.Field("more", r.about->more, {.required = true});
  v.Field("less", r.about->less, {});
}

/// Exactly one of them; their order is that of `AboutKind`.
template <class V, IsA<About> R>
void Fields(V& v, R& r) {
  Comparison<R> comparison{&r};
  v.Field("proposition", r.literal, {});
  v.Field("condition", r.condition, {});
  v.Field("quantity", r.quantity, {});
  v.Field("comparison", comparison, {});
}

template <class V, IsA<Claim> R>
void Fields(V& v, R& r) {
  v.Field("id", r.id, {.required = true, .pattern = Pattern::kOwnId});
  v.Field("passages", r.passages, {.required = true, .min = 1, .code = "I9"});
  v.Field("attribution", r.attribution, {.required = true, .min = 1, .max = 5, .code = "I3"});
  v.Field("about", r.about, {.required = true});
  v.Field("modality", r.modality, {.required = true});
  v.Field("hedges", r.hedges, {.item_max = 40});
  v.Field("act", r.act, {});
  v.Field("basis", r.basis, {});
  v.Field("asOf", r.as_of, {.pattern = Pattern::kDate});
  v.Field("gloss", r.gloss, {.required = true, .min = 1, .max = kGloss});
  v.Field("coding", r.coding, {});
  v.Field("topics", r.topics, {.unique = true, .sorted = true});
  v.Field("tier", r.tier, {});
  v.Field("kind", r.kind, {});
  v.Field("evidence", r.evidence, {});
  v.Field("inferred", r.inferred, {.unique = true});
  v.Extensions(r.extensions);
}

template <class V, IsA<Relation> R>
void Fields(V& v, R& r) {
  v.Field("id", r.id, {.required = true, .pattern = Pattern::kOwnId});
  v.Field("type", r.type, {.required = true});
  v.Field("from", r.from, {.required = true, .code = "I11"});
  v.Field("to", r.to, {.required = true, .code = "I11"});
  v.Field("by", r.by, {.required = true, .word = "coder"});
  v.Field("scheme", r.scheme, {});
  v.Field("passages", r.passages, {});
  v.Field("strength", r.strength, {});
  v.Field("note", r.note, {.min = 1, .max = kGloss});
}

template <class V, IsA<Participant> R>
void Fields(V& v, R& r) {
  v.Field("actor", r.actor, {.required = true});
  v.Field("role", r.role, {.required = true});
}

template <class V, IsA<Event> R>
void Fields(V& v, R& r) {
  v.Field("id", r.id, {.required = true, .pattern = Pattern::kOwnId});
  v.Field("proposition", r.proposition, {.required = true});
  v.Field("when", r.when, {.pattern = Pattern::kDate});
  v.Field("place", r.place, {});
  v.Field("participants", r.participants, {});
  v.Field("basis", r.basis, {.max = 400});
  v.Field("status", r.status, {});
  v.Field("passages", r.passages, {.unique = true});
}

template <class V, IsA<Quantity> R>
void Fields(V& v, R& r) {
  v.Field("id", r.id, {.required = true, .pattern = Pattern::kOwnId});
  v.Field("measure", r.measure, {.required = true});
  v.Field("value", r.value, {});
  v.Field("low", r.low, {});
  v.Field("high", r.high, {});
  v.Field("approx", r.approx, {});
  v.Field("unit", r.unit, {.required = true});
  v.Field("asOf", r.as_of, {.pattern = Pattern::kDate});
  v.Field("baseline", r.baseline, {.max = 160});
  v.Field("forecast", r.forecast, {});
}

template <class V, IsA<Topic> R>
void Fields(V& v, R& r) {
  v.Field("id", r.id, {.required = true, .pattern = Pattern::kOwnId});
  v.Field("label", r.label, {.required = true, .max = 80});
  v.Field("gloss", r.gloss, {.min = 1, .max = kGloss});
}

template <class V, IsA<Question> R>
void Fields(V& v, R& r) {
  v.Field("id", r.id, {.required = true, .pattern = Pattern::kOwnId});
  v.Field("title", r.title, {.required = true, .max = 120});
  v.Field("text", r.text, {.required = true, .min = 1, .max = kGloss});
  v.Field("state", r.state, {.required = true, .max = 2000});
  v.Field("tour", r.tour, {.min = 1, .max = 7});
}

template <class V, IsA<Dataset> R>
void Fields(V& v, R& r) {
  v.Format("format");
  v.FormatVersion("formatVersion", r.format_version);
  v.Field("dataset", r.info, {.required = true});
  v.Records("documents", Table::kDocuments, r.documents, {.required = true, .min = 1});
  v.Records("passages", Table::kPassages, r.passages, {.required = true});
  v.Records("actors", Table::kActors, r.actors, {.required = true});
  v.Records("propositions", Table::kPropositions, r.propositions, {.required = true});
  v.Records("conditions", Table::kConditions, r.conditions, {.required = true});
  v.Records("claims", Table::kClaims, r.claims, {.required = true});
  v.Records("relations", Table::kRelations, r.relations, {});
  v.Records("events", Table::kEvents, r.events, {});
  v.Records("quantities", Table::kQuantities, r.quantities, {});
  v.Records("topics", Table::kTopics, r.topics, {});
  v.Records("questions", Table::kQuestions, r.questions, {});
  v.Extensions(r.extensions);
}

/// True for the structs that `Fields` describes: objects in JSON.
template <class R>
concept IsObject = requires(R& r) {
  r.given;
}
|| requires(R& r) { r.info->coding_given; }
|| requires(R& r) { r.about->more; }
|| IsA<R, About> || IsA<R, Near> || IsA<R, Participant>;

/// Notes which fields `record` was given, if it keeps an account of that.
template <class R>
void SetGiven(std::uint32_t bits, R* record) {
  if constexpr (requires { record->info->coding_given; }) {
    record->info->coding_given.bits = bits;
  } else if constexpr (requires { record->given; }) {
    record->given.bits = bits;
  }
}

/// The fields that `record` was given.
template <class R>
Given GivenOf(const R& record) {
  if constexpr (requires { record.info->coding_given; }) {
    return record.info->coding_given;
  } else if constexpr (requires { record.about->more; }) {
    return {record.about->less ? 3u : 1u};
  } else if constexpr (IsA<R, About>) {
    return {1u << static_cast<unsigned>(record.kind)};
  } else if constexpr (requires { record.given; }) {
    return record.given;
  } else {
    return {~0u};  // Every field is required.
  }
}

}  // namespace proviso::io

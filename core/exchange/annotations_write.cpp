// W3C Web Annotation, out.
// Source: Web Annotation Data Model and Vocabulary, 2017; RFC 5147.

#include <utility>

#include "core/exchange/formats.h"
#include "core/exchange/guid.h"
#include "core/exchange/xml.h"
#include "core/io/json_text.h"
#include "core/io/save.h"

namespace proviso::exchange {
namespace {

using io::JsonValue;

JsonValue TextBody(std::string_view value, std::string_view purpose) {
  JsonValue body = JsonValue::Object();
  body.Set("type", "TextualBody");
  body.Set("value", value);
  body.Set("format", "text/plain");
  body.Set("purpose", purpose);
  return body;
}

JsonValue Selectors(const Dataset& dataset, const Passage& passage, const Texts& texts) {
  JsonValue list = JsonValue::List();
  const auto place = texts.PlaceOf(passage);
  // Without the text, places count code points of norm-1, which few tools show.
  const locate::Place at = place ? *place : locate::Place{passage.start, passage.end};
  JsonValue& position = list.Add(JsonValue::Object());
  position.Set("type", "TextPositionSelector");
  position.Set("start", JsonValue::Number(at.start));
  position.Set("end", JsonValue::Number(at.end));
  JsonValue& fragment = list.Add(JsonValue::Object());
  fragment.Set("type", "FragmentSelector");
  fragment.Set("conformsTo", "http://tools.ietf.org/rfc/rfc5147");
  fragment.Set("value", "char=" + std::to_string(at.start) + "," + std::to_string(at.end));
  if (dataset[passage.document].quoting == Quoting::kNone) return list;
  std::string exact(passage.quote), prefix, suffix;
  if (place) {
    constexpr std::uint32_t kAround = 32;
    const TextMap& map = *texts.Of(passage.document);
    exact = map.Slice(at);
    prefix = map.Slice({at.start > kAround ? at.start - kAround : 0, at.start});
    suffix = map.Slice({at.end, at.end + kAround});
  }
  if (exact.empty()) return list;
  JsonValue& quote = list.Add(JsonValue::Object());
  quote.Set("type", "TextQuoteSelector");
  quote.Set("exact", exact);
  quote.SetText("prefix", prefix);
  quote.SetText("suffix", suffix);
  return list;
}

}  // namespace

Result<Written> WriteAnnotations(const Dataset& dataset, const Texts& texts) {
  std::optional<JsonValue> root = io::ReadJson(io::Save(dataset));
  if (!root || root->Find("claims") == nullptr)
    return CallProblem("The dataset has no claims to annotate.", "Export it as --to xlsx.");
  const JsonValue claims = *root->Find("claims");
  root->Set("claims", JsonValue::List());

  JsonValue page = JsonValue::Object();
  JsonValue& context = page.Set("@context", JsonValue::List());
  context.Add("http://www.w3.org/ns/anno.jsonld");
  JsonValue& own = context.Add(JsonValue::Object());
  for (const char* term : {"record", "dataset"}) {
    JsonValue& meaning = own.Set(term, JsonValue::Object());
    meaning.Set("@id", "urn:proviso:" + std::string(term));
    meaning.Set("@type", "@json");
  }
  const std::string id(dataset.info.id);
  page.Set("id", "urn:uuid:" + Guid(id + "/annotations"));
  page.Set("type", "AnnotationPage");
  page.Set("startIndex", JsonValue::Number(0));
  JsonValue items = JsonValue::List();
  std::size_t unplaced = 0;
  for (const JsonValue& record : claims.items()) {
    const RecordRef ref = dataset.Find(record.TextOf("id"));
    if (!ref) continue;
    const Claim& claim = dataset.claims[ref.index];
    for (const PassageId passage_id : claim.passages) {
      const Passage& passage = dataset[passage_id];
      const Document& document = dataset[passage.document];
      if (!texts.PlaceOf(passage)) ++unplaced;
      JsonValue& one = items.Add(JsonValue::Object());
      one.Set("id", "urn:uuid:" + Guid(id + "/annotation/" + std::string(claim.id) + "/" +
                                       std::string(passage.id)));
      one.Set("type", "Annotation");
      one.Set("motivation", "classifying");
      JsonValue& bodies = one.Set("body", JsonValue::List());
      bodies.Add(TextBody(claim.gloss, "describing"));
      for (const std::string& tag : TagsOf(dataset, claim)) bodies.Add(TextBody(tag, "tagging"));
      JsonValue& target = one.Set("target", JsonValue::Object());
      target.Set("source", document.url.empty()
                               ? "urn:uuid:" + Guid(id + "/source/" + std::string(document.id))
                               : std::string(document.url));
      target.Set("selector", Selectors(dataset, passage, texts));
      one.Set("record", record);
    }
  }
  page.Set("items", std::move(items));
  page.Set("dataset", std::move(*root));
  Written written;
  std::string compact = page.Write();
  io::AppendIndented(compact, 0, &written.bytes);
  written.bytes += '\n';
  written.lost.emplace_back(
      "Nothing is lost to Proviso; other tools see the place, the gloss and the tags.");
  Losses losses(&written);
  losses.Add(unplaced, "place counts", "places count",
             " code points of norm-1: the text is not at hand.");
  return written;
}

}  // namespace proviso::exchange

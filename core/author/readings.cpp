#include "core/author/readings.h"

#include <algorithm>
#include <utility>

#include "core/author/form.h"
#include "core/base/safe_text.h"
#include "core/edit/apply.h"
#include "core/voice/chain_words.h"
#include "core/voice/voice.h"

namespace proviso::view {
namespace {

std::string CoderOf(const io::JsonValue* side) {
  const io::JsonValue* coders = side != nullptr ? side->Find("coders") : nullptr;
  if (coders == nullptr || coders->items().size() != 1 || !coders->items()[0].is_text()) return {};
  return VisibleText(coders->items()[0].text());
}

OwnVersion::Reading ReadingIn(const Library& aside, const Claim& claim,
                              const std::vector<std::string>& differs) {
  OwnVersion::Reading reading;
  const Say& say = aside.say;
  reading.voices = ChainWords(say, ChainOf(aside, claim));
  reading.gloss = VisibleText(claim.gloss);
  for (const std::string& field : differs) {
    if (field == "gloss") continue;
    const std::string words = ClaimFieldWords(aside, claim, field);
    reading.fields.emplace_back(FieldName(say, field),
                                words.empty() ? say("not given##of a field") : words);
  }
  return reading;
}

}  // namespace

MergeNote MergeNoteOf(const Dataset& dataset) {
  MergeNote note;
  std::optional<io::JsonValue> root = io::ReadJson(dataset.extensions);
  const io::JsonValue* merge = root ? root->Find("x-merge") : nullptr;
  if (merge == nullptr || !merge->is_object()) return note;
  note.there = true;
  const io::JsonValue *a = merge->Find("a"), *b = merge->Find("b");
  if (a != nullptr) note.digest_a = a->TextOf("sha256");
  if (b != nullptr) note.digest_b = b->TextOf("sha256");
  note.side_a = CoderOf(a);
  note.side_b = CoderOf(b);
  if (note.side_a.empty() || note.side_b.empty() || note.side_a == note.side_b)
    note.side_a = "A", note.side_b = "B";
  note.root = std::move(root);
  return note;
}

std::optional<io::Draft> PairOf(const Dataset& dataset, std::string_view id) {
  for (io::Draft& draft : io::Drafts(dataset))
    if (draft.id == id && draft.choice.is_object() && draft.table == Word(Table::kClaims))
      return std::move(draft);
  return std::nullopt;
}

std::shared_ptr<Library> WithReadings(const Library& library, const std::vector<io::Draft>& drafts,
                                      std::string_view side) {
  std::vector<edit::Step> steps;
  for (const io::Draft& draft : drafts) {
    const io::JsonValue* reading = draft.choice.is_object() ? draft.choice.Find(side) : nullptr;
    if (reading == nullptr || !reading->is_object() || draft.id.empty()) continue;
    io::JsonValue record = io::JsonValue::Object();
    record.Set("id", draft.id);
    for (const io::JsonValue::Member& member : reading->members())
      record.Set(member.first, member.second);
    steps.push_back(edit::Put{Table::kClaims, record.Write()});
  }
  if (steps.empty()) return nullptr;
  const auto made = [&](const std::vector<edit::Step>& of) -> std::shared_ptr<Library> {
    Result<edit::Edited> edited = edit::Apply(library.dataset, of, io::Limits::None());
    if (!edited) return nullptr;
    auto aside = std::make_shared<Library>(std::move(edited->loaded.dataset));
    aside->say = library.say;
    return aside;
  };
  std::shared_ptr<Library> all = made(steps);
  if (all != nullptr) return all;
  // A reading that is no claim any more: the others are tried one after the other, as far as that
  // costs little.
  constexpr std::size_t kMostTried = 40;
  std::vector<edit::Step> good;
  for (std::size_t i = 0; i < steps.size() && i < kMostTried; ++i) {
    good.push_back(steps[i]);
    if (std::shared_ptr<Library> one = made(good))
      all = std::move(one);
    else
      good.pop_back();
  }
  return all;
}

const Claim* ClaimIn(const Library* library, std::string_view id) {
  if (library == nullptr) return nullptr;
  const RecordRef record = library->dataset.Find(id);
  if (!record || record.table != Table::kClaims) return nullptr;
  return &library->dataset.claims[record.index];
}

std::vector<std::string> TextItems(const io::JsonValue* list) {
  std::vector<std::string> texts;
  if (list != nullptr)
    for (const io::JsonValue& item : list->items())
      if (item.is_text()) texts.push_back(item.text());
  return texts;
}

std::string FieldName(const Say& say, std::string_view field) {
  const std::string_view label = FieldLabel(field);
  return label.empty() ? VisibleText(field) : say(label);
}

std::string ClaimFieldWords(const Library& library, const Claim& claim, std::string_view field) {
  if (field == "attribution") return ChainWords(library.say, ChainOf(library, claim));
  const RecordForm form = BuildForm(library, library.dataset.Find(claim.id));
  const FormField* row = form.Find("/" + std::string(field));
  return row == nullptr ? std::string() : VisibleText(ReadWords(*row));
}

std::shared_ptr<const OwnVersion> OwnVersionOf(const Library& library, std::string_view draft) {
  const std::optional<io::Draft> pair = PairOf(library.dataset, draft);
  if (!pair) return nullptr;
  auto own = std::make_shared<OwnVersion>();
  own->draft = draft;
  const MergeNote note = MergeNoteOf(library.dataset);
  const std::vector<std::string> differs = TextItems(pair->choice.Find("differs"));
  const io::JsonValue* written = pair->choice.Find("written");
  own->begun = written != nullptr && written->is_object();
  if (own->begun) own->aside = WithReadings(library, {*pair}, "written");
  for (const char* side : {"a", "b"}) {
    std::shared_ptr<Library> aside = WithReadings(library, {*pair}, side);
    const Claim* claim = ClaimIn(aside.get(), draft);
    if (claim == nullptr) continue;
    OwnVersion::Reading reading = ReadingIn(*aside, *claim, differs);
    reading.side = side;
    reading.coder = side[0] == 'a' ? note.side_a : note.side_b;
    own->readings.push_back(std::move(reading));
    if (own->aside == nullptr) own->aside = std::move(aside);
  }
  return own->aside == nullptr ? nullptr : own;
}

}  // namespace proviso::view

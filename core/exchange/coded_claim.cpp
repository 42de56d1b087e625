#include "core/exchange/coded_claim.h"

#include <set>

namespace proviso::exchange {

bool CodedClaim::SameBut(const CodedClaim& other) const {
  return text == other.text && by == other.by && about == other.about && gloss == other.gloss &&
         note == other.note && stretch.holder == other.stretch.holder &&
         stretch.level == other.stretch.level && stretch.act == other.stretch.act &&
         stretch.topics == other.stretch.topics;
}

void PutCodedClaim(const CodedClaim& claim, const DraftCauses& causes, TakenMaker* maker) {
  std::set<std::string> topic_ids;
  for (const std::string& topic : claim.stretch.topics)
    topic_ids.insert(maker->Topic(topic, "", claim.place));
  // A voice of its own row, so that nobody is asked whether it should have one.
  const std::string holder =
      claim.stretch.holder.empty() ? "" : maker->Actor(claim.stretch.holder, "person", claim.place);
  if (!claim.about.empty() && !claim.gloss.empty() && !claim.stretch.level.empty()) {
    std::string passages, topics;
    for (const std::string& id : claim.passages) passages += (passages.empty() ? "" : "; ") + id;
    for (const std::string& id : topic_ids) topics += (topics.empty() ? "" : "; ") + id;
    maker->Claim(claim.place)
        .Set("text", claim.text)
        .Set("passages", passages)
        .Set("who says", holder)
        .Set("about", claim.about)
        .Set("how firmly", claim.stretch.level)
        .Set("in our words", claim.gloss)
        .Set("act", claim.stretch.act)
        .Set("topics", topics)
        .Set("coder", claim.by)
        .Set("note", claim.note);
    return;
  }
  io::JsonValue record = io::JsonValue::Object();
  record.Set("passages", io::JsonValue::List(claim.passages));
  record.SetText("gloss", claim.gloss);
  io::JsonValue coding = io::JsonValue::Object();
  coding.SetText("by", claim.by);
  coding.SetText("note", claim.note);
  if (!coding.members().empty()) record.Set("coding", std::move(coding));
  if (!topic_ids.empty())
    record.Set("topics", io::JsonValue::List({topic_ids.begin(), topic_ids.end()}));
  io::JsonValue typed = io::JsonValue::Object();
  typed.SetText("about", claim.about.empty() ? claim.paths : claim.about);
  typed.SetText("attribution", claim.stretch.holder);
  typed.SetText("modality", claim.stretch.level);
  typed.SetText("act", claim.stretch.act);
  const DraftCauses::Cause& cause = claim.about.empty()           ? causes.no_about
                                    : claim.stretch.level.empty() ? causes.no_level
                                                                  : causes.no_gloss;
  maker->Draft(std::move(record), std::move(typed), cause.first, cause.second);
}

}  // namespace proviso::exchange

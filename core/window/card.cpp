#include "core/window/card.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/state/pair.h"
#include "core/voice/answers.h"
#include "core/voice/chain_words.h"
#include "core/voice/phrases.h"
#include "core/window/around/inspector_model.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kRowsAtMost = 3;

/// What ICD 203 means by its words: a yardstick for who reads, none that a voice has used.
/// Source: Intelligence Community Directive 203, "Analytic Standards", table of likelihoods.
struct Yardstick {
  std::string_view words, also;
  int low, high;
};
constexpr std::array kYardsticks{Yardstick{"almost no chance", "remote", 1, 5},
                                 Yardstick{"very unlikely", "highly improbable", 5, 20},
                                 Yardstick{"unlikely", "improbable", 20, 45},
                                 Yardstick{"roughly even chance", "roughly even odds", 45, 55},
                                 Yardstick{"likely", "probable", 55, 80},
                                 Yardstick{"very likely", "highly probable", 80, 95},
                                 Yardstick{"almost certain", "nearly certain", 95, 99}};

std::string_view MeaningOf(Sign sign) {
  switch (sign) {
    case Sign::kMore:
      return Key("A voice says that with it the outcome is more likely.");
    case Sign::kLess:
      return Key("A voice says that with it the outcome is less likely.");
    case Sign::kNoEffect:
      return Key("A voice says that it changes nothing about the outcome.");
    case Sign::kPulled:
      return Key("One voice names a reason for it and one against.");
    case Sign::kUnstated:
      return Key("Not the same as both ways, where a voice names a reason for and one against.");
    case Sign::kConflict:
      return Key("Two things are said that cannot both be so.");
    case Sign::kRanking:
      return Key("One thing is put above another; how likely either is, is not said.");
    case Sign::kPullApart:
      return Key("One side says that it makes the outcome more likely, the other less likely.");
    default:
      return {};
  }
}

void ExplainSign(const Say& say, const Spot& spot, CardModel* card) {
  const auto sign = static_cast<Sign>(spot.code);
  card->sign = SignMark{sign, spot.other_step, spot.inferred, spot.not_held, {}, {}, {}};
  card->title = spot.words.empty() ? say(Label(sign)) : spot.words;
  if (const std::string_view meaning = MeaningOf(sign); !meaning.empty())
    card->notes.push_back(say(meaning));
  if (spot.other_step)
    card->notes.push_back(say("It bears on a step toward the outcome, not on the outcome itself."));
  if (spot.inferred) card->notes.push_back(say("The text does not say so: the coders read it in."));
  if (spot.not_held) card->notes.push_back(say("The voice reports it and does not share it."));
}

void ExplainVoice(const Say& say, const Spot& spot, CardModel* card) {
  const VoiceMark mark{static_cast<Distance>(spot.code & 3u), (spot.code & 4u) != 0};
  card->voice = mark;
  card->title = MarkWords(say, mark);
  card->notes.push_back(say(mark.distance == Distance::kOwn ? Key("Said by the author of the text.")
                            : mark.distance == Distance::kQuoted
                                ? Key("An author quotes or reports this voice.")
                                : Key("Told by somebody whom an author quotes, or "
                                      "further away.")));
  if (mark.doubted) card->notes.push_back(say("Somebody on the way doubts or disputes it."));
  if (spot.inferred)
    card->notes.push_back(say("The voice does not say it: it follows from what it says."));
}

void ExplainHedge(const Say& say, std::string_view words, CardModel* card) {
  while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
  while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
  card->title = words;
  card->more = say("is the text’s own word.##after a quoted word");
  const auto* known = std::find_if(
      kYardsticks.begin(), kYardsticks.end(),
      [words](const Yardstick& one) { return one.words == words || one.also == words; });
  if (known == kYardsticks.end()) {
    card->notes.push_back(say("It says how sure the text is. No one here gave a number."));
    return;
  }
  card->notes.push_back(
      say("As a yardstick only: ICD 203 reads it as {0} to {1} %. No one here gave a number.",
          {std::to_string(known->low), std::to_string(known->high)}));
}

CardModel OfSpot(const Say& say, const Spot& spot) {
  CardModel card;
  switch (spot.what) {
    case Spot::What::kVoice:
      ExplainVoice(say, spot, &card);
      break;
    case Spot::What::kSign:
      ExplainSign(say, spot, &card);
      break;
    case Spot::What::kLevel:
      card.title = spot.words;
      card.notes.push_back(
          say("Steps are words in order; the distances between them mean nothing."));
      break;
    case Spot::What::kHedge:
      ExplainHedge(say, spot.words, &card);
      break;
    case Spot::What::kBefore:
      card.title = say("The answer before the last switch");
      break;
    case Spot::What::kSilent:
      card.silent = true;
      card.title = say("Says nothing on it");
      card.notes.push_back(say("Silence is not disagreement."));
      break;
  }
  return card;
}

/// How many voices there are, of whom something is coded.
std::size_t VoicesOf(const Library& library) {
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < library.dataset.actors.size(); ++i)
    if (!library.index.claims_held[ActorId(i)].empty()) ++count;
  return count;
}

/// Who links a condition, and how many do not.
void AddLinkers(const Library& library, const Outcome& outcome, PropositionId p, CardModel* card) {
  const Dataset& dataset = library.dataset;
  std::vector<ClaimId> claims;
  for (const ConditionId link : LinksAround(library, p).from)
    for (const ClaimId id : library.index.claims_about_condition[link]) claims.push_back(id);
  std::stable_sort(claims.begin(), claims.end(), [&library](ClaimId a, ClaimId b) {
    return OrderOf(library, a) < OrderOf(library, b);
  });
  std::set<ActorId> voices;
  for (const ClaimId id : claims) {
    const Claim& claim = dataset[id];
    if (!voices.insert(claim.holder()).second || card->rows.size() >= kRowsAtMost) continue;
    CardRow row;
    row.sign = SignOf(library, outcome, claim);
    const std::string way =
        row.sign->words.empty() ? StrengthOf(library, claim).words : row.sign->words;
    row.words =
        library.say("{0}: {1}##who, what", {dataset[claim.holder()].name, library.say.Inside(way)});
    const std::vector<Ref> refs = RefsOf(library, claim);
    if (!refs.empty()) row.ref = refs.front();
    card->rows.push_back(std::move(row));
  }
  if (voices.size() > card->rows.size())
    card->notes.push_back(library.say.Counted(
        voices.size() - card->rows.size(), "{0} more voice links it", "{0} more voices link it"));
  for (const ClaimId id : library.index.claims_about_proposition[p])
    voices.insert(dataset[id].holder());
  const std::size_t all = VoicesOf(library);
  if (voices.size() < all)
    card->rows.push_back({std::nullopt,
                          library.say.Counted(all - voices.size(), "{0} voice says nothing on it",
                                              "{0} voices say nothing on it"),
                          std::nullopt});
}

void OfClaim(const Library& library, ClaimId id, CardModel* card) {
  const Claim& claim = library.dataset[id];
  card->voice = MarkOf(claim);
  card->title = library.dataset[claim.holder()].name;
  card->gloss = GlossOf(library, claim);
  card->strength = StrengthOf(library, claim);
  card->through = library.say(Label(DistanceOf(claim)));
  const std::vector<Ref> refs = RefsOf(library, claim);
  if (!refs.empty()) card->ref = refs.front();
  const SignMark sign = SignOf(library, FindOutcome(library, {}), claim);
  if (IsDrawn(sign.sign) && !sign.words.empty())
    card->rows.push_back({sign, sign.words, std::nullopt});
  if (claim.attribution.size() > 1)
    card->notes.push_back(ChainWords(library.say, ChainOf(library, claim)));
  if (std::string disputed = DisputedWords(library, id); !disputed.empty())
    card->notes.push_back(std::move(disputed));
}

/// What any other record says of itself: as the inspector has it, in short.
void OfRecord(const Library& library, const Session& session, std::string_view id,
              CardModel* card) {
  Session there;
  there.state = session.state;
  there.state.selection = id;
  const std::optional<InspectorModel> model = BuildInspectorModel(library, there);
  if (!model) return;
  card->title = model->title.empty() ? model->gloss.plain() : model->title;
  card->sign = model->sign;
  if (!model->title.empty()) card->gloss = model->gloss;
  if (!model->refs.empty()) card->ref = model->refs.front();
  if (!model->lead.empty()) card->notes.push_back(model->lead);
  for (const RelatedList& list : model->related)
    for (const RelatedRow& row : list.rows) {
      if (card->rows.size() >= kRowsAtMost) break;
      CardRow one;
      one.sign = row.sign.value_or(SignMark{Sign::kNone, false, false, false, {}, {}, {}});
      one.words = row.text.plain();
      if (!row.refs.empty()) one.ref = row.refs.front();
      card->rows.push_back(std::move(one));
    }
}

void Describe(const Library& library, const Session& session, std::string_view id,
              CardModel* card) {
  const RecordRef record = library.dataset.Find(id);
  if (record.table == Table::kClaims && record)
    return OfClaim(library, ClaimId(record.index), card);
  if (!record || record.table != Table::kPropositions) {
    if (record || PairOf(id)) OfRecord(library, session, id, card);
    return;
  }
  const PropositionId p(record.index);
  const Proposition& proposition = library.dataset[p];
  card->title = proposition.label;
  AddLinkers(library, FindOutcome(library, session.state.target), p, card);
  if (!proposition.gloss.empty()) card->notes.emplace_back(proposition.gloss);
  if (!proposition.window.empty())
    card->notes.push_back(DateWords(proposition.window, library.say));
}

/// "Click selects it, then W says why, Enter opens the paragraph".
std::string DoesWords(const Library& library, const Item& item, bool touch) {
  if (!item.press || item.disabled) return {};
  const Say& say = library.say;
  const bool selects = item.press->Is<Select>();
  const bool opens = item.press->Is<OpenPlace>();
  const auto* field = item.press->As<SetField>();
  const bool why = field != nullptr && field->key == "why";
  std::vector<std::string> parts;
  if (selects) parts.push_back(touch ? say("A tap selects it") : say("Click selects it"));
  if (opens)
    parts.push_back(touch ? say("A tap opens the paragraph") : say("Click opens the paragraph"));
  if (why) parts.push_back(touch ? say("A tap says why") : say("Click says why"));
  if (item.press->Is<Suppose>())
    parts.push_back(touch ? say("A tap supposes it") : say("Click supposes it"));
  if (!touch && selects) {
    const RecordRef record = library.dataset.Find(RecordOf(item));
    if (record && !PathOfRecord(library, record).empty())
      parts.push_back(say("once selected, W says why"));
    if (item.double_press && item.double_press->Is<OpenPlace>())
      parts.push_back(say("once selected, Enter opens the paragraph"));
  }
  return say.Chain(Key("{0} · {1}##of what keys do"), parts);
}

}  // namespace

std::vector<std::string> CardModel::Lines() const {
  std::vector<std::string> lines{more.empty() ? title : title + " " + more};
  if (strength) lines.push_back(strength->words);
  if (!through.empty()) lines.push_back(through);
  if (!gloss.runs.empty()) lines.push_back(gloss.plain());
  if (ref) lines.push_back(ref->words);
  for (const CardRow& row : rows)
    lines.push_back(row.ref ? row.words + " (" + row.ref->words + ")" : row.words);
  lines.insert(lines.end(), notes.begin(), notes.end());
  return lines;
}

bool MayExplain(const Item& item) {
  return item.role != ItemRole::kRadio && !item.editable() && !RecordOf(item).empty();
}

CardModel BuildCardModel(const Library& library, const Session& session, const Item* item,
                         const Spot* spot, bool touch) {
  const bool silent = spot != nullptr && spot->what == Spot::What::kSilent;
  // Who is silent, and on what, the item knows.
  if (spot != nullptr && (item == nullptr || !silent)) return OfSpot(library.say, *spot);
  CardModel card;
  if (item == nullptr || !MayExplain(*item)) return card;
  Describe(library, session, RecordOf(*item), &card);
  if (PairOf(RecordOf(*item))) {
    card.title = item->name;
    card.notes.clear();
    if (!item->description.empty()) card.notes.push_back(item->description);
  }
  if (silent && !card.voice && !card.sign) {
    card.silent = true;
    card.notes.push_back(library.say("Silence is not disagreement."));
  }
  if (!card.empty()) card.does = DoesWords(library, *item, touch);
  return card;
}

std::vector<std::string> LinkedTo(const Frame& frame, const Item& item) {
  std::vector<std::string> linked;
  const std::string_view record = RecordOf(item);
  if (record.empty()) return linked;
  const auto opens = [](const Item& one) -> std::string_view {
    const OpenPlace* place = one.double_press ? one.double_press->As<OpenPlace>() : nullptr;
    return place == nullptr ? std::string_view() : std::string_view(place->id);
  };
  const std::string_view place = opens(item);
  // What stands within it is part of it.
  const Panel* home = FindItem(frame, item.id).panel;
  const auto within = [&item](const Item& other) {
    return other.rect.x >= item.rect.x && other.rect.y >= item.rect.y &&
           other.rect.right() <= item.rect.right() && other.rect.bottom() <= item.rect.bottom();
  };
  for (const Panel& panel : frame.panels)
    for (const Item& other : panel.scene.items) {
      if (&other == &item || !other.focusable()) continue;
      const std::string_view theirs = RecordOf(other);
      if (theirs.empty()) continue;
      const bool own = &panel == home && within(other);
      if (!own && (theirs == record || theirs == place || opens(other) == record))
        linked.push_back(other.id);
    }
  return linked;
}

}  // namespace proviso::view

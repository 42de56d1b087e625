#include "core/views/matrix/model.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/state/pair.h"
#include "core/voice/order.h"
#include "core/voice/tense.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::uint16_t kLeastAtMost = 99;

/// A word or two for a small place; `StrengthOf` says it in full. What only says which way says
/// that, and never how likely.
std::string ShortWord(const Library& library, const Claim& claim, const MatrixEntry& entry) {
  const MatrixMark& mark = entry.mark;
  const Say& say = library.say;
  if (claim.about.kind == AboutKind::kComparison) {
    const RecordRef more = claim.about.more;
    bool higher = more.table == Table::kPropositions && more.index == mark.column.index();
    if (more.table == Table::kConditions) {
      const Condition& link = library.dataset.conditions[more.index];
      higher = std::any_of(link.antecedents.begin(), link.antecedents.end(),
                           [&](Literal from) { return from.proposition() == mark.column; });
    }
    return say(higher ? "ranks higher" : "ranks lower");
  }
  if (claim.act == Act::kQuestion || claim.act == Act::kDemand)
    return say(claim.act == Act::kQuestion ? "asked" : "demanded");
  std::string word = say.Inside(LevelWords(library, claim));
  if (claim.kind == ClaimKind::kNormative) return word;
  if (claim.about.kind == AboutKind::kCondition) {
    const Condition& link = library.dataset[claim.about.condition];
    const std::string hedge =
        claim.modality == Modality::kPossible ? say("possibly")
        : claim.modality == Modality::kLikely || claim.modality == Modality::kVeryLikely
            ? say.Inside(Label(claim.modality))
            : std::string();
    const auto hedged = [&](std::string_view key) {
      return say.Chain(Key("{0} {1}##how likely, what"), {hedge, say(key)});
    };
    switch (link.form) {
      case Form::kRaises:
      case Form::kLowers:
        word = say.Inside(WayKey(library.dataset, link, entry.sign));
        if (!hedge.empty()) word = say("{0} ({1})##which way, how likely", {word, hedge});
        break;
      case Form::kBearsOn:
        word = hedged(Key("counts"));
        break;
      case Form::kNoEffect:
        word = hedged(Key("no effect"));
        break;
      case Form::kExplains:
        word = hedged(Key("why, if it comes"));
        break;
      case Form::kOnlyIf:
        word = hedged(Key("needed"));
        break;
      case Form::kIf:
      case Form::kEvenIf:
        break;
    }
    if (mark.unless) word = say("unless it comes");
  } else if (claim.modality == Modality::kUncommitted && claim.has_evidence()) {
    word = say.Inside(Label(claim.evidence));
  }
  word = AtDistance(say, word, DistanceOf(claim));
  if (claim.act != Act::kAssertive) word = say("{0}: {1}", {say.Inside(Label(claim.act)), word});
  return word;
}

/// Calls `use(first, last)` for each part of a cell, as places in `MatrixTable::entries`.
template <class Use>
void EachPart(const MatrixTable& table, const MatrixCell& cell, const Use& use) {
  const std::uint32_t end = cell.first + cell.count;
  for (std::uint32_t at = cell.first; at < end;) {
    std::uint32_t next = at + 1;
    while (next < end && table.entries[next].part() == table.entries[at].part()) ++next;
    use(at, next);
    at = next;
  }
}

std::string PlaceWords(const Say& say, const Ref& ref) {
  return ref.paragraph > 0 ? say("{0} paragraph {1}", {ref.letter, std::to_string(ref.paragraph)})
                           : ref.letter;
}

/// True if a cell holds what pulls apart: two directions, or so and not so. A ranking beside a
/// direction does not.
bool IsMixed(const MatrixTable& table, const MatrixCell& cell) {
  std::uint32_t directions = 0, sides = 0;
  for (std::uint32_t i = cell.first; i < cell.first + cell.count; ++i) {
    const MatrixEntry& entry = table.entries[i];
    if (entry.sign <= Sign::kUnstated) directions |= 1u << static_cast<unsigned>(entry.sign);
    if (entry.side != Side::kNone) sides |= 1u << static_cast<unsigned>(entry.side);
  }
  return (directions & (directions - 1)) != 0 || (sides & (sides - 1)) != 0;
}

std::string_view EffectLabel(MatrixEffect effect) {
  constexpr std::array<std::string_view, 4> kLabels{
      "Change how likely, or a step before", "Push one way", "Count, but no one says which way",
      "Work further back"};
  return kLabels[static_cast<std::size_t>(effect)];
}

MatrixColumns ColumnsOf(const Session& session) { return session.state.matrix_columns; }

/// What hides or shows the silent holders.
std::string SilentWords(const Say& say, const MatrixTable& table, bool hidden) {
  if (hidden && table.filtered)
    return say.Counted(table.silent,
                       "Show {0} more voice, without a claim in these columns under the filters",
                       "Show {0} more voices, without a claim in these columns under the filters");
  if (hidden)
    return say.Counted(table.silent, "Show {0} more voice, silent in all these columns",
                       "Show {0} more voices, silent in all these columns");
  if (table.filtered)
    return say.Counted(table.silent,
                       "Hide {0} voice without a claim in these columns under the filters",
                       "Hide {0} voices without a claim in these columns under the filters");
  return say.Counted(table.silent, "Hide {0} voice silent in all these columns",
                     "Hide {0} voices silent in all these columns");
}

void AddEmpty(const Library& library, const ViewState& state, const MatrixTable& table,
              MatrixModel* model) {
  if (!table.columns.empty() && std::any_of(table.rows.begin(), table.rows.end(),
                                            [](const MatrixRow& row) { return row.claims > 0; }))
    return;
  const bool links = state.matrix_columns == MatrixColumns::kConditions;
  const Say& say = library.say;
  model->empty =
      say(links ? "No voice links these conditions." : "No voice says anything on these.");
  if (state.min_count > 1 && table.dropped > 0) {
    model->remedy =
        Action{"least-1", say("Ask for 1 claim at least"), SetField{"min", "1"}, "", true};
  } else if (!state.claims.filter.empty() || !state.claims.words.empty()) {
    model->remedy = Action{"clear-filters", say("Clear filters"), ClearFilters{}, "", true};
  } else if (state.claims.dated()) {
    model->remedy = Action{"clear-brush", say("Clear the stretch of time"), SetBrush{}, "", true};
  } else if (links) {
    model->empty = say("No voice links a condition to “{0}”.",
                       {LiteralWords(library, Literal(table.outcome.target))});
    if (!table.outcome.target) model->empty = say("This dataset has no outcome.");
    model->remedy =
        Action{"propositions", say("Show who says what"),
               SetField{"cols", std::string(Word(MatrixColumns::kPropositions))}, "", true};
  }
}

void AddLegend(const Say& say, const MatrixTable& table, bool links, MatrixModel* model) {
  bool other_step = false, inferred = false, not_held = false;
  for (const MatrixEntry& entry : table.entries) {
    other_step |= entry.other_step && entry.sign < Sign::kPulled;
    inferred |= entry.inferred && links;
    not_held |= entry.not_held;
  }
  const auto add = [model](std::string words) -> SignMark& {
    SignMark mark;
    mark.sign = Sign::kMore;
    mark.words = std::move(words);
    model->legend.push_back(std::move(mark));
    return model->legend.back();
  };
  if (other_step) add(say("bears on another step, not on the outcome")).other_step = true;
  if (inferred) add(say("read in by the coders")).inferred = true;
  if (not_held) add(say("reported, not shared")).not_held = true;
  for (const MatrixCell& cell : table.cells) model->mixed |= IsMixed(table, cell);
  for (const MatrixRow& row : table.rows)
    model->not_coded |= row.in_part && row.count < table.columns.size();
}

}  // namespace

MatrixModel BuildMatrixModel(const Library& library, const Session& session,
                             const MatrixTable& table) {
  const ViewState& state = session.state;
  const Say& say = library.say;
  MatrixModel model;
  const bool links = state.matrix_columns == MatrixColumns::kConditions;
  model.title = say("Who says what");
  if (links && table.outcome.target)
    model.title =
        say("Who links what to: {0}", {LiteralWords(library, Literal(table.outcome.target))});
  if (table.down)
    model.subtitle = say(
        links ? "Every condition that is linked down, every voice that links one across: authors "
                "first. A dot says nothing on it."
              : "Statements down, voices across: authors first. A dot says nothing on it.");
  else
    model.subtitle =
        say(links ? "Sign: which way the voice says it pushes. Words: how firmly. Dot: says "
                    "nothing on it. A number counts claims; voices are never added up."
                  : "Bars: how firmly the voice says that it is so, or will be (right), or is not, "
                    "or will not be (left). Dot: says nothing on it. A number counts claims.");
  if (std::optional<Choice> columns = ChoiceOf(library, state, "cols"))
    model.columns = std::move(*columns);
  const MatrixRows turned = table.down ? MatrixRows::kVoices : MatrixRows::kConditions;
  model.turn = {"turn", say(Label(turned)), SetField{"rows", std::string(Word(turned))}, "", false};
  for (const char* key : {"rows", "order"})
    if (std::optional<Choice> choice = ChoiceOf(library, state, key); choice && !table.down)
      model.choices.push_back(std::move(*choice));
  model.least = state.min_count;
  model.least_words = say.Counted(state.min_count, "At least {0} claim", "At least {0} claims");
  if (state.min_count > 1)
    model.fewer =
        Action{"fewer", "−", SetField{"min", std::to_string(state.min_count - 1)}, "", false};
  if (state.min_count < kLeastAtMost)
    model.more =
        Action{"more", "+", SetField{"min", std::to_string(state.min_count + 1)}, "", false};
  if (table.silent > 0 && state.min_count <= 1) {
    model.silent = Action{"silent", SilentWords(say, table, state.hide_silent),
                          SetField{"hide-silent", state.hide_silent ? "" : "1"}, "", false};
  }
  if (table.down) model.silent.reset();
  if (table.down && table.silent > 0 && !state.hide_silent) {
    ViewState all = state;
    all.matrix_rows = MatrixRows::kVoices;
    all.hide_silent = false;
    model.silent =
        Action{"silent", SilentWords(say, table, true), SetState{std::move(all)}, "", false};
  }
  if (table.dropped > 0)
    model.dropped.push_back(say.Counted(table.dropped, "{0} column has fewer claims.",
                                        "{0} columns have fewer claims."));
  AddLegend(say, table, links, &model);
  AddEmpty(library, state, table, &model);
  return model;
}

MatrixHead HeadOf(const Library& library, const Session& session, const MatrixTable& table,
                  std::uint32_t column) {
  const MatrixColumn& at = table.columns[column];
  const Proposition& proposition = library.dataset[at.proposition];
  const Say& say = library.say;
  MatrixHead head;
  head.id = proposition.id;
  head.label = say.Capital(LiteralWords(library, Literal(at.proposition, at.turned)));
  head.theme = at.theme ? std::string(library.dataset[at.theme].label) : say("No theme");
  const Lever lever = LeverOf(session.state, proposition.id);
  if (lever != Lever::kOpen)
    head.supposed = say((lever == Lever::kOn) != at.turned ? "if##before a condition"
                                                           : "if not##before a condition");
  if (table.down)
    head.theme = ColumnsOf(session) == MatrixColumns::kPropositions ? head.theme
                                                                    : say(EffectLabel(at.effect));
  head.name = say.Chain(Key("{0}: {1}"), {head.supposed, head.label});
  head.selected = session.state.selection == proposition.id;
  head.select = Select{head.id};
  return head;
}

MatrixHolder HolderOf(const Library& library, const Session& session, const MatrixTable& table,
                      std::uint32_t row) {
  const MatrixRow& at = table.rows[row];
  const Actor& actor = library.dataset[at.actor];
  MatrixHolder holder;
  holder.id = actor.id;
  holder.name = actor.name;
  bool own = false, through = false, imputed = false;
  for (const ClaimId id : library.index.claims_held[at.actor]) {
    const std::span<const Step> chain = library.dataset[id].attribution;
    if (chain.size() == 1)
      own = true;
    else if (chain[chain.size() - 2].stance == Stance::kImputes)
      imputed = true;
    else
      through = true;
  }
  std::vector<std::string> ways;
  const Say& say = library.say;
  if (own) ways.push_back(say("own words"));
  if (through) ways.push_back(say("through others"));
  if (imputed) ways.push_back(say(ways.empty() ? "guessed at by others" : "guessed at"));
  holder.heard = say.Join(ways, Key("{0} or {1}"));
  holder.count =
      at.claims == 0 ? say("no claim here") : say.Counted(at.claims, "{0} claim", "{0} claims");
  holder.mark = {OrderOf(library, at.actor).distance, false};
  for (const ClaimId id : library.index.claims_held[at.actor]) {
    Ref letter;
    letter.document = DocumentOf(library.dataset, library.dataset[id]).index();
    letter.letter = LetterOf(DocumentId(letter.document));
    const auto same = [&](const Ref& other) { return other.document == letter.document; };
    if (std::none_of(holder.texts.begin(), holder.texts.end(), same))
      holder.texts.push_back(std::move(letter));
  }
  holder.selected = session.state.selection == actor.id;
  holder.select = Select{holder.id};
  return holder;
}

bool IsDrawn(const MatrixTable& table, const MatrixCell& cell, const MatrixEntry& entry) {
  if (entry.sign != Sign::kRanking) return true;
  const auto begin = table.entries.begin() + static_cast<std::ptrdiff_t>(cell.first);
  return std::none_of(begin, begin + static_cast<std::ptrdiff_t>(cell.count),
                      [](const MatrixEntry& other) { return other.sign <= Sign::kUnstated; });
}

std::string WordOf(const Library& library, const MatrixTable& table, const MatrixCell& cell) {
  std::string word;
  EachPart(table, cell, [&](std::uint32_t first, std::uint32_t) {
    const MatrixEntry& entry = table.entries[first];
    if (!IsDrawn(table, cell, entry)) return;
    word += (word.empty() ? "" : " / ") + ShortWord(library, library.dataset[entry.claim], entry);
  });
  return word;
}

MatrixBox BoxOf(const Library& library, const Session& session, const MatrixTable& table,
                std::uint32_t row, std::uint32_t column) {
  const Dataset& dataset = library.dataset;
  const MatrixColumns columns = ColumnsOf(session);
  const Actor& actor = dataset[table.rows[row].actor];
  const Proposition& proposition = dataset[table.columns[column].proposition];
  MatrixBox box;
  box.id = PairId(actor.id, proposition.id);
  const Say& say = library.say;
  box.about =
      say("{0}, on “{1}”",
          {actor.name, say.Capital(LiteralWords(library, Literal(table.columns[column].proposition,
                                                                 table.columns[column].turned)))});
  box.selected = session.state.selection == box.id;
  box.select = Select{box.id};
  const MatrixCell* cell = table.At(row, column);
  if (cell == nullptr || cell->count == 0) {
    const std::uint32_t hidden = cell == nullptr ? 0 : cell->hidden;
    box.gap = hidden > 0                ? MatrixGap::kHidden
              : table.rows[row].in_part ? MatrixGap::kNotCoded
                                        : MatrixGap::kSilent;
    box.name = hidden > 0 ? say.Counted(hidden, "{0} claim hidden by filters",
                                        "{0} claims hidden by filters")
                          : say(box.gap == MatrixGap::kNotCoded
                                    ? "Not coded: a text of this voice is coded only in part"
                                    : "Says nothing on it");
    return box;
  }
  box.claims = cell->count;
  box.word = WordOf(library, table, *cell);
  EachPart(table, *cell, [&](std::uint32_t first, std::uint32_t last) {
    const MatrixEntry& entry = table.entries[first];
    const Claim& claim = dataset[entry.claim];
    MatrixPart part;
    part.sign = SignAt(library, table.outcome, columns, claim, entry.mark);
    part.word = ShortWord(library, claim, entry);
    part.claims = last - first;
    part.drawn = IsDrawn(table, *cell, entry);
    std::string name = part.sign.words;
    if (columns == MatrixColumns::kPropositions && claim.about.kind == AboutKind::kProposition) {
      part.level = StrengthOf(library, claim);
      name.clear();
    }
    // Where the word begins with which way, the sign's own words have said that.
    const std::string way = say.Inside(Label(entry.sign));
    const bool said = !name.empty() && !way.empty() && part.word.compare(0, way.size(), way) == 0;
    name =
        said ? name + part.word.substr(way.size()) : say.Chain(Key("{0}, {1}"), {name, part.word});
    if (entry.mark.turned && columns == MatrixColumns::kConditions)
      name = say("{0}, said of its opposite", {name});
    if (entry.not_held && columns == MatrixColumns::kPropositions)
      name = say("{0}, reported, not shared", {name});
    for (std::uint32_t i = first; i < last; ++i)
      for (Ref& ref : RefsOf(library, dataset[table.entries[i].claim])) {
        const bool told = std::any_of(box.refs.begin(), box.refs.end(), [&](const Ref& other) {
          return other.short_words == ref.short_words;
        });
        name = say("{0}, {1}", {name, PlaceWords(say, ref)});
        if (!told) box.refs.push_back(std::move(ref));
      }
    if (part.claims > 1)
      name = say("{0}, {1}", {name, say.Counted(part.claims, "{0} claim", "{0} claims")});
    box.name = say.Chain(Key("{0}; {1}"), {box.name, say.Capital(name)});
    box.parts.push_back(std::move(part));
  });
  if (IsMixed(table, *cell)) box.name = say("Mixed: {0}", {box.name});
  if (cell->hidden > 0)
    box.name =
        say("{0}; {1}", {box.name, say.Counted(cell->hidden, "{0} more claim hidden by filters",
                                               "{0} more claims hidden by filters")});
  box.open = OpenPlace{std::string(dataset[table.entries[cell->first].claim].id)};
  return box;
}

std::string CellItem(std::string_view actor, std::string_view proposition) {
  return "matrix/cell/" + PairId(actor, proposition);
}
std::string HeadItem(std::string_view proposition) {
  return "matrix/head/" + std::string(proposition);
}
std::string HolderItem(std::string_view actor) { return "matrix/holder/" + std::string(actor); }

}  // namespace proviso::view

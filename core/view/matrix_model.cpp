#include "core/view/matrix_model.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/view/wording.h"

namespace proviso::view {
namespace {

constexpr std::uint16_t kLeastAtMost = 99;

std::string Lower(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z')
    out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out;
}

/// A word or two for a small place; `StrengthOf` says it in full. A pull is never called likely.
std::string ShortWord(const Library& library, const Claim& claim, const MatrixMark& mark) {
  if (claim.about.kind == AboutKind::kComparison) {
    const RecordRef more = claim.about.more;
    bool higher = more.table == Table::kPropositions && more.index == mark.column.index();
    if (more.table == Table::kConditions) {
      const Condition& link = library.dataset.conditions[more.index];
      higher = std::any_of(link.antecedents.begin(), link.antecedents.end(),
                           [&](Literal from) { return from.proposition() == mark.column; });
    }
    return higher ? "ranked higher" : "ranked lower";
  }
  if (claim.act == Act::kQuestion || claim.act == Act::kDemand)
    return claim.act == Act::kQuestion ? "asked" : "demanded";
  std::string word = Lower(LevelWords(claim.modality, claim.about.literal.negated()));
  if (claim.about.kind == AboutKind::kCondition) {
    const Condition& link = library.dataset[claim.about.condition];
    const std::string hedged =
        claim.modality == Modality::kPossible ? "possibly "
        : claim.modality == Modality::kLikely || claim.modality == Modality::kVeryLikely
            ? Lower(Label(claim.modality)) + " "
            : "";
    switch (link.form) {
      case Form::kRaises:
      case Form::kLowers:
        word = hedged + "a pull";
        break;
      case Form::kBearsOn:
        word = hedged + "depends";
        break;
      case Form::kNoEffect:
        word = hedged + "no effect";
        break;
      case Form::kExplains:
        word = hedged + "explains";
        break;
      case Form::kOnlyIf:
        word = hedged + "needed";
        break;
      case Form::kIf:
      case Form::kEvenIf:
        word = Lower(LevelWords(claim.modality, link.consequent.negated()));
    }
    if (mark.unless) word = "unless it comes";
  } else if (claim.modality == Modality::kUncommitted) {
    word = Lower(StrengthOf(library, claim).words);
  } else if (claim.modality == Modality::kWill && claim.kind != ClaimKind::kPrediction) {
    word = claim.about.literal.negated() ? "flatly not so" : "flatly so";
  }
  if (claim.act != Act::kAssertive) word = Lower(Label(claim.act)) + ": " + word;
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

std::string PlaceWords(const Ref& ref) {
  std::string words = ref.letter;
  if (ref.paragraph > 0) words += " paragraph " + std::to_string(ref.paragraph);
  return words;
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

MatrixColumns ColumnsOf(const Session& session) { return session.state.matrix_columns; }

std::string SilentWords(const MatrixTable& table) {
  return table.filtered ? "without a claim in these columns under the filters"
                        : "silent in all these columns";
}

void AddEmpty(const Library& library, const ViewState& state, const MatrixTable& table,
              MatrixModel* model) {
  if (!table.columns.empty() && std::any_of(table.rows.begin(), table.rows.end(),
                                            [](const MatrixRow& row) { return row.claims > 0; }))
    return;
  const bool links = state.matrix_columns == MatrixColumns::kConditions;
  model->empty = links ? "No holder links these conditions." : "No holder says anything on these.";
  if (state.min_count > 1 && table.dropped > 0) {
    model->remedy = Action{"least-1", "Ask for 1 claim at least", SetField{"min", "1"}, "", true};
  } else if (!state.filter.empty() || !state.words.empty()) {
    model->remedy = Action{"clear-filters", "Clear filters", ClearFilters{}, "", true};
  } else if (!state.from.empty() || !state.to.empty()) {
    model->remedy = Action{"clear-brush", "Clear the stretch of time", SetBrush{}, "", true};
  } else if (links) {
    model->empty = "No holder links a condition to " +
                   Quoted(LiteralWords(library, Literal(table.outcome.target))) + ".";
    if (!table.outcome.target) model->empty = "This dataset has no outcome.";
    model->remedy =
        Action{"propositions", "Show who says what",
               SetField{"cols", std::string(Word(MatrixColumns::kPropositions))}, "", true};
  }
}

void AddLegend(const MatrixTable& table, bool links, MatrixModel* model) {
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
  if (other_step) add("bears on another step, not on the outcome").other_step = true;
  if (inferred) add("sign or link read in by the coder").inferred = true;
  if (not_held) add("passed on by somebody who does not share it").not_held = true;
  for (const MatrixCell& cell : table.cells) model->mixed |= IsMixed(table, cell);
  for (const MatrixRow& row : table.rows)
    model->not_coded |= row.in_part && row.count < table.columns.size();
}

}  // namespace

std::string_view Label(MatrixColumns columns) {
  return columns == MatrixColumns::kConditions ? "Conditions" : "Propositions";
}
std::string_view Label(MatrixRows rows) {
  constexpr std::array<std::string_view, 4> kLabels{"No groups", "Text", "Kind of actor", "Theme"};
  static_assert(kLabels.size() == kWords<MatrixRows>.size());
  return kLabels[static_cast<std::size_t>(rows)];
}
std::string_view Label(MatrixOrder order) {
  constexpr std::array<std::string_view, 3> kLabels{"Name", "Claims", "Similarity"};
  static_assert(kLabels.size() == kWords<MatrixOrder>.size());
  return kLabels[static_cast<std::size_t>(order)];
}

MatrixModel BuildMatrixModel(const Library& library, const Session& session,
                             const MatrixTable& table) {
  const ViewState& state = session.state;
  MatrixModel model;
  const bool links = state.matrix_columns == MatrixColumns::kConditions;
  model.title = "Who says what";
  if (links && table.outcome.target)
    model.title = "Who links what to: " + LiteralWords(library, Literal(table.outcome.target));
  model.subtitle = links
                       ? "Sign: which way the holder says it pushes. Words: how firmly. Dot: says "
                         "nothing. A number counts claims; voices are never added up."
                       : "Bars: how firmly the holder says that it is so (right) or not so "
                         "(left). Dot: says nothing. A number counts claims.";
  if (std::optional<Choice> columns = ChoiceOf(library, state, "cols"))
    model.columns = std::move(*columns);
  for (const char* key : {"rows", "order"})
    if (std::optional<Choice> choice = ChoiceOf(library, state, key))
      model.choices.push_back(std::move(*choice));
  model.least = state.min_count;
  model.least_words = "At least " + Counted(state.min_count, "claim", "claims");
  if (state.min_count > 1)
    model.fewer =
        Action{"fewer", "−", SetField{"min", std::to_string(state.min_count - 1)}, "", false};
  if (state.min_count < kLeastAtMost)
    model.more =
        Action{"more", "+", SetField{"min", std::to_string(state.min_count + 1)}, "", false};
  if (table.silent > 0 && state.min_count <= 1) {
    const std::string holders = Counted(table.silent, "holder", "holders");
    model.silent = Action{"silent",
                          state.hide_silent ? "Show " + std::to_string(table.silent) + " more " +
                                                  (table.silent == 1 ? "holder" : "holders") +
                                                  ", " + SilentWords(table)
                                            : "Hide " + holders + " " + SilentWords(table),
                          SetField{"hide-silent", state.hide_silent ? "" : "1"}, "", false};
  }
  if (table.dropped > 0)
    model.dropped.push_back(Counted(table.dropped, "column has", "columns have") +
                            " fewer claims.");
  AddLegend(table, links, &model);
  AddEmpty(library, state, table, &model);
  return model;
}

MatrixHead HeadOf(const Library& library, const Session& session, const MatrixTable& table,
                  std::uint32_t column) {
  const MatrixColumn& at = table.columns[column];
  const Proposition& proposition = library.dataset[at.proposition];
  MatrixHead head;
  head.id = proposition.id;
  head.label = proposition.label;
  head.theme = at.theme ? std::string(library.dataset[at.theme].label) : "No theme";
  const Lever lever = LeverOf(session.state, proposition.id);
  if (lever != Lever::kOpen) head.supposed = lever == Lever::kOn ? "if" : "if not";
  head.name = (head.supposed.empty() ? "" : head.supposed + ": ") + head.label;
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
  if (own) ways.push_back("own voice");
  if (through) ways.push_back("through others");
  if (imputed) ways.push_back(ways.empty() ? "guessed at by others" : "guessed at");
  holder.heard = JoinWords(ways, "or");
  holder.count = at.claims == 0 ? "no claim here" : Counted(at.claims, "claim", "claims");
  holder.selected = session.state.selection == actor.id;
  holder.select = Select{holder.id};
  return holder;
}

std::string WordOf(const Library& library, const MatrixTable& table, const MatrixCell& cell) {
  std::string word;
  EachPart(table, cell, [&](std::uint32_t first, std::uint32_t) {
    const MatrixEntry& entry = table.entries[first];
    word +=
        (word.empty() ? "" : " / ") + ShortWord(library, library.dataset[entry.claim], entry.mark);
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
  box.id = std::string(actor.id) + "~" + std::string(proposition.id);
  box.about = std::string(actor.name) + ", on " + Quoted(proposition.label);
  box.selected = session.state.selection == box.id;
  box.select = Select{box.id};
  const MatrixCell* cell = table.At(row, column);
  if (cell == nullptr || cell->count == 0) {
    const std::uint32_t hidden = cell == nullptr ? 0 : cell->hidden;
    box.gap = hidden > 0                ? MatrixGap::kHidden
              : table.rows[row].in_part ? MatrixGap::kNotCoded
                                        : MatrixGap::kSilent;
    box.name = hidden > 0 ? Counted(hidden, "claim", "claims") + " hidden by filters"
               : box.gap == MatrixGap::kNotCoded
                   ? "Not coded: a text of this holder is coded only in part"
                   : "Says nothing on this";
    return box;
  }
  box.claims = cell->count;
  box.word = WordOf(library, table, *cell);
  EachPart(table, *cell, [&](std::uint32_t first, std::uint32_t last) {
    const MatrixEntry& entry = table.entries[first];
    const Claim& claim = dataset[entry.claim];
    MatrixPart part;
    part.sign = SignAt(library, table.outcome, columns, claim, entry.mark);
    part.word = ShortWord(library, claim, entry.mark);
    part.claims = last - first;
    std::string name = part.sign.words;
    if (columns == MatrixColumns::kPropositions && claim.about.kind == AboutKind::kProposition) {
      part.level = StrengthOf(library, claim);
      name.clear();
    }
    name += (name.empty() ? "" : ", ") + part.word;
    if (entry.not_held && columns == MatrixColumns::kPropositions)
      name += ", passed on by somebody who does not share it";
    for (std::uint32_t i = first; i < last; ++i)
      for (Ref& ref : RefsOf(library, dataset[table.entries[i].claim])) {
        const bool told = std::any_of(box.refs.begin(), box.refs.end(), [&](const Ref& other) {
          return other.short_words == ref.short_words;
        });
        name += ", " + PlaceWords(ref);
        if (!told) box.refs.push_back(std::move(ref));
      }
    if (part.claims > 1) name += ", " + Counted(part.claims, "claim", "claims");
    box.name += (box.name.empty() ? "" : "; ") + Capital(name);
    box.parts.push_back(std::move(part));
  });
  if (IsMixed(table, *cell)) box.name = "Mixed: " + box.name;
  if (cell->hidden > 0)
    box.name += "; " + Counted(cell->hidden, "more claim", "more claims") + " hidden by filters";
  box.open = OpenPlace{std::string(dataset[table.entries[cell->first].claim].id)};
  return box;
}

std::string CellItem(std::string_view actor, std::string_view proposition) {
  return "matrix/cell/" + std::string(actor) + "~" + std::string(proposition);
}
std::string HeadItem(std::string_view proposition) {
  return "matrix/head/" + std::string(proposition);
}
std::string HolderItem(std::string_view actor) { return "matrix/holder/" + std::string(actor); }

Commands MoveInMatrix(const Library& library, const Session& session, std::string_view item,
                      std::int64_t by, const std::vector<std::string_view>& shown) {
  const MatrixTable table = BuildMatrixTable(library, session.state);
  const auto id_of = [&](std::int64_t column) {
    return library.dataset[table.columns[static_cast<std::size_t>(column)].proposition].id;
  };
  const auto place_of = [&](std::string_view id) {
    std::int64_t place = 0;
    while (place < static_cast<std::int64_t>(table.columns.size()) && id_of(place) != id) ++place;
    return place;
  };
  const auto count = static_cast<std::int64_t>(table.columns.size());
  std::string_view actor, proposition = item.substr(item.rfind('/') + 1);
  const std::size_t pair = proposition.find('~');
  if (pair != std::string_view::npos) {
    actor = proposition.substr(0, pair);
    proposition.remove_prefix(pair + 1);
  }
  const std::int64_t at = place_of(proposition);
  if (at == count || shown.empty()) return {};
  const std::int64_t to = std::clamp<std::int64_t>(at + by, 0, count - 1);
  if (to == at) return {};
  Commands commands;
  const std::int64_t low = place_of(shown.front());
  const auto wide = static_cast<std::int64_t>(shown.size());
  const std::int64_t start = to < low ? to : (to >= low + wide ? to - wide + 1 : low);
  if (start != low)
    commands.push_back(ScrollTo{std::string(kMatrixFirstColumn), static_cast<float>(start)});
  commands.push_back(Focus{actor.empty() ? HeadItem(id_of(to)) : CellItem(actor, id_of(to))});
  return commands;
}

}  // namespace proviso::view

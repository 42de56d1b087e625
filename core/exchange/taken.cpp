#include "core/exchange/taken.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/edit/make_id.h"
#include "core/sheets/columns.h"

namespace proviso::exchange {
namespace {

/// A sheet with headings alone. The id comes first: no id begins with a bracket, which would make
/// its row one that explains.
sheets::Sheet Headed(std::string_view name) {
  sheets::Sheet sheet;
  sheet.name = name;
  sheet.rows.emplace_back();
  const auto layouts = sheets::Layouts();
  if (const sheets::Layout* layout = sheets::FindLayout(layouts, name)) {
    sheet.rows[0].emplace_back(name == "claims" ? "no." : name == "dataset" ? "field" : "id");
    for (const sheets::Column& column : layout->columns)
      if (column.heading != sheet.rows[0][0] && column.heading != "check")
        sheet.rows[0].emplace_back(column.heading);
    if (name != "dataset") sheet.rows[0].emplace_back("more");
  }
  return sheet;
}

/// What a spreadsheet would take for a formula has a sign before it, which reading takes away.
std::string GuardedCell(std::string_view words) {
  std::string cell(words);
  if (!cell.empty() && std::string_view("=+-@\t\r'").find(cell[0]) != std::string_view::npos)
    cell.insert(cell.begin(), '\'');
  return cell;
}

}  // namespace

TakenMaker::Row& TakenMaker::Row::Set(std::string_view heading, std::string_view words) {
  if (sheet_ == nullptr) return *this;
  const auto& heads = sheet_->rows[0];
  const auto at = std::find(heads.begin(), heads.end(), heading);
  auto& row = sheet_->rows.back();
  if (at == heads.end() || words.empty()) return *this;
  const auto column = static_cast<std::size_t>(at - heads.begin());
  if (row.size() <= column) row.resize(column + 1);
  row[column] = GuardedCell(words);
  return *this;
}

TakenMaker::TakenMaker(const TakeOptions& options) : options_(options) {
  coder_ = options.coder;
  initials_ = edit::Initials(coder_);
  // References to sheets and texts stay good while rows are added.
  for (const char* name : {"dataset", "documents", "actors", "statements", "topics", "passages",
                           "claims", "relations"})
    out_.book.sheets.push_back(Headed(name));
  if (options.base == nullptr) return;
  const Dataset& base = *options.base;
  for (std::size_t t = 0; t < kTableCount; ++t)
    for (std::uint32_t i = 0; i < base.count(static_cast<Table>(t)); ++i)
      taken_.insert(std::string(base.IdOf({static_cast<Table>(t), i})));
  for (const proviso::Actor& actor : base.actors) {
    actors_.emplace(edit::FoldName(actor.name), actor.id);
    for (const proviso::Text alias : actor.aliases)
      actors_.emplace(edit::FoldName(alias), actor.id);
  }
  for (const Proposition& one : base.propositions)
    statements_.emplace(edit::FoldName(one.label), one.id);
  for (const proviso::Topic& one : base.topics) topics_.emplace(edit::FoldName(one.label), one.id);
  for (const Document& one : base.documents) {
    by_id_.emplace(one.id, &one);
    if (!one.url.empty()) by_address_.emplace(one.url, &one);
    by_title_.emplace(edit::FoldName(one.title), &one);
  }
  for (const Passage& one : base.passages)
    passages_.emplace(std::string(base[one.document].id) + ' ' + std::to_string(one.start) + ' ' +
                          std::to_string(one.end),
                      one.id);
}

std::string TakenMaker::Clean(std::string_view words, std::size_t most) {
  std::string sound;
  while (const auto bad = FirstInvalidUtf8(words)) {
    sound += words.substr(0, *bad);
    sound += "\xEF\xBF\xBD";
    words.remove_prefix(*bad + 1);
  }
  sound += words;
  std::string out;
  std::size_t count = 0, space = 0;
  for (std::size_t at = 0; at < sound.size();) {
    char32_t c = NextCodePoint(sound, &at);
    if (c < 0x20 || c == 0x7F || c == 0xA0 || c == 0x2028 || c == 0x2029) c = ' ';
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    if (count + 2 >= most && at < sound.size()) {
      // As much as fits, up to a word's end if that leaves most of it.
      if (space > out.size() / 2) out.resize(space);
      while (!out.empty() && out.back() == ' ') out.pop_back();
      return out + " …";
    }
    if (c == ' ') space = out.size();
    AppendUtf8(c, &out);
    ++count;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

TakenMaker::Row TakenMaker::Add(std::string_view sheet, std::string_view place) {
  for (sheets::Sheet& one : out_.book.sheets) {
    if (one.name != sheet) continue;
    one.rows.emplace_back();
    out_.places[{one.name, one.rows.size()}] = place;
    return Row(&one);
  }
  return Row(&out_.book.sheets[0]);
}

void TakenMaker::Field(std::string_view field, std::string_view value) {
  if (value.empty()) return;
  Add("dataset", "the dataset").Set("field", field).Set("value", value);
}

void TakenMaker::Coder(std::string_view name) {
  if (!coder_.empty()) return;
  coder_ = Clean(name, kNameLength);
  for (char& c : coder_)
    if (c == ';') c = ',';
  initials_ = edit::Initials(coder_);
}

TakenMaker::Row TakenMaker::TextRow() { return Row(text_row_ ? &out_.book.sheets[1] : nullptr); }

TakenMaker::Row TakenMaker::ActorRow() { return Row(&out_.book.sheets[2]); }

std::string TakenMaker::MakeId(Table table, std::string_view words) {
  std::string id =
      edit::MakeId(table, words, [this](const std::string& one) { return taken_.count(one) > 0; });
  taken_.insert(id);
  return id;
}

std::string TakenMaker::Named(Table table, std::map<std::string, std::string>* names,
                              std::string_view sheet, std::string_view heading,
                              std::string_view words, std::size_t most, std::string_view place) {
  const std::string shown = Clean(words, most);
  std::string key = edit::FoldName(Clean(words, 4000));
  if (key.empty()) key = shown;
  const auto known = names->find(key);
  if (known != names->end()) return known->second;
  const std::string id = MakeId(table, shown);
  names->emplace(key, id);
  Add(sheet, place).Set("id", id).Set(heading, shown.empty() ? id : shown);
  return id;
}

std::string TakenMaker::Actor(std::string_view name, std::string_view kind,
                              std::string_view place) {
  const std::size_t before = taken_.size();
  std::string id = Named(Table::kActors, &actors_, "actors", "name", name, kNameLength, place);
  if (taken_.size() > before) Row(&out_.book.sheets[2]).Set("kind", kind);
  return id;
}

std::string TakenMaker::Statement(std::string_view label, std::string_view gloss,
                                  std::string_view place) {
  const std::size_t before = taken_.size();
  std::string id = Named(Table::kPropositions, &statements_, "statements", "statement", label,
                         kLabelLength, place);
  if (taken_.size() > before) {
    const std::string whole = Clean(label, kGlossLength);
    const std::string more = Clean(gloss, kGlossLength);
    Row(&out_.book.sheets[3])
        .Set("kind", "event")
        .Set("in our words", !more.empty()                           ? more
                             : CountCodePoints(whole) > kLabelLength ? whole
                                                                     : std::string());
  }
  return id;
}

std::string TakenMaker::Topic(std::string_view label, std::string_view gloss,
                              std::string_view place) {
  const std::size_t before = taken_.size();
  std::string id = Named(Table::kTopics, &topics_, "topics", "topic", label, kLabelLength, place);
  if (taken_.size() > before)
    Row(&out_.book.sheets[4]).Set("in our words", Clean(gloss, kGlossLength));
  return id;
}

bool TakenMaker::KnowsActor(std::string_view name) const {
  return actors_.count(edit::FoldName(name)) > 0;
}
bool TakenMaker::KnowsStatement(std::string_view label) const {
  return statements_.count(edit::FoldName(label)) > 0;
}

std::string TakenMaker::NextClaimId(std::size_t* number) const {
  for (;;) {
    std::string id = edit::NumberedId(Table::kClaims, initials_, ++*number);
    if (taken_.count(id) == 0) return id;
  }
}

TakenMaker::Row TakenMaker::Claim(std::string_view place) {
  taken_.insert(NextClaimId(&claims_));
  Row row = Add("claims", place);
  row.Set("no.", std::to_string(claims_));
  return row;
}

std::string TakenMaker::NextDraftId() const {
  std::size_t number = claims_;
  return NextClaimId(&number);
}

void TakenMaker::Draft(io::JsonValue record, io::JsonValue typed, std::string_view one,
                       std::string_view many) {
  io::JsonValue& draft = drafts_.Add(io::JsonValue::Object());
  std::string id = NextClaimId(&claims_);
  draft.Set("id", id);
  draft.Set("record", std::move(record));
  draft.Set("table", "claims");
  if (!typed.members().empty()) draft.Set("typed", std::move(typed));
  taken_.insert(std::move(id));
  ++out_.draft_claims;
  Count(&out_.drafts, one, many, 1);
}

void TakenMaker::DraftRelation(io::JsonValue record) {
  std::string id;
  do id = edit::NumberedId(Table::kRelations, initials_, ++relations_);
  while (taken_.count(id) > 0);
  io::JsonValue& draft = drafts_.Add(io::JsonValue::Object());
  draft.Set("id", id);
  draft.Set("record", std::move(record));
  draft.Set("table", "relations");
  taken_.insert(std::move(id));
}

void TakenMaker::Count(std::vector<Tally>* list, std::string_view one, std::string_view many,
                       std::size_t count) {
  if (count == 0) return;
  for (Tally& tally : *list)
    if (tally.many == many) {
      tally.count += count;
      return;
    }
  list->push_back({std::string(one), std::string(many), count});
}

void TakenMaker::TakenAs(std::string_view one, std::string_view many, std::size_t count) {
  Count(&out_.taken, one, many, count);
}
void TakenMaker::LeftOut(std::string_view one, std::string_view many, std::size_t count) {
  Count(&out_.left_out, one, many, count);
}

void TakenMaker::Note(std::string_view place, std::string rule, std::string remedy) {
  if (out_.book.notes.size() >= 1000) return;
  sheets::CellProblem& problem = out_.book.notes.emplace_back();
  problem.sheet = place;
  problem.problem = {"sheet", "", 0, 0, std::move(rule), std::move(remedy)};
  problem.note = true;
}

void TakenMaker::Error(std::string_view place, std::string rule, std::string remedy) {
  Note(place, std::move(rule), std::move(remedy));
  out_.book.notes.back().note = false;
}

Taken TakenMaker::Finish(std::string_view kind) {
  out_.kind = kind;
  if (not_sought_ > 0)
    Error("the file",
          std::to_string(not_sought_) + (not_sought_ == 1 ? " passage is" : " passages are") +
              " not looked for: there are more of them, in longer texts, than are searched.",
          "Divide the file where it was made, and import the parts with --base.");
  if (!drafts_.items().empty()) Field("x-drafts", drafts_.Write());
  if (!coder_.empty()) Field("coders", coder_);
  auto& sheets = out_.book.sheets;
  sheets.erase(std::remove_if(sheets.begin(), sheets.end(),
                              [](const sheets::Sheet& sheet) { return sheet.rows.size() < 2; }),
               sheets.end());
  return std::move(out_);
}

}  // namespace proviso::exchange

#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/exchange/text_map.h"
#include "core/io/json_value.h"
#include "core/locate/find_quote.h"
#include "core/model/dataset.h"
#include "core/sheets/book.h"

namespace proviso::exchange {

/// How many of something: "3 pictures".
struct Tally {
  std::string one, many;
  std::size_t count = 0;
};

/// What was made of another tool's file: a book, which `sheets::ImportBook` turns into a dataset,
/// and what its reader has to report.
struct Taken {
  sheets::Book book;
  std::string kind;                                        ///< "a REFI-QDA project".
  std::vector<std::pair<std::string, std::string>> texts;  ///< By short name: bytes.
  std::vector<Tally> taken, left_out;
  std::vector<Tally> drafts;     ///< By cause: "claims, since no code says what they are about".
  std::size_t draft_claims = 0;  ///< In all.
  /// Where in the file the rows of the book come from: by sheet and row, counted from 1.
  std::map<std::pair<std::string, std::size_t>, std::string> places;
  /// The dataset that the file itself holds: what its other rows are added to.
  std::optional<Dataset> base;
  /// What was guessed, for `--write-map`: the codes' paths and what each is taken for.
  io::JsonValue map = io::JsonValue::Object();
};

/// What whoever imports says beforehand.
struct TakeOptions {
  const Dataset* base = nullptr;
  std::string coder;  ///< Initials.
  io::JsonValue map;  ///< Of `--map`; an object, or null.
  /// The bytes of a document's text that is not in the file: by id, address or title.
  std::function<std::optional<std::string>(const std::string& name)> text;
};

/// A text that is being taken over.
struct TakenText {
  std::string id, name;  ///< "d-bus", "bus".
  std::optional<TextMap> map;
  std::vector<locate::Place> paragraphs;
};

/// Fills the book of a `Taken`. Records have their ids from the start, so that drafts can name
/// them; what a base knows by the same name is used and not written again.
class TakenMaker {
 public:
  explicit TakenMaker(const TakeOptions& options);

  /// A row; cells are set under their headings.
  class Row {
   public:
    explicit Row(sheets::Sheet* sheet) : sheet_(sheet) {}
    Row& Set(std::string_view heading, std::string_view words);

   private:
    sheets::Sheet* sheet_;
  };
  Row Add(std::string_view sheet, std::string_view place);

  void Field(std::string_view field, std::string_view value);  ///< Of the dataset.
  /// Initials of who codes, where `--coder` does not say.
  void Coder(std::string_view name);

  /// The text of this title, with its row. Without bytes, that of `--text` or of the base; if there
  /// is none, a row whose text must be given.
  TakenText& Text(std::string_view title, std::optional<std::string_view> bytes,
                  std::string_view address, std::string_view place);
  /// The row that the last `Text` has begun, to be filled in further; of what the base knows none.
  Row TextRow();
  Row ActorRow();  ///< Of the actor that was made last.

  /// The document of the base that has this address, id or title, or null.
  const Document* Known(std::string_view address, const std::string& name) const;

  /// The id of the record of this name; made where there is none. `kind` is that of a new actor.
  std::string Actor(std::string_view name, std::string_view kind, std::string_view place);
  std::string Statement(std::string_view label, std::string_view gloss, std::string_view place);
  std::string Topic(std::string_view label, std::string_view gloss, std::string_view place);
  bool KnowsActor(std::string_view name) const;
  bool KnowsStatement(std::string_view label) const;

  /// Where the words stand in the text, by their letters. Each look-up reads the text once, so only
  /// so many are made of one file; of those that are not, `Finish` tells the number.
  std::vector<std::vector<locate::Place>> Find(const TakenText& text, std::string_view words);

  /// The id of the passage at the file's code points [start, end); none if it holds no letter.
  std::optional<std::string> PassageOf(const TakenText& text, locate::Place file,
                                       std::string_view place);
  /// The same in norm-1.
  std::optional<std::string> PassageAt(const TakenText& text, locate::Place norm1,
                                       std::string_view place);

  /// A claim that is complete as far as its reader can say.
  Row Claim(std::string_view place);
  /// A claim that is not: its record so far, what cannot be read of it, and why.
  void Draft(io::JsonValue record, io::JsonValue typed, std::string_view one,
             std::string_view many);
  std::string NextDraftId() const;  ///< That the next draft of a claim will have.
  /// A relation between drafts, which waits with them.
  void DraftRelation(io::JsonValue record);

  void TakenAs(std::string_view one, std::string_view many, std::size_t count = 1);
  void LeftOut(std::string_view one, std::string_view many, std::size_t count = 1);
  void Note(std::string_view place, std::string rule, std::string remedy);
  void Error(std::string_view place, std::string rule, std::string remedy);

  Taken& out() { return out_; }
  Taken Finish(std::string_view kind);

  /// `words` as UTF-8 without control characters, in one line and at most `most` code points: what
  /// is cut ends in " …".
  static std::string Clean(std::string_view words, std::size_t most);

 private:
  /// True as long as what was asked for, in letters that are read, is not more than seconds of
  /// work.
  bool Spend(std::size_t letters);
  std::string MakeId(Table table, std::string_view words);
  std::string NextClaimId(std::size_t* number) const;
  std::string Named(Table table, std::map<std::string, std::string>* names, std::string_view sheet,
                    std::string_view heading, std::string_view words, std::size_t most,
                    std::string_view place);
  void Count(std::vector<Tally>* list, std::string_view one, std::string_view many,
             std::size_t count);

  const TakeOptions& options_;
  Taken out_;
  std::string coder_, initials_;
  std::set<std::string> taken_;
  std::map<std::string, std::string> actors_, statements_, topics_;  ///< By folded name.
  std::map<std::string, std::string> passages_;                      ///< By place.
  /// Of the base: by id, by address, by folded title.
  std::map<std::string, const Document*> by_id_, by_address_, by_title_;
  std::size_t spent_ = 0, not_sought_ = 0, text_bytes_ = 0;
  std::deque<TakenText> texts_;  ///< Their places stay while more are taken.
  std::size_t claims_ = 0, relations_ = 0;
  bool text_row_ = false;
  io::JsonValue drafts_ = io::JsonValue::List();
};

inline constexpr std::size_t kNameLength = 200;
inline constexpr std::size_t kLabelLength = 80;
inline constexpr std::size_t kGlossLength = 400;

}  // namespace proviso::exchange

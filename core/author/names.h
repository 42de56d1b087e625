#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/edit/about.h"
#include "core/edit/apply.h"
#include "core/edit/chain.h"
#include "core/io/json_value.h"
#include "core/voice/library.h"

namespace proviso::view {

/// Finds the records that people mean by what they call them, and makes those that they name anew.
///
/// Names are compared as `edit::FoldName` folds them; an id always leads to its record. Statements
/// are never taken for near ones.
class Names {
 public:
  /// `coder`: whose initials numbered ids carry.
  Names(const Library& library, std::string_view coder);

  /// Kinds of what is made: a person, an event.
  PropositionKind statement_kind = PropositionKind::kEvent;
  ActorKind actor_kind = ActorKind::kPerson;

  /// The record of that name in `table`, which names of actors and topics, labels, and ids lead to.
  /// Errors: line, if there is none or there are several.
  Result<std::string> Find(Table table, std::string_view words) const;
  bool Knows(Table table, std::string_view words) const;
  /// True if people know a statement by these words; for `edit::ReadAbout`.
  edit::KnownWords known() const;

  /// The same, and a record of its own where there is none.
  Result<std::string> FindOrMake(Table table, std::string_view words);

  /// A literal of JSON: the id, or {"not": id}.
  Result<io::JsonValue> LiteralOf(const edit::LiteralWords& words, bool make);
  /// The member `about` of a claim. Links and numbers that are there already are taken; statements
  /// that are not are made, if `make`.
  Result<io::JsonValue> AboutOf(std::string_view line, bool make);
  Result<io::JsonValue> AboutOf(const edit::AboutWords& words, bool make);
  /// The member `attribution` of a claim in `document`. The first step is made a creator of the
  /// text (I3); who is not known is made, if `make`.
  Result<io::JsonValue> ChainOf(std::string_view line, DocumentId document, bool make);

  /// "c-lm-7": a number that no record has, nor any draft.
  std::string NextId(Table table);
  /// An id made of words.
  std::string IdOf(Table table, std::string_view words);

  /// What was made on the way, in an order in which it can be put.
  const std::vector<edit::Step>& made() const { return made_; }

 private:
  bool Taken(const std::string& id) const;
  void Put(Table table, const io::JsonValue& record);
  Result<std::string> LinkOf(const edit::LinkWords& words, bool make);
  Result<std::string> ItemOf(const edit::ItemWords& words, bool make);
  std::string NumberOf(const edit::NumberWords& words);

  const Library& library_;
  std::string coder_;
  std::map<std::string, std::set<std::string>> ids_[kTableCount];  ///< By folded name.
  std::set<std::string> taken_;
  std::vector<edit::Step> made_;
};

/// What is wrong with a line, in words for people.
Problem LineFault(std::string rule, std::string remedy);

}  // namespace proviso::view

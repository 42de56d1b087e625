#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/edit/about.h"
#include "core/model/dataset.h"

namespace proviso::edit {

/// Writes records as lines that people read and write, and that lead back to the same records.
class Lines {
 public:
  /// Who reads the lines: one who has all names beside them, as in a workbook, or one who has the
  /// line alone. For the latter brackets stand around statements with a keyword in them.
  enum class Reader { kKnowsNames, kHasLine };
  explicit Lines(const Dataset& dataset, Reader reader = Reader::kKnowsNames);

  std::string Actor(ActorId id) const;
  std::string Statement(PropositionId id) const;
  std::string Topic(TopicId id) const;
  std::string Literal(proviso::Literal literal) const;
  std::string Link(const Condition& link) const;
  std::string About(const Claim& claim) const;
  std::string Chain(const Claim& claim) const;
  static std::string Number(const Quantity& quantity);

 private:
  /// The name, if it leads to this record alone and back, else its id.
  std::string Named(const std::map<std::string, int>& names, Text name, Text id) const;
  std::string Item(RecordRef record) const;

  const Dataset& dataset_;
  Reader reader_;
  std::map<std::string, int> actors_, statements_, topics_;  ///< By folded name: how many have it.
  KnownWords known_;
};

}  // namespace proviso::edit

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/text_map.h"
#include "core/model/dataset.h"

namespace proviso::exchange {

/// A dataset as another tool's file, and what did not fit into it.
struct Written {
  std::string bytes;
  std::vector<std::string> lost;  ///< Sentences, with counts.
};

/// The texts that are at hand while a dataset is written: given ones, and those that it holds.
class Texts {
 public:
  /// `given`: the bytes of a document's text, if whoever exports has it.
  Texts(const Dataset& dataset, const std::function<std::optional<std::string>(DocumentId)>& given);

  /// The text of a document, or null.
  const TextMap* Of(DocumentId id) const;
  /// The file's place of a passage, if its text is here.
  std::optional<locate::Place> PlaceOf(const Passage& passage) const;
  /// Another text than the one that was coded; export stops there.
  const std::optional<Problem>& problem() const { return problem_; }

 private:
  std::map<std::uint32_t, TextMap> maps_;
  std::optional<Problem> problem_;
};

/// Counts what a format has no place for.
class Losses {
 public:
  explicit Losses(Written* written) : written_(written) {}
  /// "3 relations are left out." of "relation is", "relations are"; nothing for none.
  void Add(std::size_t count, std::string_view one, std::string_view many, std::string_view rest);

 private:
  Written* written_;
};

// What many formats have no place for, counted.
std::size_t CountSteps(const Dataset& dataset);   ///< Of chains, but for the holders.
std::size_t CountHedges(const Dataset& dataset);  ///< Claims with words that hedge.

/// What a claim is tagged with in an annotation: "holder:NAME", "level:WORDS", its topics.
std::vector<std::string> TagsOf(const Dataset& dataset, const Claim& claim);

/// The words of SHEETS for a level and an act: "very likely", "no level"; "says", "threatens".
std::string_view LevelCell(Modality level);
std::string_view ActCell(Act act);

}  // namespace proviso::exchange

#include "core/io/link.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/io/fields.h"

namespace proviso::io {
namespace {

template <class Tag>
constexpr Table kTableOf = Table::kDocuments;
template <>
constexpr Table kTableOf<PassageTag> = Table::kPassages;
template <>
constexpr Table kTableOf<ActorTag> = Table::kActors;
template <>
constexpr Table kTableOf<PropositionTag> = Table::kPropositions;
template <>
constexpr Table kTableOf<ConditionTag> = Table::kConditions;
template <>
constexpr Table kTableOf<ClaimTag> = Table::kClaims;
template <>
constexpr Table kTableOf<QuantityTag> = Table::kQuantities;
template <>
constexpr Table kTableOf<TopicTag> = Table::kTopics;

std::string A(std::string_view noun) {
  const bool vowel = std::string_view("aeiou").find(noun[0]) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

/// Visits every field of every record; all but the references pass by unseen.
class Linker {
 public:
  Linker(Symbols* symbols, Report* report) : symbols_(*symbols), report_(*report) {}

  template <class T>
  void Field(std::string_view name, T& member, const Rule& rule) {
    if constexpr (MayRefer<T>()) {
      trail_[depth_] = {name, kNoItem};
      code_ = rule.code == "schema" ? "I2" : rule.code;
      Follow(member);
      if (rule.unique) CheckTwins(name, member);
    }
  }
  template <class R>
  void Records(std::string_view, Table table, std::vector<R>& records, const Rule&) {
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      record_ = {table, i};
      Fields(*this, records[i]);
    }
  }
  void Format(std::string_view) {}
  void FormatVersion(std::string_view, Text&) {}
  void Extensions(Text&) {}

 private:
  /// False for what can hold no reference, however deep.
  template <class T>
  static constexpr bool MayRefer() {
    if constexpr (requires(T list) { list.data(); }) {
      if constexpr (std::is_same_v<T, Text>) {
        return false;
      } else {
        return MayRefer<typename T::value_type>();
      }
    } else {
      return !std::is_arithmetic_v<T> && !std::is_enum_v<T> && !IsA<T, std::optional<double>> &&
             !IsA<T, Coding> && !IsA<T, DocumentText> && !IsA<T, Paragraph> && !IsA<T, Maker>;
    }
  }

  template <class T>
  void Follow(T&) {}
  template <class T>
  requires IsObject<T>
  void Follow(T& object) {
    ++depth_;
    Fields(*this, object);
    --depth_;
  }
  template <class T>
  void Follow(std::span<const T>& list) {
    {
      for (std::size_t i = 0; i < list.size(); ++i) {
        trail_[depth_].item = static_cast<std::uint32_t>(i);
        Follow(const_cast<T&>(list[i]));  // It lies in the dataset's arena, which is ours still.
      }
    }
  }
  /// Only here, since two spellings of an id are one once they are linked.
  template <class T>
  void CheckTwins(std::string_view name, const T& list) {
    if constexpr (requires { requires !IsObject<typename T::value_type>; }) {
      if (list.size() < 2) return;
      std::vector<typename T::value_type> items(list.begin(), list.end());
      // What does not resolve has been reported, and is not compared.
      items.erase(std::remove(items.begin(), items.end(), typename T::value_type()), items.end());
      if (!HasTwins(std::move(items))) return;
      trail_[depth_].item = kNoItem;
      report_.Error("schema", Here(), Twice(name), "Remove the repetition.");
    }
  }

  template <class Tag>
  void Follow(Id<Tag>& id) {
    if (id) id = Id<Tag>(Resolve(id.index(), kTableOf<Tag>, kTableOf<Tag>).index);
  }
  void Follow(Literal& literal) {
    if (!literal.proposition()) return;  // `!literal` would be the negation.
    const RecordRef to =
        Resolve(literal.proposition().index(), Table::kPropositions, Table::kPropositions);
    literal = Literal(PropositionId(to.index), literal.negated());
  }
  void Follow(RecordRef& reference) {
    if (reference) reference = Resolve(reference.index, Table::kConditions, Table::kPropositions);
  }

  /// The record that `mention` names, if it is in one of the two tables.
  RecordRef Resolve(std::uint32_t mention, Table one, Table other) {
    const std::uint32_t symbol = symbols_.mentioned(mention);
    if (symbol == Symbols::kNone) return {};  // It is no id, and has been reported.
    const RecordRef to = symbols_.definition(symbol);
    if (to && (to.table == one || to.table == other)) return to;
    const std::string field = "`" + std::string(trail_[depth_].name) + "` names ";
    const std::string id = Quote(symbols_.id(symbol));
    const std::string wanted =
        A(RecordNoun(one)) + (one == other ? "" : " or " + A(RecordNoun(other)));
    if (to) {
      report_.Error(
          code_, Here(),
          field + id + ", which is " + A(RecordNoun(to.table)) + "; it must name " + wanted + ".",
          "Write the id of " + wanted + ".");
    } else {
      report_.Error("I2", Here(), field + id + "; no record has this id.",
                    "Correct the id, or add the record.");
    }
    return {};
  }

  Spot Here() const {
    std::string path = record_ ? "" : "/dataset";
    for (std::size_t i = record_ ? 0 : 1; i <= depth_; ++i) {
      path += '/';
      path += trail_[i].name;
      if (trail_[i].item != kNoItem) path += '/' + std::to_string(trail_[i].item);
    }
    // A negated literal is an object, but its id is what is wrong; the object is near enough.
    return Spot::Field(record_, std::move(path));
  }

  static constexpr std::uint32_t kNoItem = 0xFFFFFFFFu;
  struct Crumb {
    std::string_view name;
    std::uint32_t item = kNoItem;
  };
  Symbols& symbols_;
  Report& report_;
  RecordRef record_;
  std::array<Crumb, 4> trail_;  ///< From the record, or the root, to the field.
  std::size_t depth_ = 0;
  std::string_view code_ = "I2";
};

}  // namespace

void Link(Symbols* symbols, Dataset* dataset, Report* report) {
  Linker linker(symbols, report);
  Fields(linker, *dataset);
}

std::string_view RecordNoun(Table table) {
  constexpr std::string_view kNouns[] = {"document",  "passage", "actor",    "proposition",
                                         "condition", "claim",   "relation", "event",
                                         "quantity",  "topic",   "question"};
  return kNouns[static_cast<std::size_t>(table)];
}

}  // namespace proviso::io

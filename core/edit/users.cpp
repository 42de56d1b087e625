#include "core/edit/users.h"

#include <map>
#include <type_traits>

#include "core/io/canonical.h"
#include "core/io/fields.h"

namespace proviso::edit {
namespace {

using io::Rule;

/// Visits every field and notes the references; knows no field but by its type and its rule.
class Finder {
 public:
  Finder(const Dataset& dataset, const std::map<RecordRef, std::size_t>& wanted,
         std::vector<std::vector<User>>* users)
      : dataset_(dataset), wanted_(wanted), users_(*users) {}

  template <class T>
  void Field(std::string_view name, const T& member, const Rule& rule) {
    const std::size_t length = path_.size();
    const Fate outer = fate_;
    if constexpr (!std::is_same_v<T, DatasetInfo>) {  // Its paths begin below it, as a record's do.
      path_ += '/';
      path_ += name;
    }
    if (!outer.never_cut) {
      fate_.required = rule.required && outer.required;
      if (!rule.required || outer.top) fate_.cut = path_;
    }
    fate_.top = false;
    rule_ = &rule;
    Follow(member);
    fate_ = outer;
    path_.resize(length);
  }
  template <class R>
  void Records(std::string_view, Table table, const std::vector<R>& records, const Rule&) {
    for (const std::uint32_t i : io::RowOrder(table, records)) {
      record_ = {table, i};
      fate_ = {true, false, true, ""};
      io::Fields(*this, records[i]);
    }
    record_ = {};
  }
  void Format(std::string_view) {}
  void FormatVersion(std::string_view, const Text&) {}
  void Extensions(const Text&) {}

 private:
  template <class T>
  void Follow(const T&) {}
  template <class T>
  requires io::IsObject<T>
  void Follow(const T& object) {
    const Fate outer = fate_;
    if constexpr (std::is_same_v<T, About>) fate_.never_cut = fate_.required = true;
    io::Fields(*this, object);
    fate_ = outer;
  }
  template <class T>
  void Follow(std::span<const T> list) {
    const Rule& rule = *rule_;
    const Fate outer = fate_;
    const std::size_t length = path_.size();
    // Items stand as in the canonical form, in which an edit finds them.
    const auto each = [&](const auto& items) {
      for (std::size_t i = 0; i < items.size(); ++i) {
        path_ += '/' + std::to_string(i);
        constexpr bool kChain = std::is_same_v<T, Step>;
        fate_ = {kChain || (outer.required && items.size() == 1), kChain, false, path_};
        rule_ = &rule;
        Follow(items[i]);
        path_.resize(length);
      }
    };
    if constexpr (requires(T id) { id.index(); }) {
      each(io::ItemsInOrder(dataset_, list, rule.sorted));
    } else {
      each(list);
    }
    fate_ = outer;
  }
  template <class Tag>
  void Follow(Id<Tag> id) {
    if (id) Note({kTable<Tag>, id.index()}, "");
  }
  void Follow(Literal literal) {
    if (literal.proposition())
      Note({Table::kPropositions, literal.proposition().index()}, literal.negated() ? "/not" : "");
  }
  void Follow(RecordRef record) {
    if (record) Note(record, "");
  }

  void Note(RecordRef to, std::string_view tail) {
    const auto wanted = wanted_.find(to);
    if (wanted == wanted_.end()) return;
    users_[wanted->second].push_back({record_, record_ ? std::string(dataset_.IdOf(record_)) : "",
                                      path_ + std::string(tail), fate_.cut,
                                      fate_.required && record_});
  }

  /// What becomes of a record when the value that is looked at goes.
  struct Fate {
    bool required = false;   ///< The record goes too.
    bool never_cut = false;  ///< And so for all that lies inside.
    bool top = false;        ///< The value is the record itself.
    std::string cut;
  };

  template <class Tag>
  static constexpr Table kTable = std::is_same_v<Tag, DocumentTag>      ? Table::kDocuments
                                  : std::is_same_v<Tag, PassageTag>     ? Table::kPassages
                                  : std::is_same_v<Tag, ActorTag>       ? Table::kActors
                                  : std::is_same_v<Tag, PropositionTag> ? Table::kPropositions
                                  : std::is_same_v<Tag, ConditionTag>   ? Table::kConditions
                                  : std::is_same_v<Tag, ClaimTag>       ? Table::kClaims
                                  : std::is_same_v<Tag, QuantityTag>    ? Table::kQuantities
                                                                        : Table::kTopics;

  const Dataset& dataset_;
  const std::map<RecordRef, std::size_t>& wanted_;
  std::vector<std::vector<User>>& users_;
  RecordRef record_;
  std::string path_;
  const Rule* rule_ = nullptr;
  Fate fate_;
};

}  // namespace

std::vector<std::vector<User>> UsersOfAll(const Dataset& dataset,
                                          const std::vector<std::string>& ids) {
  std::map<RecordRef, std::size_t> wanted;
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (const RecordRef record = dataset.Find(ids[i])) wanted.emplace(record, i);
  std::vector<std::vector<User>> users(ids.size());
  Finder finder(dataset, wanted, &users);
  io::Fields(finder, dataset);
  return users;
}

std::vector<User> UsersOf(const Dataset& dataset, std::string_view id) {
  return UsersOfAll(dataset, {std::string(id)})[0];
}

}  // namespace proviso::edit

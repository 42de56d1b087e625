#include "core/io/save.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/sha256.h"
#include "core/io/canonical.h"
#include "core/io/fields.h"
#include "core/io/json_text.h"

namespace proviso::io {
namespace {

template <class R>
bool AnyUsesLaterFields(const std::vector<R>& records) {
  constexpr std::uint32_t kLater = LaterFields<R>();
  return kLater != 0 && std::any_of(records.begin(), records.end(), [](const R& record) {
           return (record.given.bits & kLater) != 0;
         });
}

/// True if some record has a field that format 1.0 does not know; else 1.0 is written, so that the
/// digests of older files stay.
bool UsesLaterFields(const Dataset& dataset) {
  return AnyUsesLaterFields(dataset.passages) || AnyUsesLaterFields(dataset.actors) ||
         AnyUsesLaterFields(dataset.propositions) || AnyUsesLaterFields(dataset.documents) ||
         (dataset.info.given.bits & LaterFields<DatasetInfo>()) != 0 ||
         std::any_of(dataset.documents.begin(), dataset.documents.end(), [](const Document& one) {
           return (one.text.given.bits & LaterFields<DocumentText>()) != 0;
         });
}

/// Visits a dataset and writes what `Fields` names, in that order.
class Writer {
 public:
  /// `sum`, if there is one, gets what is written piece by piece; `Take` has the rest.
  explicit Writer(const Dataset& dataset, Sha256Sum* sum = nullptr)
      : dataset_(dataset), sum_(sum) {}

  std::string Take() && { return std::move(out_); }

  template <class R>
  void Object(const R& record) {
    const Scope outer = scope_;
    scope_ = {GivenOf(record), 0, true};
    out_ += '{';
    ++depth_;
    Fields(*this, record);
    --depth_;
    if (!scope_.empty) NewLine();
    out_ += '}';
    scope_ = outer;
  }

  template <class T>
  void Field(std::string_view name, const T& member, const Rule& rule) {
    if (!Key(name, rule.required)) return;
    rule_ = &rule;
    Value(member);
  }
  template <class R>
  void Records(std::string_view name, Table table, const std::vector<R>& records,
               const Rule& rule) {
    if (!Key(name, rule.required)) return;
    List(RowOrder(table, records), [this, &records](std::uint32_t i) {
      Object(records[i]);
      Drain();
    });
  }
  void Format(std::string_view name) {
    Key(name, true);
    AppendJsonString("claims-dataset", &out_);
  }
  void FormatVersion(std::string_view name, const Text&) {
    Key(name, true);
    AppendJsonString(UsesLaterFields(dataset_) ? "1.1" : "1.0", &out_);
  }
  void Extensions(const Text& extensions) {
    if (extensions.empty()) return;
    if (!scope_.empty) out_ += ',';
    scope_.empty = false;
    NewLine();
    AppendIndented(extensions.substr(1, extensions.size() - 2), depth_, &out_);
  }

 private:
  struct Scope {
    Given given;
    unsigned field = 0;
    bool empty = true;
  };

  /// Starts the member `name` if it was given.
  bool Key(std::string_view name, bool required) {
    const bool given = scope_.given.has(scope_.field++);
    if (!given && !required) return false;
    if (!scope_.empty) out_ += ',';
    scope_.empty = false;
    NewLine();
    AppendJsonString(name, &out_);
    out_ += ": ";
    return true;
  }

  void Drain() {
    if (sum_ == nullptr || out_.size() < kPiece) return;
    sum_->Add(out_);
    out_.clear();
  }

  void NewLine() {
    out_ += '\n';
    out_.append(depth_, ' ');
  }

  template <class Items, class WriteItem>
  void List(const Items& items, WriteItem write_item) {
    out_ += '[';
    ++depth_;
    bool first = true;
    for (const auto& item : items) {
      if (!first) out_ += ',';
      first = false;
      NewLine();
      write_item(item);
    }
    --depth_;
    if (!first) NewLine();
    out_ += ']';
  }

  template <class T>
  void Value(std::span<const T> list) {
    const auto write = [this](const T& item) { Value(item); };
    if constexpr (requires(T id) { id.index(); }) {
      List(ItemsInOrder(dataset_, list, rule_->sorted), write);
    } else {
      List(list, write);
    }
  }

  template <class T>
  requires IsObject<T>
  void Value(const T& object) { Object(object); }
  template <class E>
  requires std::is_enum_v<E>
  void Value(E value) { AppendJsonString(Word(value), &out_); }
  template <class Tag>
  void Value(Id<Tag> id) {
    AppendJsonString(id ? IdOf(id) : rule_->word, &out_);
  }
  void Value(Text text) { AppendJsonString(text, &out_); }
  void Value(std::uint32_t number) { out_ += std::to_string(number); }
  void Value(const std::optional<double>& number) { AppendJsonNumber(number.value_or(0), &out_); }
  void Value(bool value) { out_ += value ? "true" : "false"; }
  void Value(RecordRef record) { AppendJsonString(dataset_.IdOf(record), &out_); }
  void Value(Literal literal) {
    if (!literal.negated()) return Value(literal.proposition());
    out_ += '{';
    ++depth_;
    NewLine();
    out_ += "\"not\": ";
    Value(literal.proposition());
    --depth_;
    NewLine();
    out_ += '}';
  }

  template <class Tag>
  Text IdOf(Id<Tag> id) const {
    return dataset_[id].id;
  }

  static constexpr std::size_t kPiece = 1 << 14;

  const Dataset& dataset_;
  Sha256Sum* sum_;
  std::string out_;
  std::uint32_t depth_ = 0;
  Scope scope_;
  const Rule* rule_ = nullptr;  ///< Of the field that is being written.
};

}  // namespace

std::string Save(const Dataset& dataset) {
  Writer writer(dataset);
  writer.Object(dataset);
  return std::move(writer).Take();
}

std::string Digest(const Dataset& dataset) {
  // The bytes of a large dataset are as many again as all that is kept of it.
  Sha256Sum sum;
  Writer writer(dataset, &sum);
  writer.Object(dataset);
  sum.Add(std::move(writer).Take());
  return sum.FinishHex();
}

}  // namespace proviso::io

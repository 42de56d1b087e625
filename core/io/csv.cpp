#include "core/io/csv.h"

#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "core/io/canonical.h"
#include "core/io/fields.h"
#include "core/io/json_text.h"

namespace proviso::io {
namespace {

/// Visits records and writes a line for each, or one of their headings.
class Writer {
 public:
  Writer(const Dataset& dataset, const std::vector<std::string>& fields)
      : dataset_(dataset), fields_(fields) {}

  std::string Take() && { return std::move(out_); }

  template <class R>
  void Line(const R& record, bool headings) {
    headings_ = headings;
    first_ = true;
    cells_.clear();
    Object(record, true);
    for (const std::string& field : fields_)
      for (const auto& [name, text] : cells_)
        if (name == field || name.substr(0, field.size() + 1) == field + ".") Put(text);
    out_ += '\n';
  }

  template <class T>
  void Field(std::string_view name, const T& value, const Rule& rule) {
    const bool given = scope_.there && (scope_.given.has(scope_.field) || rule.required);
    ++scope_.field;
    if constexpr (IsObject<T>) {
      const std::size_t length = path_.size();
      path_.append(name).append(".");
      Object(value, given);
      path_.resize(length);
    } else if (headings_) {
      Cell(path_ + std::string(name), path_ + std::string(name));
    } else {
      std::string text;
      if (given) Value(value, rule, &text);
      Cell(path_ + std::string(name), Guarded<T>(std::move(text)));
    }
  }
  void Extensions(const Text& extensions) { Cell("x", headings_ ? "x" : std::string(extensions)); }

 private:
  struct Scope {
    Given given;
    unsigned field = 0;
    bool there = true;
  };

  template <class R>
  void Object(const R& record, bool there) {
    const Scope outer = std::exchange(scope_, Scope{GivenOf(record), 0, there});
    Fields(*this, record);
    scope_ = outer;
  }

  /// A number with its sign is no formula; all else may be taken for one.
  template <class T>
  static std::string Guarded(std::string text) {
    constexpr std::string_view kFormula = "=+-@\t\r";
    constexpr bool kNumber = std::is_arithmetic_v<T> || std::is_same_v<T, std::optional<double>>;
    if (!kNumber && !text.empty() && kFormula.find(text[0]) != std::string_view::npos)
      text.insert(text.begin(), '\'');
    return text;
  }

  void Cell(const std::string& name, std::string text) {
    if (fields_.empty())
      Put(text);
    else
      cells_.emplace_back(name, std::move(text));
  }

  void Put(const std::string& text) {
    if (!first_) out_ += ',';
    first_ = false;
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
      out_ += text;
      return;
    }
    out_ += '"';
    for (const char c : text) out_.append(c == '"' ? 2 : 1, c);
    out_ += '"';
  }

  template <class T>
  void Value(std::span<const T> list, const Rule& rule, std::string* out) const {
    constexpr char kBetween = std::is_same_v<T, Step> ? '>' : '|';
    bool first = true;
    const auto put = [&](const T& item) {
      if (!std::exchange(first, false)) *out += kBetween;
      Item(item, rule, out);
    };
    if constexpr (requires(T id) { id.index(); }) {
      for (const T item : ItemsInOrder(dataset_, list, rule.sorted)) put(item);
    } else {
      for (const T& item : list) put(item);
    }
  }
  template <class E>
  requires std::is_enum_v<E>
  void Value(E value, const Rule&, std::string* out) const { *out += Word(value); }
  template <class Tag>
  void Value(Id<Tag> id, const Rule& rule, std::string* out) const {
    *out += id ? dataset_[id].id : rule.word;
  }
  void Value(Text text, const Rule&, std::string* out) const { *out += text; }
  void Value(std::uint32_t number, const Rule&, std::string* out) const {
    *out += std::to_string(number);
  }
  void Value(const std::optional<double>& number, const Rule&, std::string* out) const {
    AppendJsonNumber(number.value_or(0), out);
  }
  void Value(bool value, const Rule&, std::string* out) const { *out += value ? "true" : "false"; }
  void Value(RecordRef record, const Rule&, std::string* out) const {
    *out += dataset_.IdOf(record);
  }
  void Value(Literal literal, const Rule&, std::string* out) const {
    if (literal.negated()) *out += '!';
    *out += dataset_[literal.proposition()].id;
  }

  template <class T>
  void Item(const T& item, const Rule& rule, std::string* out) const {
    if constexpr (IsObject<T>) {
      Parts parts{*this, GivenOf(item), out};
      Fields(parts, item);
      out->resize(parts.end);
    } else if constexpr (std::is_same_v<T, Text>) {
      for (const char c : item) {
        if (std::string_view("\\|:>").find(c) != std::string_view::npos) *out += '\\';
        *out += c;
      }
    } else {
      Value(item, rule, out);
    }
  }

  /// The fields of an object in a list, with ":" between them and none behind the last one given.
  struct Parts {
    const Writer& writer;
    Given given;
    std::string* out;
    unsigned field = 0;
    std::size_t end = out->size();

    template <class T>
    void Field(std::string_view, const T& value, const Rule& rule) {
      if (field > 0) *out += ':';
      if (given.has(field++) || rule.required) {
        writer.Item(value, rule, out);
        end = out->size();
      }
    }
  };

  const Dataset& dataset_;
  const std::vector<std::string>& fields_;
  std::vector<std::pair<std::string, std::string>> cells_;  ///< Of a line, where `fields_` chooses.
  std::string out_;
  std::string path_;
  Scope scope_;
  bool headings_ = false, first_ = true;
};

template <class R>
std::string TableCsv(const Dataset& dataset, const std::vector<R>& records,
                     const std::vector<std::uint32_t>& rows,
                     const std::vector<std::string>& fields) {
  Writer writer(dataset, fields);
  writer.Line(R{}, true);
  for (const std::uint32_t i : rows) writer.Line(records[i], false);
  return std::move(writer).Take();
}

/// Calls `use` with the records of a table.
template <class Use>
std::string WithTable(const Dataset& dataset, Table table, const Use& use) {
  switch (table) {
    case Table::kDocuments:
      return use(dataset.documents);
    case Table::kPassages:
      return use(dataset.passages);
    case Table::kActors:
      return use(dataset.actors);
    case Table::kPropositions:
      return use(dataset.propositions);
    case Table::kConditions:
      return use(dataset.conditions);
    case Table::kClaims:
      return use(dataset.claims);
    case Table::kRelations:
      return use(dataset.relations);
    case Table::kEvents:
      return use(dataset.events);
    case Table::kQuantities:
      return use(dataset.quantities);
    case Table::kTopics:
      return use(dataset.topics);
    case Table::kQuestions:
      break;
  }
  return use(dataset.questions);
}

}  // namespace

std::string SaveCsv(const Dataset& dataset, Table table) {
  return WithTable(dataset, table, [&](const auto& records) {
    return TableCsv(dataset, records, RowOrder(table, records), {});
  });
}

std::string SaveCsv(const Dataset& dataset, Table table, const std::vector<std::uint32_t>& rows,
                    const std::vector<std::string>& fields) {
  return WithTable(dataset, table,
                   [&](const auto& records) { return TableCsv(dataset, records, rows, fields); });
}

}  // namespace proviso::io

#include "core/cli/shape.h"

#include <algorithm>
#include <functional>
#include <span>
#include <type_traits>
#include <utility>

#include "core/io/fields.h"
#include "core/voice/voice.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

template <class T>
inline constexpr bool kRefers = std::is_same_v<T, Literal> || std::is_same_v<T, RecordRef>;
template <class Tag>
inline constexpr bool kRefers<Id<Tag>> = true;

/// What a field holds: itself, or the items of a list.
template <class T>
struct ItemOf {
  using Type = T;
};
template <class T>
struct ItemOf<std::span<const T>> {
  using Type = T;
};

/// Goes through the fields of a record, and through those of the objects in it.
class FieldReader {
 public:
  FieldReader(std::vector<std::string>* names, std::set<std::string>* references)
      : names_(names), references_(references) {}

  template <class T>
  void Field(std::string_view name, const T& value, const io::Rule&) {
    using Item = typename ItemOf<std::remove_cvref_t<T>>::Type;
    const std::string path = path_ + std::string(name);
    if (path_.empty()) names_->push_back(path);
    if constexpr (kRefers<Item>) {
      references_->insert(path);
    } else if constexpr (io::IsObject<Item>) {
      const std::string outer = std::exchange(path_, path + ".");
      if constexpr (std::is_same_v<Item, std::remove_cvref_t<T>>) {
        io::Fields(*this, value);
      } else {
        const Item item{};
        io::Fields(*this, item);
      }
      path_ = outer;
    }
  }
  void Extensions(const Text&) {}

 private:
  std::vector<std::string>* names_;
  std::set<std::string>* references_;
  std::string path_;
};

struct TableFields {
  std::vector<std::string> names;
  std::set<std::string> references;  ///< "about.proposition": paths to the fields that hold ids.
};

template <class R>
TableFields FieldsOfRecord() {
  TableFields fields;
  FieldReader reader(&fields.names, &fields.references);
  const R record{};
  io::Fields(reader, record);
  return fields;
}

TableFields FieldsOf(Table table) {
  switch (table) {
    case Table::kDocuments:
      return FieldsOfRecord<Document>();
    case Table::kPassages:
      return FieldsOfRecord<Passage>();
    case Table::kActors:
      return FieldsOfRecord<Actor>();
    case Table::kPropositions:
      return FieldsOfRecord<Proposition>();
    case Table::kConditions:
      return FieldsOfRecord<Condition>();
    case Table::kClaims:
      return FieldsOfRecord<Claim>();
    case Table::kRelations:
      return FieldsOfRecord<Relation>();
    case Table::kEvents:
      return FieldsOfRecord<Event>();
    case Table::kQuantities:
      return FieldsOfRecord<Quantity>();
    case Table::kTopics:
      return FieldsOfRecord<Topic>();
    case Table::kQuestions:
      break;
  }
  return FieldsOfRecord<Question>();
}

/// Puts names beside the ids in a value at `path`.
Json Expanded(const Dataset& dataset, const std::set<std::string>& references,
              const std::string& path, const Json& value) {
  if (value.is_string()) {
    if (references.count(path) == 0) return value;
    const std::string id = value.get<std::string>();
    const RecordRef record = dataset.Find(id);
    return record ? Json{{"id", id}, {"name", view::NameOf(dataset, record)}} : value;
  }
  Json out = value;
  if (value.is_array())
    for (Json& item : out) item = Expanded(dataset, references, path, item);
  if (value.is_object())
    for (auto& [name, member] : out.items())
      member =
          Expanded(dataset, references,
                   // A negated literal is an object at the place of an id.
                   name == "not" && references.count(path) > 0 ? path : path + "." + name, member);
  return out;
}

bool IsExpanded(const Json& value) {
  return value.is_object() && value.size() == 2 && value.contains("id") && value.contains("name");
}

}  // namespace

std::vector<std::string> FieldNames(Table table) { return FieldsOf(table).names; }

std::optional<Problem> CheckFields(const std::vector<std::string>& fields,
                                   const std::vector<Table>& tables) {
  std::vector<std::string> known;
  for (const Table table : tables)
    for (std::string& name : FieldNames(table))
      if (std::find(known.begin(), known.end(), name) == known.end())
        known.push_back(std::move(name));
  for (const std::string& field : fields) {
    if (field.substr(0, 2) == "x-") continue;
    if (std::find(known.begin(), known.end(), field) == known.end())
      return CallProblem("There is no field " + view::Quoted(field) + " in " +
                             (tables.size() == 1 ? std::string(Word(tables[0])) : "these tables") +
                             ".",
                         MeantWords(field, known));
  }
  return std::nullopt;
}

Shaper::Shaper(const Dataset& dataset, Table table, Shape shape)
    : dataset_(dataset),
      shape_(std::move(shape)),
      references_(shape_.expand ? FieldsOf(table).references : std::set<std::string>()) {}

Json Shaper::Shaped(const Json& record) const {
  Json out = Json::object();
  const auto put = [&](const std::string& name, const Json& value) {
    out[name] = shape_.expand ? Expanded(dataset_, references_, name, value) : value;
  };
  if (shape_.fields.empty()) {
    for (const auto& [name, value] : record.items()) put(name, value);
  } else {
    for (const std::string& name : shape_.fields)
      if (record.contains(name)) put(name, record[name]);
  }
  return out;
}

std::string CellWords(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (IsExpanded(value))
    return value["id"].get<std::string>() + " (" + value["name"].get<std::string>() + ")";
  if (!value.is_structured()) return value.dump();
  std::string words;
  if (value.is_object()) {
    for (const auto& [name, member] : value.items()) {
      if (name == "not") words += "not ";
      words += (words.empty() || name == "not" ? "" : " ") + CellWords(member);
    }
    return words;
  }
  const bool chain = !value.empty() && value[0].is_object() && value[0].contains("stance");
  for (const Json& item : value)
    words += (words.empty() ? "" : chain ? " > " : ", ") + CellWords(item);
  return words;
}

std::string IdWords(const Dataset& dataset, RecordRef record, bool expand) {
  std::string words(dataset.IdOf(record));
  if (expand) words += " (" + view::NameOf(dataset, record) + ")";
  return words;
}

void PrintLines(const Console& console, const Json& records) {
  for (const Json& record : records)
    console.out(record.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace proviso::cli

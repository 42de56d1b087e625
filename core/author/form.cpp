#include "core/author/form.h"

#include <algorithm>
#include <type_traits>

#include "core/edit/lines.h"
#include "core/io/fields.h"
#include "core/io/json_text.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::uint32_t kLongestLine = 160;

template <class I>
inline constexpr Table kTableOf = Table::kDocuments;
template <>
inline constexpr Table kTableOf<PassageId> = Table::kPassages;
template <>
inline constexpr Table kTableOf<ActorId> = Table::kActors;
template <>
inline constexpr Table kTableOf<PropositionId> = Table::kPropositions;
template <>
inline constexpr Table kTableOf<ConditionId> = Table::kConditions;
template <>
inline constexpr Table kTableOf<ClaimId> = Table::kClaims;
template <>
inline constexpr Table kTableOf<QuantityId> = Table::kQuantities;
template <>
inline constexpr Table kTableOf<TopicId> = Table::kTopics;

template <class T>
inline constexpr bool kIsId = false;
template <class Tag>
inline constexpr bool kIsId<Id<Tag>> = true;

/// Texts that people write over several lines, where the schema sets no limit.
bool IsLong(std::string_view name, const io::Rule& rule) {
  if (rule.max != io::kNoLimit) return rule.max > kLongestLine;
  return name == "rights" || name == "note" || name == "protocol";
}

/// Places and digests come from a text and a mark; nobody types them.
bool IsFixed(std::string_view name, const io::Rule& rule, Table table) {
  if (rule.pattern == io::Pattern::kOwnId || rule.pattern == io::Pattern::kDigest ||
      rule.pattern == io::Pattern::kSketch)
    return true;
  if (name == "normalisation" || name == "scale" || name == "codePoints" || name == "content")
    return true;
  const bool place = name == "start" || name == "end" || name == "letters" || name == "document" ||
                     name == "quote";
  return place && (table == Table::kPassages || table == Table::kDocuments);
}

/// Visits a record and writes down a row for each field.
class FormBuilder {
 public:
  FormBuilder(const Library& library, Table table, std::string_view added, RecordForm* form)
      : library_(library), lines_(library.dataset), table_(table), added_(added), form_(*form) {}

  template <class R>
  void Object(const R& record, bool there) {
    const Scope outer = scope_;
    scope_ = {there ? io::GivenOf(record) : Given{}, 0};
    io::Fields(*this, record);
    scope_ = outer;
  }

  template <class T>
  void Field(std::string_view name, const T& value, const io::Rule& rule) {
    const bool given = scope_.given.has(scope_.field++);
    const std::size_t length = path_.size();
    path_.append("/").append(name);
    name_ = name;
    rule_ = &rule;
    given_ = given;
    fixed_ = IsFixed(name, rule, table_);
    Show(value);
    path_.resize(length);
  }

  void Extensions(const Text& extensions) {
    if (extensions.empty()) return;
    FormField& row = form_.fields.emplace_back();
    row.label = library_.say("Fields of your own");
    row.words = extensions;
  }

 private:
  struct Scope {
    Given given;
    unsigned field = 0;
  };

  FormField& Row(FieldKind kind, std::string words) {
    FormField& row = form_.fields.emplace_back();
    row.path = path_;
    row.label = Label(name_);
    row.kind = fixed_ ? FieldKind::kFixed : kind;
    row.words = std::move(words);
    row.required = rule_->required;
    row.depth = depth_;
    const bool items = kind == FieldKind::kTexts;
    const std::uint32_t most = items ? rule_->item_max : rule_->max;
    if (most != io::kNoLimit) row.limit = most;
    return row;
  }
  std::string Label(std::string_view name) const {
    const std::string_view key = FieldLabel(name);
    return key.empty() ? std::string(name) : library_.say(key);
  }
  std::string Words(std::string words) const { return given_ ? std::move(words) : std::string(); }

  void Choices(FormField& row, const std::string_view* words, std::size_t count,
               std::string_view (*label)(std::size_t)) {
    for (std::size_t i = 0; i < count; ++i)
      row.choices.push_back({std::string(words[i]), library_.say.Capital(library_.say(label(i)))});
  }
  template <class E>
  void Choices(FormField& row) {
    Choices(row, kWords<E>.data(), kWords<E>.size(),
            [](std::size_t i) { return view::Label(static_cast<E>(i)); });
  }

  std::string Named(ActorId id) const { return lines_.Actor(id); }
  std::string Named(PropositionId id) const { return lines_.Statement(id); }
  std::string Named(TopicId id) const { return lines_.Topic(id); }
  template <class I>
  std::string Named(I id) const {
    return std::string(library_.dataset[id].id);
  }

  // By the type of the field.
  void Show(const Text& text) {
    const bool date = rule_->pattern == io::Pattern::kDate;
    Row(date                    ? FieldKind::kDate
        : IsLong(name_, *rule_) ? FieldKind::kArea
                                : FieldKind::kLine,
        std::string(text));
  }
  void Show(const std::span<const Text>& texts) {
    std::string words;
    for (const Text text : texts) words.append(words.empty() ? "" : "; ").append(text);
    Row(FieldKind::kTexts, std::move(words));
  }
  void Show(std::uint32_t number) { Row(FieldKind::kWhole, Words(std::to_string(number))); }
  void Show(const std::optional<double>& number) {
    std::string words;
    if (number) io::AppendJsonNumber(*number, &words);
    Row(FieldKind::kNumber, std::move(words));
  }
  void Show(bool value) {
    FormField& row = Row(FieldKind::kSwitch, Words(value ? "true" : "false"));
    row.choices = {{"true", library_.say("Yes")}, {"false", library_.say("No")}};
  }
  void Show(Literal literal) {
    Row(FieldKind::kLiteral, literal ? lines_.Literal(literal) : std::string());
  }
  void Show(const std::span<const Literal>& literals) {
    std::string words;
    for (const Literal literal : literals)
      words.append(words.empty() ? "" : "; ").append(lines_.Literal(literal));
    Row(FieldKind::kLiterals, std::move(words));
  }
  void Show(RecordRef) {}  // In a ranking, which is edited as a line.
  void Show(const About& about) {
    std::string words;
    if (claim_ != nullptr) words = lines_.About(*claim_);
    (void)about;
    Row(FieldKind::kAbout, std::move(words));
  }
  template <class E>
  requires std::is_enum_v<E>
  void Show(E value) { Choices<E>(Row(FieldKind::kChoice, Words(std::string(Word(value))))); }
  template <class I>
  requires kIsId<I>
  void Show(I id) {
    // Of a relation: somebody, or the coder.
    std::string words = id ? Named(id) : std::string(given_ ? rule_->word : "");
    Row(FieldKind::kRecord, std::move(words)).table = kTableOf<I>;
  }
  template <class T>
  void Show(const std::span<const T>& list) {
    if constexpr (std::is_enum_v<T>) {
      std::string words;
      for (const T value : list) words.append(words.empty() ? "" : "; ").append(Word(value));
      Choices<T>(Row(FieldKind::kChoices, std::move(words)));
    } else if constexpr (kIsId<T>) {
      std::string words;
      for (const T id : list) words.append(words.empty() ? "" : "; ").append(Named(id));
      Row(FieldKind::kRecords, std::move(words)).table = kTableOf<T>;
    } else {
      Items(list);
    }
  }
  template <class T>
  void Items(const std::span<const T>& list) {
    const std::string label = Label(name_);
    Row(FieldKind::kGroup, {});
    const std::size_t length = path_.size();
    ++depth_;
    for (std::size_t i = 0; i < list.size(); ++i) {
      path_.append("/").append(std::to_string(i));
      Item(label, i + 1);
      Object(list[i], true);
      path_.resize(length);
    }
    if (added_ == path_) {
      path_ += "/-";
      Item(label, list.size() + 1);
      Object(T{}, false);
      path_.resize(length);
    }
    --depth_;
  }
  void Item(const std::string& label, std::size_t number) {
    FormField& row = form_.fields.emplace_back();
    row.path = path_;
    row.kind = FieldKind::kItem;
    row.depth = depth_;
    row.label = library_.say("{0} {1}##of a list, number", {label, std::to_string(number)});
  }
  template <class R>
  requires io::IsObject<R>
  void Show(const R& object) { Object(object, true); }

 public:
  const Claim* claim_ = nullptr;  ///< Of which `about` is part.

 private:
  const Library& library_;
  const edit::Lines lines_;
  Table table_;
  std::string_view added_;
  RecordForm& form_;
  Scope scope_;
  std::string path_, name_;
  const io::Rule* rule_ = nullptr;
  bool given_ = false, fixed_ = false;
  std::uint32_t depth_ = 0;
};

/// Calls `use` with record `index` of `table`, or with an empty one.
template <class Use>
void WithRecord(const Dataset& dataset, Table table, const std::uint32_t* index, const Use& use) {
  const auto of = [&]<class R>(const std::vector<R>& records) {
    if (index != nullptr)
      use(records[*index], true);
    else
      use(R{}, false);
  };
  switch (table) {
    case Table::kDocuments:
      return of(dataset.documents);
    case Table::kPassages:
      return of(dataset.passages);
    case Table::kActors:
      return of(dataset.actors);
    case Table::kPropositions:
      return of(dataset.propositions);
    case Table::kConditions:
      return of(dataset.conditions);
    case Table::kClaims:
      return of(dataset.claims);
    case Table::kRelations:
      return of(dataset.relations);
    case Table::kEvents:
      return of(dataset.events);
    case Table::kQuantities:
      return of(dataset.quantities);
    case Table::kTopics:
      return of(dataset.topics);
    case Table::kQuestions:
      return of(dataset.questions);
  }
}

RecordForm FormOf(const Library& library, Table table, const std::uint32_t* index,
                  std::string_view added) {
  RecordForm form;
  form.table = table;
  FormBuilder builder(library, table, added, &form);
  WithRecord(library.dataset, table, index, [&](const auto& record, bool there) {
    form.id = record.id;
    if constexpr (io::IsA<std::remove_cvref_t<decltype(record)>, Claim>)
      if (there) builder.claim_ = &record;
    builder.Object(record, there);
  });
  return form;
}

}  // namespace

std::string ReadWords(const FormField& field) {
  const auto label_of = [&field](std::string_view word) {
    for (const FieldChoice& choice : field.choices)
      if (choice.word == word) return choice.label;
    return std::string(word);
  };
  if (field.kind != FieldKind::kChoices) return label_of(field.words);
  std::string out;
  for (std::size_t from = 0; from < field.words.size();) {
    const std::size_t end = std::min(field.words.find("; ", from), field.words.size());
    out += (out.empty() ? "" : "; ") +
           label_of(std::string_view(field.words).substr(from, end - from));
    from = end + 2;
  }
  return out;
}

const FormField* RecordForm::Find(std::string_view path) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const FormField& field) { return field.path == path; });
  return found == fields.end() ? nullptr : &*found;
}

RecordForm BuildForm(const Library& library, RecordRef record, std::string_view added) {
  return FormOf(library, record.table, &record.index, added);
}

RecordForm BuildForm(const Library& library, Table table, std::string_view added) {
  return FormOf(library, table, nullptr, added);
}

RecordForm BuildInfoForm(const Library& library, std::string_view added) {
  RecordForm form;
  form.table = Table::kQuestions;  // None of a record's fields is fixed here.
  FormBuilder(library, form.table, added, &form).Object(library.dataset.info, true);
  return form;
}

}  // namespace proviso::view

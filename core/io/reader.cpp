#include "core/io/reader.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/io/json_text.h"
#include "core/io/patterns.h"

namespace proviso::io {
namespace {

using Kind = JsonCursor::Kind;

constexpr std::string_view kKindWords[] = {"an object",     "a list", "a text", "a number",
                                           "true or false", "null",   ""};

std::string Field(std::string_view name, const Rule& rule = {}) {
  if (name.empty()) return "The file";
  return (rule.item ? "An item of `" : "`") + std::string(name) + "`";
}

std::string Between(std::uint32_t min, std::uint32_t max) {
  if (max == kNoLimit) return "at least " + Count(min);
  if (min == 0) return "at most " + Count(max);
  return Count(min) + " to " + Count(max);
}

/// Names the required fields that are missing.
class MissingFields {
 public:
  MissingFields(std::uint32_t given, std::vector<std::string_view>* names)
      : given_(given), names_(*names) {}

  template <class T>
  void Field(std::string_view name, const T&, const Rule& rule) {
    Next(name, rule.required);
  }
  template <class R>
  void Records(std::string_view name, Table, const std::vector<R>&, const Rule& rule) {
    Next(name, rule.required);
  }
  void Format(std::string_view name) { Next(name, true); }
  void FormatVersion(std::string_view name, const Text&) { Next(name, true); }
  void Extensions(const Text&) {}

 private:
  void Next(std::string_view name, bool required) {
    if (required && (given_ & 1u) == 0) names_.push_back(name);
    given_ >>= 1;
  }
  std::uint32_t given_;
  std::vector<std::string_view>& names_;
};

/// The vocabulary of `E`, ready to be compared with bytes.
template <class E>
constexpr auto kJsonWords = [] {
  std::array<JsonWord<24>, kWords<E>.size()> words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = JsonWord<24>(kWords<E>[i]);
  return words;
}();

/// `{"not": id}`.
struct Negation {
  PropositionId* of;
};

}  // namespace

template <>
inline constexpr auto kFields<Negation> =
    std::tuple(Part("not", [](auto& r) -> auto& { return *r.of; }, {.required = true}));

/// Reads the members of one object.
///
/// `Fields` is run with the next key in hand; every field that it names takes its value if the key
/// is its own, and then has the next key. Keys in the order of the schema need one run, others one
/// run more a step back, and there is no table of names to look up. A key is compared as it stands
/// in the file; only one that no field knows is read, in case it was written with escapes.
template <class R>
class Reader::Members {
 public:
  using Name = FieldName;

  Members(Reader* in, std::uint32_t offset) : in_(*in), offset_(offset) {}

  /// Returns the fields that were given.
  std::uint32_t Read(R* record) {
    const std::size_t extensions = in_.extensions_.size();
    Advance();
    do {
      next_ = 0;
      taken_ = false;
      Fields(*this, *record);
      if (taken_ || done_) continue;
      if (read_) {
        Unknown();
      } else {
        ReadKey();
      }
    } while (!done_);
    if (in_.Going() && (given_ & required_) != required_) Missing(*record);
    if constexpr (requires { record->extensions; }) {
      if (in_.extensions_.size() > extensions) record->extensions = in_.JoinExtensions(extensions);
    }
    return given_;
  }

  template <class T>
  [[gnu::always_inline]] void Field(const Name& name, T& member, const Rule& rule) {
    if (!Mine(name, rule.required)) return;
    in_.Read(name.text(), rule, &member);
    Advance();
  }
  template <class Record>
  void Records(const Name& name, Table table, std::vector<Record>& records, const Rule& rule) {
    if (!Mine(name, rule.required)) return;
    in_.ReadRecords(name.text(), table, rule, &records);
    Advance();
  }
  void Format(const Name& name) {
    if (!Mine(name, true)) return;
    in_.ReadFormat();
    Advance();
  }
  void FormatVersion(const Name& name, Text& version) {
    if (!Mine(name, true)) return;
    in_.ReadFormatVersion(&version);
    Advance();
  }
  void Extensions(Text&) {
    while ((words_[0] & 0xFFFF) == ('x' | '-' << 8)) {
      if (!read_) ReadKey();
      if (done_) return;
      taken_ = true;
      in_.ReadExtension(key_);
      Advance();
    }
  }

 private:
  [[gnu::always_inline]] bool Mine(const Name& name, bool required) {
    const std::uint32_t bit = 1u << next_++;
    if (required) required_ |= bit;
    return name.Is(words_) && Take(name.text(), bit);
  }

  bool Take(std::string_view name, std::uint32_t bit) {
    taken_ = true;
    if (!read_) in_.cursor_.PassKey(name.size());
    if ((given_ & bit) != 0) {
      ReportDuplicateKey(in_.cursor_.key_offset(), name, &in_.report_);
      in_.Skip();
      Advance();
      return false;
    }
    given_ |= bit;
    return true;
  }

  /// On to the next key, as it stands in the file.
  void Advance() {
    if (!in_.Going() || !in_.cursor_.NextKey(&first_)) return Finish();
    if (++keys_ > in_.limits_.keys) {
      ReportTooManyKeys(in_.cursor_.key_offset(), in_.limits_, &in_.report_);
      in_.Stop();
      return Finish();
    }
    const char* const bytes = in_.cursor_.KeyBytes();
    read_ = false;
    if (bytes == nullptr) return ReadKey();
    std::memcpy(words_, bytes, sizeof words_);
  }

  /// Reads the key, so that its escapes are gone.
  void ReadKey() {
    if (!in_.cursor_.ReadKey(&key_)) return Finish();
    read_ = true;
    words_[0] = words_[1] = 0;
    const bool extension = key_.substr(0, 2) == "x-";
    if (!extension && key_.find('"') != key_.npos) return;  // It would end the key too soon.
    std::string bytes(key_.substr(0, sizeof words_));
    bytes += '"';
    std::memcpy(words_, bytes.data(), std::min(bytes.size(), sizeof words_));
  }

  void Finish() {
    done_ = true;
    words_[0] = words_[1] = 0;
  }

  void Unknown() {
    if (!CheckKey(in_.cursor_.key_offset(), key_, in_.limits_, &in_.report_)) in_.Stop();
    in_.ReportUnknown(in_.cursor_.key_offset(), key_);
    in_.Skip();
    Advance();
  }

  void Missing(R& record) {
    std::vector<std::string_view> names;
    MissingFields missing(given_, &names);
    Fields(missing, record);
    for (const std::string_view name : names) in_.ReportMissing(offset_, name);
  }

  Reader& in_;
  const std::uint32_t offset_;
  Name::Bytes words_ = {0, 0};  ///< The key and what follows it; zero when there is none.
  std::string_view key_;        ///< The same without escapes, if `read_`.
  std::uint32_t given_ = 0;
  std::uint32_t required_ = 0;
  std::uint32_t keys_ = 0;
  unsigned next_ = 0;
  bool read_ = false;
  bool first_ = true;
  bool taken_ = false;
  bool done_ = false;
};

bool Reader::ReadDataset() {
  Read("", {}, &dataset_);
  if (Going()) cursor_.Finish();
  Settle();
  if (newer_) report_.BlameVersion(dataset_.format_version);
  if (cursor_.failed())
    report_.Error("syntax", Spot::Byte(cursor_.error_offset()), cursor_.error_rule(),
                  cursor_.error_remedy());
  return Going();
}

void Reader::ReadFormat() {
  if (!ExpectText("format", {})) return;
  const std::uint32_t offset = cursor_.offset();
  std::string_view text;
  if (!scalars_.String(&text) || text == "claims-dataset") return;
  report_.Error("version", Spot::Byte(offset),
                "`format` is " + Quote(text) + "; a dataset says “claims-dataset”.",
                "Open a dataset, or convert this file into one first.");
  Stop();
}

void Reader::ReadFormatVersion(Text* out) {
  if (!ExpectText("formatVersion", {})) return;
  const std::uint32_t offset = cursor_.offset();
  std::string_view text;
  if (!scalars_.String(&text)) return;
  *out = dataset_.arena.Keep(text);
  const std::size_t dot = text.find('.');
  const auto number = [](std::string_view digits) {
    return !digits.empty() && digits.size() <= 9 &&
           std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  std::string rule;
  std::string remedy = "Open it with a newer Proviso.";
  if (dot == text.npos || !number(text.substr(0, dot)) || !number(text.substr(dot + 1))) {
    rule = "`formatVersion` is " + Quote(text) + "; it must be two numbers with a dot between.";
    remedy = "Write \"1.0\" or \"1.1\".";
  } else if (text.substr(0, dot) == "1") {
    newer_ = std::stoul(std::string(text.substr(dot + 1))) > kNewestMinor;
    return;
  } else if (text.substr(0, dot) == "0") {
    rule = "The file is of format " + std::string(text) + "; nothing older than 1.0 is known.";
    remedy = "Write \"1.0\" if it follows that format.";
  } else {
    rule = "The file is of format " + std::string(text) + "; this program reads format 1.";
  }
  report_.Error("version", Spot::Byte(offset), std::move(rule), std::move(remedy));
  Stop();
}

template <class R>
void Reader::ReadRecords(std::string_view name, Table table, const Rule& rule,
                         std::vector<R>* out) {
  if (!ExpectList(name, rule)) return;
  const std::uint32_t offset = cursor_.offset();
  if (!Enter(offset)) return;
  cursor_.Enter();
  for (bool first = true; Going() && cursor_.NextElement(&first);) {
    if (!ExpectObject(name, {.item = true})) {
      if (!Going()) break;
      report_.MarkBroken({table, static_cast<std::uint32_t>(out->size())});
      out->emplace_back();  // So that later records keep their place in the file.
      continue;
    }
    if (++records_ > limits_.records) {
      report_.Error("limit", Spot::Byte(cursor_.offset()),
                    "The tables have more than " + Count(limits_.records) +
                        " records together; they may have at most " + Count(limits_.records) + ".",
                    "Divide the dataset, or raise the limit where the program allows it.");
      return Stop();
    }
    record_ = {table, static_cast<std::uint32_t>(out->size())};
    R& record = out->emplace_back();
    const std::size_t errors = report_.errors() - settled_errors_;
    Read(name, {.item = true}, &record);
    if (report_.errors() - settled_errors_ > errors) report_.MarkBroken(record_);
  }
  record_ = {};
  --depth_;
  if (Going()) CheckLength(offset, name, rule, out->size());
}

template <class R>
requires(IsObject<R> || IsA<R, Dataset>) void Reader::Read(std::string_view name, const Rule& rule,
                                                           R* out) {
  if (!ExpectObject(name, rule)) return;
  const std::uint32_t offset = cursor_.offset();
  if (!Enter(offset)) return;
  cursor_.Enter();
  const std::size_t errors = report_.errors();
  const std::uint32_t given = Members<R>(this, offset).Read(out);
  --depth_;
  SetGiven(given, out);
  if (Going() && report_.errors() == errors) CheckWhole(offset, *out);
}

void Reader::Read(std::string_view name, const Rule& rule, About* out) {
  if (!ExpectObject(name, rule)) return;
  const std::uint32_t offset = cursor_.offset();
  if (!Enter(offset)) return;
  cursor_.Enter();
  const std::size_t errors = report_.errors();
  const std::uint32_t given = Members<About>(this, offset).Read(out);
  --depth_;
  if (!Going() || report_.errors() > errors) return;
  switch (given) {
    case 1:
      out->kind = AboutKind::kProposition;
      break;
    case 2:
      out->kind = AboutKind::kCondition;
      break;
    case 4:
      out->kind = AboutKind::kQuantity;
      break;
    case 8:
      out->kind = AboutKind::kComparison;
      break;
    default:
      SchemaError(offset,
                  given == 0 ? "`about` names nothing; a claim is about exactly one thing."
                             : "`about` names several things; a claim is about exactly one.",
                  "Name one proposition, condition, quantity or comparison; divide the claim if it "
                  "says more.");
  }
}

template <class T>
void Reader::Read(std::string_view name, const Rule& rule, std::span<const T>* out) {
  if (!ExpectList(name, rule)) return;
  const std::uint32_t offset = cursor_.offset();
  if (!Enter(offset)) return;
  cursor_.Enter();
  auto& items = std::get<std::vector<T>>(lists_);
  items.clear();
  const Rule item{.pattern = rule.pattern, .max = rule.item_max, .item = true};
  for (bool first = true; Going() && cursor_.NextElement(&first);) {
    items.emplace_back();
    Read(name, item, &items.back());
  }
  --depth_;
  if (!Going()) return;
  CheckLength(offset, name, rule, items.size());
  if constexpr (std::is_same_v<T, Text> || std::is_enum_v<T>) {  // `Link` sees to the others.
    if (rule.unique && HasTwins(items)) SchemaError(offset, Twice(name), "Remove the repetition.");
  }
  *out = dataset_.arena.Keep(items);
}

void Reader::Read(std::string_view name, const Rule& rule, Text* out) {
  if (!ExpectText(name, rule)) return;
  const std::uint32_t offset = cursor_.offset();
  std::string_view text;
  if (!scalars_.String(&text)) return;
  if (rule.pattern == Pattern::kOwnId) {
    Mention(name, rule, offset, text);
  } else if (!CheckText(name, rule, offset, text)) {
    return;
  }
  *out = dataset_.arena.Keep(text);
}

bool Reader::CheckText(std::string_view name, const Rule& rule, std::uint32_t offset,
                       std::string_view text) {
  if (!rule.word.empty() && text != rule.word) {
    SchemaError(
        offset,
        Field(name, rule) + " is " + Quote(text) + "; it must be “" + std::string(rule.word) + "”.",
        "Write \"" + std::string(rule.word) + "\", or convert the data to it.");
    return false;
  }
  if (rule.pattern == Pattern::kUrl && text.size() > limits_.url_characters &&
      CountCodePoints(text) > limits_.url_characters) {
    report_.Error("limit", Spot::Byte(offset),
                  "This address has " + Count(CountCodePoints(text)) +
                      " characters; an address has at most " + Count(limits_.url_characters) + ".",
                  "Use a shorter address.");
    return false;
  }
  if (rule.pattern != Pattern::kAny && !Matches(rule.pattern, text)) {
    SchemaError(offset,
                Field(name, rule) + " is " + Quote(text) + "; it must be " +
                    std::string(Describe(rule.pattern)) + ".",
                "Write " + std::string(Example(rule.pattern)) + ".");
    return false;
  }
  if (text.size() < rule.min || text.size() > rule.max || scalars_.raw_characters() > rule.max) {
    const std::size_t size = std::max(CountCodePoints(text), scalars_.raw_characters());
    if (size < rule.min || size > rule.max) {
      SchemaError(offset,
                  Field(name, rule) + " has " + Count(size) + " characters; it must have " +
                      Between(rule.min, rule.max) + ".",
                  size > rule.max ? "Shorten it." : "Write it, or leave the field out.");
      return false;
    }
  }
  return true;
}

void Reader::Read(std::string_view name, const Rule& rule, std::uint32_t* out) {
  if (!ExpectNumber(name, rule)) return;
  const std::uint32_t offset = cursor_.offset();
  JsonNumber number;
  if (std::uint32_t small = 0; cursor_.SmallNumber(&small)) {
    number = {static_cast<double>(small), true};
    if (small >= rule.min && small <= rule.max) {
      *out = small;
      return;
    }
  } else if (!scalars_.Number(&number)) {
    return;
  }
  if (!number.integer || number.value < 0) {
    SchemaError(offset, Field(name) + " must be a whole number, not negative.",
                "Write it without a sign or decimal places.");
  } else if (number.value > 4294967295.0) {
    report_.Error("limit", Spot::Byte(offset),
                  Field(name) + " is more than 4,294,967,295, the largest number here.",
                  "Check the number.");
  } else if (number.value < rule.min || number.value > rule.max) {
    SchemaError(offset,
                Field(name) + " is " + Count(static_cast<std::uint64_t>(number.value)) +
                    "; it must be " + Between(rule.min, rule.max) + ".",
                "Correct the number.");
  } else {
    *out = static_cast<std::uint32_t>(number.value);
  }
}

void Reader::Read(std::string_view name, const Rule& rule, std::optional<double>* out) {
  if (!ExpectNumber(name, rule)) return;
  JsonNumber number;
  if (scalars_.Number(&number)) *out = number.value;
}

void Reader::Read(std::string_view name, const Rule& rule, bool* out) {
  if (cursor_.Peek() == Kind::kBoolean || Unexpected(name, "true or false", rule))
    cursor_.Boolean(out);
}

template <class E>
requires std::is_enum_v<E>
void Reader::Read(std::string_view name, const Rule& rule, E* out) {
  if (!ExpectText(name, rule)) return;
  const std::uint32_t offset = cursor_.offset();
  if (const int value = cursor_.OneOf(kJsonWords<E>); value >= 0) {
    *out = static_cast<E>(value);
    return;
  }
  std::string_view text;
  if (!scalars_.String(&text)) return;
  if (const std::optional<E> value = ParseWord<E>(text)) {  // Written with escapes.
    *out = *value;
    return;
  }
  SchemaError(offset,
              Field(name, rule) + " is " + Quote(text) + "; it must be " +
                  OneOf(kWords<E>.data(), kWords<E>.size()) + ".",
              "Choose one of these words.");
}

std::uint32_t Reader::ReadReference(std::string_view name, const Rule& rule) {
  if (!ExpectText(name, rule)) return Symbols::kNone;
  const std::uint32_t offset = cursor_.offset();
  std::string_view text;
  if (!scalars_.String(&text) || (!rule.word.empty() && text == rule.word)) return Symbols::kNone;
  return Mention(name, rule, offset, text);
}

std::uint32_t Reader::Mention(std::string_view name, const Rule& rule, std::uint32_t offset,
                              std::string_view text) {
  if (!scalars_.in_place()) text = dataset_.arena.Keep(text);
  if (mentioned_.size() == Symbols::kBatch) Settle();
  const auto mention = symbols_.mentions() + static_cast<std::uint32_t>(mentioned_.size());
  keys_.emplace_back(text);
  mentioned_.push_back({text, name, offset, record_, rule.pattern == Pattern::kOwnId, rule.item});
  return mention;
}

void Reader::Settle() {
  warmth_ += symbols_.Warm(keys_.data(), keys_.size());
  const std::size_t errors = report_.errors();
  for (std::size_t i = 0; i < mentioned_.size(); ++i) {
    const Mentioned& mention = mentioned_[i];
    std::uint32_t symbol = symbols_.Find(keys_[i], mention.id);
    // What has been seen before has the form of an id.
    if (symbol == Symbols::kNone) {
      const Rule rule{.pattern = Pattern::kId, .item = mention.item};
      if (CheckText(mention.field, rule, mention.offset, mention.id)) {
        symbol = symbols_.Add(keys_[i], mention.id);
      } else if (mention.record) {
        report_.MarkBroken(mention.record);
      }
    }
    symbols_.AddMention(symbol);
    if (!mention.own || symbol == Symbols::kNone) continue;
    RecordRef& definition = symbols_.definition(symbol);
    if (!definition) {
      definition = mention.record;
      continue;
    }
    report_.Error("I1", Spot::Byte(mention.offset),
                  "The id " + Quote(mention.id) + " is already that of another record in `" +
                      std::string(Word(definition.table)) + "`; an id is used once in the file.",
                  "Give this record an id of its own.");
  }
  settled_errors_ += report_.errors() - errors;
  keys_.clear();
  mentioned_.clear();
}

template <class Tag>
void Reader::Read(std::string_view name, const Rule& rule, Id<Tag>* out) {
  const std::uint32_t mention = ReadReference(name, rule);
  if (mention != Symbols::kNone) *out = Id<Tag>(mention);
}

void Reader::Read(std::string_view name, const Rule& rule, Literal* out) {
  PropositionId proposition;
  bool negated = false;
  switch (cursor_.Peek()) {
    case Kind::kString:
      Read(name, rule, &proposition);
      break;
    case Kind::kObject: {
      const std::uint32_t offset = cursor_.offset();
      if (!Enter(offset)) return;
      cursor_.Enter();
      Negation negation{&proposition};
      Members<Negation>(this, offset).Read(&negation);
      --depth_;
      negated = true;
      break;
    }
    case Kind::kEnd:
      return;
    default:
      SchemaError(cursor_.offset(),
                  Field(name, rule) + " must name a proposition, or deny one with `not`.",
                  "Write \"id\" or {\"not\": \"id\"}.");
      return Skip();
  }
  if (proposition) *out = Literal(proposition, negated);
}

void Reader::Read(std::string_view name, const Rule& rule, RecordRef* out) {
  const std::uint32_t mention = ReadReference(name, rule);
  if (mention != Symbols::kNone) out->index = mention;
}

void Reader::ReadExtension(std::string_view key) {
  Extension extension{cursor_.wide() ? Nfc(key) : std::string(key), {}, cursor_.key_offset()};
  if (!CheckKey(extension.offset, key, limits_, &report_) ||
      !ReadFreeValue(&cursor_, &scalars_, limits_, &report_, depth_, &extension.value))
    return Stop();
  extensions_.push_back(std::move(extension));
}

std::string_view Reader::JoinExtensions(std::size_t from) {
  std::vector<const Extension*> sorted;
  for (std::size_t i = from; i < extensions_.size(); ++i) sorted.push_back(&extensions_[i]);
  SortList(&sorted, [](const Extension* a, const Extension* b) { return a->key < b->key; });
  std::string text = "{";
  const Extension* last = nullptr;
  for (const Extension* extension : sorted) {
    if (last) {
      text += ',';
      if (extension->key == last->key)
        ReportDuplicateKey(extension->offset, extension->key, &report_);
    }
    AppendJsonString(extension->key, &text);
    text += ':';
    text += extension->value;
    last = extension;
  }
  text += '}';
  extensions_.erase(extensions_.begin() + static_cast<std::ptrdiff_t>(from), extensions_.end());
  return dataset_.arena.Keep(text);
}

void Reader::CheckWhole(std::uint32_t offset, const Condition& condition) {
  if (condition.graded && condition.form != Form::kRaises && condition.form != Form::kLowers)
    SchemaError(offset,
                "`graded` goes with the forms raises and lowers only; this form is " +
                    std::string(Word(condition.form)) + ".",
                "Remove `graded`, or code the link as raises or lowers.");
}

void Reader::CheckWhole(std::uint32_t offset, const Quantity& quantity) {
  constexpr Given kNumbers = GivenIf(&Quantity::value, &Quantity::low, &Quantity::high);
  if ((quantity.given.bits & kNumbers.bits) == 0)
    SchemaError(offset, "A quantity needs a number: `value`, `low` or `high`.",
                "Give at least one of the three.");
}

bool Reader::Unexpected(std::string_view name, const char* wanted, const Rule& rule) {
  const Kind found = cursor_.Peek();
  if (found == Kind::kEnd) return false;
  SchemaError(cursor_.offset(),
              Field(name, rule) + " is " +
                  std::string(kKindWords[static_cast<std::size_t>(found)]) + "; it must be " +
                  wanted + ".",
              std::string("Write ") + wanted + ".");
  Skip();
  return false;
}

void Reader::Skip() {
  if (!Going()) return;
  skipped_.clear();
  if (!ReadFreeValue(&cursor_, &scalars_, limits_, &report_, depth_, &skipped_)) Stop();
}

bool Reader::CheckLength(std::uint32_t offset, std::string_view name, const Rule& rule,
                         std::size_t size) {
  if (size >= rule.min && size <= rule.max) return true;
  report_.Error(rule.code, Spot::Byte(offset),
                Field(name) + " has " + Count(size) + (size == 1 ? " item" : " items") +
                    "; it must have " + Between(rule.min, rule.max) + ".",
                size < rule.min ? "Add what is missing." : "Remove what is too many.");
  return false;
}

void Reader::SchemaError(std::uint32_t offset, std::string rule, std::string remedy) {
  report_.Error("schema", Spot::Byte(offset), std::move(rule), std::move(remedy));
}

void Reader::ReportMissing(std::uint32_t offset, std::string_view name) {
  SchemaError(offset, Field(name) + " is missing; it is required here.", "Add it.");
}

void Reader::ReportUnknown(std::uint32_t offset, std::string_view key) {
  report_.UnknownField(Spot::Byte(offset), "The format has no field " + Quote(key) + " here.",
                       "Correct its name, or remove it; where a record takes fields of your own, "
                       "their names start with x-.");
}

bool Reader::Enter(std::uint32_t offset) {
  if (++depth_ <= limits_.depth) return true;
  report_.Error("limit", Spot::Byte(offset),
                "Objects and lists stand " + Count(depth_) + " deep in one another; at most " +
                    Count(limits_.depth) + " may.",
                "Flatten the value.");
  Stop();
  return false;
}

}  // namespace proviso::io

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/voice/library.h"

namespace proviso::view {

/// How a field of a record is edited.
enum class FieldKind : std::uint8_t {
  kFixed,     ///< Shown, not edited: ids, places, digests, `x-` members.
  kLine,      ///< A text of one line.
  kArea,      ///< A longer text.
  kTexts,     ///< Texts, parted by semicolons.
  kChoice,    ///< One word of a vocabulary.
  kChoices,   ///< Some words of a vocabulary.
  kRecord,    ///< A record, by what people call it.
  kRecords,   ///< Some, parted by semicolons.
  kLiteral,   ///< A statement, or "not" and a statement.
  kLiterals,  ///< Some, parted by semicolons.
  kAbout,     ///< What a claim is about, as one line; see `edit::ReadAbout`.
  kDate,
  kNumber,
  kWhole,   ///< A number without fraction, from 0.
  kSwitch,  ///< Yes, no, not given.
  kGroup,   ///< Heads a list of objects; an item can be added.
  kItem     ///< Heads one of them; it can be moved and taken out.
};

struct FieldChoice {
  std::string word;   ///< Of the format.
  std::string label;  ///< For people.
};

/// A row of a form.
struct FormField {
  std::string path;   ///< Below the record: "/attribution/1/actor".
  std::string label;  ///< "What it stands for"
  FieldKind kind = FieldKind::kFixed;
  std::string words;  ///< What stands in it; empty: nothing.
  bool required = false;
  std::uint32_t limit = 0;           ///< Characters at most; 0: no limit of its own.
  std::uint32_t depth = 0;           ///< 1: a field of an item of a list.
  Table table = Table::kActors;      ///< kRecord and kRecords: of what.
  std::vector<FieldChoice> choices;  ///< Of a vocabulary.
};

/// What stands in a field as it is read, not typed: words of a vocabulary by their labels.
std::string ReadWords(const FormField& field);

/// Every field of a record, in the order of data/schema.json.
struct RecordForm {
  std::string id;  ///< Empty: a record that is yet to be.
  Table table = Table::kClaims;
  std::vector<FormField> fields;

  const FormField* Find(std::string_view path) const;
};

/// The form of `record`. `added`: a list of objects that has an empty item at its end, whose fields
/// stand below "<list>/-"; or empty.
///
/// A visitor of `io::Fields`, as reader and writer are: a field that the format gains is in the
/// form the same day.
RecordForm BuildForm(const Library& library, RecordRef record, std::string_view added = {});

/// The form of a record that is yet to be; nothing stands in it.
RecordForm BuildForm(const Library& library, Table table, std::string_view added = {});

/// The fields of the member `dataset`.
RecordForm BuildInfoForm(const Library& library, std::string_view added = {});

/// What a field of the format is called, by its name there; a key. Empty: nobody has named it.
std::string_view FieldLabel(std::string_view name);

}  // namespace proviso::view

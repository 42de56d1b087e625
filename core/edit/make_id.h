#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/model/dataset.h"

namespace proviso::edit {

/// The letter before an id of this table, with its hyphen: "d-", "p-"; none for propositions.
std::string_view IdPrefix(Table table);

/// An id that is free, made of what people call the record: people never type ids.
///
/// Letters without their marks, lower case, anything else one hyphen, cut at a word before 40
/// characters; the table's prefix, for a proposition "s-" where no letter from a to z begins it;
/// then "-2", "-3" … until `taken` says no. Above 63 a number may be left out.
/// Cost: few questions, however many ids begin alike.
std::string MakeId(Table table, std::string_view words,
                   const std::function<bool(const std::string&)>& taken);

/// "c-lm-7": the table's letter, the coder's initials if there are any, a number. Two people who
/// code apart never make the same one.
std::string NumberedId(Table table, std::string_view initials, std::uint64_t number);

/// Initials as an id can hold them: lower-case letters and digits.
std::string Initials(std::string_view coder);

/// Words as they are compared when people name a record: norm-1, without case, marks, quotation
/// marks and punctuation.
std::string FoldName(std::string_view words);

}  // namespace proviso::edit

#pragma once

#include <cstddef>
#include <cstdint>

namespace proviso::view {

/// The four fields in which a claim is written.
enum class CodeField : std::uint8_t { kWho, kAbout, kFirm, kWords };
inline constexpr std::size_t kCodeFieldCount = 4;

/// By what a mark in a text is moved.
enum class MarkBy : std::uint8_t { kWord, kSentence, kLetter };

}  // namespace proviso::view

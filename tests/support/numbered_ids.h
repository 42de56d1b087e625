#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace proviso::test {

/// `number` in base 16, with the given digits and with zeros before it.
inline std::string Hexadecimal(std::uint32_t number, std::size_t least,
                               std::string_view digits = "0123456789abcdef") {
  std::string text;
  for (; number > 0 || text.empty(); number /= 16) text.insert(text.begin(), digits[number % 16]);
  return text.size() < least ? std::string(least - text.size(), '0') + text : text;
}

/// One way in which corpora number their records.
struct NumberedIds {
  std::string_view name;
  std::string (*id)(std::uint32_t number);
};

/// `number` with zeros before it, `digits` long at the least.
inline std::string Padded(std::uint32_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

/// Honest ids: all that differs is a number, here or there in the id.
inline const std::array<NumberedIds, 15> kNumberedIds{{
    {"a letter", [](std::uint32_t i) { return "c" + std::to_string(i); }},
    {"a short prefix", [](std::uint32_t i) { return "c-lm-" + std::to_string(i); }},
    {"a prefix of seven", [](std::uint32_t i) { return "claims-" + std::to_string(i); }},
    {"a long prefix", [](std::uint32_t i) { return "passage-of-the-text-" + std::to_string(i); }},
    {"a very long prefix",
     [](std::uint32_t i) { return std::string(57, 'p') + std::to_string(i); }},
    {"zeros before", [](std::uint32_t i) { return "c-" + Padded(i, 8); }},
    {"zeros after a long prefix",
     [](std::uint32_t i) { return "claim-in-document-" + Padded(i, 6); }},
    {"a suffix", [](std::uint32_t i) { return "c" + std::to_string(i) + "-en"; }},
    {"a long suffix",
     [](std::uint32_t i) { return "c" + std::to_string(i) + "-of-the-second-coder"; }},
    {"in the middle", [](std::uint32_t i) { return "doc-" + std::to_string(i) + "-claim-body"; }},
    {"two numbers",
     [](std::uint32_t i) { return "d" + std::to_string(i / 40) + "-p" + std::to_string(i % 40); }},
    {"two padded numbers",
     [](std::uint32_t i) { return "doc-" + Padded(i / 100, 4) + "-s" + Padded(i % 100, 2); }},
    {"hexadecimal", [](std::uint32_t i) { return "x" + Hexadecimal(i, 1); }},
    {"like a uuid",
     [](std::uint32_t i) { return "u-6f9619ff-8b86-d011-b42d-" + Hexadecimal(i, 12); }},
    {"capitals, which only texts have",
     [](std::uint32_t i) { return "REC-" + Hexadecimal(i, 1, "0123456789ABCDEF") + "-A"; }},
}};

}  // namespace proviso::test

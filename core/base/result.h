#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace proviso {

/// One thing that is wrong with an input: what, where, the rule broken, and the remedy.
struct Problem {
  std::string code;          ///< "syntax", "limit", "version", "schema", "I1" … "I15", or "call".
  std::string pointer;       ///< JSON Pointer into the input; empty for the whole.
  std::uint32_t line = 0;    ///< From 1; 0 where it is not known.
  std::uint32_t column = 0;  ///< From 1, in code points; 0 where it is not known.
  std::string rule;          ///< One sentence: what the input has, and what it must have.
  std::string remedy;        ///< One sentence: what to do about it.
};

/// Problems that leave the result usable.
using Warnings = std::vector<Problem>;

/// Either a value or the problems (at least one) that prevented it.
///
/// The core never throws: whatever an input can get wrong comes back as `problems()`. `T` is not a
/// list of problems itself: wrap that in a struct.
template <class T>
class Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit
  Result(std::vector<Problem> problems)                                  // NOLINT: implicit
      : state_(std::in_place_index<1>, std::move(problems)) {}
  Result(Problem problem)  // NOLINT: implicit
      : state_(std::in_place_index<1>, std::vector<Problem>{std::move(problem)}) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// The value; only when `ok()`.
  T& value() & { return *std::get_if<0>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }

  /// What is wrong; only when not `ok()`.
  const std::vector<Problem>& problems() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, std::vector<Problem>> state_;
};

}  // namespace proviso

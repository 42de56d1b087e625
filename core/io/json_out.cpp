#include "core/io/json_out.h"

#include <cmath>
#include <cstdlib>
#include <optional>

#include "core/base/text.h"
#include "core/io/json_text.h"

namespace proviso::io {

void JsonOut::Open(char bracket) {
  Comma();
  out_ += bracket;
}

void JsonOut::Key(std::string_view key) {
  String(key);
  out_ += ':';
}

void JsonOut::String(std::string_view text) {
  Comma();
  std::string repaired;
  while (const std::optional<std::size_t> bad = FirstInvalidUtf8(text)) {
    repaired.append(text.substr(0, *bad)).append("\uFFFD");
    text.remove_prefix(*bad + 1);
  }
  AppendJsonString(repaired.empty() ? text : repaired.append(text), &out_);
}

void JsonOut::StringOrNull(std::string_view text) {
  if (text.empty())
    Raw("null");
  else
    String(text);
}

void JsonOut::Boolean(bool value) { Raw(value ? "true" : "false"); }

void JsonOut::Whole(std::int64_t value) { Raw(std::to_string(value)); }

void JsonOut::Real(double value) {
  Comma();
  AppendJsonNumber(value, &out_);
}

void JsonOut::Points(float value) {
  Comma();
  const std::int64_t hundredths = std::llround(static_cast<double>(value) * 100);
  const auto size = static_cast<std::uint64_t>(std::abs(hundredths));
  if (hundredths < 0) out_ += '-';
  out_ += std::to_string(size / 100);
  if (size % 100 == 0) return;
  out_ += '.';
  out_ += static_cast<char>('0' + size / 10 % 10);
  out_ += static_cast<char>('0' + size % 10);
}

void JsonOut::Raw(std::string_view json) {
  Comma();
  out_ += json;
}

std::string JsonOut::TakeIndented() {
  std::string out;
  AppendIndented(out_, 0, &out);
  out_.clear();
  return out + '\n';
}

void JsonOut::Comma() {
  if (out_.empty()) return;
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':') out_ += ',';
}

}  // namespace proviso::io

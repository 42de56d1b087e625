// How a `ViewState` is written into and read from the fragment of an address.

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>
#include <utility>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/state/link_text.h"
#include "core/state/mend_link.h"
#include "core/state/view_state.h"

namespace proviso::view {
namespace {

// A link can be of any length and content; what is wrong with it is told up to here.
constexpr std::size_t kNoticesAtMost = 20;
constexpr std::size_t kShownBytes = 40;

void AppendEncoded(std::string_view text, std::string* out) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out->push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out->push_back('%');
      out->push_back(kDigits[byte >> 4]);
      out->push_back(kDigits[byte & 15u]);
    }
  }
}

std::string EncodedList(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& item : list) {
    if (!out.empty()) out.push_back(',');
    AppendEncoded(item, &out);
  }
  return out;
}

std::optional<unsigned> HexDigit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return std::nullopt;
}

/// The words of a value. We encode the plus; what forms write for a space is one.
std::optional<std::string> Decoded(std::string_view text) {
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  return Unescaped(spaced);
}

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// The parts of a list: no id has a comma or a space at its end, so an encoded comma parts as well.
std::optional<std::vector<std::string>> DecodedList(std::string_view text) {
  const std::optional<std::string> words = Decoded(text);
  if (!words) return std::nullopt;
  std::vector<std::string> list;
  for (std::string_view rest = *words;;) {
    const std::size_t comma = rest.find(',');
    const std::string_view item = Trimmed(rest.substr(0, comma));
    if (!item.empty()) list.emplace_back(item);
    if (comma == std::string_view::npos) return list;
    rest.remove_prefix(comma + 1);
  }
}

/// A part as it can be shown: short, and of printable ASCII only, since it may be any bytes.
std::string Shown(std::string_view part) {
  std::string out;
  for (const char c : part.substr(0, kShownBytes)) out.push_back(c >= ' ' && c < 127 ? c : '?');
  if (part.size() > kShownBytes) out += "…";
  return out;
}

/// A whole number, as people write it: no sign but −, no leading zeros, at most seven digits.
std::optional<std::int32_t> Number(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 7 || (text.size() > 1 && text.front() == '0')) return {};
  std::int32_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    number = number * 10 + (c - '0');
  }
  if (negative && number == 0) return {};
  return negative ? -number : number;
}

/// Writes fields as values of a link.
struct Writer {
  std::vector<std::pair<std::string_view, std::string>>& parts;

  void operator()(std::string_view key, const std::string& text) const {
    parts.emplace_back(key, EncodedText(text));
  }
  void operator()(std::string_view key, const std::vector<std::string>& list) const {
    parts.emplace_back(key, EncodedList(list));
  }
  void operator()(std::string_view key, bool flag) const {
    parts.emplace_back(key, flag ? "1" : "");
  }
  void operator()(std::string_view key, std::uint16_t number, int, int) const {
    parts.emplace_back(key, std::to_string(number));
  }
  void operator()(std::string_view key, const Camera& camera) const {
    parts.emplace_back(key, std::to_string(camera.x) + "," + std::to_string(camera.y) + "," +
                                std::to_string(camera.percent));
  }
  template <class E>
  requires std::is_enum_v<E>
  void operator()(std::string_view key, E word) const { parts.emplace_back(key, Word(word)); }
};

/// Reads the value of one field.
struct FieldReader {
  std::string_view key, value;
  bool known = false, read = false;

  template <class Field, class... Bounds>
  void operator()(std::string_view name, Field& field, Bounds... bounds) {
    if (name != key) return;
    known = true;
    read = Take(field, bounds...);
  }

 private:
  bool Take(std::string& field) const {
    std::optional<std::string> text = Decoded(value);
    if (text) field = *std::move(text);
    return text.has_value();
  }
  bool Take(std::vector<std::string>& field) const {
    std::optional<std::vector<std::string>> list = DecodedList(value);
    if (list) field = *std::move(list);
    return list.has_value();
  }
  bool Take(bool& field) const {
    if (value != "1" && !value.empty()) return false;
    field = !value.empty();
    return true;
  }
  bool Take(std::uint16_t& field, int low, int high) const {
    const std::optional<std::int32_t> number = Number(value);
    if (!number || *number < low || *number > high) return false;
    field = static_cast<std::uint16_t>(*number);
    return true;
  }
  bool Take(Camera& field) const {
    const std::size_t one = value.find(','), two = value.find(',', one + 1);
    if (one == std::string_view::npos || two == std::string_view::npos) return false;
    const auto x = Number(value.substr(0, one)), y = Number(value.substr(one + 1, two - one - 1)),
               percent = Number(value.substr(two + 1));
    if (!x || !y || !percent || *percent < 0 || *percent > 800) return false;
    field = {*x, *y, static_cast<std::uint16_t>(*percent)};
    return true;
  }
  template <class E>
  requires std::is_enum_v<E>
  bool Take(E& field) const {
    const std::optional<E> word = ParseWord<E>(value);
    if (word) field = *word;
    return word.has_value();
  }
};

}  // namespace

std::optional<std::string> Unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out.push_back(text[i]);
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const std::optional<unsigned> high = HexDigit(text[i + 1]);
    const std::optional<unsigned> low = HexDigit(text[i + 2]);
    if (!high || !low) return std::nullopt;
    out.push_back(static_cast<char>(*high << 4 | *low));
    i += 2;
  }
  if (FirstInvalidUtf8(out)) return std::nullopt;
  return out;
}

std::string EncodedText(std::string_view text) {
  std::string out;
  AppendEncoded(text, &out);
  return out;
}

bool ReadField(std::string_view key, std::string_view value, ViewState* state) {
  FieldReader reader{key, value};
  VisitFields(*state, reader);
  return reader.read;
}

std::string EncodeLink(const ViewState& given) {
  ViewState state = given;
  Normalise(&state);
  std::vector<std::pair<std::string_view, std::string>> parts, plain;
  VisitFields(std::as_const(state), Writer{parts});
  const ViewState defaults;
  VisitFields(defaults, Writer{plain});
  std::vector<std::string> words;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].second != plain[i].second)
      words.push_back(std::string(parts[i].first) + "=" + parts[i].second);
  // By key alone, whatever the values.
  SortList(&words, [](const std::string& a, const std::string& b) {
    return std::string_view(a).substr(0, a.find('=')) < std::string_view(b).substr(0, b.find('='));
  });
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : "&").append(word);
  // Where it ends in what a sentence might have put behind it, it says that this is the end.
  if (MendLink(out).fragment != out) out.push_back('&');
  return out;
}

DecodedLink DecodeLink(std::string_view given, const Say& say) {
  DecodedLink link;
  const MendedLink mended = MendLink(given);
  std::string_view fragment = mended.fragment;
  std::vector<std::string_view> seen;
  std::size_t untold = 0;
  const auto note = [&link, &untold](std::string sentence) {
    if (link.notices.size() < kNoticesAtMost)
      link.notices.push_back(std::move(sentence));
    else
      ++untold;
  };
  if (!mended.dropped.empty())
    note(say("“{0}” behind the link is no part of it and was left out.", {Shown(mended.dropped)}));
  while (!fragment.empty()) {
    const std::size_t end = fragment.find('&');
    const std::string_view part = fragment.substr(0, end);
    fragment.remove_prefix(end == std::string_view::npos ? fragment.size() : end + 1);
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    const std::string_view key = part.substr(0, equals);
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1);
    FieldReader reader{key, value};
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) {
      note(say("The link says “{0}” twice; the first counts.", {Shown(key)}));
    } else if (VisitFields(link.state, reader); reader.read) {
      seen.push_back(key);
    } else if (reader.known) {
      note(say("The link's “{0}” cannot be read and was left out.", {Shown(part)}));
    } else {
      note(say("The link's “{0}” means nothing here and was left out.", {Shown(part)}));
    }
  }
  SortList(&link.state.off);
  for (const std::string& id : link.state.on)
    if (std::binary_search(link.state.off.begin(), link.state.off.end(), id))
      note(say("The link supposes “{0}” both on and off; on counts.", {Shown(id)}));
  if (untold > 0)
    link.notices.push_back(
        say("Further parts of the link were left out: {0}.", {std::to_string(untold)}));
  Normalise(&link.state);
  return link;
}

}  // namespace proviso::view

#include "core/words/say.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "core/base/safe_text.h"
#include "core/base/text.h"
#include "core/io/json_cursor.h"

namespace proviso::view {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20;
constexpr std::size_t kMostText = 4'000;
constexpr std::string_view kRemark = "##";

/// The placeholders of a template, as bits.
unsigned Placeholders(std::string_view words) {
  unsigned found = 0;
  for (std::size_t i = 0; i + 2 < words.size(); ++i)
    if (words[i] == '{' && words[i + 2] == '}' && words[i + 1] >= '0' && words[i + 1] <= '9')
      found |= 1u << static_cast<unsigned>(words[i + 1] - '0');
  return found;
}

/// English as it is shown: without its remark.
std::string_view Shown(std::string_view key) { return key.substr(0, key.find(kRemark)); }

std::string Filled(std::string_view words, const std::string_view* args, std::size_t count) {
  std::string out;
  out.reserve(words.size() + 32);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool open = words[i] == '{' && i + 2 < words.size() && words[i + 2] == '}';
    const std::size_t which =
        open ? static_cast<unsigned char>(words[i + 1]) - std::size_t{'0'} : 99;
    if (which > 9) {
      out += words[i];
      continue;
    }
    if (which < count) out.append(args[which]);
    i += 2;
  }
  return out;
}

/// A first letter of Latin or Cyrillic script in the other case; `text` itself where it has none.
std::string Turned(std::string_view text, bool up) {
  std::string out(text);
  if (text.empty()) return out;
  std::size_t end = 0;
  const char32_t c = NextCodePoint(text, &end);
  char32_t turned = c;
  const auto within = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
  if (up) {
    if (within(U'a', U'z') || (within(0xE0, 0xFE) && c != 0xF7) || within(0x430, 0x44F))
      turned = c - 0x20;
    if (within(0x450, 0x45F)) turned = c - 0x50;
  } else {
    if (within(U'A', U'Z') || (within(0xC0, 0xDE) && c != 0xD7) || within(0x410, 0x42F))
      turned = c + 0x20;
    if (within(0x400, 0x40F)) turned = c + 0x50;
  }
  if (turned == c) return out;
  std::string letter;
  AppendUtf8(turned, &letter);
  return out.replace(0, end, letter);
}

Problem Fault(std::string_view code, std::string_view key, std::string rule, std::string remedy) {
  Problem problem;
  problem.code = code;
  if (!key.empty()) problem.pointer = "/words/" + VisibleText(key.substr(0, 80));
  problem.rule = std::move(rule);
  problem.remedy = std::move(remedy);
  return problem;
}

}  // namespace

/// Reads one catalogue into the buffers.
class Catalogue::Reader {
 public:
  explicit Reader(std::string_view json) : cursor_(json), made_(std::make_shared<Catalogue>()) {}

  Result<std::shared_ptr<const Catalogue>> Run() {
    if (cursor_.Opens('{')) {
      cursor_.Enter();
      std::string_view key;
      for (bool first = true; !fault_ && cursor_.NextKey(&first);)
        if (!cursor_.ReadKey(&key) || !Member(std::string(key))) break;
      if (!fault_) cursor_.Finish();
    } else {
      fault_ = Fault("syntax", {}, "A catalogue of words is one JSON object.", "Write one.");
    }
    if (!fault_ && cursor_.failed()) {
      fault_ = Fault("syntax", {}, cursor_.error_rule(), cursor_.error_remedy());
      fault_->pointer = "byte " + std::to_string(cursor_.error_offset());
    }
    if (!fault_) Check();
    if (fault_) return *std::move(fault_);
    return std::shared_ptr<const Catalogue>(std::move(made_));
  }

 private:
  bool Member(const std::string& key) {
    std::string_view text;
    if (key == "language" || key == "name" || key == "plural") {
      if (!cursor_.Opens('"') || !cursor_.String(&text)) return Bad(key);
      if (key == "plural") return SetPlural(text);
      (key == "language" ? made_->language_ : made_->name_) = text;
      return true;
    }
    if (key == "reviewed")
      return cursor_.Peek() == io::JsonCursor::Kind::kBoolean && cursor_.Boolean(&made_->reviewed_);
    if (key != "words" || !cursor_.Opens('{') || !has_plural_) return Bad(key);
    cursor_.Enter();
    for (bool first = true; cursor_.NextKey(&first);) {
      if (!cursor_.ReadKey(&text) || !Words(std::string(text))) return false;
    }
    return true;
  }

  bool SetPlural(std::string_view word) {
    has_plural_ = true;
    made_->plural_ = word == "same"     ? Plural::kSame
                     : word == "slavic" ? Plural::kSlavic
                                        : Plural::kOne;
    return word == "same" || word == "slavic" || word == "one" || Bad("plural");
  }

  /// The translation of one key: a text, or for a counted one a list of its forms.
  bool Words(const std::string& key) {
    const auto at = static_cast<std::uint32_t>(made_->bytes_.size());
    made_->bytes_ += key;
    const bool counted = Shown(key).find('|') != std::string_view::npos;
    if (!counted) return Text(key, at, 0);
    if (!cursor_.Opens('[')) return Refuse(key, "A counted template has a list of forms.");
    cursor_.Enter();
    std::size_t form = 0;
    for (bool first = true; cursor_.NextElement(&first); ++form)
      if (!Text(key, at, static_cast<std::uint32_t>(form))) return false;
    const std::size_t wanted = made_->plural_ == Plural::kSame  ? 1
                               : made_->plural_ == Plural::kOne ? 2
                                                                : 3;
    if (!cursor_.failed() && form != wanted)
      return Refuse(key, "A counted template has " + std::to_string(wanted) +
                             " forms in this language, and this has " + std::to_string(form) + ".");
    return !cursor_.failed();
  }

  bool Text(const std::string& key, std::uint32_t key_at, std::uint32_t form) {
    std::string_view text;
    if (!cursor_.Opens('"')) return Refuse(key, "A translation is a text.");
    if (!cursor_.String(&text)) return false;
    if (text.empty() || text.size() > kMostText || key.empty())
      return Refuse(key, "A translation has between 1 and 4,000 bytes.");
    if ((Placeholders(text) & ~Placeholders(key)) != 0)
      return Refuse(key, "The translation has a placeholder that the English has not.");
    if (VisibleText(text) != text)
      return Refuse(key, "The translation has a character that could hide or reorder others.");
    Entry entry{key_at, static_cast<std::uint32_t>(key.size()),
                static_cast<std::uint32_t>(made_->bytes_.size()),
                static_cast<std::uint32_t>(text.size()), form};
    made_->bytes_ += text;
    made_->entries_.push_back(entry);
    return true;
  }

  void Check() {
    const std::string& language = made_->language_;
    const bool plain = std::all_of(language.begin(), language.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
    if (language.size() < 2 || language.size() > 16 || !plain || made_->name_.empty() ||
        made_->name_.size() > 100 || VisibleText(made_->name_) != made_->name_) {
      fault_ = Fault("words", {}, "A catalogue names its language, by code and in itself.",
                     "Give \"language\": \"de\" and \"name\": \"Deutsch\".");
      return;
    }
    const Catalogue& made = *made_;
    const auto order = [&made](const Entry& entry) {
      return std::make_tuple(made.KeyOf(entry), entry.form);
    };
    std::sort(made_->entries_.begin(), made_->entries_.end(),
              [&order](const Entry& a, const Entry& b) { return order(a) < order(b); });
    const auto twice = std::adjacent_find(
        made_->entries_.begin(), made_->entries_.end(),
        [&order](const Entry& a, const Entry& b) { return order(a) == order(b); });
    if (twice != made_->entries_.end())
      Refuse(std::string(made.KeyOf(*twice)), "This is translated twice.");
  }

  bool Bad(const std::string& key) {
    fault_ = Fault("words", {},
                   "\"" + VisibleText(key.substr(0, 80)) +
                       "\" is not what a catalogue has, or comes too early.",
                   "Write language, name, reviewed, plural (same, one or slavic), then words.");
    return false;
  }
  bool Refuse(const std::string& key, std::string rule) {
    fault_ = Fault("words", key, std::move(rule), "Mend it, or take it out to have it in English.");
    return false;
  }

  io::JsonCursor cursor_;
  std::shared_ptr<Catalogue> made_;
  bool has_plural_ = false;
  std::optional<Problem> fault_;
};

Result<std::shared_ptr<const Catalogue>> Catalogue::Read(std::string_view json) {
  if (json.size() > kMostBytes)
    return Fault("limit", {}, "A catalogue of words has at most a megabyte.", "Take some out.");
  return Reader(json).Run();
}

std::string_view Catalogue::Find(std::string_view key, std::size_t form) const {
  const auto at = std::lower_bound(
      entries_.begin(), entries_.end(), std::make_tuple(key, form),
      [this](const Entry& entry, const std::tuple<std::string_view, std::size_t>& x) {
        return std::make_tuple(KeyOf(entry), std::size_t{entry.form}) < x;
      });
  if (at == entries_.end() || KeyOf(*at) != key || at->form != form) return {};
  return std::string_view(bytes_).substr(at->text, at->text_size);
}

std::size_t Catalogue::FormOf(std::size_t count) const {
  if (plural_ == Plural::kSame) return 0;
  if (plural_ == Plural::kOne) return count == 1 ? 0 : 1;
  const std::size_t one = count % 10, teen = count % 100;
  if (one == 1 && teen != 11) return 0;
  return one >= 2 && one <= 4 && (teen < 12 || teen > 14) ? 1 : 2;
}

std::string Say::operator()(std::string_view key, Args args) const {
  const std::string_view found = catalogue_ ? catalogue_->Find(key) : std::string_view();
  return Filled(found.empty() ? Shown(key) : found, args.begin(), args.size());
}

std::string Say::Counted(std::size_t count, std::string_view one, std::string_view many,
                         Args args) const {
  std::string_view words;
  if (catalogue_)
    words = catalogue_->Find(std::string(one) + "|" + std::string(many), catalogue_->FormOf(count));
  if (words.empty()) words = Shown(count == 1 ? one : many);
  const std::string number = std::to_string(count);
  std::vector<std::string_view> all{number};
  all.insert(all.end(), args.begin(), args.end());
  return Filled(words, all.data(), all.size());
}

std::string Say::Join(const std::vector<std::string>& words, std::string_view last) const {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    out = i == 0
              ? words[i]
              : (*this)(i + 1 == words.size() ? last : Key("{0}, {1}##of a list"), {out, words[i]});
  return out;
}

std::string Say::Chain(std::string_view pair, const std::vector<std::string>& parts) const {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    out = out.empty() ? part : (*this)(pair, {out, part});
  }
  return out;
}

std::string Say::Inside(std::string_view key) const {
  if (catalogue_) {
    const std::string_view own = catalogue_->Find(Turned(key, false));
    if (!own.empty()) return std::string(own);
  }
  return Turned((*this)(key), false);
}

std::string Say::Capital(std::string_view text) const {
  const bool plain = !text.empty() && text[0] >= 'a' && text[0] <= 'z';
  return catalogue_ || plain ? Turned(text, true) : std::string(text);
}

}  // namespace proviso::view

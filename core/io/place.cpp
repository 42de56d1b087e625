#include "core/io/place.h"

#include <algorithm>
#include <cstring>

#include "core/base/sort.h"

namespace proviso::io {
namespace {

/// An open array or object on the way to the current byte.
struct Level {
  bool object = false;
  std::uint32_t item = 0;     ///< Of an array.
  std::string_view key = {};  ///< Of an object, as written, with its escapes.
  std::uint32_t start = 0;
};

/// Walks JSON text and knows where it is. It does not check: the reader has.
class Walk {
 public:
  explicit Walk(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t at() const { return at_; }
  std::uint32_t end() const { return next_; }
  const std::vector<Level>& levels() const { return levels_; }

  enum class Step : std::uint8_t { kKey, kValue, kClose, kEnd };

  /// Moves to the next key, value or closing bracket; `at()` is where it starts.
  Step Next() {
    at_ = next_;
    while (at_ < bytes_.size()) {
      switch (bytes_[at_]) {
        case ' ':
        case '\n':
        case '\r':
        case '\t':
        case ':':
          ++at_;
          continue;
        case ',':
          ++at_;
          if (!levels_.empty()) {
            ++levels_.back().item;
            expect_key_ = levels_.back().object;
          }
          continue;
        case '}':
        case ']':
          next_ = at_ + 1;
          if (!levels_.empty()) levels_.pop_back();
          expect_key_ = false;
          return Step::kClose;
        case '{':
        case '[': {
          next_ = at_ + 1;
          opens_ = true;
          return Step::kValue;
        }
        case '"': {
          next_ = StringEnd(at_);
          if (!expect_key_) return Step::kValue;
          expect_key_ = false;
          levels_.back().key = bytes_.substr(at_ + 1, next_ - at_ - 2);
          return Step::kKey;
        }
        default: {
          next_ = at_ + 1;
          while (next_ < bytes_.size() && !std::strchr(" \n\r\t,]}:\"[{", bytes_[next_])) ++next_;
          return Step::kValue;
        }
      }
    }
    return Step::kEnd;
  }

  /// After a value that is an array or object: goes inside.
  void Enter() {
    if (!opens_) return;
    opens_ = false;
    levels_.push_back({bytes_[at_] == '{', 0, {}, at_});
    expect_key_ = levels_.back().object;
  }

 private:
  std::uint32_t StringEnd(std::uint32_t open) const {
    std::size_t p = open + 1;
    while (p < bytes_.size() && bytes_[p] != '"') p += bytes_[p] == '\\' ? 2u : 1u;
    return static_cast<std::uint32_t>(std::min(p + 1, bytes_.size()));
  }

  std::string_view bytes_;
  std::vector<Level> levels_;
  std::uint32_t at_ = 0;
  std::uint32_t next_ = 0;
  bool expect_key_ = false;
  bool opens_ = false;
};

/// A key as a JSON Pointer writes it (RFC 6901). Keys of the format have no escapes; those of
/// extensions that do keep them as the file has them.
std::string Escaped(std::string_view key) {
  std::string text;
  for (const char c : key) {
    if (c == '~') {
      text += "~0";
    } else if (c == '/') {
      text += "~1";
    } else {
      text += c;
    }
  }
  return text;
}

std::string PointerTo(const std::vector<Level>& levels, std::size_t depth) {
  std::string pointer;
  for (std::size_t i = 0; i < depth; ++i) {
    pointer += '/';
    pointer += levels[i].object ? Escaped(levels[i].key) : std::to_string(levels[i].item);
  }
  return pointer;
}

/// Looks `path` up below the value at `start`: the byte where it, or else the last thing on the way
/// to it, starts.
std::uint32_t Navigate(std::string_view bytes, std::uint32_t start, std::string_view path) {
  Walk walk(bytes.substr(start));
  std::uint32_t found = 0;
  std::size_t depth = 0;  // Levels that match `path` so far.
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t slash = path.find('/', 1);
    parts.push_back(path.substr(1, slash == path.npos ? path.npos : slash - 1));
    path = slash == path.npos ? std::string_view() : path.substr(slash);
  }
  for (;;) {
    const Walk::Step step = walk.Next();
    if (step == Walk::Step::kEnd) break;
    if (step == Walk::Step::kClose && walk.levels().size() < depth) break;
    if (step != Walk::Step::kValue) continue;
    if (walk.levels().size() == depth) {
      const bool matches =
          depth == 0 || (walk.levels()[depth - 1].object
                             ? walk.levels()[depth - 1].key == parts[depth - 1]
                             : std::to_string(walk.levels()[depth - 1].item) == parts[depth - 1]);
      if (matches) {
        found = walk.at();
        if (depth == parts.size()) break;
        ++depth;
      }
    }
    walk.Enter();
    if (walk.levels().empty()) break;  // The value is neither array nor object.
  }
  return start + found;
}

struct Wanted {
  std::size_t spot;
  std::uint32_t offset;
};

}  // namespace

std::vector<Place> FindPlaces(std::string_view bytes, const std::vector<Spot>& spots) {
  std::vector<Place> places(spots.size());
  std::vector<Wanted> wanted;  // By byte, rising.
  std::vector<std::size_t> in_records;
  for (std::size_t i = 0; i < spots.size(); ++i) {
    if (spots[i].offset != Spot::kUnknown) {
      wanted.push_back({i, spots[i].offset});
    } else if (spots[i].record) {
      in_records.push_back(i);
    } else {
      places[i].pointer = spots[i].path;
      places[i].offset =
          Navigate(bytes, bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0, spots[i].path);
    }
  }
  const auto by_offset = [](const Wanted& a, const Wanted& b) { return a.offset < b.offset; };
  SortList(&wanted, by_offset);

  // One walk: bytes get their pointers, records their bytes.
  std::size_t next = 0;
  std::size_t records_left = in_records.size();
  Walk walk(bytes);
  while (next < wanted.size() || records_left > 0) {
    const Walk::Step step = walk.Next();
    const auto& levels = walk.levels();
    while (next < wanted.size() && (step == Walk::Step::kEnd || wanted[next].offset < walk.end())) {
      // Between two tokens, as syntax errors can be, the pointer is that of what they stand in; a
      // closing bracket has left it already.
      const bool closed = step == Walk::Step::kClose;
      const bool here = wanted[next].offset >= walk.at() && !closed && step != Walk::Step::kEnd;
      const std::size_t inside =
          here || closed || levels.empty() ? levels.size() : levels.size() - 1;
      places[wanted[next].spot].pointer = PointerTo(levels, inside);
      places[wanted[next].spot].offset = wanted[next].offset;
      ++next;
    }
    if (step == Walk::Step::kEnd) break;
    if (step != Walk::Step::kValue) continue;
    if (records_left > 0 && levels.size() == 2 && levels[0].object && !levels[1].object) {
      for (const std::size_t i : in_records) {
        const RecordRef record = spots[i].record;
        if (record.index != levels[1].item || Word(record.table) != levels[0].key) continue;
        places[i].pointer = PointerTo(levels, 2) + spots[i].path;
        places[i].offset = Navigate(bytes, walk.at(), spots[i].path);
        --records_left;
      }
    }
    walk.Enter();
  }

  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < places.size(); ++i) order.push_back(i);
  SortList(&order,
           [&places](std::size_t a, std::size_t b) { return places[a].offset < places[b].offset; });
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::size_t at = 0;
  for (const std::size_t i : order) {
    for (; at < places[i].offset && at < bytes.size(); ++at) {
      if (bytes[at] == '\n') {
        ++line;
        column = 1;
      } else if ((static_cast<unsigned char>(bytes[at]) & 0xC0) != 0x80) {
        ++column;
      }
    }
    places[i].line = line;
    places[i].column = column;
  }
  return places;
}

}  // namespace proviso::io

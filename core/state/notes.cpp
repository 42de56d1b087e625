#include "core/state/notes.h"

#include <algorithm>
#include <utility>

#include "core/io/json_text.h"
#include "core/io/reader_file.h"
#include "core/state/state_file.h"

namespace proviso::view {
namespace {

constexpr std::size_t kLongestId = 64;

void Put(std::string_view name, std::string_view value, std::string* out) {
  out->append("\"").append(name).append("\": ");
  io::AppendJsonString(value, out);
}

/// One object of two texts a line.
void PutPair(std::string_view a, std::string_view a_value, std::string_view b,
             std::string_view b_value, bool first, std::string* out) {
  out->append(first ? "\n  {" : ",\n  {");
  Put(a, a_value, out);
  out->append(", ");
  Put(b, b_value, out);
  out->append("}");
}

/// Reads such an object.
bool ReadPair(io::ReaderFile& in, std::string_view a, std::string* a_value, std::size_t a_most,
              std::string_view b, std::string* b_value, std::size_t b_most, bool b_needed) {
  bool has_a = false, has_b = false;
  if (!in.Object([&](const std::string& key) {
        if (key == a) return has_a = in.String(a_value, a_most);
        if (key == b) return has_b = in.String(b_value, b_most, b_needed);
        return in.Unknown(key);
      }))
    return false;
  if (!has_a) return in.Lacks(a);
  return has_b || in.Lacks(b);
}

bool TooMany(io::ReaderFile& in, std::size_t count, std::string_view what) {
  if (count <= kMostNotes) return false;
  in.Fail("limit", 1,
          "The file has more than " + std::to_string(kMostNotes) + " " + std::string(what) + ".",
          "Divide it.");
  return true;
}

}  // namespace

std::string CutText(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0u) == 0x80u) --bytes;
  return std::string(text.substr(0, bytes));
}

std::string WriteNotes(const Notes& notes, std::string_view dataset) {
  std::string out = "{\n ";
  Put("format", kNotesFormat, &out);
  out += ",\n ";
  Put("formatVersion", "1.0", &out);
  out += ",\n ";
  Put("dataset", dataset, &out);
  out += ",\n \"notes\": [";
  bool first = true;
  for (const auto& [record, text] : notes.by_record) {
    PutPair("record", record, "text", text, first, &out);
    first = false;
  }
  out += first ? "],\n \"bookmarks\": [" : "\n ],\n \"bookmarks\": [";
  first = true;
  for (const Bookmark& bookmark : notes.bookmarks) {
    PutPair("name", bookmark.name, "link", bookmark.link, first, &out);
    first = false;
  }
  return out + (first ? "]\n}\n" : "\n ]\n}\n");
}

Result<NotesFile> ReadNotes(std::string_view bytes) {
  io::ReaderFile in(bytes, kLargestNotesFile);
  NotesFile file;
  bool dataset = false;
  const auto note = [&] {
    std::string record, text;
    if (!ReadPair(in, "record", &record, kLongestId, "text", &text, kLongestNote, true))
      return false;
    file.notes.by_record[std::move(record)] = std::move(text);
    return !TooMany(in, file.notes.by_record.size(), "notes");
  };
  const auto bookmark = [&] {
    Bookmark one;
    if (!ReadPair(in, "name", &one.name, kLongestBookmarkName, "link", &one.link, kLongestBookmark,
                  false))
      return false;
    file.notes.bookmarks.push_back(std::move(one));
    return !TooMany(in, file.notes.bookmarks.size(), "bookmarks");
  };
  const bool read = in.Object([&](const std::string& key) {
    if (key == "format") return in.Exactly(kNotesFormat);
    if (key == "formatVersion") return in.Exactly("1.0");
    if (key == "dataset") return dataset = in.String(&file.dataset, kLongestId);
    if (key == "notes") return in.List(note);
    if (key == "bookmarks") return in.List(bookmark);
    return in.Unknown(key);
  });
  if (read && in.Finish() && !dataset) in.Lacks("dataset");
  if (!in.ok()) return in.problem();
  return file;
}

void MergeNotes(const Notes& more, Notes* notes) {
  for (const auto& [record, text] : more.by_record) notes->by_record[record] = text;
  for (const Bookmark& bookmark : more.bookmarks)
    if (std::find(notes->bookmarks.begin(), notes->bookmarks.end(), bookmark) ==
        notes->bookmarks.end())
      notes->bookmarks.push_back(bookmark);
}

Notes JoinedNotes(const Notes& base, const Notes& ours, const Notes& theirs) {
  Notes joined = theirs;
  for (const auto& [record, text] : base.by_record)
    if (ours.by_record.count(record) == 0) joined.by_record.erase(record);
  for (const auto& [record, text] : ours.by_record) {
    const auto old = base.by_record.find(record);
    if (old == base.by_record.end() || old->second != text) joined.by_record[record] = text;
  }
  const auto in = [](const std::vector<Bookmark>& list, const Bookmark& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  std::vector<Bookmark>& bookmarks = joined.bookmarks;
  bookmarks.erase(std::remove_if(bookmarks.begin(), bookmarks.end(),
                                 [&](const Bookmark& one) {
                                   return in(base.bookmarks, one) && !in(ours.bookmarks, one);
                                 }),
                  bookmarks.end());
  for (const Bookmark& one : ours.bookmarks)
    if (!in(base.bookmarks, one) && !in(bookmarks, one)) bookmarks.push_back(one);
  return joined;
}

}  // namespace proviso::view

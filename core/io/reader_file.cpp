#include "core/io/reader_file.h"

#include <utility>

#include "core/base/safe_text.h"
#include "core/io/place.h"

namespace proviso::io {
namespace {

constexpr std::size_t kShownBytes = 40;

std::string Quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

std::string Shown(std::string_view text) {
  return Quoted(VisibleText(text.substr(0, kShownBytes)) + (text.size() > kShownBytes ? "…" : ""));
}

}  // namespace

ReaderFile::ReaderFile(std::string_view bytes, std::size_t most)
    : bytes_(bytes.substr(0, most)), cursor_(bytes_) {
  if (bytes.size() > most)
    Fail("limit", 0,
         "The file has " + std::to_string(bytes.size()) + " bytes; at most " +
             std::to_string(most) + " are read.",
         "Check that it is the file you mean.");
}

bool ReaderFile::Fail(std::string code, std::uint32_t offset, std::string rule,
                      std::string remedy) {
  if (!ok()) return false;
  problem_.code = std::move(code);
  problem_.rule = std::move(rule);
  problem_.remedy = std::move(remedy);
  problem_at_ = offset;
  return false;
}

bool ReaderFile::Refused() {
  if (cursor_.failed())
    Fail("syntax", cursor_.error_offset(), cursor_.error_rule(), cursor_.error_remedy());
  return false;
}

bool ReaderFile::String(std::string* text, std::size_t most, bool needed) {
  if (!ok()) return false;
  const bool opens = cursor_.Opens('"');
  at_ = cursor_.offset();
  std::string_view value;
  if (!opens)
    return Fail("schema", at_, "Here a text must stand.", "Write one, in quotation marks.");
  if (!cursor_.String(&value)) return Refused();
  if (value.size() > most)
    return Fail("limit", at_,
                "This text has " + std::to_string(value.size()) + " bytes; at most " +
                    std::to_string(most) + " are read.",
                "Shorten it.");
  if (value.empty() && needed)
    return Fail("schema", at_, "This text is empty.", "Write something, or leave the record out.");
  *text = value;
  return true;
}

bool ReaderFile::Exactly(std::string_view word) {
  std::string text;
  if (!String(&text, kShownBytes * 4)) return false;
  if (text == word) return true;
  return Fail("version", at_, "This is " + Shown(text) + "; only " + Quoted(word) + " is read.",
              "Use a file that this version has written.");
}

bool ReaderFile::Unknown(std::string_view key) {
  return Fail("schema", cursor_.key_offset(), "There is no field " + Shown(key) + " here.",
              "Remove it, or open the file with the version that wrote it.");
}

bool ReaderFile::Lacks(std::string_view key) {
  return Fail("schema", at_, "The field " + Quoted(key) + " is missing.", "Add it.");
}

bool ReaderFile::Finish() {
  if (!ok()) return false;
  cursor_.Finish();
  return !cursor_.failed() || Refused();
}

Problem ReaderFile::problem() {
  if (problem_.code == "limit" && problem_at_ == 0) return problem_;
  const std::vector<Place> places = FindPlaces(bytes_, {Spot::Byte(problem_at_)});
  if (!places.empty()) {
    problem_.pointer = places[0].pointer;
    problem_.line = places[0].line;
    problem_.column = places[0].column;
  }
  return problem_;
}

}  // namespace proviso::io

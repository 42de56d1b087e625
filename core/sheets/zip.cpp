#include "core/sheets/zip.h"

#include <zlib.h>

#include <cstdlib>
#include <optional>

namespace proviso::sheets {
namespace {

constexpr std::size_t kMostBytes = 64u << 20;
constexpr std::size_t kMostTimes = 100;
constexpr std::size_t kSmall = 1u << 20;  ///< Up to here a file may unpack to any multiple.

Problem ZipProblem(const char* code, std::string rule, std::string remedy) {
  Problem problem;
  problem.code = code;
  problem.rule = std::move(rule);
  problem.remedy = std::move(remedy);
  return problem;
}

Problem Damaged() {
  return ZipProblem("syntax", "The archive is damaged.",
                    "Open it where it was made and save it again.");
}

/// Numbers of an archive, the low byte first; reading past the end gives 0 and is remembered.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  std::uint32_t Two(std::size_t at) const { return One(at) | One(at + 1) << 8; }
  std::uint32_t Four(std::size_t at) const { return Two(at) | Two(at + 2) << 16; }

 private:
  std::uint32_t One(std::size_t at) const {
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0u;
  }
  std::string_view bytes_;
};

void* Allocate(void*, unsigned items, unsigned size) { return std::calloc(items, size); }
void Free(void*, void* memory) { std::free(memory); }

/// The bytes of a deflated file, or none if they are not `size` bytes.
std::optional<std::string> Inflated(std::string_view packed, std::size_t size) {
  z_stream stream{};
  stream.zalloc = Allocate;
  stream.zfree = Free;
  if (inflateInit2(&stream, -15) != Z_OK) return std::nullopt;
  std::string out(size, '\0');
  // zlib only reads what it calls writable.
  stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<unsigned>(packed.size());
  stream.next_out = reinterpret_cast<unsigned char*>(out.data());
  stream.avail_out = static_cast<unsigned>(size);
  const int end = inflate(&stream, Z_FINISH);
  const bool whole = end == Z_STREAM_END && stream.total_out == size;
  inflateEnd(&stream);
  if (!whole) return std::nullopt;
  return out;
}

std::uint32_t Crc(std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const unsigned char*>(bytes.data()),
                                          static_cast<unsigned>(bytes.size())));
}

bool SafeName(std::string_view name) {
  if (name.empty() || name[0] == '/' || name.find("..") != name.npos ||
      name.find('\\') != name.npos)
    return false;
  for (const char c : name)
    if (static_cast<unsigned char>(c) < 0x20) return false;
  return true;
}

void PutTwo(std::uint32_t number, std::string* out) {
  *out += static_cast<char>(number & 0xFF);
  *out += static_cast<char>(number >> 8 & 0xFF);
}
void PutFour(std::uint32_t number, std::string* out) {
  PutTwo(number & 0xFFFF, out);
  PutTwo(number >> 16, out);
}

}  // namespace

Result<std::vector<ZipEntry>> ReadZip(std::string_view bytes, const ZipWanted& wanted) {
  const Bytes b(bytes);
  constexpr std::size_t kEnd = 22;
  if (bytes.size() < kEnd) return Damaged();
  // The end of the directory stands last, but for a comment.
  std::size_t end = bytes.size() - kEnd + 1;
  do {
    --end;
  } while (end > 0 && bytes.size() - end < kEnd + 65'535 && b.Four(end) != 0x06054b50);
  if (b.Four(end) != 0x06054b50) return Damaged();
  const std::size_t count = b.Two(end + 10);
  std::vector<ZipEntry> entries;
  std::size_t at = b.Four(end + 16), total = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (at + 46 > bytes.size() || b.Four(at) != 0x02014b50) return Damaged();
    const std::uint32_t flags = b.Two(at + 8), method = b.Two(at + 10);
    const std::size_t packed = b.Four(at + 20), size = b.Four(at + 24);
    const std::size_t name_size = b.Two(at + 28);
    const std::size_t local = b.Four(at + 42);
    const std::string name(bytes.substr(at + 46, name_size));
    const std::uint32_t crc = b.Four(at + 16);
    at += 46 + name_size + b.Two(at + 30) + b.Two(at + 32);
    if ((flags & 1u) != 0)
      return ZipProblem("call", "The file is locked with a password.",
                        "Remove the password and save again.");
    if (!SafeName(name))
      return ZipProblem("call", "A file in the archive has a name that leads elsewhere.",
                        "Save the workbook again.");
    if (wanted.name && !wanted.name(name)) continue;
    if (entries.size() >= wanted.files)
      return ZipProblem(
          "limit",
          "The archive holds more than " + std::to_string(wanted.files) + " files that are read.",
          "Save what is needed alone, or divide it.");
    total += size;
    if (total > kMostBytes || (size > kSmall && size / kMostTimes > packed))
      return ZipProblem("limit", "The archive unpacks to more than is read.",
                        "Save it without pictures, or divide it.");
    if (local + 30 > bytes.size() || b.Four(local) != 0x04034b50) return Damaged();
    const std::size_t data = local + 30 + b.Two(local + 26) + b.Two(local + 28);
    if (data > bytes.size() || packed > bytes.size() - data) return Damaged();
    const std::string_view slice = bytes.substr(data, packed);
    if (name.back() == '/') continue;
    std::optional<std::string> whole;
    if (method == 0 && packed == size) whole = std::string(slice);
    if (method == 8) whole = Inflated(slice, size);
    if (!whole || Crc(*whole) != crc) return Damaged();
    entries.emplace_back(name, std::move(*whole));
  }
  return entries;
}

std::string WriteZip(const std::vector<ZipEntry>& entries) {
  std::string out, directory;
  for (const ZipEntry& entry : entries) {
    const std::string& name = entry.first;
    const std::string& bytes = entry.second;
    const auto offset = static_cast<std::uint32_t>(out.size());
    const auto size = static_cast<std::uint32_t>(bytes.size());
    const auto header = [&](std::string* to) {
      PutTwo(20, to);  // The version that can read it.
      PutTwo(0, to);
      PutTwo(0, to);  // Stored.
      PutTwo(0, to);  // Midnight, 1 January 1980.
      PutTwo(0x21, to);
      PutFour(Crc(bytes), to);
      PutFour(size, to);
      PutFour(size, to);
      PutTwo(static_cast<std::uint32_t>(name.size()), to);
      PutTwo(0, to);
    };
    PutFour(0x04034b50, &out);
    header(&out);
    out += name;
    out += bytes;
    PutFour(0x02014b50, &directory);
    PutTwo(20, &directory);
    header(&directory);
    PutTwo(0, &directory);
    PutTwo(0, &directory);
    PutTwo(0, &directory);
    PutFour(0, &directory);
    PutFour(offset, &directory);
    directory += name;
  }
  const auto start = static_cast<std::uint32_t>(out.size());
  const auto count = static_cast<std::uint32_t>(entries.size());
  out += directory;
  PutFour(0x06054b50, &out);
  PutFour(0, &out);
  PutTwo(count, &out);
  PutTwo(count, &out);
  PutFour(static_cast<std::uint32_t>(directory.size()), &out);
  PutFour(start, &out);
  PutTwo(0, &out);
  return out;
}

}  // namespace proviso::sheets

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace proviso::sheets {

/// A file in an archive: its name and its bytes.
using ZipEntry = std::pair<std::string, std::string>;

/// Which files of an archive are unpacked; the others may be of any size.
struct ZipWanted {
  std::function<bool(std::string_view name)> name;  ///< None: all.
  std::size_t files = 200;                          ///< At most.
};

/// Unpacks a ZIP archive in memory.
///
/// Errors: syntax for what is none or is damaged; limit over 64 MiB unpacked, too many files, or
///         more than 100 times their packed size; call for a password, or a name that leads
///         elsewhere.
Result<std::vector<ZipEntry>> ReadZip(std::string_view bytes, const ZipWanted& wanted = {});

/// An archive of these files in their order, stored, dated 1980-01-01: the same files, the same
/// bytes, natively and in the browser.
std::string WriteZip(const std::vector<ZipEntry>& entries);

}  // namespace proviso::sheets

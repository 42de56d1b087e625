#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/codes.h"
#include "core/exchange/xml.h"

namespace proviso::exchange {

/// GUIDs in braces and in capitals are the same ones.
std::string GuidKey(std::string_view guid);

/// How many children of that name there are.
std::size_t CountOf(const pugi::xml_node& parent, std::string_view name);

struct QdaCode {
  std::string name, path, gloss;  ///< Paths are "Group/Code", of at most 400 code points.
  bool leaf = true;
};

/// The codes of a project or codebook of REFI-QDA, by their GUIDs.
class CodeBook {
 public:
  explicit CodeBook(const pugi::xml_node& codes) { Read(codes, ""); }

  const QdaCode* Find(std::string_view guid) const;
  const std::vector<QdaCode>& codes() const { return codes_; }

 private:
  void Read(const pugi::xml_node& parent, const std::string& path);

  std::vector<QdaCode> codes_;
  std::map<std::string, std::size_t> by_guid_;
};

/// What a code is taken for without a map: in a file of ours by its group, else a topic.
CodeUse UsualUse(const QdaCode& code, bool ours);

}  // namespace proviso::exchange

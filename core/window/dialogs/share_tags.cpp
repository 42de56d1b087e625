// The tags by which an explorer stands in somebody's page.

#include <array>
#include <string>
#include <string_view>

#include "core/base/safe_text.h"
#include "core/state/cite.h"
#include "core/window/dialogs/share_model.h"

namespace proviso::view {
namespace {

/// As it stands in a tag: in one line.
std::string Encoded(std::string_view text) {
  std::string line(text);
  for (char& c : line)
    if (c == '\n' || c == '\t') c = ' ';
  return EncodeHtml(line);
}

struct Tag {
  std::string out;
  void Put(std::string_view name, std::string_view value) {
    out += " " + std::string(name) + "=\"" + Encoded(value) + "\"";
  }
};

/// The folder of an address: all up to its last slash.
std::string Folder(std::string_view page) {
  page = page.substr(0, page.find_first_of("?#"));
  const std::size_t slash = page.rfind('/');
  return std::string(page.substr(0, slash == std::string_view::npos ? 0 : slash + 1));
}

struct Size {
  const char *width, *height;
};

constexpr std::array<Size, 3> kSizes{{{"480", "360"}, {"720", "480"}, {"960", "640"}}};

std::string Fallback(const Library& library, const Session& session) {
  Tag link{"<a"};
  link.Put("href", LinkTo(session, session.state));
  return link.out + ">" + Encoded(library.dataset.info.title) + "</a>";
}

bool HasAddress(const Session& session) {
  return session.previous.empty() && SafeUrl(session.host.page) &&
         session.host.page.compare(0, 4, "http") == 0;
}

}  // namespace

std::string FrameTag(const Library& library, const Session& session) {
  if (!HasAddress(session)) return {};
  std::string source = Folder(session.host.page) + "embed.html";
  std::string query;
  if (session.share.theme != ThemeId::kAuto)
    query += "?theme=" + std::string(Word(session.share.theme));
  if (session.share.frozen) query += std::string(query.empty() ? "?" : "&") + "controls=none";
  const Size& size = kSizes[static_cast<std::size_t>(session.share.size)];
  Tag tag{"<iframe"};
  tag.Put("src", source + query + "#" + EncodeLink(session.state));
  tag.Put("title", library.dataset.info.title);
  tag.Put("width", size.width);
  tag.Put("height", size.height);
  tag.Put("loading", "lazy");
  tag.Put("sandbox", "allow-scripts allow-popups allow-downloads");
  tag.Put("allow", "clipboard-write; fullscreen");
  return tag.out + ">" + Fallback(library, session) + "</iframe>";
}

std::string ElementTag(const Library& library, const Session& session) {
  if (!HasAddress(session) || session.host.dataset.empty()) return {};
  const std::string folder = Folder(session.host.page);
  Tag script{"<script type=\"module\""};
  script.Put("src", folder + "auto.js");
  Tag tag{"<proviso-explorer"};
  tag.Put("src", session.host.dataset);
  tag.Put("label", library.dataset.info.title);
  tag.Put("state", EncodeLink(session.state));
  tag.Put("theme", Word(session.share.theme));
  if (session.share.frozen) tag.Put("controls", "none");
  return script.out + "></script>\n" + tag.out + ">" + Fallback(library, session) +
         "</proviso-explorer>";
}

}  // namespace proviso::view

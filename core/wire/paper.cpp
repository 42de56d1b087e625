#include "core/wire/paper.h"

#include <string_view>

#include "core/base/safe_text.h"
#include "core/canvas/picture.h"
#include "core/io/json_out.h"
#include "core/state/cite.h"
#include "core/window/build_frame.h"
#include "core/window/dialogs/share_model.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

/// A sheet of A4 between margins, at a width where words are still 8 points high on paper.
constexpr float kWidth = 960, kHeight = 1120;

std::string SheetSvg(const Library& library, const Session& session, const TextMeasure& measure) {
  Session sheet = FreshSession(session);
  sheet.state = session.state;
  sheet.copies = session.copies;
  sheet.judgements = session.judgements;
  sheet.scroll = session.scroll;
  const Frame frame = BuildFrame(library, sheet, {kWidth, kHeight, false, true}, measure);
  Picture picture = PictureOf(library, session);
  picture.part = {0, 0, kWidth, kHeight};
  for (const Panel& panel : frame.panels)
    if (panel.id == "top") picture.part = {0, panel.rect.h, kWidth, kHeight - panel.rect.h};
  return FrameToSvg(frame, Palette::kLight, measure, picture);
}

}  // namespace

std::string PrintJson(const Library& library, const Session& session, const TextMeasure& measure) {
  const DatasetInfo& info = library.dataset.info;
  const Say& say = library.say;
  io::JsonOut json;
  json.Open('{');
  json.Text("title", VisibleText(info.title));
  json.Text("view", say(Label(session.state.view)));
  json.Text("svg", SheetSvg(library, session, measure));
  json.List("lines");
  const auto line = [&json](std::string_view label, const std::string& words) {
    if (words.empty()) return;
    json.Open('{');
    json.Text("label", label);
    json.Text("words", VisibleText(words));
    json.Close('}');
  };
  if (!session.state.name.empty()) line(say("Scenario"), session.state.name);
  for (const StateLine& one : StateLines(library, session.state)) line(one.label, one.words);
  for (std::uint32_t i = 0; i < library.dataset.documents.size(); ++i) {
    const Document& document = library.dataset.documents[i];
    line(say("Text {0}", {LetterOf(DocumentId(i))}),
         say.Chain(Key("{0}, {1}"),
                   {std::string(document.title), std::string(document.container),
                    document.published.empty() ? std::string() : DateWords(document.published, say),
                    std::string(document.url)}));
  }
  line(say("Dataset"), say("{0}, version {1}", {info.id, info.version}));
  line(say("Digest"), "sha256 " + library.digest());
  if (!session.host.today.empty()) line(say("Printed on"), DateWords(session.host.today, say));
  json.Close(']');
  json.Text("link", LinkTo(session, session.state));
  json.Close('}');
  return json.Take();
}

}  // namespace proviso::view

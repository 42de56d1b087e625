#include "core/window/around/foot_model.h"

#include <cstddef>
#include <utility>

#include "core/words/labels.h"

namespace proviso::view {
namespace {

// The foot has room for the last few; more than these have it nowhere.
constexpr std::size_t kMostDocuments = 100;

}  // namespace

FootModel BuildFootModel(const Library& library, Legend legend) {
  const Dataset& dataset = library.dataset;
  const Say& say = library.say;
  FootModel model;
  for (const VoiceMark& mark : legend.voices)
    model.voices.push_back(
        {mark, mark.doubted ? say("Doubted on the way") : say(Label(mark.distance))});
  if (legend.before) model.before = say("Before##the answer before the last switch");
  for (const Sign sign : legend.signs) {
    SignMark mark;
    mark.sign = sign;
    mark.words = say(Label(sign));
    model.legend.push_back(std::move(mark));
  }
  model.checks = std::move(legend.checks);
  model.keys = std::move(legend.keys);
  const std::size_t documents = dataset.documents.size();
  for (std::size_t i = documents > kMostDocuments ? documents - kMostDocuments : 0; i < documents;
       ++i) {
    const Document& document = dataset.documents[i];
    std::string words =
        LetterOf(DocumentId(static_cast<std::uint32_t>(i))) + " " + std::string(document.title);
    if (!document.published.empty())
      words = say("{0}, {1}", {words, DateWords(document.published, say)});
    model.documents.push_back(std::move(words));
  }
  model.dataset = dataset.info.title;
  if (!dataset.info.version.empty())
    model.dataset = say("{0}, version {1}", {model.dataset, dataset.info.version});
  model.counts = say.Counted(dataset.claims.size(), "{0} claim", "{0} claims") + " · " +
                 say.Counted(dataset.actors.size(), "{0} actor", "{0} actors") + " · " +
                 say.Counted(dataset.conditions.size(), "{0} link", "{0} links");
  return model;
}

}  // namespace proviso::view

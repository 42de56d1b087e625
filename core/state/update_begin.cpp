#include <algorithm>
#include <utility>

#include "core/author/begin.h"
#include "core/base/safe_text.h"
#include "core/state/update_author.h"

namespace proviso::view {

void BeginUpdater::operator()(const TypeBegin& command) const {
  if (!session.beginning.shown) return;
  session.beginning.words[static_cast<std::size_t>(command.field)] = command.words;
  session.beginning.problem.clear();
  if (command.field != BeginField::kText || command.words.empty()) return;
  // What is pasted is text; a file may be of another encoding.
  const Result<locate::ReaderText> text = locate::ReadText(command.words);
  if (text.ok()) return;
  session.beginning.words[static_cast<std::size_t>(BeginField::kText)].clear();
  const Problem& problem = text.problems().front();
  session.beginning.problem =
      say()("{0} {1}##sentences", {VisibleText(problem.rule), VisibleText(problem.remedy)});
  session.announcement = session.beginning.problem;
}

void BeginUpdater::operator()(const BeginProject&) const {
  Beginning& beginning = session.beginning;
  const auto taken = [&](const std::string& id) {
    return id == dataset().info.id ||
           std::any_of(session.works.begin(), session.works.end(),
                       [&](const KeptWork& work) { return work.key == id; });
  };
  const Result<Begun> begun = BeginDataset(beginning.words, say(), taken);
  if (!begun) {
    const Problem& problem = begun.problems().front();
    beginning.problem =
        say()("{0} {1}##sentences", {VisibleText(problem.rule), VisibleText(problem.remedy)});
    session.announcement = beginning.problem;
    return;
  }
  session.coding.coder = begun->coder;
  const std::string text = beginning.words[static_cast<std::size_t>(BeginField::kText)];
  beginning = {};
  effects.push_back({Effect::Kind::kBegin, begun->bytes, begun->document, text});
}

}  // namespace proviso::view

#include "core/state/edit_request.h"

#include <utility>

#include "core/io/save.h"

namespace proviso::view {

EditOutcomePtr CarryOutEdit(const Library& library, const ProjectPtr& project,
                            const EditRequestPtr& request, const io::Limits& limits) {
  auto outcome = std::make_shared<EditOutcome>();
  outcome->request = request;
  outcome->before = project != nullptr ? project->bytes : io::Save(library.dataset);
  if (!request->whole.empty()) {
    Result<io::Loaded> loaded = io::Load(request->whole, limits);
    if (!loaded) {
      outcome->problems = loaded.problems();
      return outcome;
    }
    outcome->bytes = io::Save(loaded->dataset);
    outcome->library = std::make_shared<Library>(std::move(loaded->dataset));
  } else {
    Result<edit::Edited> edited = edit::Apply(library.dataset, request->steps, limits);
    if (!edited) {
      outcome->problems = edited.problems();
      return outcome;
    }
    outcome->bytes = std::move(edited->bytes);
    outcome->gone = std::move(edited->gone);
    outcome->library = std::make_shared<Library>(std::move(edited->loaded.dataset));
  }
  outcome->library->say = library.say;
  return outcome;
}

}  // namespace proviso::view

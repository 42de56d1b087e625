#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/edit/apply.h"
#include "core/state/project.h"
#include "core/voice/library.h"

namespace proviso::view {

/// An edit that is to be carried out, as one step of undo.
struct EditRequest {
  enum class After : std::uint8_t {
    kField,         ///< `field` is taken, or keeps its words with the problem under it.
    kCloseForm,     ///< The record has gone.
    kNextSentence,  ///< The claim is saved: the next sentence is marked.
    kStay,          ///< The claim is saved, the mark stays.
    kDraft,         ///< It is kept as a draft.
    kTextAdded,     ///< `record` is a further text: it is shown to be coded.
    kMerged         ///< Two codings are one: their pairs are shown.
  };
  std::vector<edit::Step> steps;
  std::string whole;  ///< In place of steps: all of the dataset, as it was kept or merged.
  std::string saved;  ///< The digest that a file has of it; of `whole` alone.
  std::string done;   ///< As undo tells it: "“Who wrote it” of Ada Quist".
  std::string field;  ///< The path of the form's field that it comes from; or empty.
  After after = After::kField;
  std::string record;  ///< What is looked at afterwards: a new record; or empty.
};
using EditRequestPtr = std::shared_ptr<const EditRequest>;

/// What came of it: problems, and nothing is changed; or another library.
struct EditOutcome {
  EditRequestPtr request;
  std::vector<Problem> problems;
  std::shared_ptr<Library> library;
  std::string before, bytes;      ///< Canonical.
  std::vector<std::string> gone;  ///< Ids.
};
using EditOutcomePtr = std::shared_ptr<const EditOutcome>;

/// Carries `request` out on `library`, whose bytes are `project`'s if there is one.
/// Cost: that of `edit::Apply`, and a library.
EditOutcomePtr CarryOutEdit(const Library& library, const ProjectPtr& project,
                            const EditRequestPtr& request, const io::Limits& limits = {});

}  // namespace proviso::view

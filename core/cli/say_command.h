#pragma once

#include <string>
#include <vector>

#include "core/cli/commands.h"
#include "core/voice/library.h"

namespace proviso::cli {

struct SayOptions {
  CommonOptions common;
};

/// Every sentence that the program composes of a dataset's names and labels, sorted, each once:
/// what a person reads through who wants to know whether they are one careful person's English.
///
/// A gloss of the dataset is left out of the sentence that it stands in ("…"). Asked are the
/// outcomes and what questions ask about; supposed is nothing, each condition on and off, and what
/// questions suppose.
std::vector<std::string> SentencesOf(const view::Library& library);

int RunSay(const SayOptions& options, const Console& console);

}  // namespace proviso::cli

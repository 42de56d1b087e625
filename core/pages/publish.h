#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/pages/page.h"

namespace proviso::view {

// A dataset as something that others can open: a folder for any web server, or one file. The pages
// come from the web build (web/index.html, web/single.html) with places in them, `<!--[name-->` to
// `<!--name]-->`, that are filled here.

/// Files of the program that a published dataset is made of.
struct ProgramPages {
  std::string index;   ///< "index.html", places: head, text, explorer.
  std::string single;  ///< "embed.html", places: head, text, data.
  std::string worker;  ///< "worker.js": its first line names the dataset.
};

/// What stands in the place `name` of `page` replaced by `content`; none if there is no such place.
std::optional<std::string> FillPlace(std::string_view page, std::string_view name,
                                     std::string_view content);

/// The whole dataset as a fragment that needs no script and no other page: what is linked to the
/// outcome, every text with its claims, every further link, who coded it. Ids are anchors.
std::string ExportOutline(const Library& library);

/// What whoever publishes may say.
struct PublishOptions {
  std::string address;  ///< Where the folder will be; previews elsewhere need it for the picture.
  std::string state;    ///< What the explorer begins with, as a link's fragment.
};

/// Title and description, also for previews in other places.
std::string ExportHead(const Library& library, const PublishOptions& options);

/// The name of the dataset's file on a published site: its id.
std::string DatasetFile(const Library& library);

/// One page with everything in it; none if `single` lacks a place. `outline`: what is there to be
/// read without a script.
std::optional<std::string> ExportSingle(const Library& library, std::string_view single,
                                        std::string_view head, std::string_view outline);

/// The same with title, description and all that there is to be read, in English; without drafts.
std::optional<std::string> PageInOneFile(const Library& library, std::string_view single,
                                         const PublishOptions& options);

/// The dataset as it is published, without drafts: "json" is all of it, "csv" its claims. Empty:
/// there is no such form.
std::string DataToPublish(const Library& library, std::string_view form);

/// The files of a site beside the program's own: start page, frame, text version, dataset,
/// preview, worker; none of it with drafts. None if a page lacks a place.
std::optional<std::vector<ExportedFile>> ExportSite(const Library& library,
                                                    const ProgramPages& program,
                                                    const PublishOptions& options);

/// A picture of 1200 × 630 points for previews, as PNG: who (a row) says how much on which topic.
std::string PreviewPng(const Library& library);

}  // namespace proviso::view

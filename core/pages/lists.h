#pragma once

#include <string>
#include <vector>

#include "core/pages/site.h"

namespace proviso::view {

// The pages of the text version by table; each adds its files.

void ExportIndex(const Site& site, std::vector<ExportedFile>* files);
void ExportDocuments(const Site& site, std::vector<ExportedFile>* files);
void ExportClaims(const Site& site, std::vector<ExportedFile>* files);
void ExportActors(const Site& site, std::vector<ExportedFile>* files);
void ExportPropositions(const Site& site, std::vector<ExportedFile>* files);
void ExportConditions(const Site& site, std::vector<ExportedFile>* files);
void ExportEvents(const Site& site, std::vector<ExportedFile>* files);
void ExportQuantities(const Site& site, std::vector<ExportedFile>* files);
void ExportTopics(const Site& site, std::vector<ExportedFile>* files);
void ExportAbout(const Site& site, std::vector<ExportedFile>* files);

/// What a text and its claims are to schema.org: JSON-LD, of the dataset, and each claim with who
/// makes it and where; no word on whether it is so.
std::string LinkedData(const Site& site, DocumentId id);

/// The one style sheet, its colours those of the theme.
std::string StyleSheet();

}  // namespace proviso::view

#include "core/pages/page.h"

#include "core/pages/lists.h"

namespace proviso::view {

std::vector<ExportedFile> ExportPages(const Library& library) {
  const Site site(library);
  std::vector<ExportedFile> files;
  ExportIndex(site, &files);
  ExportDocuments(site, &files);
  ExportClaims(site, &files);
  ExportActors(site, &files);
  ExportPropositions(site, &files);
  ExportConditions(site, &files);
  ExportEvents(site, &files);
  ExportQuantities(site, &files);
  ExportTopics(site, &files);
  ExportAbout(site, &files);
  files.push_back({"style.css", StyleSheet()});
  return files;
}

}  // namespace proviso::view

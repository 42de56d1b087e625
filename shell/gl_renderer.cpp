#include "shell/gl_renderer.h"

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "shell/gl.h"
#include "shell/shapes.h"

namespace proviso::shell {

GlRenderer::GlRenderer(const App& app, const char* shading_language) : app_(app) {
  app_.MakeCurrent();
  started_ = ImGui_ImplOpenGL3_Init(shading_language);
  ok_ = started_ && ImGui_ImplOpenGL3_CreateDeviceObjects();
}

GlRenderer::~GlRenderer() {
  app_.MakeCurrent();
  if (started_) ImGui_ImplOpenGL3_Shutdown();
}

void GlRenderer::Render(int width, int height) {
  app_.MakeCurrent();
  glViewport(0, 0, width, height);
  const ImVec4 paper = ImGui::ColorConvertU32ToFloat4(ColorFor(app_.colors(), view::Ink::kPaper));
  glClearColor(paper.x, paper.y, paper.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  // Without its fonts the app has drawn nothing yet.
  ImDrawData* data = ImGui::GetDrawData();
  if (data == nullptr) return;
  // The surface has whole pixels, the window fractions of them: the drawing covers each of them.
  // A hair more, since Dear ImGui cuts the product off.
  if (data->DisplaySize.x > 0 && data->DisplaySize.y > 0)
    data->FramebufferScale = {(static_cast<float>(width) + 0.01f) / data->DisplaySize.x,
                              (static_cast<float>(height) + 0.01f) / data->DisplaySize.y};
  ImGui_ImplOpenGL3_RenderDrawData(data);
}

void GlRenderer::Restore() {
  app_.MakeCurrent();
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  while (glGetError() != GL_NO_ERROR) {
  }
  ImGui_ImplOpenGL3_CreateDeviceObjects();
}

}  // namespace proviso::shell

#include "shell/gl_renderer.h"

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "shell/gl.h"

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
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  // Without its fonts the app has drawn nothing yet.
  if (ImDrawData* data = ImGui::GetDrawData()) ImGui_ImplOpenGL3_RenderDrawData(data);
}

void GlRenderer::Restore() {
  app_.MakeCurrent();
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  while (glGetError() != GL_NO_ERROR) {
  }
  ImGui_ImplOpenGL3_CreateDeviceObjects();
}

}  // namespace proviso::shell

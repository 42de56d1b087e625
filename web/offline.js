// Keeps the hosted app for days without a network. For page.js alone, never for the package.

/** Registers the worker once the page has come to rest; what forbids it forbids it quietly. */
export function keepForOffline() {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  // A page in another folder that borrows these scripts is not the app.
  if (new URL('./', location.href).href !== new URL('./', import.meta.url).href) return;
  const address = new URL('./worker.js', import.meta.url).href;
  try {
    // A page that wants Trusted Types takes no bare address here; ours names this one policy.
    const policy = globalThis.trustedTypes?.createPolicy('proviso-worker', { createScriptURL: () => address });
    navigator.serviceWorker.register(/** @type {any} */ (policy?.createScriptURL('') ?? address)).catch(() => {});
  } catch {
    // Its policy knows no such name.
  }
}

// Keeps the hosted app for days without a network. For page.js alone, never for the package.

/** Registers the worker once the page has come to rest; what forbids it forbids it quietly. */
export function keepForOffline() {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  navigator.serviceWorker.register(new URL('./worker.js', import.meta.url), { type: 'classic' }).catch(() => {});
}

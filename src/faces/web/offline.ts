/**
 * Keeps everything for use without a network. A browser that refuses (a private window, a page that is neither https nor
 * this machine) shows the page all the same.
 */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('./sw.js').catch(() => undefined);
  });
}

/**
 * The sentence of index.html for a page that did not load. It comes by itself after a while as long as the page is empty;
 * that also covers a main script that never came, which could not say so.
 */
export function showNotLoaded(): void {
  document.getElementById('not-loaded')?.classList.add('shown');
}

/** Its link loads the same address again, with what stands behind the `#`. */
export function armNotLoaded(): void {
  document.querySelector('#not-loaded a')?.addEventListener('click', (event) => {
    event.preventDefault();
    window.location.reload();
  });
}

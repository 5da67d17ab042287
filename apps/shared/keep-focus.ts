/** Whatever holds an element, from the inside out, as far as the page goes. */
function around(element: Element): readonly Element[] {
  const path: Element[] = [];
  for (let each: Element | null = element; each !== null && each !== document.body; each = each.parentElement)
    path.push(each);
  return path;
}

/**
 * Keeps the place of whoever works by keyboard: where what had the focus is gone (a button once it was pressed, a form once it was sent), the note that
 * says what was done takes it, or else the nearest part of the page that held it. Without this the next key would begin at the top. Returns how to stop.
 */
export function keepFocus(): () => void {
  let path: readonly Element[] = [];
  const remember = ({ target }: FocusEvent): void => {
    if (target instanceof Element) path = around(target);
  };
  const observer = new MutationObserver(() => {
    const [last] = path;
    if (last === undefined || last.isConnected || document.activeElement !== document.body) return;
    const main = document.querySelector('main');
    const nearest = path.find((each) => each.isConnected && main?.contains(each) === true) ?? main;
    const place = nearest?.querySelector('.note.done') ?? nearest;
    if (!(place instanceof HTMLElement)) return;
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus();
  });
  document.addEventListener('focusin', remember);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}

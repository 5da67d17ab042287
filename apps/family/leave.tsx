import { useEffect } from 'react';
import { useLanguage } from './language.tsx';

const elsewhere = 'https://weather.gc.ca/';

/** Empties the page at once and takes its place in the browser's history, so that going back does not come here. */
function leave(): void {
  document.body.replaceChildren();
  document.title = 'Weather';
  window.location.replace(elsewhere);
}

/** The way out, on every screen: a button, or Shift three times. */
export function Leave() {
  const { say } = useLanguage();
  useEffect(() => {
    let presses: number[] = [];
    const onKey = ({ key }: KeyboardEvent): void => {
      const now = Date.now();
      presses = key === 'Shift' ? [...presses.filter((at) => now - at < 3_000), now] : [];
      if (presses.length >= 3) leave();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <button type="button" className="plain danger leave" onClick={leave}>
      {say.leave}
      <small>{say.leaveHint}</small>
    </button>
  );
}

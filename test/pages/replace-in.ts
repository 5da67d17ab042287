import type { Locator } from 'playwright-core';

interface TextField {
  focus(): void;
  setSelectionRange(from: number, to: number): void;
}

/** Changes one place of a long text as a person does: selects it and types over it. Chromium takes seconds to type a whole text anew. */
export async function replaceIn(field: Locator, found: string, typed: string): Promise<void> {
  const at = (await field.inputValue()).indexOf(found);
  if (at < 0) throw new Error(`The field does not say ${found}.`);
  await field.evaluate(
    (element, [from, to]) => {
      const { focus, setSelectionRange } = element as unknown as TextField;
      focus.call(element);
      setSelectionRange.call(element, from, to);
    },
    [at, at + found.length] as const,
  );
  await field.page().keyboard.insertText(typed);
}

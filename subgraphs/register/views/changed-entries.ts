import type { Sentence } from '@trellis/decision';
import type { SaidEntry } from '../said/said-entry.ts';

/** What one part of two sets says otherwise, entry by entry, in both languages. */
export function changedEntries(before: readonly SaidEntry[], after: readonly SaidEntry[]) {
  const keys = [...new Set([...after, ...before].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const [was, is] = [before, after].map((entries) => entries.find((each) => each.key === key));
    const newly = without(is?.says ?? [], was?.says ?? []);
    const noLonger = without(was?.says ?? [], is?.says ?? []);
    const title = (is ?? was)?.title;
    if (title === undefined || (was !== undefined && is !== undefined && newly.length + noLonger.length === 0))
      return [];
    const change = was === undefined ? 'ADDED' : is === undefined ? 'REMOVED' : 'CHANGED';
    return [{ title: title.en, titre: title.fr, change, newly: newly.map(shown), noLonger: noLonger.map(shown) }];
  });
}

function without(sentences: readonly Sentence[], others: readonly Sentence[]): readonly Sentence[] {
  return sentences.filter(({ en, fr }) => !others.some((other) => other.en === en && other.fr === fr));
}

function shown({ en, fr }: Sentence) {
  return { sentence: en, phrase: fr };
}

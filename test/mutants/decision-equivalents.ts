/** A mutant that no input can tell from the engine, with the proof. `was` and `becomes` are the mutation's own words. */
export interface Equivalent {
  readonly file: string;
  readonly was: string;
  readonly becomes: string;
  /** Text of the line it stands on, where the same words stand on others too. */
  readonly on?: string;
  readonly proof: string;
}

export const equivalents: readonly Equivalent[] = [
  {
    file: 'permitted.ts',
    was: '<',
    becomes: '<=',
    on: 'yes.length',
    proof: 'One word past the end is written to a typed array, which drops it.',
  },
  {
    file: 'permitted.ts',
    was: '0',
    becomes: '1',
    on: 'bits[word] ?? 0',
    proof: 'All sets of one vocabulary have the same length, so the word is always there; the 0 satisfies the type.',
  },
  {
    file: 'read-consents.ts',
    was: "'SUMMARY'",
    becomes: "'mutant'",
    on: "consent.decision === 'REFUSE' ? consent.level",
    proof: 'includeNegative withholds both levels for anything but FULL.',
  },
  {
    file: 'read-consents.ts',
    was: 'isEmpty(bits)',
    becomes: 'false',
    proof:
      'With no bits, what its giver could once refuse is intersected with nothing; the condition saves looking it up.',
  },
  {
    file: 'read-consents.ts',
    was: 'by.fact.suspended ? by.fact.id : undefined',
    becomes: '(by.fact.id)',
    proof: 'The suspension of one that is not suspended is left out of account without any change.',
  },
  {
    file: 'read-consents.ts',
    was: 'minus',
    becomes: 'union',
    on: 'then(minus(says.',
    proof:
      'What is refused now would be among what stays too. It is part of the refusals either way, and what takes a refusal away (the decisions of the child) takes what stays away as well.',
  },
  {
    file: 'read-consents.ts',
    was: "''",
    becomes: "'mutant'",
    on: 'const key =',
    proof: 'The key of what is looked up once: another text for nobody, which no id is.',
  },
  {
    file: 'read-consents.ts',
    was: 'found.get(key) ?? authorityReach(authorities, day, facts.birthDate, rules, asIfHeld)',
    becomes: 'authorityReach(authorities, day, facts.birthDate, rules, asIfHeld)',
    proof: 'It is found anew each time instead of once.',
  },
  {
    file: 'weigh-consents.ts',
    was: 'isEmpty(all.FULL) && isEmpty(locksStay.FULL)\n      ? []\n      : [{ id, kind: by?.kind.kind, sets: standing(all, locksStay, own, decides) }]',
    becomes: '([{ id, kind: by?.kind.kind, sets: standing(all, locksStay, own, decides) }])',
    proof:
      'A consent that locks nothing is kept with empty sets, which add nothing to any sum and are the ground of nothing.',
  },
  {
    file: 'weigh-consents.ts',
    was: 'kinds.size === 0',
    becomes: 'false',
    proof: 'Without kinds no lock has a mask, and what anybody may lock is nothing; the condition saves looking.',
  },
  {
    file: 'bits.ts',
    was: '<',
    becomes: '<=',
    on: 'index < a.length',
    proof: 'One word past the end reads as empty, and is written to a typed array, which drops it.',
  },
  {
    file: 'bits.ts',
    was: '<',
    becomes: '<=',
    on: 'index < bits.length; index += 1) bits[index]',
    proof: 'One word past the end is written to a typed array, which drops it.',
  },
  {
    file: 'safety/parts-of.ts',
    was: '<',
    becomes: '<=',
    proof: 'The bit after the last category is in no set.',
  },
  {
    file: 'involvement-mask.ts',
    was: '1',
    becomes: '2',
    on: '1 << bit',
    proof:
      'Masks are made here alone and compared with each other alone; numbered from the next bit on, at most thirty kinds still differ.',
  },
  ...[
    { file: 'compile-rules.ts', was: '!found', becomes: 'true' },
    { file: 'compile-rules.ts', was: 'made.set(key, found);', becomes: ';' },
    { file: 'recipient-rules.ts', was: '!masks', becomes: 'true' },
    { file: 'recipient-rules.ts', was: 'this.#made.set(key, masks);', becomes: ';' },
  ].map((each) => ({
    ...each,
    proof:
      'What is kept is what would be made again from the same immutable rules; only the time differs, and the bench shows it.',
  })),
  ...[
    { was: '86_400_000', becomes: '86400001' },
    { was: '5000', becomes: '5001' },
    { was: '30', becomes: '31' },
    { was: '3_600_000', becomes: '3600001' },
  ].map((each) => ({
    ...each,
    file: 'local-day.ts',
    proof:
      'Two say how much is kept and in which bins, which changes no answer; the others bound a search that begins further out and ends at the same instant.',
  })),
  ...[
    { was: 'boundary === null', becomes: 'false' },
    { was: 'boundary > now', becomes: 'true' },
    { was: '>', becomes: '>=' },
  ].map((each) => ({
    ...each,
    file: 'boundaries.ts',
    proof:
      'Each can only make the span narrower, or empty: then the same is compiled again. (null counts as 0, one boundary more.)',
  })),
  ...[
    { was: '32', becomes: '33' },
    { was: '!kept', becomes: 'true' },
    { was: 'keptFor.set(facts, kept);', becomes: ';' },
    { was: 'isSame(each, rules, network, question) && isUnchanged(each.unchanging, now)', becomes: 'false' },
    { was: 'kept.unshift(made);', becomes: ';' },
    { was: 'kept.length >= mostKept', becomes: 'false' },
    { was: 'kept.length >= mostKept', becomes: 'true' },
    { was: '>=', becomes: '>' },
    { was: '>=', becomes: '<' },
    { was: 'kept.pop();', becomes: ';' },
    { was: '<=', becomes: '<' },
  ].map((each) => ({
    ...each,
    file: 'decide.ts',
    proof:
      'These say how much is kept, and for how many questions; what is not kept is compiled again to the same. The bench shows the time.',
  })),
  {
    file: 'local-day.ts',
    was: '(year % 100 !== 0 || year % 400 === 0)',
    becomes: 'year % 100 !== 0 || year % 400 === 0',
    proof: 'A year that 400 divides is one that 4 divides, so it passes either way.',
  },
  {
    file: 'local-day.ts',
    was: 'error instanceof RangeError',
    becomes: 'true',
    proof:
      'Intl throws nothing but RangeError for a zone it does not know; the condition keeps any other error from being swallowed.',
  },
  ...[
    { was: '!grounds', becomes: 'true' },
    { was: 'this.#grounds[level][bit] = grounds;', becomes: ';' },
  ].map((each) => ({
    ...each,
    file: 'made-decision.ts',
    proof: 'The grounds kept are the grounds that would be found again.',
  })),
  ...[
    {
      was: 'keptBehind.get(child.masks) ?? new Map<string, readonly SharingRule[]>()',
      becomes: 'new Map<string, readonly SharingRule[]>()',
    },
    { was: 'keptBehind.set(child.masks, kept);', becomes: ';' },
    {
      was: 'kept.get(key) ?? findRulesBehind(child.masks, line, bit, level)',
      becomes: 'findRulesBehind(child.masks, line, bit, level)',
    },
    { was: 'kept.set(key, found);', becomes: ';' },
  ].map((each) => ({
    ...each,
    file: 'grounds-of.ts',
    proof: 'The rules kept for a line are the rules that would be found again in the same masks, which never change.',
  })),
  ...[
    { was: '!reach', becomes: 'true' },
    { was: 'reaches.set(day, reach);', becomes: ';' },
  ].map((each) => ({
    ...each,
    file: 'read-consents.ts',
    proof: 'What an authority reaches on a day is what would be worked out again from the same facts.',
  })),
  {
    file: 'weigh-consents.ts',
    was: '&&',
    becomes: '||',
    on: '!isEmpty(permits.SUMMARY)',
    proof:
      'A consent whose giver cannot be read permits nothing, so that without a giver both say nothing; and of no permit the partners keep none.',
  },
  {
    file: 'access-period-category.ts',
    was: '0',
    becomes: '1',
    on: '[year = 0, month = 0, date = 0]',
    proof: 'A day that was checked has its three numbers; what stands for a missing one satisfies the type.',
  },
  {
    file: 'own-reach.ts',
    was: 'since === undefined ? [] : findings.filter(({ fact }) => fact.from >= since)',
    becomes: '(findings.filter(({ fact }) => fact.from >= since))',
    proof:
      'No day is at or after one that is not there: the comparison with undefined is false, and none is newer either way.',
  },
  ...[
    { was: 'floor', becomes: 'ceil' },
    { was: 'kept.get(key) ?? []', becomes: '[]' },
    { was: '<=', becomes: '<', on: 'each.start <= now' },
    { was: 'known', becomes: 'false' },
    { was: 'kept.size >= mostKept', becomes: 'true' },
    { was: 'kept.size >= mostKept', becomes: 'false' },
    { was: '>=', becomes: '>', on: 'mostKept' },
    { was: '>=', becomes: '<', on: 'mostKept' },
    { was: 'kept.clear();', becomes: ';' },
    { was: 'kept.set(key, [...days, found]);', becomes: ';' },
    { was: '!format', becomes: 'true' },
    { was: 'formats.set(timeZone, format);', becomes: ';' },
  ].map((each) => ({
    ...each,
    file: 'local-day.ts',
    proof:
      'What is kept is what would be found again. The rounding down chooses a bin, the start of a search thirty hours out, and its middle: rounded up, the middle still lies strictly between two ends more than one apart.',
  })),
];

import { random, type Random } from '../../../property/random.ts';

/** What one system has of somebody, under its own number. */
export interface Entry {
  /** The child that it is, by its place in the town: what no system knows. */
  readonly who: number;
  readonly number: string;
  readonly given: string;
  readonly family: string;
  readonly birthDate: string | null;
}

export interface Town {
  readonly children: number;
  readonly north: readonly Entry[];
  readonly south: readonly Entry[];
  readonly schools: readonly Entry[];
}

interface Child {
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  /** The family name since an adoption, a marriage or a wish. */
  readonly familyNow: string | undefined;
}

const starts = [
  'Ad',
  'Bel',
  'Cor',
  'Dan',
  'El',
  'Fre',
  'Gar',
  'Hel',
  'Is',
  'Jul',
  'Kar',
  'Lor',
  'Mar',
  'Nad',
  'Os',
  'Pen',
  'Ren',
  'Sam',
  'Tob',
  'Vic',
];
const ends = [
  'a',
  'an',
  'bert',
  'e',
  'ela',
  'ette',
  'ia',
  'ie',
  'in',
  'ise',
  'o',
  'on',
  'us',
  'wen',
  'ée',
  'öe',
  'y',
  'ika',
];
const roots = [
  'Ash',
  'Bow',
  'Carl',
  'Dub',
  'Esk',
  'Fern',
  'Gold',
  'Har',
  'Iv',
  'Jan',
  'Kel',
  'Lam',
  'Mor',
  'Nor',
  'Ott',
  'Per',
  'Quin',
  'Rad',
  'Sil',
  'Thorn',
  'Und',
  'Val',
  'West',
  'Yor',
  'Zim',
];
const tails = [
  'berg',
  'bois',
  'by',
  'don',
  'er',
  'feld',
  'ford',
  'ham',
  'kowski',
  'land',
  'ley',
  'man',
  'mont',
  'nen',
  'ov',
  'quist',
  'son',
  'stein',
  'ton',
  'va',
  'wick',
  'worth',
  "'Ríos",
  '-Béland',
  'ström',
];

/** A town with the mess that real registers have: twins, adoptions, name changes, dates that are missing or mistyped, two hospitals that number alike. */
export function makeTown(size: number, seed: number): Town {
  const chance = random(seed);
  const children: Child[] = [];
  while (children.length < size) {
    const family = nameOf(chance, roots, tails);
    const first = childOf(chance, family);
    children.push(first);
    // A twin in sixty births; else now and then a sibling some years apart.
    if (chance.chance(1 / 60)) children.push({ ...childOf(chance, family, first.given), birthDate: first.birthDate });
    else if (chance.chance(0.3)) children.push(childOf(chance, family, first.given));
  }
  children.length = size;
  const system = (share: number, numbered: (who: number, at: number) => string): Entry[] => {
    const there = children.flatMap((child, who) => (chance.chance(share) ? [{ child, who }] : []));
    return there.map(({ child, who }, at) => ({ who, number: numbered(who, at), ...written(chance, child) }));
  };
  return {
    children: size,
    // Both count from one: hardly a number of theirs is the same child's.
    north: system(0.5, (_who, at) => String(at + 1)),
    south: system(0.5, (_who, at) => String(at + 1)),
    schools: system(0.9, (who) => `P${100_000 + who}`),
  };
}

function nameOf(chance: Random, first: readonly string[], last: readonly string[]): string {
  return chance.pick(first) + chance.pick(last);
}

function childOf(chance: Random, family: string, otherThan = ''): Child {
  let given = nameOf(chance, starts, ends);
  while (given === otherThan) given = nameOf(chance, starts, ends);
  const birthDate = new Date(Date.UTC(2005, 0, 1) + chance.below(6_000) * 86_400_000).toISOString().slice(0, 10);
  return { given, family, birthDate, familyNow: chance.chance(0.02) ? nameOf(chance, roots, tails) : undefined };
}

/** How one system wrote somebody down: mostly as everybody does, sometimes in capitals or without accents, seldom wrongly. */
function written(chance: Random, { given, family, birthDate, familyNow }: Child): Omit<Entry, 'who' | 'number'> {
  const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '');
  let [first, last, born]: [string, string, string | null] = [given, family, birthDate];
  if (familyNow !== undefined && chance.chance(0.5)) last = familyNow;
  if (chance.chance(0.1)) [first, last] = [first.toUpperCase(), last.toUpperCase()];
  if (chance.chance(0.15)) [first, last] = [plain(first), plain(last)];
  if (chance.chance(0.05)) last = last.replaceAll(/['-]/g, ' ');
  if (chance.chance(0.004)) [first, last] = [last, first];
  if (chance.chance(0.01)) first = mistyped(chance, first);
  if (chance.chance(0.01)) last = mistyped(chance, last);
  if (chance.chance(0.01)) born = null;
  else if (chance.chance(0.005)) born = `${born.slice(0, 8)}${String(1 + chance.below(28)).padStart(2, '0')}`;
  return { given: first, family: last, birthDate: born };
}

function mistyped(chance: Random, text: string): string {
  const at = 1 + chance.below(text.length - 1);
  return text.slice(0, at) + chance.pick(['', text.charAt(at) + text.charAt(at), 'e']) + text.slice(at + 1);
}

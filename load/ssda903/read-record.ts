import { isUpn } from '../cin/upn.ts';
import { readDayMonthYear } from '../dates.ts';
import { saidEnd, unreadableEnd } from '../said-end.ts';
import { legalStatusOf, settingOf } from './codes.ts';
import type { EpisodeSource, Ssda903Source } from './source-record.ts';

type Skipped = { readonly skipped: string };
type Picked<Field extends string> = Partial<Record<Field, string>>;

const sexes: Readonly<Record<string, 'female' | 'male'>> = { '1': 'male', '2': 'female', m: 'male', f: 'female' };

/** The child of a header. The return has no names. */
export function readHeader({
  number,
  upn,
  birthDate,
  sex,
}: Picked<'number' | 'upn' | 'birthDate' | 'sex'>): Ssda903Source | Skipped {
  if (number === undefined) return { skipped: 'has no number of a child' };
  const born = readDayMonthYear(birthDate);
  const known = sexes[sex?.toLowerCase() ?? ''];
  return {
    of: 'children',
    person: {
      number,
      ...(born === undefined ? {} : { birthDate: born }),
      ...(known === undefined ? {} : { sex: known }),
      ...(upn !== undefined && isUpn(upn) ? { otherNumbers: [upn] } : {}),
    },
  };
}

/** An episode of care. `nth` tells two of one day apart. */
export function readEpisode(
  {
    number,
    from,
    to,
    reason,
    legalStatus,
    place,
  }: Picked<'number' | 'from' | 'to' | 'reason' | 'legalStatus' | 'place'>,
  nth: (sourceId: string) => string,
): EpisodeSource | Skipped {
  if (number === undefined) return { skipped: 'has no number of a child' };
  const began = readDayMonthYear(from);
  const ended = saidEnd(to, readDayMonthYear);
  if (began === undefined) return { skipped: 'has no day on which it began' };
  if (ended !== null && ended !== unreadableEnd && ended < began) return { skipped: 'ends before it starts' };
  return {
    of: 'episodes',
    child: number,
    sourceId: nth(`${number}/${began}`),
    from: began,
    to: ended,
    reason: reason?.toUpperCase(),
    legalStatus: legalStatusOf(legalStatus),
    setting: settingOf(place),
  };
}

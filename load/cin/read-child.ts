import { readBirthday, readDate } from '../dates.ts';
import { elementsAt, pick, textAt, type XmlElement } from '../xml/xml-element.ts';
import { cinMappings } from './mappings.ts';
import type { ChildSource } from './source-record.ts';
import { isUpn } from './upn.ts';

const sexes: Readonly<Record<string, 'male' | 'female'>> = { '1': 'male', '2': 'female', M: 'male', F: 'female' };

/** The child and the society's file, which is open while any referral is. A census has no names. */
export function readChild(element: XmlElement): ChildSource | { readonly skipped: string } {
  const { number, upn, birthDate, sex, sexNow } = pick(element, cinMappings.Child.fields);
  if (number === undefined) return { skipped: 'has no LAchildID' };
  const born = readBirthday(birthDate);
  const known = sexes[sexNow ?? sex ?? ''];
  const referrals = elementsAt(element, 'CINdetails');
  const open = referrals.filter((details) => textAt(details, cinMappings.CINdetails.fields.closedOn) === undefined);
  const openedOn = dates(open.length > 0 ? open : referrals, cinMappings.CINdetails.fields.receivedOn)[0];
  return {
    of: 'children',
    person: {
      number,
      ...(born === undefined ? {} : { birthDate: born }),
      ...(known === undefined ? {} : { sex: known }),
      ...(upn !== undefined && isUpn(upn) ? { otherNumbers: [upn] } : {}),
    },
    file: {
      status: open.length > 0 ? 'OPEN' : 'CLOSED',
      openedOn: openedOn ?? null,
      closedOn: open.length > 0 ? null : (dates(referrals, cinMappings.CINdetails.fields.closedOn).at(-1) ?? null),
    },
  };
}

function dates(referrals: readonly XmlElement[], path: string): readonly string[] {
  return referrals.flatMap((details) => readDate(textAt(details, path)) ?? []).sort();
}

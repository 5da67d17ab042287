import { readBirthday, readDate } from '../dates.ts';
import { elementsAt, pick, textAt, type XmlElement } from '../xml/xml-element.ts';
import { cinMappings } from './mappings.ts';
import type { ChildSource } from './source-record.ts';
import { isUpn } from './upn.ts';

const sexes: Readonly<Record<string, 'male' | 'female'>> = { '1': 'male', '2': 'female', M: 'male', F: 'female' };

/** The child and the society's file, which is open while any referral is and the child lives. A census has no names. */
export function readChild(element: XmlElement): ChildSource | { readonly skipped: string } {
  const { number, upn, birthDate, sex, sexNow, diedOn } = pick(element, cinMappings.Child.fields);
  if (number === undefined) return { skipped: 'has no LAchildID' };
  const born = readBirthday(birthDate);
  const known = sexes[sexNow ?? sex ?? ''];
  const referrals = elementsAt(element, 'CINdetails');
  const isDead = diedOn !== undefined && !isReferredAfterDeath(element);
  const unclosed = referrals.filter((details) => textAt(details, cinMappings.CINdetails.fields.closedOn) === undefined);
  // Nobody works on with a child who has died, whether or not the referral was closed.
  const open = isDead ? [] : unclosed;
  const closed = dates(referrals, cinMappings.CINdetails.fields.closedOn).at(-1);
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
      closedOn: open.length > 0 ? null : ((isDead && unclosed.length > 0 ? readDate(diedOn) : closed) ?? null),
    },
  };
}

/** A day of death that a referral comes after is a slip: which of them, nobody can tell. */
export function isReferredAfterDeath(child: XmlElement): boolean {
  const diedOn = readDate(textAt(child, cinMappings.Child.fields.diedOn));
  const last = dates(elementsAt(child, 'CINdetails'), cinMappings.CINdetails.fields.receivedOn).at(-1);
  return diedOn !== undefined && last !== undefined && last > diedOn;
}

function dates(referrals: readonly XmlElement[], path: string): readonly string[] {
  return referrals.flatMap((details) => readDate(textAt(details, path)) ?? []).sort();
}

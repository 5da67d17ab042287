import { readBirthday, readDay } from '../dates.ts';
import type { SourcePerson } from '../source-item.ts';
import { securityCategories } from './sensitivities.ts';
import { phoneOf } from './concept.ts';
import { stringAt, valuesAt, type Json, type JsonObject } from '../json.ts';
import type { PatientSource, ProviderSource } from './source-record.ts';

/** A patient: who it is, by the official name where there are several. Identifiers (MRN, SSN) are not read at all. */
export function readPatient(resource: JsonObject, number: string): PatientSource {
  const names = valuesAt(resource, 'name');
  const name = currentName(names);
  const sex = stringAt(resource, 'gender');
  const person: SourcePerson = {
    number,
    ...given('given', stringAt(name, 'given')),
    ...given('family', stringAt(name, 'family')),
    ...given('birthDate', readBirthday(stringAt(resource, 'birthDate'))),
    ...(sex === 'female' || sex === 'male' ? { sex } : {}),
  };
  return {
    of: 'patients',
    person,
    active: resource.active !== false,
    dead: resource.deceasedBoolean === true || stringAt(resource, 'deceasedDateTime') !== undefined,
    diedOn: readDay(stringAt(resource, 'deceasedDateTime')) ?? null,
    isLabelled: securityCategories(resource).length > 0,
  };
}

const uses = ['official', 'usual', undefined, 'nickname', 'maiden', 'temp', 'anonymous', 'old'];

/** The name somebody has now: the official one first, one that has ended last. */
function currentName(names: readonly Json[]): Json | undefined {
  const rank = (name: Json): number => {
    const at = uses.indexOf(stringAt(name, 'use'));
    const hasEnded = stringAt(name, 'period.end') !== undefined;
    return (at < 0 ? uses.length : at) + (hasEnded ? 2 * uses.length : 0);
  };
  return [...names].sort((one, other) => rank(one) - rank(other))[0];
}

/** A practitioner or an organization, as somebody to call. */
export function readProvider(resource: JsonObject, sourceId: string): ProviderSource | undefined {
  const name = stringAt(resource, 'name') ?? personName(valuesAt(resource, 'name')[0]);
  return name === undefined
    ? undefined
    : { of: 'providers', sourceId, said: { name, organization: null, phone: phoneOf(resource) } };
}

function personName(name: Json | undefined): string | undefined {
  const parts = ['prefix', 'given', 'family']
    .flatMap((part) => valuesAt(name, part))
    .filter((part) => typeof part === 'string');
  return stringAt(name, 'text') ?? (parts.length > 0 ? parts.join(' ') : undefined);
}

function given<Name extends string>(name: Name, value: string | undefined): { [_ in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { [_ in Name]?: string });
}

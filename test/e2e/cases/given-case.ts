import { randomBytes } from 'node:crypto';
import { seedRegister } from '@trellis/register';
import { saveRecords as saveEducation } from '@trellis/subgraph-education';
import { recordId } from '@trellis/subgraph-kit';
import { saveRecords as saveMentalHealth } from '@trellis/subgraph-mental-health';
import { saveRecords as savePolice, type YouthDisposition } from '@trellis/subgraph-police';
import { vocabulary } from '@trellis/vocabulary';
import { factsOf } from '../../cases/facts-of.ts';
import type { Case, GivenChild, Step } from '../../cases/read-cases.ts';
import type { ObservedNetwork } from '../network/start-observed-network.ts';

type Record = NonNullable<Extract<Step, { ask: unknown }>['record']>;

/** A case as the network knows it: its children by the case's own names, and what the ids of the case have become. */
export interface GivenCase {
  readonly children: ReadonlyMap<string, string>;
  readonly given: ReadonlyMap<string, GivenChild>;
  /** The register's ids are unique in the network: `told` of one case is not `told` of another. */
  readonly idOf: (id: string) => string;
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
const newId = (): string => [...randomBytes(26)].map((byte) => letters[byte % 32]).join('');
const sensitivities = vocabulary.categories.filter(({ domain }) => domain === 'sensitivity').map(({ code }) => code);
const source = 'cases';

/** The id of a condition that is as sensitive as this category says. */
export const sensitiveCondition = (child: string, category: string): string => recordId(source, child, category);

/** Puts the children of a case into the register by the door that imports come in by, and a few records into their agencies. */
export async function giveCase(network: ObservedNetwork, { given: told }: Case, prefix: string): Promise<GivenCase> {
  const given = new Map(Object.entries('children' in told ? told.children : { child: told }));
  const children = new Map([...given.keys()].map((name) => [name, newId()]));
  const idOf = (id: string): string => `${prefix}-${id}`;
  const facts = [...given].map(([name, child]) => factsOf(children.get(name) ?? '', child));
  const each = <Item extends { readonly id: string }>(of: (child: (typeof facts)[number]) => readonly Item[]) =>
    facts.flatMap((known) => of(known).map((item) => ({ ...item, id: idOf(item.id), child: known.child })));
  const { databases } = network.data;
  await databases['register']!.transaction((tx) =>
    seedRegister(tx, {
      at: network.data.clock.now(),
      children: facts.map(({ child, birthDate }) => ({ child, birthDate, disputed: false })),
      consents: each(({ consents }) => consents).map((consent) => ({ ...consent, by: idOf(consent.by) })),
      authorities: each(({ authorities }) => authorities).map((authority) => ({
        ...authority,
        jointWith: authority.jointWith.map(idOf),
      })),
      orders: each(({ orders }) => orders),
      involvements: each(({ involvements }) => involvements),
      approvals: each(({ approvals }) => approvals),
      emergencies: each(({ emergencies }) => emergencies),
      relations: each(({ relations = [] }) => relations),
      harmRefusals: each(({ harmRefusals = [] }) => harmRefusals),
    }),
  );
  const known = [...children.values()];
  await databases['mental-health']!.transaction((tx) =>
    saveMentalHealth(tx, {
      services: known.map((child) => ({
        id: recordId(source, child),
        source,
        sourceId: child,
        child,
        provider: null,
        startedOn: '2020-01-01',
        endedOn: null,
      })),
      conditions: known.flatMap((child) =>
        sensitivities.map((category) => ({
          id: sensitiveCondition(child, category),
          source,
          sourceId: `${child}/${category}`,
          child,
          code: null,
          system: null,
          display: category,
          clinicalStatus: null,
          onsetOn: null,
          abatedOn: null,
          categories: [category],
        })),
      ),
    }),
  );
  await databases['education']!.transaction((tx) =>
    saveEducation(tx, {
      enrolments: known.map((child) => ({
        id: recordId(source, child),
        source,
        sourceId: child,
        child,
        school: null,
        grade: '5',
        entryOn: '2020-09-01',
        exitOn: null,
        daysInSession: null,
      })),
    }),
  );
  return { children, given, idOf };
}

/** Writes one record about these children into the agency whose it is; its id. */
export async function giveRecord(
  network: ObservedNetwork,
  { children }: GivenCase,
  { children: names, categories, youth }: Record,
): Promise<string> {
  const id = newId();
  const [kind = ''] = categories;
  const own = categories.filter((code) => code.startsWith('sensitivity.'));
  const about = names.map((name) => ({ child: children.get(name) ?? '', adult: false, incident: id }));
  const { databases } = network.data;
  if (kind === 'education.discipline') {
    await databases['education']!.transaction((tx) =>
      saveEducation(tx, {
        disciplineIncidents: [
          {
            id,
            source,
            sourceId: id,
            occurredOn: null,
            behaviour: 'Fight',
            place: null,
            description: null,
            categories: own,
          },
        ],
        disciplineParticipants: about.map(({ child, ...more }) => ({
          ...more,
          id: recordId(source, id, child),
          source,
          sourceId: `${id}/${child}`,
          child,
          role: 'OTHER' as const,
          action: null,
        })),
      }),
    );
    return id;
  }
  const disposition: YouthDisposition = youth
    ? (youth.outcome.toUpperCase().replaceAll('-', '_') as YouthDisposition)
    : 'PENDING';
  await databases['police']!.transaction((tx) =>
    savePolice(tx, {
      incidents: [
        {
          id,
          source,
          sourceId: id,
          number: null,
          occurredAt: '2023-01-01T12:00:00Z',
          reportedOn: null,
          violation: 'theft',
          violationText: null,
          clearance: null,
          narrative: null,
          officer: null,
          categories: own,
        },
      ],
      incidentPersons: about.map(({ child, ...more }) => ({
        ...more,
        id: recordId(source, id, child),
        source,
        sourceId: `${id}/${child}`,
        child,
        role: 'ACCUSED' as const,
        relationship: null,
        disposition,
        dispositionOn: youth?.startedOn ?? null,
      })),
    }),
  );
  return id;
}

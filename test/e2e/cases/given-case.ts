import { saveRecords as saveEducation } from '@trellis/subgraph-education';
import { recordId } from '@trellis/subgraph-kit';
import { saveRecords as saveMentalHealth } from '@trellis/subgraph-mental-health';
import { saveRecords as savePolice, type YouthDisposition } from '@trellis/subgraph-police';
import { vocabulary } from '@trellis/vocabulary';
import type { Case, Step } from '../../cases/read-cases.ts';
import { newId, seedCase, type SeededCase } from '../../cases/seed-case.ts';
import type { ObservedNetwork } from '../network/start-observed-network.ts';

type Record = NonNullable<Extract<Step, { ask: unknown }>['record']>;

export type GivenCase = SeededCase;

const sensitivities = vocabulary.categories.filter(({ domain }) => domain === 'sensitivity').map(({ code }) => code);
const source = 'cases';

/** The id of a condition that is as sensitive as this category says. */
export const sensitiveCondition = (child: string, category: string): string => recordId(source, child, category);

/** Puts the children of a case into the register as imports do, and a few records into their agencies. */
export async function giveCase(network: ObservedNetwork, told: Case, prefix: string): Promise<GivenCase> {
  const { databases } = network.data;
  const seeded = await seedCase(databases['register']!, told, prefix, network.data.clock.now());
  const { children } = seeded;
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
  return seeded;
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

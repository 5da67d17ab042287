import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawPopulation, agencyRecords, registerFacts, allWorkers } from '@trellis/network';
import { yearsLived } from '@trellis/vocabulary';

/** Populations of every seed, on days of every season. */
const populations = fc
  .record({
    seed: fc.string({ maxLength: 12 }),
    asOf: fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }),
  })
  .map(({ seed, asOf }) => drawPopulation({ seed, asOf: asOf.toISOString().slice(0, 10), children: 30 }));

const always = (holds: (population: ReturnType<typeof drawPopulation>) => void): void => {
  fc.assert(fc.property(populations, holds), { numRuns: 25 });
};

/** Every day or instant that a record states, by the name of its field. What is planned may lie ahead. */
function statedDays(record: object): string[] {
  const ahead = new Set(['reviewOn', 'to']);
  return Object.entries(record).flatMap(([name, value]) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) && !ahead.has(name) ? [value.slice(0, 10)] : [],
  );
}

describe('synthetic histories', () => {
  it('are the same for the same seed and day', () => {
    const draw = (): string => JSON.stringify(agencyRecords(drawPopulation({ seed: 'again', asOf: '2026-03-01' })));
    expect(draw()).toBe(draw());
  });

  it('give every child an identifier of its own, well formed', () => {
    const { lives } = drawPopulation({ seed: 'ids', asOf: '2026-03-01', children: 2_000 });
    expect(new Set(lives.map(({ child }) => child.id)).size).toBe(lives.length);
    expect(lives.every(({ child }) => /^[a-z2-7]{26}$/.test(child.id))).toBe(true);
  });

  it('hold only children, born to grown caregivers', () => {
    always(({ lives, asOf }) => {
      for (const { child, family } of lives) {
        expect(child.birthDate <= asOf).toBe(true);
        expect(yearsLived(child.birthDate, asOf)).toBeLessThan(18);
        for (const { birthDate } of family.caregivers)
          expect(yearsLived(birthDate, child.birthDate)).toBeGreaterThanOrEqual(17);
      }
    });
  });

  it('record nothing before a birth or after the day they are told on', () => {
    always((population) => {
      const births = new Map(population.lives.map(({ child }) => [child.id, child.birthDate]));
      const records = agencyRecords(population);
      const misfits: object[] = [];
      const files = new Map((records['child-protection'].files ?? []).map(({ id, child }) => [id, child]));
      for (const record of Object.values(records).flatMap((agency) =>
        Object.values(agency as Record<string, readonly object[]>).flat(),
      )) {
        const child = 'child' in record ? record.child : 'file' in record ? files.get(String(record.file)) : null;
        const born = births.get(String(child)) ?? '1900-01-01';
        if (statedDays(record).some((day) => day < born || day > population.asOf)) misfits.push(record);
      }
      expect(misfits).toEqual([]);
    });
  });

  it('put only existing children into what happened, all of them born, an accused twelve or older', () => {
    always(({ lives, occurrences }) => {
      const known = new Set(lives.map(({ child }) => child.id));
      for (const { people, on } of occurrences) {
        for (const { life, role } of people) {
          expect(known.has(life.child.id)).toBe(true);
          expect(life.child.birthDate <= on).toBe(true);
          if (role === 'ACCUSED') expect(yearsLived(life.child.birthDate, on)).toBeGreaterThanOrEqual(12);
        }
        expect(new Set(people.map(({ life }) => life)).size).toBe(people.length);
      }
    });
  });

  it('enrol children of school age, and only those, in a school of their town', () => {
    always(({ lives, asOf }) => {
      for (const { child, family, enrolment } of lives) {
        const age = yearsLived(child.birthDate, asOf);
        if (age >= 6) expect(enrolment?.school.municipality).toBe(family.municipality);
        if (enrolment) expect(age).toBeGreaterThanOrEqual(3);
      }
    });
  });

  it('keep placements inside the protection that arranged them, one at a time', () => {
    always(({ lives }) => {
      for (const { protection } of lives) {
        let last = protection?.from ?? '';
        for (const { from, to } of protection?.placements ?? []) {
          expect(from >= last).toBe(true);
          expect(to === null ? protection?.to === null : from < to && (protection?.to ?? '9999') >= to).toBe(true);
          last = to ?? '9999';
        }
      }
    });
  });

  it('rest every consent on an authority that exists, and every involvement on workers and evidence', () => {
    always((population) => {
      const workers = new Set(allWorkers.map(({ user }) => user));
      for (const { consents, authorities, involvements } of registerFacts(population).children) {
        const held = new Map(authorities.map((authority) => [authority.id, authority]));
        for (const { by, decision } of consents)
          expect({ decision, held: held.has(by) }).toEqual({ decision, held: true });
        for (const { jointWith } of authorities) expect(jointWith.every((other) => held.has(other))).toBe(true);
        for (const { assigned, evidence } of involvements) {
          expect(assigned.every((user) => workers.has(user))).toBe(true);
          expect(evidence).not.toBe('');
        }
      }
    });
  });
});

import type { Random } from '../random.ts';
import type { DrawnField, DrawnGraph, DrawnType } from './graph.ts';

const categories: Readonly<Record<string, readonly string[]>> = {
  identity: ['identity.name', 'identity.contact'],
  police: ['police.incident', 'police.narrative', 'police.missing'],
  education: ['education.enrolment', 'education.attendance', 'education.collection'],
  'mental-health': ['mental-health.risk', 'mental-health.score', 'mental-health.condition'],
};
export const drawnCategories = Object.values(categories).flat();
const custodians = ['police', 'education', 'mental-health'];

/** Draws a graph from a grammar: what agencies might write, the unwise included, so that some are refused. */
export function drawGraph(random: Random): DrawnGraph {
  return new Drawing(random).graph();
}

class Drawing {
  readonly #random: Random;
  #named = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  graph(): DrawnGraph {
    const random = this.#random;
    const child = this.#type('Child', 'child', 'identity', {
      keys: [['identity', ['id']], ...custodians.map((each) => [each, ['id']] as const)],
    });
    const home = random.pick(custodians);
    const hasEntry = random.chance(0.25);
    const records = Array.from({ length: hasEntry ? 2 : 1 + random.below(3) }, (_, index) =>
      this.#record(`R${index}`, hasEntry || random.chance(0.6) ? home : random.pick(custodians), hasEntry),
    );
    const values = Array.from({ length: random.below(3) }, (_, index) =>
      this.#type(`V${index}`, 'value', random.pick(custodians)),
    );
    const entity = random.chance(0.4) ? [this.#entity()] : [];
    const types = [child, ...records, ...values, ...entity];
    for (const agency of Object.keys(categories)) child.fields.push(...this.#leaves(agency, 1 + random.below(2), 0.05));
    for (const type of [...records, ...values, ...entity]) this.#fill(type, types, child);
    for (const record of records) this.#extend(record, types);
    this.#extend(child, types);
    const roots = records
      .filter(() => random.chance(0.5))
      .map((type) => this.#field(type.home, type.name, { isList: true }));
    if (random.chance(0.04))
      roots.push(this.#field(home, 'String', { isList: true, labels: [random.pick(categories[home] as string[])] }));
    for (const each of entity)
      if (random.chance(0.3)) roots.push(this.#field(each.home, each.name, { isList: true, labels: [] }));
    const extra = custodians.find((agency) => agency !== home) as string;
    if (hasEntry) child.fields.push(this.#field(home, 'Entry', { isList: true }));
    return {
      types,
      roots,
      entryExtra: hasEntry ? this.#field(extra, 'String') : undefined,
      mutation: random.chance(0.03),
    };
  }

  #type(
    name: string,
    kind: DrawnType['kind'],
    home: string,
    more: { keys?: readonly (readonly [string, readonly string[]])[]; about?: Partial<DrawnType> } = {},
  ): DrawnType {
    return {
      ...{
        name,
        kind,
        home,
        path: kind === 'child' ? 'id' : undefined,
        saysWhose: kind === 'child',
        hasCategories: false,
      },
      ...{ labels: [], fields: [], implementsEntry: false, keys: new Map(more.keys ?? []) },
      ...more.about,
    };
  }

  #record(name: string, home: string, implementsEntry: boolean): DrawnType {
    const random = this.#random;
    const path = random.pick(['child', 'subjects']);
    const forms = ['id', 'id', 'id', 'code', 'station', 'other', path === 'child' ? 'child' : 'id'];
    const form = implementsEntry ? 'id' : random.pick(forms);
    const key = {
      id: 'id',
      code: 'id',
      station: 'station { id } id',
      child: 'child { id } id',
      other: 'other { id } id',
    }[form] as string;
    const other = custodians.filter((each) => each !== home)[random.below(2)] as string;
    const keys: (readonly [string, readonly string[]])[] = [[home, form === 'code' ? ['id', 'code'] : [key]]];
    if (random.chance(0.6)) keys.push([other, [form === 'code' ? 'code' : key]]);
    const type = this.#type(name, 'record', home, {
      keys,
      about: {
        path,
        saysWhose: !random.chance(0.06),
        hasCategories: random.chance(0.3),
        implementsEntry,
        labels: this.#labels(home),
      },
    });
    type.fields.push(this.#named_(path, home, 'Child', path === 'subjects'));
    if (form === 'other') type.fields.push(this.#named_('other', home, random.pick(['R0', name]), false));
    if (form === 'station') type.fields.push(this.#named_('station', home, 'Station', false));
    return type;
  }

  #entity(): DrawnType {
    const [home, other] = this.#random.chance(0.5) ? ['education', 'police'] : ['police', 'mental-health'];
    return this.#type('E', 'entity', home, {
      keys: [
        [home, ['id']],
        [other as string, ['id']],
      ],
    });
  }

  /** What a type holds at home, and how it is reached. */
  #fill(type: DrawnType, types: readonly DrawnType[], child: DrawnType): void {
    const random = this.#random;
    type.fields.push(...this.#leaves(type.home, 1 + random.below(3), type.kind === 'entity' ? 0.05 : 0.15));
    const near = types.filter((each) => each !== type && each.home === type.home && each.kind === 'record');
    if (near.length > 0 && random.chance(0.4))
      type.fields.push(this.#field(type.home, random.pick(near).name, { isList: random.chance(0.8) }));
    const values = types.filter((each) => each.home === type.home && each.kind === 'value' && each.name > type.name);
    if (values.length > 0 && random.chance(0.5))
      type.fields.push(this.#field(type.home, random.pick(values).name, { isList: random.chance(0.3) }));
    if (random.chance(type.kind === 'record' ? 0.15 : 0.08))
      type.fields.push(this.#field(type.home, 'Child', { isList: random.chance(0.6) }));
    if (type.kind !== 'record' || random.chance(0.8))
      child.fields.push(this.#field(type.home, type.name, { isList: type.kind === 'record' && random.chance(0.8) }));
    if (type.kind === 'entity') {
      const other = [...type.keys.keys()].find((agency) => agency !== type.home) as string;
      type.fields.push(...this.#leaves(other, 1, 0));
    }
  }

  /** What other agencies add to a record or a child, some of it required from its home. */
  #extend(type: DrawnType, types: readonly DrawnType[]): void {
    const random = this.#random;
    for (const agency of [...type.keys.keys()].filter((each) => each !== type.home)) {
      if (type.kind === 'record') type.fields.push(...this.#leaves(agency, 1, 0.08));
      const sources = type.fields.filter(
        (field) => field.agency !== agency && !field.requires && field.name.startsWith('f'),
      );
      if (sources.length === 0 || !random.chance(0.35)) continue;
      const source = random.pick(sources);
      const below = this.#requiredBelow(source, types);
      if (below === null) continue;
      const from = [
        ...source.labels,
        ...(below?.labels ?? []),
        ...(types.find(({ name }) => name === source.returns)?.labels ?? []),
      ];
      const labels = [...new Set([...from, ...type.labels, ...this.#labels(agency)])];
      type.fields.push({
        ...this.#field(agency, 'String', { labels }),
        requires: {
          field: source.name,
          from: source.agency,
          labels: [...new Set(from)],
          ...(below && { below: below.name }),
        },
      });
    }
  }

  /** The leaf that is read below a required field: undefined where the field is one itself, null where it has none. */
  #requiredBelow(source: DrawnField, types: readonly DrawnType[]): DrawnField | undefined | null {
    const returned = types.find(({ name }) => name === source.returns);
    if (!returned) return source.returns === 'Entry' ? null : undefined;
    if (returned.kind !== 'value') return { ...source, name: 'id', labels: [] };
    return returned.fields.find(({ returns }) => returns === 'String') ?? null;
  }

  #leaves(agency: string, count: number, nonNull: number): DrawnField[] {
    return Array.from({ length: count }, () => {
      const labels = this.#labels(agency);
      const isNonNull = labels.length === 0 && this.#random.chance(nonNull);
      return { ...this.#field(agency, this.#random.chance(0.15) ? 'Int' : 'String', { labels }), isNonNull };
    });
  }

  #labels(agency: string): string[] {
    const own = categories[agency] as string[];
    if (this.#random.chance(0.35)) return [];
    return this.#random.chance(0.8) ? [this.#random.pick(own)] : own.slice(0, 2);
  }

  #field(
    agency: string,
    returns: string,
    { isList = false, labels = this.#labels(agency) }: Partial<DrawnField> = {},
  ): DrawnField {
    return { name: `f${this.#named++}`, agency, returns, isList, isNonNull: false, labels };
  }

  #named_(name: string, agency: string, returns: string, isList: boolean): DrawnField {
    return { name, agency, returns, isList, isNonNull: false, labels: [] };
  }
}

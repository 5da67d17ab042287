import { line } from './every-value.ts';

interface Coding {
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
}
interface Concept {
  readonly text?: string;
  readonly coding?: readonly Coding[];
}
/** As JSON has it: what is not there is undefined, and the reader looks before it takes. */
interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [name: string]: unknown;
}

interface Held {
  readonly url: string | undefined;
  readonly resource: Resource;
}

/** Every resource of some files, in order: of a bundle, or a line each. */
function resourcesOf(texts: readonly string[]): Held[] {
  return texts.flatMap((text) => {
    if (!/^\s*\{\s*"resourceType"\s*:\s*"Bundle"/.test(text))
      return text
        .split('\n')
        .filter((each) => each.trim() !== '')
        .map((each) => ({ url: undefined, resource: JSON.parse(each) as Resource }));
    const { entry } = JSON.parse(text) as { entry: { fullUrl?: string; resource: Resource }[] };
    return entry.map(({ fullUrl, resource }) => ({ url: fullUrl, resource }));
  });
}

const words = (concept: Concept | undefined): string | undefined =>
  concept?.text ?? concept?.coding?.find(({ display }) => display)?.display;
const allWords = (concepts: readonly Concept[] = []): string | null => {
  const said = [...new Set(concepts.flatMap((each) => words(each) ?? []))];
  return said.length === 0 ? null : said.join('; ');
};
const period = (resource: Resource): { start?: string; end?: string } =>
  (resource['period'] ?? {}) as { start?: string; end?: string };
const instant = (text?: string): string | null => (text === undefined ? null : new Date(text).toISOString());
/** The day in Toronto of an instant in UTC; of any other, the day that is written. */
const day = (text?: unknown): string | null => {
  if (typeof text !== 'string') return null;
  if (!/T.*(Z|\+00:00)$/.test(text)) return text.slice(0, 10);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date(text));
};
const upper = (concept: unknown): string | null =>
  (concept as Concept | undefined)?.coding?.[0]?.code?.toUpperCase() ?? null;

/** What stands in mental health's tables after these files, but for what the value sets add: read with nothing of the loader's. */
export function plainFhir(
  texts: readonly string[],
  options: { readonly withCategories?: (code: string) => string[] } = {},
): string[] {
  const held = resourcesOf(texts);
  const ids = new Map(held.map(({ url, resource }) => [url ?? '', `${resource.resourceType}/${resource.id}`]));
  const about = ({ subject }: Resource): string => {
    const { reference = '' } = (subject ?? {}) as { reference?: string };
    return (ids.get(reference) ?? reference).replace('Patient/', '');
  };
  const gone = new Set(
    held.flatMap(({ resource }) =>
      [(resource['verificationStatus'] as Concept | undefined)?.coding?.[0]?.code, resource['status']].some((code) =>
        ['entered-in-error', 'refuted', 'cancelled'].includes(String(code)),
      )
        ? `${resource.resourceType}/${resource.id}`
        : [],
    ),
  );
  const lines = new Map<string, string[]>();
  const standing = held.filter(({ resource: { resourceType, id } }) => !gone.has(`${resourceType}/${id}`));
  const providers = providersOf(standing, ids);
  for (const { resource } of standing) {
    const key = `${resource.resourceType}/${resource.id}`;
    const own = standing.flatMap((each) =>
      each.resource.resourceType === 'Encounter' && about(each.resource) === resource.id ? [each.resource] : [],
    );
    if (resource.resourceType === 'Patient') lines.set(key, [serviceOf(resource, own, ids, providers)]);
    else if (providers.has(key)) lines.set(key, [line('providers', '-', providers.get(key) ?? {})]);
    else lines.set(key, linesOf(resource, about(resource), options));
  }
  return [...lines.values()].flat().sort();
}

type Ids = ReadonlyMap<string, string>;
type Providers = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

const seenBy = (
  encounter: Resource,
  ids: Ids,
): { practitioner: string | undefined; organization: string | undefined } => {
  const [first] = (encounter['participant'] ?? []) as { individual?: { reference: string } }[];
  const { reference } = (encounter['serviceProvider'] ?? {}) as { reference?: string };
  const named = (url?: string): string | undefined => (url === undefined ? undefined : (ids.get(url) ?? url));
  return { practitioner: named(first?.individual?.reference), organization: named(reference) };
};

/** Practitioners and organizations, and for whom a practitioner was last said to work. */
function providersOf(held: readonly Held[], ids: Ids): Providers {
  const employers = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { resource } of held) {
    const [human] = (typeof resource['name'] === 'string' ? [] : (resource['name'] ?? [])) as {
      prefix?: string[];
      given?: string[];
      family?: string;
      text?: string;
    }[];
    const parts = [...(human?.prefix ?? []), ...(human?.given ?? []), human?.family].filter(
      (part) => part !== undefined,
    );
    if (['Practitioner', 'Organization'].includes(resource.resourceType))
      names.set(
        `${resource.resourceType}/${resource.id}`,
        typeof resource['name'] === 'string' ? resource['name'] : (human?.text ?? parts.join(' ')),
      );
    const { practitioner, organization } = seenBy(resource, ids);
    if (practitioner !== undefined && organization !== undefined) employers.set(practitioner, organization);
  }
  return new Map(
    held.flatMap(({ resource }) => {
      const key = `${resource.resourceType}/${resource.id}`;
      const name = names.get(key);
      const phoneIn = (held.find(
        ({ resource: { resourceType, id } }) => `${resourceType}/${id}` === employers.get(key),
      ) ?? {}) as Partial<Held>;
      const phone = phoneOf(resource) ?? (phoneIn.resource && phoneOf(phoneIn.resource));
      return name === undefined ? [] : [[key, { name, organization: names.get(employers.get(key) ?? ''), phone }]];
    }),
  );
}

const phoneOf = (resource: Resource): string | undefined =>
  ((resource['telecom'] ?? []) as { system: string; value: string }[]).find(({ system }) => system === 'phone')?.value;

/** In service from the first encounter to death; by whoever saw the patient last. */
function serviceOf(patient: Resource, encounters: readonly Resource[], ids: Ids, providers: Providers): string {
  const inOrder = [...encounters]
    .filter((each) => period(each).start !== undefined)
    .sort((one, other) => Date.parse(period(one).start ?? '') - Date.parse(period(other).start ?? ''));
  const last = inOrder.at(-1);
  const { practitioner, organization } = last === undefined ? {} : seenBy(last, ids);
  const provider = practitioner ?? organization;
  return line('services', patient.id, {
    started_on: day(instant(inOrder[0] && period(inOrder[0]).start)),
    ended_on: day(patient['deceasedDateTime']),
    provider: provider !== undefined && providers.has(provider) ? provider : null,
  });
}

function linesOf(
  resource: Resource,
  about: string,
  { withCategories }: { readonly withCategories?: (code: string) => string[] },
): string[] {
  const { start, end } = period(resource);
  switch (resource.resourceType) {
    case 'Condition': {
      const code = resource['code'] as Concept;
      const open = (resource['verificationStatus'] as Concept | undefined)?.coding?.[0]?.code;
      const display = words(code);
      return [
        line('conditions', about, {
          code: code.coding?.[0]?.code,
          system: code.coding?.[0]?.system,
          display:
            display && ['provisional', 'differential', 'unconfirmed'].includes(open ?? '')
              ? `${display} (${open})`
              : display,
          clinical_status: upper(resource['clinicalStatus']),
          onset_on: day(resource['onsetDateTime']),
          abated_on: day(resource['abatementDateTime']),
          ...(withCategories && { categories: withCategories(code.coding?.[0]?.code ?? '') }),
        }),
      ];
    }
    case 'Encounter':
      return [
        line('encounters', about, {
          kind: allWords(resource['type'] as Concept[]),
          reason: allWords(resource['reasonCode'] as Concept[]),
          started_at: instant(start),
          ended_at: instant(end),
        }),
      ];
    case 'CarePlan': {
      const activities = ((resource['activity'] ?? []) as { detail?: { code?: Concept } }[]).flatMap(
        ({ detail }) => words(detail?.code) ?? [],
      );
      return [
        line('care_plans', about, {
          title: resource['title'] ?? allWords(resource['category'] as Concept[]),
          status: resource['status'],
          from: day(start),
          to: day(end),
          activities,
        }),
      ];
    }
    case 'RiskAssessment':
      return ((resource['prediction'] ?? []) as { outcome: Concept; qualitativeRisk: Concept }[]).map((each) =>
        line('risk_assessments', about, {
          assessed_on: day(resource['occurrenceDateTime']),
          of: { suicide: 'SUICIDE', neglect: 'ABUSE', violence: 'VIOLENCE' }[words(each.outcome) ?? ''] ?? 'OTHER',
          level: words(each.qualitativeRisk),
          mitigation: resource['mitigation'],
        }),
      );
    case 'Observation':
      return observed(resource, about);
    default:
      return [];
  }
}

function observed(resource: Resource, about: string): string[] {
  const { coding = [] } = (resource['code'] ?? {}) as Concept;
  const codes = coding.map(({ code }) => code);
  const on = day(resource['effectiveDateTime']);
  if (codes.includes('28245-9'))
    return [line('risk_assessments', about, { assessed_on: on, of: 'ABUSE', level: resource['valueString'] })];
  if (!codes.includes('44261-6')) return [];
  return [
    line('scores', about, {
      instrument: 'PHQ_9',
      scored_on: on,
      total: Number(resource['valueInteger'] ?? resource['valueString']),
    }),
  ];
}

/** The parts of a pack that name agencies and categories; everything else is passed on as it is. */
export interface Pack {
  readonly timeZone: string;
  readonly authorities: readonly AuthorityText[];
  readonly rules: readonly RuleText[];
  readonly onlyByOrder?: readonly string[];
  readonly accessPeriods?: readonly { readonly within: string; readonly after: string }[];
  readonly familySafety?: readonly SafetyText[];
}
export interface SafetyText {
  readonly withholds?: string | readonly string[];
  readonly unlessServedBy?: readonly string[];
  readonly whereabouts?: readonly string[];
}
interface AuthorityText {
  readonly kind: string;
  readonly reach: readonly { readonly categories: readonly string[] }[];
}
export interface RuleText {
  readonly id: string;
  readonly recipients: 'EVERYONE' | readonly { readonly agency: string }[];
  readonly involvement: { readonly need: string; readonly kinds?: readonly string[] };
  readonly categories: readonly string[];
  readonly when?: { readonly whileOpen?: readonly string[] };
}

/** The additions of an agency's own `rules.yaml` to the pack: rules, and what each kind of authority may decide of its categories. */
export interface AgencyRules {
  readonly rules?: readonly RuleText[];
  readonly reach?: Readonly<Record<string, AuthorityText['reach']>>;
}

/** Checks whether a value is a list of mappings. */
export function isRules(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject);
}

/** Checks whether a value is a mapping. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Checks whether a rule has the parts that name agencies and categories. */
export function isRuleText({
  recipients,
  involvement,
  categories,
  when,
}: Partial<Record<keyof RuleText, unknown>>): boolean {
  if (!isObject(involvement) || !isObject(when ?? {})) return false;
  const whileOpen = isObject(when) ? when['whileOpen'] : undefined;
  const lists: readonly unknown[] = [categories, involvement['kinds'] ?? [], whileOpen ?? []];
  return lists.every(Array.isArray) && (recipients === 'EVERYONE' || isRules(recipients));
}

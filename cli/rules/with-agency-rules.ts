import { isMap, isSeq, LineCounter, parseDocument, type Document, type YAMLMap, type YAMLSeq } from 'yaml';
import { Failure } from '../failure.ts';

/** An agency's proposal, to be put into a set of sharing rules. */
export interface Proposal {
  readonly agency: string;
  /** The name of its file, for messages. */
  readonly file: string;
  readonly text: string;
  /** The ids of rules that are to go: a file cannot say what it no longer has. */
  readonly without: readonly string[];
}

/** A set of sharing rules with an agency's proposal in it. */
export interface WithAgencyRules {
  readonly yaml: string;
  /** The place in the agency's file of what stands at a path of the set, `rules.12.basis`; undefined where another wrote it. */
  placeOf(path: string): string | undefined;
}

/**
 * Puts what an agency proposes into a set that is published: a rule takes the place of the one of its id, or comes last; what the proposal says of a kind
 * of authority takes the place of what the set says there of this agency's categories alone. Everything else stays, comments and all.
 */
export function withAgencyRules(published: string, { agency, file, text, without }: Proposal): WithAgencyRules {
  const lines = new LineCounter();
  const own = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [fault] = own.errors;
  if (fault !== undefined)
    throw new Failure(`${file}:${String(lines.linePos(fault.pos[0]).line)}: ${fault.message}`, { exitCode: 2 });
  const set = parseDocument(published);
  const rules = listAt(set, ['rules']) ?? refuse('the published set has no list of rules');
  for (const id of without) {
    const at = indexOf(rules, id);
    if (at < 0) throw new Failure(`there is no rule \`${id}\` in the published set`, { exitCode: 2 });
    rules.delete(at);
  }
  const proposed = mapsOf(
    own.get('rules'),
    `${file}: \`rules\` is a list in which each rule is a mapping with its \`id\``,
  );
  const lineOf = new Map<string, number>();
  for (const rule of proposed) {
    const id = String(rule.get('id'));
    lineOf.set(id, lines.linePos(rule.range?.[0] ?? 0).line);
    const at = indexOf(rules, id);
    const node = set.createNode(rule.toJS(own));
    if (at < 0) rules.add(node);
    else rules.set(at, node);
  }
  const reach: unknown = own.get('reach') ?? undefined;
  if (reach !== undefined && !isMap(reach)) refuse(`${file}: \`reach\` is a mapping, by kind of authority a list`);
  if (isMap(reach)) putReach(set, agency, reach.toJS(own) as Readonly<Record<string, unknown>>, file);
  return {
    yaml: set.toString({ lineWidth: 0 }),
    placeOf(path) {
      const [, at] = /^rules\.(\d+)/.exec(path) ?? [];
      const rule = at === undefined ? undefined : rules.get(Number(at), true);
      const line = isMap(rule) ? lineOf.get(String(rule.get('id'))) : undefined;
      return line === undefined ? undefined : `${file}:${String(line)}`;
    },
  };
}

function putReach(set: Document, agency: string, reach: Readonly<Record<string, unknown>>, file: string): void {
  const authorities = mapsOf(set.get('authorities'), 'the published set has no list of authorities');
  for (const [kind, entries] of Object.entries(reach)) {
    const authority = authorities.find((each) => each.get('kind') === kind);
    if (authority === undefined) refuse(`${file}: \`reach.${kind}\` is no kind of authority of the published set`);
    if (!Array.isArray(entries)) refuse(`${file}: \`reach.${kind}\` is a list`);
    const before = authority.toJS(set) as { readonly reach?: readonly { readonly categories?: readonly string[] }[] };
    const others = (before.reach ?? []).filter(({ categories = [] }) => !isOnlyOf(agency, categories));
    authority.set('reach', set.createNode([...others, ...(entries as unknown[])], { aliasDuplicateObjects: false }));
  }
}

function isOnlyOf(agency: string, categories: readonly string[]): boolean {
  return categories.length > 0 && categories.every((code) => code === agency || code.startsWith(`${agency}.`));
}

function listAt(document: Document, path: readonly string[]): YAMLSeq | undefined {
  const node: unknown = document.getIn(path);
  return isSeq(node) ? node : undefined;
}

function indexOf(rules: YAMLSeq, id: string): number {
  return rules.items.findIndex((rule) => isMap(rule) && rule.get('id') === id);
}

function mapsOf(node: unknown, otherwise: string): readonly YAMLMap[] {
  if (node === undefined || node === null) return [];
  if (!isSeq(node) || !node.items.every((item) => isMap(item))) return refuse(otherwise);
  return node.items as YAMLMap[];
}

function refuse(message: string): never {
  throw new Failure(message, { exitCode: 2 });
}

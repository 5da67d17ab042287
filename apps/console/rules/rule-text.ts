import { referencesIn } from './yaml-references.ts';

/** The text of a rule set, changed rule by rule, with all that stands around each left as it is. */

const start = /^ {2}- id: (\S+)\s*$/;

interface Block {
  readonly from: number;
  readonly to: number;
}

function linesOf(yaml: string): readonly string[] {
  return yaml.split('\n');
}

/** The block of the rules: after the top-level `rules:`, until the next top-level word. */
function rulesBlock(lines: readonly string[]): Block | undefined {
  const from = lines.findIndex((line) => /^rules:\s*$/.test(line));
  if (from < 0) return undefined;
  const end = lines.findIndex((line, at) => at > from && /^[A-Za-z]/.test(line));
  return { from, to: end < 0 ? lines.length : end };
}

/** A rule's own lines: until the next item, or a remark that stands at its margin and belongs to what follows. */
function blockOf(lines: readonly string[], id: string): Block | undefined {
  const rules = rulesBlock(lines);
  if (rules === undefined) return undefined;
  const from = lines.findIndex((line, at) => at > rules.from && at < rules.to && start.exec(line)?.[1] === id);
  if (from < 0) return undefined;
  const after = lines.findIndex((line, at) => at > from && (at >= rules.to || /^ {0,2}[^\s]/.test(line)));
  let to = after < 0 ? lines.length : after;
  while (to > from && (lines[to - 1] ?? '').trim() === '') to -= 1;
  return { from, to };
}

/** The offsets at which a block begins and ends; the line break after it belongs to none. */
function offsetsOf(lines: readonly string[], { from, to }: Block): Block {
  const start = lines.slice(0, from).reduce((sum, line) => sum + line.length + 1, 0);
  return { from: start, to: start + lines.slice(from, to).join('\n').length };
}

interface Edit extends Block {
  readonly text: string;
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.from - one.from)
    .reduce((left, edit) => left.slice(0, edit.from) + edit.text + left.slice(edit.to), text);
}

const within = (place: Block, block: Block): boolean => place.from >= block.from && place.to <= block.to;

/** One rule as it is written, with the values of other places that it uses written out; undefined where there is none of that name. */
export function ruleText(yaml: string, id: string): string | undefined {
  const lines = linesOf(yaml);
  const block = blockOf(lines, id);
  if (block === undefined) return undefined;
  const own = offsetsOf(lines, block);
  const { anchors, aliases } = referencesIn(yaml);
  const edits = [
    ...aliases.map(({ from, to, of }) => ({ from, to, text: of.text })),
    ...anchors.map(({ from, to }) => ({
      from: yaml[to] === ' ' ? from : from - 1,
      to: yaml[to] === ' ' ? to + 1 : to,
      text: '',
    })),
  ].filter((edit) => within(edit, own));
  const moved = edits.map((edit) => ({ ...edit, from: edit.from - own.from, to: edit.to - own.from }));
  return edited(yaml.slice(own.from, own.to), moved);
}

/**
 * The same text with one rule written otherwise; with nothing in its place it is taken away. A value that the rule names and others use is named
 * where it is used next: the others say what they said.
 */
export function withRule(yaml: string, id: string, text: string | undefined): string {
  const lines = linesOf(yaml);
  const block = blockOf(lines, id);
  if (block === undefined) return yaml;
  const own = offsetsOf(lines, block);
  const { anchors, aliases } = referencesIn(yaml);
  const named = anchors.filter((anchor) => within(anchor, own));
  const handedOn = named.flatMap((anchor) => {
    const [next] = aliases.filter((alias) => alias.of === anchor && !within(alias, own));
    return next === undefined ? [] : [{ from: next.from, to: next.to, text: `&${anchor.name} ${anchor.text}` }];
  });
  const put =
    text === undefined ? { from: own.from, to: own.to + 1, text: '' } : { ...own, text: text.replace(/\n+$/, '') };
  return edited(yaml, [...handedOn, put]);
}

/** The same text with one rule more, after all others. */
export function withNewRule(yaml: string, text: string): string {
  const lines = linesOf(yaml);
  const rules = rulesBlock(lines);
  if (rules === undefined) return `${yaml.replace(/\n*$/, '\n')}rules:\n${text}\n`;
  let to = rules.to;
  // Remarks and empty lines before the next word belong to it.
  while (to > rules.from + 1 && /^(#.*)?\s*$/.test(lines[to - 1] ?? '')) to -= 1;
  return [...lines.slice(0, to), ...linesOf(text), ...lines.slice(to)].join('\n');
}

/** A rule as it was put together in sentences. */
export interface NewRule {
  readonly id: string;
  readonly english: string;
  readonly french: string;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly basis: string;
  readonly involvement: string;
  readonly kinds: readonly string[];
  readonly level: string;
  readonly citation: string;
  readonly duty: string;
  readonly jurisdiction: string;
  readonly asOf: string;
}

const forces: Readonly<Record<string, string>> = {
  NEVER: 'PROHIBITION',
  BY_LAW: 'DUTY',
  ON_APPROVAL: 'DISCRETION',
  UNLESS_REFUSED: 'CONSENT',
  WITH_CONSENT: 'CONSENT',
};

/** Written as the pack writes its rules. Every text is quoted, so that no sign of it means anything else. */
export function written(rule: NewRule): string {
  const text = (value: string): string => JSON.stringify(value);
  const kind = rule.agency === 'family' ? 'family' : rule.roles.includes('system') ? 'system' : 'worker';
  // What is never disclosed is so whoever works with the child, and in summary too.
  const isNever = rule.basis === 'NEVER';
  const involvement = isNever ? 'NONE' : rule.involvement;
  const kinds = rule.kinds.length === 0 || involvement === 'NONE' ? '' : `, kinds: [${rule.kinds.join(', ')}]`;
  return [
    `  - id: ${rule.id}`,
    '    sentence:',
    `      en: ${text(rule.english)}`,
    `      fr: ${text(rule.french)}`,
    `    recipients: [{ agency: ${rule.agency}, roles: [${rule.roles.join(', ')}], kinds: [${kind}] }]`,
    `    purposes: [${rule.purpose}]`,
    `    involvement: { need: ${involvement}${kinds} }`,
    `    categories: [${rule.categories.join(', ')}]`,
    `    level: ${isNever ? 'SUMMARY' : rule.level}`,
    `    basis: ${rule.basis}`,
    '    authority:',
    `      citation: ${text(rule.citation)}`,
    `      jurisdiction: ${rule.jurisdiction}`,
    `      asOf: ${rule.asOf}`,
    '      confidence: UNVERIFIED',
    `      force: ${forces[rule.basis] ?? 'DISCRETION'}`,
    ...(rule.basis === 'BY_LAW' ? [`      duty: ${text(rule.duty)}`] : []),
  ].join('\n');
}

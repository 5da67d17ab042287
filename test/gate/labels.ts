import type { ConstDirectiveNode } from 'graphql';
import { Kind, parse, valueFromASTUntyped } from 'graphql';
import type { Allowed, Permissions } from './permissions.ts';
import { beyondAll, beyondPlacement } from './permissions.ts';
import { sdl } from './sdl.ts';

/** Read from the agencies' SDL by hand: shares nothing with what it judges. */
export interface Wanted {
  readonly category: string;
  readonly level: 'SUMMARY' | 'FULL';
}

const fields = new Map<string, readonly Wanted[]>();
const args = new Map<string, readonly Wanted[]>();
const types = new Map<string, readonly Wanted[]>();
const inputs = new Map<string, readonly Wanted[]>();
/** Type → the field that holds its children, and the one that holds its own categories. */
export const abouts = new Map<string, { readonly children: string; readonly categories: string | undefined }>();

const wantedIn = (directives: readonly ConstDirectiveNode[] = []): readonly Wanted[] =>
  directives
    .filter((directive) => directive.name.value === 'label')
    .flatMap((directive) => {
      const said = Object.fromEntries(
        (directive.arguments ?? []).map((arg) => [arg.name.value, valueFromASTUntyped(arg.value)]),
      );
      return (said['is'] as string[]).map((category): Wanted => ({
        category,
        level: said['level'] === 'SUMMARY' ? 'SUMMARY' : 'FULL',
      }));
    });

for (const definition of Object.values(sdl).flatMap((text) => parse(text).definitions)) {
  if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    for (const field of definition.fields ?? [])
      inputs.set(`${definition.name.value}.${field.name.value}`, wantedIn(field.directives));
  }
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
  const type = definition.name.value;
  types.set(type, [...(types.get(type) ?? []), ...wantedIn(definition.directives)]);
  const about = definition.directives?.find((directive) => directive.name.value === 'about');
  if (about) {
    const said = Object.fromEntries(
      (about.arguments ?? []).map((arg) => [arg.name.value, valueFromASTUntyped(arg.value)]),
    );
    abouts.set(type, {
      children: String(said['children']).split(' ')[0] as string,
      categories: said['categories'] as string | undefined,
    });
  }
  for (const field of definition.fields ?? []) {
    fields.set(`${type}.${field.name.value}`, wantedIn(field.directives));
    for (const arg of field.arguments ?? [])
      args.set(`${type}.${field.name.value}.${arg.name.value}`, wantedIn(arg.directives));
  }
}

/** What a field of a type needs when it is asked with these argument names (and input fields). */
export function wanted(
  type: string,
  field: string,
  said: readonly string[] = [],
  read: readonly string[] = [],
): readonly Wanted[] {
  const own = fields.get(`${type}.${field}`);
  if (!own) throw new Error(`no such field ${type}.${field}`);
  return [
    ...own,
    ...said.flatMap((arg) => args.get(`${type}.${field}.${arg}`) ?? []),
    ...read.flatMap((input) => inputs.get(input) ?? []),
  ];
}

export function wantedOfType(type: string): readonly Wanted[] {
  return types.get(type) ?? [];
}

export function allows(allowed: Allowed | undefined, needs: readonly Wanted[]): boolean {
  return needs.every(({ category, level }) => {
    const at = allowed?.get(category);
    return at === 'FULL' || (at === 'SUMMARY' && level === 'SUMMARY');
  });
}

/** Whether every one of these children allows it; no child, no permission. */
export function allAllow(
  permissions: Permissions,
  children: readonly string[],
  recipient: string,
  needs: readonly Wanted[],
): boolean {
  return (
    needs.length === 0 ||
    (children.length > 0 && children.every((child) => allows(permissions.get(child)?.get(recipient), needs)))
  );
}

/** Whether some child could allow the asker this, for a purpose. */
export function couldAllow(needs: readonly Wanted[], purpose: string): boolean {
  return needs.every(
    ({ category }) => category !== beyondAll && (purpose !== 'placement' || !beyondPlacement.includes(category)),
  );
}

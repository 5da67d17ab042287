import type { GraphQLInputType } from 'graphql';
import { getNullableType, isScalarType } from 'graphql';

/** An argument or an input field. */
interface Input {
  readonly name: string;
  readonly type: GraphQLInputType;
}

/** The names of inputs that end a span of time which begins later: `to` before `from`, `recordsTo` before `recordsFrom`. */
export function spanFaults(inputs: readonly Input[], valueOf: (name: string) => unknown): readonly string[] {
  return inputs.flatMap(({ name, type }) => {
    if (!isTime(type)) return [];
    const end = name.replace(/^from$/, 'to').replace(/From$/, 'To');
    const other = end === name ? undefined : inputs.find((each) => each.name === end);
    if (other === undefined || scalarOf(other.type) !== scalarOf(type)) return [];
    const [start, stop] = [instantOf(valueOf(name)), instantOf(valueOf(end))];
    return start !== undefined && stop !== undefined && stop < start ? [end] : [];
  });
}

const isTime = (type: GraphQLInputType): boolean => ['Date', 'DateTime'].includes(scalarOf(type));

function scalarOf(type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  return isScalarType(nullable) ? nullable.name : '';
}

function instantOf(value: unknown): number | undefined {
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

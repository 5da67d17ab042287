import { labelDirectives } from './label-directives.ts';

/**
 * An agency's schema with its head: links to Federation and to the labels, their definitions, the network's scalars. A schema that links
 * anything itself keeps its own. The head comes last, so that lines count from the first that the agency wrote.
 */
export function completeSdl(sdl: string): string {
  return linksSomething(sdl) ? sdl : `${sdl.trimEnd()}\n\n${labelDirectives}`;
}

/** Checks whether a schema links a specification, outside comments and descriptions. */
function linksSomething(sdl: string): boolean {
  const code = sdl.replaceAll(/"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*/g, '""');
  return /\bschema\s*@/.test(code);
}

import type { Citation, Explanation, Ladder } from '@trellis/decision';

/** One category of an explanation: the ladder at the level that is given, or in full where nothing is. */
export function categoryView({ category, levels, routes }: Explanation) {
  const level = levels.FULL.permitted ? 'FULL' : levels.SUMMARY.permitted ? 'SUMMARY' : null;
  const { decidedBy, lines }: Ladder = levels[level ?? 'FULL'];
  return {
    category,
    level,
    decidedBy,
    routes: level === null ? routes : [],
    lines: lines.map(({ line, applies, sentence, cites }) => ({
      number: line,
      applies,
      sentence: sentence.en,
      phrase: sentence.fr,
      cites: cites.map(cited),
    })),
  };
}

function cited({ kind, id, authority }: Citation): string {
  return authority === null ? `${kind} ${id}` : `${kind} ${id} (${authority.citation})`;
}

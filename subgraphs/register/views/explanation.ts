import type { Citation, Explanation, Ladder } from '@trellis/decision';
import { citationOf } from './citation-of.ts';

/** One category of an explanation: the ladder at the level that is given, or in full where nothing is. */
export function categoryView({ category, levels, routes, unmet }: Explanation) {
  const level = levels.FULL.permitted ? 'FULL' : levels.SUMMARY.permitted ? 'SUMMARY' : null;
  const { decidedBy, lines }: Ladder = levels[level ?? 'FULL'];
  return {
    category,
    level,
    decidedBy,
    routes: level === null ? routes : [],
    unmet: unmet.map(({ rule, reasons }) => ({
      rule,
      reasons: reasons.map(({ reason }) => reason),
      sentence: reasons.map(({ sentence }) => sentence.en).join(' '),
      phrase: reasons.map(({ sentence }) => sentence.fr).join(' '),
    })),
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
  return authority === null ? `${kind} ${id}` : `${kind} ${id} (${citationOf(authority)})`;
}

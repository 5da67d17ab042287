import { ask } from '../shared/ask.ts';
import { ChildAsSeenDocument, WhySeenDocument, type WhySeenQuery } from '../generated/graph.ts';
import { labels } from '../generated/labels.ts';
import type { DevelopmentNetwork, Eyes } from './development-network.ts';
import { sections, type Piece } from './pieces.ts';

export type Why = WhySeenQuery['explain']['categories'][number];

/** The state of one piece as somebody sees it: it is there, nothing is recorded, it is withheld, or its agency did not answer. */
type Seen =
  | { readonly state: 'shown'; readonly value: string }
  | { readonly state: 'absent' | 'failed' }
  /** `above`: the field it hangs from, where it is withheld with that, whose routes these are; whether they would open this piece as well is not known. */
  | { readonly state: 'withheld'; readonly routes: readonly string[]; readonly above: string | undefined };

export type SeenPiece = Piece & { readonly seen: Seen; readonly why: readonly Why[] };
export interface SeenSection {
  readonly title: string;
  readonly agency: string;
  readonly pieces: readonly SeenPiece[];
}

const auditor = 'auditor-network-1';
/** The field above each piece, whose withholding takes the piece with it. */
const above: Readonly<Record<string, readonly string[]>> = {
  protection: ['Child.protection', 'ProtectionFile.planOfService', 'ProtectionFile.referrals'],
  mentalHealth: ['Child.mentalHealth'],
  education: ['Child.education'],
};

/** Asks as this person, and asks an auditor why. */
export async function seeChild(network: DevelopmentNetwork, id: string, eyes: Eyes): Promise<readonly SeenSection[]> {
  const [client, officer] = await Promise.all([
    network.as(eyes.user, eyes.purpose),
    network.as(auditor, 'privacy-administration'),
  ]);
  const { purpose, requester } = eyes;
  const [answer, explained] = await Promise.all([
    ask(client, ChildAsSeenDocument, { id }),
    ask(officer, WhySeenDocument, { child: id, requester, purpose }),
  ]);
  const child = answer.data?.child;
  const whys = new Map((explained.data?.explain.categories ?? []).map((why) => [why.category, why]));
  const withheld = new Map(answer.withheld.map((each) => [each.coordinate, each]));
  const failed = answer.faults.map(({ path = [] }) => path.slice(1).join('.'));

  const see = (piece: Piece): SeenPiece => {
    const [root = ''] = piece.path.split('.');
    const parents = (above[root] ?? []).filter(
      (field) => field.startsWith('Child.') || piece.path.endsWith(field.split('.')[1] ?? ''),
    );
    const categories = [...parents, piece.coordinate].flatMap((field) => labels[field] ?? []);
    const why = [...new Set(categories)].flatMap((category) => whys.get(category) ?? []);
    const kept = [piece.coordinate, ...parents].flatMap((field) => withheld.get(field) ?? [])[0];
    if (kept !== undefined) {
      const above = kept.coordinate === piece.coordinate ? undefined : kept.coordinate;
      return { ...piece, why, seen: { state: 'withheld', routes: kept.routes, above } };
    }
    const fails =
      child === undefined || child === null || failed.some((path) => path !== '' && piece.path.startsWith(path));
    if (fails) return { ...piece, why, seen: { state: 'failed' } };
    const value = piece.read(child);
    return { ...piece, why, seen: value === undefined ? { state: 'absent' } : { state: 'shown', value } };
  };
  return sections.map(({ title, agency, pieces }) => ({ title, agency, pieces: pieces.map(see) }));
}

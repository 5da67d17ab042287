import type { PlacementRecord } from '@trellis/subgraph-child-protection';
import type { Life, PlacementStory } from '../life.ts';
import { sourced } from './sourced.ts';

/** One placement, with what only its kind of home has. */
export function placementRecord(
  { child, family }: Life,
  placement: PlacementStory,
  { file, at }: { file: string; at: number },
): PlacementRecord {
  const head = { ...sourced(`placement/${child.sub}/${String(at)}`), file, from: placement.from, to: placement.to };
  const none = { carers: null, relationship: null, operator: null, phone: null };
  switch (placement.setting) {
    case 'foster':
      return {
        ...head,
        ...none,
        setting: 'FOSTER',
        carers: 'The Hollis family',
        address: `${String(at + 3)} Orchard Close, ${family.municipality}`,
      };
    case 'kin':
      return {
        ...head,
        ...none,
        setting: 'KIN',
        relationship: 'aunt',
        carers: `An aunt of the ${family.surname} family`,
        address: `${String(at + 9)} Ferry Road, ${family.municipality}`,
      };
    case 'group':
      return {
        ...head,
        ...none,
        setting: 'GROUP',
        operator: 'Northlight Homes',
        phone: '705-555-0177',
        address: `1 Northlight Way, ${family.municipality}`,
      };
  }
}

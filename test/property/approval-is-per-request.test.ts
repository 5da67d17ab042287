import { describe, expect, test } from '@jest/globals';
import type { Approval, StandingApproval } from '@trellis/decision';
import { decideIn, inEveryWorld, permissions } from './every-world.ts';
import type { World } from './generate-world.ts';

const elsewhere: readonly [string, (approval: Approval, world: World) => Approval][] = [
  ['for another user', (each) => ({ ...each, recipient: { ...each.recipient, user: 'somebody-else' } })],
  ['for no user', (each) => ({ ...each, recipient: { agency: each.recipient.agency, role: each.recipient.role } })],
  ['for another agency', (each) => ({ ...each, recipient: { ...each.recipient, agency: 'west' } })],
  [
    'for another purpose',
    (each, { question }) => ({ ...each, purpose: question.purpose === 'care' ? 'inquiry' : 'care' }),
  ],
  ['not yet decided', (each) => ({ ...each, state: 'PENDING' })],
  ['declined', (each) => ({ ...each, state: 'DECLINED' })],
  ['lapsed', (each) => ({ ...each, state: 'LAPSED' })],
  ['over, at this very instant', (each, { question }) => ({ ...each, until: question.now })],
  ['without an end', (each) => ({ ...each, until: null })],
  ['by a custodian with no records', (each) => ({ ...each, custodian: 'west' })],
];

const lapsed: readonly [string, (protocol: StandingApproval, world: World) => StandingApproval][] = [
  ['not yet begun', (each, { question }) => ({ ...each, from: question.now + 1 })],
  ['due for review', (each) => ({ ...each, reviewOn: '2026-01-01' })],
  ['for an involvement nobody has', (each) => ({ ...each, involvement: 'unheard-of' })],
  ['for another agency', (each) => ({ ...each, recipient: { agency: 'west' } })],
];

describe('approval is per request', () => {
  test.each(elsewhere)('one %s is as none', (_, move) => {
    inEveryWorld(61, 1200, (world) => {
      const moved = world.facts.approvals.map((approval) => move(approval, world));
      expect(permissions(decideIn(world, { facts: { approvals: moved } }))).toBe(
        permissions(decideIn(world, { facts: { approvals: [] } })),
      );
    });
  });

  test.each(lapsed)('a protocol %s is as none', (_, move) => {
    inEveryWorld(62, 1200, (world) => {
      const moved = world.network.standingApprovals.map((each) => move(each, world));
      expect(permissions(decideIn(world, { network: { ...world.network, standingApprovals: moved } }))).toBe(
        permissions(decideIn(world, { network: { ...world.network, standingApprovals: [] } })),
      );
    });
  });

  test("a protocol needs the recipient's own agency to be involved with this child", () => {
    inEveryWorld(63, 2500, (world) => {
      const involvements = world.facts.involvements.map((each) => ({ ...each, agency: 'west' }));
      const network = { ...world.network, standingApprovals: [] };
      expect(permissions(decideIn(world, { facts: { involvements } }))).toBe(
        permissions(decideIn(world, { facts: { involvements }, network })),
      );
    });
  });

  test('approvals do open what they are for', () => {
    let opened = 0;
    inEveryWorld(64, 3000, (world) => {
      const without = decideIn(world, { facts: { approvals: [] } });
      if (permissions(decideIn(world)) !== permissions(without)) opened += 1;
    });
    expect(opened).toBeGreaterThan(20);
  });
});

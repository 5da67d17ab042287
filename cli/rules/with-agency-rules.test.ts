import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { withAgencyRules } from './with-agency-rules.ts';

const published = `# The network's.
timeZone: UTC
authorities:
  - kind: child
    reach:
      - { may: [CONSENT], categories: [school], presumedFrom: 12 }
      - { may: [CONSENT], categories: [shelter.note], presumedFrom: 16 }
rules:
  - id: of-the-network # as counsel wrote it
    basis: BY_LAW
  - id: shelter-reads-its-own
    basis: BY_LAW
  - id: shelter-was
    basis: BY_LAW
`;
const own = `rules:
  - id: shelter-tells
    basis: WITH_CONSENT
  - id: shelter-reads-its-own
    basis: ON_APPROVAL
reach:
  child: [{ may: [CONSENT, REFUSE], categories: [shelter], presumedFrom: 14 }]
`;
const proposal = (text: string, without: readonly string[] = []) => ({
  agency: 'shelter',
  file: 'agencies/shelter/rules.yaml',
  text,
  without,
});
const readBack = (text: string, without?: readonly string[]) =>
  parse(withAgencyRules(published, proposal(text, without)).yaml) as {
    rules: { id: string; basis: string }[];
    authorities: { reach: { categories: string[]; presumedFrom: number }[] }[];
  };

describe('what an agency proposes, in a set that is published', () => {
  it('takes the place of the rules of its ids, comes last where they are new, and leaves the others with their comments', () => {
    expect(readBack(own).rules.map(({ id, basis }) => `${id} ${basis}`)).toEqual([
      'of-the-network BY_LAW',
      'shelter-reads-its-own ON_APPROVAL',
      'shelter-was BY_LAW',
      'shelter-tells WITH_CONSENT',
    ]);
    expect(withAgencyRules(published, proposal(own)).yaml).toContain('# as counsel wrote it');
  });

  it('takes the place of what was said of its own categories alone, kind of authority by kind', () => {
    expect(
      readBack(own).authorities[0]?.reach.map((each) => `${each.categories.join()} ${String(each.presumedFrom)}`),
    ).toEqual(['school 12', 'shelter 14']);
    expect(readBack('rules: []').authorities[0]?.reach).toHaveLength(2);
  });

  it('removes a rule where its id is given, and refuses one that is not there', () => {
    expect(readBack(own, ['shelter-was']).rules.map(({ id }) => id)).not.toContain('shelter-was');
    expect(() => readBack(own, ['nowhere'])).toThrow('`nowhere`');
  });

  it('is the same when it is put in twice, and where it is empty', () => {
    const once = withAgencyRules(published, proposal(own)).yaml;
    expect(withAgencyRules(once, proposal(own)).yaml).toBe(once);
    expect(readBack('')).toEqual(parse(published));
  });

  it('names the line of its own file, and the line that is no YAML', () => {
    const { placeOf } = withAgencyRules(published, proposal(own));
    expect(placeOf('rules.1.basis')).toBe('agencies/shelter/rules.yaml:4');
    expect(placeOf('rules.0.basis')).toBeUndefined();
    expect(() => readBack('rules: [')).toThrow(/agencies\/shelter\/rules\.yaml:1: /);
    expect(() => readBack('rules: { id: one }')).toThrow('`rules` is a list');
    expect(() => readBack('reach: { guardian: [] }')).toThrow('`reach.guardian`');
  });
});

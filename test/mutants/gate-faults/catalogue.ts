import type { Fault } from './fault.ts';
import { faultsOf } from './fault.ts';

/** What an agency that publishes may not take, and that nobody is answered on an older graph. */
export const catalogueFaults: readonly Fault[] = [
  ...faultsOf(
    'gateway/execute/decisions.ts',
    [
      'a graph that is behind is decided on',
      'if (reading.behind === true && this.#first === undefined && this.#mayStartAnew) throw new GraphBehind();',
      '',
    ],
    [
      'what was done is done twice on a newer graph',
      ' && this.#mayStartAnew) throw new GraphBehind()',
      ') throw new GraphBehind()',
    ],
    [
      'a request that began starts anew',
      'reading.behind === true && this.#first === undefined',
      'reading.behind === true',
    ],
  ),
  ...faultsOf(
    'gateway/server/read-publication.ts',
    ['any address is published', 'address !== undefined && !anyAddress && ', 'address === "" && '],
    ['an address without TLS', "return protocol === 'https:' && isName", 'return isName'],
    ['an address that is a number', "return protocol === 'https:' && isName", "return protocol === 'https:'"],
    ['an address with a password', " && username + password + hash === ''", ''],
    ['an address inside the operator’s network', ' && !/\\.(local|internal|localhost)$/i.test(hostname)', ''],
  ),
  ...faultsOf(
    'vocabulary/read-network.ts',
    [
      'a mandate is published',
      'url, mandates });',
      'url, mandates: (words as { mandates?: never[] }).mandates ?? mandates });',
    ],
    [
      'code to run is published',
      '{ ...read.data, package: runs, url, mandates }',
      '{ package: runs, url, ...read.data, mandates }',
    ],
  ),
  ...faultsOf(
    'catalogue/merge-words.ts',
    [
      'a category comes to be of somebody else',
      "(again.of ?? 'CHILD') !== (category.of ?? 'CHILD')",
      "again.of === undefined && category.of === 'ADULT'",
    ],
    ['a category that is left out is forgotten', '{ ...before.categories, ...next.categories }', 'next.categories'],
    ['a role that is left out is forgotten', 'roles: union(before.roles, next.roles)', 'roles: next.roles'],
  ),
  ...faultsOf(
    'catalogue/check/others-stay.ts',
    [
      'another’s field is answered by @override',
      'if (agency === undefined || known.has(name) || agencies.includes(from)) return [];',
      'return [];',
    ],
    ['another’s field is hidden', 'hasField(was, each) && !hasField(offered, each)', 'false'],
    ['what stood before is blamed', '|| known.has(name) ', ''],
  ),
];

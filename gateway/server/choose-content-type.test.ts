import { expect, it } from '@jest/globals';
import { chooseContentType } from './choose-content-type.ts';

const json = 'application/json; charset=utf-8';
const graphql = 'application/graphql-response+json; charset=utf-8';

it.each<[string | undefined, string | undefined]>([
  [undefined, json],
  ['*/*', json],
  ['application/*', json],
  ['application/json', json],
  ['application/graphql-response+json', graphql],
  ['application/graphql-response+json; charset=utf-8, application/json; charset=utf-8', graphql],
  ['application/graphql-response+json;q=0.5, application/json', json],
  ['application/json;q=0.9, application/graphql-response+json', graphql],
  ['application/json, multipart/mixed', json],
  ['text/html,application/xhtml+xml,*/*;q=0.8', json],
  ['application/graphql-response+json;q=0', undefined],
  ['application/json;q=0, */*;q=0', undefined],
  ['text/html', undefined],
  ['', undefined],
])('accept %p chooses %p', (accept, chosen) => {
  expect(chooseContentType(accept)).toBe(chosen);
});

/** The methods that each address of the graph answers, by its path. */
const methods: ReadonlyMap<string, string> = new Map([
  ['/graphql', 'POST'],
  ['/schema.graphql', 'GET, HEAD'],
  ['/stream', 'GET'],
]);

/** The methods that an address answers, as the header `allow` says them; undefined where there is nothing. */
export function allowedMethods(url: string): string | undefined {
  return methods.get(url.split('?', 1)[0] ?? url);
}

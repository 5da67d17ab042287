const json = 'application/json; charset=utf-8';
const graphql = 'application/graphql-response+json; charset=utf-8';

/** GraphQL over HTTP's choice of media type; undefined where the client accepts neither. Without a wish it is JSON. */
export function chooseContentType(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return json;
  const quality = (name: string) => {
    for (const range of accept.toLowerCase().split(',')) {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
      if (type === name) return Number(parameters.find((part) => part.startsWith('q='))?.slice(2) ?? 1);
    }
    return undefined;
  };
  const any = quality('application/*') ?? quality('*/*') ?? 0;
  const wish = { graphql: quality('application/graphql-response+json') ?? 0, json: quality('application/json') ?? any };
  if (wish.graphql > 0 && wish.graphql >= wish.json) return graphql;
  return wish.json > 0 ? json : undefined;
}

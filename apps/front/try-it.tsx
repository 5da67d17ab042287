import { print } from 'graphql';
import { ChildAsSeenDocument } from '../generated/graph.ts';
import type { Eyes } from './development-network.ts';

const document = print(ChildAsSeenDocument);

/** The same question in a terminal. */
function curlFor(id: string, { requester, purpose }: Eyes): string {
  const { agency, role, user } = requester;
  const query = document.replaceAll(/\s+/g, ' ').trim();
  const body = JSON.stringify({ query, variables: { id } });
  return [
    `curl -s ${window.location.origin}/graphql \\`,
    `  -H "authorization: Bearer $(npx trellis token --agency ${agency} --role ${role} --user ${user} --purpose ${purpose})" \\`,
    `  -H 'purpose-of-use: ${purpose}' -H 'content-type: application/json' \\`,
    `  -d '${body}'`,
  ].join('\n');
}

/** The question itself, and the command that asks it. */
export function TryIt({ id, eyes }: { readonly id: string; readonly eyes: Eyes }) {
  return (
    <section aria-labelledby="try-it" className="try-it">
      <h2 id="try-it">The question behind it</h2>
      <p>
        Everybody above asked exactly this. The answers differ because the people do. In a terminal, as {eyes.name}:
      </p>
      <pre tabIndex={0} aria-label="Command for a terminal">
        {curlFor(id, eyes)}
      </pre>
      <details>
        <summary>The query</summary>
        <pre tabIndex={0} aria-label="GraphQL query">
          {document}
        </pre>
      </details>
    </section>
  );
}

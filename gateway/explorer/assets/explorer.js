/* global GraphiQL, MutationObserver, React, ReactDOM, document, fetch */
import { memoryStorage } from './memory-storage.js';
import { RequesterBar } from './requester-bar.js';

const { useEffect, useMemo, useState } = React;
const storage = memoryStorage();

const queryAtFirst = 'query Me {\n  me {\n    __typename\n  }\n}\n';

async function readJson(url, body) {
  const sent = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(url, { credentials: 'omit', ...sent });
  if (!response.ok) throw new Error(`${new URL(url, document.baseURI).pathname} answered ${response.status}.`);
  return response.json();
}

/** The people one may be, and with whom to begin: where there is a development issuer. */
async function readDevelopment() {
  const { development } = await readJson('/explorer/settings.json');
  if (development === null) return { people: [], asked: {}, query: queryAtFirst };
  const [people, [child]] = await Promise.all([readJson(`${development}people`), readJson(`${development}children`)]);
  const [{ user, purpose }] = child.eyes;
  return { development, people, asked: { user, purpose }, query: child.question };
}

/** The headers of one request. A token of the development issuer is asked for anew each time, so none is kept. */
async function headersFor(development, { user, purpose, token }) {
  const given = development === undefined ? token : (await readJson(`${development}token`, { user, purpose })).token;
  return { authorization: `Bearer ${given}`, 'purpose-of-use': purpose };
}

/** The schema as this requester may ever see it: descriptions carry each field's labels. */
async function readSchema(headers) {
  const response = await fetch('/schema.graphql', { credentials: 'omit', headers });
  if (!response.ok) throw new Error('The schema is not shown to this requester: is the token one of this network?');
  return GraphiQL.GraphQL.buildSchema(await response.text(), { assumeValid: true });
}

/** The schema of whoever asks, and a sentence on it. */
function useSchema(development, asked) {
  const [seen, setSeen] = useState({ schema: null, note: '' });
  const { user, purpose, token } = asked;
  useEffect(() => {
    let isCurrent = true;
    const show = (next) => isCurrent && setSeen(next);
    if (development === undefined && !(token && purpose)) {
      show({
        schema: null,
        note: 'Type a token and one of its purposes. Neither is kept: they are gone with the page.',
      });
    } else {
      headersFor(development, { user, purpose, token })
        .then(readSchema)
        .then((schema) => show({ schema, note: 'The documentation shows what this requester may ever see.' }))
        .catch((error) => show({ schema: null, note: error.message }));
    }
    return () => {
      isCurrent = false;
    };
  }, [development, user, purpose, token]);
  return seen;
}

function Explorer({ development, people, asked: atFirst, query }) {
  const [asked, setAsked] = useState(atFirst);
  const { schema, note } = useSchema(development, asked);
  const fetcher = useMemo(
    () => async (parameters) =>
      GraphiQL.createFetcher({ url: '/graphql', headers: await headersFor(development, asked) })(parameters),
    [development, asked],
  );
  return React.createElement(
    React.Fragment,
    null,
    React.createElement(RequesterBar, { people, asked, onChange: setAsked, note }),
    React.createElement(GraphiQL, {
      fetcher,
      schema,
      storage,
      defaultQuery: query,
      isHeadersEditorEnabled: false,
      shouldPersistHeaders: false,
    }),
  );
}

const names = { 'graphiql-query-editor': 'Query', 'graphiql-editor': 'Variables', 'result-window': 'Answer' };

/** The editors draw their text themselves, over a field that has no name, in a box that only a mouse scrolls: a name and a tab stop are added. */
function nameEditors() {
  for (const area of document.querySelectorAll('textarea:not([aria-label])')) {
    const [, name] = Object.entries(names).find(([kind]) => area.closest(`.${kind}`)) ?? [];
    area.setAttribute('aria-label', name ?? 'Text');
  }
  for (const box of document.querySelectorAll('.CodeMirror-scroll')) box.tabIndex = 0;
}

const root = document.getElementById('explorer');
new MutationObserver(nameEditors).observe(root, { childList: true, subtree: true });
readDevelopment()
  .then((start) => ReactDOM.createRoot(root).render(React.createElement(Explorer, start)))
  .catch(() => {
    root.textContent = 'The explorer could not be started: the gateway or the development issuer does not answer.';
  });

import { developmentPeople, type DevelopmentPerson } from './development-people.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
const words = (code: string): string => code.replaceAll('-', ' ');

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.5rem;margin:0 0 .5rem}h2{font-size:1.1rem;margin:1.5rem 0 .25rem}ul{list-style:none;padding:0;margin:0}
li a,label{display:block;padding:.6rem .25rem;min-height:1.5rem}li+li{border-top:1px solid #8886}a{color:light-dark(#0b57a4,#8ec7ff)}
button{font:inherit;padding:.7rem 1.2rem;border:0;border-radius:4px;background:#0b57a4;color:#fff;margin-top:1rem;cursor:pointer}
small{opacity:.85}fieldset{border:1px solid #8886;border-radius:4px;margin:1rem 0 0}a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid #e08a00;outline-offset:2px}`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="data:,"><style>${style}</style></head><body><main>${body}</main></body></html>`;

/** The request's own parameters, carried from one step to the next. */
export type AuthorizeParameters = Readonly<Record<string, string>>;

/** First step: somebody to be. Nothing is asked that would make this a secret: it is a development network of invented people. */
export function peoplePage(parameters: AuthorizeParameters, suggested: (person: DevelopmentPerson) => boolean): string {
  const link = (person: DevelopmentPerson): string => {
    const query = new URLSearchParams({ ...parameters, user: person.user }).toString();
    return `<li><a href="?${escape(query)}"><strong>${escape(person.name)}</strong> <small>${escape(person.title)}</small></a></li>`;
  };
  const people = developmentPeople.filter(suggested);
  const groups = [
    ['Workers', people.filter(({ kind }) => kind === 'worker')],
    ['Officers', people.filter(({ kind }) => kind === 'officer')],
    ['Children and families', people.filter(({ kind }) => kind === 'family')],
  ] as const;
  const lists = groups
    .filter(([, members]) => members.length > 0)
    .map(([title, members]) => `<h2>${title}</h2><ul>${members.map(link).join('')}</ul>`);
  return page(
    'Choose a person',
    `<h1>Who are you?</h1><p>This is the development network. Everybody here is invented: choose anybody.</p>${lists.join('')}`,
  );
}

/** Second step: the purposes that the token may assert. */
export function purposesPage(parameters: AuthorizeParameters, person: DevelopmentPerson): string {
  const hidden = Object.entries({ ...parameters, user: person.user })
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
    .join('');
  const boxes = person.purposes
    .map(
      (purpose) =>
        `<label><input type="checkbox" name="purpose" value="${escape(purpose)}" checked> ${escape(words(purpose))}</label>`,
    )
    .join('');
  return page(
    'Choose purposes',
    `<h1>${escape(person.name)}</h1><p>${escape(person.title)}</p><form method="post" action="/authorize">${hidden}<fieldset><legend>What for? Choose at least one.</legend>${boxes}</fieldset><button>Sign in</button></form>`,
  );
}

/** Says one thing that went wrong, or that is done. */
export function plainPage(title: string, text: string): string {
  return page(escape(title), `<h1>${escape(title)}</h1><p>${escape(text)}</p>`);
}

/** The page's own style and nothing else; its form goes on to the application's redirect address on loopback. */
export const authorizeHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

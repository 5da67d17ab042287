import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useSignedIn } from '../shared/signed-in.ts';
import { useWords, words } from '../shared/words.ts';
import { ChildNamesProvider } from './child-names.tsx';
import { OwnWords } from '../shared/own-words.tsx';

interface Job {
  readonly to: string;
  readonly title: string;
  /** The officers who have it: those of the network, of an agency, or all. */
  readonly of?: 'network' | 'agency';
}

const groups: readonly (readonly [title: string, jobs: readonly Job[]])[] = [
  [
    'Your work',
    [
      { to: '/', title: 'Inbox' },
      { to: '/decide', title: 'Decide a request', of: 'agency' },
      { to: '/emergency', title: 'Review an emergency' },
      { to: '/confirm', title: 'Confirm as second person' },
    ],
  ],
  [
    'A child',
    [
      { to: '/protect', title: 'Protect a child now' },
      { to: '/why', title: 'Why shown, or not' },
      { to: '/seen', title: 'Who saw what' },
      { to: '/authority', title: 'Who may decide' },
      { to: '/consent', title: 'Record a consent', of: 'agency' },
    ],
  ],
  [
    'The network',
    [
      { to: '/rules', title: 'Change a rule', of: 'network' },
      { to: '/network', title: 'Protocols and agencies' },
    ],
  ],
];

/** Goes to another job without asking the server; the address names the job alone. */
function JobLink({ to, children, current = false }: { to: string; children: ReactNode; current?: boolean }) {
  const router = useRouter();
  return (
    <a
      href={`/console${to === '/' ? '' : to}`}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void router.navigate({ to });
      }}
    >
      {children}
    </a>
  );
}

/** The jobs of this officer, by what they are about; on a phone behind one button. */
function Jobs({ path }: { readonly path: string }) {
  const { agency } = useSignedIn().session;
  const [open, setOpen] = useState(false);
  const id = useId();
  useEffect(() => {
    setOpen(false);
  }, [path]);
  const side = agency === 'network' ? 'network' : 'agency';
  return (
    <nav aria-label="Jobs" className={open ? 'open' : undefined}>
      <button
        type="button"
        className="plain second jobs-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        Jobs
      </button>
      <div id={id} className="jobs">
        {groups.map(([title, jobs]) => (
          <section key={title}>
            <h2>{title}</h2>
            {jobs
              .filter(({ of }) => of === undefined || of === side)
              .map((job) => (
                <JobLink key={job.to} to={job.to} current={isAt(path, job.to)}>
                  {job.title}
                </JobLink>
              ))}
          </section>
        ))}
      </div>
    </nav>
  );
}

const isAt = (path: string, to: string): boolean => path === to || path === `/console${to === '/' ? '' : to}`;

/** The frame of the screens: the person who is signed in, the jobs, and the one that is open. */
export function Shell() {
  const { session, signOut } = useSignedIn();
  const { agency } = useWords();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path) main.current?.focus();
    before.current = path;
  }, [path]);
  return (
    <>
      <header className="masthead">
        <a className="skip" href="#work">
          Skip to the work
        </a>
        <p className="brand">Trellis console</p>
        <p className="signed-in">
          <b>
            <OwnWords>{session.name}</OwnWords>
          </b>
          <span className="quiet">
            {words(session.role)}, {agency(session.agency)}
          </span>
        </p>
        <button type="button" className="link" onClick={signOut}>
          Sign out
        </button>
      </header>
      <div className="console">
        <Jobs path={path} />
        <main ref={main} tabIndex={-1} id="work">
          <ChildNamesProvider key={path}>
            <Outlet />
          </ChildNamesProvider>
        </main>
      </div>
    </>
  );
}

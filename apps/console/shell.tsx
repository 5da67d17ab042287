import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSignedIn } from '../shared/session.tsx';
import { useWords, words } from '../shared/words.ts';

const jobs = [
  ['/', 'Inbox'],
  ['/protect', 'Protect a child now'],
  ['/why', 'Why shown, or not'],
  ['/decide', 'Decide a request'],
  ['/emergency', 'Review an emergency'],
  ['/consent', 'Record a consent'],
  ['/rules', 'Change a rule'],
  ['/seen', 'Who saw what'],
  ['/authority', 'Who may decide'],
  ['/network', 'Protocols and agencies'],
] as const;

/** Goes to another job without asking the server; the address names the job alone. */
export function JobLink({
  to,
  children,
  current = false,
}: {
  to: string;
  children: React.ReactNode;
  current?: boolean;
}) {
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

/** Who is signed in, the jobs, and the one that is open. */
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
        <p>
          {session.name}, {words(session.role)}, {agency(session.agency)}
        </p>
        <button type="button" className="link" onClick={signOut}>
          Sign out
        </button>
      </header>
      <div className="console">
        <nav aria-label="Jobs">
          {jobs.map(([to, title]) => (
            <JobLink key={to} to={to} current={path === to || path === `/console${to === '/' ? '' : to}`}>
              {title}
            </JobLink>
          ))}
        </nav>
        <main ref={main} tabIndex={-1} id="work">
          <Outlet />
        </main>
      </div>
    </>
  );
}

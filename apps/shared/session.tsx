import { useCallback, useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { FailureBoundary } from './failure-boundary.tsx';
import type { Inside as InsideType } from './inside.tsx';
import { readSettings, type Settings } from './settings.ts';
import { endSession, prepareSignIn, type Session, type SignIn } from './sign-in.ts';
import type { SessionEnded } from './wait-for-sign-in.ts';

const inside = () => import('./inside.tsx');

interface SignInWords {
  readonly welcome: ReactNode;
  readonly signIn: string;
  readonly expired: string;
  readonly again: string;
  readonly failed: string;
  readonly looking: string;
}

interface Props {
  readonly clientId: string;
  readonly purpose: string;
  readonly words: SignInWords;
  /** Loads the screens behind the sign-in: begun once the sign-in itself is there, so that nobody waits for it. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

/**
 * Shows its screens to whoever has signed in. When the session ends they stay as they are, with what was written on them, below a
 * request to sign in again; somebody else who signs in then finds a page of their own.
 */
export function SessionGate({ clientId, purpose, words, load }: Props) {
  const { settings, failed } = useSettings();
  const { session, expired, token, ended, take, end } = useSession();
  const [ready, setReady] = useState(false);
  const isSignedIn = session !== undefined;
  const screens = useScreens(load, ready, isSignedIn);
  const button = (label: string): ReactNode =>
    settings !== undefined && (
      <SignInButton
        settings={settings}
        clientId={clientId}
        label={label}
        failed={words.failed}
        onReady={() => {
          setReady(true);
        }}
        onSession={take}
      />
    );

  if (session === undefined || settings === undefined) {
    return (
      <main className="sign-in">
        {words.welcome}
        {failed && <p role="alert">{words.failed}</p>}
        {button(words.signIn)}
      </main>
    );
  }
  const signOut = (): void => {
    end();
    void endSession(settings, clientId);
  };
  return (
    <>
      {expired && (
        <div role="alert" className="expired">
          <p>{words.expired}</p>
          {button(words.again)}
        </div>
      )}
      <FailureBoundary failed={words.failed}>
        {screens.loaded === undefined ? (
          <p role="status">{screens.failed ? words.failed : words.looking}</p>
        ) : (
          <screens.loaded.Inside
            key={session.user}
            session={session}
            token={token}
            ended={ended}
            purpose={purpose}
            signOut={signOut}
          >
            <screens.loaded.Screens />
          </screens.loaded.Inside>
        )}
      </FailureBoundary>
    </>
  );
}

/**
 * The screens behind the sign-in, loaded once the sign-in itself is there; what could not be loaded then is asked for again when somebody has signed in.
 * React's own `lazy` would show that they are looked for, and hold them back for a third of a second, though they are there.
 */
function useScreens(load: Props['load'], ready: boolean, isSignedIn: boolean) {
  const [loaded, setLoaded] = useState<{
    readonly Inside: typeof InsideType;
    readonly Screens: ComponentType;
  }>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!ready || loaded !== undefined) return;
    setFailed(false);
    Promise.all([inside(), load()]).then(
      ([{ Inside }, { default: Screens }]) => {
        setLoaded({ Inside, Screens });
      },
      () => {
        setFailed(true);
      },
    );
  }, [load, ready, isSignedIn, loaded]);
  return { loaded, failed };
}

function useSettings() {
  const [settings, setSettings] = useState<Settings>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    readSettings().then(setSettings, () => {
      setFailed(true);
    });
  }, []);
  return { settings, failed };
}

/** The session of whoever signed in last, and whether its time is over. */
function useSession() {
  const [session, setSession] = useState<Session>();
  const [expired, setExpired] = useState(false);
  const current = useRef<Session>(undefined);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    current.current = session;
    if (session === undefined) return undefined;
    const timer = setTimeout(
      () => {
        setExpired(true);
      },
      Math.max(0, session.expiresAt - Date.now() - 5_000),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [session]);
  return {
    session,
    expired,
    token: useCallback(() => current.current?.token, []),
    /** The network says it before the time is over where a session was ended elsewhere, or a clock is wrong. */
    ended: useCallback<SessionEnded>((token) => {
      // Whoever asked has signed in again meanwhile.
      if (current.current?.token !== token) return Promise.resolve();
      setExpired(true);
      return new Promise((resolve) => waiting.current.push(resolve));
    }, []),
    take: (signed: Session): void => {
      const goOn = waiting.current.splice(0);
      // What one person asked is not asked in the name of another.
      const isSame = current.current?.user === signed.user && current.current.agency === signed.agency;
      current.current = signed;
      setSession(signed);
      setExpired(false);
      if (isSame) for (const each of goOn) each();
    },
    end: (): void => {
      waiting.current = [];
      current.current = undefined;
      setSession(undefined);
    },
  };
}

interface ButtonProps {
  readonly settings: Settings;
  readonly clientId: string;
  readonly label: string;
  readonly failed: string;
  /** Told once the link is there. */
  readonly onReady: () => void;
  readonly onSession: (session: Session) => void;
}

/** A link, made ready before it is followed, so that no browser takes the new window for one that nobody asked for. */
function SignInButton({ settings, clientId, label, failed, onReady, onSession }: ButtonProps) {
  const [signIn, setSignIn] = useState<SignIn>();
  const [wentWrong, setWentWrong] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const done = useRef(onSession);
  done.current = onSession;
  const told = useRef(onReady);
  told.current = onReady;
  useEffect(() => {
    if (signIn !== undefined) told.current();
  }, [signIn]);
  useEffect(() => {
    let prepared: SignIn | undefined;
    let left = false;
    const start = async (): Promise<void> => {
      try {
        prepared = await prepareSignIn(settings, clientId);
        if (left) {
          prepared.abandon();
          return;
        }
        setSignIn(prepared);
        done.current(await prepared.session);
      } catch {
        setWentWrong(true);
        setAttempt((count) => count + 1);
      }
    };
    if (attempt < 5) void start();
    return () => {
      left = true;
      prepared?.abandon();
    };
  }, [settings, clientId, attempt]);
  return (
    <>
      {wentWrong && <p role="alert">{failed}</p>}
      {signIn !== undefined && (
        <a className="button" href={signIn.url} target="_blank" rel="opener">
          {label}
        </a>
      )}
    </>
  );
}

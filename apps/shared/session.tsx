import type { ApolloClient } from '@apollo/client';
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { NetworkWordsProvider } from './network-words.tsx';
import { openClient } from './open-client.ts';
import { readSettings, type Settings } from './settings.ts';
import { endSession, prepareSignIn, type Session, type SignIn } from './sign-in.ts';

/** The context of every screen behind the sign-in. */
export interface SignedIn {
  readonly session: Session;
  readonly client: ApolloClient;
  readonly settings: Settings;
  /** Forgets everything on this page, and signs out at the issuer. */
  readonly signOut: () => void;
  /** Forgets everything on this page, at once. */
  readonly forget: () => void;
}

const SignedInContext = createContext<SignedIn | undefined>(undefined);

export function useSignedIn(): SignedIn {
  const signedIn = useContext(SignedInContext);
  if (signedIn === undefined) throw new Error('Nobody is signed in.');
  return signedIn;
}

interface SignInWords {
  readonly welcome: ReactNode;
  readonly signIn: string;
  readonly expired: string;
  readonly again: string;
  readonly failed: string;
}

interface Props {
  readonly clientId: string;
  readonly purpose: string;
  readonly words: SignInWords;
  readonly children: ReactNode;
}

/**
 * Shows its children to whoever has signed in. When the session ends they stay as they are, with what was written on them, below a
 * request to sign in again; somebody else who signs in then finds a page of their own.
 */
export function SessionGate({ clientId, purpose, words, children }: Props) {
  const [settings, setSettings] = useState<Settings>();
  const [session, setSession] = useState<Session>();
  const [expired, setExpired] = useState(false);
  const [failed, setFailed] = useState(false);
  const current = useRef<Session>(undefined);
  useEffect(() => {
    readSettings().then(setSettings, () => {
      setFailed(true);
    });
  }, []);
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
  const client = useMemo(() => openClient({ token: () => current.current?.token, purpose }), [purpose]);
  const take = (signed: Session): void => {
    current.current = signed;
    setSession(signed);
    setExpired(false);
  };

  if (failed) return <p role="alert">{words.failed}</p>;
  if (settings === undefined) return null;
  if (session === undefined) {
    return (
      <main className="sign-in">
        {words.welcome}
        <SignInButton
          settings={settings}
          clientId={clientId}
          label={words.signIn}
          failed={words.failed}
          onSession={take}
        />
      </main>
    );
  }
  const forget = (): void => {
    current.current = undefined;
    setSession(undefined);
  };
  const signOut = (): void => {
    forget();
    void endSession(settings, clientId);
  };
  return (
    <SignedInContext.Provider value={{ session, client, settings, signOut, forget }}>
      {expired && (
        <div role="alert" className="expired">
          <p>{words.expired}</p>
          <SignInButton
            settings={settings}
            clientId={clientId}
            label={words.again}
            failed={words.failed}
            onSession={take}
          />
        </div>
      )}
      <div key={session.user}>
        <NetworkWordsProvider>{children}</NetworkWordsProvider>
      </div>
    </SignedInContext.Provider>
  );
}

interface ButtonProps {
  readonly settings: Settings;
  readonly clientId: string;
  readonly label: string;
  readonly failed: string;
  readonly onSession: (session: Session) => void;
}

/** A link, made ready before it is followed, so that no browser takes the new window for one that nobody asked for. */
function SignInButton({ settings, clientId, label, failed, onSession }: ButtonProps) {
  const [signIn, setSignIn] = useState<SignIn>();
  const [wentWrong, setWentWrong] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const done = useRef(onSession);
  done.current = onSession;
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

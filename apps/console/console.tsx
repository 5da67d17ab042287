import './console.css';
import { SessionGate } from '../shared/session.tsx';

const screens = () => import('./screens.tsx');

const words = {
  welcome: (
    <>
      <h1>Officers’ console</h1>
      <p>For privacy officers, approvers and auditors of the network and its agencies.</p>
      <p>You sign in in a window of its own. Nothing is kept on this computer.</p>
    </>
  ),
  signIn: 'Sign in',
  expired: 'Your session has ended. What you wrote on this page is still here: sign in again to go on.',
  again: 'Sign in again',
  looking: 'One moment …',
  failed: 'The sign-in did not work. Try again; if it keeps failing, tell whoever runs the network.',
};

/** The officers' console. */
export function Console() {
  return <SessionGate clientId="trellis-console" purpose="privacy-administration" words={words} load={screens} />;
}

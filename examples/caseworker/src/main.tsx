import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { signIn } from './sign-in.ts';

const root = createRoot(document.getElementById('app') as HTMLElement);
signIn().then(
  (session) => session && root.render(<App session={session} />),
  () => root.render(<p role="alert">You could not be signed in. Reload the page to try again.</p>),
);

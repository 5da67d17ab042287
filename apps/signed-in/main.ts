import { channelName } from '../shared/sign-in-channel.ts';

// Hands the issuer's answer to the page that waits for it, forgets it, and closes this window.
const channel = new BroadcastChannel(channelName);
const answer = window.location.search;
const state = new URLSearchParams(answer).get('state') ?? '';
channel.onmessage = ({ data }: MessageEvent<unknown>) => {
  if (data === `received ${state}`) window.close();
};
channel.postMessage(answer);
window.history.replaceState(null, '', window.location.pathname);
const page = document.getElementById('page');
if (page !== null)
  page.textContent = 'You are signed in. You may close this window. / Vous pouvez fermer cette fenêtre.';

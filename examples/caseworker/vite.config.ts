import { defineConfig } from 'vite';

// The app and the graph share an origin: in development by this proxy, in production by yours.
const proxy = { '/graphql': process.env['GATEWAY'] ?? 'http://127.0.0.1:4000' };

export default defineConfig({ server: { host: '127.0.0.1', proxy }, preview: { proxy } });

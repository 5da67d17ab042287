import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { listBundled } from './list-bundled.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The pages that every network serves, and those that the development network serves besides. */
const pages: Readonly<Record<string, readonly string[]>> = {
  production: ['console', 'family', 'signed-in'],
  development: ['front'],
};

// `vite build --mode production|development` builds one of the two; nothing of the second is in the first.
export default defineConfig(({ mode }) => ({
  root: at('.'),
  plugins: [react(), listBundled()],
  resolve: { dedupe: ['react', 'react-dom', 'graphql'] },
  define: { 'process.env.NODE_ENV': '"production"', 'globalThis.__DEV__': 'false' },
  build: {
    outDir: at(`dist/${mode}`),
    emptyOutDir: true,
    assetsDir: `pages/${mode}`,
    // The pages' policy allows no `data:` script or style, and no script in the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    rolldownOptions: { input: (pages[mode] ?? []).map((page) => at(`${page}/index.html`)) },
    chunkSizeWarningLimit: 1_500,
  },
  logLevel: 'warn',
}));

#!/usr/bin/env node
// Plain JavaScript: teaches Node to read TypeScript, then hands over. Nothing is built beforehand.
import '@trellis/platform/typescript';

const { main } = await import('../main.ts');
await main(process.argv);

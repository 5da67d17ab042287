#!/usr/bin/env node
// Plain JavaScript: teaches Node to read TypeScript, then hands over. Nothing is built beforehand.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../main.ts');
await main(process.argv);

// `node --import` this: code in a network's folder, wherever it is, finds the packages of Trellis.
import { register } from 'node:module';

register('./resolve-packages.mjs', import.meta.url);

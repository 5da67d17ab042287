export { buildProgram } from './program.ts';
export { Failure } from './failure.ts';

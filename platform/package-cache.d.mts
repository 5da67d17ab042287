export const packageCache: string;
export function readKept(name: string): Buffer | undefined;
export function writeKept(name: string, content: string | Uint8Array): void;

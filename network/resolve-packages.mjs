// Module hook: code of an agency that stands in a network's folder, outside this installation, finds the packages of Trellis here.

/** Resolves `@trellis/…` from this file where the importing file's own folders do not have it. */
export async function resolve(specifier, context, nextResolve) {
  try {
    return await nextResolve(specifier, context);
  } catch (error) {
    if (!specifier.startsWith('@trellis/') || error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return nextResolve(specifier, { ...context, parentURL: import.meta.url });
  }
}

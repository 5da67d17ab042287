// Module hook: a module that was loaded as `…?save=3` loads its own relative imports as `?save=3` too, so that all of an agency's code is loaded again and
// what it shares with the process, the packages, is not.
const save = /\?save=\d+$/;

export async function resolve(specifier, context, nextResolve) {
  const [mark] = save.exec(context.parentURL ?? '') ?? [];
  const resolved = await nextResolve(specifier, context);
  return mark === undefined || !/^\.\.?\//.test(specifier) ? resolved : { ...resolved, url: `${resolved.url}${mark}` };
}

/** Reads the file itself: whoever strips types looks at the end of its name. */
export async function load(url, context, nextLoad) {
  return nextLoad(url.replace(save, ''), context);
}

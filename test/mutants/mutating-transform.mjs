// jest's transformer for one mutant: the file that TRELLIS_MUTANT names is read with one text in place of another; all others as they are.
import swc from '@swc/jest';

const mutant = process.env.TRELLIS_MUTANT ? JSON.parse(process.env.TRELLIS_MUTANT) : undefined;

export default {
  createTransformer(options) {
    const inner = swc.createTransformer(options);
    const change = (source, path) =>
      mutant && path.endsWith(`/${mutant.file}`) ? source.replace(mutant.was, () => mutant.becomes) : source;
    return {
      ...inner,
      process: (source, path, more) => inner.process(change(source, path), path, more),
      processAsync: (source, path, more) => inner.processAsync(change(source, path), path, more),
      getCacheKey: (source, path, more) => inner.getCacheKey(change(source, path), path, more),
    };
  },
};

// The process of `openChecker`: composes and checks, so that whoever serves requests does not stand still meanwhile.
import { checkGraph, type GraphToCheck } from './check-graph.ts';

/** Whoever asked may have been killed meanwhile: then there is nobody left to tell. */
function tell(reply: object): void {
  process.send?.(reply, undefined, undefined, (error) => {
    if (error !== null) process.exit();
  });
}

process.on('message', ({ id, graph }: { readonly id: number; readonly graph: GraphToCheck }) => {
  checkGraph(graph).then(
    (checked) => tell({ id, checked }),
    (error: unknown) => tell({ id, error: error instanceof Error ? error.message : 'unknown' }),
  );
});
process.on('disconnect', () => process.exit());

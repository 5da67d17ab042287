/** An agency published before this request began, and its graph is an older one: nothing was done, and it must be answered on the newer. */
export class GraphBehind extends Error {
  constructor() {
    super('The graph of this request is older than what was published before it began.');
    this.name = 'GraphBehind';
  }
}

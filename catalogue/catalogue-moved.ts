/** Another version was published since this one was checked. */
export class CatalogueMoved extends Error {
  constructor() {
    super('another agency published meanwhile');
    this.name = 'CatalogueMoved';
  }
}

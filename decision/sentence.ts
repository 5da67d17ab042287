/** The same sentence in both languages of the network. */
export interface Sentence {
  readonly en: string;
  readonly fr: string;
}

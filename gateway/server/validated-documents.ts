import type { DocumentStore } from '@apollo/server';
import { BoundedCache } from '@trellis/platform';
import type { DocumentNode } from 'graphql';
import type { CheckedDocuments } from '../operations/checked-documents.ts';

/** Characters of text that are remembered as valid, and what a text weighs beyond its own, however short it is. */
const mostText = 400_000;
const least = 100;

/**
 * The store in which Apollo Server keeps the documents that it found valid, by its own key, which names the schema. Only their texts are kept here,
 * and what it is given back is the document that passed the limits: Apollo's own, with the place of every token, weighs many times as much.
 */
export class ValidatedDocuments implements DocumentStore {
  readonly #documents: CheckedDocuments;
  readonly #texts = new BoundedCache<string, string>(mostText);

  constructor(documents: CheckedDocuments) {
    this.#documents = documents;
  }

  get(key: string): Promise<DocumentNode | undefined> {
    const text = this.#texts.get(key);
    return Promise.resolve(text === undefined ? undefined : this.#documents.known(text)?.document);
  }

  set(key: string, { loc }: DocumentNode): Promise<void> {
    if (loc !== undefined) this.#texts.set(key, loc.source.body, loc.source.body.length + least);
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.#texts.delete(key);
    return Promise.resolve();
  }
}

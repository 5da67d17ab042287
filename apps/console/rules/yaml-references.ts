import { Lexer, parseDocument, stringify, visit, type Node } from 'yaml';

interface Place {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A place where a value is named (`&name`), with that value on one line. */
interface Anchor extends Place {
  readonly text: string;
}

/** A place where a named value is used again (`*name`). */
interface Alias extends Place {
  readonly of: Anchor;
}

export interface References {
  readonly anchors: readonly Anchor[];
  readonly aliases: readonly Alias[];
}

const none: References = { anchors: [], aliases: [] };

/** Every anchor and alias of a text; none where the text cannot be read, so that it is left as it is. */
export function referencesIn(yaml: string): References {
  const places = placesIn(yaml);
  const texts = anchoredTexts(yaml);
  if (texts === undefined || places.filter(({ sign }) => sign === '&').length !== texts.length) return none;
  const anchors: Anchor[] = [];
  const aliases: Alias[] = [];
  for (const { sign, ...place } of places) {
    if (sign === '&') anchors.push({ ...place, text: texts[anchors.length] ?? '' });
    else {
      const of = anchors.findLast(({ name }) => name === place.name);
      if (of !== undefined) aliases.push({ ...place, of });
    }
  }
  return { anchors, aliases };
}

/** Where a text names values and uses them again: never within its sentences or remarks. */
function placesIn(yaml: string): readonly (Place & { readonly sign: '&' | '*' })[] {
  const found: (Place & { readonly sign: '&' | '*' })[] = [];
  let at = 0;
  let inScalar = false;
  for (const token of new Lexer().lex(yaml)) {
    // Signs of the lexer's own, that are not in the text; the last is before each scalar.
    if (token === '\u0002' || token === '\u0018' || token === '\u001F') {
      inScalar = token === '\u001F';
      continue;
    }
    const [sign] = token;
    if (!inScalar && (sign === '&' || sign === '*'))
      found.push({ sign, name: token.slice(1), from: at, to: at + token.length });
    at += token.length;
    inScalar = false;
  }
  return found;
}

/** The named values of a text, each on one line with nothing left to look up, in the order in which they are named. */
function anchoredTexts(yaml: string): readonly string[] | undefined {
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return undefined;
  const nodes: Node[] = [];
  visit(document, {
    Value(_key, node) {
      if (node.anchor !== undefined) nodes.push(node);
    },
  });
  return nodes.map((node) => stringify(node.toJS(document), { collectionStyle: 'flow', lineWidth: 0 }).trimEnd());
}

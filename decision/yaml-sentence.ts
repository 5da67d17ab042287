import type { YAMLError } from 'yaml';
import type { Sentence } from './sentence.ts';

/** The faults of a YAML text in French; in English the parser has its own words, which name the text at fault. */
const phrases: Readonly<Record<YAMLError['code'], string>> = {
  ALIAS_PROPS: 'un renvoi (`*`) ne porte ni ancre ni étiquette',
  BAD_ALIAS: 'un renvoi (`*`) ne mène à rien, ou à trop de choses',
  BAD_COLLECTION_TYPE: "l'étiquette ne convient pas à cette liste ou à cette table",
  BAD_DIRECTIVE: 'une directive (`%`) ne peut pas être lue',
  BAD_DQ_ESCAPE: "un caractère d'échappement (`\\`) ne peut pas être lu",
  BAD_INDENT: 'le retrait de cette ligne ne convient pas à ce qui précède',
  BAD_PROP_ORDER: "une ancre ou une étiquette n'est pas à sa place",
  BAD_SCALAR_START: 'une valeur ne peut pas commencer par ce caractère : mettez-la entre guillemets',
  BLOCK_AS_IMPLICIT_KEY: 'une table ou une liste commence sur la ligne même de sa clé',
  BLOCK_IN_FLOW: "un bloc en retrait n'a pas sa place entre crochets ou accolades",
  DUPLICATE_KEY: 'cette clé est dite deux fois',
  IMPOSSIBLE: 'ce texte ne peut pas être lu',
  KEY_OVER_1024_CHARS: 'une clé a plus de 1024 caractères, ou ses deux-points manquent',
  MISSING_CHAR: 'il manque un signe : guillemet, virgule, crochet, accolade, deux-points ou espace',
  MULTILINE_IMPLICIT_KEY: "une clé s'étend sur plusieurs lignes : les deux-points manquent peut-être",
  MULTIPLE_ANCHORS: "il y a plus d'une ancre",
  MULTIPLE_DOCS: "le texte contient plus d'un document (`---`)",
  MULTIPLE_TAGS: "il y a plus d'une étiquette",
  NON_STRING_KEY: "une clé n'est pas un texte",
  RESOURCE_EXHAUSTION: 'le texte est trop imbriqué',
  TAB_AS_INDENT: 'une tabulation sert de retrait : mettez des espaces',
  TAG_RESOLVE_FAILED: "une étiquette (`!`) n'est pas connue ou ne convient pas à sa valeur",
  UNEXPECTED_TOKEN: 'un signe est de trop ici',
};

/** A fault of a YAML text in both languages. */
export function yamlSentence({ code, message }: Pick<YAMLError, 'code' | 'message'>): Sentence {
  return { en: message, fr: phrases[code] };
}

import { sharedWords } from '@trellis/vocabulary';

/** The `@link` URL by which the label directives are recognised, whatever a schema calls them. */
export const labelsSpec = sharedWords.labelsSpec;

/** The fix where a schema's own head does not do. */
export const headFix =
  'Leave out your `extend schema` and your definitions of directives: the head is put below your schema. Who writes the head pastes what `labelDirectives` gives, unchanged.';

/** The label directives, as every subgraph must define them. */
export const labelDefinitions = `directive @label(is: [String!]!, level: Level = FULL) repeatable on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT
directive @open on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
directive @about(children: String!, categories: String) on OBJECT
directive @page on ARGUMENT_DEFINITION
directive @flow(from: String!, is: [String!]!, level: Level = FULL) repeatable on FIELD_DEFINITION
enum Level {
  SUMMARY
  FULL
}`;

/** The scalars that every schema of a network may name. */
export const networkScalars = ['NetworkId', 'Category', 'Purpose', 'Date', 'DateTime'] as const;

/** The names of types that every schema's head defines. */
export const headNames: readonly string[] = ['Level', ...networkScalars];

/** The head of an agency's SDL: what to paste above its own types. Federation, the labels, and the network's scalars. */
export const labelDirectives = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject", "@composeDirective"])
  @link(url: "${labelsSpec}", import: ["@label", "@open", "@about", "@page", "@flow"])
  @composeDirective(name: "@label")
  @composeDirective(name: "@open")
  @composeDirective(name: "@about")
  @composeDirective(name: "@page")
  @composeDirective(name: "@flow")

${labelDefinitions}

${networkScalars.map((name) => `scalar ${name}`).join('\n')}
`;

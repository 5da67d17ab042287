import ts from 'typescript';

/** One way a source could be wrong: the text at [start, end) replaced. */
export interface Mutation {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly becomes: string;
}

const operators: Partial<Record<ts.SyntaxKind, readonly string[]>> = {
  [ts.SyntaxKind.AmpersandAmpersandToken]: ['||'],
  [ts.SyntaxKind.BarBarToken]: ['&&'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
  [ts.SyntaxKind.LessThanToken]: ['<=', '>'],
  [ts.SyntaxKind.LessThanEqualsToken]: ['<', '>'],
  [ts.SyntaxKind.GreaterThanToken]: ['>=', '<'],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
  [ts.SyntaxKind.AmpersandToken]: ['|'],
  [ts.SyntaxKind.BarToken]: ['&'],
  [ts.SyntaxKind.PlusToken]: ['-'],
  [ts.SyntaxKind.MinusToken]: ['+'],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: ['<<'],
  [ts.SyntaxKind.LessThanLessThanToken]: ['>>>'],
};
const methods: Readonly<Record<string, string>> = {
  every: 'some',
  some: 'every',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  intersect: 'union',
  union: 'intersect',
  minus: 'union',
  includePositive: 'includeNegative',
  includeNegative: 'includePositive',
  permittedScope: 'withheldScope',
  withheldScope: 'permittedScope',
  isWithin: 'mayBeWithin',
  mayBeWithin: 'isWithin',
};

/** Every mutation of a source: operators, negations, masks, comparisons, boundaries, conditions, constants, precedence, and acts left out. */
export function findMutations(file: string, text: string): readonly Mutation[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: Mutation[] = [];
  const add = (node: ts.Node, becomes: string) => {
    const start = node.getStart(source);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    found.push({ file, line, start, end: node.getEnd(), was: node.getText(source), becomes });
  };
  const visit = (node: ts.Node): void => {
    if (
      ts.isTypeNode(node) ||
      ts.isImportDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node)
    )
      return;
    if (ts.isBinaryExpression(node)) {
      for (const becomes of operators[node.operatorToken.kind] ?? []) add(node.operatorToken, becomes);
      if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) add(node, node.right.getText(source));
    }
    if (ts.isPrefixUnaryExpression(node)) {
      const { operator, operand } = node;
      const isNegation = operator === ts.SyntaxKind.ExclamationToken || operator === ts.SyntaxKind.TildeToken;
      if (isNegation && !ts.isNumericLiteral(operand)) add(node, operand.getText(source));
    }
    if (
      ts.isParenthesizedExpression(node) &&
      ts.isBinaryExpression(node.expression) &&
      ts.isBinaryExpression(node.parent)
    ) {
      if (binds(node.expression) < binds(node.parent)) add(node, node.expression.getText(source));
    }
    if (ts.isConditionalExpression(node)) {
      add(node, `(${node.whenTrue.getText(source)})`);
      add(node, `(${node.whenFalse.getText(source)})`);
    }
    if (ts.isIfStatement(node)) {
      add(node.expression, 'true');
      add(node.expression, 'false');
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false');
    if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true');
    if (ts.isNumericLiteral(node)) add(node, String(Number(node.text.replaceAll('_', '')) + 1));
    if (ts.isStringLiteral(node) && !ts.isLiteralTypeNode(node.parent)) add(node, "'mutant'");
    if (ts.isIdentifier(node) && Object.hasOwn(methods, node.text) && isCalled(node)) add(node, methods[node.text]!);
    if (ts.isExpressionStatement(node)) add(node, ';');
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'filter' && ts.isCallExpression(node.parent)) {
      add(node.parent, node.expression.getText(source));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** How tightly an operator binds: brackets round a tighter one say nothing. */
function binds({ operatorToken: { kind } }: ts.BinaryExpression): number {
  const order = [
    [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken],
    [ts.SyntaxKind.AmpersandAmpersandToken],
    [ts.SyntaxKind.BarToken],
    [ts.SyntaxKind.AmpersandToken],
    [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken],
    [ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken],
    [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken, ts.SyntaxKind.LessThanLessThanToken],
    [ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken],
    [ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.SlashToken],
  ];
  return order.findIndex((kinds) => kinds.includes(kind));
}

/** Whether a name is called, or handed over to be called. */
function isCalled(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) return true;
  return ts.isPropertyAccessExpression(parent) && parent.name === node && ts.isCallExpression(parent.parent);
}

import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';
import { packages, rooms } from './house.config.js';

const houseRules = Object.entries(rooms)
  .filter(([, allowed]) => allowed !== '*')
  .map(([room, allowed]) => ({
    files: [`${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: Object.entries(packages)
            .filter(([, other]) => other !== room && !allowed.includes(other))
            .map(([name, other]) => ({ name, message: `${room} may not import ${other} (house.config.js).` })),
        },
      ],
    },
  }));

export default tseslint.config(
  { ignores: ['**/node_modules/', '.trellis/', '**/dist/', 'apps/generated/', 'coverage/'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['cli/**', 'scripts/**', 'test/**', 'network/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.test.ts', 'test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  ...houseRules,
);

import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

// Rules that hold the house together; taste is left to the writer.
export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'src/**/*.gen.ts', 'public/'] },
  tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'e2e/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-console': ['error', { allow: ['error'] }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Text of others must never become markup, and the content security policy refuses what may stand in it.',
        },
        {
          selector: "JSXAttribute[name.name='style']",
          message: 'Looks belong in the style sheet of the component, where both themes and print can reach them.',
        },
        {
          selector: "JSXOpeningElement[name.name='a'] JSXAttribute[name.name='href'] > Literal[value=/^\\u002F(?!api)/]",
          message: 'Use <Link to="…">: it keeps the language.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/api/**', 'src/testing/**', 'src/**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Calls go through ~/api: language, keys and problems are handled there.' }],
    },
  },
)

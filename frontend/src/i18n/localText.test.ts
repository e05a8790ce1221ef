import { expect, test } from 'vitest'
import { localText } from './localText'

test.each([
  [{ nb: 'Vann', nn: 'Vatn', en: 'Water' }, 'nn', 'Vatn', 'nn'],
  [{ nb: 'Vann', en: 'Water' }, 'nn', 'Vann', 'nb'],
  [{ nn: 'Vatn', en: 'Water' }, 'nb', 'Vatn', 'nn'],
  [{ nn: 'Vatn' }, 'en', 'Vatn', 'nn'],
  [{ nb: '  ', en: 'Water' }, 'nb', 'Water', 'en'],
  [{ sv: 'Vatten' }, 'nb', 'Vatten', 'sv'],
  [{}, 'nb', '', 'nb'],
] as const)('%j in %s is %j, in %s', (texts, wanted, text, language) => {
  expect(localText(texts as Readonly<Record<string, string>>, wanted)).toEqual({ text, language })
})

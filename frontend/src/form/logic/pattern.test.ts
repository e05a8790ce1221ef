import { describe, expect, test } from 'vitest'
import { pattern } from './pattern'

describe('a pattern matches what it matches on the server', () => {
  const rows: [source: string, text: string, holds: boolean][] = [
    ['^[0-9]{4}$', '3324', true],
    ['^[0-9]{4}$', '33240', false],
    ['^\\d+$', '٣', false],
    ['\\s', '\u00a0', false],
    ['[^\\S\\n]', ' ', true],
    ['(?i)^gol$', 'GOL', true],
    ['(?s)a.b', 'a\nb', true],
    ['a.b', 'a\nb', false],
    ['a.b', 'a\rb', true],
    ['^.$', '😀', true],
    ['(?m)^b$', 'a\nb\nc', true],
    ['(?m)^b', 'a\rb', false],
    ['^(?P<year>\\d{4})-', '2026-11', true],
    ['\\Aab\\z', 'ab', true],
    ['^\\p{L}+$', 'Åløøy', true],
    ['^\\pL+$', 'Ål', true],
    ['^\\P{L}$', 'a', false],
    ['^\\p{Greek}$', 'λ', true],
    ['^[[:alpha:]_-]+$', 'a-b_c', true],
    ['^[\\w.+-]+@[\\w-]+\\.\\w+$', 'post@gol.no', true],
    ['^\\Q1+1\\E$', '1+1', true],
    ['^\\x{41}\\x42\\103$', 'ABC', true],
    ['^a{,2}$', 'a{,2}', true],
    ['^\\-\\#\\@\\/$', '-#@/', true],
    ['^[\\-\\]a]+$', '-]a', true],
    ['^[]a]+$', ']a', true],
    ['^[^]a]+$', 'b', true],
    ['}', '}', true],
    ['^a|b$', 'xb', true],
  ]
  test.each(rows)('%s on %j: %j', (source, text, holds) => {
    expect(pattern(source).test(text)).toBe(holds)
  })
})

test.each(['(?=a)', '(?!a)', '(?<=a)b', '(a)\\1', '\\8', '[[:nonsense:]]', '(', 'a**', '[b-a]'])('%s is none', (source) => {
  expect(() => pattern(source)).toThrow(SyntaxError)
})

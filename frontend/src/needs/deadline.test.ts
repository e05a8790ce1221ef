import { beforeAll, expect, test } from 'vitest'
import { loadLanguage } from '~/i18n'
import { deadlineDate, deadlineText } from './deadline'

beforeAll(() => loadLanguage('nb'))

test('a deadline says how far away it is when that is soon', () => {
  expect(deadlineText('2026-12-24', '2026-11-23')).toBe('Frist 24. desember 2026, om 31 dager')
  expect(deadlineText('2026-11-24', '2026-11-23')).toBe('Frist 24. november 2026, om 1 dag')
  expect(deadlineText('2026-11-23', '2026-11-23')).toBe('Frist i dag, 23. november 2026')
  expect(deadlineText('2027-06-01', '2026-11-23')).toBe('Frist 1. juni 2027')
  expect(deadlineText('2026-11-22', '2026-11-23')).toBe('Fristen gikk ut 22. november 2026')
  expect(deadlineText(undefined)).toBe('Ingen frist satt')
})

test('beside a heading the word is left out', () => {
  expect(deadlineDate('2026-12-24', '2026-11-23')).toBe('24. desember 2026')
  expect(deadlineDate('2026-11-22', '2026-11-23')).toBe('22. november 2026 (gikk ut)')
  expect(deadlineDate(undefined)).toBe('Ikke satt')
})

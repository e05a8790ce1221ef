import { expect, test } from 'vitest'
import { loadLanguage } from '~/i18n'
import type { Item } from './form'
import type { Place } from './field/place'
import { valueText } from './valueText'

const place = { form: { id: 'f', version: '1', title: {}, languages: ['nb'], items: [], lists: { fuels: [{ name: 'sun', label: { nb: 'Sol' } }] } }, language: 'nb' } as unknown as Place

test('the choice that is not in the list is read by its words', async () => {
  await loadLanguage('nb')
  const one: Item = { kind: 'choice', name: 'fuel', list: 'fuels', other: true }
  expect(valueText(place, one, 'other')).toBe('Annet')
  expect(valueText(place, { ...one, kind: 'choices' }, ['sun', 'other'])).toBe('Sol og Annet')
  expect(valueText(place, { ...one, other: false }, 'other')).toBe('other')
})

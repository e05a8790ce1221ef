import { expect, test } from 'vitest'
import { loadLanguage } from '~/i18n'
import { faultAt, placeIn } from './faultPlace'

test('a fault of a form says where in the file it stands, as far as that is known', async () => {
  await loadLanguage('nn')
  expect(faultAt('survey.3.name', 'Feil')).toBe('survey, rad 3, name: Feil')
  expect(faultAt('survey.3.label::English (en.)', 'Feil')).toBe('survey, rad 3, label::English (en.): Feil')
  expect(faultAt('survey-3-name', 'Feil')).toBe('survey, rad 3, name: Feil')
  expect(faultAt('choices.list_name', 'Feil')).toBe('choices, list_name: Feil')
  expect(faultAt('survey', 'Feil')).toBe('survey: Feil')
  expect(faultAt('file', 'Feil')).toBe('Feil')
  expect(faultAt('', 'Feil')).toBe('Feil')
  expect(placeIn('settings', 0, '')).toBe('settings')
})

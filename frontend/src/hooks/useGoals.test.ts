import { beforeEach, expect, test } from 'vitest'
import { loadLanguage } from '~/i18n'
import { type Goal, goalName, targetName } from './useGoals'

beforeEach(() => loadLanguage('nb'))

const goals: Goal[] = [{ number: 6, name: 'Rent vann', description: '', colour: '#26bde2', targets: [{ code: '6.4', label: 'Bruke vannet bedre' }] }]

test('a goal is named, and has its number until the names are here', () => {
  expect([goalName(goals, 6), goalName(undefined, 6)]).toEqual(['Rent vann', '6'])
})

test('a target is named, or said to be one in the language of the page', async () => {
  expect(targetName(goals, '6.4')).toBe('6.4 Bruke vannet bedre')
  expect([targetName(goals, '6.9'), targetName(undefined, '6.4')]).toEqual(['delmål 6.9', 'delmål 6.4'])
  await loadLanguage('en')
  expect(targetName(goals, '6.9')).toBe('target 6.9')
})

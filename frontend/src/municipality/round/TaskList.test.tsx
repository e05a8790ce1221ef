import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { navigate } from '~/app/location'
import { find, render } from '~/testing/render'
import { Faults } from './Faults'
import { TaskList } from './TaskList'

let clear = () => undefined as void
beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  Element.prototype.scrollIntoView = () => undefined
  navigate('/municipality', { replace: true, language: 'nb' })
})
afterEach(() => clear())

test('each goal is one link, with its state in words and the figures that wait', async () => {
  const section = { questions: 3, leftOut: false }
  const drawn = await render(
    <TaskList
      responseId="r1"
      mayEdit
      sections={[
        { ...section, goal: 1, name: 'Utrydde fattigdom', state: 'complete', answered: 3, unconfirmed: 0 },
        { ...section, goal: 3, name: 'God helse', state: 'in_progress', answered: 1, unconfirmed: 2, waiting: 1 },
        { ...section, goal: 14, name: 'Livet i havet', state: 'left_out', answered: 0, unconfirmed: 3, leftOut: true },
        { ...section, goal: 15, name: 'Livet på land', state: 'not_started', answered: 0, unconfirmed: 0, questions: 0 },
      ]}
    />,
  )
  clear = drawn.clear
  const rows = [...drawn.root.querySelectorAll('li')].map((row) => row.textContent ?? '')
  expect(rows).toHaveLength(4)
  expect(rows[0]).toContain('Ferdig')
  expect(rows[1]).toContain('Under arbeid')
  expect(rows[1]).toContain('1 av 3 besvart')
  expect(rows[1]).toContain('2 tall å bekrefte')
  expect(rows[1]).toContain('Må ses på: 1')
  expect(rows[0]).not.toContain('Må ses på')
  expect(rows[2]).toContain('Utelatt')
  expect(rows[2]).not.toContain('å bekrefte')
  expect(rows[2]).not.toContain('besvart')
  expect(rows[3]).toContain('Bare valgfrie spørsmål')
  expect([...drawn.root.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['/nb/municipality/rounds/r1/goals/1', '/nb/municipality/rounds/r1/goals/3', '/nb/municipality/rounds/r1/goals/14', '/nb/municipality/rounds/r1/goals/15'])
  expect([...drawn.root.querySelectorAll('a')].map((link) => link.textContent)).toEqual(['Svar på Utrydde fattigdom', 'Svar på God helse', 'Les Livet i havet', 'Svar på Livet på land'])
})

test('what is left leads to its question, and becomes an error only after a try to send', async () => {
  const faults = [{ code: '1.2-lowinc', goal: 1, message: 'Ikke besvart.' }]
  const names = new Map([['1.2-lowinc', 'Vedvarende lavinntekt']])
  const drawn = await render(<Faults responseId="r1" faults={faults} names={names} attempt={0} />)
  clear = drawn.clear
  expect(drawn.root.querySelector('.ds-error-summary')).toBeNull()
  expect(drawn.root.querySelector('a')?.getAttribute('href')).toBe('/nb/municipality/rounds/r1/goals/1')
  expect(find(drawn.root, 'a').textContent).toBe('Mål 1: 1 spørsmål')
  await drawn.redraw(<Faults responseId="r1" faults={faults} names={names} attempt={1} />)
  expect(document.activeElement).toBe(find(drawn.root, '.ds-error-summary'))
  expect(find(drawn.root, 'a').getAttribute('href')).toBe('/nb/municipality/rounds/r1/goals/1?question=1.2-lowinc&from=check')
})

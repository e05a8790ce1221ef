import type { ComponentChild } from 'preact'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadLanguage } from '~/i18n'
import { aCell, aGoalCell, anIndicator } from '~/testing/region'
import { render } from '~/testing/render'
import { Figure, formatBounds, formatScore, GoalBand } from './figure'
import type { Cell } from './types'

const indicator = anIndicator()
let clear = () => undefined as void
beforeEach(() => loadLanguage('nb'))
afterEach(() => clear())

const shown = async (what: ComponentChild) => {
  const drawn = await render(what)
  const text = drawn.root.textContent
  clear = drawn.clear
  return text
}

describe('a figure', () => {
  test('that answers yes, partly or no is a word', async () => {
    const yesNo = anIndicator({ type: 'yes_partly_no', unit: 'ja/delvis/nei', decimals: 0 })
    expect(await shown(<Figure cell={aCell({ value: 50 })} indicator={yesNo} />)).toBe('Delvis 2025')
    expect(formatBounds({ lower: 0, optimum: 100 }, yesNo)).toBe('Nei gir 0 poeng, ja gir 100')
  })

  test('of points has one decimal', () => {
    expect(formatScore(61.25)).toBe('61,3')
  })

  test('that is confirmed stands alone; one from statistics and an uncertain one say so', async () => {
    expect(await shown(<Figure cell={aCell()} indicator={indicator} />)).toBe('92,3\u00a0% 2025')
    clear()
    expect(await shown(<Figure cell={aCell({ confirmed: false, uncertain: true })} indicator={indicator} />)).toBe('92,3\u00a0% 2025 Usikker Fra statistikk, ikke bekreftet')
  })

  test('that is missing says why, and is never a number', async () => {
    const words = new Set<string>()
    for (const state of ['suppressed', 'no_data', 'not_applicable', 'declined', 'not_answered', 'left_out', 'withheld'] satisfies Cell['state'][]) {
      const text = await shown(<Figure cell={aCell({ state, value: 0 })} indicator={indicator} />)
      expect(text).not.toMatch(/\d/)
      words.add(text)
      clear()
    }
    expect(words.size).toBe(7)
  })
})

test('bounds name the unit once when it is long, and say when there are none', () => {
  expect(formatBounds({ lower: 40, optimum: 100 }, indicator)).toBe('40,0\u00a0% gir 0 poeng, 100,0\u00a0% gir 100')
  expect(formatBounds({ lower: 6, optimum: 0 }, { unit: 'per 10 000 innbyggere', decimals: 0 })).toBe('6 gir 0 poeng, 0 gir 100 (per 10 000 innbyggere)')
  expect(formatBounds({ optimum: 0 }, indicator)).toContain('uten farge')
  expect(formatBounds({ lower: 50, optimum: 0 }, anIndicator({ direction: 'middle', decimals: 0 }))).toBe('50 prosentpoeng fra midten gir 0 poeng, 0 prosentpoeng gir 100')
})

test('a goal without enough figures gets no band', async () => {
  expect(await shown(<GoalBand cell={aGoalCell()} />)).toBe('Et stykke unna')
  clear()
  expect(await shown(<GoalBand cell={aGoalCell({ covered: false })} />)).toBe('For få tall til å sammenlignes')
  clear()
  expect(await shown(<GoalBand cell={aGoalCell({ leftOut: true })} />)).toBe('Utelatt av kommunen')
})

import { expect, test } from 'vitest'
import { behindPeers, type Compared, furthest } from './rank'

function compared(code: string, some: { state?: Compared['cell']['state']; score?: number; better?: number; units?: number }): Compared {
  const { state = 'value', score, better, units = 6 } = some
  return {
    indicator: { code, goal: 1, target: '1.2', name: code, unit: '%', decimals: 1, direction: 'lower', type: 'percent', scored: score !== undefined },
    cell: { state, confirmed: true, uncertain: false, imputed: false, colour: 'grey', band: 'none', ...(score === undefined ? {} : { score }) },
    bounds: { basis: 'none', note: '' },
    units,
    ...(better === undefined ? {} : { better }),
  }
}
const codes = (list: Compared[]) => list.map(({ indicator }) => indicator.code)

test('furthest from the target: lowest score first; those reached, unscored or without a figure are not there', () => {
  const list = [compared('reached', { score: 95 }), compared('zero', { score: 0 }), compared('half', { score: 50 }), compared('unscored', {}), compared('missing', { state: 'no_data', score: 1 })]
  expect(codes(furthest(list, 5))).toEqual(['zero', 'half'])
  expect(codes(furthest(list, 1))).toEqual(['zero'])
})

test('behind the others: by the share that is better, whatever the score', () => {
  const list = [compared('all of few', { better: 2, units: 3, score: 99 }), compared('most of many', { better: 4, units: 6 }), compared('first', { better: 0 }), compared('alone', { better: 0, units: 1 }), compared('missing', { state: 'suppressed', better: 3 })]
  expect(codes(behindPeers(list, 5))).toEqual(['all of few', 'most of many'])
})

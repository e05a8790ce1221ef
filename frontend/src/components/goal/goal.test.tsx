import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { find, render } from '~/testing/render'
import { GoalBadge } from './GoalBadge'

const css = readFileSync('src/components/goal/goal.css', 'utf8')

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((i) => {
    const v = parseInt(hex.slice(i, i + 2), 16) / 255
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

test.each(Array.from({ length: 17 }, (_, i) => i + 1))('the number of goal %i can be read on its colour', (goal) => {
  const rule = new RegExp(`\\.goal--${goal} \\{\\s*--goal: #([0-9a-f]{6});\\s*--goal-ink: #([0-9a-f]{6});`).exec(css)
  expect(contrast(rule?.[1] ?? 'ffffff', rule?.[2] ?? 'ffffff')).toBeGreaterThanOrEqual(4.5)
})

describe('GoalBadge', () => {
  let clear = () => undefined as void
  afterEach(() => clear())

  test('beside its name is read once, number first', async () => {
    const drawn = await render(<GoalBadge goal={6} name="Rent vann" />)
    clear = drawn.clear
    expect(find(drawn.root, '.goal__square').getAttribute('aria-hidden')).toBe('true')
    expect(find(drawn.root, '.goal__name').textContent).toBe('6 Rent vann')
  })

  test('alone has the words it is given', async () => {
    const drawn = await render(<GoalBadge goal={6} label="Mål 6" />)
    clear = drawn.clear
    expect(find(drawn.root, '[role=img]').getAttribute('aria-label')).toBe('Mål 6')
  })
})

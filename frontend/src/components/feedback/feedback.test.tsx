import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem, type ProblemKind } from '~/api'
import { loadLanguage } from '~/i18n'
import { find, press, render } from '~/testing/render'
import { FailedState, problemText } from './States'

let clear = () => undefined as void
beforeEach(() => loadLanguage('nb'))
afterEach(() => clear())

const problem = (kind: ProblemKind, detail = '', requestId = '') => new Problem(kind, 0, '', 'Tittel', detail, [], undefined, requestId)

describe('problemText', () => {
  test.each(['invalid', 'conflict', 'denied'] as const)('of %s is the server’s, which knows the rule', (kind) => {
    expect(problemText(problem(kind, 'Runden er lukket'))).toBe('Runden er lukket')
    expect(problemText(problem(kind))).toBe('Tittel')
  })
  test('of the rest is ours, which says what is safe', () => {
    expect(problemText(problem('unavailable', 'pq: connection refused'))).toContain('trygt')
    expect(problemText(problem('other', 'nil pointer'))).not.toContain('nil')
  })
})

describe('FailedState', () => {
  test('says what to refer to and offers another try', async () => {
    const retry = vi.fn()
    const drawn = await render(<FailedState problem={problem('unavailable', '', 'r-7')} onRetry={retry} />)
    clear = drawn.clear
    expect(find(drawn.root, '[role=alert]').textContent).toContain('r-7')
    await press(find(drawn.root, 'button'))
    expect(retry).toHaveBeenCalledOnce()
  })
  test.each(['notFound', 'denied'] as const)('offers no other try for %s', async (kind) => {
    const drawn = await render(<FailedState problem={problem(kind)} onRetry={() => undefined} />)
    clear = drawn.clear
    expect(drawn.root.querySelector('button')).toBeNull()
  })
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { navigate } from '~/app/location'
import { render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { aGoal, anAnswer, aQuestion, aResponse } from '../testing'
import GoalPage from './GoalPage'

const { id } = aResponse()
const own = { form: { id: 'f', version: '1', title: {}, languages: ['nb'], items: [{ kind: 'text', name: 'plan', label: { nb: 'Plan' }, goal: 1 }] }, entries: [], files: [] }
let clear = () => undefined as void
beforeEach(async () => {
  await import('~/form/logic/evaluate')
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  Element.prototype.scrollIntoView = () => undefined
})
afterEach(() => {
  clear()
  navigate('/', { replace: true })
  vi.unstubAllGlobals()
})

test.each(['1.2-lowinc', 'plan'])('a link to %s leads to it, also where it is only read', async (code) => {
  serve({ [`GET /responses/${id}/goals/1`]: () => json({ ...aGoal([{ question: aQuestion(), answer: anAnswer({ value: 7.4 }) }], { editable: false }), own }) })
  navigate(`/municipality/rounds/${id}/goals/1?question=${code}`, { replace: true, language: 'nb' })
  const drawn = await render(<GoalPage params={{ id, n: '1' }} />)
  clear = drawn.clear
  await settle()
  await settle()
  expect(document.activeElement?.id).toBe(`answer-${code}`)
})

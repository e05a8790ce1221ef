import { beforeEach, expect, test, vi } from 'vitest'
import { serve } from '~/testing/server'
import { api, call } from '~/api'
import { keep, kept } from './keep'
import { forgetSession, joinWindows, setSession } from './session'

const person = (id: string) => ({ signedIn: true, person: { id, name: 'Rådgiver' }, roles: [], organisations: [], demo: false })
const told: string[] = []
let hear: (event: { data: string }) => void = () => undefined

beforeEach(() => {
  sessionStorage.clear()
  told.length = 0
  joinWindows({ postMessage: (who: string) => told.push(who), addEventListener: (_: string, listener: unknown) => void (hear = listener as typeof hear) })
})

test('other windows are told who signs in and that somebody signs out', () => {
  setSession(person('a'))
  forgetSession()
  expect(told).toEqual(['a', ''])
})

test('another person in another window ends this one before it sends in their name', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined)
  const { requests } = serve({})
  hear({ data: 'b' })
  expect(reload).not.toHaveBeenCalled() // nobody's window has nothing to lose
  setSession(person('a'))
  keep('answer', 1)
  hear({ data: 'a' })
  expect(reload).not.toHaveBeenCalled()
  hear({ data: 'b' })
  expect(reload).toHaveBeenCalledOnce()
  expect(kept('answer')).toBeUndefined()
  await expect(call(api.GET('/session'), { quiet: true })).rejects.toThrow()
  expect(requests).toHaveLength(0)
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keep, keepFor, kept, unkeep } from './keep'
import { endSession, forgetSession, setSession } from './session'

beforeEach(() => sessionStorage.clear())
afterEach(() => vi.restoreAllMocks())

const signedIn = (id: string) => setSession({ signedIn: true, person: { id, name: 'Rådgiver' }, roles: [], organisations: [], demo: false })

test('what is kept is found again by the same person, until it is dropped', () => {
  signedIn('a')
  keep('answer', { value: 8.1 })
  signedIn('a')
  expect(kept('answer')).toEqual({ value: 8.1 })
  unkeep('answer')
  expect(kept('answer')).toBeUndefined()
})

test('a session that ran out keeps it, signing out and another person do not', () => {
  signedIn('a')
  keep('answer', 1)
  setSession({ signedIn: false, roles: [], organisations: [], demo: false })
  endSession()
  expect(kept('answer')).toBe(1)
  signedIn('b')
  expect(kept('answer')).toBeUndefined()
  keep('answer', 2)
  forgetSession()
  expect(kept('answer')).toBeUndefined()
  expect(sessionStorage).toHaveLength(0)
})

test('other things in the storage stay, and a closed storage is no error', () => {
  sessionStorage.setItem('other', 'x')
  keepFor('a')
  keepFor('b')
  expect(sessionStorage.getItem('other')).toBe('x')
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new Error('closed')
  })
  expect(kept('answer')).toBeUndefined()
  expect(() => keepFor('c')).not.toThrow()
})

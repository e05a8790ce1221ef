import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '~/api'
import { createSaver, type Saver, type SendOptions } from './saver'

type Call = [key: string, value: string, options: SendOptions]
type Server = (...call: Call) => Promise<{ etag: string | null }>

const offline = () => new Problem('offline', 0, '', '')
const stale = (value: string, version: number) => new Problem('stale', 412, 'stale', '', '', [], { value, version })

let saver: Saver<string>
let answers: Server[]
const send = vi.fn<Server>((...call) => (answers.shift() ?? (() => Promise.resolve({ etag: '"1"' })))(...call))
const ok = (etag: string): Server => () => Promise.resolve({ etag })
const refuse = (problem: Problem): Server => () => Promise.reject(problem)

beforeEach(() => {
  vi.useFakeTimers()
  answers = []
  send.mockClear()
  saver = createSaver<string>({
    send,
    current: (problem) => {
      const { value, version } = problem.current as { value: string; version: number }
      return { value, etag: `"${version}"` }
    },
    onChange: () => undefined,
  })
})
afterEach(() => {
  vi.useRealTimers()
})

test('saves once, a while after the last key', async () => {
  saver.change('a', '1')
  await vi.advanceTimersByTimeAsync(500)
  saver.change('a', '12')
  await vi.advanceTimersByTimeAsync(500)
  expect(send).not.toHaveBeenCalled()
  expect(saver.unsaved()).toBe(true)
  await vi.advanceTimersByTimeAsync(500)
  expect(send).toHaveBeenCalledTimes(1)
  expect(send.mock.calls[0]?.slice(0, 2)).toEqual(['a', '12'])
  expect(saver.state()).toMatchObject({ kind: 'saved' })
  expect(saver.unsaved()).toBe(false)
})

test('what is withdrawn before it was sent is not sent, and what follows is', async () => {
  saver.change('a', '3')
  saver.withdraw('a')
  await vi.advanceTimersByTimeAsync(2000)
  expect(send).not.toHaveBeenCalled()
  expect(saver.unsaved()).toBe(false)
  saver.change('a', '3,4')
  await saver.leave()
  expect(send.mock.calls.map(([, value]) => value)).toEqual(['3,4'])
})

test('saves at once when the field is left', async () => {
  saver.change('a', '1')
  await saver.leave()
  expect(send).toHaveBeenCalledTimes(1)
})

test('sends nothing for a value that is there already', async () => {
  saver.loaded('a', '1', '"4"')
  saver.change('a', '12')
  saver.change('a', '1')
  await saver.leave()
  expect(send).not.toHaveBeenCalled()
  expect(saver.state()).toEqual({ kind: 'idle' })
})

test('leaving a field with nothing to save is not saving', async () => {
  const left = saver.leave()
  expect(saver.unsaved()).toBe(false)
  expect(saver.state()).toEqual({ kind: 'idle' })
  await left
})

test('builds each edit on the version that the one before gave', async () => {
  saver.loaded('a', '', '"4"')
  answers = [ok('"5"'), ok('"6"')]
  saver.change('a', '1')
  await saver.leave()
  saver.change('a', '2')
  await saver.leave()
  expect(send.mock.calls.map(([, , { etag }]) => etag)).toEqual(['"4"', '"5"'])
})

test('what is typed while it saves is saved after', async () => {
  let finish: (answer: { etag: string }) => void = () => undefined
  answers = [() => new Promise((done) => (finish = done)), ok('"2"')]
  saver.change('a', '1')
  const left = saver.leave()
  saver.change('a', '12')
  expect(saver.state()).toEqual({ kind: 'saving' })
  finish({ etag: '"1"' })
  await left
  expect(send.mock.calls.map(([, value]) => value)).toEqual(['1', '12'])
  expect(saver.unsaved()).toBe(false)
})

test('going back to the old value while the new one is under way sends it too', async () => {
  saver.loaded('a', 'old', '"1"')
  let finish: (answer: { etag: string }) => void = () => undefined
  answers = [() => new Promise((done) => (finish = done)), ok('"3"')]
  saver.change('a', 'new')
  const left = saver.leave()
  saver.change('a', 'old')
  finish({ etag: '"2"' })
  await left
  expect(send.mock.calls.map(([, value]) => value)).toEqual(['new', 'old'])
})

describe('without network', () => {
  test('keeps everything, says so, and saves all when it is back, with the same keys', async () => {
    answers = [refuse(offline())]
    saver.change('a', '1')
    await saver.leave()
    expect(saver.state()).toEqual({ kind: 'offline' })
    saver.change('b', '2')
    expect(saver.unsaved()).toBe(true)
    saver.setOnline(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(send.mock.calls.map(([key, value]) => key + value)).toEqual(['a1', 'a1', 'b2'])
    expect(send.mock.calls[1]?.[2].idempotencyKey).toBe(send.mock.calls[0]?.[2].idempotencyKey)
    expect(saver.state()).toMatchObject({ kind: 'saved' })
  })

  test('tries again by itself, with longer and longer waits', async () => {
    answers = [refuse(offline()), refuse(offline())]
    saver.change('a', '1')
    await saver.leave()
    await vi.advanceTimersByTimeAsync(2000)
    expect(send).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(3999)
    expect(send).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(send).toHaveBeenCalledTimes(3)
    expect(saver.state()).toMatchObject({ kind: 'saved' })
  })

  test.each([
    ['unavailable', 503],
    ['other', 429],
    ['other', 408],
  ] as const)('waits as long as a busy server asks for: %s %i', async (kind, status) => {
    answers = [refuse(new Problem(kind, status, 'unavailable', '', '', [], undefined, '', 7))]
    saver.change('a', '1')
    await saver.leave()
    expect(saver.state()).toEqual({ kind: 'failed' })
    await vi.advanceTimersByTimeAsync(6999)
    expect(send).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(saver.state()).toMatchObject({ kind: 'saved' })
  })

  test('a lost answer is not taken for somebody else: the version is caught up with', async () => {
    saver.loaded('a', '', '"1"')
    answers = [refuse(offline()), refuse(stale('1', 2)), ok('"3"')]
    saver.change('a', '1')
    await saver.leave()
    saver.change('a', '12')
    saver.setOnline(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(saver.conflicts().size).toBe(0)
    expect(send.mock.calls.at(-1)).toMatchObject(['a', '12', { etag: '"2"' }])
    expect(saver.unsaved()).toBe(false)
  })
})

describe('somebody else was first', () => {
  beforeEach(async () => {
    saver.loaded('a', 'old', '"1"')
    answers = [refuse(stale('theirs', 2)), ok('"3"')]
    saver.change('a', 'mine')
    await saver.leave()
  })

  test('both values stand, and nothing is sent until one is chosen', async () => {
    expect(saver.state()).toEqual({ kind: 'conflict' })
    expect(saver.conflicts().get('a')).toMatchObject({ mine: 'mine', theirs: 'theirs' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(send).toHaveBeenCalledTimes(1)
  })

  test('mine: sent on top of their version', async () => {
    expect(saver.resolve('a', 'mine')).toBe('mine')
    await vi.advanceTimersByTimeAsync(0)
    expect(send.mock.calls[1]).toMatchObject(['a', 'mine', { etag: '"2"' }])
    expect(saver.unsaved()).toBe(false)
  })

  test('theirs: nothing is sent, and the next edit builds on it', async () => {
    expect(saver.resolve('a', 'theirs')).toBe('theirs')
    await saver.leave()
    expect(send).toHaveBeenCalledTimes(1)
    saver.change('a', 'later')
    await saver.leave()
    expect(send.mock.calls[1]).toMatchObject(['a', 'later', { etag: '"2"' }])
  })

  test('other fields go on', async () => {
    answers = [ok('"1"')]
    saver.change('b', '1')
    await saver.leave()
    expect(send.mock.calls[1]?.slice(0, 2)).toEqual(['b', '1'])
  })
})

test('a value that is refused stays with its reason until it is changed; others go on', async () => {
  answers = [refuse(new Problem('invalid', 422, 'invalid', '', 'For stort')), ok('"1"'), ok('"1"')]
  saver.change('a', '999')
  saver.change('b', '1')
  await saver.leave()
  expect(saver.problems().get('a')?.detail).toBe('For stort')
  expect(saver.state()).toEqual({ kind: 'refused' })
  expect(send.mock.calls.map(([key]) => key)).toEqual(['a', 'b'])
  saver.change('a', '99')
  expect(saver.problems().size).toBe(0)
  await saver.leave()
  expect(saver.state()).toMatchObject({ kind: 'saved' })
})

const failed = () => refuse(new Problem('other', 500, 'internal', 'Noe gikk galt'))

test('a server that stumbles is tried again', async () => {
  answers = [failed(), failed(), ok('"1"')]
  saver.change('a', '1')
  await saver.leave()
  expect(saver.state()).toEqual({ kind: 'failed' })
  await vi.advanceTimersByTimeAsync(6000)
  expect(saver.state()).toMatchObject({ kind: 'saved' })
})

test('one that fails at a value every time says so, and the others go on', async () => {
  answers = [failed(), failed(), failed(), failed(), ok('"1"')]
  saver.change('a', '1')
  saver.change('b', '2')
  await saver.leave()
  await vi.advanceTimersByTimeAsync(14_000)
  expect(send.mock.calls.map(([key]) => key)).toEqual(['a', 'a', 'a', 'a', 'b'])
  expect(saver.problems().get('a')?.title).toBe('Noe gikk galt')
  expect(saver.state()).toEqual({ kind: 'refused' })
})

test('what is changed after that is saved by itself again', async () => {
  answers = [failed(), failed(), failed(), failed(), ok('"1"')]
  saver.change('a', '1')
  await saver.leave()
  await vi.advanceTimersByTimeAsync(14_000)
  expect(saver.state()).toEqual({ kind: 'refused' })
  saver.change('a', '2')
  await vi.advanceTimersByTimeAsync(2000)
  expect(saver.state()).toMatchObject({ kind: 'saved' })
})

test('an ended session loses nothing: it waits and goes on after signing in again', async () => {
  answers = [refuse(new Problem('unauthenticated', 401, 'unauthenticated', ''))]
  saver.change('a', '1')
  await saver.leave()
  expect(saver.state()).toEqual({ kind: 'signedOut' })
  expect(saver.unsaved()).toBe(true)
  await saver.leave()
  expect(send.mock.calls.map(([, value]) => value)).toEqual(['1', '1'])
  expect(saver.state()).toMatchObject({ kind: 'saved' })
})

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '~/api'
import { render } from '~/testing/render'
import { act } from 'preact/test-utils'
import { fieldId, type Form, useForm } from './useForm'

let form: Form
let clear = () => undefined as void
function Holder() {
  form = useForm()
  return null
}

beforeEach(async () => {
  clear = (await render(<Holder />)).clear
})
afterEach(() => clear())

const send = async (...args: Parameters<Form['send']>) => {
  let result: boolean | undefined
  await act(async () => {
    result = await form.send(...args)
  })
  return result
}

test.each([
  ['email', 'email'],
  ['/email', 'email'],
  ['#/contact/email', 'contact-email'],
  ['parts[0].value', 'parts-0-value'],
])('the field %s is the control %s', (field, id) => {
  expect(fieldId(field)).toBe(id)
})

describe('useForm', () => {
  test('sends nothing while its own check finds errors', async () => {
    const action = vi.fn()
    expect(await send({}, action, () => [{ field: 'name', message: 'Skriv et navn' }])).toBe(false)
    expect(action).not.toHaveBeenCalled()
    expect(form.error('name')).toBe('Skriv et navn')
    expect(form.attempt).toBe(1)
  })

  test('shows what the server refuses, at its field', async () => {
    const problem = new Problem('invalid', 422, 'invalid', '', '', [{ field: '/email', message: 'Skriv en e-postadresse' }])
    expect(await send({}, () => Promise.reject(problem))).toBe(false)
    expect(form.errors).toEqual([{ field: 'email', message: 'Skriv en e-postadresse' }])
  })

  test('shows a problem without fields for the form as a whole', async () => {
    await send({}, () => Promise.reject(new Problem('conflict', 409, 'round_closed', 'Runden er lukket', 'Be om at den åpnes')))
    expect(form.errors).toEqual([{ field: '', message: 'Be om at den åpnes' }])
  })

  test('keeps the key while the same is tried again, and takes a new one for something else', async () => {
    const keys: string[] = []
    const lost = (_: unknown, key: string) => {
      keys.push(key)
      return Promise.reject(new Problem('offline', 0, '', ''))
    }
    await send({ name: 'a' }, lost)
    await send({ name: 'a' }, lost)
    await send({ name: 'b' }, lost)
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })

  test('takes a new key after success, and forgets the errors', async () => {
    const keys: string[] = []
    const done = async (_: unknown, key: string) => void keys.push(key)
    await send({}, done, () => [{ field: 'a', message: 'x' }])
    expect(await send({}, done)).toBe(true)
    expect(form.errors).toEqual([])
    await send({}, done)
    expect(keys[1]).not.toBe(keys[0])
  })

  test('a second press while it sends does nothing', async () => {
    let finish: () => void = () => undefined
    const action = vi.fn(() => new Promise<void>((done) => (finish = done)))
    let first: Promise<boolean> | undefined
    await act(async () => {
      first = form.send({}, action)
      await Promise.resolve()
    })
    expect(form.busy).toBe(true)
    expect(await form.send({}, action)).toBe(false)
    await act(async () => {
      finish()
      expect(await first).toBe(true)
    })
    expect(action).toHaveBeenCalledOnce()
    expect(form.busy).toBe(false)
  })
})

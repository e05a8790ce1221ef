import { useState } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { find, press, render, type as typeInto } from '~/testing/render'
import type { Form } from '../form'
import { FormEditor, type FormEditorProps } from './FormEditor'

let root: HTMLElement
let clear = () => undefined as void
let form: Form
afterEach(() => clear())

const empty: Form = { id: 'f', version: '1', title: { nb: 'Energi' }, languages: ['nb', 'en'], items: [] }

async function draw(start: Form, faults: FormEditorProps['faults'] = []) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"items":[]}', { headers: { 'Content-Type': 'application/json' } })))
  function Edited() {
    const [value, setValue] = useState(start)
    form = value
    return <FormEditor form={value} onChange={setValue} faults={faults} indicators={[]} />
  }
  const drawn = await render(<Edited />)
  ;({ root, clear } = drawn)
}

const field = <E extends HTMLElement = HTMLInputElement>(id: string) => find<E>(root, `#${id}`)
const choose = (id: string, value: string) =>
  act(async () => {
    const select = field<HTMLSelectElement>(id)
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
const leave = (id: string) =>
  act(async () => {
    field(id).dispatchEvent(new FocusEvent('blur'))
  })
const button = (name: string) => {
  const found = [...root.querySelectorAll<HTMLButtonElement>('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name)
  if (!found) throw new Error(`no button ${name}`)
  return found
}

async function add(kind: string, label: string, id: string, parent = '') {
  await choose(`${parent}add-kind`, kind)
  const adds = [...root.querySelectorAll<HTMLButtonElement>('.form-add button')]
  await press(adds.find((one) => one.parentElement?.querySelector('select')?.id === `${parent}add-kind`) as HTMLButtonElement)
  await typeInto(field(`${id}-label`), label)
  await leave(`${id}-label`)
}

test('a question is added, named after its text, and hangs on another one in plain words', async () => {
  await draw(empty)
  await add('yes_no', 'Har dere solceller?', 'items-0')
  await add('whole', 'Hvor mange?', 'items-1')
  expect(form.items.map(({ name, kind, label }) => [name, kind, label])).toEqual([
    ['har_dere_solceller', 'yes_no', { nb: 'Har dere solceller?' }],
    ['hvor_mange', 'whole', { nb: 'Hvor mange?' }],
  ])
  await press(field('items-1-shown-if'))
  await choose('items-1-visible-0-name', 'har_dere_solceller')
  expect(form.items[1]?.visible).toBeUndefined()
  await choose('items-1-visible-0-value', 'true')
  expect(form.items[1]?.visible).toBe('har_dere_solceller == true')
  await press(field('items-1-must-always'))
  expect(form.items[1]?.required).toBe('true')
  expect(form.items[1]).not.toHaveProperty('hint')
})

test('choices are written one by one, and keep their names when the text changes later', async () => {
  await draw(empty)
  await add('choice', 'Kilde', 'items-0')
  await press(button('Legg til et svar'))
  await typeInto(field('items-0-choice-0'), 'Bioenergi')
  await leave('items-0-choice-0')
  await press(button('Legg til et svar'))
  await typeInto(field('items-0-choice-0'), 'Biobrensel')
  await leave('items-0-choice-0')
  expect(form.lists?.[form.items[0]?.list ?? '']).toEqual([
    { name: 'bioenergi', label: { nb: 'Biobrensel' } },
    { name: 'q', label: {} },
  ])
})

test('items are moved and taken away by buttons, with a question first', async () => {
  await draw({ ...empty, items: [{ kind: 'text', name: 'a', label: { nb: 'Første' } }, { kind: 'group', name: 'g', label: { nb: 'Gruppe' }, items: [{ kind: 'text', name: 'b' }] }] })
  expect(button('Flytt Første opp').disabled).toBe(true)
  await press(button('Flytt Gruppe opp'))
  expect(form.items.map(({ name }) => name)).toEqual(['g', 'a'])
  await press(button('Fjern Gruppe'))
  expect(find(root, 'dialog[open]').textContent).toContain('ett spørsmål')
  expect(form.items).toHaveLength(2)
  await press(find(root, 'dialog[open] .actions button'))
  expect(form.items.map(({ name }) => name)).toEqual(['a'])
  await add('whole', 'I ny gruppe', 'items-1')
})

test('texts are written in one language at a time, beside the first one', async () => {
  await draw({ ...empty, items: [{ kind: 'text', name: 'a', label: { nb: 'Første' } }] })
  await choose('writing', 'en')
  expect(find(root, '.ds-alert').textContent).toContain('2 tekster mangler på engelsk')
  await press(button('Endre Første'))
  expect(field('items-0-label').getAttribute('aria-describedby')).toBe('items-0-label-help')
  expect(find(root, '#items-0-label-help').textContent).toBe('På bokmål: Første')
  await typeInto(field('items-0-label'), 'First')
  expect(form.items[0]?.label).toEqual({ nb: 'Første', en: 'First' })
})

test('a faulty item stands open, with what is wrong at the place; what lines can not show stays an expression', async () => {
  await draw({ ...empty, items: [{ kind: 'group', name: 'g', items: [{ kind: 'text', name: 'a', visible: 'foo(b) > 1.0' }] }] }, [{ path: 'items.0.items.0.visible', message: 'Ukjent funksjon' }])
  expect(root.querySelector('#items-0-label')).toBeNull()
  expect(field<HTMLTextAreaElement>('items-0-items-0-visible').value).toBe('foo(b) > 1.0')
  expect(find(root, '#items-0-items-0-visible-error').textContent).toContain('Ukjent funksjon')
})

test('a new name goes into the expressions', async () => {
  await draw({ ...empty, items: [{ kind: 'whole', name: 'a', label: { nb: 'A' } }, { kind: 'calculated', name: 'twice', label: { nb: 'B' }, calculate: 'a * 2.0' }] })
  await press(button('Endre A'))
  await typeInto(field('items-0-name'), 'twice')
  await leave('items-0-name')
  expect(form.items[0]?.name).toBe('a')
  expect(find(root, '#items-0-name-error').textContent).toContain('Velg et annet navn')
  await typeInto(field('items-0-name'), 'sol')
  await leave('items-0-name')
  expect(form.items.map(({ name, calculate }) => [name, calculate])).toEqual([
    ['sol', undefined],
    ['twice', 'sol * 2.0'],
  ])
})

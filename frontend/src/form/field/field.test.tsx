import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { find, press, render, settle, type as typeInto } from '~/testing/render'
import type { Form, Item, Kind } from '../form'
import { TryForm } from '../TryForm'

let root: HTMLElement
let clear = () => undefined as void
beforeEach(async () => {
  await import('../logic/evaluate')
})
afterEach(() => clear())

const lists = { fuels: ['bio', 'sol', 'vind'].map((name) => ({ name, label: { nb: name.toUpperCase(), ...(name === 'vind' ? {} : { en: `${name} energy` }) } })) }

async function draw(items: Item[], language = 'nb') {
  const form: Form = { id: 'f', version: '1', title: { nb: 'F' }, languages: ['nb'], items, lists }
  const drawn = await render(<TryForm form={form} language={language} />)
  ;({ root, clear } = drawn)
  await settle()
  await settle()
}

const button = (name: string) => {
  const found = [...root.querySelectorAll<HTMLButtonElement>('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name)
  if (!found) throw new Error(`no button ${name} among ${[...root.querySelectorAll('button')].map((one) => one.getAttribute('aria-label') ?? one.textContent).join(', ')}`)
  return found
}
const finish = () => press(button('Prøv å gjøre ferdig'))
const errors = () => [...root.querySelectorAll('.ds-error-summary li')].map((one) => one.textContent)
const item = (kind: Kind, name: string, some: Partial<Item> = {}): Item => ({ kind, name, ...(kind === 'scale' ? { min: 1, max: 5 } : {}), label: { nb: `Om ${name}` }, ...some })
const paste = (target: HTMLElement, text: string) =>
  act(async () => {
    const event = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(event, { clipboardData: { getData: () => text } })
    target.dispatchEvent(event)
  })

test('every kind has a field, with its label', async () => {
  const kinds: Kind[] = ['whole', 'decimal', 'percent', 'money', 'text', 'long_text', 'choice', 'choices', 'yes_no', 'date', 'time', 'year', 'scale', 'ranking', 'attachment', 'parts', 'note', 'repeat']
  await draw(kinds.map((kind) => item(kind, kind, { list: 'fuels', parts: [{ name: 'p', label: { nb: 'Del' } }], items: [item('text', 'inner')] })))
  for (const kind of kinds) expect(root.querySelector(`#try-${kind}`)?.closest('.form-items')?.textContent, kind).toContain(`Om ${kind}`)
})

test('what hangs on an answer comes and goes with it', async () => {
  await draw([item('yes_no', 'plant'), item('group', 'g', { visible: 'plant', items: [item('whole', 'many')] })])
  expect(root.querySelector('#try-many')).toBeNull()
  await press(find(root, '#try-plant-yes'))
  expect(find(root, '#try-g legend').textContent).toBe('Om g')
  find(root, '#try-many')
  await press(button('Fjern svaret'))
  expect(root.querySelector('#try-many')).toBeNull()
})

test('what is missing is marked only after trying to finish; what is wrong at once', async () => {
  await draw([item('whole', 'n', { required: 'true', constraint: 'value > 10.0', message: { nb: 'Skriv mer enn ti' } }), item('percent', 'p')])
  expect(root.querySelectorAll('.ds-validation-message')).toHaveLength(0)
  await finish()
  expect(errors()).toEqual(['Svar på «Om n»'])
  await typeInto(find<HTMLInputElement>(root, '#try-n'), '4')
  await typeInto(find<HTMLInputElement>(root, '#try-p'), '101')
  expect(errors()).toEqual(['Skriv mer enn ti', 'Skriv 100 eller mindre'])
  expect(find(root, '#try-p-error').textContent).toContain('Skriv 100 eller mindre')
  await typeInto(find<HTMLInputElement>(root, '#try-n'), '12,5')
  await typeInto(find<HTMLInputElement>(root, '#try-p'), 'ti')
  expect(errors()).toEqual(['Skriv et helt tall, uten desimaler', 'Skriv et tall, for eksempel 1 234,5'])
})

test('a text that is not there in the language is marked with the one it is in', async () => {
  await draw([item('choice', 'fuel', { list: 'fuels', label: { nb: 'Kilde', en: 'Source' }, hint: { nb: 'Den største' } })], 'en')
  expect(find(root, 'legend').textContent).toBe('Source (valgfritt)')
  expect(find(root, '#try-fuel-help').textContent).toBe('Den største bare på bokmål')
  expect([...root.querySelectorAll('#try-fuel label')].map((one) => one.textContent)).toEqual(['bio energy', 'sol energy', 'VIND bare på bokmål'])
})

test('"other" asks what, and that must be said', async () => {
  await draw([item('choices', 'fuel', { list: 'fuels', other: true })])
  expect(root.querySelector('#try-fuel_other')).toBeNull()
  await press(find(root, '#try-fuel-other'))
  await finish()
  expect(errors()).toEqual(['Svar på «Annet – skriv hva»'])
  await typeInto(find<HTMLInputElement>(root, '#try-fuel_other'), 'Tidevann')
  expect(errors()).toEqual([])
})

test('a ranking is made and changed by buttons, and focus follows', async () => {
  await draw([item('ranking', 'r', { list: 'fuels' })])
  await press(button('Sett SOL bakerst i rekkefølgen'))
  await press(button('Sett BIO bakerst i rekkefølgen'))
  const order = () => [...root.querySelectorAll('ol .form-ranking__name')].map((one) => one.textContent)
  expect(order()).toEqual(['SOL', 'BIO'])
  await press(button('Flytt BIO opp'))
  expect(order()).toEqual(['BIO', 'SOL'])
  expect(button('Flytt BIO opp').disabled).toBe(true)
  await press(button('Ta SOL ut av rekkefølgen'))
  expect(order()).toEqual(['BIO'])
})

describe('parts', () => {
  const parts = ['PM10', 'PM2,5', 'NO2'].map((name, i) => ({ name: `p${i}`, label: { nb: name } }))
  const shown = () => parts.map(({ name }) => find<HTMLInputElement>(root, `#try-air-${name}`).value)

  test('a column from a spreadsheet goes into the fields from the one it was pasted in', async () => {
    await draw([item('parts', 'air', { parts })])
    await paste(find(root, '#try-air-p0'), 'PM10\t1 200,5\r\nPM2,5\t\r\nNO2\t7\r\n')
    expect(shown()).toEqual(['1200,5', '', '7'])
    await paste(find(root, '#try-air-p1'), '1\t2')
    expect(shown()).toEqual(['1200,5', '1', '2'])
  })
  test('what can not be read, or has no field, is said and not dropped', async () => {
    await draw([item('parts', 'air', { parts })])
    await paste(find(root, '#try-air-p1'), '1\nmye\n3')
    expect(shown()).toEqual(['', '1', ''])
    expect(find(root, '.ds-alert').textContent).toContain('«mye», «3»')
  })
})

describe('a repeat', () => {
  const rows = item('repeat', 'plants', { items: [item('text', 'name', { required: 'true' }), item('whole', 'mwh'), item('choice', 'fuel', { list: 'fuels' }), item('yes_no', 'own')] })

  test('takes rows in and out, and asks before an answer is lost', async () => {
    await draw([rows])
    await press(button('Legg til en rad'))
    await typeInto(find<HTMLInputElement>(root, '#try-plants-0-name'), 'Hallingdal')
    await press(button('Legg til en rad'))
    await finish()
    expect(errors()).toEqual(['Svar på «Om name»'])
    await press(button('Fjern Rad 2'))
    expect(root.querySelector('#try-plants-1-name')).toBeNull()
    await press(button('Fjern Rad 1'))
    expect(find(root, 'dialog').textContent).toContain('1 svar som går tapt')
    expect(find<HTMLInputElement>(root, '#try-plants-0-name').value).toBe('Hallingdal')
    await press(button('Fjern raden'))
    expect(root.querySelector('#try-plants-0-name')).toBeNull()
  })

  test('takes rows from a spreadsheet once every cell can be read', async () => {
    await draw([rows])
    const box = find<HTMLTextAreaElement>(root, '#try-plants-paste')
    await typeInto(box, 'Usta\t1 200\tVIND\tja\nNes\tmye\tkull\t\n\t\t\t\n')
    await press(button('Ta inn radene'))
    expect([...root.querySelectorAll('.ds-alert li')].map((one) => one.textContent)).toEqual([
      'Rad 2, Om mwh: «mye». Skriv et tall, for eksempel 1 234,5',
      'Rad 2, Om fuel: «kull». Skriv et av svarene som kan velges',
    ])
    expect(root.querySelector('#try-plants-0-name')).toBeNull()
    expect(box.value).toContain('kull')
    await typeInto(box, 'Usta\t1 200\tVIND\tja\nNes\t7\tsol\tnei\n')
    await press(button('Ta inn radene'))
    expect(find<HTMLInputElement>(root, '#try-plants-1-name').value).toBe('Nes')
    expect(find<HTMLInputElement>(root, '#try-plants-0-mwh').value).toBe('1200')
    expect(find<HTMLInputElement>(root, '#try-plants-1-fuel-sol').checked).toBe(true)
    expect(find<HTMLInputElement>(root, '#try-plants-1-own-no').checked).toBe(true)
    expect(box.value).toBe('')
  })
})

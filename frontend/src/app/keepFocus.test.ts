import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepFocus } from './keepFocus'

let root: HTMLElement
let end: () => void
const the = (selector: string) => root.querySelector(selector) as HTMLElement
const focused = () => document.activeElement?.textContent ?? ''
const changed = () => new Promise((done) => setTimeout(done))

beforeEach(() => {
  root = document.createElement('main')
  root.innerHTML = '<article><h1>Svar</h1><section><h2>Valgdeltakelse</h2><p><button>Bekreft</button></p><input></section></article>'
  document.body.append(root)
  end = keepFocus(root)
})
afterEach(() => {
  end()
  root.remove()
})

test('what goes away with focus leaves it to the heading of its part', async () => {
  the('button').focus()
  the('p').remove()
  await changed()
  expect(focused()).toBe('Valgdeltakelse')
})

test('where the part goes too, the page has it', async () => {
  the('button').focus()
  the('section').remove()
  await changed()
  expect(focused()).toBe('Svar')
})

test('focus that has gone on by itself is left alone', async () => {
  the('button').focus()
  the('input').focus()
  the('p').remove()
  await changed()
  expect(document.activeElement).toBe(the('input'))
})

test('a page that stands instead at the same address has it', async () => {
  the('button').focus()
  the('article').outerHTML = '<article><h1>Se i e-posten din</h1></article>'
  await changed()
  expect(focused()).toBe('Se i e-posten din')
})

test('a page that is left altogether leaves focus to the next one', async () => {
  the('button').focus()
  the('article').remove()
  await changed()
  expect(document.activeElement).toBe(document.body)
})

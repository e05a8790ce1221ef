import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { find, render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { aDetail, aGoal, aQuestion, aResponse } from '../testing'
import BlankPage from './BlankPage'
import FilesPage from './FilesPage'

const { id } = aResponse()
let clear = () => undefined as void
beforeEach(() => vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined))
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

async function draw(what: Parameters<typeof render>[0]) {
  const drawn = await render(what)
  clear = drawn.clear
  await settle()
  return drawn.root
}

test('the paper asks the own questions too, each with its room; what they give is not asked twice', async () => {
  const items = [
    { kind: 'group', name: 'g', goal: 1, label: { nb: 'Energi' }, items: [{ kind: 'choice', name: 'fuel', label: { nb: 'Hvilken kilde?' }, hint: { nb: 'Den største' }, list: 'fuels', other: true }] },
    { kind: 'repeat', name: 'plants', goal: 1, label: { nb: 'Anlegg' }, items: [{ kind: 'decimal', name: 'mwh', label: { nb: 'Ytelse' }, unit: { nb: 'MWh' } }, { kind: 'calculated', name: 'sum', label: { nb: 'Regnet ut' } }] },
    { kind: 'yes_no', name: 'general', label: { nb: 'Har dere en plan?' } },
  ]
  const own = { form: { id: 'f', version: '1', title: {}, languages: ['nb'], items, lists: { fuels: [{ name: 'sun', label: { nb: 'Sol' } }] } }, entries: [], files: [] }
  const given = { question: aQuestion({ code: '9.1-sum', name: 'Gitt' }), givenBy: { name: 'fuel', goal: 1, label: 'Kilde' } }
  serve({ [`GET /responses/${id}/check`]: () => json({ detail: aDetail(), ready: false, faults: [], goals: [aGoal([], { goal: 0, name: 'Generelt' }), aGoal([{ question: aQuestion() }, given])], own }) })
  const root = await draw(<BlankPage params={{ id }} />)
  const [general, goal] = [...root.querySelectorAll('.blank > section')]
  expect(general?.textContent).toContain('Har dere en plan?Svar☐ Ja☐ Nei')
  expect(goal?.textContent).toContain('Hvilken kilde?Den størsteSvar☐ Sol☐ Annet')
  expect(goal?.textContent?.match(/Svar \(MWh\)/g)).toHaveLength(3)
  expect(goal?.textContent).not.toContain('Regnet ut')
  expect(goal?.textContent).not.toContain('Gitt')
})

test('a spreadsheet that is mended and chosen again is read again; of two, the last one counts', async () => {
  const answers: ((answer: Response) => void)[] = []
  serve({
    [`GET /responses/${id}`]: () => json(aDetail({ actions: ['edit'] })),
    [`POST /responses/${id}/workbook`]: () => new Promise((answer) => answers.push(answer)),
  })
  const root = await draw(<FilesPage params={{ id }} />)
  const chooser = find<HTMLInputElement>(root, '#workbook')
  const choose = async (name: string) => {
    Object.defineProperty(chooser, 'files', { value: [new File(['x'], name)], configurable: true })
    await act(async () => {
      chooser.dispatchEvent(new Event('change', { bubbles: true }))
    })
  }
  const emptied = vi.fn()
  Object.defineProperty(chooser, 'value', { set: emptied, configurable: true })
  chooser.click() // else the browser sees no change in a file of the same name
  expect(emptied).toHaveBeenCalledWith('')
  const filling = (name: string) => json({ saved: false, answers: [{ code: '1.1', name, before: '', after: '1' }], overtaken: [], faults: [] })
  await choose('a.xlsx')
  await choose('b.xlsx')
  await settle()
  answers[1]?.(filling('Den andre'))
  await settle()
  answers[0]?.(filling('Den første'))
  await settle()
  expect(root.textContent).toContain('Den andre')
  expect(root.textContent).not.toContain('Den første')
})

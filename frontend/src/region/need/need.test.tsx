import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { navigate } from '~/app/location'
import { loadLanguage } from '~/i18n'
import { aNeed } from '~/testing/region'
import { find, press, render, settle, type as typeInto } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { Decide } from './Decide'
import { bodyOf, draftErrors, draftOf, written } from './edit'
import EditNeedPage from './EditNeedPage'
import { differences } from './NeedConflict'
import NeedPage from './NeedPage'
import { matchesFilter } from './NeedRow'
import { Preview } from './Preview'

let clear = () => undefined as void
beforeEach(async () => {
  serve({ 'GET /goals': () => json({ items: [{ number: 6, name: 'Rent vann', description: '', colour: '#26bde2', targets: [{ code: '6.1', label: 'Trygt drikkevann til alle' }] }] }) })
  await loadLanguage('nb')
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

describe('editing a need', () => {
  test('sends back what came, when nothing was changed', () => {
    const need = aNeed({ fact: { nb: 'Ja', en: 'Yes' }, cpv: [{ code: '31158000-8', label: 'Ladere' }], contact: 'post@dalen.example', deadline: '2026-06-01', minimumTrl: 7 })
    expect(bodyOf(draftOf(need))).toEqual({
      title: need.title,
      fact: need.fact,
      rootCauses: {},
      wantedEffect: {},
      volume: {},
      timeline: {},
      cpv: ['31158000-8'],
      contact: 'post@dalen.example',
      deadline: '2026-06-01',
      minimumTrl: 7,
    })
  })

  test('leaves out what is empty', () => {
    const draft = draftOf(aNeed({ fact: { nb: ' ', nn: 'Ja' } }))
    expect(bodyOf(draft).fact).toEqual({ nn: 'Ja' })
    expect(bodyOf(draft)).not.toHaveProperty('deadline')
    expect(bodyOf(draft)).not.toHaveProperty('minimumTrl')
  })

  test('needs a title in some language, and a mailbox that is one', () => {
    const draft = draftOf(aNeed())
    expect(draftErrors(draft)).toEqual([])
    expect(draftErrors({ ...draft, texts: { ...draft.texts, title: { nb: '  ' } } }).map(({ field }) => field)).toEqual(['title'])
    expect(draftErrors({ ...draft, texts: { ...draft.texts, title: { en: 'How?' } }, contact: 'ring oss', cpvText: 'lad' }).map(({ field }) => field)).toEqual(['cpv', 'contact'])
  })

  test('tells how much is written in each language', () => {
    expect(written(draftOf(aNeed({ fact: { nb: 'Ja', nn: 'Ja' } })))).toEqual([
      { language: 'nb', n: 2 },
      { language: 'nn', n: 1 },
      { language: 'en', n: 0 },
    ])
  })

  test('shows what two people have changed, and nothing else', () => {
    const mine = draftOf(aNeed({ fact: { nb: 'Min' }, contact: 'a@b.no' }))
    const theirs = draftOf(aNeed({ fact: { nb: 'Deres' }, contact: 'a@b.no' }))
    expect(differences(mine, theirs)).toEqual([{ field: 'Fakta (Bokmål)', mine: 'Min', theirs: 'Deres' }])
    expect(differences(mine, mine)).toEqual([])
  })
})

test('what must be decided is everything that is neither public nor put aside', () => {
  const states = ['candidate', 'under_review', 'confirmed', 'published', 'in_procurement', 'rejected', 'merged'] as const
  const shown = (filter: Parameters<typeof matchesFilter>[1]) => states.filter((state) => matchesFilter(state, filter))
  expect(shown('open')).toEqual(['candidate', 'under_review', 'confirmed'])
  expect(shown('published')).toEqual(['published', 'in_procurement'])
  expect(shown('rejected')).toEqual(['rejected', 'merged'])
  expect(shown('all')).toEqual(states)
})

test('the preview shows texts in the language there is, marks it, and says what is missing', async () => {
  const drawn = await render(<Preview need={aNeed({ fact: { en: 'Half leaks away.' } })} />)
  clear = drawn.clear
  await settle()
  expect(drawn.root.textContent).toContain('Delmål6.1 Trygt drikkevann til alle')
  const fact = find(drawn.root, '.need-written')
  expect([fact.lang, fact.textContent]).toEqual(['en', 'Half leaks away.'])
  expect(drawn.root.textContent).toContain('Mangler på bokmål og nynorsk')
  expect(drawn.root.textContent).toContain('Ikke skrevet ennå')
  expect(drawn.root.textContent).not.toContain('4 kommuner er et stykke unna')
})

test('a language that is missing is named in the language of the page', async () => {
  const drawn = await render(<Preview need={aNeed({ fact: { nb: 'Halvparten lekker ut.' } })} />)
  clear = drawn.clear
  expect(drawn.root.textContent).toContain('Mangler på nynorsk og engelsk')
})

test('what is public already says which version and where, and that later changes are not', async () => {
  const drawn = await render(<Preview need={aNeed({ publishedVersion: 2 })} />)
  clear = drawn.clear
  expect(drawn.root.textContent).toContain('Versjon 2 er offentlig: se den offentlige siden.')
  expect(drawn.root.textContent).not.toContain('Dette blir offentlig')
  expect(find<HTMLAnchorElement>(drawn.root, 'a').getAttribute('href')).toMatch(/\/needs\/need-1$/)
})

test('after publishing the page leads to what everyone sees', async () => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  const before = aNeed({ state: 'confirmed', actions: ['publish'] })
  serve({
    'GET /workbench/needs/need-1': () => json(before),
    'POST /workbench/needs/need-1/publication': () => json({ ...before, state: 'published', publishedVersion: 1 }),
  })
  const drawn = await render(<NeedPage params={{ id: 'need-1' }} />)
  clear = drawn.clear
  await settle()
  await press([...drawn.root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Publiser')!)
  await press(find(drawn.root, 'dialog .actions button'))
  await settle()
  const said = find(drawn.root, '.region-said')
  expect(document.activeElement).toBe(said)
  expect(said.textContent).toContain('Behovet er publisert. Alle kan nå lese versjon 1.')
  expect(find(said, 'a').getAttribute('href')).toMatch(/\/needs\/need-1$/)
})

test('the page for editing puts focus in the field that its address names', async () => {
  navigate('/region/needs/need-1/edit?field=contact', { language: 'nb' })
  serve({ 'GET /workbench/needs/need-1': () => json(aNeed()) })
  const drawn = await render(<EditNeedPage params={{ id: 'need-1' }} />)
  clear = drawn.clear
  await settle()
  expect(document.activeElement?.id).toBe('contact')
})

describe('a title that the rules wrote', () => {
  const need = aNeed({ title: { nb: 'Vår tittel?', nn: 'Regeltittel?', en: 'Rule title?' }, automaticTitle: ['nn', 'en'] })

  test('is marked where the need is read', async () => {
    const drawn = await render(<Preview need={need} />)
    clear = drawn.clear
    expect(drawn.root.textContent).toContain('Tittelen er fortsatt den reglene laget, på nynorsk og engelsk.')
  })

  test('is marked at its language where it is edited, until somebody writes another', async () => {
    navigate('/region/needs/need-1/edit', { language: 'nb' })
    serve({ 'GET /workbench/needs/need-1': () => json(need) })
    const drawn = await render(<EditNeedPage params={{ id: 'need-1' }} />)
    clear = drawn.clear
    await settle()
    const marked = () => [...drawn.root.querySelectorAll<HTMLElement>('.need-languages button')].filter(({ textContent }) => textContent?.includes('automatisk tittel'))
    expect(marked().map(({ textContent }) => textContent?.split(':')[0])).toEqual(['Nynorsk', 'English'])
    expect(drawn.root.textContent).not.toContain('Denne tittelen har reglene laget')
    await press(marked()[0]!)
    expect(drawn.root.textContent).toContain('Denne tittelen har reglene laget')
    await typeInto(find<HTMLTextAreaElement>(drawn.root, '#title'), 'Tittelen vår?')
    expect(marked().map(({ textContent }) => textContent?.split(':')[0])).toEqual(['English'])
    expect(drawn.root.textContent).not.toContain('Denne tittelen har reglene laget')
  })
})

describe('deciding on a need', () => {
  async function decide(need = aNeed(), table: Parameters<typeof serve>[0] = {}) {
    const server = serve(table)
    const onDone = vi.fn()
    const drawn = await render(<Decide need={need} onDone={onDone} />)
    clear = drawn.clear
    const button = (name: string) => [...drawn.root.querySelectorAll<HTMLButtonElement>('button')].find(({ textContent }) => textContent === name)
    return { root: drawn.root, server, onDone, button }
  }

  test('offers only what may be done', async () => {
    const { button, root } = await decide(aNeed({ actions: ['edit', 'publish'], publishedVersion: 2 }))
    expect([button('Bekreft behovet'), button('Avvis')]).toEqual([undefined, undefined])
    expect(button('Publiser endringene')).toBeDefined()
    expect(find(root, 'a').textContent).toBe('Rediger tekstene')
    clear()
    expect((await decide(aNeed({ actions: [] }))).root.textContent).toBe('')
  })

  test('confirms at once, as nothing becomes public', async () => {
    const confirmed = aNeed({ state: 'confirmed' })
    const { button, onDone } = await decide(aNeed(), { 'POST /workbench/needs/need-1/confirmation': () => json(confirmed) })
    await press(button('Bekreft behovet')!)
    await settle()
    expect(onDone).toHaveBeenCalledWith(confirmed, expect.stringContaining('bekreftet'))
  })

  test('rejects with a reason only', async () => {
    const { button, root, server, onDone } = await decide(aNeed(), { 'POST /workbench/needs/need-1/rejection': () => json(aNeed({ state: 'rejected' })) })
    await press(button('Avvis')!)
    await press(find(root, 'dialog .actions button'))
    expect(find(root, '#reason-error').textContent).toContain('Skriv hvorfor dette ikke er et behov')
    expect(server.requests).toHaveLength(0)
    await typeInto(find<HTMLTextAreaElement>(root, '#reason'), 'Vi har løst det')
    await press(find(root, 'dialog .actions button'))
    await settle()
    expect(await server.requests[0]?.json()).toEqual({ reason: 'Vi har løst det' })
    expect(onDone).toHaveBeenCalledOnce()
  })

  test('says what is missing before it can be published, each with a link to its field', async () => {
    const fields = [
      { path: 'wantedEffect', code: 'need_effect', message: 'Skriv hva dere vil oppnå.' },
      { path: 'contact', code: 'need_contact', message: 'Skriv en e-postadresse.' },
    ]
    const refuse = () => json({ code: 'invalid', status: 422, title: 'Noe må rettes', fields }, { status: 422 })
    const { button, root } = await decide(aNeed({ actions: ['edit', 'publish'] }), { 'POST /workbench/needs/need-1/publication': refuse })
    await press(button('Publiser')!)
    await press(find(root, 'dialog .actions button'))
    await settle()
    const links = [...root.querySelectorAll('dialog .ds-error-summary a')]
    expect(links.map(({ textContent }) => textContent)).toEqual(['Skriv hva dere vil oppnå.', 'Skriv en e-postadresse.'])
    expect(links.map((link) => link.getAttribute('href')?.slice(3))).toEqual(['/region/needs/need-1/edit?field=wantedEffect', '/region/needs/need-1/edit?field=contact'])
  })

  test('what was changed since it was read is not published, and that is said', async () => {
    const refuse = () => json({ code: 'stale', status: 412, title: 'Endret', current: {} }, { status: 412 })
    const { button, root, server, onDone } = await decide(aNeed({ actions: ['publish'], version: 3 }), { 'POST /workbench/needs/need-1/publication': refuse })
    await press(button('Publiser')!)
    await press(find(root, 'dialog .actions button'))
    await settle()
    expect(server.requests[0]?.headers.get('If-Match')).toBe('"3"')
    expect(find(root, 'dialog .ds-error-summary').textContent).toContain('Noen andre har endret dette')
    expect(onDone).not.toHaveBeenCalled()
  })

  test('publishes after saying who will be named, and keeps what the server refuses in sight', async () => {
    const figures = [{ municipality: { id: 'm', name: 'Gol', number: '3324' }, role: 'joins' as const, because: 'band' as const, cell: { state: 'value' as const, confirmed: true, uncertain: false, imputed: false, colour: 'red' as const, band: 'far' as const } }]
    const refuse = () => json({ code: 'need-incomplete', status: 409, title: 'Noe mangler', detail: 'Skriv ønsket effekt først.' }, { status: 409 })
    const { button, root, onDone } = await decide(aNeed({ actions: ['publish'], figures }), { 'POST /workbench/needs/need-1/publication': refuse })
    await press(button('Publiser')!)
    expect(find(root, 'dialog').textContent).toContain('1 kommune blir nevnt ved navn.')
    await press(find(root, 'dialog .actions button'))
    await settle()
    expect(find(root, 'dialog .ds-error-summary').textContent).toContain('Skriv ønsket effekt først.')
    expect(onDone).not.toHaveBeenCalled()
  })
})

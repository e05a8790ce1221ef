import { readdirSync, readFileSync } from 'node:fs'
import { signInAs, type Visit } from './browser'

/** A page of the app as somebody sees it; without a role, as anyone does. */
export interface Listed {
  /** As routes.ts has it: "/needs/:id". */
  route: string
  role?: string
  /** What stands in the address for the named segments, by the names of idsOf. */
  ids?: readonly (keyof Ids)[]
}

/** Records of the demonstration that the pages are about. */
export type Ids = Record<'region' | 'municipality' | 'indicator' | 'target' | 'need' | 'response' | 'sent' | 'goal' | 'ownNeed' | 'round' | 'candidate' | 'answers' | 'offered' | 'solution' | 'questionnaire' | 'paper', string>

const municipality = (route: string, ...ids: (keyof Ids)[]): Listed => ({ route: `/municipality${route}`, role: 'respondent', ids })
const region = (route: string, ...ids: (keyof Ids)[]): Listed => ({ route: `/region${route}`, role: 'coordinator', ids })
const business = (route: string, ...ids: (keyof Ids)[]): Listed => ({ route: `/business${route}`, role: 'supplier', ids })

/** Every page there is, once. A test holds it against the routes of the app. */
export const pages: readonly Listed[] = [
  { route: '/' },
  { route: '/about' },
  { route: '/accessibility' },
  { route: '/privacy' },
  { route: '/needs' },
  { route: '/needs/:id', ids: ['need'] },
  { route: '/status' },
  { route: '/status/:regionId', ids: ['region'] },
  { route: '/status/:regionId/:municipalityId', ids: ['region', 'municipality'] },
  { route: '/numbers/:regionId/:number', ids: ['region', 'indicator'] },
  { route: '/indicators' },
  { route: '/indicators/:code', ids: ['indicator'] },
  { route: '/method' },
  { route: '/data' },
  { route: '/register' },
  { route: '/sign-in' },
  { route: '/forgot-password' },
  { route: '/set-password' },
  { route: '/account', role: 'respondent' },
  { route: '/account/data', role: 'respondent' },
  { route: '/account/erased' },
  { route: '/organisation', role: 'municipality_admin' },
  { route: '/join/:regionId/:municipalityId', ids: ['region', 'municipality'] },
  { route: '/join/:regionId/:municipalityId/paper', ids: ['region', 'municipality'] },
  { route: '/join/:regionId/paper', ids: ['region'] },
  municipality(''),
  municipality('/joining'),
  municipality('/team'),
  municipality('/rounds/:id', 'response'),
  municipality('/rounds/:id/goals/:n', 'response', 'goal'),
  municipality('/rounds/:id/choices', 'response'),
  municipality('/rounds/:id/questions', 'sent'),
  municipality('/rounds/:id/comments', 'response'),
  municipality('/rounds/:id/anchoring', 'sent'),
  municipality('/rounds/:id/files', 'response'),
  municipality('/rounds/:id/edition', 'response'),
  municipality('/rounds/:id/blank', 'response'),
  municipality('/efforts'),
  municipality('/strengths'),
  { route: '/section' },
  municipality('/rounds/:id/check', 'response'),
  { ...municipality('/rounds/:id/review', 'sent'), role: 'approver' },
  municipality('/rounds/:id/receipt', 'sent'),
  municipality('/results'),
  municipality('/papers'),
  municipality('/needs'),
  municipality('/needs/:id', 'ownNeed'),
  region(''),
  region('/rounds'),
  region('/rounds/new'),
  region('/rounds/:id', 'round'),
  region('/rounds/:id/edit', 'round'),
  region('/rounds/:id/targets/:code', 'round', 'target'),
  region('/rounds/:id/responses/:responseId', 'round', 'answers'),
  region('/questionnaires'),
  region('/questionnaires/new'),
  region('/questionnaires/import'),
  region('/questionnaires/:id', 'questionnaire'),
  { route: '/review', role: 'verifier' },
  { route: '/review/:responseId', role: 'verifier', ids: ['answers'] },
  region('/status'),
  region('/status/:municipalityId', 'municipality'),
  region('/indicators/:code', 'indicator'),
  region('/answers/:responseId', 'answers'),
  region('/needs'),
  region('/needs/:id', 'candidate'),
  region('/needs/:id/edit', 'candidate'),
  region('/solutions'),
  region('/solutions/:id', 'offered'),
  region('/papers'),
  { route: '/papers/:id', role: 'coordinator', ids: ['paper'] },
  region('/members'),
  region('/members/:id', 'municipality'),
  business(''),
  business('/solutions'),
  business('/solutions/new'),
  business('/solutions/:id', 'solution'),
  business('/solutions/:id/edit', 'solution'),
]

/** The pages by whose eyes they are seen with; "" is anyone. */
export const byRole = [...new Set(pages.map(({ role = '' }) => role))].map((role) => ({ role, listed: pages.filter((page) => (page.role ?? '') === role) }))

/** A language for each page, so that each is used on a third of them. */
export const languageOf = (listed: Listed) => ['nb', 'nn', 'en'][pages.indexOf(listed) % 3] ?? 'nb'

/** The address of a page in a language: "/nn/needs/0197…". */
export function addressIn(language: string, { route, ids = [] }: Listed, of: Ids): string {
  let next = 0
  const path = route.replace(/:\w+/g, () => of[ids[next++] as keyof Ids])
  return `/${language}${path === '/' ? '' : path}`
}

/** The routes that the app itself has, read from its source. */
export function routesOfTheApp(): string[] {
  const source = new URL('../src/', import.meta.url)
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /^[^/]+\/routes\.ts$/.test(file) && !file.startsWith('app/'))
  return files.flatMap((file) => [...readFileSync(new URL(file, source), 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? ''))
}

interface Item {
  id: string
  state: string
  name?: string
  round?: { state: string }
}

/** Looks the records up through the API, as the roles that may see them. */
export async function idsOf(newWindow: () => Promise<Visit>): Promise<Ids> {
  const windows = new Map<string | undefined, Visit>()
  const ask = async (role: string | undefined, path: string): Promise<unknown> => {
    const window = windows.get(role) ?? (await newWindow())
    if (role && !windows.has(role)) await signInAs(window, role)
    windows.set(role, window)
    const answer = await window.context.request.get(`/api/v1${path}`)
    if (!answer.ok()) throw new Error(`${path} as ${role ?? 'nobody'}: ${await answer.text()}`)
    return answer.json()
  }
  const list = async (role: string | undefined, path: string) => ((await ask(role, path)) as { items: Item[] }).items
  const id = (items: Item[], wanted: (item: Item) => boolean = () => true) => {
    const found = items.find(wanted)
    if (!found) throw new Error('the demonstration lacks a record that a page is about')
    return found.id
  }
  // the demonstration has none of its own, so the region makes one
  const questionnaire = async () => {
    const there = await list('coordinator', '/questionnaires')
    const window = windows.get('coordinator')
    if (there.length > 0 || !window) return id(there)
    const made = await window.context.request.post('/api/v1/questionnaires', { data: { regionId, name: 'Spørsmål til gjennomgang' } })
    if (!made.ok()) throw new Error(await made.text())
    return ((await made.json()) as Item).id
  }
  const paper = async (roundId: string) => {
    const window = windows.get('coordinator')
    const there = (await list('coordinator', `/papers?region=${regionId}`))[0]
    if (there || !window) return id(there ? [there] : [])
    const made = await window.context.request.post('/api/v1/papers', { data: { regionId, roundId, language: 'nb', audience: 'own' } })
    if (!made.ok()) throw new Error(await made.text())
    return ((await made.json()) as { info: Item }).info.id
  }
  const regionId = id(await list(undefined, '/regions'), ({ name }) => name === 'Hallingdal')
  const { municipalities } = (await ask(undefined, `/regions/${regionId}`)) as { municipalities: Item[] }
  const responses = await list('respondent', '/responses')
  const rounds = await list('coordinator', '/rounds')
  const worked = await list('coordinator', `/workbench/needs?round=${id(rounds, ({ state }) => state === 'published')}`)
  const candidate = id(worked, ({ state }) => state === 'candidate')
  const figures = JSON.stringify(await ask('coordinator', `/workbench/needs/${candidate}`))
  return {
    region: regionId,
    municipality: id(municipalities, ({ name }) => name === 'Gol'),
    indicator: '6.4-leak',
    target: '1.2-child', // which the core has no bounds for
    goal: '16',
    need: id(await list(undefined, '/needs')),
    response: id(responses, ({ round }) => round?.state === 'open'),
    sent: id(responses, ({ round }) => round?.state === 'published'),
    ownNeed: id(await list('respondent', '/workbench/needs')),
    round: id(rounds, ({ state }) => state === 'open'),
    candidate,
    questionnaire: await questionnaire(),
    paper: await paper(id(rounds, ({ state }) => state === 'published')),
    answers: /"responseId":"([^"]+)"/.exec(figures)?.[1] ?? '',
    offered: id(await list('coordinator', '/solutions')),
    solution: id(await list('supplier', '/solutions')),
  }
}

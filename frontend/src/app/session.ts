import { api, asProblem, call, type components, lastAnswer, type Problem, stopSending } from '~/api'
import { keeper, keepFor } from './keep'
import { createStore, useStore } from './store'

export type Role = components['schemas']['Role']
export type Organisation = components['schemas']['OrganisationRoles']
/** The session as the contract has it: signedIn, person, organisation one acts for, roles there. */
export type SessionData = components['schemas']['Session']

/** "unknown" until the server has answered once; "failed" when it couldn't. */
export type Session =
  | { state: 'unknown' }
  | { state: 'failed'; problem: Problem }
  | { state: 'signedOut'; data: SessionData | null }
  | { state: 'signedIn'; data: SessionData }

const session = createStore<Session>({ state: 'unknown' })
export const useSession = (): Session => useStore(session)

// Tells the browser's other windows whose session it is now; "" for nobody's.
let tell: (person: string) => void = () => undefined

/**
 * The windows of a browser share one session. Where somebody else signs in, or this person out, in another
 * window, this one sends nothing more, since it would go in their name, and begins anew.
 */
export function joinWindows(channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>): void {
  tell = (person) => channel.postMessage(person)
  channel.addEventListener('message', ({ data }: MessageEvent<string>) => {
    if (!keeper() || data === keeper()) return
    stopSending()
    keepFor(data || undefined)
    location.reload()
  })
}

/** Takes over what a call gave back (sign-in, choice of organisation), without asking once more. */
export function setSession(data: SessionData): void {
  // A session that ran out keeps what was typed, for the same person to come back to.
  if (data.person) {
    keepFor(data.person.id)
    tell(data.person.id)
  }
  if (data.idleSeconds !== undefined && data.secondsLeft !== undefined) lives = { idle: data.idleSeconds * 1000, until: Date.now() + data.secondsLeft * 1000 }
  session.set({ state: data.signedIn ? 'signedIn' : 'signedOut', data })
}

// How long the session lives without use, and until when at most; by the window's clock.
let lives: { idle: number; until: number } | null = null

/** When the session ends, and whether using it puts that off; null where nobody is signed in. */
export function sessionEnd(): { at: number; extends: boolean } | null {
  if (!lives || session.get().state !== 'signedIn') return null
  const used = lastAnswer()
  const idle = used + lives.idle
  // An answer after the end is that of another session, begun in another window.
  return idle < lives.until || used > lives.until ? { at: idle, extends: true } : { at: lives.until, extends: false }
}

/** Asks the server who is signed in. */
export async function loadSession(): Promise<void> {
  try {
    await keepSession()
  } catch (thrown) {
    session.set({ state: 'failed', problem: asProblem(thrown) })
  }
}

/** Uses the session, so that it lives on. Throws a Problem. */
export async function keepSession(): Promise<void> {
  setSession(await call(api.GET('/session'), { quiet: true }))
}

/** The session ran out while the page stands: what was typed waits for the same person. What is the service's own stays known. */
export function endSession(): void {
  const now = session.get()
  const known = 'data' in now ? now.data : null
  session.set({ state: 'signedOut', data: known && { ...ofTheService(known), signedIn: false, roles: [], organisations: [] } })
}

function ofTheService({ demo, demoAccounts, contact, forgetAfterDays, pdf }: SessionData): Pick<SessionData, 'demo' | 'demoAccounts' | 'contact' | 'forgetAfterDays' | 'pdf'> {
  return { demo, ...(demoAccounts && { demoAccounts }), ...(contact && { contact }), ...(forgetAfterDays && { forgetAfterDays }), ...(pdf && { pdf }) }
}

/** The person signed out: what was typed goes too. */
export function forgetSession(): void {
  keepFor(undefined)
  tell('')
  endSession()
}

export async function chooseOrganisation(organisationId: string): Promise<void> {
  setSession(await call(api.PUT('/session/organisation', { body: { organisationId } })))
}

export async function signOut(): Promise<void> {
  await call(api.DELETE('/session'), { quiet: true })
  forgetSession()
}

/** The roles one has right now, by the organisation one acts for. */
export function rolesOf(now: Session): readonly Role[] {
  return now.state === 'signedIn' ? now.data.roles : []
}

import { useEffect } from 'preact/hooks'
import { usePlace } from '~/app/location'
import { rolesOf, type Session, useSession } from '~/app/session'
import { createStore, useStore } from '~/app/store'
import { address, type Region, useRegions } from '~/status'

/** Which region an administrator looked at last; kept until the window is closed, so that links of the navigation stay in it. */
const last = createStore('')

export interface ChosenRegion {
  /** Undefined while it isn't known yet, or when there is none. */
  id: string | undefined
  /** Regions to choose among; empty for people who have one of their own. */
  choices: readonly Region[]
  /** No region to look at, and none to come. */
  none: boolean
}

const ofCouncils = (regions: readonly Region[]) => regions.filter(({ kind }) => kind === 'council' || kind === 'other')

/** The region of the council that one acts for. */
export function ownRegion(session: Session): string | undefined {
  return session.state === 'signedIn' ? session.data.organisation?.regionId : undefined
}

/** The region the pages of a council are about: one's own; for an administrator the one in the address, else the last, else the first. */
export function useChosenRegion(): ChosenRegion {
  const session = useSession()
  const wanted = usePlace().query.get('region') ?? ''
  const remembered = useStore(last)
  const regions = useRegions()
  const own = ownRegion(session)
  const admin = rolesOf(session).includes('admin')
  useEffect(() => {
    if (wanted && admin) last.set(wanted)
  }, [wanted, admin])
  if (!admin) return { id: own, choices: [], none: own === undefined }
  const choices = ofCouncils(regions.data ?? [])
  const id = [wanted, remembered].find((one) => choices.some((region) => region.id === one)) ?? choices[0]?.id
  return { id, choices, none: regions.data !== undefined && choices.length === 0 }
}

/** Whether one may change things here, or only look. The server decides; this spares a person buttons that lead nowhere. */
export function useMayRun(): boolean {
  const roles = rolesOf(useSession())
  return roles.includes('coordinator') || roles.includes('admin')
}

/** An address of these pages that keeps the region where somebody chose one. */
export function inRegion(path: string, { id, choices }: ChosenRegion): string {
  return choices.length > 0 ? address(path, { region: id }) : path
}

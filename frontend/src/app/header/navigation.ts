import type { PlainKey } from '~/i18n'
import { matchRoute } from '../routes'
import type { Role } from '../session'

export interface NavigationLink {
  to: string
  label: PlainKey
}

const everyone: readonly NavigationLink[] = [
  { to: '/needs', label: 'common.nav.needs' },
  { to: '/status', label: 'common.nav.status' },
  { to: '/indicators', label: 'common.nav.indicators' },
  { to: '/method', label: 'common.nav.method' },
]

const municipality: readonly NavigationLink[] = [
  { to: '/municipality', label: 'common.nav.municipality' },
  { to: '/municipality/results', label: 'common.nav.results' },
  { to: '/municipality/papers', label: 'common.nav.papers' },
  { to: '/municipality/needs', label: 'common.nav.ownNeeds' },
  { to: '/municipality/team', label: 'common.nav.team' },
  { to: '/municipality/joining', label: 'common.nav.joining' },
]

const region: readonly NavigationLink[] = [
  { to: '/region', label: 'common.nav.region' },
  { to: '/region/rounds', label: 'common.nav.rounds' },
  { to: '/region/questionnaires', label: 'common.nav.questionnaires' },
  { to: '/region/status', label: 'common.nav.regionStatus' },
  { to: '/region/needs', label: 'common.nav.workbench' },
  { to: '/region/solutions', label: 'common.nav.regionSolutions' },
  { to: '/region/papers', label: 'common.nav.papers' },
  { to: '/region/members', label: 'common.nav.members' },
]

const review: readonly NavigationLink[] = [{ to: '/review', label: 'common.nav.review' }]

const business: readonly NavigationLink[] = [
  { to: '/business', label: 'common.nav.business' },
  { to: '/business/solutions', label: 'common.nav.solutions' },
]

const areas: Readonly<Record<Role, readonly NavigationLink[]>> = {
  respondent: municipality,
  approver: municipality,
  municipality_admin: municipality,
  coordinator: [...region, ...review],
  council_member: region,
  supplier: business,
  verifier: review,
  admin: region,
  helper: [],
}

/** The links of one's own area, by role, and those for everyone. A page that doesn't exist gets no link. */
export function navigationFor(roles: readonly Role[]): { own: NavigationLink[]; everyone: NavigationLink[] } {
  const exists = ({ to }: NavigationLink) => matchRoute(to) !== null
  const own = new Set(roles.flatMap((role) => areas[role]))
  return { own: [...own].filter(exists), everyone: everyone.filter(exists) }
}

/** The link that stands for the page one is on: the longest whose path begins it. */
export function currentLink(path: string, links: readonly NavigationLink[]): NavigationLink | undefined {
  return links
    .filter(({ to }) => path === to || path.startsWith(`${to}/`))
    .sort((a, b) => b.to.length - a.to.length)[0]
}

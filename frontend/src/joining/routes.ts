import type { Route } from '~/app/routes'
import type { Role } from '~/app/session'

const municipality: readonly Role[] = ['respondent', 'approver', 'municipality_admin']

export const routes: readonly Route[] = [
  { path: '/join/:regionId/paper', load: () => import('./PaperPage'), access: 'public' },
  { path: '/join/:regionId/:municipalityId', load: () => import('./JoinPage'), access: 'public' },
  { path: '/join/:regionId/:municipalityId/paper', load: () => import('./PaperPage'), access: 'public' },
  { path: '/municipality/joining', load: () => import('./JoiningPage'), access: municipality },
  { path: '/municipality/team', load: () => import('./team/TeamPage'), access: municipality },
]

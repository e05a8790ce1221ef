import type { Route } from '~/app/routes'
import type { Role } from '~/app/session'

const council: readonly Role[] = ['coordinator', 'council_member', 'admin']
const municipality: readonly Role[] = ['respondent', 'approver', 'municipality_admin']

export const routes: readonly Route[] = [
  { path: '/region/papers', load: () => import('./RegionPapersPage'), access: council },
  { path: '/municipality/papers', load: () => import('./MunicipalityPapersPage'), access: municipality },
  { path: '/papers/:id', load: () => import('./PaperPage'), access: 'public' },
]

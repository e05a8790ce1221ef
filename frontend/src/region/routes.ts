import type { Route } from '~/app/routes'
import type { Role } from '~/app/session'

const readers: readonly Role[] = ['coordinator', 'council_member', 'admin']
const runners: readonly Role[] = ['coordinator', 'admin']

export const routes: readonly Route[] = [
  { path: '/region', load: () => import('./RegionPage'), access: readers },
  { path: '/region/rounds', load: () => import('./round/RoundsPage'), access: readers },
  { path: '/region/rounds/new', load: () => import('./round/PlanPage'), access: runners },
  { path: '/region/rounds/:id', load: () => import('./round/RoundPage'), access: readers },
  { path: '/region/rounds/:id/edit', load: () => import('./round/EditRoundPage'), access: runners },
  { path: '/region/rounds/:id/targets/:code', load: () => import('./round/TargetPage'), access: runners },
  { path: '/region/questionnaires', load: () => import('./questionnaire/QuestionnairesPage'), access: runners },
  { path: '/region/questionnaires/new', load: () => import('./questionnaire/NewPage'), access: runners },
  { path: '/region/questionnaires/import', load: () => import('./questionnaire/ImportPage'), access: runners },
  { path: '/region/questionnaires/:id', load: () => import('./questionnaire/EditPage'), access: runners },
  { path: '/region/status', load: () => import('./figures/StatusPage'), access: readers },
  { path: '/region/status/:municipalityId', load: () => import('./figures/MunicipalityPage'), access: readers },
  { path: '/region/indicators/:code', load: () => import('./figures/IndicatorPage'), access: readers },
  { path: '/region/answers/:responseId', load: () => import('./figures/AnswersPage'), access: readers },
  { path: '/region/needs', load: () => import('./need/NeedsPage'), access: readers },
  { path: '/region/needs/:id', load: () => import('./need/NeedPage'), access: readers },
  { path: '/region/needs/:id/edit', load: () => import('./need/EditNeedPage'), access: runners },
  { path: '/region/solutions', load: () => import('./solution/SolutionsPage'), access: readers },
  { path: '/region/solutions/:id', load: () => import('./solution/SolutionPage'), access: readers },
  { path: '/region/members', load: () => import('./member/MembersPage'), access: readers },
  { path: '/region/members/:id', load: () => import('./member/MemberPage'), access: runners },
]

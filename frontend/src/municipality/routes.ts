import type { Route } from '~/app/routes'
import type { Role } from '~/app/session'

const access: readonly Role[] = ['respondent', 'approver', 'municipality_admin']

export const routes: readonly Route[] = [
  { path: '/municipality', load: () => import('./MunicipalityPage'), access },
  { path: '/municipality/rounds/:id', load: () => import('./round/RoundPage'), access },
  { path: '/municipality/rounds/:id/choices', load: () => import('./round/ChoicesPage'), access },
  { path: '/municipality/efforts', load: () => import('./EffortsPage'), access },
  { path: '/municipality/strengths', load: () => import('./strengths/StrengthsPage'), access },
  { path: '/municipality/rounds/:id/goals/:n', load: () => import('./round/GoalPage'), access: [...access, 'helper'] },
  { path: '/section', load: () => import('./handover/SectionPage'), access: 'public' },
  { path: '/municipality/rounds/:id/check', load: () => import('./round/CheckPage'), access },
  { path: '/municipality/rounds/:id/review', load: () => import('./round/ReviewPage'), access },
  { path: '/municipality/rounds/:id/questions', load: () => import('./round/QuestionsPage'), access },
  { path: '/municipality/rounds/:id/comments', load: () => import('./round/CommentsPage'), access },
  { path: '/municipality/rounds/:id/anchoring', load: () => import('./round/AnchoringPage'), access },
  { path: '/municipality/rounds/:id/receipt', load: () => import('./round/ReceiptPage'), access },
  { path: '/municipality/rounds/:id/files', load: () => import('./round/FilesPage'), access },
  { path: '/municipality/rounds/:id/edition', load: () => import('./round/EditionPage'), access },
  { path: '/municipality/rounds/:id/blank', load: () => import('./round/BlankPage'), access },
  { path: '/municipality/results', load: () => import('./results/ResultsPage'), access },
  { path: '/municipality/needs', load: () => import('./needs/NeedsPage'), access },
  { path: '/municipality/needs/:id', load: () => import('./needs/NeedPage'), access },
]

import type { Route } from '~/app/routes'

export const routes: readonly Route[] = [
  { path: '/register', load: () => import('./RegisterPage'), access: 'public' },
  { path: '/business', load: () => import('./match/MatchesPage'), access: ['supplier'] },
  { path: '/business/solutions', load: () => import('./solution/SolutionsPage'), access: ['supplier'] },
  { path: '/business/solutions/new', load: () => import('./solution/NewSolutionPage'), access: ['supplier'] },
  { path: '/business/solutions/:id', load: () => import('./solution/SolutionPage'), access: ['supplier'] },
  { path: '/business/solutions/:id/edit', load: () => import('./solution/EditSolutionPage'), access: ['supplier'] },
]

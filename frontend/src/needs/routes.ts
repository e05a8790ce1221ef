import type { Route } from '~/app/routes'

export const routes: readonly Route[] = [
  { path: '/needs', load: () => import('./NeedsPage'), access: 'public' },
  { path: '/needs/:id', load: () => import('./NeedPage'), access: 'public' },
]

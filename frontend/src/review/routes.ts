import type { Route } from '~/app/routes'
import type { Role } from '~/app/session'

const access: readonly Role[] = ['coordinator', 'verifier']

export const routes: readonly Route[] = [
  { path: '/review', load: () => import('./QueuePage'), access },
  { path: '/review/:responseId', load: () => import('./ReviewPage'), access },
  { path: '/region/rounds/:id/responses/:responseId', load: () => import('./ReviewPage'), access },
]

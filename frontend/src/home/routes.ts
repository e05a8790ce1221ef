import type { Route } from '~/app/routes'

export const routes: readonly Route[] = [{ path: '/', load: () => import('./HomePage'), access: 'public' }]

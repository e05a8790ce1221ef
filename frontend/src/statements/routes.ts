import type { Route } from '~/app/routes'

export const routes: readonly Route[] = [
  { path: '/about', load: () => import('./AboutPage'), access: 'public' },
  { path: '/accessibility', load: () => import('./AccessibilityPage'), access: 'public' },
  { path: '/privacy', load: () => import('./PrivacyPage'), access: 'public' },
]

import type { Route } from '~/app/routes'

export const routes: readonly Route[] = [
  { path: '/status', load: () => import('./StatusPage'), access: 'public' },
  { path: '/status/:regionId', load: () => import('./RegionStatusPage'), access: 'public' },
  { path: '/status/:regionId/:municipalityId', load: () => import('./MunicipalityStatusPage'), access: 'public' },
  { path: '/numbers/:regionId/:number', load: () => import('./NumberPage'), access: 'public' },
  { path: '/indicators', load: () => import('./IndicatorsPage'), access: 'public' },
  { path: '/indicators/:code', load: () => import('./IndicatorPage'), access: 'public' },
  { path: '/method', load: () => import('./MethodPage'), access: 'public' },
  { path: '/data', load: () => import('./DataPage'), access: 'public' },
]

import type { components } from '~/api'

type Schemas = components['schemas']
export type Region = Schemas['Region']
export type RegionStatus = Schemas['RegionStatus']
export type StatusRow = Schemas['StatusRow']
export type MunicipalityStatus = Schemas['MunicipalityStatus']
export type IndicatorStatus = Schemas['IndicatorStatus']
export type Indicator = Schemas['Indicator']
export type Bounds = Schemas['Bounds']
export type Cell = Schemas['Cell']
export type GoalCell = Schemas['GoalCell']
export type Round = Schemas['Round']

import type { components } from '~/api'

type Schemas = components['schemas']
export type Paper = Schemas['Paper']
export type PaperInfo = Schemas['PaperInfo']
export type PaperTexts = Schemas['PaperTexts']
export type PaperPart = Schemas['PaperPart']
export type RoundDecision = Schemas['RoundDecision']
export type Round = Schemas['Round']

/** Where papers and decisions are looked after: a council's region, or a municipality in it. */
export interface Desk {
  region: string
  municipality?: string
  mayMake: boolean
}

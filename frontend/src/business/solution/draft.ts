import type { components } from '~/api'
import type { FormError } from '~/components'
import { isLanguage, type Language, language, languages, t } from '~/i18n'
import type { Solution } from '../useSolutions'
import { isWebAddress } from '../web'

export type SolutionEdit = components['schemas']['SolutionEdit']
export type CpvCode = components['schemas']['CPVCode']
type Effect = components['schemas']['IndicatorEffect']

/** A row of the form: the indicator and the proof may still be unchosen. */
export interface EffectDraft {
  /** Names the row for as long as the form is open. */
  row: number
  code: string
  effect: string
  proof: Effect['proof'] | ''
}

/** What stands in the form. CPV codes keep their labels; everywhere is a choice of its own, so that "some, none chosen yet" can be told from it. */
export interface SolutionDraft extends Omit<SolutionEdit, 'indicators' | 'cpv'> {
  indicators: readonly EffectDraft[]
  cpv: readonly CpvCode[]
  everywhere: boolean
}

let lastRow = 0

/** A row with nothing in it. */
export function newEffect(): EffectDraft {
  return { row: ++lastRow, code: '', effect: '', proof: '' }
}

export function emptyDraft(): SolutionDraft {
  return { title: {}, summary: {}, description: {}, goals: [], targets: [], indicators: [], cpv: [], regionIds: [], everywhere: true, trl: 0, marketState: '', priceModel: '', references: '', website: '' }
}

export function draftOf(solution: Solution): SolutionDraft {
  const { title, summary, description, goals, targets, cpv, regionIds, trl, marketState, priceModel, references, website } = solution
  const indicators = solution.indicators.map((effect) => ({ ...newEffect(), ...effect }))
  return { title, summary, description, goals, targets, indicators, cpv, regionIds, everywhere: regionIds.length === 0, trl, marketState, priceModel, references, website }
}

function tidy(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts)
      .map(([language, text]) => [language, text.trim()] as const)
      .filter(([, text]) => text)
      .sort(([a], [b]) => a.localeCompare(b)),
  )
}

/** What is sent. Targets of a goal that was taken away again go with it. */
export function editOf(draft: SolutionDraft): SolutionEdit {
  const { everywhere, indicators, cpv, ...rest } = draft
  return {
    ...rest,
    title: tidy(draft.title),
    summary: tidy(draft.summary),
    description: tidy(draft.description),
    goals: [...draft.goals].sort((a, b) => a - b),
    targets: draft.targets.filter((target) => draft.goals.includes(Number(target.split('.')[0]))),
    indicators: indicators.map(({ code, effect, proof }) => ({ code, effect: effect.trim(), proof: proof as Effect['proof'] })),
    cpv: cpv.map(({ code }) => code),
    regionIds: everywhere ? [] : draft.regionIds,
    references: draft.references.trim(),
    website: draft.website.trim(),
  }
}

/** The languages the form shows: those something is written in, else the page's. */
export function languagesOf(draft: SolutionDraft): Language[] {
  const written = new Set([draft.title, draft.summary, draft.description].flatMap((texts) => Object.keys(tidy(texts)).filter(isLanguage)))
  return written.size > 0 ? languages.filter((one) => written.has(one)) : [language()]
}

/**
 * What can be told without asking the server. A draft may lack anything but a
 * name to know it by; what is left over in the field for CPV codes is no code.
 */
export function check(draft: SolutionDraft, shown: readonly Language[], cpvText = ''): FormError[] {
  const errors: FormError[] = []
  if (Object.keys(tidy(draft.title)).length === 0) errors.push({ field: `title-${shown[0]}`, message: t('business.edit.nameMissing') })
  draft.indicators.forEach(({ code, proof }, i) => {
    if (!code) errors.push({ field: `indicators-${i}-code`, message: t('business.edit.indicatorMissing') })
    if (!proof) errors.push({ field: `indicators-${i}-proof`, message: t('business.edit.proofMissing') })
  })
  if (cpvText.trim()) errors.push({ field: 'cpv', message: t('business.edit.cpvWrong') })
  if (!draft.everywhere && draft.regionIds.length === 0) errors.push({ field: 'regionIds', message: t('business.edit.regionsMissing') })
  if (draft.website.trim() && !isWebAddress(draft.website.trim())) errors.push({ field: 'website', message: t('business.edit.websiteWrong') })
  return errors
}

export type Lack = 'title' | 'summary' | 'goals' | 'indicators'

/** What a solution lacks before it can be sent in: the rule of the server, told beforehand. */
export function lacking({ title, summary, goals, targets, indicators, cpv }: Solution): Lack[] {
  const lacks: Lack[] = []
  if (Object.keys(tidy(title)).length === 0) lacks.push('title')
  if (Object.keys(tidy(summary)).length === 0) lacks.push('summary')
  if (goals.length === 0) lacks.push('goals')
  if (indicators.length + targets.length + cpv.length === 0) lacks.push('indicators')
  return lacks
}

/** The control of the form that a field of the server belongs to: texts to a language that is shown, lists to the whole list. */
export function controlOf(field: string, shown: readonly Language[]): string {
  const [name = '', ...rest] = field.split('-')
  if (name === 'title' || name === 'summary' || name === 'description') return `${name}-${shown.find((one) => one === rest[0]) ?? shown[0]}`
  if (name === 'indicators') return rest.length === 2 ? field : 'indicators'
  if (name === 'cpv' || name === 'regionIds' || name === 'goals') return name
  if (name === 'targets') return 'goals'
  return field
}

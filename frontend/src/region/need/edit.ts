import type { components } from '~/api'
import type { FormError } from '~/components'
import { type Language, languages, t } from '~/i18n'
import type { LocalTexts } from '../localText'

type Need = components['schemas']['WorkbenchNeed']
export type NeedBody = components['schemas']['NeedEdit']

export const textFields = ['title', 'fact', 'rootCauses', 'wantedEffect', 'volume', 'timeline'] as const
export type TextField = (typeof textFields)[number]

/** A need while somebody edits it. */
export interface Draft {
  texts: Readonly<Record<TextField, LocalTexts>>
  cpv: readonly components['schemas']['CPVCode'][]
  /** What is written in the field for codes and not taken yet. */
  cpvText: string
  contact: string
  deadline: string
  /** "1" to "9"; empty for any. */
  minimumTrl: string
}

export function draftOf(need: Need): Draft {
  const { title, fact, rootCauses, wantedEffect, volume, timeline } = need
  return { texts: { title, fact, rootCauses, wantedEffect, volume, timeline }, cpv: need.cpv, cpvText: '', contact: need.contact, deadline: need.deadline ?? '', minimumTrl: need.minimumTrl ? `${need.minimumTrl}` : '' }
}

const filled = (texts: LocalTexts): Record<string, string> => Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))

/** The draft as the contract wants it: empty texts and facts left out. */
export function bodyOf({ texts, cpv, contact, deadline, minimumTrl }: Draft): NeedBody {
  return {
    title: filled(texts.title),
    fact: filled(texts.fact),
    rootCauses: filled(texts.rootCauses),
    wantedEffect: filled(texts.wantedEffect),
    volume: filled(texts.volume),
    timeline: filled(texts.timeline),
    cpv: cpv.map(({ code }) => code),
    contact: contact.trim(),
    ...(deadline ? { deadline } : {}),
    ...(minimumTrl ? { minimumTrl: Number(minimumTrl) } : {}),
  }
}

/** What must be mended before it is sent. */
export function draftErrors({ texts, cpvText, contact }: Draft): FormError[] {
  const mailbox = contact.trim()
  return [
    ...(Object.keys(filled(texts.title)).length > 0 ? [] : [{ field: 'title', message: t('region.edit.titleMissing') }]),
    ...(cpvText.trim() ? [{ field: 'cpv', message: t('business.edit.cpvWrong') }] : []),
    ...(mailbox && !/^[^\s@<>"]+@[^\s@<>"]+$/.test(mailbox) ? [{ field: 'contact', message: t('region.edit.contactFault') }] : []),
  ]
}

/** The languages whose title still is as the rules wrote it, while somebody edits. */
export function automaticTitles({ title, automaticTitle }: Pick<Need, 'title' | 'automaticTitle'>, { texts }: Draft): Language[] {
  return automaticTitle.filter((language) => texts.title[language] === title[language])
}

/** How many of the texts are written in each language. */
export function written(draft: Draft): { language: Language; n: number }[] {
  return languages.map((language) => ({ language, n: textFields.filter((field) => draft.texts[field][language]?.trim()).length }))
}

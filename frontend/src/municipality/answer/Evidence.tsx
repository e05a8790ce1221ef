import type { ComponentChildren } from 'preact'
import { Checkbox, Details, RadioGroup, Textarea, TextField } from '~/components'
import { t } from '~/i18n'
import type { Draft, Quality } from './draft'
import { useLatch } from './useLatch'

const grades: readonly Exclude<Quality, ''>[] = ['accurate_measurement', 'inhabitant_survey', 'higher_level_data', 'assumptions', 'personal_estimate', 'untraceable']

export interface EvidenceProps {
  id: string
  draft: Draft
  error: (field: string) => string | undefined
  /** Opened when a remark asks for a comment. */
  open: boolean
  onChange: (some: Partial<Draft>) => void
  onLeave: () => void
  /** The files and links behind the answer, and how many there are. */
  children: ComponentChildren
  attached: number
}

/** How good the answer is, where it comes from, and what else to know about it. */
export function Evidence({ id, draft, error, open, onChange, onLeave, children, attached }: EvidenceProps) {
  const given = [draft.quality && t(`municipality.quality.${draft.quality}`), draft.source && t('municipality.evidence.source'), draft.comment && t('municipality.evidence.comment'), draft.caseNumber && t('papers.evidence.caseNumber'), attached > 0 && t('papers.evidence.count', { n: attached })].filter(Boolean)
  return (
    <Details
      open={useLatch(open)}
      summary={given.length > 0 ? t('municipality.evidence.summaryGiven', { given: given.join(', ').toLowerCase() }) : t('municipality.evidence.summary')}
    >
      <RadioGroup
        id={`${id}-quality`}
        label={t('municipality.evidence.quality')}
        optional
        options={grades.map((value) => ({ value, label: t(`municipality.quality.${value}`), help: t(`municipality.qualityHelp.${value}`) }))}
        error={error('quality')}
        value={draft.quality === '' ? null : draft.quality}
        onChange={(quality) => {
          onChange({ quality })
          onLeave()
        }}
      />
      <TextField id={`${id}-source`} label={t('municipality.evidence.source')} help={t('municipality.evidence.sourceHelp')} optional maxLength={300} error={error('source')} value={draft.source} onChange={(source) => onChange({ source })} onBlur={onLeave} />
      <Textarea id={`${id}-comment`} rows={3} label={t('municipality.evidence.comment')} optional maxLength={4000} error={error('comment')} value={draft.comment} onChange={(comment) => onChange({ comment })} onBlur={onLeave} />
      <TextField id={`${id}-caseNumber`} label={t('papers.evidence.caseNumber')} help={t('papers.evidence.caseNumberHelp')} optional maxLength={60} characters={16} error={error('caseNumber')} value={draft.caseNumber} onChange={(caseNumber) => onChange({ caseNumber })} onBlur={onLeave} />
      <Checkbox
        id={`${id}-internal`}
        label={t('papers.evidence.internal')}
        help={t('papers.evidence.internalHelp')}
        checked={draft.internal}
        onChange={(internal) => {
          onChange({ internal })
          onLeave()
        }}
      />
      {children}
    </Details>
  )
}

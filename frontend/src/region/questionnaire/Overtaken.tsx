import { Alert, Button, RadioGroup } from '~/components'
import { language, t } from '~/i18n'
import { type Difference, differences, type Overtaking, type Whose } from '~/form/edit/merge'
import type { Form, Item } from '~/form/form'
import { textIn } from '~/form/text'
import { partText } from './partText'

export interface OvertakenProps {
  /** What both changed when it was saved, by the keys of differences. */
  keys: readonly string[]
  /** As it was before either of them, as it is written now, and as it was saved. */
  by: Overtaking
  /** What is chosen so far; mine where nothing is. */
  chosen: Readonly<Record<string, Whose>>
  onChoose: (chosen: Readonly<Record<string, Whose>>) => void
  /** Shows what was chosen where it is written. */
  onUse: () => void
}

/** Somebody else saved meanwhile: what both changed stands side by side, and the person chooses. */
export function Overtaken({ keys, by, chosen, onChoose, onUse }: OvertakenProps) {
  // The rest has been taken over already.
  const both = differences(by).filter(({ key }) => keys.includes(key))
  if (both.length === 0) {
    return (
      <Alert tone="warning" live>
        <p>{t('questionnaires.conflict.merged')}</p>
      </Alert>
    )
  }
  return (
    <Alert tone="warning" live title={t('questionnaires.conflict.title')}>
      <p>{t('questionnaires.conflict.lead')}</p>
      {both.map((one, i) => (
        <RadioGroup<Whose>
          key={one.key}
          id={`conflict-${i}`}
          label={titleOf(one, by)}
          options={(['mine', 'theirs'] as const).map((whose) => ({ value: whose, label: t(`questionnaires.conflict.${whose}`), help: <Said difference={one} whose={whose} form={by[whose].form} /> }))}
          value={chosen[one.key] ?? 'mine'}
          onChange={(whose) => onChoose({ ...chosen, [one.key]: whose })}
        />
      ))}
      <div class="actions">
        <Button small onClick={onUse}>
          {t('questionnaires.conflict.use')}
        </Button>
      </div>
    </Alert>
  )
}

function titleOf({ key, mine, theirs }: Difference, by: Overtaking): string {
  if (key === 'name') return t('questionnaires.name')
  if (key === 'indicators') return t('questionnaires.indicators')
  if (key === 'frame') return t('questionnaires.conflict.frame')
  const [kind, name = ''] = key.split(':')
  if (kind === 'list') return t('questionnaires.conflict.list', { name })
  const item = (mine ?? theirs) as Item
  return textIn((mine ? by.mine : by.theirs).form, item.label, language()).text || name
}

/** What one of the two wrote, as far as it differs. */
function Said({ difference: { mine, theirs, key }, whose, form }: { difference: Difference; whose: Whose; form: Form }) {
  const lines = partText(key, whose === 'mine' ? mine : theirs, whose === 'mine' ? theirs : mine, form)
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

import { Alert, Button } from '~/components'
import { formatList, type PlainKey, t } from '~/i18n'
import type { Solution } from '../useSolutions'
import { draftOf, editOf, type SolutionEdit } from './draft'

const names: Readonly<Record<keyof SolutionEdit, PlainKey>> = {
  title: 'business.edit.name',
  summary: 'business.edit.summary',
  description: 'business.edit.description',
  goals: 'business.view.goals',
  targets: 'business.view.targets',
  indicators: 'business.edit.indicatorPick',
  cpv: 'business.view.cpv',
  regionIds: 'business.edit.regions',
  trl: 'business.view.trl',
  marketState: 'business.view.market',
  priceModel: 'business.view.price',
  references: 'business.view.references',
  website: 'business.view.website',
}

/** The fields in which two descriptions differ, by name. */
export function differences(mine: SolutionEdit, theirs: SolutionEdit): string[] {
  const fields = Object.keys(names) as (keyof SolutionEdit)[]
  return fields.filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field])).map((field) => t(names[field]))
}

/** Two people wrote at once: the second chooses, and loses nothing without choosing. */
export function StaleSolution({ mine, theirs, onMine, onTheirs }: { mine: SolutionEdit; theirs: Solution; onMine: () => void; onTheirs: () => void }) {
  return (
    <Alert tone="warning" title={t('business.edit.stale')} live>
      <p>{t('business.edit.staleText', { fields: formatList(differences(mine, editOf(draftOf(theirs)))) })}</p>
      <div class="actions">
        <Button variant="secondary" small onClick={onMine}>
          {t('business.edit.staleMine')}
        </Button>
        <Button variant="secondary" small onClick={onTheirs}>
          {t('business.edit.staleTheirs')}
        </Button>
      </div>
    </Alert>
  )
}

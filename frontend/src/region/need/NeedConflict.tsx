import { Alert, Button, Table } from '~/components'
import { languageNames, languages, t } from '~/i18n'
import { type Draft, draftOf, textFields } from './edit'
import type { WorkbenchNeed } from './NeedPage'

interface Difference {
  field: string
  mine: string
  theirs: string
}

/** What differs between two drafts, field by field and language by language. */
export function differences(mine: Draft, theirs: Draft): Difference[] {
  const texts = textFields.flatMap((field) =>
    languages.map((language) => ({
      field: `${t(field === 'title' ? 'region.edit.needTitle' : `region.need.${field}`)} (${languageNames[language]})`,
      mine: mine.texts[field][language] ?? '',
      theirs: theirs.texts[field][language] ?? '',
    })),
  )
  const codes = ({ cpv }: Draft) => cpv.map(({ code }) => code).join(', ')
  return [
    ...texts,
    { field: t('region.need.cpv'), mine: codes(mine), theirs: codes(theirs) },
    ...(['contact', 'deadline', 'minimumTrl'] as const).map((field) => ({ field: t(`region.need.${field}`), mine: mine[field], theirs: theirs[field] })),
  ].filter((one) => one.mine !== one.theirs)
}

/** Two people edited the same need: both values side by side, and the choice. */
export function NeedConflict({ mine, theirs, busy, onMine, onTheirs }: { mine: Draft; theirs: WorkbenchNeed; busy: boolean; onMine: () => void; onTheirs: () => void }) {
  return (
    <>
      <Alert tone="warning" live>
        <p>{t('region.edit.stale')}</p>
      </Alert>
      <Table
        caption={t('region.edit.stale')}
        hideCaption
        rows={differences(mine, draftOf(theirs))}
        rowKey={({ field }) => field}
        columns={[
          { key: 'field', head: t('region.edit.field'), rowHead: true, cell: ({ field }) => field },
          { key: 'theirs', head: t('region.edit.theirs'), cell: (one) => one.theirs || t('region.edit.empty') },
          { key: 'mine', head: t('region.edit.mine'), cell: (one) => one.mine || t('region.edit.empty') },
        ]}
      />
      <div class="actions">
        <Button busy={busy} onClick={onMine}>
          {t('region.edit.keepMine')}
        </Button>
        <Button variant="secondary" onClick={onTheirs}>
          {t('region.edit.takeTheirs')}
        </Button>
      </div>
    </>
  )
}

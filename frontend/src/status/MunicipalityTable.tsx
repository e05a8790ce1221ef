import { useState } from 'preact/hooks'
import { announce } from '~/app/announce'
import { Link } from '~/app/Link'
import { LoadMore, Table, TextField } from '~/components'
import { formatNumber, t } from '~/i18n'
import type { Period } from './period'
import type { Places } from './places'
import type { StatusRow } from './types'

// A region has a handful; a country has hundreds, and then a search is the way in.
const many = 40

/** The municipalities of a region in the order of the alphabet, never of the score, each leading to its own figures. */
export function MunicipalityTable({ rows, region, period, places, asked }: { rows: readonly StatusRow[]; region: string; period: Period; places: Places; asked: boolean }) {
  const [word, setWord] = useState('')
  const [all, setAll] = useState(false)
  const wanted = word.trim().toLowerCase()
  const found = wanted ? rows.filter(({ municipality }) => `${municipality.name} ${municipality.number}`.toLowerCase().includes(wanted)) : rows
  const shown = all || found.length <= many ? found : found.slice(0, many)
  return (
    <>
      {rows.length > many && (
        <TextField
          id="find-municipality"
          type="search"
          label={t('status.findMunicipality')}
          characters={24}
          value={word}
          onChange={(next) => {
            setWord(next)
            announce(t('charts.municipalities', { n: rows.filter(({ municipality }) => municipality.name.toLowerCase().includes(next.trim().toLowerCase())).length }))
          }}
        />
      )}
      {found.length === 0 ? (
        <p>{t('status.noMunicipality', { word })}</p>
      ) : (
        <Table
          caption={t('status.municipalitiesCaption')}
          hideCaption
          rows={shown}
          rowKey={({ municipality }) => municipality.id}
          columns={[
            { key: 'name', head: t('status.head.municipality'), rowHead: true, cell: ({ municipality }) => <Link to={places.municipality(region, municipality.id, period)}>{municipality.name}</Link> },
            { key: 'residents', head: t('status.head.residents'), numeric: true, cell: ({ municipality }) => formatNumber(municipality.residents) },
            ...(asked ? [{ key: 'answer', head: t('status.head.answer'), cell: ({ answer }: StatusRow) => t(`status.row.${answer}`) }] : []),
            { key: 'goals', head: t('status.head.goals'), numeric: true, cell: ({ goals }) => t('status.of', { some: goals.filter(({ covered }) => covered).length, all: goals.length }) },
            { key: 'coverage', head: t('status.head.coverage'), numeric: true, cell: ({ goals }) => t('status.of', { some: sum(goals, 'available'), all: sum(goals, 'total') }) },
            { key: 'confirmed', head: t('status.head.confirmed'), numeric: true, cell: ({ goals }) => formatNumber(sum(goals, 'confirmed')) },
          ]}
        />
      )}
      {found.length > many && <LoadMore shown={shown.length} total={found.length} onMore={all ? undefined : () => setAll(true)} />}
    </>
  )
}

function sum(goals: StatusRow['goals'], of: 'available' | 'total' | 'confirmed'): number {
  return goals.reduce((n, goal) => n + goal[of], 0)
}

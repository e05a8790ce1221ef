import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { setQuery, usePlace } from '~/app/location'
import { Button, EmptyState, Loaded, Select, Skeleton, Table, Tag } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, languageNames, t } from '~/i18n'
import { Decisions } from './Decisions'
import { MakePaper } from './MakePaper'
import { ripe } from './ripe'
import type { Desk, PaperInfo, Round } from './types'

/** The papers that are there, a new one, and the decisions of a round. */
export function PaperDesk(desk: Desk) {
  const { region, municipality } = desk
  const load = useLoad(
    async (signal) => {
      const [papers, rounds] = await Promise.all([
        call(api.GET('/papers', { params: { query: municipality ? { municipality } : { region } }, signal })),
        call(api.GET('/rounds', { params: { query: { region } }, signal })),
      ])
      return { papers: papers.items.filter((paper) => municipality || !paper.municipalityId), rounds: rounds.items.filter(ripe) }
    },
    [region, municipality],
  )
  return (
    <Loaded load={load} skeleton={<Skeleton lines={10} />}>
      {({ papers, rounds }) =>
        rounds.length === 0 ? (
          <EmptyState title={t('councilPapers.noRound')}>
            <p>{t('councilPapers.noRoundHelp')}</p>
          </EmptyState>
        ) : (
          <OfRounds desk={desk} papers={papers} rounds={rounds} />
        )
      }
    </Loaded>
  )
}

function OfRounds({ desk, papers, rounds }: { desk: Desk; papers: readonly PaperInfo[]; rounds: readonly Round[] }) {
  const wanted = usePlace().query.get('make')
  const asked = desk.mayMake ? rounds.find(({ id }) => id === wanted)?.id : undefined
  const [chosen, setChosen] = useState(asked ?? rounds[0]?.id ?? '')
  return (
    <>
      <section aria-labelledby="papers">
        <h2 class="ds-heading" data-size="sm" id="papers">
          {t('councilPapers.list')}
        </h2>
        {papers.length === 0 ? <p class="meta">{t('councilPapers.none')}</p> : <PaperTable papers={papers} />}
        {desk.mayMake && (
          <div class="actions">
            <Button onClick={() => setQuery({ make: chosen })}>{t('councilPapers.make')}</Button>
          </div>
        )}
      </section>
      <section class="section" aria-labelledby="decisions">
        <h2 class="ds-heading" data-size="sm" id="decisions">
          {t('councilPapers.decisions')}
        </h2>
        <p class="prose">{t('councilPapers.decisionsLead')}</p>
        {rounds.length > 1 && (
          <Select id="round" label={t('councilPapers.round')} options={rounds.map(({ id, name }) => ({ value: id, label: name }))} value={chosen} onChange={setChosen} />
        )}
        <Decisions key={chosen} round={chosen} />
      </section>
      {asked && <MakePaper desk={desk} rounds={rounds} first={asked} onClose={() => setQuery({ make: null })} />}
    </>
  )
}

function PaperTable({ papers }: { papers: readonly PaperInfo[] }) {
  return (
    <Table
      caption={t('councilPapers.list')}
      hideCaption
      rows={papers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: t('councilPapers.paper'),
          rowHead: true,
          cell: ({ id, title, language }) => (
            <Link to={`/papers/${id}`}>
              <span lang={language}>{title}</span>
            </Link>
          ),
        },
        { key: 'edition', head: t('councilPapers.edition'), numeric: true, cell: ({ edition }) => edition },
        { key: 'language', head: t('councilPapers.language'), cell: ({ language }) => languageNames[language] },
        { key: 'audience', head: t('councilPapers.audience'), cell: ({ audience }) => t(`councilPapers.for.${audience}`) },
        { key: 'state', head: t('councilPapers.state'), cell: (paper) => <Tag tone={paper.state === 'finished' ? 'success' : 'warning'}>{stateOf(paper)}</Tag> },
        { key: 'made', head: t('councilPapers.made'), unbroken: true, cell: ({ createdAt }) => formatDate(createdAt) },
      ]}
    />
  )
}

/** How far a paper has come, in words. */
export function stateOf({ state, publishedAt }: PaperInfo): string {
  return t(publishedAt ? 'councilPapers.published' : state === 'finished' ? 'councilPapers.finished' : 'councilPapers.draft')
}

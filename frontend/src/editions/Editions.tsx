import { useState } from 'preact/hooks'
import { api, call, type components } from '~/api'
import { announce } from '~/app/announce'
import { Alert, Button, Loaded, Skeleton, Table } from '~/components'
import { ReasonForm } from '~/components/reason/ReasonForm'
import { useLoad } from '~/hooks'
import { formatDateTime, t } from '~/i18n'
import type { Round } from '~/status'
import './editions.css'

type List = components['schemas']['RoundEditions']
type Edition = components['schemas']['RoundEdition']

/** The editions in which a round's results were frozen, and for who runs it the form of the next one. */
export function Editions({ round, runs, onChanged }: { round: Round; runs: boolean; onChanged: (round: Round) => void }) {
  const load = useLoad((signal) => call(api.GET('/rounds/{roundId}/editions', { params: { path: { roundId: round.id } }, signal })), [round.id, round.version])
  return (
    <section class="section" aria-labelledby="editions">
      <h2 class="ds-heading" data-size="sm" id="editions">
        {t('editions.title')}
      </h2>
      <p class="prose">{t('editions.lead')}</p>
      <Loaded load={load} skeleton={<Skeleton lines={4} />}>
        {(list) => (
          <>
            {list.items.length === 0 ? <p>{t('editions.none')}</p> : <Shown list={list} />}
            {runs && (round.state === 'frozen' || round.state === 'published') && (
              <Next
                list={list}
                onMade={(next) => {
                  load.set(next)
                  onChanged(next.round)
                }}
              />
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}

function Shown({ list }: { list: List }) {
  return (
    <Table
      caption={t('editions.caption')}
      hideCaption
      rows={list.items}
      rowKey={({ edition }) => `${edition}`}
      columns={[
        { key: 'edition', head: t('editions.head.edition'), rowHead: true, cell: ({ edition }: Edition) => edition },
        {
          key: 'made',
          head: t('editions.head.made'),
          cell: ({ madeAt, madeBy }: Edition) => (
            <>
              {formatDateTime(madeAt)}
              {madeBy && <span class="meta editions__under">{t('editions.byWhom', { name: madeBy })}</span>}
            </>
          ),
        },
        { key: 'reason', head: t('editions.head.reason'), cell: ({ reason }: Edition) => <span class="typed editions__reason">{reason || t('editions.first')}</span> },
        {
          key: 'published',
          head: t('editions.head.published'),
          cell: ({ publishedAt, withdrawn }: Edition) => (
            <>
              {publishedAt ? formatDateTime(publishedAt) : t('editions.notPublic')}
              {publishedAt && withdrawn && <span class="meta editions__under">{t('editions.withdrawn')}</span>}
            </>
          ),
        },
        { key: 'checksum', head: t('editions.head.checksum'), cell: (one: Edition) => <code class="editions__checksum">{one.publicChecksum}</code> },
        { key: 'files', head: t('editions.head.files'), cell: (one: Edition) => <Files round={list.round.id} one={one} /> },
      ]}
    />
  )
}

function Files({ round, one: { edition, ownChecksum } }: { round: string; one: Edition }) {
  const at = `/api/v1/rounds/${round}/editions/${edition}`
  return (
    <ul class="editions__files">
      <li>
        <a class="ds-link" href={`${at}/public`} download>
          {t('editions.file.public', { n: edition })}
        </a>
      </li>
      {ownChecksum && (
        <li>
          <a class="ds-link" href={`${at}/own`} download>
            {t('editions.file.own', { n: edition })}
          </a>
        </li>
      )}
      <li class="no-print">
        <Check round={round} edition={edition} audience={ownChecksum ? 'own' : 'public'} />
      </li>
    </ul>
  )
}

/** Has the edition made again from the stored rows. */
function Check({ round, edition, audience }: { round: string; edition: number; audience: 'own' | 'public' }) {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ tone: 'success' | 'warning' | 'danger'; text: string } | null>(null)
  const check = async () => {
    setBusy(true)
    try {
      const found = await call(api.GET('/rounds/{roundId}/editions/{edition}/{audience}/check', { params: { path: { roundId: round, edition, audience } } }))
      if (!found.intact) setSaid({ tone: 'danger', text: t('editions.check.broken', { n: edition }) })
      else if (found.same) setSaid({ tone: 'success', text: t('editions.check.same', { n: edition }) })
      else setSaid({ tone: 'warning', text: t('editions.check.differs', { n: edition }) })
    } catch (thrown) {
      setSaid({ tone: 'danger', text: thrown instanceof Error ? thrown.message : `${thrown}` })
    }
    setBusy(false)
  }
  return (
    <>
      <Button variant="secondary" small busy={busy} onClick={() => void check()}>
        {t('editions.check', { n: edition })}
      </Button>
      <div aria-live="polite">{said && <Alert tone={said.tone}>{said.text}</Alert>}</div>
    </>
  )
}

function Next({ list, onMade }: { list: List; onMade: (next: List) => void }) {
  const { round, waiting, open } = list
  return (
    <section class="no-print" aria-labelledby="next-edition">
      <h3 class="ds-heading" data-size="xs" id="next-edition">
        {t('editions.correct.title')}
      </h3>
      <p class="prose">{t('editions.correct.lead')}</p>
      {open > 0 && <p>{t('editions.correct.open', { n: open })}</p>}
      {waiting > 0 && <p>{t('editions.correct.waiting', { n: waiting })}</p>}
      <ReasonForm
        key={list.items.length}
        id="edition-reason"
        label={t('editions.correct.reason')}
        help={t('editions.correct.reasonHelp')}
        button={t('editions.correct.button')}
        missing={t('editions.correct.reasonMissing')}
        action={async (reason, key) => {
          const next = await call(api.POST('/rounds/{roundId}/editions', { params: { path: { roundId: round.id }, header: { 'Idempotency-Key': key } }, body: { reason } }))
          announce(t('editions.correct.done', { n: next.items[0]?.edition ?? 1 }))
          onMade(next)
        }}
      />
    </section>
  )
}

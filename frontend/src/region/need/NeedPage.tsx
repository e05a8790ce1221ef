import { useState } from 'preact/hooks'
import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, GoalBadge, Loaded, Skeleton, StateTag } from '~/components'
import { useLoad } from '~/hooks'
import { localText, t } from '~/i18n'
import { Matches } from '~/municipality/needs/Matches'
import { Priority } from '~/municipality/needs/Priority'
import { Said } from '../Said'
import { Decide } from './Decide'
import { NeedFigures } from './NeedFigures'
import { Preview } from './Preview'
import { Versions } from './Versions'

export type WorkbenchNeed = components['schemas']['WorkbenchNeed']

/** The title of a need in the language of the page, or that it has none. */
export function titleOf(need: Pick<WorkbenchNeed, 'title'>): string {
  return localText(need.title).text || t('region.need.untitled')
}

export default function NeedPage({ params }: PageProps) {
  const needId = params['id'] ?? ''
  const [said, setSaid] = useState({ text: '', published: false })
  const load = useLoad((signal) => call(api.GET('/workbench/needs/{needId}', { params: { path: { needId } }, signal })), [needId])
  const need = load.data
  return (
    <Page
      title={need ? titleOf(need) : t('region.needs.title')}
      above={need && t('region.need.above', { region: need.regionName })}
      back={{ to: '/region/needs', label: t('region.need.all') }}
      wide
    >
      <Loaded load={load} skeleton={<Skeleton lines={12} />}>
        {(shown) => (
          <>
            <Said text={said.text} link={said.published && <Link to={`/needs/${needId}`}>{t('region.need.seePublic')}</Link>}>
              {shown.madeUp && (
                <Alert tone="warning">
                  <p>{t('region.need.madeUp')}</p>
                </Alert>
              )}
            </Said>
            <p class="need-row__facts">
              <StateTag of="need" state={shown.state} />
              <GoalBadge goal={shown.goal} size="small" />
              {shown.indicator && <span>{shown.indicator.name}</span>}
            </p>
            {shown.rejectReason && <p>{t('region.need.rejected', { reason: shown.rejectReason })}</p>}
            <section class="section prose" aria-labelledby="why">
              <h2 class="ds-heading" data-size="sm" id="why">
                {t('region.need.reason')}
              </h2>
              <p>{shown.reason}</p>
              <Priority priority={shown.priority} rounded={shown.rounded} parts={shown.parts} />
              <p class="meta">{t('region.need.ruleVersion', { version: shown.ruleVersion })}</p>
            </section>
            <NeedFigures need={shown} />
            <Preview need={shown} />
            <Decide
              need={shown}
              onDone={(next, text) => {
                load.set(next)
                setSaid({ text, published: next.publishedVersion > shown.publishedVersion })
              }}
            />
            <Matches needId={needId} />
            <Versions need={shown} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Tag } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, t } from '~/i18n'
import { pagesOf } from '../round/response'
import { sectionName } from './assignment'
import './handover.css'

/** The sections that somebody handed to the reader, on the first page; nothing where there are none. */
export function HandedToMe() {
  const { data } = useLoad((signal) => call(api.GET('/assignments', { signal })), [])
  if (!data || data.items.length === 0) return null
  return (
    <section class="section section--first handed" aria-labelledby="mine-title">
      <h2 class="ds-heading" data-size="sm" id="mine-title">
        {t('handover.mine.title')}
      </h2>
      <ul class="handed__mine">
        {data.items.map((one) => {
          const { id, responseId, goal, handedBy, deadline, state } = one
          return (
            <li key={id}>
              <Link to={pagesOf(responseId).goal(goal)}>{sectionName(one)}</Link>{' '}
              <span class="meta">{handedBy ? t('handover.mine.from', { name: handedBy, date: formatDate(deadline) }) : t('handover.mine.deadline', { date: formatDate(deadline) })}</span> <Tag tone={state === 'answered' ? 'success' : 'info'}>{t(`handover.state.${state}`)}</Tag>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

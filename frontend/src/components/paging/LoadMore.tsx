import { t } from '~/i18n'
import { Button } from '../button/Button'

export interface LoadMoreProps {
  /** How many are shown, and of how many where that is known. */
  shown: number
  total?: number | undefined
  /** Left out when all are shown. */
  onMore?: (() => void) | undefined
  busy?: boolean
}

/** The end of a list that is fetched in parts. */
export function LoadMore({ shown, total, onMore, busy }: LoadMoreProps) {
  return (
    <div class="load-more">
      <p role="status">{total === undefined ? t('common.shown', { n: shown }) : t('common.shownOf', { n: shown, total })}</p>
      {onMore && (
        <Button variant="secondary" busy={busy ?? false} onClick={onMore}>
          {t('common.showMore')}
        </Button>
      )}
    </div>
  )
}

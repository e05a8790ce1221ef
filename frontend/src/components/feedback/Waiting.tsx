import { useEffect, useState } from 'preact/hooks'
import { t } from '~/i18n'
import './feedback.css'

/** A turning ring with words for those who don't see it. */
export function Spinner({ label = t('common.loading') }: { label?: string }) {
  return (
    <span class="waiting" role="status">
      <span class="spinner" aria-hidden="true" />
      <span>{label}</span>
    </span>
  )
}

/** Grey lines in the place of what is coming, so that nothing jumps. Says that it loads only when that takes a while. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 600)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div class="skeleton">
      <span class="ds-sr-only" role="status">
        {slow ? t('common.loading') : ''}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="ds-skeleton skeleton__line" aria-hidden="true" />
      ))}
    </div>
  )
}

/** The frame of a page whose code is on its way. */
export function PageSkeleton() {
  return (
    <div class="page">
      <div class="page__header">
        <span class="ds-skeleton skeleton__title" aria-hidden="true" />
      </div>
      <Skeleton lines={6} />
    </div>
  )
}

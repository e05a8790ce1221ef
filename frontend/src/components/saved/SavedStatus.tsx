import { href } from '~/app/location'
import { formatTime, t } from '~/i18n'
import type { SaveState } from '~/hooks/saver'
import './saved.css'

/** Tells, to eyes and ears, how it stands with what was typed. One per form, near the top or in its bar. */
export function SavedStatus({ state }: { state: SaveState }) {
  return (
    <p class={`saved saved--${state.kind}`} role="status" aria-live="polite">
      {text(state)}
      {state.kind === 'signedOut' && (
        <>
          {' '}
          <a class="ds-link" href={href('/sign-in')} target="_blank" rel="noopener">
            {t('common.signInNewWindow')}
          </a>
        </>
      )}
    </p>
  )
}

function text(state: SaveState): string {
  switch (state.kind) {
    case 'idle':
      return ''
    case 'saving':
      return t('common.saving')
    case 'saved':
      return t('common.savedAt', { time: formatTime(state.at) })
    case 'offline':
      return t('common.notSavedOffline')
    case 'conflict':
      return t('common.notSavedConflict')
    case 'failed':
      return t('common.notSaved')
    case 'refused':
      return t('common.notSavedFault')
    case 'signedOut':
      return t('common.notSavedSignedOut')
  }
}

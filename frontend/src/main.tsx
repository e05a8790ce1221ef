import './styles/index.css'
import { render } from 'preact'
import { setUnauthenticated } from '~/api'
import { App } from '~/app/App'
import { navigate, place, settleAddress } from '~/app/location'
import { signInAddress } from '~/app/outcomes'
import { endSession, joinWindows, loadSession } from '~/app/session'
import { loadLanguage } from '~/i18n'

settleAddress()
setUnauthenticated(() => {
  endSession()
  navigate(signInAddress(place.get()))
})
if ('BroadcastChannel' in window) joinWindows(new BroadcastChannel('loftet.session'))
void loadSession()
await loadLanguage(place.get().language)
const root = document.getElementById('app')
if (root) render(<App />, root)

import type { JSX } from 'preact'
import { t } from '~/i18n'
import { setTheme, type Theme, themes, useTheme } from '../theme'

const signs: Record<Theme, JSX.Element> = {
  light: <path d="M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM11 1h2v4h-2zM11 19h2v4h-2zM1 11h4v2H1zM19 11h4v2h-4zM4.2 5.6l1.4-1.4 2.8 2.8-1.4 1.4zM15.6 17l1.4-1.4 2.8 2.8-1.4 1.4zM4.2 18.4l2.8-2.8 1.4 1.4-2.8 2.8zM15.6 7l2.8-2.8 1.4 1.4-2.8 2.8z" />,
  dark: <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z" />,
  auto: <path d="M3 4h18v13H3zm2 2v9h14V6zM8 19h8v2H8z" fill-rule="evenodd" />,
}

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const chosen = useTheme()
  return (
    <div class="switch" role="group" aria-label={t('common.theme')}>
      {themes.map((theme) => (
        <button
          key={theme}
          class="switch__choice switch__choice--sign"
          type="button"
          aria-pressed={theme === chosen}
          aria-label={t(`common.theme.${theme}`)}
          title={t(`common.theme.${theme}`)}
          onClick={() => setTheme(theme)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            {signs[theme]}
          </svg>
        </button>
      ))}
    </div>
  )
}

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Opening } from '#shared/contract/home.ts'
import type { Client } from '../client.ts'
import { saveBeforeLeaving } from '../ui/before-leaving.ts'
import { loadTexts, storedLanguage } from '../ui/language.tsx'
import { remember } from '../ui/preferences.ts'
import { routeOf } from '../ui/route.ts'
import { applyStoredTheme } from '../ui/theme.ts'
import { App } from './app.tsx'
import { loadAhead, loadScreen } from './screens.ts'

/** Draws the window: at once with what it begins with, in the language and theme that were chosen last. Where the core did not answer, every part says so itself. */
export async function start(client: Client, answer: Promise<Opening | undefined>): Promise<void> {
  applyStoredTheme()
  saveBeforeLeaving()
  const root = document.getElementById('root')
  if (!root) return
  const first = loadScreen(routeOf(location.hash).screen)
  const opening = await answer
  remember(opening?.preferences)
  const texts = await loadTexts(storedLanguage())
  createRoot(root).render(
    <StrictMode>
      <App client={client} opening={opening} texts={texts} />
    </StrictMode>,
  )
  void first.then(loadAhead)
}

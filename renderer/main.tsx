import '@fontsource-variable/inter/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/controls.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { createClient } from './client.ts'
import { saveBeforeLeaving } from './ui/before-leaving.ts'
import { remember } from './ui/preferences.ts'
import { applyStoredTheme } from './ui/theme.ts'

applyStoredTheme()
saveBeforeLeaving()
const client = createClient()
const root = document.getElementById('root')
if (root) {
  await remember(client)
  createRoot(root).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  )
}

import '@fontsource-variable/inter/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/controls.css'
import { createClient } from './client.ts'

// Asked before the window's own script is loaded, so that the answer is there when it is.
const client = createClient()
const opening = client.home.opening({}).catch(() => undefined)
const { start } = await import('./app/start.tsx')
await start(client, opening)

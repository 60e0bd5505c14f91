import { type ComponentType, lazy, Suspense, useState } from 'react'
import { useTranslator } from './language.tsx'
import { Message } from './message.tsx'

export interface LazyScreen {
  (): React.JSX.Element
  /** Loads its part of the script ahead; may be called often. Fails silently: whoever opens the screen then is told. */
  load(): Promise<void>
}

/** A screen in a part of the script of its own. Once that is loaded the screen is drawn at once, without a word of loading for the blink of an eye. */
export function lazyScreen(part: () => Promise<ComponentType>): LazyScreen {
  let loaded: ComponentType | undefined
  const get = async () => (loaded ??= await part())
  const Later = lazy(async () => ({ default: await get() }))

  function Screen() {
    const { t } = useTranslator()
    // Kept while it is open: another component in its place would begin anew.
    const [Part] = useState(() => loaded ?? Later)
    return <Suspense fallback={<Message title={t('window.states.loading')} />}><Part /></Suspense>
  }
  return Object.assign(Screen, { load: () => get().then(() => undefined, () => undefined) })
}

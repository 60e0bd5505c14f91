import { type ComponentType, lazy, Suspense, useState } from 'react'
import { useTranslator } from './language.tsx'
import { Message } from './message.tsx'

export interface LazyPart<P extends object = object> {
  (props: P): React.JSX.Element
  /** Loads its part of the script ahead; may be called often. Fails silently: whoever draws the part then is told. */
  load(): Promise<void>
}

export type LazyScreen = LazyPart

/**
 * A component in a part of the script of its own. Once that is loaded it is drawn at once, without a word of loading for the blink of an eye;
 * where it did not come, what is drawn anew asks for it anew.
 */
export function lazyPart<P extends object>(part: () => Promise<ComponentType<P>>, Waiting?: ComponentType): LazyPart<P> {
  let loaded: ComponentType<P> | undefined
  const get = async () => (loaded ??= await part())
  // React remembers that a lazy component failed, so the next drawing needs another one.
  const begin = () => lazy(async () => {
    try {
      return { default: await get() }
    } catch (error) {
      later = begin()
      throw error
    }
  })
  let later = begin()

  function Part(props: P) {
    // Kept while it is drawn: another component in its place would begin anew.
    const [Current] = useState<ComponentType<P>>(() => loaded ?? (later as ComponentType<P>))
    return <Suspense fallback={Waiting && <Waiting />}><Current {...props} /></Suspense>
  }
  return Object.assign(Part, { load: () => get().then(() => undefined, () => undefined) })
}

function Loading() {
  const { t } = useTranslator()
  return <Message title={t('window.states.loading')} />
}

/** A screen in a part of the script of its own, which says that it is being loaded. */
export function lazyScreen(part: () => Promise<ComponentType>): LazyScreen {
  return lazyPart(part, Loading)
}

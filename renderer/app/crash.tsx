import { useQueryClient } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { useTranslator } from '../ui/language.tsx'
import { Message } from '../ui/message.tsx'

interface CrashProps {
  readonly children: ReactNode
  /** What stands in its place; `again` draws the children anew. */
  fallback(reason: string, again: () => void): ReactNode
}

/** Catches what breaks while drawing, so that a fault shows words and a way on instead of an empty window. */
class Crash extends Component<CrashProps, { readonly reason: string | null }> {
  override state = { reason: null }

  static getDerivedStateFromError(error: unknown) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    const { reason } = this.state
    return reason === null ? this.props.children : this.props.fallback(reason, () => this.setState({ reason: null }))
  }
}

/** Around the whole window: nothing of it can be trusted after a fault, so it is loaded anew. */
export function WindowCrash({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslator()
  return (
    <Crash fallback={(reason) => <Message title={t('window.states.crashed')} text={t('window.states.crashedHint')} detail={reason} action={{ label: t('window.states.reload'), run: () => location.reload() }} alarm />}>
      {children}
    </Crash>
  )
}

/** Around one screen: the rail, the strip and the other screens go on; trying again asks for everything anew. */
export function ScreenCrash({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { t } = useTranslator()
  const queries = useQueryClient()
  return (
    <Crash
      fallback={(reason, again) => (
        <section id="isi" tabIndex={-1} aria-label={name}>
          <Message
            title={t('window.states.screenCrashed', { screen: name })} text={t('window.states.screenCrashedHint')} detail={reason}
            action={{ label: t('window.states.again'), run: () => void queries.resetQueries().finally(again) }} alarm
          />
        </section>
      )}
    >
      {children}
    </Crash>
  )
}

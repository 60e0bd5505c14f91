import { useQueryClient } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { useTranslator } from '../ui/language.tsx'
import { Message } from '../ui/message.tsx'

interface CrashProps {
  readonly children: ReactNode
  readonly title: string
  readonly text: string
  /** The way on; `again` draws the children anew. */
  readonly label: string
  act(again: () => void): void
}

/** Catches what breaks while drawing, so that a fault shows words and a way on instead of an empty window. */
class Crash extends Component<CrashProps, { readonly reason: string | null }> {
  override state = { reason: null }

  static getDerivedStateFromError(error: unknown) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    const { reason } = this.state
    const { children, title, text, label, act } = this.props
    if (reason === null) return children
    return <Message title={title} text={text} detail={reason} action={{ label, run: () => act(() => this.setState({ reason: null })) }} alarm />
  }
}

/** Around the whole window: nothing of it can be trusted after a fault, so it is loaded anew. */
export function WindowCrash({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslator()
  return <Crash title={t('window.states.crashed')} text={t('window.states.crashedHint')} label={t('window.states.reload')} act={() => location.reload()}>{children}</Crash>
}

/** Around one screen: the rail, the strip and the other screens go on; trying again asks for everything anew. */
export function ScreenCrash({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { t } = useTranslator()
  const queries = useQueryClient()
  return (
    <Crash
      title={t('window.states.screenCrashed', { screen: name })} text={t('window.states.screenCrashedHint')} label={t('window.states.again')}
      act={(again) => void queries.resetQueries().finally(again)}
    >
      {children}
    </Crash>
  )
}

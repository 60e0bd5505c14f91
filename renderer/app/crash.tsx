import { Component, type ReactNode } from 'react'
import { Message } from '../ui/message.tsx'
import { useTranslator } from '../ui/language.tsx'

/** Catches what breaks while drawing, so that a fault shows words and a way on instead of an empty window. */
export class Crash extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <CrashMessage /> : this.props.children
  }
}

function CrashMessage() {
  const { t } = useTranslator()
  return <Message title={t('window.states.crashed')} text={t('window.states.unexpected')} action={{ label: t('window.states.reload'), run: () => location.reload() }} alarm />
}

import { useEffect, useRef } from 'react'

export interface StageKeys {
  next(): void
  previous(): void
  first(): void
  last(): void
  blank(): void
  agree(): void
  object(): void
  defer(): void
  agenda(): void
  help(): void
  leave(): void
}

const TYPED = 'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select'

/** What a key does: pages always turn, whatever has the focus; arrows and letters only where they mean nothing else. `b` and `.` are what clickers send for a dark screen. */
function actionOf(event: KeyboardEvent): keyof StageKeys | undefined {
  const { key, target } = event
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined
  if (key === 'PageDown') return 'next'
  if (key === 'PageUp') return 'previous'
  if (key === 'F1') return 'help'
  // what is typed and not taken yet is given up first
  if (key === 'Escape') return target instanceof Element && target.matches('[data-draft]') ? undefined : 'leave'
  const typing = target instanceof Element && target.matches(TYPED)
  if (typing) return undefined
  const turning = target instanceof Element && target.matches('input')
  if (!turning && (key === 'ArrowRight' || key === 'ArrowDown')) return 'next'
  if (!turning && (key === 'ArrowLeft' || key === 'ArrowUp')) return 'previous'
  if (!turning && key === 'Home') return 'first'
  if (!turning && key === 'End') return 'last'
  if (key === ' ' && (target === document.body || !(target instanceof Element) || target.matches('[data-stage]'))) return 'next'
  const letters: Readonly<Record<string, keyof StageKeys>> = { b: 'blank', '.': 'blank', s: 'agree', c: 'object', t: 'defer', d: 'agenda', '?': 'help' }
  return letters[key.toLowerCase()]
}

/** The keyboard and a presenter's clicker on the stage. While the screen is dark every key brings it back; over a dialog they are its own. */
export function useStageKeys(keys: StageKeys, isBlank: boolean): void {
  const latest = useRef({ keys, isBlank })
  useEffect(() => {
    latest.current = { keys, isBlank }
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return
      const action = latest.current.isBlank ? (event.key === 'Tab' || event.key === 'Shift' ? undefined : 'blank') : event.key === 'F5' && !event.ctrlKey ? 'none' : actionOf(event)
      if (action === undefined) return
      event.preventDefault()
      event.stopPropagation()
      if (action !== 'none') latest.current.keys[action]()
    }
    window.addEventListener('keydown', pressed, true)
    return () => window.removeEventListener('keydown', pressed, true)
  }, [])
}

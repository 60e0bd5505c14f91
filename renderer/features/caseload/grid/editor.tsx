import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'

interface EditorProps {
  readonly label: string
  readonly start: string
  /** `move`: where the cursor goes after it, in rows and columns. */
  done(value: string, move: readonly [number, number]): void
  left(value: string): void
  cancel(): void
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = { Enter: [1, 0], ArrowDown: [1, 0], ArrowUp: [-1, 0], Tab: [0, 1] }

/** The open cell. Enter, Tab, up and down save and go on; Esc leaves what stood there. */
export function Editor({ label, start, done, left, cancel }: EditorProps) {
  const input = useRef<HTMLInputElement>(null)
  const over = useRef(false)
  useLayoutEffect(() => {
    input.current?.focus()
    input.current?.setSelectionRange(start.length, start.length)
  }, [start])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    const move = MOVES[event.key]
    if (event.key === 'Escape') {
      over.current = true
      cancel()
    } else if (move) {
      event.preventDefault()
      over.current = true
      done(event.currentTarget.value, event.shiftKey ? [-move[0] || 0, -move[1] || 0] : move)
    }
  }
  return <input ref={input} className="num" type="text" inputMode="numeric" autoComplete="off" defaultValue={start} aria-label={label} onKeyDown={onKeyDown} onBlur={(event) => { if (!over.current) left(event.currentTarget.value) }} />
}

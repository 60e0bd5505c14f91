import { useEffect, useEffectEvent, useRef, useState } from 'react'

/**
 * Reads a file through the core, one at a time; a new one, or leaving, stops the one before. When the plan changes, as `stamp` tells, the same
 * file is read again: it is kept as it was when it was chosen, even if it is saved anew meanwhile.
 */
export function useFileJob<T>(call: (file: File, signal: AbortSignal) => Promise<T>, stamp: number) {
  const [file, setFile] = useState<File>()
  const [answer, setAnswer] = useState<T>()
  const [reading, setReading] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])
  const read = async (chosen: File, how = call): Promise<void> => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setReading(chosen.name)
    setError(null)
    try {
      const kept = chosen === file ? chosen : new File([await chosen.arrayBuffer()], chosen.name)
      if (running.current !== controller) return
      setFile(kept)
      const found = await how(kept, controller.signal)
      if (running.current === controller) setAnswer(found)
    } catch (failed) {
      if (running.current !== controller || controller.signal.aborted) return
      setAnswer(undefined)
      setError(failed)
    } finally {
      if (running.current === controller) setReading(null)
    }
  }
  const readAgain = useEffectEvent(async () => { if (file) await read(file) })
  useEffect(() => { void Promise.resolve(stamp).then(() => readAgain()) }, [stamp])
  return { file, answer, reading, error, read: (chosen: File, how?: typeof call) => void read(chosen, how), stop: () => { running.current?.abort(); setReading(null) } }
}

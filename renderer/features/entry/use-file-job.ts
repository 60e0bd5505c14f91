import { useEffect, useRef, useState } from 'react'

/** Reads a file through the core, one at a time; a new one, or leaving, stops the one before. `again` reads the same file once more. */
export function useFileJob<T>(call: (file: File, signal: AbortSignal) => Promise<T>) {
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
    setFile(chosen)
    setReading(chosen.name)
    setError(null)
    try {
      const found = await how(chosen, controller.signal)
      if (running.current === controller) setAnswer(found)
    } catch (failed) {
      if (running.current !== controller || controller.signal.aborted) return
      setAnswer(undefined)
      setError(failed)
    } finally {
      if (running.current === controller) setReading(null)
    }
  }
  return { file, answer, reading, error, read: (chosen: File, how?: typeof call) => void read(chosen, how), stop: () => { running.current?.abort(); setReading(null) } }
}

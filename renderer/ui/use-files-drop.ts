import { useEffect, useEffectEvent, useState } from 'react'

/** The files under an entry that was dropped: itself, or all that lie in the folder, however deep. */
async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const inside: FileSystemEntry[] = []
  for (let some = [entry]; some.length > 0;) {
    some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    inside.push(...some)
  }
  return (await Promise.all(inside.map(filesOf))).flat()
}

/** Takes all files and folders that are dropped anywhere in the window. @returns whether something is being held over it */
export function useFilesDrop(take: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const taken = useEffectEvent((files: readonly File[]) => take(files))
  useEffect(() => {
    const control = new AbortController()
    const on = (name: 'dragover' | 'dragleave' | 'drop', work: (event: DragEvent) => void) => window.addEventListener(name, work, { signal: control.signal })
    on('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    })
    on('dragleave', (event) => { if (event.relatedTarget === null) setOver(false) })
    on('drop', (event) => {
      setOver(false)
      const transfer = event.dataTransfer
      if (!transfer?.types.includes('Files')) return
      // otherwise the browser leaves the page for the file
      event.preventDefault()
      const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
      const plain = [...transfer.files]
      const folders = entries.filter(({ isDirectory }) => isDirectory)
      if (folders.length === 0) taken(plain)
      else void Promise.all(entries.map(filesOf)).then((files) => taken(files.flat()))
    })
    return () => control.abort()
  }, [])
  return over
}

import { useRef } from 'react'

/** Opens the system's choice of a data file. */
export function FileButton({ label, className, take }: { readonly label: string; readonly className?: string; take(file: File): void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>{label}</button>
      <input
        ref={input} type="file" hidden accept=".xlsx,.xls,.xlsb,.ods,.csv,.txt,.tsv,.html,.htm" aria-label={label}
        onChange={(event) => { const [file] = event.target.files ?? []; event.target.value = ''; if (file) take(file) }}
      />
    </>
  )
}

import { type ReactNode, useId } from 'react'

interface FieldProps {
  readonly label: string
  /** What the field takes. */
  readonly hint: string
  /** What is wrong with what it holds. */
  readonly problem?: string | undefined
  readonly children: (described: { readonly id: string; readonly 'aria-describedby': string; readonly 'aria-invalid': boolean }) => ReactNode
}

/** A named field with what it takes below it; what is wrong with it stands in the same place. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-hint`, 'aria-invalid': problem !== undefined })}
      <p id={`${id}-hint`} className={problem === undefined ? 'hint' : 'hint alarm'}>
        {problem !== undefined && <span aria-hidden="true">▲ </span>}
        {problem ?? hint}
      </p>
    </div>
  )
}

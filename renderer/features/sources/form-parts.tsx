import { useId } from 'react'

interface PickProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, name: string])[]
  readonly disabled?: boolean
  set(value: string): void
}

/** A labelled choice of one. */
export function Pick({ label, value, options, disabled = false, set }: PickProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} disabled={disabled} onChange={(event) => set(event.target.value)}>
        {options.map(([key, name]) => <option key={key} value={key}>{name}</option>)}
      </select>
    </div>
  )
}

interface ChoicesProps<T extends string> {
  readonly legend: string
  readonly all: readonly T[]
  readonly chosen: readonly T[]
  name(one: T): string
  set(chosen: readonly T[]): void
}

/** A choice of any number of a short list. */
export function Choices<T extends string>({ legend, all, chosen, name, set }: ChoicesProps<T>) {
  return (
    <fieldset className="choices">
      <legend className="soft">{legend}</legend>
      {all.map((one) => (
        <label className="check" key={one}>
          <input type="checkbox" checked={chosen.includes(one)} onChange={(event) => set(event.target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))} /> {name(one)}
        </label>
      ))}
    </fieldset>
  )
}

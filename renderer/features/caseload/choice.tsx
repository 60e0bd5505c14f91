import { useId } from 'react'

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly (readonly [value: T, name: string])[]
  pick(value: T): void
}

/** A list to choose from with its name beside it. */
export function Choice<T extends string>({ label, value, options, pick }: ChoiceProps<T>) {
  const id = useId()
  const chosen = (text: string) => {
    const option = options.find(([key]) => key === text)
    if (option) pick(option[0])
  }
  return (
    <span className="labelled">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => chosen(event.target.value)}>{options.map(([key, name]) => <option key={key} value={key}>{name}</option>)}</select>
    </span>
  )
}

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Field } from './field.tsx'

export interface ChosenRegion {
  readonly code: string
  readonly name: string
  readonly kind: 'desa' | 'kelurahan' | 'regency'
  readonly path: readonly string[]
}

interface RegionFieldProps {
  readonly level: 'village' | 'regency'
  readonly chosen: ChosenRegion | undefined
  readonly problem?: string | undefined
  choose(region: ChosenRegion | undefined): void
}

/** What a chosen region is called: itself and what it lies in. */
function regionTitle({ name, path }: ChosenRegion): string {
  return [name, ...path].slice(0, 3).join(', ')
}

const ENOUGH = 3

/** A region, found by typing: a list of what fits opens below, arrows move in it, Enter takes one. */
export function RegionField({ level, chosen, problem, choose }: RegionFieldProps) {
  const { t } = useTranslator()
  const api = useApi()
  const queries = useQueryClient()
  const id = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const asked = text.trim()
  const question = api.home.regions.queryOptions({ input: { text: asked, level } })
  const found = useQuery({ ...question, enabled: open && asked.length >= ENOUGH, placeholderData: keepPreviousData })
  const options = asked.length >= ENOUGH ? (found.data ?? []) : []
  const shown = open && asked.length >= ENOUGH

  function take(region: ChosenRegion) {
    choose(region)
    setText(regionTitle(region))
    setOpen(false)
  }

  /** Enter came before the list did: it means the first of what was typed, not of what is still shown for fewer letters. */
  async function takeFirst(field: HTMLInputElement) {
    const typed = field.value
    const [first] = await queries.fetchQuery(question).catch(() => [])
    if (first && field.value === typed) take(first)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const last = options.length - 1
    if (event.key === 'Escape' && shown) setOpen(false)
    else if (event.key === 'ArrowDown') {
      setOpen(true)
      setActive((at) => (shown ? Math.min(last, at + 1) : 0))
    } else if (event.key === 'ArrowUp') setActive((at) => Math.max(0, at - 1))
    else if (event.key === 'Enter' && shown && (found.isPending || found.isPlaceholderData)) void takeFirst(event.currentTarget)
    else if (event.key === 'Enter' && shown && options[active]) take(options[active])
    else return
    event.preventDefault()
  }

  return (
    <Field label={t(`home.field.${level}`)} hint={chosen ? chosen.code : t(`home.field.${level}Hint`)} problem={problem}>
      {(described) => (
        <div className="region">
          <input
            {...described} type="text" role="combobox" autoComplete="off" spellCheck={false} aria-expanded={shown} aria-controls={`${id}-list`} aria-autocomplete="list"
            aria-activedescendant={shown && options[active] ? `${id}-${active}` : undefined} value={text}
            onChange={(event) => {
              setText(event.target.value)
              setOpen(true)
              setActive(0)
              if (chosen) choose(undefined)
            }}
            onKeyDown={onKeyDown} onBlur={() => setOpen(false)}
          />
          <ul id={`${id}-list`} role="listbox" aria-label={t(`home.field.${level}`)} hidden={!shown || options.length === 0}>
            {options.map((region, index) => (
              // The field keeps the focus: a press on an option must not take it away before the click arrives.
              <li key={region.code} id={`${id}-${index}`} role="option" aria-selected={index === active} onMouseDown={(event) => event.preventDefault()} onClick={() => take(region)}>
                <span>{region.name}{region.kind === 'kelurahan' && <small> {t('home.field.kelurahan')}</small>}</span>
                <small>{region.path.slice(0, 3).join(', ')}</small>
              </li>
            ))}
          </ul>
          {shown && options.length === 0 && <p className="region-note" role="status">{t(found.isFetching ? 'home.field.searching' : 'home.field.none')}</p>}
        </div>
      )}
    </Field>
  )
}

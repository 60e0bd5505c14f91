import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import type { PlanKind } from '#shared/domain/plan.ts'
import { useApi } from '../ui/api.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useTranslator } from '../ui/language.tsx'
import { goTo } from '../ui/route.ts'
import { type Command, findCommands } from './palette-find.ts'
import { useActions } from './use-actions.ts'

const GROUPS = ['screens', 'actions', 'activities', 'sources', 'meant', 'add'] as const
const MOST = 40

/** Ctrl+K: screens, commands, and the plan's activities and sources by everyday words; what the catalogue has besides can be added. */
export function Palette({ kind, commands, close }: { readonly kind: PlanKind; readonly commands: readonly Command[]; close(): void }) {
  const { t } = useTranslator()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const matching = findCommands([...commands, ...usePlanCommands(text, kind)], text)
  const named = new Set(matching.filter(({ group }) => group === 'activities').map((command) => command.id))
  const found = matching.filter(({ id: key, group }) => group !== 'meant' || !named.has(key.replace('meant-', ''))).slice(0, MOST)
  const ordered = GROUPS.flatMap((group) => found.filter((command) => command.group === group))
  const chosen = ordered[Math.min(at, ordered.length - 1)]
  const chosenId = chosen && `${id}-${chosen.id}`
  useEffect(() => {
    if (chosenId) document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  const run = (command: Command | undefined) => {
    if (!command) return
    close()
    command.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ordered.length - 1 }
    const next = steps[event.key]
    if (event.key === 'Enter') run(chosen)
    else if (next !== undefined && ordered.length > 0) setAt((next + ordered.length) % ordered.length)
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={t('frame.palette.title')} className="palette" close={close}>
      <input
        type="text" role="combobox" aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={chosenId} aria-label={t('frame.palette.title')} aria-autocomplete="list"
        data-focus autoComplete="off" placeholder={t('frame.palette.hint')} value={text} onChange={(event) => { setText(event.target.value); setAt(0) }} onKeyDown={onKeyDown}
      />
      <div role="listbox" id={`${id}-list`} aria-label={t('frame.palette.results')} tabIndex={-1}>
        {GROUPS.map((group) => {
          const members = ordered.filter((command) => command.group === group)
          return members.length > 0 && (
            <div role="group" aria-label={t(`frame.palette.${group}`)} key={group}>
              <p className="fine faint" aria-hidden="true">{t(`frame.palette.${group}`)}</p>
              {members.map((command) => (
                <div role="option" id={`${id}-${command.id}`} key={command.id} aria-selected={command === chosen} onClick={() => run(command)} onPointerMove={() => command !== chosen && setAt(ordered.indexOf(command))}>
                  <span>{command.name}</span>
                  {command.keys && <kbd>{command.keys}</kbd>}
                </div>
              ))}
            </div>
          )
        })}
      </div>
      {ordered.length === 0 && <p className="soft" role="status">{t('frame.palette.empty')}</p>}
    </Dialog>
  )
}

/** The plan's own activities and sources, and what of the catalogue the typed words mean (`telur`, `WC`). */
function usePlanCommands(text: string, kind: PlanKind): Command[] {
  const { t } = useTranslator()
  const api = useApi()
  const actions = useActions()
  const lines = useQuery(api.plan.lines.queryOptions({ input: {} }))
  const sources = useQuery(api.plan.sources.queryOptions({ input: {} }))
  const catalogue = useQuery(api.plan.catalogue.queryOptions({ input: { text: text.trim().slice(0, 100), kind }, enabled: text.trim().length > 1 }))
  const words = text.trim()
  const meant = words.length > 1 ? (catalogue.data ?? []) : []
  const activities = [...new Map((lines.data ?? []).toReversed().map((line) => [line.activityId, line])).values()].toReversed()
  const lineTexts = (activityId: string) => (lines.data ?? []).filter((line) => line.activityId === activityId).map((line) => line.description).join(' ')
  const meantName = new Set(meant.map((entry) => entry.name))
  const inPlan = new Set(activities.map((line) => line.activity))
  return [
    ...activities.map((line): Command => ({ id: line.activityId, group: 'activities', name: line.activity, also: lineTexts(line.activityId), run: () => goTo('anggaran', line.id) })),
    ...(sources.data ?? []).map((source): Command => ({ id: source.id, group: 'sources', name: `${source.label} · ${source.name}`, also: source.code, run: () => goTo('sumber', source.id) })),
    ...activities.filter((line) => meantName.has(line.activity)).map((line): Command => ({ id: `meant-${line.activityId}`, group: 'meant', name: line.activity, also: words, run: () => goTo('anggaran', line.id) })),
    ...meant.filter((entry) => !inPlan.has(entry.name)).slice(0, 8).map((entry): Command => ({
      id: `add-${entry.key}`, group: 'add', name: t('frame.palette.addActivity', { activity: entry.name }), also: words, run: () => actions.add(entry.key, entry.name),
    })),
  ]
}

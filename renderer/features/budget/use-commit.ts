import { useCallback } from 'react'
import type { PlanEditInput } from '#shared/contract/plan.ts'
import { number } from '#shared/i18n/format.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useLastStep } from '../../ui/use-last-step.ts'
import { useNotices } from '../../ui/notices.tsx'
import { useColumnName } from './announcer.tsx'
import { cellText, isLocked, NAME_COLUMN } from './cells.ts'
import { fillable, type PastedCell, placeBlock } from './clipboard.ts'
import { empties, readCell } from './edits.ts'
import type { Area, Place } from '../../ui/grid-moves.ts'
import type { Column } from './columns.ts'
import type { GridRow } from './rows.ts'
import { gridState, markKey } from './store.ts'
import { problemText } from './problem-text.ts'
import { refusalText, useEdit } from './use-edit.ts'

/** A cell of a paste that cannot be taken, and why. */
export interface Untaken {
  readonly row: number
  readonly col: number
  readonly text: string
  readonly reason: string
  /** Written as numbers are in the window's other language. */
  readonly foreign: boolean
}

/** A cell of a paste that can be taken: what stands there now, what was pasted; `empties` where money would go from it. */
export interface Taken {
  readonly place: Place
  readonly edits: readonly PlanEditInput[]
  readonly before: string
  readonly text: string
  readonly empties: boolean
}

/** How many cells came to be changed at once: from the clipboard, or from the cells beside them. */
export type BlockWay = 'pasted' | 'filled'

/** A paste or fill that waits for its user: what would be filled or emptied, what not, what is the same already. */
export interface PastePreview {
  readonly way: BlockWay
  readonly taken: readonly Taken[]
  readonly untaken: readonly Untaken[]
  readonly unchanged: number
}

function isLockedAt(row: GridRow | undefined, column: Column | undefined): boolean {
  return row !== undefined && column !== undefined && isLocked(row, column)
}

/** What turns typed and pasted texts into edits. One cell that is refused keeps its text, marked; a block that is refused in part is looked at first. */
export function useCommit() {
  const translator = useTranslator()
  const send = useEdit()
  const show = useNotices((state) => state.show)
  const { t, language } = translator
  const columnName = useColumnName()
  const lastStep = useLastStep()

  const commitCell = useCallback(async (place: Place, text: string) => {
    const { rows, columns, mark, stamp, wait, say } = gridState()
    const [row, column] = [rows[place.row], columns[place.col]]
    if (!row || !column) return
    const key = markKey(row, column)
    const locked = isLocked(row, column)
    const refuse = (reason: (translator: Translator) => string) => {
      const made = { text, reason }
      mark(key, made)
      void lastStep().then((after) => stamp(key, made, after), () => undefined)
      say(t('budget.problems.refusedAt', { text, reason: reason(translator), column: columnName(column), row: cellText(row, NAME_COLUMN, language, String) }))
    }
    const reading = readCell(row, column, text, language)
    if (reading.kind === 'problem') {
      refuse((now) => problemText(reading, now))
      return
    }
    mark(key, undefined)
    say('')
    if (reading.kind === 'same') return
    wait(key, text)
    const answer = await send(reading.edits)
    wait(key, undefined)
    const [refused] = answer?.refused ?? []
    if (refused) refuse((now) => refusalText(refused, now))
    else if (!answer) refuse((now) => now.t('budget.problems.failed'))
    else if (locked) show({ text: t('budget.problems.locked'), alarm: false })
  }, [send, show, lastStep, columnName, translator, t, language])

  /** What the cells of a block come to; refusals of the core are asked for before anything is changed. */
  const preview = useCallback(async (cells: readonly PastedCell[], way: BlockWay): Promise<PastePreview | undefined> => {
    const edits: PlanEditInput[] = []
    const cellOf: PastedCell[] = []
    for (const cell of cells) {
      if (cell.reading.kind !== 'edits') continue
      for (const edit of cell.reading.edits) {
        edits.push(edit)
        cellOf.push(cell)
      }
    }
    const answer = edits.length > 0 ? await send(edits, true) : undefined
    if (edits.length > 0 && !answer) return undefined
    const refused = new Map((answer?.refused ?? []).flatMap((refusal) => {
      const cell = cellOf[refusal.edit]
      return cell ? [[cell, refusalText(refusal, translator)] as const] : []
    }))
    const untaken = cells.flatMap((cell): Untaken[] => {
      const reason = cell.reading.kind === 'problem' ? problemText(cell.reading, translator) : refused.get(cell)
      const unclear = cell.reading.kind === 'problem' && (cell.reading.reason === 'unclear' || cell.reading.reason === 'unclearTwo')
      return reason === undefined ? [] : [{ row: cell.row, col: cell.col, text: cell.text, reason, foreign: unclear && parseAmount(cell.text, language === 'id' ? 'en' : 'id') !== undefined }]
    })
    const { rows, columns } = gridState()
    const taken = cells.flatMap((cell): Taken[] => {
      const [row, column] = [rows[cell.row], columns[cell.col]]
      if (cell.reading.kind !== 'edits' || refused.has(cell) || !row || !column) return []
      return [{ place: cell, edits: cell.reading.edits, before: cellText(row, column, language, String), text: cell.text.trim(), empties: empties(cell.reading) }]
    })
    return { way, taken, untaken, unchanged: cells.filter((cell) => cell.reading.kind === 'same').length }
  }, [send, translator, language])

  const apply = useCallback(async ({ way, taken }: PastePreview) => {
    const answer = taken.length > 0 ? await send(taken.flatMap(({ edits }) => edits)) : undefined
    const { rows, columns, mark } = gridState()
    if (answer && !answer.applied) show({ text: t(`budget.paste.${way}.failed`), alarm: true })
    if (!answer?.applied) return answer === undefined && taken.length === 0
    for (const { place } of taken) mark(markKey(rows[place.row], columns[place.col]), undefined)
    if (taken.length > 1) show({ text: t('budget.done.pasted', { count: number(taken.length, language) }), alarm: false, topic: 'step' })
    if (taken.some(({ place: { row, col } }) => isLockedAt(rows[row], columns[col]))) show({ text: t('budget.problems.locked'), alarm: false })
    return true
  }, [send, show, t, language])

  /** Pastes or fills in a block where all of it can be taken and no money goes from a cell. @returns the preview where not */
  const paste = useCallback(async (block: readonly (readonly string[])[], area: Area, way: BlockWay): Promise<PastePreview | undefined> => {
    const { rows, columns } = gridState()
    const cells = placeBlock(block, area, rows, columns, language)
    const found = await preview(way === 'filled' ? fillable(cells) : cells, way)
    if (!found || (found.untaken.length === 0 && !found.taken.some((cell) => cell.empties) && (await apply(found)))) return undefined
    return found
  }, [preview, apply, language])

  return { commitCell, paste, apply, send }
}

export type Commit = ReturnType<typeof useCommit>

import { type KeyboardEvent, useCallback } from 'react'
import type { PlanEditInput } from '#shared/contract/plan.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { cellText, editText, fillText, isEditable, isLocked, lineOf } from './cells.ts'
import { moved, type Place, tabbed } from '../../ui/grid-moves.ts'
import { areaOf, gridState, markKey } from './store.ts'
import type { Column } from './columns.ts'
import type { GridRow } from './rows.ts'
import type { BlockWay, Commit } from './use-commit.ts'

export interface GridActions {
  readonly move: (step: 1 | -1) => void
  readonly remove: () => void
  readonly add: () => void
  readonly allocate: () => void
  /** Gives a column a width in px; `null`: its own again. */
  readonly setWidth: (key: string, px: number | null) => void
  /** Pastes or fills a block into the selection, and shows what cannot be taken. */
  readonly paste: (block: readonly (readonly string[])[], way?: BlockWay) => void
}

/** Texts of the selection as they can be typed again, row by row; `textOf` makes the text of one cell, which is what it shows where this is left out. */
export function selectedTexts({ t, language }: Translator, textOf = cellText): string[][] {
  const state = gridState()
  const area = areaOf(state)
  return state.rows.slice(area.top, area.bottom + 1).map((row) => state.columns.slice(area.left, area.right + 1).map((column) => {
    const marked = state.marks.get(markKey(row, column))
    const money = ['need', 'source', 'funded', 'gap'].includes(column.kind)
    const text = marked?.text ?? textOf(row, column, language, (tier) => t('budget.tier', { tier }))
    return money && text === '–' ? '' : text
  }))
}

/**
 * Empties the cells of the selection that may be empty; one step. @returns whether there are any; how many lost money or a refused text, how many kept
 * what they say
 */
export function clearSelection(commit: Commit): { readonly clearable: boolean; readonly emptied: number; readonly kept: number } {
  const state = gridState()
  const area = areaOf(state)
  const edits: PlanEditInput[] = []
  let [clearable, marks, kept] = [false, 0, 0]
  for (const row of state.rows.slice(area.top, area.bottom + 1)) {
    for (const column of state.columns.slice(area.left, area.right + 1)) {
      const marked = state.marks.has(markKey(row, column))
      clearable ||= column.kind === 'source' || marked
      if (marked) marks += 1
      state.mark(markKey(row, column), undefined)
      const line = lineOf(row)
      const label = column.source?.label ?? ''
      if (line && column.kind === 'source' && (line.bySource[label] ?? 0) > 0) edits.push({ what: 'cell', line: line.id, source: label, amount: 0 })
      else if (!marked && isFilled(row, column)) kept += 1
    }
  }
  if (edits.length > 0) void commit.send(edits)
  return { clearable, emptied: edits.length + marks, kept }
}

function isFilled(row: GridRow | undefined, column: Column | undefined): boolean {
  return row !== undefined && column !== undefined && !['', '–'].includes(cellText(row, column, 'id', String))
}

/** Locks the source cells of the selection, or unlocks them where all of them are locked; one step. */
function toggleLocks(commit: Commit): void {
  const state = gridState()
  const area = areaOf(state)
  const cells = state.rows.slice(area.top, area.bottom + 1).flatMap((row) => {
    const line = lineOf(row)
    return state.columns.slice(area.left, area.right + 1).flatMap((column) =>
      line && column.kind === 'source' ? [{ line: line.id, source: column.source?.label ?? '', locked: isLocked(row, column) }] : [])
  })
  const locked = !cells.every((cell) => cell.locked)
  if (cells.length > 0) void commit.send(cells.map(({ line, source }) => ({ what: 'cell', line, source, locked })))
}

/** Ctrl+D and Ctrl+R: the first row or column of the selection into the rest of it; a selection of one row or column takes the one before. */
function fill(direction: 'down' | 'right', actions: GridActions, translator: Translator): void {
  const state = gridState()
  const area = areaOf(state)
  const down = direction === 'down'
  if (down && area.top === area.bottom && area.top > 0) state.selectArea({ row: area.top - 1, col: area.left }, { row: area.bottom, col: area.right })
  if (!down && area.left === area.right && area.left > 0) state.selectArea({ row: area.top, col: area.left - 1 }, { row: area.bottom, col: area.right })
  const texts = selectedTexts(translator, fillText)
  const [first = []] = texts
  actions.paste(texts.map((row) => (down ? first : row.map(() => row[0] ?? ''))), 'filled')
}

const WIDTH_STEP_PX = 16

/** How wide a column stands on the screen now, in whole px. */
export function widthOf(grid: HTMLElement, col: number): number {
  return Math.round(grid.querySelector(`[role="columnheader"][aria-colindex="${col + 1}"]`)?.getBoundingClientRect().width ?? 0)
}

/** The keys of a spreadsheet. Undo and redo are the screen's and the window's own. Esc gives Tab back to the page, so that nobody is held in the table. */
export function useGridKeys(commit: Commit, actions: GridActions, page: () => number) {
  const translator = useTranslator()
  const { t, language } = translator
  const show = useNotices((state) => state.show)
  return useCallback((event: KeyboardEvent<HTMLElement>) => {
    const state = gridState()
    if (state.editing || event.nativeEvent.isComposing) return
    const { rows, columns, active } = state
    const [row, column] = [rows[active.row], columns[active.col]]
    if (!row || !column) return
    const ctrl = event.ctrlKey || event.metaKey
    const size = { rows: rows.length, columns: columns.length }
    const take = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    const go = (place: Place | undefined, extend = false) => {
      if (!place) return
      take()
      state.select(place, extend)
    }
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (event.altKey) {
      if (key === 'ArrowUp' || key === 'ArrowDown') { take(); actions.move(key === 'ArrowUp' ? -1 : 1) }
      if (key === 'ArrowLeft' || key === 'ArrowRight') {
        take()
        if (event.shiftKey) actions.setWidth(column.key, widthOf(event.currentTarget, active.col) + (key === 'ArrowRight' ? WIDTH_STEP_PX : -WIDTH_STEP_PX))
        else foldAt(key === 'ArrowRight')
      }
      if (event.shiftKey && key === 'Backspace') { take(); actions.setWidth(column.key, null) }
      if (key === 't') { take(); actions.add() }
      if (key === 'a') { take(); actions.allocate() }
      return
    }
    if (key === 'Tab') {
      if (!state.leaving) go(tabbed(active, event.shiftKey ? -1 : 1, size))
      return
    }
    if (key === 'Escape') {
      state.mark(markKey(row, column), undefined)
      state.select(active)
      state.setLeaving(true)
      return
    }
    if (ctrl) {
      const commands: Readonly<Record<string, () => void>> = {
        d: () => fill('down', actions, translator), r: () => fill('right', actions, translator),
        a: () => state.selectArea({ row: rows.length - 1, col: columns.length - 1 }, { row: 0, col: 0 }), Delete: actions.remove,
      }
      const command = commands[key]
      if (command) {
        take()
        command()
        return
      }
    }
    const filled = (place: Place) => isFilled(rows[place.row], columns[place.col])
    const target = moved(key, ctrl, active, size, page(), filled)
    if (target) {
      go(target, event.shiftKey)
      return
    }
    if (ctrl) return
    if (key === 'Enter') go({ row: Math.max(0, Math.min(rows.length - 1, active.row + (event.shiftKey ? -1 : 1))), col: active.col })
    else if (key === 'Delete' || key === 'Backspace') { take(); if (!clearSelection(commit).clearable) show({ text: t('budget.problems.notCleared'), alarm: false }) }
    else if (key === ' ') {
      take()
      if (column.kind === 'source') toggleLocks(commit)
      else if (column.kind === 'name' && row.open !== null) state.fold(row.key, !row.open)
    } else if (isEditable(row, column) && (key === 'F2' || event.key.length === 1)) {
      take()
      if (key === 'F2') {
        const at = markKey(row, column)
        state.edit(state.marks.get(at)?.text ?? state.pending.get(at) ?? editText(row, column, language), false)
      }
      else state.edit(event.key, true)
    } else if (key === 'F2' || event.key.length === 1) {
      const text = t(`budget.problems.elsewhere.${typedElsewhere(row, column)}`)
      if (!useNotices.getState().notices.some((notice) => notice.text === text)) show({ text, alarm: false })
    }
  }, [commit, actions, page, translator, t, language, show])
}

/** Which sentence says where to type instead of in a cell that is only for reading. */
function typedElsewhere(row: GridRow, column: Column): 'code' | 'sum' | 'need' | 'funded' | 'gap' | 'perChild' {
  const { kind } = column
  if (kind === 'code') return kind
  return !lineOf(row) || kind === 'name' || kind === 'volume' || kind === 'price' || kind === 'source' ? 'sum' : kind
}

/** Opens or folds the row of the active cell; folding a cost line folds its activity and goes there. */
function foldAt(open: boolean): void {
  const state = gridState()
  const row = state.rows[state.active.row]
  if (!row) return
  if (row.open !== null && row.open !== open) state.fold(row.key, open)
  else if (!open && row.kind !== 'tier') {
    const parent = state.rows.findLastIndex((candidate, index) => index < state.active.row && candidate.level < row.level)
    if (parent >= 0) state.select({ row: parent, col: state.active.col })
  }
}

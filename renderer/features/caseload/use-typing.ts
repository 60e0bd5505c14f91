import { useState } from 'react'
import type { COUNT_REFUSALS } from '#shared/contract/caseload.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import type { SeriesSummary } from '../../ui/trend.ts'
import { useCommand } from '../../ui/use-command.ts'
import { blockOf, type PastedCell, pastedCells } from './paste.ts'

type Code = (typeof COUNT_REFUSALS)[number] | 'outside'
export interface Refused {
  readonly text: string
  readonly code: Code
}
interface Block {
  readonly cells: readonly PastedCell[]
  readonly refused: readonly { readonly cell: PastedCell; readonly code: Code }[]
}

export const cellKey = (series: SeriesSummary, group: CountKey): string => `${series.id}/${group}`

const FITS = (cell: PastedCell): cell is PastedCell & { group: CountKey; series: SeriesSummary } => cell.group !== undefined && cell.series !== undefined

/** Typing and pasting of counts: what cannot be understood stays in its cell, marked; a block is written whole or not at all. */
export function useTyping() {
  const api = useApi()
  const { t } = useTranslator()
  const show = useNotices((state) => state.show)
  const [marked, setMarked] = useState<Readonly<Record<string, Refused>>>({})
  const [block, setBlock] = useState<Block>()
  const command = useCommand(['caseload', 'setCounts'], (input: Parameters<typeof api.caseload.setCounts.call>[0]) => api.caseload.setCounts.call(input))

  async function type(series: SeriesSummary, group: CountKey, value: string): Promise<void> {
    const key = cellKey(series, group)
    const clear = () => setMarked(({ [key]: _gone, ...others }) => others)
    if (value.trim() === String(series.counts[group] ?? '')) return clear()
    try {
      const { refused: [first] } = await command.mutateAsync({ cells: [{ series: series.id, group, value }] })
      if (first) setMarked((others) => ({ ...others, [key]: { text: value, code: first.code } }))
      else clear()
    } catch {
      // The notice has said why; what was typed stays in the cell.
      setMarked((others) => ({ ...others, [key]: { text: value, code: 'count_not_a_number' } }))
    }
  }

  async function write(cells: readonly PastedCell[]): Promise<void> {
    const outside = cells.filter((cell) => !FITS(cell))
    const inside = cells.filter(FITS)
    const told = outside.map((cell) => ({ cell, code: 'outside' as const }))
    if (inside.length === 0) return setBlock(told.length > 0 ? { cells, refused: told } : undefined)
    if (told.length > 0) return setBlock({ cells, refused: told })
    const { written, refused } = await command.mutateAsync({ cells: inside.map(({ series, group, value }) => ({ series: series.id, group, value })) })
    if (refused.length > 0) {
      setBlock({ cells, refused: refused.flatMap(({ index, code }) => (inside[index] ? [{ cell: inside[index], code }] : [])) })
      return
    }
    setBlock(undefined)
    setMarked((others) => Object.fromEntries(Object.entries(others).filter(([key]) => !inside.some(({ series, group }) => cellKey(series, group) === key))))
    show({ text: t('caseload.paste.done', { count: written }), alarm: false })
  }

  return {
    marked, block, type,
    paste: (text: string, groups: readonly CountKey[], columns: readonly SeriesSummary[], row: number, column: number) =>
      write(pastedCells(blockOf(text), groups, columns, row, column)).catch(() => undefined),
    /** Writes the cells of a refused block that can be used. */
    pasteRest: () => write(block?.cells.filter((cell) => !block.refused.some((refused) => refused.cell === cell)) ?? []).catch(() => undefined),
    dismiss: () => setBlock(undefined),
    forget: (series: SeriesSummary, group: CountKey) => setMarked(({ [cellKey(series, group)]: _gone, ...others }) => others),
  }
}

export type Typing = ReturnType<typeof useTyping>

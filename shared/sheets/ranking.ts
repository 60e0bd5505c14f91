import { ratioBp } from '#shared/domain/money.ts'
import { MOST_RANKED, type RankedFigures, type Ranking, rankVillages } from '#shared/domain/village-ranking.ts'
import { number, outOf, percent, tableFigure } from '#shared/i18n/format.ts'
import { CHART_COLUMNS, type ChartRow, chartTable, heightFor } from './chart-frame.ts'
import { regencySheet, type RegencyPaper, regencyTexts } from './regency.ts'
import { type Cell, formula, type Section, type SheetDocument, text } from './sheet.ts'
import { fill } from './texts.ts'

interface NamedVillage extends RankedFigures {
  readonly name: string
  readonly district: string
}

/** Peringkat Desa: where most is to be done, as charts over the cells of the sheet of villages, which they follow. */
export function rankingSheet(paper: RegencyPaper, title: readonly string[], villages: readonly NamedVillage[]): SheetDocument {
  const t = regencyTexts(paper.language)
  const { common, ranking, recap } = t
  const source = fill(t.footer, { received: paper.received, villages: paper.villages, year: paper.fiscalYear })
  const cell = ({ code }: NamedVillage, column: string): Cell => formula({ op: 'same', as: { sheet: recap.sheets.villages, row: code, column } })
  const chart = (by: Ranking, parts: Pick<Parameters<typeof chartTable>[1], 'kind' | 'head' | 'series'>, row: (village: NamedVillage) => Pick<ChartRow, 'cells' | 'drawn' | 'figure'>): Section[] => {
    const all = rankVillages(villages, by)
    const shown = all.slice(0, MOST_RANKED)
    if (shown.length === 0) return []
    return [chartTable(source, {
      key: `ranking:${by}`, title: ranking[by], height: heightFor(shown.length), ...parts,
      notes: all.length > shown.length ? [fill(ranking.more, { shown: number(shown.length, paper.language), all: number(all.length, paper.language) })] : [],
      rows: shown.map((village) => ({ key: `${by}:${village.code}`, name: `${village.name}, ${village.district}`, ...row(village) })),
    })]
  }
  const money = ({ funded, gap }: NamedVillage): readonly number[] => [funded ?? 0, gap ?? 0]
  const sections = [
    ...chart('gap', { kind: 'single', head: [common.village, common.gap], series: [{ column: 0, tone: 'gap' }] }, (village) => ({
      cells: [cell(village, 'gap')], drawn: [village.gap ?? 0], figure: tableFigure(village.gap ?? 0, paper.language),
    })),
    ...chart('share', { kind: 'shares', head: [common.village, common.funded, common.gap], series: [{ column: 0, tone: 'done' }, { column: 1, tone: 'gap' }] }, (village) => ({
      cells: [cell(village, 'funded'), cell(village, 'gap')], drawn: money(village), figure: percent(ratioBp(village.funded ?? 0, village.need ?? 0), paper.language),
    })),
    ...chart('stunted', { kind: 'single', head: [common.village, recap.stunted, recap.measured], series: [{ column: 0, tone: 'gap' }] }, (village) => ({
      cells: [cell(village, 'stunted'), village.measured === null ? text(common.none, { align: 'right' }) : cell(village, 'measured')], drawn: [village.stunted ?? 0],
      figure: village.measured === null ? number(village.stunted ?? 0, paper.language) : outOf(village.stunted ?? 0, village.measured, paper.language),
    })),
  ]
  return { ...regencySheet(paper, { key: 'ranking', name: recap.sheets.ranking, title, columns: CHART_COLUMNS, header: [], rows: [], notes: [ranking.none] }), orientation: 'portrait', ...(sections.length > 0 && { sections }) }
}

import type { EntryComparisonView, EntryRowView, EntrySheetView, ReturnedChange, ReturnedWorkbookView } from '#shared/contract/entry.ts'

export type Sheet = EntrySheetView
export type Group = Sheet['groups'][number]
export type Row = EntryRowView
export type GoneRow = Sheet['gone'][number]
export interface RowRef { readonly lineId: string; readonly sourceId: string }
export type Comparison = EntryComparisonView
export type Returned = ReturnedWorkbookView
export type Change = ReturnedChange

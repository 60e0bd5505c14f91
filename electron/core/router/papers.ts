import { compareSiskeudes } from '../services/entry-compare.ts'
import { entrySheetOf, exportEntry, tickEntry } from '../services/entry.ts'
import { exportDocument } from '../services/export-document.ts'
import { listDocuments, previewDocument } from '../services/preview-document.ts'
import { compareReturned, takeOver } from '../services/returned.ts'
import type { AppRouter, Opened } from './base.ts'

/** What leaves on paper, and what comes back. */
export function papersAreas({ document, entry }: Opened): Pick<AppRouter, 'document' | 'entry'> {
  return {
    document: {
      list: document.list.handler(({ context, input }) => listDocuments(context.session, input)),
      preview: document.preview.handler(({ context, input }) => previewDocument(context.session, input)),
      export: document.export.handler(({ context, input, signal }) => exportDocument(context.session, input, signal)),
    },
    entry: {
      sheet: entry.sheet.handler(({ context, input }) => entrySheetOf(context.session, input)),
      tick: entry.tick.handler(({ context, input }) => tickEntry(context.session, input)),
      export: entry.export.handler(({ context, input, signal }) => exportEntry(context.session, input, signal)),
      compare: entry.compare.handler(({ context, input, signal }) => compareSiskeudes(context.session, input, signal)),
      returned: entry.returned.handler(({ context, input, signal }) => compareReturned(context.session, input, signal)),
      takeOver: entry.takeOver.handler(({ context, input, signal }) => takeOver(context.session, input, signal)),
    },
  }
}

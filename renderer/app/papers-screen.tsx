import { DocumentsScreen } from '../features/documents/documents-screen.tsx'
import { LazyEntryScreen } from '../features/entry/lazy-screen.tsx'
import { useRoute } from '../ui/route.ts'

/** Dokumen: the papers, and at the places that begin with `entri` what is typed from them and what comes back. */
export function PapersScreen() {
  const { place } = useRoute()
  return place.startsWith('entri') ? <LazyEntryScreen /> : <DocumentsScreen />
}

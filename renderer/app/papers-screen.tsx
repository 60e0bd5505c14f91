import { useQuery } from '@tanstack/react-query'
import { DocumentsScreen } from '../features/documents/documents-screen.tsx'
import { LazyEntryScreen } from '../features/entry/lazy-screen.tsx'
import { LazyPackageScreen } from '../features/submissions/lazy-screens.tsx'
import { useApi } from '../ui/api.tsx'
import { useRoute } from '../ui/route.ts'

/**
 * Dokumen: the papers; at the places that begin with `entri` what is typed from them and what comes back; at `kirim` the package of a
 * village's plan for its regency.
 */
export function PapersScreen() {
  const { place } = useRoute()
  const summary = useQuery(useApi().plan.summary.queryOptions({ input: {} }))
  if (place.startsWith('entri')) return <LazyEntryScreen />
  return place === 'kirim' && summary.data?.plan.kind !== 'regency' ? <LazyPackageScreen /> : <DocumentsScreen />
}

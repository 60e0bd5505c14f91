import { useQuery } from '@tanstack/react-query'
import { useApi } from '../ui/api.tsx'
import { type LazyScreen, lazyScreen } from '../ui/lazy-part.tsx'
import { useRoute } from '../ui/route.ts'

const Documents = lazyScreen(() => import('../features/documents/documents-screen.tsx').then((part) => part.DocumentsScreen))
const Entry = lazyScreen(() => import('../features/entry/entry-screen.tsx').then((part) => part.EntryScreen))
const Package = lazyScreen(() => import('../features/submissions/package-screen.tsx').then((part) => part.PackageScreen))

/**
 * Dokumen: the papers; at the places that begin with `entri` what is typed from them and what comes back; at `kirim` the package of a
 * village's plan for its regency.
 */
function Papers() {
  const { place } = useRoute()
  const summary = useQuery(useApi().plan.summary.queryOptions({ input: {} }))
  if (place.startsWith('entri')) return <Entry />
  return place === 'kirim' && summary.data?.plan.kind !== 'regency' ? <Package /> : <Documents />
}

export const PapersScreen: LazyScreen = Object.assign(Papers, { load: async () => { for (const { load } of [Documents, Entry, Package]) await load() } })

import { useApi } from '../../ui/api.tsx'
import { useCommand } from '../../ui/use-command.ts'

/** Commands of a source; each is one step. A failure is said in a notice, and the screen stays as it is. */
export function useSourceCommands() {
  const api = useApi()
  return {
    setSource: useCommand(['plan', 'setSource'], api.plan.setSource.call),
    setCommitment: useCommand(['plan', 'setCommitment'], api.plan.setCommitment.call),
    removeSource: useCommand(['plan', 'removeSource'], api.plan.removeSource.call),
  }
}

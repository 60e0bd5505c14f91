/**
 * Settings that say how the window or a paper looks, or where its user stands, not what the plan is: they are remembered without a step, so that choosing one is
 * never taken back in place of work, and never ends redo.
 */
const PREFERENCES: ReadonlySet<string> = new Set(['language', 'theme', 'paper', 'budget-columns', 'meeting-at'])

/** What an office keeps to itself: its key, and which revision of a plan it last handed out. Never shown, and no step takes it back. */
function isOfficeKey(key: string): boolean {
  return key.startsWith('office/')
}

export function isPreference(key: string): boolean {
  return PREFERENCES.has(key) || isOfficeKey(key)
}

/** Whether a row of the journal is of a preference: files from when each was a step still hold such rows. */
export function isPreferenceRow({ table, key }: { readonly table: string; readonly key: string }): boolean {
  if (table !== 'setting') return false
  const [name] = JSON.parse(key) as string[]
  return name !== undefined && isPreference(name)
}

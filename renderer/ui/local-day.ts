/** The calendar day of a moment where the user is, ISO; today where none is given. */
export function localDay(moment = new Date()): string {
  return `${moment.getFullYear()}-${String(moment.getMonth() + 1).padStart(2, '0')}-${String(moment.getDate()).padStart(2, '0')}`
}

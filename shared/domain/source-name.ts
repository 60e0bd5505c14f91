/**
 * A source's name as it stands beside its label, so that neither is said twice: `GENTING (orang tua asuh …)` beside `GENTING` is
 * `orang tua asuh …`, `CSR / TJSLBU perusahaan` beside `CSR` is `TJSLBU perusahaan`. `''` where the name says nothing more.
 */
export function nameBeside(label: string, name: string): string {
  if (name === label) return ''
  const rest = name.startsWith(`${label} `) ? name.slice(label.length + 1).trim() : ''
  const inside = /^\((.+)\)$/.exec(rest)?.[1]
  if (inside !== undefined) return inside
  return rest.startsWith('/ ') ? rest.slice(2) : name
}

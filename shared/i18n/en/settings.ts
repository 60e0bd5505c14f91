/** Settings. */
export const settings = {
  title: 'Settings',
  about: 'Language and theme hold on this computer, for every file. The rest is kept in this file, and copied with it.',
  /** What a step calls a setting. */
  keys: { language: 'language', theme: 'appearance', paper: 'paper', 'signed-on': 'date of signing', 'backup-folder': 'backup folder', 'fiscal-year': 'fiscal year', letterhead: { lines: 'letterhead lines', address: 'letterhead address', logo: 'letterhead emblem' }, sign: { duRkp: 'signatories of the DU-RKP', minutes: 'signatories of the record', attendance: 'signatories of the attendance list', offer: 'signatories of the partner offer', onePage: 'signatories of the one-page summary', td4: 'signatories of T-D.4', remeasure: 'signatories of the list to measure again', rkpdOld: 'signatories of the older RKPD', rkpDesa: 'signatories of RKP Desa', renja: 'signatories of Renja', rab: 'signatories of RAB', table5: 'signatories of Table 5', rkpd: 'signatories of RKPD' } },
  language: 'Language', theme: 'Appearance', themes: { system: 'as the computer', light: 'light', dark: 'dark' },
  paper: 'Paper', papers: { F4: 'F4 (215 × 330 mm)', A4: 'A4 (210 × 297 mm)' },
  signedOn: 'Date of signing', signedOnHint: 'Leave empty to write it by hand. The place is the village or city of the plan.',
  letterhead: {
    title: 'Letterhead', about: 'Stands over the papers of this office. Papers of the regency (RKPD, T-D.4) carry the regency’s name without an emblem.',
    lines: 'Lines', linesHint: 'One line each; the last is the office itself. Empty: the usual lines.',
    address: 'Address', addressHint: 'Street, postcode, telephone, e-mail; in small letters under the office.',
    logo: 'Emblem', logoNow: 'The emblem in use', none: 'no emblem yet', choose: 'Choose a picture…', change: 'Change the picture…', remove: 'Remove the emblem',
    logoHint: 'PNG or JPEG; made as small as papers need it and kept in this file.',
  },
  save: 'Save', saved: 'Settings saved.',
  signatories: 'Signatories', sheets: { duRkp: 'DU-RKP', minutes: 'Record of the meeting', attendance: 'Attendance list', offer: 'Partner offer', onePage: 'Summary on one page', td4: 'T-D.4', remeasure: 'Measure again', rkpdOld: 'RKPD, older layout', rkpDesa: 'RKP Desa', renja: 'Renja', rab: 'RAB', table5: 'Table 5', rkpd: 'RKPD' },
  lead: 'Above', role: 'Office', name: 'Name', nip: 'NIP', add: 'Add person', remove: 'Remove {{role}}', usual: 'Back to the usual ones', isUsual: 'The usual signatories; fill in names to print them.',
  dated: 'place and date', person: 'person {{at}}', bar: 'The sign | cannot be used here.', roleMissing: 'Fill in the office.',
} as const

/** Submissions: packages of the villages in a regency, and the package of a plan in a village. */
export const submissions = {
  title: 'Submissions',
  hint: 'Drag .rembuk.gz files anywhere onto this page, as many as you like, or choose files or a folder.',
  choose: 'Choose files', chooseFolder: 'Choose a folder', drop: 'Drop to take the packages in',
  counts: '{{received}} of {{villages}} {{villages, noun(single: village; several: villages)}} {{received, noun(single: is; several: are)}} in', year: '{{year}}',
  states: { missing: 'Not in', received: 'Received', updated: 'Updated', refused: 'Refused' },
  filter: { all: 'All', label: 'Show', search: 'Find a village or district', district: 'District', allDistricts: 'all districts' },
  columns: { village: 'Village/ward', district: 'District', state: 'State', revision: 'Revision', age: 'Age', need: 'Need (Rp)', funded: 'Funded (Rp)', gap: 'Unfunded (Rp)', stunted: 'Stunted', notes: 'Notes', key: 'Key' },
  age_one: '{{count}} day', age_other: '{{count}} days', today: 'today', corrected_one: '{{count}} correction', corrected_other: '{{count}} corrections',
  key: { same: 'same as last time', other: 'another than last time', first: 'first seen', dropped: 'without a key, had one before', unsigned: 'no key' },
  refusal: {
    not_a_package: 'Not a Rembuk package.', damaged: 'Damaged or cut on the way. Ask for it again.', altered: 'Its contents were changed after it was made. Ask the village for the original.',
    newer_format: 'Made with a newer Rembuk. Update Rembuk here.', too_big: 'Too large for a package; it was not opened.', invalid: 'Its contents cannot be used.',
    foreign_region: 'From another region: {{region}} ({{code}}).', other_year: 'For {{year}}, while this is {{expected}}.', older_revision: 'Revision {{revision}}; revision {{held}} is here already.',
  },
  refusalShort: { not_a_package: 'not a package', damaged: 'damaged', altered: 'altered', newer_format: 'newer version', too_big: 'too large', invalid: 'unusable', foreign_region: 'other region', other_year: 'other year', older_revision: 'old revision' },
  progress: { reading: 'Reading {{done}} of {{total}} {{total, noun(single: file; several: files)}}', writing: 'Saving', stop: 'Stop' },
  report: {
    title: 'What came in', accepted: 'Taken in', superseded: 'Superseded', unchanged: 'Already here', refused: 'Refused', file: 'File', village: 'Village/ward', result: 'Result', why: 'What it says', close: 'Close the result',
    first: 'first package, revision {{revision}}', replaced: 'revision {{from}} → {{to}}, need {{difference}}', same: 'no figure changed', supersededBy: 'a later revision is among the same files', unchangedHint: 'exactly what is here already', stopped: 'Stopped; nothing was saved.',
  },
  detail: {
    close: 'Close', lines: 'Lines', difference: 'Changes from revision {{from}} to {{to}}', noDifference: 'The figures of revision {{to}} are those of revision {{from}}.', revisions: 'Packages', revision: 'Revision {{revision}}', received: 'taken in {{date}}', notes: 'Notes', counts: 'Caseload', corrections: 'Corrections of the regency',
    none: 'No package of this village yet.', what: 'What', before: 'Before', after: 'After', price: 'Unit price', book: 'Catalogue price', need: 'Need', funded: 'Funded', was: 'the village said then', now: 'the village says now', value: 'correction', correct: 'Correct', removeCorrection: 'Remove the correction', remove: 'Take this submission out', why: 'Reason', save: 'Save the correction', cancel: 'Cancel',
    kinds: { added: 'new', removed: 'gone', changed: 'changed' }, subjects: { activity: 'activity', line: 'line', source: 'ceiling', count: 'caseload' }, corrected: { price: 'unit price', regency_code: 'sub-activity code', count: 'count' },
    states: { holds: 'in force', taken: 'the village took it over', changed: 'the village now says otherwise', gone: 'no longer in the plan' }, apart: 'Corrections are kept apart; the plan stays as the village sent it. Corrected counts and codes are used in the consolidation.',
  },
  package: {
    hint: 'one file, without names and NIK', title: 'Send to the regency', open: 'Package for the regency', intro: 'One file with this plan, without names and without identity numbers. This is in it:',
    holds: '{{activities}} {{activities, noun(single: activity; several: activities)}}, {{lines}} {{lines, noun(single: line; several: lines)}}, {{sources}} funding {{sources, noun(single: source; several: sources)}}, {{notes}} {{notes, noun(single: note; several: notes)}}', money: 'Need {{need}}, funded {{funded}}', counts: 'Caseload of the village', series: 'Caseload data', versions: 'Locked versions', noVersions: 'No version is locked yet; the regency cannot compare RKP Desa and APBDes.', revision: 'Revision {{revision}}', unchanged: 'Nothing changed since revision {{revision}} ({{date}}); the file will be the same.',
    changed: 'Changed since revision {{revision}} ({{date}}).', first: 'First package.', hidden_one: '{{count}} text holds a name or a long number and was masked:', hidden_other: '{{count}} texts hold a name or a long number and were masked:', noHidden: 'No text had to be masked.',
    small_one: '{{count}} count below five: it may tell of single people. Send it to those entitled only.', small_other: '{{count}} counts below five: they may tell of single people. Send it to those entitled only.',
    sign: 'Add this office’s key, so that the receiver knows the same sender again', key: 'Key: {{key}}', newKey: 'The key is made with the first package.', incomplete: 'This plan is not declared complete; the receiver sees that.', save: 'Save the package', saved: 'Package of revision {{revision}} made.', adult: 'Names of adults that you typed yourself are not known to the application: look through the texts of the activities.',
  },
} as const

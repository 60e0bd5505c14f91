/**
 * Where the figures and codes of the catalogue come from: public pages, by the keys of the domain reference (domain §12).
 * Dates are those of the page where they are known, else the year that the page speaks about, else `''`.
 */
export const REFERENCES = {
  S12: { title: 'inspot.id, Dana Desa 2026 menurut Permendes PDT 16/2025', date: '2026-01' },
  S33: { title: 'Salinan publik daftar kegiatan Permendagri 20/2018', date: '2018' },
  S42: { title: 'Data sub kegiatan satu kota, nomenklatur Kepmendagri 900.1.15.5-1317/2023', date: '2025-09-30' },
  S67: { title: 'cangakan.desa.id, uji coba PMT 2022', date: '2022-11-03' },
  S68: { title: 'kampungkb.bkkbn.go.id, Kampung KB 83424', date: '2025-06-25' },
  S69: { title: 'seputaran.id, PMT Kota Banjarmasin', date: '2025' },
  S70: { title: 'murianews.com, PMT Kabupaten Kudus', date: '2024' },
  S71: { title: 'infakta.com, Desa Kaeneno', date: '2021' },
  S72: { title: 'negerilaskarpelangi.com dan rakyatbengkulu, GENTING', date: '2024-12-27' },
  S73: { title: 'bajentabajurah.com, standar insentif kader Kapuas', date: '2023-12-05' },
  S74: { title: 'lugasmedia.com, BKKD Kutai Kartanegara', date: '2024-08-19' },
  S75: { title: 'jatim.antaranews.com, insentif kader posyandu Situbondo dan kabupaten lain di Jawa Timur', date: '2025' },
  S76: { title: 'jatim.antaranews.com, kader PPKBD Kabupaten Kediri', date: '2024' },
  S77: { title: 'beritaterpopuler.biz, kader posyandu Bontang', date: '' },
  S78: { title: 'papuabarat.tribunnews.com, kader dan KPM Ransiki', date: '2024-03-20' },
  S79: { title: 'golkarpedia.com dan kaltim.tribunnews.com, distribusi MBG oleh kader', date: '2025-09-22' },
  S80: { title: 'kroniktoday.com, jamban swakelola Bolaang Mongondow Selatan', date: '' },
  S81: { title: 'lugopost.id, DAK sanitasi Halmahera Selatan 2026', date: '2025-10' },
  S106: { title: 'Salinan publik kode sumber dana Siskeudes (dua basis data)', date: '' },
  S107: { title: 'Salinan publik rekening pendapatan daerah (SQL)', date: '' },
  kalipucung: { title: 'Sekretariat Wakil Presiden, kunjungan ke Desa Kalipucung', date: '2025-12-11' },
  practice: { title: 'Kebiasaan perencanaan, belum terverifikasi', date: '' },
  example: { title: 'Contoh, isi harga setempat', date: '' },
} as const satisfies Record<string, { readonly title: string; readonly date: string }>

export type ReferenceKey = keyof typeof REFERENCES

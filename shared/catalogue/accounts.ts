/**
 * An objek belanja of Permendagri 20/2018 (domain §2.4). `to` ends a range whose members have no label of their own in the
 * reference. `useFor` is practice, not law: regencies differ (PMT under 5.2.1.06 or 5.2.7.01).
 */
export interface Account {
  readonly code: string
  readonly to?: string
  readonly name: string
  readonly useFor?: string
}

export const ACCOUNTS = [
  { code: '5.2.1.01', name: 'Belanja Perlengkapan Alat Tulis Kantor dan Benda Pos', useFor: 'ATK' },
  { code: '5.2.1.05', name: 'Belanja Perlengkapan Cetak/Penggandaan', useFor: 'formulir, KMS' },
  { code: '5.2.1.06', name: 'Belanja Perlengkapan Barang Konsumsi (Makan/Minum)', useFor: 'konsumsi rapat; PMT penyuluhan di banyak desa' },
  { code: '5.2.1.07', name: 'Belanja Bahan/Material', useFor: 'bahan makanan mentah, material' },
  { code: '5.2.1.08', name: 'Belanja Bendera/Umbul-umbul/Spanduk' },
  { code: '5.2.1.10', name: 'Belanja Obat-obatan', useFor: 'vitamin' },
  { code: '5.2.1.90', to: '5.2.1.99', name: 'Belanja Barang Perlengkapan Lainnya' },
  { code: '5.2.2.01', name: 'Honorarium Tim yang Melaksanakan Kegiatan', useFor: 'tim pelaksana kegiatan' },
  { code: '5.2.2.03', name: 'Honorarium/Insentif Pelayanan Desa', useFor: 'insentif kader posyandu dan Kader Pembangunan Manusia' },
  { code: '5.2.2.04', name: 'Honorarium Ahli/Profesi/Konsultan/Narasumber', useFor: 'narasumber' },
  { code: '5.2.2.05', name: 'Honorarium Petugas' },
  { code: '5.2.3.01', name: 'Perjalanan Dinas Dalam Kabupaten/Kota' },
  { code: '5.2.3.03', name: 'Perjalanan Dinas Kursus/Pelatihan' },
  { code: '5.2.4.01', to: '5.2.4.03', name: 'Sewa gedung/peralatan/mobilitas' },
  { code: '5.2.5.01', to: '5.2.5.07', name: 'Operasional perkantoran (listrik, air, internet)' },
  { code: '5.2.6.03', to: '5.2.6.08', name: 'Pemeliharaan peralatan/bangunan/air/jaringan' },
  { code: '5.2.7.01', name: 'Bahan Perlengkapan yang Diserahkan ke masyarakat', useFor: 'PMT pemulihan, paket gizi untuk keluarga' },
  { code: '5.2.7.02', name: 'Bantuan Mesin-Peralatan yang diserahkan ke masyarakat' },
  { code: '5.2.7.03', name: 'Bantuan Bangunan yang diserahkan ke masyarakat', useFor: 'jamban keluarga' },
  { code: '5.2.7.05', name: 'Bantuan Bibit Tanaman/Hewan/Ikan', useFor: 'ayam petelur, lele' },
  { code: '5.2.7.90', to: '5.2.7.99', name: 'Barang dan Jasa yang Diserahkan kepada Masyarakat Lainnya' },
  { code: '5.3.2.06', name: 'Modal Peralatan Alat Ukur' },
  { code: '5.3.2.08', name: 'Modal Peralatan khusus Kesehatan', useFor: 'alat ukur antropometri' },
  { code: '5.3.4.01', name: 'Modal Gedung: honor tim' },
  { code: '5.3.4.02', name: 'Modal Gedung: upah' },
  { code: '5.3.4.03', name: 'Modal Gedung: bahan baku', useFor: 'bangunan posyandu' },
  { code: '5.3.4.04', name: 'Modal Gedung: sewa alat' },
  { code: '5.3.7.01', name: 'Modal air limbah/persampahan: honor' },
  { code: '5.3.7.02', name: 'Modal air limbah/persampahan: upah' },
  { code: '5.3.7.03', name: 'Modal air limbah/persampahan: bahan' },
  { code: '5.3.7.04', name: 'Modal air limbah/persampahan: sewa' },
  { code: '5.3.8.01', name: 'Modal jaringan/instalasi: honor' },
  { code: '5.3.8.02', name: 'Modal jaringan/instalasi: upah' },
  { code: '5.3.8.03', name: 'Modal jaringan/instalasi: bahan' },
  { code: '5.3.8.04', name: 'Modal jaringan/instalasi: sewa' },
  { code: '5.4.1.01', name: 'Belanja Tak Terduga', useFor: 'BLT Desa (kebiasaan, belum terverifikasi)' },
] as const satisfies readonly Account[]

const accounts: readonly Account[] = ACCOUNTS
const byCode = new Map(accounts.map((account) => [account.code, account]))
const ranges = accounts.filter((account) => account.to !== undefined)

/** Account of an objek code, also inside a range; `undefined` where the list has none. */
export function account(code: string): Account | undefined {
  return byCode.get(code) ?? ranges.find(({ code: first, to }) => to !== undefined && code.length === first.length && code >= first && code <= to)
}

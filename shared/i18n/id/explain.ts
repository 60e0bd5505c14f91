/** Why an allocation is as it is, in plain words. */
export const explain = {
  why: {
    need: 'Semua kebutuhannya sudah terdanai.',
    money: 'Tidak ada sumber yang boleh membiayainya yang uangnya masih cukup untuk satu satuan lagi, apa pun yang dikurangi.',
    conflict: 'Satu satuan lagi tidak mungkin selama kunci, target atau aturan ini berlaku.',
    tier: 'Satu satuan lagi mengambil dari Prioritas {{tier}}, yang didahulukan.',
    lowest: 'Satu satuan lagi membuat kegiatan lain di Prioritas {{tier}} tertinggal lebih jauh.',
    sum: 'Satu satuan lagi mengurangi kegiatan lain di Prioritas {{tier}} lebih banyak daripada yang didapat.',
    children: 'Satu satuan lagi membuat lebih sedikit anak yang terlayani penuh.',
    order: 'Rencana lain sama baiknya; yang lebih dahulu dalam urutan rencana didahulukan.',
    improvable: 'Rencana ini masih dapat diperbaiki tanpa mengurangi yang lain: jalankan alokasi otomatis.',
    otherwise: 'Menurut cara membagi ini ada pembagian lain yang lebih baik dan memberi satu satuan lagi di sini, tetapi yang lain berkurang. Sebelum menjalankan alokasi otomatis, kunci yang harus tetap.',
    overspent: 'Rencana ini membayar lebih dari uang yang ada, jadi tidak ada satuan lagi. Kurangi dahulu, atau jalankan alokasi otomatis.',
    unknown: 'Belum dapat dijawab: kebutuhannya belum diketahui, atau waktunya tidak cukup.',
  },
  division: {
    run: 'Terakhir dibagi {{date}} menurut “{{strategy}}”.', scenario: 'Terakhir dibagi {{date}} menurut “{{strategy}}”, dari skenario “{{scenario}}”.',
    held: 'Yang dilindungi waktu itu tetap dipegang di sini: {{what}}.', notAgain: 'Yang dilindungi waktu itu: {{what}}. Usulan baru tidak memegangnya; kunci dahulu yang harus tetap.',
    released_one: '{{count}} yang dilindungi sudah diubah dan tidak dipegang lagi.', released_other: '{{count}} yang dilindungi sudah diubah dan tidak dipegang lagi.',
    changed: 'Sesudah itu berubah: {{what}}.', cells: 'isi sel', sources: 'daftar sumber', order: 'urutan sumber (waktu itu {{order}})', basis: 'kebutuhan, harga, uang atau aturan',
    none: 'Belum ada pembagian otomatis yang dipakai, jadi dijelaskan menurut “{{strategy}}”.',
  },
  childrenFrom: 'Anak yang terjangkau menjadi {{after}}, sekarang {{before}}.',
  limits: {
    need: 'Tidak perlu lagi.', lock: 'Sel ini dikunci.', not_eligible: 'Sumber ini tidak dipakai untuk rincian ini.',
    ceiling: 'Pagunya kurang {{missing}} untuk satu satuan lagi.', rule: 'Aturan {{rule}} kurang longgar {{missing}} untuk satu satuan lagi.',
    bundle: 'Rincian {{line}}, yang dibeli bersama, tidak dapat dibayar lagi.', none: 'Tidak ada yang menahan sel ini.',
  },
  moreAll: '{{amount}} lagi dari {{source}}, dengan sisa yang ada, membiayai {{funded}}.',
  more: '{{amount}} lagi dari {{source}} membiayai {{funded}}; {{unused}} belum terpakai.',
  holds: {
    rule: 'Tanpa aturan {{rule}} pada {{source}}, rencana terbaik akan lain.', lock: 'Tanpa kunci “{{line}}” dari {{source}}, rencana terbaik akan lain.',
    target: 'Tanpa cakupan minimal “{{line}}”, rencana terbaik akan lain.',
  },
  ways: {
    lock: 'Turunkan kunci “{{line}}” dari {{source}} dari {{from}} menjadi {{to}}.', unlock: 'Buka kunci “{{line}}” dari {{source}} ({{from}}).',
    target: 'Turunkan cakupan minimal “{{line}}” dari {{from}} menjadi {{to}}.', rule: 'Longgarkan aturan {{rule}} pada {{source}} dari {{from}} menjadi {{to}}.',
    ceiling: 'Tambah uang {{source}} dari {{from}} menjadi {{to}}.', notEnough: 'Setelah itu masih ada pertentangan lain.',
    protected: {
      line: 'Longgarkan perlindungan “{{line}}” dari {{from}} menjadi {{to}}.', group: 'Longgarkan perlindungan {{group}} pada “{{line}}” dari {{from}} menjadi {{to}}.',
      source: 'Longgarkan perlindungan yang dibayar {{source}} untuk “{{line}}” dari {{from}} menjadi {{to}}.', unlock: 'Lepas perlindungan yang dibayar {{source}} untuk “{{line}}” ({{from}}).',
    },
  },
  dropOuts: {
    tier: { cut: 'Prioritas {{tier}} tidak lagi terdanai penuh.', gone: 'Prioritas {{tier}} tidak terdanai lagi.', less: 'Prioritas {{tier}} berkurang.' },
    group: { cut: '{{group}}: tidak lagi semuanya terlayani penuh ({{before}} → {{after}}).', gone: '{{group}}: tidak ada yang terlayani lagi.', less: '{{group}}: yang terlayani penuh berkurang ({{before}} → {{after}}).' },
    cadre: { cut: '{{group}}: insentif tidak lagi penuh ({{before}} → {{after}} orang-bulan).', gone: '{{group}}: tidak ada insentif lagi.', less: '{{group}}: insentif berkurang ({{before}} → {{after}} orang-bulan).' },
    conflict: { cut: 'Kunci dan target tidak dapat berlaku lagi.', gone: 'Kunci dan target tidak dapat berlaku lagi.', less: 'Kunci dan target tidak dapat berlaku lagi.' },
  },
  cash: {
    typed: 'tahap yang diisi', year_rules: 'tahap menurut aturan tahun ini; bulannya perkiraan', carry_over: 'sisa tahun lalu, tersedia sejak Januari', assumed: 'belum diketahui, dibagi rata dua belas bulan',
  },
  nextYear: {
    price: 'harga menurut indeks', count: 'jumlah sasaran baru', served: 'yang sudah dilayani pihak lain belum diketahui lagi', kept: 'pagu tahun ini dipakai sebagai perkiraan', emptied: 'pagu dikosongkan', dropped: 'tidak dibawa ke tahun berikutnya',
  },
} as const

"""Family makna: what a name promises against what its formula counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from kinerja.aturan.telaah.fakta import Bahan, Fakta, Jenis, Kaitan, Kalimat, Lingkup, Rumus, Sifat
from kinerja.aturan.telaah.kalimat import tempat_fakta
from kinerja.aturan.telaah.narasi_deret import DeretBagian
from kinerja.aturan.telaah.narasi_kata import is_memuat, kata_isi, load_kata, pecah_kata, pilihan
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.sama import is_sepadan
from kinerja.aturan.telaah.target import susun_deret
from kinerja.aturan.telaah.temuan import Kepastian, TempatTemuan, Temuan

_SERATUS = Decimal(100)
_SEBAGIAN_BESAR = Fraction(3, 5)
_SEPARUH = Fraction(1, 2)


def list_rasio(bahan: Bahan) -> list[Kaitan]:
    """The ratios whose numerator and denominator are named."""
    return [satu for satu in bahan.kaitan if satu.rumus is Rumus.RASIO and len(satu.label) == 2]


@pemeriksa("makna-arah", "makna-lawan", "makna-populasi", "makna-asing", "makna-label")
def periksa_rumus(bahan: Bahan) -> Hasil:
    """The name of each indicator against the words of its formula."""
    rasio = [satu for satu in list_rasio(bahan) if satu.hasil.apa.lingkup is Lingkup.INDIKATOR]
    temuan = [
        temuan
        for satu in rasio
        for periksa in (_arah, _lawan, _populasi, _asing, _label)
        for temuan in periksa(satu)
    ]
    return Hasil(len(rasio) * 5, tuple(temuan))


def _laporkan(kode: str, kaitan: Kaitan, uraian: str, kepastian: Kepastian = Kepastian.MUNGKIN) -> Temuan:
    rumus = f"{kaitan.label[0]} / {kaitan.label[1]}"
    tempat = (TempatTemuan(kaitan.hasil.tempat, rumus),)
    return make_temuan(kode, tempat, uraian, kepastian=kepastian, indikator=kaitan.hasil.apa.teks)


def ukur_arah_terbalik(nama: str, pembilang: str) -> Kepastian | None:
    """How sure it is that a name promises less of what its numerator counts; None when it does not."""
    menurun = set(pecah_kata(nama)) & set(load_kata().daftar["menurun"])
    isi = kata_isi(pembilang)
    if not menurun or isi & set(load_kata().daftar["selisih"]):
        return None
    benda = kata_isi(nama) - menurun
    if not benda or len(benda & isi) < _SEBAGIAN_BESAR * len(benda):
        return None
    return Kepastian.PASTI if isi <= benda else Kepastian.MUNGKIN


def _arah(kaitan: Kaitan) -> Iterator[Temuan]:
    """ "menurunnya X" computed as the share of X itself: more X would be a better result."""
    kepastian = ukur_arah_terbalik(kaitan.hasil.apa.teks, kaitan.label[0])
    if kepastian is not None:
        uraian = (
            f"Nama menjanjikan penurunan, tetapi rumusnya menghitung bagian yang masih ada "
            f"(“{kaitan.label[0]}”): makin buruk keadaan, makin tinggi realisasinya."
        )
        yield _laporkan("makna-arah", kaitan, uraian, kepastian)


def _lawan(kaitan: Kaitan) -> Iterator[Temuan]:
    """ "kepatuhan" counted from those who did it again."""
    pembilang = set(pecah_kata(kaitan.label[0]))
    if pembilang & set(load_kata().daftar["ingkar"]):
        return
    for janji, lawan in load_kata().peta["lawan"].items():
        salah = pembilang & set(lawan)
        if janji in pecah_kata(kaitan.hasil.apa.teks) and salah:
            uraian = (
                f"Nama mengukur {janji}, tetapi pembilangnya (“{kaitan.label[0]}”) menghitung yang "
                f"{' dan '.join(sorted(salah))}: lawannya."
            )
            yield _laporkan("makna-lawan", kaitan, uraian, Kepastian.PASTI)
            return


def _kepala(label: str) -> tuple[str, ...]:
    """What is counted, before anything is said of it: "narapidana risiko tinggi"."""
    return tuple(label.removeprefix("jumlah ").removeprefix("seluruh ").split(" yang ", 1)[0].split())


def _populasi(kaitan: Kaitan) -> Iterator[Temuan]:
    """The denominator is a narrower group than numerator and name speak of."""
    pembilang, penyebut = map(_kepala, kaitan.label)
    lebih = penyebut[len(pembilang) :]
    nama = set(pecah_kata(kaitan.hasil.apa.teks))
    lanjutan = penyebut[: len(pembilang)] == pembilang and all(" yang " in satu for satu in kaitan.label)
    if lanjutan and lebih and not nama & set(lebih):
        uraian = (
            f"Penyebut hanya mencakup {' '.join(penyebut)}, sedangkan pembilang dan nama indikator "
            f"berbicara tentang semua {' '.join(pembilang)}."
        )
        yield _laporkan("makna-populasi", kaitan, uraian)


def _asing(kaitan: Kaitan) -> Iterator[Temuan]:
    """What was prevented is no part of what happened."""
    atas, bawah = (set(pecah_kata(satu)) for satu in kaitan.label)
    for satu, lain in load_kata().asing:
        if satu in atas and lain in bawah and satu not in bawah:
            uraian = (
                f"Pembilang menghitung yang {satu}, penyebut hanya yang {lain}: yang satu bukan bagian dari "
                "yang lain, sehingga hasilnya bukan persentase."
            )
            saran = f"Pakai penyebut yang mencakup keduanya (yang {satu} ditambah yang {lain})."
            temuan = _laporkan("makna-asing", kaitan, uraian)
            yield make_temuan(
                temuan.kode,
                temuan.tempat,
                uraian,
                kepastian=Kepastian.MUNGKIN,
                indikator=temuan.indikator,
                saran=saran,
            )


def _label(kaitan: Kaitan) -> Iterator[Temuan]:
    if kaitan.label[0] == kaitan.label[1]:
        uraian = f"Pembilang dan penyebut adalah hal yang sama (“{kaitan.label[0]}”); hasilnya selalu 100%."
        yield _laporkan("makna-label", kaitan, uraian, Kepastian.PASTI)


@pemeriksa("makna-kembar")
def periksa_kembar(bahan: Bahan) -> Hasil:
    """Two indicators with one formula or one name: two results need a reason, and so does one counted twice."""
    per_rumus: dict[tuple[str, ...], dict[str, Kaitan]] = defaultdict(dict)
    for satu in list_rasio(bahan):
        if satu.hasil.apa.lingkup is Lingkup.INDIKATOR:
            rumus = tuple(label.replace("seluruh ", "") for label in satu.label)
            per_rumus[rumus].setdefault(satu.hasil.apa.kunci, satu)
    pasangan = [dua for semua in per_rumus.values() for dua in combinations(semua.values(), 2)]
    temuan = [_laporkan_rumus(satu, dua) for satu, dua in pasangan]
    sudah = {frozenset((satu.hasil.apa.kunci, dua.hasil.apa.kunci)) for satu, dua in pasangan}
    senama = [dua for dua in _pasangan_senama(bahan) if frozenset(f.apa.kunci for f in dua) not in sudah]
    temuan += [_laporkan_nama(a, b) for a, b in senama if not is_sepadan(a, b)]
    return Hasil(len(list_rasio(bahan)) + len(senama), tuple(temuan))


def _sebut(kaitan: Kaitan) -> str:
    return f"{kaitan.masukan[0].cetakan.teks}/{kaitan.masukan[1].cetakan.teks} = {kaitan.hasil.cetakan.teks}"


def _laporkan_rumus(satu: Kaitan, dua: Kaitan) -> Temuan:
    beda = any(a.cetakan.nilai != b.cetakan.nilai for a, b in zip(satu.masukan, dua.masukan, strict=True))
    if beda:
        apa = f"hasilnya berbeda: {_sebut(satu)} dan {_sebut(dua)}"
        saran = "Samakan datanya, atau tulis pada rumus masing-masing apa yang membedakannya."
    else:
        apa = f"dan angkanya juga sama ({_sebut(satu)}): satu hal dihitung dua kali"
        saran = "Hapus salah satu indikator, atau bedakan rumusnya."
    sama = satu.hasil.apa.teks == dua.hasil.apa.teks
    nama = satu.hasil.apa.teks if sama else f"{satu.hasil.apa.teks}” dan “{dua.hasil.apa.teks}"
    uraian = f"Dua indikator (“{nama}”) memakai rumus yang sama, {apa}."
    tempat = tuple(TempatTemuan(kaitan.hasil.tempat, _sebut(kaitan)) for kaitan in (satu, dua))
    return make_temuan(
        "makna-kembar",
        tempat,
        uraian,
        kepastian=Kepastian.MUNGKIN,
        indikator=satu.hasil.apa.teks,
        saran=saran,
    )


def _pasangan_senama(bahan: Bahan) -> Iterator[tuple[Fakta, Fakta]]:
    """Results of the report's year of indicators that share level and name but stand under two sasaran."""
    per_nama: dict[str, list[Fakta]] = defaultdict(list)
    for kunci, deret in susun_deret(bahan).items():
        realisasi = deret.get(bahan.tahun or 0, {}).get(Jenis.REALISASI)
        if realisasi is not None:
            per_nama[kunci.partition("@")[0]].append(realisasi)
    for semua in per_nama.values():
        yield from combinations(semua, 2)


def _laporkan_nama(satu: Fakta, dua: Fakta) -> Temuan:
    uraian = f"Indikator “{satu.apa.teks}” ada dua kali dengan realisasi {satu.cetakan.teks} dan {dua.cetakan.teks}."
    return make_temuan(
        "makna-kembar",
        (tempat_fakta(satu), tempat_fakta(dua)),
        uraian,
        kepastian=Kepastian.MUNGKIN,
        indikator=satu.apa.teks,
    )


@pemeriksa("makna-nol")
def periksa_nol(bahan: Bahan) -> Hasil:
    """Nothing came in, and all of it was completed: 0 of 0 is no 100 percent."""
    rasio = [
        satu
        for satu in bahan.kaitan
        if satu.rumus is Rumus.RASIO and all(fakta.cetakan.nilai == 0 for fakta in satu.masukan)
    ]
    temuan = [
        make_temuan(
            "makna-nol",
            (tempat_fakta(satu.hasil),),
            f"0 dari 0 dicetak sebagai {satu.hasil.cetakan.teks}.",
            indikator=satu.hasil.apa.teks,
        )
        for satu in rasio
        if satu.hasil.cetakan.nilai != 0
    ]
    deret = DeretBagian.dari(bahan)
    diperiksa = 0
    for kalimat in bahan.kalimat:
        ketemu = deret.cari(kalimat) if is_memuat("nihil", kalimat.teks) else None
        realisasi = None if ketemu is None else ketemu[1].get(bahan.tahun or 0, {}).get(Jenis.REALISASI)
        if realisasi is not None and ketemu is not None and ketemu[0].sifat is Sifat.BAGIAN:
            diperiksa += 1
            temuan += _nilai_nihil(kalimat, realisasi)
    return Hasil(len(rasio) + diperiksa, tuple(temuan))


def _nilai_nihil(kalimat: Kalimat, realisasi: Fakta) -> Iterator[Temuan]:
    kata = load_kata().daftar
    nihil, benda = (pilihan(kata[nama]) for nama in ("nihil", "nihil_benda"))
    cocok = re.search(rf"(?i)\b(?:{nihil})\s+(?:\w+\s+)?(?:{benda})\b[^.;]*", kalimat.teks)
    if cocok is None or realisasi.cetakan.nilai != _SERATUS:
        return
    nama = kata_isi(realisasi.apa.teks)
    sama: Sequence[str] = sorted(nama & kata_isi(cocok[0]))
    if len(sama) >= _SEPARUH * len(nama):
        uraian = (
            f"Realisasi tercetak {realisasi.cetakan.teks}, padahal menurut kalimat “{cocok[0].strip()[:120]}” "
            "tidak ada yang harus ditangani: 0 dari 0 bukan 100%."
        )
        tempat = (
            TempatTemuan(kalimat.tempat, cocok[0].strip()[:120]),
            tempat_fakta(realisasi, "tidak dapat dihitung"),
        )
        yield make_temuan(
            "makna-nol", tempat, uraian, kepastian=Kepastian.MUNGKIN, indikator=realisasi.apa.teks
        )

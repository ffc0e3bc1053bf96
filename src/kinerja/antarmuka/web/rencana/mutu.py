"""Quality of indicators, with what only the rooms above the plan know: kind of name, last year's result."""

from collections.abc import Mapping
from decimal import Decimal

from kinerja.aturan.capaian import Polaritas
from kinerja.aturan.mutu import IndikatorDinilai, Mutu, Penilaian, count_mutu, judge_indikator
from kinerja.pengukuran.queries import Permintaan, compute_kinerja
from kinerja.perencanaan.rencana import IndikatorRencana, Rencana
from kinerja.telaah.nama import kenali_sifat

Lalu = Mapping[str, tuple[int, Decimal]]


def read_lalu(rencana: Rencana, *kode: str) -> Lalu:
    """kode -> the year before the plan's year and its realisasi; of the named indicators, or of all."""
    tahun = rencana.tahun - 1
    permintaan = Permintaan(kode=frozenset(kode) or None, lengkap=frozenset())
    return {
        h.indikator.kode: (tahun, h.kini.realisasi)
        for s in compute_kinerja(rencana.satker, tahun, permintaan)
        for h in s.indikator
        if h.kini.realisasi is not None
    }


def judge(rencana: Rencana, satu: IndikatorRencana, lalu: Lalu) -> tuple[Penilaian, ...]:
    """Every criterion's verdict on one indikator of the plan."""
    indikator = satu.indikator
    lembar = getattr(indikator, "lembar_iku", None)
    komponen = next(iter(indikator.komponen.all()), None)
    target = {tahun: t.nilai for tahun, t in satu.target.items() if t.nilai is not None}
    if satu.perjanjian and satu.perjanjian.nilai is not None:
        # What was promised for the year counts before what the plan foresaw, perhaps for the whole country.
        target[rencana.tahun] = satu.perjanjian.nilai
    return judge_indikator(
        IndikatorDinilai(
            indikator.nama,
            indikator.satuan,
            Polaritas(indikator.polaritas),
            kenali_sifat(indikator.nama),
            definisi=indikator.definisi,
            rumus=indikator.rumus,
            sumber_data=indikator.sumber_data,
            pembilang=komponen.label_pembilang if komponen else "",
            pemilik=satu.jabatan,
            periode=lembar.get_periode_display() if lembar and lembar.periode else "",
            target=target or {t: n for t, r in satu.target.items() if (n := r.bawah) is not None},
            tahun=rencana.tahun_renstra,
            lalu=lalu.get(indikator.kode),
        )
    )


def ringkas(semua: tuple[Penilaian, ...]) -> dict[str, int]:
    """How many verdicts of each kind, by the name a page uses."""
    return {m.name.lower(): n for m, n in count_mutu(semua).items()}


def urutkan(semua: tuple[Penilaian, ...]) -> list[tuple[str, Penilaian]]:
    """What is wanting first, then the doubts; each with the class of its mark."""
    urutan = [Mutu.KURANG, Mutu.MUNGKIN, Mutu.BELUM, Mutu.BAIK]
    return [(p.mutu.name.lower(), p) for p in sorted(semua, key=lambda p: urutan.index(p.mutu))]

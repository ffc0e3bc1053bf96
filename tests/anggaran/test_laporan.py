"""What the report says of budgets and scores: the year against its months, elements against published values."""

from dataclasses import replace

import pytest
from tests.anggaran.kantor_bulanan import TAHUN, fill_bulan, fill_semua
from tests.anggaran.test_uraian import hampa, publish
from tests.basisdata.dunia import make_belanja, make_target

from kinerja.anggaran.models import Instrumen
from kinerja.anggaran.uraian import list_uraian
from kinerja.dokumen.model import Tabel
from kinerja.pelaporan.lkjip.anggaran import compose_anggaran
from kinerja.pelaporan.lkjip.anggaran_skor import compose_uraian
from kinerja.pelaporan.queries import get_data_laporan

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]


def cetak(blok) -> list[str]:
    return [
        "".join(getattr(s, "isi", "") for s in b.isi) if not isinstance(b, Tabel) else b.judul for b in blok
    ]


def test_skor_yang_sama_cukup_satu_kalimat(dunia):
    uraian = list_uraian([publish(dunia)], TAHUN)
    bobot, kalimat = compose_uraian(uraian, Instrumen.IKPA)
    assert [b.sel for b in bobot.baris][:2] == [
        ("Revisi DIPA", "10,00%"),
        ("Deviasi halaman III DIPA", "10,00%"),
    ]
    assert "PER-5/PB/2022" in bobot.catatan
    assert "1 satuan kerja yang diterbitkan sama dengan hitungan" in kalimat.isi[0].isi
    assert list(compose_uraian(list_uraian([hampa(dunia)], TAHUN), Instrumen.SMART)) == []
    belum_terbit = replace(hampa(dunia), ikpa={n: v for n, v in uraian[0].skor.ikpa.items() if n != "nilai"})
    assert len(list(compose_uraian(list_uraian([belum_terbit], TAHUN), Instrumen.IKPA))) == 1


def test_skor_yang_berbeda_dengan_sumbangan_tiap_unsur(dunia):
    _, kalimat, tabel = compose_uraian(list_uraian([publish(dunia, smart="90")], TAHUN), Instrumen.SMART)
    assert "0 dari 1 satuan kerja" in kalimat.isi[0].isi
    assert tabel.baris[0].sel[2:] == ("5,58", "17,72", "40,53", "28,60", "92,44", "90,00", "−2,44")


def test_skor_dari_fakta_lengkap_dibandingkan(dunia):
    fill_semua(dunia)
    isi = cetak(compose_uraian(list_uraian([publish(dunia)], TAHUN), Instrumen.IKPA))
    assert "Dihitung dari fakta bulanan" in isi[-1]
    assert "selisih terjauh" in isi[-1]


def test_setahun_dari_bulan_menyebut_beda_angka_terbit(dunia):
    make_target(dunia)
    fill_bulan(dunia)
    make_belanja(dunia, pagu=1_500, realisasi=1_081)
    belanja = compose_anggaran(get_data_laporan(dunia.satker, TAHUN)).anak[1]
    kalimat = ["".join(getattr(s, "isi", "") for s in b.isi) for b in belanja.isi if hasattr(b, "isi")]
    assert any("angka setahun yang diterbitkan Rp1 lebih besar" in k for k in kalimat)
    assert any("merealisasikan Rp2.160 dari rencana penarikan dana Rp2.400" in k for k in kalimat)

"""Every kind of table and figure of the published report has its counterpart in ours."""

import re
from pathlib import Path

import pytest
import yaml

from kinerja.dokumen.model import BaganBatang, BaganPohon, Gambar, Tabel
from kinerja.dokumen.penomoran import nomori

pytestmark = pytest.mark.django_db

PADANAN = yaml.safe_load((Path(__file__).parent / "padanan.yaml").read_text(encoding="utf-8"))


def bentangkan(pola: str, data) -> list[str]:
    """The ids a pattern stands for."""
    if "{k}" in pola:
        kode = [h.indikator.kode for s in data.kinerja for h in s.indikator if is_berlaku(pola, h)]
        return [pola.format(k=k.lower().replace(".", "-")) for k in kode]
    if "{u}" in pola:
        return [pola.format(u=u) for u in dict.fromkeys(s.sasaran.unit.kode.lower() for s in data.kinerja)]
    if "{s}" in pola:
        return [pola.format(s=s.sasaran.kode.lower()) for s in data.kinerja]
    return [pola]


def is_berlaku(pola: str, hasil) -> bool:
    """Without a target in the Renstra there is nothing to compare with; the text says so."""
    return "renstra" not in pola or hasil.target_renstra is not None


@pytest.mark.parametrize("jenis", ["tabel", "gambar"])
def test_setiap_jenis_punya_padanan(dokumen_contoh, data_contoh, jenis):
    ada = set(nomori(dokumen_contoh).label)
    hilang = {
        sebutan: id_
        for sebutan, pola in PADANAN[jenis].items()
        for id_ in bentangkan(pola, data_contoh)
        if id_ not in ada
    }
    assert hilang == {}


def test_padanan_membentang_seluruhnya(data_contoh):
    banyak = {pola: len(bentangkan(pola, data_contoh)) for j in PADANAN.values() for pola in j.values()}
    assert banyak["tabel-riwayat-{k}"] == banyak["tabel-tahun-ini-{k}"] == 60
    assert banyak["tabel-renstra-{k}"] > 50
    assert (banyak["tabel-capaian-{u}"], banyak["gambar-pohon-{s}"]) == (9, 22)


def polos(sel: str) -> str:
    """A number without the zeros that only align its column."""
    return re.sub(r"(,\d*?)0+$", r"\1", sel).removesuffix(",") if re.fullmatch(r"[\d.]+,\d+", sel) else sel


def test_setiap_tabel_pendukung_tercetak_utuh(dokumen_contoh, data_contoh):
    tercetak = {t.id: t for t in dokumen_contoh.blok() if isinstance(t, Tabel)}
    semua = [t for daftar in data_contoh.tabel.values() for t in daftar]
    assert len(semua) == 20
    for t in semua:
        satu = tercetak[f"pendukung-{t.kunci}"]
        assert [tuple(map(polos, b.sel)) for b in satu.baris] == [
            tuple(polos(sel or "–") for sel in b) for b in t.baris
        ]
        assert [k.judul for k in satu.kolom] == [k["judul"] for k in t.kolom]


def test_bagan_dari_data(dokumen_contoh, data_contoh):
    gambar = {g.id: g for g in dokumen_contoh.blok() if isinstance(g, Gambar)}
    pegawai = gambar["gambar-pegawai-jenis-kelamin"].bagan
    assert isinstance(pegawai, BaganBatang)
    assert len(pegawai.kategori) == 29
    assert sum(sum(d.nilai) for d in pegawai.deret) == sum(
        sum(j.values()) for j in data_contoh.pegawai["jenis_kelamin"].values()
    )
    struktur = gambar["gambar-struktur"].bagan
    assert isinstance(struktur, BaganPohon)
    assert len(struktur.akar.anak) == 4
    for s in data_contoh.kinerja:
        pohon = gambar[f"gambar-pohon-{s.sasaran.kode.lower()}"].bagan
        assert isinstance(pohon, BaganPohon)
        assert [a.teks for a in pohon.akar.anak] == [h.indikator.nama for h in s.indikator]
    riwayat = [g for g in gambar if g.startswith("gambar-riwayat-")]
    berdata = [
        h
        for s in data_contoh.kinerja
        for h in s.indikator
        if sum(t.realisasi is not None for t in h.tahun) > 1
    ]
    assert len(riwayat) == len(berdata) > 50

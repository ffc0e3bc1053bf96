"""The rules of the scores a second time: an XLSX whose cells hold formulas, computed by LibreOffice.

Written from the text of the rules without the program's parameters: weights, targets and bands stand in the
formulas. Working days are WORKDAY's, months EDATE's; only the list of holidays is shared.
"""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from tests.aturan.skor.acak import Kantor
from xlsxwriter.utility import xl_col_to_name as kolom

from kinerja.aturan.skor.ikpa.masukan import PaguBelanja
from kinerja.dasar.kalender import hari_libur

TAHUN_LIBUR = range(2022, 2027)
LIBUR = "Libur!$A$1:$A$200"
HASIL = (
    "nomor",
    "tahun",
    "perencanaan",
    "revisi",
    "deviasi",
    "penyerapan",
    "kontraktual",
    "tagihan",
    "up_tup",
)
HASIL += ("dispensasi", "output", "ikpa", "nka")
BOBOT = {2023: (10, 10, 20, 10, 10, 10, 5, 25), 2024: (10, 15, 20, 10, 10, 10, 0, 25)}
TARGET = {"51": (20, 50, 75, 95), "52": (15, 50, 70, 90), "53": (10, 40, 70, 90), "57": (25, 50, 75, 95)}
KUNCI = (2, 4, 7)
PROFIL = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""


class Lembar:
    """A sheet that is written row by row; "{r}" in a formula is the number of its row."""

    def __init__(self, buku: xlsxwriter.Workbook, nama: str) -> None:
        self.nama = nama
        self.lembar = buku.add_worksheet(nama)
        self.tanggal = buku.add_format({"num_format": "yyyy-mm-dd"})
        self.angka = buku.add_format({"num_format": "0.0000000000"})
        self.baris = 0

    def tulis(self, isi: Sequence[Any]) -> None:
        self.baris += 1
        for nomor, sel in enumerate(isi):
            if isinstance(sel, str) and sel.startswith("="):
                self.lembar.write_formula(
                    self.baris - 1, nomor, sel.replace("{r}", str(self.baris)), self.angka, 0
                )
            elif isinstance(sel, date):
                self.lembar.write_datetime(self.baris - 1, nomor, sel, self.tanggal)
            elif sel is not None:
                self.lembar.write(self.baris - 1, nomor, float(sel) if isinstance(sel, Decimal) else sel)

    def tulis_semua(self, semua: Sequence[Sequence[Any]]) -> tuple[int, int]:
        """First and last row number; one empty row where there is nothing, so that every range exists."""
        awal = self.baris + 1
        for isi in semua or [()]:
            self.tulis(isi)
        return awal, self.baris

    def rentang(self, huruf: str, baris: tuple[int, int], sampai: str = "") -> str:
        return f"{self.nama}!{huruf}{baris[0]}:{sampai or huruf}{baris[1]}"


class Buku:
    """All sheets; the scores come first, because only the first sheet leaves LibreOffice as CSV."""

    def __init__(self, berkas: Path) -> None:
        self.buku = xlsxwriter.Workbook(str(berkas), {"strings_to_formulas": False})
        nama = (
            "Skor",
            "Bulan",
            "Ro",
            "Revisi",
            "Belanja",
            "Deviasi",
            "Kontrak",
            "Spm",
            "Up",
            "Output",
            "Batas",
            "Libur",
        )
        self.lembar = {satu: Lembar(self.buku, satu) for satu in nama}
        for tahun in TAHUN_LIBUR:
            for hari in hari_libur(tahun):
                self.lembar["Libur"].tulis([hari])
        for tahun in BOBOT:
            batas = [f"=WORKDAY(EOMONTH(DATE({tahun},{bulan},1),0),5,{LIBUR})" for bulan in range(1, 13)]
            kunci = [f"=WORKDAY(DATE({tahun},{bulan},1)-1,10,{LIBUR})" for bulan in KUNCI]
            self.lembar["Batas"].tulis([*batas, *kunci, date(tahun, 12, 31)])

    def tulis(self, kantor: Kantor) -> None:
        tahun = kantor.ikpa.per.year
        rencana = self._smart(kantor) if tahun < 2024 else self._perencanaan(kantor)
        belanja = self._belanja(kantor)
        nilai = [
            self._revisi(kantor),
            self._deviasi(kantor, belanja),
            self._penyerapan(belanja),
            self._kontraktual(kantor),
            self._tagihan(kantor),
            self._up(kantor),
            self._dispensasi(kantor),
            self._output(kantor),
        ]
        huruf = [kolom(3 + n) for n in range(8)]
        berat = BOBOT[tahun]
        n = "+".join(f"N({h}{{r}})*{b}" for h, b in zip(huruf, berat, strict=True))
        o = "+".join(f"ISNUMBER({h}{{r}})*{b}" for h, b in zip(huruf, berat, strict=True))
        kurang = "0" if tahun < 2024 else "J{r}"
        ikpa = f"=MIN(100,MAX(0,ROUND(({n})/({o})-{kurang},2)))"
        nka = "=0.6*C{r}+0.4*L{r}" if tahun < 2024 else "=0.5*C{r}+0.5*L{r}"
        self.lembar["Skor"].tulis([kantor.nomor, tahun, rencana, *nilai, ikpa, nka])

    def _smart(self, kantor: Kantor) -> str:
        lembar, ro = self.lembar["Bulan"], self.lembar["Ro"]
        konsisten = []
        for n in range(12):
            p, a = f"SUM($A{{r}}:{kolom(n)}{{r}})", f"SUM($M{{r}}:{kolom(12 + n)}{{r}})"
            tanpa = f"IF(AND({p}=0,{a}=0),100,0)"
            konsisten.append(f"=IF({p}>0,MAX(0,1-ABS({p}-{a})/{p})*100,{tanpa})")
        isi = [b.rencana for b in kantor.smart.bulan] + [b.realisasi for b in kantor.smart.bulan]
        r = lembar.tulis_semua([[*isi, kantor.smart.pagu, *konsisten]])[0]
        butir = [
            [k.target, k.realisasi, k.pagu, k.belanja, "=MIN(1,B{r}/A{r})"] for k in kantor.smart.keluaran
        ]
        baris = ro.tulis_semua(butir)
        c, pagu, habis = (ro.rentang(h, baris) for h in "ECD")
        e = f"MAX(-20,MIN(20,(SUMPRODUCT({pagu},{c})-SUM({habis}))/SUMPRODUCT({pagu},{c})*100))"
        p = f"MAX(0,MIN(100,SUM(Bulan!M{r}:X{r})/Bulan!Y{r}*100))"
        k = f"AVERAGE(Bulan!Z{r}:AK{r})"
        return f"=0.097*{p}+0.182*{k}+0.435*AVERAGE({c})*100+0.286*(50+{e}/20*50)"

    def _perencanaan(self, kantor: Kantor) -> str:
        return f"=0.75*{kantor.perencanaan.efektivitas}+0.25*{kantor.perencanaan.efisiensi}"

    def _revisi(self, kantor: Kantor) -> str:
        tahun = kantor.ikpa.per.year
        panjang = 3 if tahun < 2024 else 6
        kapan = f"IF(YEAR(A{{r}})={tahun},ROUNDUP(MONTH(A{{r}})/{panjang},0),0)"
        kena = f"=IF(AND(C{{r}}=D{{r}},OR(B{{r}}=201,B{{r}}=213,B{{r}}=221,B{{r}}=236)),{kapan},0)"
        semua = [[r.tanggal, int(r.kode), r.pagu_sebelum, r.pagu_menjadi, kena] for r in kantor.ikpa.revisi]
        letak = self.lembar["Revisi"].rentang("E", self.lembar["Revisi"].tulis_semua(semua))
        if tahun < 2024:
            nilai = [f"IF(COUNTIF({letak},{q})>1,50,100)" for q in (1, 2, 3, 4)]
        else:
            nilai = [f"IF(COUNTIF({letak},{s})<=1,110,IF(COUNTIF({letak},{s})=2,100,50))" for s in (1, 2)]
        return f"=ROUND(MIN(100,AVERAGE({','.join(nilai)})),2)"

    def _belanja(self, kantor: Kantor) -> tuple[int, int]:
        """Row per kind: 12 plans A–L, 12 spent M–X, first pagu, blokir, day and amount of its revision Y–AB."""
        tahun = kantor.ikpa.per.year
        semua = []
        for jenis in dict.fromkeys(p.jenis for p in kantor.ikpa.pagu):
            bulan = [b for b in kantor.ikpa.belanja if b.jenis is jenis]
            awal, lanjut = _pisah([p for p in kantor.ikpa.pagu if p.jenis is jenis])
            isi = [b.rencana for b in bulan] + [b.realisasi for b in bulan]
            isi += [awal.pagu, awal.blokir, *((lanjut.tanggal, lanjut.pagu) if lanjut else ("", ""))]
            bebas = tahun == 2024 and jenis.value in {"51", "52"}
            isi += [_rumus_deviasi(n, bebas=bebas and n == 2) for n in range(11)]
            ada = 'AND(AA{r}<>"",AA{r}<='
            isi += [f"=IF({ada}EOMONTH(DATE({tahun},{n},1),0)),AB{{r}},Y{{r}})" for n in range(1, 12)]
            baris = 1 if tahun < 2024 else 2
            isi += [f"=IF({ada}Batas!{h}{baris}),AB{{r}},Y{{r}}-Z{{r}})" for h in ("M", "N", "O", "P")]
            target = TARGET[jenis.value]
            for n, netto in enumerate(("AY", "AZ", "BA", "BB")):
                isi.append(
                    f"=MAX(0,MIN(100,SUM(M{{r}}:{kolom(12 + 3 * n + 2)}{{r}})/{netto}{{r}}/{target[n]}*10000))"
                )
            semua.append(isi)
        return self.lembar["Belanja"].tulis_semua(semua)

    def _deviasi(self, kantor: Kantor, baris: tuple[int, int]) -> str:
        """Columns AC–AM are deviations, AN–AX the pagu of the month."""
        belanja, lembar = self.lembar["Belanja"], self.lembar["Deviasi"]
        bulan = []
        for n in range(11):
            d, p = belanja.rentang(kolom(28 + n), baris), belanja.rentang(kolom(39 + n), baris)
            if kantor.ikpa.per.year < 2024:
                bulan.append(f"=ROUND(SUMPRODUCT(({p}>0)*{d})/SUMPRODUCT(({p}>0)*1),2)")
            else:
                bulan.append(f"=SUMPRODUCT(ROUND({d}*ROUND({p}/SUM({p})*100,2)/100,2))")
        r = lembar.tulis_semua([[*bulan, "=ROUND(AVERAGE(A{r}:K{r}),2)"]])[0]
        return f"=IF(Deviasi!L{r}<=5,100,ROUND(100-Deviasi!L{r},2))"

    def _penyerapan(self, baris: tuple[int, int]) -> str:
        """Columns AY–BB are the base of each quarter, BC–BF what was reached of it."""
        belanja = self.lembar["Belanja"]
        nilai = []
        for n in range(4):
            netto, capai = belanja.rentang(kolom(50 + n), baris), belanja.rentang(kolom(54 + n), baris)
            nilai.append(f"SUMPRODUCT({netto},{capai})/SUM({netto})")
        return f"=ROUND(AVERAGE({','.join(nilai)}),2)"

    def _kontraktual(self, kantor: Kantor) -> str:
        tahun = kantor.ikpa.per.year
        per, maret, juni = (f"DATE({tahun},{b},{h})" for b, h in ((12, 31), (3, 31), (6, 30)))
        batas = f"WORKDAY(C{{r}},5,{LIBUR})"
        tepat = f'=IF(G{{r}}=0,"",IF(AND(D{{r}}<>"",D{{r}}<={per}),IF(D{{r}}<={batas},100,0),IF({batas}<{per},0,"")))'
        dini = f'=IF(OR(G{{r}}=0,C{{r}}>{maret}),"",IF(YEAR(C{{r}})<{tahun},120,110))'
        triwulan = f"IF(YEAR(E{{r}})<{tahun},1,ROUNDUP(MONTH(E{{r}})/3,0))"
        tolak = f'OR(G{{r}}=0,A{{r}}<>53,F{{r}}=0,B{{r}}>200000000,E{{r}}="",E{{r}}>{per})'
        semua = []
        for k in kantor.ikpa.kontrak:
            isi = [
                int(k.jenis),
                k.nilai,
                k.ditandatangani,
                k.didaftarkan or "",
                k.sp2d or "",
                int(k.sekaligus),
            ]
            isi += [f"=IF(AND(B{{r}}>50000000,A{{r}}<>51,C{{r}}<={per}),1,0)", tepat, dini]
            isi += [
                f'=IF({tolak},"",CHOOSE({triwulan},100,90,80,70))',
                f"=IF(AND(G{{r}}=1,C{{r}}<={juni}),1,0)",
            ]
            semua.append(isi)
        lembar = self.lembar["Kontrak"]
        baris = lembar.tulis_semua(semua)
        ada, h, i, j, awal = (lembar.rentang(x, baris) for x in "GHIJK")
        porsi = f"SUM({awal})/SUM({ada})*100"
        sebar = f"IF({porsi}>75,100,IF({porsi}>50,80,IF({porsi}>25,60,IF({porsi}>0,50,0))))"
        dua = f"N(IFERROR(AVERAGE({i}),0))", f"N(IFERROR(AVERAGE({j}),0))"
        ci, cj, ch = (f"(COUNT({x})>0)" for x in (i, j, h))
        if tahun < 2024:
            atas = f"{ch}*40*N(IFERROR(AVERAGE({h}),0))+{ci}*30*{dua[0]}+{cj}*30*{dua[1]}"
            bawah = f"({ch}*40+{ci}*30+{cj}*30)"
        else:
            atas, bawah = f"20*{sebar}+{ci}*40*{dua[0]}+{cj}*40*{dua[1]}", f"(20+{ci}*40+{cj}*40)"
        return f'=IF(OR(SUM({ada})=0,{bawah}=0),"",ROUND(MIN(100,({atas})/{bawah}),2))'

    def _tagihan(self, kantor: Kantor) -> str:
        tahun, lembar = kantor.ikpa.per.year, self.lembar["Spm"]
        tepat = f"IF(C{{r}}<=WORKDAY(B{{r}},17,{LIBUR}),1,0)"
        kena = f'=IF(OR(A{{r}}=51,YEAR(C{{r}})<>{tahun}),"",{tepat})'
        baris = lembar.tulis_semua([[int(s.jenis), s.selesai, s.diterima, kena] for s in kantor.ikpa.spm])
        letak = lembar.rentang("D", baris)
        return f'=IF(COUNT({letak})=0,"",ROUND(SUM({letak})/COUNT({letak})*100,2))'

    def _up(self, kantor: Kantor) -> str:
        up, lembar = kantor.ikpa.up_tup, self.lembar["Up"]
        if up is None:
            return '=""'
        tepat = "=IF(C{r}<=EDATE(B{r},1),100,0)"
        gup = (
            '=IF(A{r}="GUP",MIN(100,D{r}*100*DAY(EOMONTH(B{r},0))/(' + str(up.up) + '*MAX(C{r}-B{r},1))),"")'
        )
        semua = [[p.jenis.value, p.mulai, p.selesai, p.nilai, tepat, gup] for p in up.pertanggungjawaban]
        baris = lembar.tulis_semua(semua)
        e, f = lembar.rentang("E", baris), lembar.rentang("F", baris)
        tup = int(up.tup > 0)
        setoran = f"MAX(0,MIN(100,100-{up.setoran_tup}/{up.tup or 1}*100))"
        atas = f"50*N(IFERROR(AVERAGE({e}),0))+25*N(IFERROR(AVERAGE({f}),0))+{25 * tup}*{setoran}"
        bawah = f"((COUNT({e})>0)*50+(COUNT({f})>0)*25+{25 * tup})"
        nilai = f"({atas})/{bawah}"
        if up.up_kkp_bulanan:
            belanja = sum(k.nilai for k in up.kkp)
            nilai = f"0.9*{nilai}+0.1*IF({belanja}*100/({up.up_kkp_bulanan}*12)>=12.5,110,100)"
        return f'=IF({bawah}=0,"",ROUND(MIN(100,{nilai}),2))'

    def _dispensasi(self, kantor: Kantor) -> str:
        d = kantor.ikpa.dispensasi
        r = f"{d.spm_dispensasi}/{max(d.spm_triwulan_iv, d.spm_dispensasi)}*1000"
        pita = (100, 95, 90, 85, 80) if kantor.ikpa.per.year < 2024 else (0, 0.25, 0.5, 0.75, 1)
        return f"=IF({r}=0,{pita[0]},IF({r}<0.1,{pita[1]},IF({r}<1,{pita[2]},IF({r}<5,{pita[3]},{pita[4]}))))"

    def _output(self, kantor: Kantor) -> str:
        """A–L are the days of the reports, M–P the report of December."""
        lembar, batas = self.lembar["Output"], 1 if kantor.ikpa.per.year < 2024 else 2
        tepat = f'=SUMPRODUCT((A{{r}}:L{{r}}<>"")*(A{{r}}:L{{r}}<=Batas!A${batas}:L${batas}))'
        c = '=IF(OR(L{r}="",M{r}=0,N{r}<=0),0,ROUND(MIN(100,O{r}/P{r}*100),2))'
        semua = []
        for k in kantor.ikpa.keluaran:
            akhir = k.laporan[-1]
            isi = [s.dilaporkan or "" for s in k.laporan]
            isi += [int(akhir.terkonfirmasi), akhir.pcro, akhir.rvro, k.volume, tepat, '=11+(L{r}<>"")*1', c]
            semua.append(isi)
        baris = lembar.tulis_semua(semua)
        q, r, s = (lembar.rentang(h, baris) for h in "QRS")
        return f"=ROUND(0.3*ROUND(SUM({q})/SUM({r})*100,2)+0.7*ROUND(AVERAGE({s}),2),2)"


def _pisah(pagu: list[PaguBelanja]) -> tuple[PaguBelanja, PaguBelanja | None]:
    return pagu[0], pagu[1] if len(pagu) > 1 else None


def _rumus_deviasi(n: int, *, bebas: bool) -> str:
    rpd, ra = f"{kolom(n)}{{r}}", f"{kolom(12 + n)}{{r}}"
    if bebas:
        return "=0*{r}"
    return f"=IF({rpd}>0,MIN(100,ROUND(ABS({ra}-{rpd})/{rpd}*100,2)),IF({ra}=0,0,100))"


def compute_buku(semua: Sequence[Kantor], folder: Path) -> list[dict[str, str]]:
    """The scores of the offices as LibreOffice computes them: a row each, "" where there is no object."""
    berkas = folder / "skor.xlsx"
    buku = Buku(berkas)
    for kantor in semua:
        buku.tulis(kantor)
    buku.buku.close()
    pengguna = folder / "profil" / "user"
    pengguna.mkdir(parents=True)
    (pengguna / "registrymodifications.xcu").write_text(PROFIL, encoding="utf-8")
    perintah = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--headless",
        "--convert-to",
        "csv",
    ]
    subprocess.run([*perintah, "--outdir", folder, berkas], check=True, capture_output=True, timeout=300)
    with (folder / "skor.csv").open(encoding="utf-8", newline="") as aliran:
        return [dict(zip(HASIL, baris, strict=True)) for baris in csv.reader(aliran)]

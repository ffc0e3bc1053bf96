// Moving and choosing like a spreadsheet: arrows, Enter, a rectangle with Shift, fill-down, copy, undo.
"use strict";

export class Gerak {
  // `baris`: rows with `kotak` [first box, second box or undefined]; `aksi`: isi, urung, ulang, tempel, pilih.
  constructor(baris, aksi) {
    this.baris = baris;
    this.aksi = aksi;
    this.jangkar = null;
    this.ujung = null;
    this.menyunting = false;
    this.kolom_awal = null;
    baris.forEach((satu, r) =>
      satu.kotak.forEach((kotak, k) => {
        if (!kotak) return;
        kotak.addEventListener("keydown", (e) => this.#tekan(e, r, k));
        kotak.addEventListener("focus", () => this.#masuk(kotak));
        kotak.addEventListener("input", () => (this.menyunting = true));
        kotak.addEventListener("mousedown", (e) => {
          this.menyunting = document.activeElement === kotak;
          this.kolom_awal = null;
          if (e.shiftKey && this.jangkar) {
            e.preventDefault();
            this.#pilih(r, k);
          } else this.lepas();
        });
        kotak.addEventListener("copy", (e) => this.#salin(e));
        kotak.addEventListener("paste", (e) => this.#tempel(e, r, k));
      }),
    );
  }

  #masuk(kotak) {
    if (!this.menyunting) kotak.select();
  }

  kotak(r, k) {
    return this.baris[r]?.kotak[k];
  }

  #pindah(r, k) {
    const tujuan = this.kotak(r, k) ?? this.kotak(r, 0);
    if (!tujuan) return false;
    this.menyunting = false;
    tujuan.focus();
    tujuan.select();
    return true;
  }

  #tekan(e, r, k) {
    if (e.isComposing) return;
    if (e.ctrlKey || e.metaKey) return this.#perintah(e, r, k);
    if (e.altKey) return undefined;
    if (e.key === "Escape") return this.#batal(e, r, k);
    if (e.key === "F2") {
      this.menyunting = true;
      const kotak = this.kotak(r, k);
      kotak.setSelectionRange(kotak.value.length, kotak.value.length);
      return e.preventDefault();
    }
    if (e.key === "Delete" && this.ujung) {
      e.preventDefault();
      return this.aksi.isi(this.terpilih().map(([a, b]) => [a, b, ""]));
    }
    if (e.key === "Tab") {
      if (!e.shiftKey && this.kolom_awal === null) this.kolom_awal = k;
      this.menyunting = false;
      return this.lepas();
    }
    const arah = this.#arah(e);
    if (!arah) return undefined;
    e.preventDefault();
    if (e.shiftKey && e.key.startsWith("Arrow")) return this.#lebarkan(arah, r, k);
    this.lepas();
    // As in a spreadsheet: Enter after Tab goes on in the column where the row was begun.
    const kembali = e.key === "Enter" && !e.shiftKey && this.kolom_awal !== null;
    this.kolom_awal = kembali ? this.kolom_awal : null;
    const pindah = this.#pindah(r + arah[0], kembali ? this.kolom_awal : k + arah[1]);
    this.kolom_awal = null;
    // At the edge of the table nothing is left, so the cell is finished here.
    if (!pindah) {
      this.menyunting = false;
      this.aksi.selesai(r);
      this.kotak(r, k).select();
    }
    return undefined;
  }

  #arah(e) {
    const samping = !this.menyunting || e.shiftKey;
    if (e.key === "ArrowUp" || (e.key === "Enter" && e.shiftKey)) return [-1, 0];
    if (e.key === "ArrowDown" || e.key === "Enter") return [1, 0];
    if (e.key === "ArrowLeft" && samping) return this.menyunting ? null : [0, -1];
    if (e.key === "ArrowRight" && samping) return this.menyunting ? null : [0, 1];
    return null;
  }

  #perintah(e, r, k) {
    const huruf = e.key.toLowerCase();
    if (huruf === "d") {
      e.preventDefault();
      this.#isi_ke_bawah(r, k);
      this.menyunting = false;
      this.kotak(r, k).select();
    } else if (huruf === "z" && !this.menyunting) {
      e.preventDefault();
      if (e.shiftKey) this.aksi.ulang();
      else this.aksi.urung();
    } else if (huruf === "y" && !this.menyunting) {
      e.preventDefault();
      this.aksi.ulang();
    } else if (huruf === "a" && !this.menyunting && this.ujung) {
      this.lepas();
    }
  }

  #batal(e, r, k) {
    if (this.ujung) this.lepas();
    else if (this.menyunting) {
      e.preventDefault();
      this.menyunting = false;
      this.aksi.batal(r);
      this.kotak(r, k).select();
    }
  }

  #lebarkan(arah, r, k) {
    this.jangkar ??= [r, k];
    const [a, b] = this.ujung ?? [r, k];
    const baru = [Math.min(Math.max(a + arah[0], 0), this.baris.length - 1), Math.min(Math.max(b + arah[1], 0), 1)];
    this.#pilih(...baru);
  }

  #pilih(r, k) {
    this.ujung = [r, k];
    const dipilih = new Set(this.terpilih().map(([a, b]) => this.kotak(a, b)));
    for (const satu of this.baris) {
      for (const kotak of satu.kotak) kotak?.classList.toggle("terpilih", dipilih.has(kotak));
    }
    this.aksi.pilih(Math.abs(r - this.jangkar[0]) + 1, Math.abs(k - this.jangkar[1]) + 1);
  }

  lepas() {
    if (!this.jangkar) return;
    this.jangkar = this.ujung = null;
    for (const satu of this.baris) for (const kotak of satu.kotak) kotak?.classList.remove("terpilih");
  }

  terpilih() {
    const [a, b] = this.jangkar;
    const [c, d] = this.ujung;
    const hasil = [];
    for (let r = Math.min(a, c); r <= Math.max(a, c); r++) {
      for (let k = Math.min(b, d); k <= Math.max(b, d); k++) if (this.kotak(r, k)) hasil.push([r, k]);
    }
    return hasil;
  }

  #isi_ke_bawah(r, k) {
    if (!this.ujung) {
      if (r > 0 && this.kotak(r - 1, k)) this.aksi.isi([[r, k, this.kotak(r - 1, k).value]]);
      return;
    }
    const atas = Math.min(this.jangkar[0], this.ujung[0]);
    this.aksi.isi(
      this.terpilih()
        .filter(([a, b]) => a > atas && this.kotak(atas, b))
        .map(([a, b]) => [a, b, this.kotak(atas, b).value]),
    );
  }

  #salin(e) {
    if (!this.ujung) return;
    e.preventDefault();
    const baris = new Map();
    for (const [r, k] of this.terpilih()) baris.set(r, [...(baris.get(r) ?? []), this.kotak(r, k).value]);
    e.clipboardData.setData("text/plain", [...baris.values()].map((isi) => isi.join("\t")).join("\r\n"));
  }

  #tempel(e, r, k) {
    const blok = urai_blok(e.clipboardData.getData("text/plain"));
    if (blok.length < 2 && (blok[0]?.length ?? 0) < 2) return;
    e.preventDefault();
    this.lepas();
    this.aksi.tempel(blok, r, k);
  }
}

// Tab-separated text as spreadsheets copy it; a quoted cell may hold tabs and line ends.
export function urai_blok(teks) {
  const baris = [[]];
  let isi = "";
  let dikutip = false;
  const tutup = () => {
    baris.at(-1).push(isi);
    isi = "";
  };
  for (let i = 0; i < teks.length; i++) {
    const huruf = teks[i];
    if (dikutip) {
      if (huruf !== '"') isi += huruf;
      else if (teks[i + 1] === '"') isi += teks[++i];
      else dikutip = false;
    } else if (huruf === '"' && isi === "") dikutip = true;
    else if (huruf === "\t") tutup();
    else if (huruf === "\n") {
      tutup();
      baris.push([]);
    } else if (huruf !== "\r") isi += huruf;
  }
  tutup();
  if (baris.length > 1 && baris.at(-1).length === 1 && baris.at(-1)[0] === "") baris.pop();
  return baris;
}

// A pasted block: shown first as old, new, refused; stored only when the person says so.
"use strict";

export class Tempelan {
  constructor(alat) {
    Object.assign(this, alat);
    this.dialog = document.getElementById("dialog-tempel");
    this.sel = [];
    document.getElementById("tempel-simpan").addEventListener("click", () => this.#simpan());
    document.getElementById("tempel-batal").addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => this.asal?.focus());
  }

  async buka(blok, r, k) {
    this.asal = document.activeElement;
    const { sel, luar } = this.#petakan(blok, r, k);
    this.sel = sel;
    if (!sel.length) return this.bicara(this.kata("tempel_kosong"));
    const jawaban = await this.pengirim.minta(this.formulir.dataset.tempel, { sel });
    if (!jawaban) return undefined;
    this.#tampilkan(jawaban.pratinjau, luar);
    this.dialog.showModal();
    return undefined;
  }

  #petakan(blok, r, k) {
    const sel = [];
    let luar = 0;
    blok.forEach((kolom, i) => {
      const baris = this.diisi[r + i];
      const satu = { id: baris?.id, versi: baris?.versi };
      kolom.forEach((teks, j) => {
        if (teks.trim() === "") return;
        if (baris?.kotak[k + j]) satu[["satu", "dua"][k + j]] = teks;
        else luar += 1;
      });
      if ("satu" in satu || "dua" in satu) sel.push(satu);
    });
    return { sel, luar };
  }

  #tampilkan(pratinjau, luar) {
    const ditolak = pratinjau.filter((p) => p.tolak).length;
    const sama = pratinjau.filter((p) => !p.tolak && p.lama === p.baru).length;
    const n = pratinjau.length - ditolak - sama;
    document.getElementById("judul-tempel").textContent = this.kata("tempel_judul", { n: pratinjau.length });
    document.getElementById("ringkas-tempel").textContent = [
      this.kata("tempel_sah", { n, ditolak, sama }),
      luar ? this.kata("tempel_luar", { n: luar }) : "",
    ].join(" ");
    document.getElementById("tempel-simpan").disabled = n === 0;
    this.dialog.querySelector("tbody").replaceChildren(...pratinjau.map((p) => this.#baris(p)));
  }

  #baris(p) {
    const tr = document.createElement("tr");
    if (p.tolak) tr.className = "ditolak";
    const nama = document.createElement("th");
    nama.scope = "row";
    nama.textContent = this.diisi.find((b) => b.id === p.id).nama;
    const keterangan = p.tolak ? `✕ ${p.tolak}` : p.lama === p.baru ? this.kata("sama") : p.peringatan && `△ ${p.peringatan}`;
    const sel = [p.lama, p.tolak ? "–" : p.baru, keterangan].map((teks, n) => {
      const td = document.createElement("td");
      td.textContent = teks;
      if (n < 2) td.className = "angka";
      return td;
    });
    tr.append(nama, ...sel);
    return tr;
  }

  async #simpan() {
    const jawaban = await this.pengirim.minta(this.formulir.dataset.tempel, { sel: this.sel, simpan: true });
    if (!jawaban) return;
    if (!jawaban.disimpan) {
      // Somebody was faster in between: show how it stands now.
      this.#tampilkan(jawaban.pratinjau, 0);
      return;
    }
    this.dialog.close();
    const ditolak = new Map(jawaban.pratinjau.filter((p) => p.tolak).map((p) => [p.id, p.tolak]));
    const dulu = new Map(this.diisi.map((b) => [b.id, b.akhir]));
    for (const satu of this.sel) if (!ditolak.has(satu.id)) this.pengirim.lupakan(satu.id);
    this.terima({ sel: jawaban.sel.filter((s) => !ditolak.has(s.id)) });
    this.#taruh_ditolak(ditolak);
    const kelompok = this.sel
      .filter((s) => !ditolak.has(s.id))
      .map((s) => ({ id: s.id, sebelum: dulu.get(s.id), sesudah: this.diisi.find((b) => b.id === s.id).akhir }));
    this.riwayat.lalu.push(kelompok);
    this.riwayat.depan = [];
    if (!ditolak.size) this.bicara(this.kata("tersimpan_jumlah", { n: kelompok.length }));
  }

  // What was refused stands in its box, marked, to be mended there.
  #taruh_ditolak(ditolak) {
    for (const satu of this.sel) {
      if (!ditolak.has(satu.id)) continue;
      const baris = this.diisi.find((b) => b.id === satu.id);
      baris.pasang({ ...baris.isi(), ...("satu" in satu && { satu: satu.satu }), ...("dua" in satu && { dua: satu.dua }), keadaan: "" });
      baris.akhir = baris.isi();
      this.pengirim.simpan(baris.id, { ...baris.kiriman(), tampak: baris.isi() });
      baris.tandai("tidak_sah", ditolak.get(satu.id));
    }
    if (ditolak.size) this.terima({ sel: [] });
  }
}

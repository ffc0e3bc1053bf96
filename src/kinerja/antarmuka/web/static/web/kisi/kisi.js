// The entry grid: what is typed goes to the server cell by cell, and its row says what became of it.
"use strict";

import { Gerak } from "./gerak.js";
import { Pengirim } from "./kirim.js";
import { Tempelan } from "./tempel.js";

const KATA = JSON.parse(document.getElementById("kata-kisi").textContent);
const formulir = document.getElementById("kisi");
const keadaan = document.getElementById("kisi-keadaan");
const HAMPA = /^\s*(t|tao|tidak ada objek|b|bad|belum ada|belum ada data)\s*$/i;

function kata(nama, isi = {}) {
  return KATA[nama].replace(/%\((\w+)\)s/g, (_utuh, kunci) => isi[kunci] ?? "");
}

class Baris {
  constructor(tr) {
    this.tr = tr;
    this.id = tr.dataset.id;
    this.versi = Number(tr.dataset.versi);
    this.boleh = tr.dataset.boleh === "1";
    this.pasangan = tr.dataset.pasangan === "1";
    this.kotak = [0, 1].map((k) => tr.querySelector(`input[data-kolom="${k}"]`) ?? undefined);
    this.pilihan = tr.querySelector("select");
    this.status = tr.querySelector(".status-sel");
    this.tempat_bentrok = tr.querySelector(".bentrok");
    this.kode = this.status.dataset.status;
    // A form that came back with refusals shows what was typed; the hidden box tells what is stored.
    const asal = this.boleh ? tr.querySelector(`[name="asal-${this.id}"]`).value.split("|") : [];
    this.tersimpan = { satu: asal[0] ?? "", dua: asal[1] ?? "", keadaan: asal[2] ?? "" };
    this.kode_tersimpan = this.kode;
    this.akhir = this.isi();
  }

  get nama() {
    return this.tr.querySelector("th").firstElementChild.textContent.trim();
  }

  isi() {
    return {
      satu: this.kotak[0]?.value.trim() ?? "",
      dua: this.kotak[1]?.value.trim() ?? "",
      keadaan: this.pilihan?.value ?? "",
    };
  }

  pasang({ satu, dua, keadaan: pilihan }) {
    [satu, dua].forEach((teks, k) => {
      const kotak = this.kotak[k];
      if (!kotak || kotak.value === teks) return;
      kotak.value = teks;
      if (document.activeElement === kotak) kotak.select();
    });
    if (this.pilihan) this.pilihan.value = pilihan;
  }

  sama(isi) {
    const kini = this.isi();
    return kini.satu === isi.satu && kini.dua === isi.dua && kini.keadaan === isi.keadaan;
  }

  // Only what was touched is sent: the server keeps the rest as it has it, exact.
  kiriman() {
    const kini = this.isi();
    const hasil = { versi: this.versi };
    for (const nama of ["satu", "dua", "keadaan"]) if (kini[nama] !== this.tersimpan[nama]) hasil[nama] = kini[nama];
    return hasil;
  }

  setengah() {
    const { satu, dua, keadaan: pilihan } = this.isi();
    if (!this.pasangan || pilihan || HAMPA.test(satu) || HAMPA.test(dua)) return false;
    return (satu === "") !== (dua === "");
  }

  tandai(kode, masalah = "") {
    this.kode = kode;
    this.status.dataset.status = kode;
    this.status.querySelector(".simbol").textContent = KATA[`simbol_${kode}`];
    this.status.querySelector(".kata").textContent = KATA[`status_${kode}`];
    this.status.querySelector(".masalah").textContent = masalah ? `: ${masalah}` : "";
    for (const kotak of this.kotak) {
      if (kode === "tidak_sah") kotak?.setAttribute("aria-invalid", "true");
      else kotak?.removeAttribute("aria-invalid");
    }
    if (kode !== "bentrok") {
      this.tempat_bentrok.hidden = true;
      this.tempat_bentrok.replaceChildren();
    }
  }

  // The row as the server has it now; the boxes only when nobody typed on in the meantime.
  segarkan(sel, { kotak = true } = {}) {
    this.versi = sel.versi;
    this.tersimpan = { satu: sel.satu, dua: sel.dua, keadaan: sel.keadaan };
    this.kode_tersimpan = sel.status;
    if (kotak) {
      this.pasang(this.tersimpan);
      this.akhir = this.isi();
    }
    this.tr.querySelector(".kisi-hasil").innerHTML = sel.hasil;
    this.tr.querySelector(".daftar-peringatan").innerHTML = sel.peringatan;
    for (const nama of ["versi", "asal"]) {
      const kotak_asal = this.tr.querySelector(`[name="${nama}-${this.id}"]`);
      if (kotak_asal) kotak_asal.value = nama === "versi" ? sel.versi : `${sel.satu}|${sel.dua}|${sel.keadaan}`;
    }
  }
}

const semua = [...formulir.querySelectorAll("tr[data-id]")].map((tr) => new Baris(tr));
const menurut_id = new Map(semua.map((satu) => [satu.id, satu]));
const diisi = semua.filter((satu) => satu.boleh);
const pengirim = new Pengirim(formulir, { terima, kabari: ringkas });
const riwayat = { lalu: [], depan: [] };

// ---- typing ----

function ketik(baris) {
  const { satu, dua } = baris.isi();
  if (baris.pilihan.value && (satu || dua)) baris.pilihan.value = "";
  if (baris.sama(baris.tersimpan)) return tenang(baris);
  pengirim.siap.delete(baris.id);
  pengirim.simpan(baris.id, { ...baris.kiriman(), tampak: baris.isi() });
  baris.tandai("menunggu");
  ringkas();
  return undefined;
}

function tenang(baris) {
  pengirim.lupakan(baris.id);
  baris.tandai(baris.kode_tersimpan);
  ringkas();
}

// Leaving a cell: what stands in its row goes out, once it can be a whole answer.
function selesai(baris, { catat = true } = {}) {
  const kini = baris.isi();
  if (catat && !baris.sama(baris.akhir)) {
    riwayat.lalu.push([{ id: baris.id, sebelum: baris.akhir, sesudah: kini }]);
    riwayat.depan = [];
  }
  baris.akhir = kini;
  if (baris.sama(baris.tersimpan)) return tenang(baris);
  if (baris.setengah()) {
    pengirim.simpan(baris.id, { ...baris.kiriman(), tampak: kini });
    baris.tandai("menunggu", KATA.belum_lengkap);
  } else {
    baris.tandai("menunggu");
    pengirim.antre(baris.id, { ...baris.kiriman(), tampak: kini });
  }
  ringkas();
  return undefined;
}

for (const baris of diisi) {
  for (const kotak of baris.kotak) {
    kotak?.addEventListener("input", () => ketik(baris));
    kotak?.addEventListener("blur", () => !baris.sama(baris.akhir) && selesai(baris));
  }
  baris.pilihan.addEventListener("change", () => {
    const pilihan = baris.pilihan.value;
    if (pilihan) baris.pasang({ satu: "", dua: "", keadaan: pilihan });
    selesai(baris);
  });
}

// ---- answers ----

function terima(jawaban, dikirim = new Map()) {
  for (const sel of jawaban.sel) {
    const baris = menurut_id.get(sel.id);
    const kiriman = dikirim.get(sel.id);
    const disentuh = kiriman && baris.boleh && !baris.sama(kiriman.tampak);
    if (sel.nasib === "bentrok") bentrok(baris, sel);
    else if (disentuh) {
      // Typed on while the answer was under way.
      baris.segarkan(sel, { kotak: false });
      if (baris.kotak.includes(document.activeElement)) ketik(baris);
      else selesai(baris, { catat: false });
    } else if (sel.nasib === "ditolak") tolak(baris, sel);
    else if (!kiriman && pengirim.draf.has(sel.id)) baris.segarkan(sel, { kotak: false });
    else {
      baris.segarkan(sel);
      tenang(baris);
    }
  }
  hitung();
  ringkas();
}

function tolak(baris, sel) {
  const pesan = sel.temuan.map((t) => `${t.pesan} ${t.cara} [${t.kode}]`.replace(/ +/g, " ")).join(" ");
  baris.tandai("tidak_sah", pesan);
}

function bentrok(baris, sel) {
  const punya = baris.isi();
  const sebut = (isi) =>
    isi.keadaan ? isi.keadaan.replaceAll("_", " ") : [isi.satu, isi.dua].filter(Boolean).join("/") || "–";
  baris.tandai("bentrok");
  const teks = document.createElement("p");
  teks.textContent = kata("bentrok_satu", { kini: sebut(sel), oleh: sel.oleh, punya: sebut(punya) });
  const tombol = (nama, kerja) => {
    const satu = document.createElement("button");
    satu.type = "button";
    satu.className = "kedua";
    satu.textContent = KATA[nama];
    satu.addEventListener("click", () => {
      kerja();
      baris.kotak[0].focus();
    });
    return satu;
  };
  baris.segarkan(sel, { kotak: false });
  pengirim.simpan(baris.id, { ...baris.kiriman(), tampak: punya });
  baris.tempat_bentrok.replaceChildren(
    teks,
    tombol("pakai_tersimpan", () => {
      baris.pasang(baris.tersimpan);
      baris.akhir = baris.isi();
      tenang(baris);
    }),
    tombol("pakai_punya", () => {
      baris.tandai("menunggu");
      pengirim.antre(baris.id, { ...baris.kiriman(), tampak: baris.isi() });
    }),
  );
  baris.tempat_bentrok.hidden = false;
}

function hitung() {
  document.getElementById("terisi").textContent = semua.filter((satu) => satu.versi > 0).length;
  const belum = document.getElementById("belum-diisi");
  if (belum && semua.every((satu) => satu.versi > 0)) belum.hidden = true;
}

// ---- what the line above the grid says ----

function ringkas() {
  const jumlah = (kode) => diisi.filter((satu) => satu.kode === kode).length;
  const [tak_sah, bentrokan, menunggu] = ["tidak_sah", "bentrok", "menunggu"].map(jumlah);
  const isi = { n: pengirim.draf.size };
  let kode = "tenang";
  let teks = KATA.semua_tersimpan;
  if (pengirim.keadaan !== "tersambung") [kode, teks] = ["masalah", kata(pengirim.keadaan, isi)];
  else if (bentrokan) [kode, teks] = ["masalah", kata("bentrok", { n: bentrokan })];
  else if (tak_sah) [kode, teks] = ["masalah", kata("ditolak", { n: tak_sah })];
  else if (menunggu) [kode, teks] = ["menunggu", kata("menunggu", { n: menunggu })];
  if (keadaan.textContent === teks && keadaan.dataset.kode === kode) return;
  keadaan.dataset.kode = kode;
  keadaan.textContent = teks;
  if (pengirim.keadaan === "sesi") {
    const tautan = document.createElement("a");
    tautan.href = formulir.dataset.masuk;
    tautan.target = "_blank";
    tautan.textContent = KATA.masuk;
    keadaan.append(" ", tautan);
  }
}

function bicara(teks) {
  keadaan.textContent = teks;
  keadaan.dataset.kode = "tenang";
}

// ---- undo, fill, paste ----

function terapkan(kelompok, sisi) {
  for (const { id, ...isi } of kelompok) {
    const baris = menurut_id.get(id);
    baris.pasang(isi[sisi]);
    selesai(baris, { catat: false });
  }
}

function urung() {
  const kelompok = riwayat.lalu.pop();
  if (!kelompok) return bicara(KATA.urung_kosong);
  riwayat.depan.push(kelompok);
  return terapkan(kelompok, "sebelum");
}

function ulang() {
  const kelompok = riwayat.depan.pop();
  if (!kelompok) return bicara(KATA.ulang_kosong);
  riwayat.lalu.push(kelompok);
  return terapkan(kelompok, "sesudah");
}

// Many cells at once are one step to undo.
function isi(daftar) {
  const sebelum = new Map();
  for (const [r, k, teks] of daftar) {
    const baris = diisi[r];
    if (!sebelum.has(baris)) sebelum.set(baris, baris.akhir);
    baris.kotak[k].value = teks;
    if (teks) baris.pilihan.value = "";
  }
  const kelompok = [];
  for (const [baris, dulu] of sebelum) {
    kelompok.push({ id: baris.id, sebelum: dulu, sesudah: baris.isi() });
    selesai(baris, { catat: false });
  }
  if (kelompok.length) {
    riwayat.lalu.push(kelompok);
    riwayat.depan = [];
  }
}

const tempelan = new Tempelan({ formulir, diisi, pengirim, kata, terima, riwayat, bicara });

new Gerak(diisi, {
  isi,
  urung,
  ulang,
  batal: (r) => {
    diisi[r].pasang(diisi[r].akhir);
    ketik(diisi[r]);
    if (!diisi[r].sama(diisi[r].tersimpan)) selesai(diisi[r], { catat: false });
  },
  selesai: (r) => !diisi[r].sama(diisi[r].akhir) && selesai(diisi[r]),
  tempel: (blok, r, k) => tempelan.buka(blok, r, k),
  pilih: (baris, kolom) => bicara(kata("terpilih", { baris, kolom })),
});

for (const tombol of formulir.querySelectorAll("[data-perintah]")) {
  tombol.hidden = false;
  tombol.addEventListener("click", tombol.dataset.perintah === "urung" ? urung : ulang);
}

formulir.addEventListener("submit", (e) => {
  e.preventDefault();
  for (const baris of diisi) if (!baris.sama(baris.tersimpan) && baris.kode !== "bentrok") selesai(baris);
  pengirim.kirim();
  ringkas();
});

// ---- a reason for a warning ----

const dialog = document.getElementById("dialog-alasan");
const isi_alasan = document.getElementById("isi-alasan");
const galat_alasan = document.getElementById("galat-alasan");
let dijelaskan = null;

formulir.addEventListener("click", (e) => {
  if (!e.target.classList.contains("konfirmasi")) return;
  e.preventDefault();
  const tempat = e.target.closest(".peringatan");
  dijelaskan = { baris: menurut_id.get(e.target.closest("tr").dataset.id), kode: tempat.dataset.kode };
  document.getElementById("pesan-alasan").textContent = tempat.firstChild.nextSibling.textContent;
  isi_alasan.value = galat_alasan.textContent = "";
  dialog.showModal();
});
document.getElementById("alasan-batal").addEventListener("click", () => dialog.close());
document.getElementById("alasan-simpan").addEventListener("click", jelaskan);
isi_alasan.addEventListener("keydown", (e) => {
  if (e.key === "Enter") {
    e.preventDefault();
    jelaskan();
  }
});

async function jelaskan() {
  const { baris, kode } = dijelaskan;
  const jawaban = await pengirim.minta(formulir.dataset.peringatan, { id: baris.id, kode, alasan: isi_alasan.value });
  if (!jawaban) {
    galat_alasan.textContent = kata(pengirim.keadaan, { n: 1 });
    return;
  }
  const [sel] = jawaban.sel;
  if (sel.nasib === "ditolak") {
    galat_alasan.textContent = sel.temuan.map((t) => `${t.pesan} ${t.cara}`).join(" ");
    return;
  }
  dialog.close();
  baris.segarkan(sel, { kotak: !pengirim.draf.has(baris.id) });
  if (!pengirim.draf.has(baris.id)) tenang(baris);
  baris.kotak[0].focus();
}

// ---- leaving, coming back ----

addEventListener("beforeunload", (e) => {
  if (pengirim.draf.size) e.preventDefault();
});
document.getElementById("naik")?.addEventListener("submit", (e) => {
  if (!pengirim.draf.size) return;
  e.preventDefault();
  keadaan.dataset.kode = "masalah";
  keadaan.textContent = KATA.tidak_dikirim;
  keadaan.scrollIntoView({ block: "center" });
});

for (const [id, isi_draf] of [...pengirim.draf]) {
  const baris = menurut_id.get(id);
  if (!baris?.boleh) {
    pengirim.lupakan(id);
    continue;
  }
  // The version seen when it was typed, so that a newer value on the server is a conflict and not overwritten.
  baris.pasang(isi_draf.tampak);
  baris.akhir = baris.isi();
  if (baris.sama(baris.tersimpan)) tenang(baris);
  else if (baris.setengah()) baris.tandai("menunggu", KATA.belum_lengkap);
  else {
    baris.tandai("menunggu");
    pengirim.antre(id, { ...baris.kiriman(), versi: isi_draf.versi, tampak: isi_draf.tampak });
  }
}
if (pengirim.draf.size) ringkas();

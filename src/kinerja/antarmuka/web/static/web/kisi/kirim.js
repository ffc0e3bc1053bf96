// Sends what was typed and keeps it in this tab until the server has it: lost lines, ended sessions, other people.
"use strict";

const ULANG = 3000;
const TERBANYAK = 200;

export class Pengirim {
  // `terima(jawaban, dikirim)` gets every answer, `kabari(keadaan)` every change of the line's state.
  constructor(formulir, { terima, kabari }) {
    this.formulir = formulir;
    this.terima = terima;
    this.kabari = kabari;
    this.siapa = formulir.dataset.siapa;
    this.lemari = `kisi:${location.pathname}:${this.siapa}`;
    this.draf = new Map(Object.entries(this.#baca()));
    this.siap = new Set();
    this.keadaan = "tersambung";
    this.sedang = false;
    this.jam = 0;
    addEventListener("online", () => this.kirim());
    addEventListener("focus", () => this.keadaan !== "tersambung" && this.kirim());
    document.addEventListener("visibilitychange", () => !document.hidden && this.keadaan === "sesi" && this.kirim());
  }

  #baca() {
    try {
      return JSON.parse(sessionStorage.getItem(this.lemari)) ?? {};
    } catch {
      return {};
    }
  }

  #tulis() {
    try {
      if (this.draf.size) sessionStorage.setItem(this.lemari, JSON.stringify(Object.fromEntries(this.draf)));
      else sessionStorage.removeItem(this.lemari);
    } catch {
      // A full or forbidden store: the page itself still holds what was typed.
    }
  }

  get token() {
    return this.formulir.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  // Keep what stands in a row; it is not sent before `antre`.
  simpan(id, isi) {
    this.draf.set(id, isi);
    this.#tulis();
  }

  lupakan(id) {
    this.draf.delete(id);
    this.siap.delete(id);
    this.#tulis();
  }

  antre(id, isi) {
    this.simpan(id, isi);
    this.siap.add(id);
    clearTimeout(this.jam);
    this.jam = setTimeout(() => this.kirim(), 120);
  }

  async kirim() {
    clearTimeout(this.jam);
    if (this.sedang || !this.siap.size) return;
    this.sedang = true;
    const dikirim = new Map([...this.siap].slice(0, TERBANYAK).map((id) => [id, this.draf.get(id)]));
    const sel = [...dikirim].map(([id, isi]) => ({ id, ...isi }));
    const jawaban = await this.minta(this.formulir.dataset.sel, { sel });
    this.sedang = false;
    if (jawaban) {
      // Typed on while the answer was under way: that stays in the queue.
      for (const [id, isi] of dikirim) if (this.draf.get(id) === isi) this.siap.delete(id);
      this.terima(jawaban, dikirim);
      if (this.siap.size) this.kirim();
    } else if (this.keadaan !== "orang_lain") {
      this.jam = setTimeout(() => this.kirim(), ULANG);
    }
  }

  // The answer as an object, or null; `keadaan` then tells why.
  async minta(alamat, isi, diulang = false) {
    const kepala = { "Content-Type": "application/json", "X-CSRFToken": this.token, "X-Requested-With": "fetch" };
    let jawaban;
    try {
      const badan = JSON.stringify({ siapa: this.siapa, ...isi });
      jawaban = await fetch(alamat, { method: "POST", headers: kepala, body: badan, redirect: "manual" });
    } catch {
      return this.#menjadi("putus");
    }
    if (jawaban.ok) {
      this.#menjadi("tersambung");
      return jawaban.json();
    }
    if (jawaban.status === 409) return this.#menjadi("orang_lain");
    const mungkin_sesi = jawaban.type === "opaqueredirect" || [401, 403].includes(jawaban.status);
    if (mungkin_sesi) return (await this.#pulih()) && !diulang ? this.minta(alamat, isi, true) : null;
    return this.#menjadi("galat");
  }

  // After a login in another tab the form's secret is a new one: fetch it from this very page.
  async #pulih() {
    let jawaban;
    try {
      jawaban = await fetch(location.pathname, { headers: { "X-Requested-With": "fetch" }, redirect: "manual" });
    } catch {
      this.#menjadi("putus");
      return false;
    }
    if (!jawaban.ok) {
      this.#menjadi(jawaban.type === "opaqueredirect" || jawaban.status === 401 ? "sesi" : "galat");
      return false;
    }
    const baru = new DOMParser().parseFromString(await jawaban.text(), "text/html").getElementById("kisi");
    if (baru?.dataset.siapa !== this.siapa) {
      this.#menjadi(baru ? "orang_lain" : "galat");
      return false;
    }
    const token = baru.querySelector("[name=csrfmiddlewaretoken]").value;
    for (const satu of document.querySelectorAll("[name=csrfmiddlewaretoken]")) satu.value = token;
    return true;
  }

  #menjadi(keadaan) {
    this.keadaan = keadaan;
    this.kabari(keadaan);
    return null;
  }
}

/* The pohon kinerja as a picture one can move in. The list beneath it holds the same and needs no script;
   only what lies in view is drawn, so that thousands of boxes move as smoothly as ten. */
"use strict";

(() => {
  const wadah = document.querySelector("[data-pohon]");
  if (!wadah) return;
  const data = JSON.parse(document.getElementById("data-pohon").textContent);
  const [LEBAR, ANTAR, SELA, PAD, BARIS] = data.ukuran;
  const NS = "http://www.w3.org/2000/svg";
  const KASAR = 0.34; // below this scale no text can be read: boxes alone are drawn
  const alamat = JSON.parse(wadah.dataset.alamat);
  const simpul = data.simpul.map(([induk, jenis, kode, kepala, ...baris], n) => ({
    n, induk, jenis, kode, kepala, baris, anak: [], tutup: false, terlihat: true, x: 0, y: 0,
    tinggi: BARIS * (baris.length + 1) + 2 * PAD - 4, tingkat: 0,
  }));
  for (const s of simpul) {
    if (s.induk < 0) continue;
    simpul[s.induk].anak.push(s);
    s.tingkat = simpul[s.induk].tingkat + 1;
  }
  const akar = simpul[0];

  const buat = (nama, sifat, induk) => {
    const unsur = document.createElementNS(NS, nama);
    for (const kunci in sifat) unsur.setAttribute(kunci, sifat[kunci]);
    if (induk) induk.append(unsur);
    return unsur;
  };
  const svg = buat("svg", { class: "pohon-gambar", "aria-hidden": "true", focusable: "false" });
  const ruang = buat("g", {}, svg);
  const garis = buat("path", { class: "pohon-garis" }, ruang);
  const kasar = data.rupa.map(([alas, tepi]) => buat("path", { fill: alas, stroke: tepi }, ruang));
  const kotak = buat("g", {}, ruang);
  const lintas = buat("path", { class: "pohon-lintas" }, ruang);
  wadah.prepend(svg);
  wadah.hidden = false;

  let semua = [];
  let tinggiSemua = 0;
  let lebarSemua = 0;
  const tata = () => {
    semua = [];
    const ukurCabang = (s) => {
      const anak = s.tutup ? [] : s.anak;
      s.bawahan = anak.reduce((jumlah, a) => jumlah + ukurCabang(a) + SELA, 0) - (anak.length ? SELA : 0);
      s.cabang = Math.max(s.tinggi, s.bawahan);
      return s.cabang;
    };
    const taruh = (s, y) => {
      s.x = s.tingkat * (LEBAR + ANTAR);
      s.terlihat = true;
      semua.push(s);
      const anak = s.tutup ? [] : s.anak;
      let turun = y + (s.cabang - s.bawahan) / 2;
      for (const a of anak) {
        taruh(a, turun);
        turun += a.cabang + SELA;
      }
      const akhir = anak[anak.length - 1];
      const tengah = anak.length ? (anak[0].y + akhir.y + akhir.tinggi) / 2 : y + s.cabang / 2;
      s.y = Math.min(Math.max(tengah - s.tinggi / 2, y), y + s.cabang - s.tinggi);
    };
    for (const s of simpul) s.terlihat = false;
    tinggiSemua = ukurCabang(akar);
    taruh(akar, 0);
    lebarSemua = Math.max(...semua.map((s) => s.x)) + LEBAR;
  };

  const pandang = { x: 12, y: 12, skala: 1 };
  let ukuran = { lebar: 0, tinggi: 0 };
  const tergambar = new Map();
  let digambar = null; // the part of the tree that is drawn now

  const gambarKotak = (s) => {
    const [alas, tepi, tinta] = data.rupa[s.jenis];
    const g = buat("g", { transform: `translate(${s.x} ${s.y})`, "data-n": s.n });
    const tuju = alamat[s.jenis] && alamat[s.jenis].replace("KODE", encodeURIComponent(s.kode));
    const isi = tuju ? buat("a", { href: tuju, tabindex: "-1" }, g) : g;
    buat("rect", { width: LEBAR, height: s.tinggi, rx: 4, fill: alas, stroke: tepi }, isi);
    const kepala = buat("text", { x: PAD, y: PAD + 9, fill: tinta, class: "pohon-kepala" }, isi);
    kepala.textContent = s.kepala;
    s.baris.forEach((teks, i) => {
      const satu = buat("text", { x: PAD, y: PAD + 9 + BARIS * (i + 1), fill: tinta }, isi);
      satu.textContent = teks;
    });
    if (s.anak.length) {
      const tombol = buat("g", { class: "pohon-tombol", "data-lipat": s.n }, g);
      buat("circle", { cx: LEBAR, cy: s.tinggi / 2, r: 10 }, tombol);
      const tanda = buat("text", { x: LEBAR, y: s.tinggi / 2 + 4, "text-anchor": "middle" }, tombol);
      tanda.textContent = s.tutup ? s.anak.length : "−";
    }
    return g;
  };

  const tampak = (s) => {
    while (!s.terlihat) s = simpul[s.induk];
    return s;
  };

  const isiBidang = (bidang) => {
    const terpakai = new Set();
    const jauh = pandang.skala < KASAR;
    const jalur = [];
    const kasarJalur = data.rupa.map(() => []);
    for (const s of semua) {
      const masuk = s.y + s.tinggi >= bidang.atas && s.y <= bidang.bawah && s.x + LEBAR >= bidang.kiri && s.x <= bidang.kanan;
      if (s.induk >= 0) {
        const i = simpul[s.induk];
        const dari = i.y + i.tinggi / 2;
        const ke = s.y + s.tinggi / 2;
        const tepi = i.x + LEBAR;
        if (Math.max(dari, ke) >= bidang.atas && Math.min(dari, ke) <= bidang.bawah && s.x >= bidang.kiri && tepi <= bidang.kanan) {
          jalur.push(`M${tepi} ${dari}H${tepi + ANTAR / 2}V${ke}H${s.x}`);
        }
      }
      if (!masuk) continue;
      if (jauh) {
        kasarJalur[s.jenis].push(`M${s.x} ${s.y}h${LEBAR}v${s.tinggi}h${-LEBAR}z`);
        continue;
      }
      terpakai.add(s.n);
      if (!tergambar.has(s.n)) {
        const g = gambarKotak(s);
        tergambar.set(s.n, g);
        kotak.append(g);
      }
    }
    for (const [n, g] of tergambar) {
      if (terpakai.has(n)) continue;
      g.remove();
      tergambar.delete(n);
    }
    garis.setAttribute("d", jalur.join(""));
    kasar.forEach((p, i) => p.setAttribute("d", kasarJalur[i].join("")));
    lintas.setAttribute("d", data.kaitan.map(([a, b]) => {
      const dari = tampak(simpul[a]);
      const ke = tampak(simpul[b]);
      const x = Math.max(dari.x, ke.x) + LEBAR + ANTAR;
      const [p, q] = [dari, ke].map((s) => s.y + s.tinggi / 2);
      return dari === ke ? "" : `M${dari.x + LEBAR} ${p}C${x} ${p} ${x} ${q} ${ke.x + LEBAR} ${q}`;
    }).join(""));
    digambar = bidang;
  };

  const geser = () => {
    const { x, y, skala } = pandang;
    ruang.setAttribute("transform", `translate(${x} ${y}) scale(${skala})`);
    const kini = { kiri: -x / skala, atas: -y / skala, kanan: (ukuran.lebar - x) / skala, bawah: (ukuran.tinggi - y) / skala };
    const cukup = digambar && digambar.skala === skala && kini.atas >= digambar.atas && kini.bawah <= digambar.bawah
      && kini.kiri >= digambar.kiri && kini.kanan <= digambar.kanan;
    if (cukup) return;
    // Half a screen more on every side: a drag does not redraw at each step.
    const [mx, my] = [(kini.kanan - kini.kiri) / 2, (kini.bawah - kini.atas) / 2];
    isiBidang({ kiri: kini.kiri - mx, atas: kini.atas - my, kanan: kini.kanan + mx, bawah: kini.bawah + my, skala });
  };
  let menunggu = false;
  const minta = () => {
    if (menunggu) return;
    menunggu = true;
    requestAnimationFrame(() => {
      menunggu = false;
      geser();
    });
  };
  const ulang = () => {
    tata();
    tergambar.forEach((g) => g.remove());
    tergambar.clear();
    digambar = null;
    minta();
  };
  const perbesar = (kali, px = ukuran.lebar / 2, py = ukuran.tinggi / 2) => {
    const baru = Math.min(2.5, Math.max(0.02, pandang.skala * kali));
    const k = baru / pandang.skala;
    pandang.x = px - (px - pandang.x) * k;
    pandang.y = py - (py - pandang.y) * k;
    pandang.skala = baru;
    minta();
  };
  const muatkan = () => {
    pandang.skala = Math.min(1, (ukuran.lebar - 24) / lebarSemua, (ukuran.tinggi - 24) / tinggiSemua);
    pandang.x = 12;
    pandang.y = 12;
    minta();
  };
  const keAkar = () => {
    pandang.skala = ukuran.lebar < 600 ? 0.8 : 1;
    pandang.x = 12;
    pandang.y = ukuran.tinggi / 2 - (akar.y + akar.tinggi / 2) * pandang.skala;
    minta();
  };
  const lipat = (s) => {
    const layar = s.y * pandang.skala + pandang.y;
    s.tutup = !s.tutup;
    ulang();
    pandang.y = layar - s.y * pandang.skala;
  };
  const lipatSemua = (tutup) => {
    for (const s of simpul) s.tutup = tutup && s.tingkat > 0 && s.anak.length > 0;
    ulang();
    keAkar();
  };
  const laku = {
    besar: () => perbesar(1.25),
    kecil: () => perbesar(0.8),
    muat: muatkan,
    awal: keAkar,
    buka: () => lipatSemua(false),
    tutup: () => lipatSemua(true),
  };
  document.querySelectorAll("[data-pohon-laku]").forEach((tombol) => {
    tombol.addEventListener("click", () => laku[tombol.dataset.pohonLaku]());
  });

  let seret = null;
  let tergeser = false;
  const penunjuk = new Map();
  const jarak = () => {
    const [a, b] = [...penunjuk.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  svg.addEventListener("pointerdown", (e) => {
    penunjuk.set(e.pointerId, { x: e.clientX, y: e.clientY });
    tergeser = false;
    seret = { x: e.clientX, y: e.clientY, rentang: penunjuk.size === 2 ? jarak() : 0 };
  });
  svg.addEventListener("pointermove", (e) => {
    if (!seret || !penunjuk.has(e.pointerId)) return;
    penunjuk.set(e.pointerId, { x: e.clientX, y: e.clientY });
    if (penunjuk.size === 2) {
      const kini = jarak();
      const tepi = svg.getBoundingClientRect();
      perbesar(kini / seret.rentang, e.clientX - tepi.left, e.clientY - tepi.top);
      seret.rentang = kini;
      tergeser = true;
      return;
    }
    const [dx, dy] = [e.clientX - seret.x, e.clientY - seret.y];
    if (!tergeser && Math.hypot(dx, dy) < 4) return;
    if (!tergeser) svg.setPointerCapture(e.pointerId);
    tergeser = true;
    pandang.x += dx;
    pandang.y += dy;
    seret.x = e.clientX;
    seret.y = e.clientY;
    minta();
  });
  const lepas = (e) => {
    penunjuk.delete(e.pointerId);
    if (!penunjuk.size) seret = null;
  };
  svg.addEventListener("pointerup", lepas);
  svg.addEventListener("pointercancel", lepas);
  svg.addEventListener("click", (e) => {
    if (tergeser) {
      e.preventDefault();
      return;
    }
    const tombol = e.target.closest("[data-lipat]");
    if (tombol) {
      e.preventDefault();
      lipat(simpul[tombol.dataset.lipat]);
    }
  });
  svg.addEventListener("wheel", (e) => {
    if (!e.ctrlKey && !e.metaKey) return; // a plain wheel scrolls the page
    e.preventDefault();
    const tepi = svg.getBoundingClientRect();
    perbesar(e.deltaY < 0 ? 1.15 : 1 / 1.15, e.clientX - tepi.left, e.clientY - tepi.top);
  }, { passive: false });
  wadah.addEventListener("keydown", (e) => {
    if (e.target !== wadah || e.altKey || e.ctrlKey || e.metaKey) return;
    const langkah = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[e.key];
    const tekan = { "+": laku.besar, "=": laku.besar, "-": laku.kecil, 0: laku.muat, Home: laku.awal }[e.key];
    if (!langkah && !tekan) return;
    e.preventDefault();
    if (tekan) {
      tekan();
      return;
    }
    pandang.x += langkah[0];
    pandang.y += langkah[1];
    minta();
  });
  const ukur = () => {
    const r = wadah.getBoundingClientRect();
    ukuran = { lebar: r.width, tinggi: r.height };
    digambar = null;
  };
  new ResizeObserver(() => {
    ukur();
    minta();
  }).observe(wadah);
  ukur();
  // A large tree begins with its first branches; who wants all of it opens all of it.
  if (simpul.length > 60) for (const s of simpul) s.tutup = s.tingkat > 0 && s.anak.length > 0;
  tata();
  keAkar();
  geser();
})();

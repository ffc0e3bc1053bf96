// The paper grid by keyboard, and a block pasted from a spreadsheet. Without this script every box still works.
"use strict";

const GERAK = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const kisi = [...document.querySelectorAll(".kisi-survei tbody tr")].map((tr) => [...tr.querySelectorAll("input")]);

function letak(kotak) {
  const r = kisi.findIndex((baris) => baris.includes(kotak));
  return r < 0 ? null : [r, kisi[r].indexOf(kotak)];
}

addEventListener("keydown", (e) => {
  const tempat = letak(e.target);
  const gerak = GERAK[e.key];
  if (!tempat || !gerak || e.ctrlKey || e.altKey || e.metaKey) return;
  // One questionnaire is one row: Enter in its last box begins the next.
  const habis = e.key === "Enter" && tempat[1] === kisi[tempat[0]].length - 1;
  const tujuan = habis ? kisi[tempat[0] + 1]?.[0] : kisi[tempat[0] + gerak[0]]?.[tempat[1] + gerak[1]];
  // Enter would send the whole form.
  if (tujuan || e.key === "Enter") e.preventDefault();
  tujuan?.focus();
  tujuan?.select();
});

addEventListener("paste", (e) => {
  const tempat = letak(e.target);
  const teks = e.clipboardData.getData("text");
  if (!tempat || !/[\t\n]/.test(teks)) return;
  const blok = teks.replace(/\r/g, "").replace(/\n$/, "").split("\n").map((baris) => baris.split("\t"));
  e.preventDefault();
  const muat = blok.length + tempat[0] <= kisi.length;
  if (!muat) {
    // More rows than boxes: nothing may fall off the end unseen, so the block goes into the text box.
    const kotak = document.getElementById("tempelan");
    kotak.closest("details").open = true;
    kotak.value = [kotak.value, ...blok.map((b) => [...Array(tempat[1]).fill(""), ...b].join("\t"))].filter((b) => b.trim()).join("\n");
    kotak.focus();
    return;
  }
  blok.forEach((baris, i) => baris.forEach((isi, j) => {
    const kotak = kisi[tempat[0] + i][tempat[1] + j];
    if (kotak) kotak.value = isi.trim();
  }));
});

// Only a comfort: tells how long the check has been running. Without it the browser's own sign does.
"use strict";

const formulir = document.querySelector("form[data-menunggu]");
const kemajuan = document.querySelector("[data-kemajuan]");

formulir.addEventListener("submit", () => {
  const mulai = Date.now();
  kemajuan.textContent = formulir.dataset.menunggu;
  const bilah = document.createElement("progress");
  bilah.setAttribute("aria-label", formulir.dataset.menunggu);
  const detik = document.createElement("span");
  detik.setAttribute("aria-hidden", "true");
  kemajuan.append(" ", bilah, " ", detik);
  setInterval(() => { detik.textContent = `${Math.round((Date.now() - mulai) / 1000)} s`; }, 1000);
});

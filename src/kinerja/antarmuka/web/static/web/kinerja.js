// Only comforts: a frame that has nothing to scroll is no stop for the Tab key, and of a line of links that is wider
// than the screen the present one is seen.
"use strict";

// In a block: the page of a telaah is written into the document of its form, where this has run already.
{
  const bingkai = document.querySelectorAll(".gulir, .lkjip-gulir");

  function perbarui() {
    for (const satu of bingkai) {
      if (satu.scrollWidth > satu.clientWidth) satu.setAttribute("tabindex", "0");
      else satu.removeAttribute("tabindex");
    }
  }

  perbarui();
  addEventListener("resize", perbarui);

  for (const satu of document.querySelectorAll(".puncak [aria-current], .tab [aria-current]")) {
    const baris = satu.closest("ul");
    baris.scrollLeft += satu.getBoundingClientRect().left - baris.getBoundingClientRect().left - baris.clientWidth / 3;
  }
}

// Only a comfort: a frame that has nothing to scroll is no stop for the Tab key.
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
}

// Puts the code that stands behind the # of an invitation's link into its field. What stands there
// is sent to no server with the address, so that no log of addresses holds it. The address forgets it,
// and links [hreflang] to the page in other languages take it along. Whoever comes by a link of their
// own isn't offered to go on with what somebody else began here ([data-resume]).

function take() {
  const given = location.hash.match(/^#code=([\w-]{1,60})$/);
  const field = document.querySelector("input[name=code]");
  if (!given || !field) return;
  field.value = given[1];
  document.querySelector("[data-resume]")?.remove();
  for (const link of document.querySelectorAll("a[hreflang]"))
    link.href = `/${link.hreflang}/${given[0]}`;
  history.replaceState(null, "", location.pathname);
}

addEventListener("hashchange", take);
take();

// Keeps what is typed on a screen and not yet sent, so that reloading the page, or leaving it and coming
// back, loses nothing. It is kept in this tab alone, under the interview's own name ([data-keep]), and
// goes when the screen was sent, when the interview has ended, when another begins, or with the tab.

const KEPT = "kept ";
const form = document.querySelector("form[data-keep]");
const interview = form?.dataset.keep;
const mine = `${KEPT}${interview} `;
const here = mine + location.pathname.replace(/^\/[^/]*/, "");

const fields = () =>
  [...form.elements].filter((one) => one.name && !["hidden", "submit", "button"].includes(one.type));

function clear() {
  const sent = sessionStorage.getItem("sent");
  sessionStorage.removeItem("sent");
  // What came of sending is shown as the server has it; who went back to the page wants it as it was.
  const [visit] = performance.getEntriesByType("navigation");
  const arrived = sent !== here || visit?.type === "navigate";
  for (const name of Object.keys(sessionStorage)) {
    const own = form && name.startsWith(mine);
    if (name.startsWith(KEPT) && (!own || (name === sent && arrived))) sessionStorage.removeItem(name);
  }
}

function keep() {
  const values = fields().map((one) => [one.id || one.name, one.value, Boolean(one.checked)]);
  sessionStorage.setItem(here, JSON.stringify(values));
}

function bringBack() {
  const words = JSON.parse(sessionStorage.getItem(here) || "[]");
  const kept = new Map(words.map(([name, value, checked]) => [name, { value, checked }]));
  for (const one of fields()) {
    const as = kept.get(one.id || one.name);
    if (!as || (one.value === as.value && Boolean(one.checked) === as.checked)) continue;
    if (one.type === "radio" || one.type === "checkbox") one.checked = as.checked;
    else one.value = as.value;
    one.dispatchEvent(new Event("input", { bubbles: true }));
    one.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// A page whose interview isn't known shows what was typed, and keeps out of this.
if (!form || interview) clear();
if (interview) {
  bringBack();
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  form.addEventListener("submit", () => sessionStorage.setItem("sent", here));
}

// Lays a slider over the field of a slider question, into which numbers can be typed all the same.
// The slider has no name, so the field alone is sent: until somebody has moved it, nothing is.
// What the field holds is read as the server reads it: digits of any script, with the marks of the
// page's language.

const digit = /\p{Nd}/u;
// In every script ten digits follow each other, zero first.
const western = (one) => {
  let before = one.codePointAt(0);
  while (digit.test(String.fromCodePoint(before - 1))) before -= 1;
  return (one.codePointAt(0) - before) % 10;
};

const numberIn = (typed, decimal, thousands) => {
  const plain = typed
    .replace(/[\u200e\u200f\u061c\u202a-\u202c\u2066-\u2069]/g, "")
    .replace(/\p{Nd}/gu, western)
    .trim()
    .replace(/[−–]/g, "-")
    .replaceAll("٫", decimal)
    .replaceAll("٬", " ")
    .replaceAll("،", ",");
  const marks = `[ \u00a0\u2009\u202f'’${thousands}]`;
  const whole = `[0-9]*|[1-9][0-9]{0,2}(${marks})[0-9]{3}(?:\\3[0-9]{3})*`;
  const own = new RegExp(`^([+-]?)(${whole})(?:[${decimal}]([0-9]*))?$`);
  const foreign = /^([+-]?)([0-9]*)()[.,]([0-9]+)$/;
  const match = own.exec(plain) ?? foreign.exec(plain);
  const [sign, digits, part] = match ? [match[1], match[2].replace(/[^0-9]/g, ""), match[4] ?? ""] : ["", "", ""];
  return digits + part === "" ? NaN : Number(`${sign}${digits || 0}.${part || 0}`);
};

for (const field of document.querySelectorAll(".slider > input[data-step]")) {
  const { low, high, step, decimals, decimal, thousands, untouched } = field.dataset;
  const range = document.createElement("input");
  Object.assign(range, { type: "range", min: low, max: high, step, id: `${field.id}:slider` });
  const name = field.labels[0].textContent.trim();
  range.setAttribute("aria-label", name);
  field.setAttribute("aria-label", `${name} (${field.dataset.typed})`);
  const hint = field.getAttribute("aria-describedby");
  if (hint) range.setAttribute("aria-describedby", hint);

  const show = () => {
    const number = numberIn(field.value, decimal, thousands);
    const set = number >= Number(low) && number <= Number(high);
    range.classList.toggle("untouched", !set);
    if (set) {
      range.value = number;
      range.removeAttribute("aria-valuetext");
    } else {
      range.value = (Number(low) + Number(high)) / 2;
      range.setAttribute("aria-valuetext", untouched);
    }
  };
  const set = () => {
    field.value = Number(range.value).toFixed(decimals).replace(".", decimal);
    show();
  };
  range.addEventListener("input", set);
  // A slider that is pressed where it stands doesn't move, and is meant all the same.
  range.addEventListener("click", set);
  range.addEventListener("keydown", (event) => {
    if (event.key === " ") set();
  });
  field.addEventListener("input", show);
  field.before(range);
  show();
}

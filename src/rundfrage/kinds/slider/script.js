// Lays a slider over the field of a slider question, into which numbers can be typed all the same.
// The slider has no name, so the field alone is sent: until somebody has moved it, nothing is.
for (const field of document.querySelectorAll(".slider > input[data-step]")) {
  const { low, high, step, decimals, mark, untouched } = field.dataset;
  const range = document.createElement("input");
  Object.assign(range, { type: "range", min: low, max: high, step, id: `${field.id}:slider` });
  range.setAttribute("aria-label", field.labels[0].textContent.trim());
  const hint = field.getAttribute("aria-describedby");
  if (hint) range.setAttribute("aria-describedby", hint);

  const show = () => {
    const typed = field.value.trim().replace(mark, ".");
    const number = typed === "" ? NaN : Number(typed);
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
    field.value = Number(range.value).toFixed(decimals).replace(".", mark);
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

// Looks for what the form that begins an interview (form[data-proof]) must carry: eight digits that, behind
// its token and key, have a SHA-256 with so many zero bits in front. It does so in short slices from the
// page's beginning on, so that the page stays usable. Who presses before it is found is told, and goes on
// by itself when it is. Where this can't run the server lets people in after some seconds instead.

const SLICE = 8; // milliseconds of work,
const PAUSE = 4; // and those for what the person does
const UNSEEN = 250; // where nobody looks browsers let pages work once a second
const form = document.querySelector("form[data-proof]");

// The first 32 bits behind the points of the roots of the first primes (FIPS 180-4).
const primes = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
const K = Int32Array.from(primes, (p) => (Math.cbrt(p) % 1) * 2 ** 32);
const START = Int32Array.from(primes.slice(0, 8), (p) => (Math.sqrt(p) % 1) * 2 ** 32);
const w = new Int32Array(64);

// Takes one block, the first 16 words of w, into account: `after` becomes what `before` was with it.
function take(before, after) {
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15];
    const y = w[i - 2];
    w[i] =
      w[i - 16] + w[i - 7] +
      (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
      (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
  }
  let a = before[0], b = before[1], c = before[2], d = before[3];
  let e = before[4], f = before[5], g = before[6], h = before[7];
  for (let i = 0; i < 64; i++) {
    const s = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t = (h + s + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
    const r = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const m = (a & b) ^ (a & c) ^ (b & c);
    h = g; g = f; f = e; e = (d + t) | 0;
    d = c; c = b; b = a; a = (t + r + m) | 0;
  }
  after.set([a, b, c, d, e, f, g, h]);
  for (let i = 0; i < 8; i++) after[i] += before[i];
}

const letters = (text, i) =>
  (text.charCodeAt(i) << 24) | (text.charCodeAt(i + 1) << 16) | (text.charCodeAt(i + 2) << 8) | text.charCodeAt(i + 3);

function find({ token, key, proof }) {
  const button = form.querySelector("button[name=go]");
  const bits = Number(form.dataset.proof);
  // Token and key are a block of their own, which is the same for all digits.
  const first = new Int32Array(8);
  const last = new Int32Array(8);
  for (let i = 0; i < 16; i++) w[i] = letters(token.value + key.value, 4 * i);
  take(START, first);
  let tried = 0;
  let found = false;
  let pressed = "pressed" in form.dataset;

  const tell = () => {
    for (const one of form.querySelectorAll("[data-when]"))
      one.hidden = (one.dataset.when === "working") !== pressed;
  };

  const slice = () => {
    const end = performance.now() + (document.hidden ? UNSEEN : SLICE);
    while (performance.now() < end) {
      for (let i = 0; i < 64; i++, tried++) {
        const digits = tried.toString(16).padStart(8, "0");
        w.fill(0, 0, 16);
        w[0] = letters(digits, 0);
        w[1] = letters(digits, 4);
        w[2] = 1 << 31;
        w[15] = 8 * 72;
        take(first, last);
        if (Math.clz32(last[0]) < bits) continue;
        found = true;
        proof.value = digits;
        if (pressed) button.click();
        return;
      }
    }
    setTimeout(slice, PAUSE);
  };

  form.addEventListener("submit", (event) => {
    if (found) return;
    event.preventDefault();
    pressed = true;
    tell();
  });
  // Whoever comes back to the page has not pressed again.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    pressed = false;
    tell();
  });
  if (pressed) tell();
  slice();
}

if (form) find(form.elements);

// The browser's part of blind signatures by RFC 9474 (RSABSSA-SHA384-PSS-Randomized), served only
// at the level "blind". It draws the credential of the interview, has it signed without showing
// it, and puts the ticket (32 random bytes, credential, signature) into the form that begins.
//
// The form: data-sign is where to have it signed, data-modulus the public key, data-home the
// welcome page without an invitation; its fields `invitation` and `ticket`. The invitation stands behind
// the # of its link, so that no log of addresses holds it; whoever comes by one isn't offered to go on
// with what somebody else began here ([data-resume]). Paragraphs [data-when] say
// how it stands (working, kept, no-cookie, spent, unknown, mistyped, failed). A button [data-later]
// keeps the ticket in the address of the page, behind the #, which is never sent to a server; links
// [hreflang] to the page in other languages take it along, and [data-invited] is shown while there is
// an invitation. data-pause are the hours that have to lie between exchanging and beginning; [data-paused]
// says so, and [data-calendar] holds a link to a reminder.

const EXPONENT = 65537n;
const HASH = 48;

const random = (length) => crypto.getRandomValues(new Uint8Array(length));
const join = (...parts) => new Uint8Array(parts.flatMap((part) => [...part]));
const sha384 = async (octets) => new Uint8Array(await crypto.subtle.digest("SHA-384", octets));

export const text = (octets) =>
  btoa(String.fromCharCode(...octets))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
export const octets = (words) =>
  Uint8Array.from(atob(words.replaceAll("-", "+").replaceAll("_", "/")), (one) =>
    one.charCodeAt(0),
  );
const toNumber = (from) =>
  BigInt("0x" + Array.from(from, (one) => one.toString(16).padStart(2, "0")).join(""));
const toOctets = (number, length) => {
  const digits = number.toString(16).padStart(2 * length, "0");
  return Uint8Array.from({ length }, (_, at) => parseInt(digits.slice(2 * at, 2 * at + 2), 16));
};

function power(base, exponent, modulus) {
  let result = 1n;
  for (; exponent; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return result;
}

// The inverse of a number, 0n if it has none (Euclid's algorithm, extended).
function inverse(number, modulus) {
  let [low, high, one, other] = [number % modulus, modulus, 1n, 0n];
  while (low > 1n) {
    const times = high / low;
    [high, low] = [low, high - times * low];
    [other, one] = [one, other - times * one];
  }
  return low && ((one % modulus) + modulus) % modulus;
}

// EMSA-PSS (RFC 8017, 9.1.1) with SHA-384, for a key of `bits` bits.
async function encode(message, bits, salt) {
  const length = Math.ceil((bits - 1) / 8);
  const hash = await sha384(join(new Uint8Array(8), await sha384(message), salt));
  const block = join(new Uint8Array(length - 2 * HASH - 2), [1], salt);
  for (let at = 0; at < block.length; at += HASH) {
    const mask = await sha384(join(hash, [0, 0, 0, at / HASH]));
    mask.slice(0, block.length - at).forEach((one, next) => (block[at + next] ^= one));
  }
  block[0] &= 0xff >> (8 * length - bits + 1);
  return join(block, hash, [0xbc]);
}

// Blind (RFC 9474, 4.2): what is to be signed, and the number that takes the blinding off.
export async function blind(modulus, message, salt = random(HASH), taking = 0n) {
  const n = toNumber(modulus);
  while (!taking) taking = inverse(toNumber(random(modulus.length)) % n, n);
  const encoded = toNumber(await encode(message, n.toString(2).length, salt));
  const blinded = (encoded * power(inverse(taking, n), EXPONENT, n)) % n;
  return { blinded: toOctets(blinded, modulus.length), taking };
}

// Finalize (RFC 9474, 4.4): the signature; an error if it isn't one of this key.
export async function finish(modulus, message, signed, taking) {
  const n = toNumber(modulus);
  const signature = toOctets((toNumber(signed) * taking) % n, modulus.length);
  const jwk = { kty: "RSA", e: "AQAB", n: text(modulus) };
  const pss = { name: "RSA-PSS", hash: "SHA-384" };
  const key = await crypto.subtle.importKey("jwk", jwk, pss, false, ["verify"]);
  const check = { name: "RSA-PSS", saltLength: HASH };
  if (!(await crypto.subtle.verify(check, key, signature, message))) throw Error("failed");
  return signature;
}

// What was blinded is kept in this tab until it is signed: an invitation is spent on one blinded
// credential, so another attempt has to show the same.
async function held(form) {
  const { modulus } = form.dataset;
  const invitation = form.elements.invitation.value;
  const kept = JSON.parse(sessionStorage.getItem("blind") || "{}");
  if (kept.invitation === invitation && kept.modulus === modulus) return kept;
  const message = random(48);
  const { blinded, taking } = await blind(octets(modulus), message);
  const made = {
    invitation,
    modulus,
    message: text(message),
    blinded: text(blinded),
    taking: `${taking}`,
  };
  sessionStorage.setItem("blind", JSON.stringify(made));
  return made;
}

async function ticket(form) {
  if (form.elements.ticket.value) return;
  const kept = await held(form);
  const body = new URLSearchParams(new FormData(form));
  body.set("blinded", kept.blinded);
  const answer = await fetch(form.dataset.sign, { method: "POST", body });
  const words = await answer.text();
  if (!answer.ok) throw Error(words.trim());
  const message = octets(kept.message);
  const key = octets(kept.modulus);
  const signature = await finish(key, message, octets(words.trim()), BigInt(kept.taking));
  form.elements.ticket.value = text(join(message, signature));
}

function show(form, state) {
  const told = [...form.querySelectorAll("[data-when]")];
  if (state && !told.some((one) => one.dataset.when === state)) state = "failed";
  for (const one of told) one.hidden = one.dataset.when !== state;
}

function takeAlong(hash) {
  for (const link of document.querySelectorAll("a[hreflang]"))
    link.href = `/${link.hreflang}/${hash}`;
}

const BROUGHT = /^#(ticket|code)=([\w-]+)$/;

// What the address brought along: "ticket", "code", or nothing.
function brought(form) {
  const given = location.hash.match(BROUGHT);
  if (!given) return "";
  const [hash, name, words] = given;
  form.elements[name === "code" ? "invitation" : name].value = words;
  document.querySelector("[data-resume]")?.remove();
  takeAlong(hash);
  if (name === "code") history.replaceState(null, "", location.pathname);
  return name;
}

function prepare(form) {
  const given = brought(form);
  addEventListener("hashchange", () => BROUGHT.test(location.hash) && location.reload());
  const invited = form.querySelector("[data-invited]");
  if (invited) invited.hidden = !form.elements.invitation.value;
  const later = form.querySelector("[data-later]");
  const act = async (then) => {
    show(form, "working");
    try {
      await ticket(form);
      // The invitation has done its work; the beginning doesn't show it again.
      form.elements.invitation.value = "";
      sessionStorage.removeItem("blind");
      then();
    } catch (problem) {
      show(form, problem.message || "failed");
    }
  };
  const begin = form.querySelector("[value=begin]");
  const pause = Number(form.dataset.pause);
  const keep = () =>
    act(() => {
      const hash = `#ticket=${form.elements.ticket.value}`;
      history.replaceState(null, "", form.dataset.home + hash);
      takeAlong(hash);
      later.hidden = begin.hidden = true;
      form.querySelector("[data-invited]")?.remove();
      remind(form, pause);
      show(form, "kept");
    });
  // Exchanged now, begun later: where a pause is wanted there is no other way.
  const waits = pause && given !== "ticket";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (waits) keep();
    else act(() => form.submit());
  });
  if (given === "ticket") return;
  later.hidden = false;
  later.addEventListener("click", keep);
  if (!waits) return;
  begin.hidden = true;
  later.classList.replace("later", "next");
}

// The link to a reminder for a calendar, some time of the next day or later. It doesn't hold the
// ticket: calendars are read by others.
function remind(form, pause) {
  const room = form.querySelector("[data-calendar]");
  const link = room.querySelector("a");
  const at = new Date(Date.now() + pause * 3600e3);
  at.setDate(at.getDate() + (at.getDate() === new Date().getDate() ? 1 : 0));
  at.setHours(9 + Math.floor(Math.random() * 11), 0, 0, 0);
  if (at < Date.now() + pause * 3600e3) at.setDate(at.getDate() + 1);
  const two = (number) => `${number}`.padStart(2, "0");
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//rundfrage//EN",
    "BEGIN:VEVENT",
    `UID:${text(random(12))}`,
    `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART:${day}T${two(at.getHours())}0000`,
    "DURATION:PT15M",
    `SUMMARY:${link.dataset.reminder.replace(/[\\,;]/g, "\\$&")}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  link.href = `data:text/calendar;charset=utf-8,${encodeURIComponent(lines.join("\r\n") + "\r\n")}`;
  room.hidden = false;
  form.querySelector("[data-paused]").hidden = !pause;
}

const form = document.querySelector("form[data-sign]");
if (form) prepare(form);

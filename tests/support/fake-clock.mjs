// Loaded before anything else, into the tests and into the commands they start, where `TEST_NOW` asks for it: the
// clock stands so many milliseconds away from that of the machine, and goes on.
const OFFSET = Number(process.env.TEST_CLOCK_OFFSET ?? 0)
const Real = Date

class Moved extends Real {
  constructor(...told) {
    if (told.length === 0) super(Real.now() + OFFSET)
    else super(...told)
  }

  static now() {
    return Real.now() + OFFSET
  }
}

/** `Date()` without `new` is the time as a text. */
globalThis.Date = new Proxy(Moved, { apply: () => new Moved().toString() })

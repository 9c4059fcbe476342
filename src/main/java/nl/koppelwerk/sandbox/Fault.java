package nl.koppelwerk.sandbox;

/** What goes wrong with one call. */
record Fault(Kind kind, int status, int retryAfter, boolean afterWrite, long delayMs) {

    static final Fault NONE = new Fault(Kind.NONE, 0, -1, false, 0);

    enum Kind { NONE, STATUS, RESET, SLOW, HTML, CUT_BODY, ENDLESS_BODY, REDIRECT, HUGE }

    boolean none() {
        return kind == Kind.NONE;
    }

    /** Whether the vendor must really answer: a broken body needs a body, a slow answer is an answer. */
    boolean runs(Call call) {
        return none() || afterWrite || kind == Kind.SLOW || call.reads();
    }

    /** The word of the request log; empty for none. */
    String label() {
        var word = kind == Kind.STATUS ? String.valueOf(status) : kind.name().toLowerCase().replace('_', '-');
        return none() ? "" : afterWrite ? word + " after write" : word;
    }
}

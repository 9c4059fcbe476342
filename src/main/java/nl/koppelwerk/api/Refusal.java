package nl.koppelwerk.api;

import java.util.List;
import java.util.function.Function;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Wording;

/** A request that is not done, with the status and the reasons that its caller gets, in a language that he reads. */
final class Refusal extends RuntimeException {

    private static final String MALFORMED = "MALFORMED";

    private final int status;
    private final transient Function<Wording, String> detail;
    private final transient List<Fault> faults;
    private final transient Object now;

    private Refusal(int status, Function<Wording, String> detail, List<Fault> faults, Object now) {
        super(detail.apply(Wording.EN), null, false, false);
        this.status = status;
        this.detail = detail;
        this.faults = faults;
        this.now = now;
    }

    private static Refusal of(int status, Said said, List<Fault> faults) { return new Refusal(status, said::in, faults, null); }

    private static Refusal of(int status, Fault fault) { return new Refusal(status, fault.detail(), List.of(fault), null); }

    Problem problem(Wording wording) {
        return Problem.of(status, wording, detail.apply(wording), faults.stream().map(fault -> fault.in(wording)).toList()).with(now);
    }

    static Refusal malformed(String pointer, Said said) { return of(400, new Fault(pointer, MALFORMED, said)); }

    static Refusal malformed(Fault fault) { return of(400, fault); }

    static Refusal unknown(String member) { return of(400, new Fault("/" + member, "UNKNOWN_MEMBER", Phrase.MEMBER_UNKNOWN.with("member", member))); }

    static Refusal forbidden(Said said) { return of(403, said, List.of()); }

    /**
     * For what is not there and for what is another office's: nobody can tell the two apart.
     *
     * @param what by its label, such as {@code dead-letter}
     */
    static Refusal notFound(String what) { return of(404, Phrase.NOT_THERE.with("what", Said.word("word." + what)), List.of()); }

    static Refusal conflict(String code, Said said) { return conflict("", code, said); }

    static Refusal conflict(String pointer, String code, Said said) { return of(409, new Fault(pointer, code, said)); }

    /** @param now what it is by now */
    static Refusal changed(Said said, Object now) {
        return new Refusal(409, said::in, List.of(new Fault("/stamp", Phrase.CHANGED_SINCE_SHOWN.name(), said)), now);
    }

    static Refusal unprocessable(List<Fault> faults) { return of(422, Phrase.REFUSED.said(), faults); }

    static Refusal unprocessable(String pointer, Said said) { return unprocessable(pointer, said.key(), said); }

    static Refusal unprocessable(String pointer, String code, Said said) { return unprocessable(List.of(new Fault(pointer, code, said))); }
}

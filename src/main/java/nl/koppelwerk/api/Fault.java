package nl.koppelwerk.api;

import java.util.function.Function;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Wording;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer the member of the request it is about (RFC 6901), or empty; of a parameter of the address its name
 * @param code    stable, for programs
 * @param detail  the sentence, by the language of whoever reads it
 */
record Fault(String pointer, String code, Function<Wording, String> detail) {

    Fault(String pointer, String code, Said said) { this(pointer, code, said::in); }

    /** Whose code is that of its sentence. */
    Fault(String pointer, Said said) { this(pointer, said.key(), said); }

    static Fault of(String pointer, Reason reason) {
        return new Fault(pointer, reason.code().name(), wording -> wording.text(reason) + " " + wording.remedy(reason));
    }

    Problem.Error in(Wording wording) { return new Problem.Error(pointer, code, detail.apply(wording)); }
}

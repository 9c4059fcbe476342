package nl.koppelwerk.api;

import java.util.List;
import nl.koppelwerk.api.Problem.Fault;

/** A request that is not done, with the status and the reasons that its caller gets. */
final class Refusal extends RuntimeException {

    private final transient Problem problem;

    private Refusal(int status, String detail, List<Fault> faults) { this(Problem.of(status, detail, faults)); }

    private Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() { return problem; }

    static Refusal malformed(String pointer, String detail) {
        return new Refusal(400, detail, List.of(new Fault(pointer, "MALFORMED", detail)));
    }

    static Refusal unknown(String member) {
        return new Refusal(400, "There is no such member.", List.of(new Fault("/" + member, "UNKNOWN_MEMBER", "This call takes no " + member + ".")));
    }

    static Refusal forbidden(String detail) { return new Refusal(403, detail, List.of()); }

    /** For what is not there and for what is another office's: nobody can tell the two apart. */
    static Refusal notFound(String what) { return new Refusal(404, "There is no such " + what + ".", List.of()); }

    static Refusal conflict(String code, String detail) { return conflict("", code, detail); }

    static Refusal conflict(String pointer, String code, String detail) {
        return new Refusal(409, detail, List.of(new Fault(pointer, code, detail)));
    }

    /** @param now what it is by now */
    static Refusal changed(String code, String detail, Object now) {
        return new Refusal(Problem.of(409, detail, List.of(new Fault("/stamp", code, detail))).with(now));
    }

    static Refusal unprocessable(List<Fault> faults) { return new Refusal(422, "Understood, and refused.", faults); }

    static Refusal unprocessable(String pointer, String code, String detail) {
        return unprocessable(List.of(new Fault(pointer, code, detail)));
    }
}

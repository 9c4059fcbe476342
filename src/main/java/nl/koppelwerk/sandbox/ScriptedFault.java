package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Set;

/** A fault that waits for the next calls that fit it. */
final class ScriptedFault {

    private static final Set<String> MEMBERS = Set.of("system", "method", "pathContains", "times", "kind", "status", "retryAfter", "afterWrite", "delayMs");

    private final ObjectNode script;
    private final Fault fault;
    private int left;

    ScriptedFault(ObjectNode script) {
        script.fieldNames().forEachRemaining(ScriptedFault::checkMember);
        this.script = script;
        this.left = script.path("times").asInt(1);
        this.fault = new Fault(kind(script.path("kind").asText("status")), script.path("status").asInt(503), script.path("retryAfter").asInt(-1),
                script.path("afterWrite").asBoolean(), script.path("delayMs").asLong(30_000));
    }

    /** Uses the fault up by one if the call fits it. */
    boolean takes(String system, Call call) {
        var fits = left > 0 && fits("system", system::equals) && fits("method", call.method()::equalsIgnoreCase)
                && fits("pathContains", call.pathAndQuery()::contains);
        left -= fits ? 1 : 0;
        return fits;
    }

    Fault fault() {
        return fault;
    }

    ObjectNode state() {
        return script.deepCopy().put("left", left);
    }

    boolean usedUp() {
        return left <= 0;
    }

    private boolean fits(String member, java.util.function.Predicate<String> wanted) {
        return !script.hasNonNull(member) || wanted.test(script.get(member).asText());
    }

    private static Fault.Kind kind(String word) {
        return Arrays.stream(Fault.Kind.values()).filter(kind -> kind != Fault.Kind.NONE && kind.name().toLowerCase().replace('_', '-').equals(word)).findFirst()
                .orElseThrow(() -> refused("kind is status, reset, slow, html, cut-body, endless-body, redirect or huge, not " + word));
    }

    private static void checkMember(String name) {
        if (!MEMBERS.contains(name)) {
            throw refused("a fault has " + String.join(", ", MEMBERS.stream().sorted().toList()) + ", not " + name);
        }
    }

    private static Refused refused(String detail) {
        return new Refused(Answer.problem(400, "Bad Request", detail));
    }
}

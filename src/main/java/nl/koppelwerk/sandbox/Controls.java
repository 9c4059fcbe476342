package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls under {@code /_sandbox} by which tests and demonstrations set the scene. */
public final class Controls {

    private static final String ROOT = "/_sandbox";
    private static final int MOST_RELATIONS = 1_000_000;
    /** By which a control is looked at or changed; a link that somebody follows, or a crawler, changes nothing. */
    private static final Map<String, List<String>> METHODS = Map.of("", List.of("GET", "HEAD"), "switches", List.of("GET", "HEAD", "PUT", "DELETE"),
            "faults", List.of("GET", "HEAD", "POST", "DELETE"), "clock", List.of("GET", "HEAD", "POST"), "reset", List.of("POST"), "requests", List.of("GET", "HEAD", "DELETE"));

    private final Switches switches;
    private final Faults faults;
    private final SandboxClock clock;
    private final RequestControls requests;
    private final List<Vendor> vendors;
    private final SandboxOptions options;

    Controls(Switches switches, Faults faults, SandboxClock clock, RequestLog log, List<Vendor> vendors, SandboxOptions options) {
        this.switches = switches;
        this.faults = faults;
        this.clock = clock;
        this.requests = new RequestControls(log);
        this.vendors = vendors;
        this.options = options;
    }

    Answer answer(Call call) {
        var steps = call.path().startsWith(ROOT) ? call.stepsAfter(ROOT) : List.of("?");
        var first = steps.isEmpty() ? "" : steps.get(0);
        if (!METHODS.getOrDefault(first, List.of(call.method())).contains(call.method())) {
            var allowed = String.join(", ", METHODS.get(first));
            throw new Refused(Answer.problem(405, "Method Not Allowed", "allowed here: " + allowed).with("Allow", allowed));
        }
        return switch (first) {
            case "" -> Answer.json(200, Json.object().put("status", "up"));
            case "switches" -> switches(call);
            case "faults" -> faults(call);
            case "clock" -> clock(call);
            case "reset" -> reset(body(call));
            case "requests" -> requests.answer(call, steps.size() > 1 ? steps.get(1) : "");
            default -> desk(call, first);
        };
    }

    private Answer switches(Call call) {
        switch (call.method()) {
            case "PUT" -> switches.set(body(call));
            case "DELETE" -> switches.standard();
            default -> { }
        }
        return Answer.json(200, switches.state());
    }

    private Answer faults(Call call) {
        switch (call.method()) {
            case "POST" -> faults.add(body(call));
            case "DELETE" -> faults.clear();
            default -> { }
        }
        return Answer.json(200, Json.object().set("items", faults.state()));
    }

    private Answer clock(Call call) {
        if (call.method().equals("POST")) {
            var wanted = body(call);
            clock.run(wanted.path("speed").asDouble(clock.speed()),
                    wanted.has("offsetSeconds") ? Optional.of(wanted.get("offsetSeconds").longValue()) : Optional.empty());
        }
        return Answer.json(200, clock.state());
    }

    private Answer reset(ObjectNode wanted) {
        var seed = whole(wanted, "seed", options.seed(), Long.MIN_VALUE, Long.MAX_VALUE);
        var relations = (int) whole(wanted, "relations", options.relations(), 0, MOST_RELATIONS);
        vendors.forEach(vendor -> vendor.seed(seed, relations));
        return Answer.json(200, Json.object().put("seed", seed).put("relations", relations));
    }

    /** Read before anything is emptied: a slip of the pen costs nobody his records. */
    private static long whole(ObjectNode wanted, String member, long usual, long least, long most) {
        var given = wanted.path(member);
        if (given.isMissingNode()) {
            return usual;
        }
        if (!given.canConvertToLong() || !given.isIntegralNumber() || given.longValue() < least || given.longValue() > most) {
            throw new Refused(Answer.problem(400, "Bad Request", member + " is a whole number" + (least == 0 ? " from 0 to " + most : "")));
        }
        return given.longValue();
    }

    private Answer desk(Call call, String system) {
        var vendor = vendors.stream().filter(one -> one.system().equals(system)).findFirst()
                .orElseThrow(() -> new Refused(Answer.problem(404, "Not Found", "no such address in the sandbox: " + call.path())));
        var rest = call.path().substring((ROOT + "/" + system).length());
        return rest.equals("/export") ? export(vendor) : vendor.desk(call, rest);
    }

    private static Answer export(Vendor vendor) {
        var lines = new ByteArrayOutputStream();
        vendor.export(record -> {
            lines.writeBytes(Json.bytes(record));
            lines.write('\n');
        });
        return Answer.of(200, "application/x-ndjson", lines.toByteArray());
    }

    /** The body of a call at the controls or at a desk; none is an empty object. */
    public static ObjectNode body(Call call) {
        return call.body().length == 0 ? Json.object() : Json.readObject(call.body())
                .orElseThrow(() -> new Refused(Answer.problem(400, "Bad Request", "the body is not a JSON object")));
    }
}

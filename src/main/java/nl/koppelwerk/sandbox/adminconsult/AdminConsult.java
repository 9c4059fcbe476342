package nl.koppelwerk.sandbox.adminconsult;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.Vendor;

/**
 * Admin-IS | Consult on an office's own server: {@code /admin-consult/api/v1/...}; key {@code admin-consult-demo-key}, and
 * {@code admin-consult-bare-key}, whose token has no right on customers.
 *
 * <p>Where the contract is silent it assumes: a key that is not known is a 401, and so is a call without a token; more rows than the most
 * of a page are the most; an unknown address is a 404 in other words than those for an empty result; taskflows and their data have no pages;
 * {@code /customeremails} is where a separate list of e-mail addresses would stand; links and taskflows leave nothing in the change log;
 * {@code /customercrmtypes} is the installation's list of the types of customers, by a public client.
 */
public final class AdminConsult implements Vendor {

    private static final String BASE = "/admin-consult/api/v1";

    private final SwitchPanel switches;
    private final AdcErrors errors;
    private final AdcAccess access;
    private final AdcRecords records;
    private final AdcLog log;
    private final AdcApi api;
    private final AdcDesk desk;
    private final Bucket tokens;
    private final Ids ids;

    public AdminConsult(Ground ground) {
        switches = ground.switches().vendor(system(), AdcSwitches.ALL);
        ids = new Ids(ground.journal().bucket(system() + "/ids"));
        tokens = ground.journal().bucket(system() + "/tokens");
        errors = new AdcErrors(switches);
        access = new AdcAccess(switches, ground.clock(), tokens, ids, errors);
        records = new AdcRecords(ground, system());
        log = new AdcLog(ground.journal().bucket(system() + "/log"), ground.clock(), switches);
        var pages = new AdcPages(switches, errors);
        api = new AdcApi(records, log, new AdcTaskflows(records, pages, errors), pages, new AdcView(switches), access, errors, switches);
        desk = new AdcDesk(records, log, switches);
    }

    @Override
    public String system() {
        return "admin-consult";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/admin-consult/");
    }

    @Override
    public Answer answer(Call call) {
        access.requireUp();
        var steps = call.path().startsWith(BASE + "/") ? call.stepsAfter(BASE) : List.<String>of();
        if (steps.size() == 2 && steps.get(0).equals("token") && call.method().equals("GET")) {
            return access.token(steps.get(1));
        }
        access.check(call, steps.isEmpty() ? "" : steps.get(0));
        return spelled(call, answered(call, steps));
    }

    /** That a value is none of its field shows at the first row that it is compared with. */
    private Answer answered(Call call, List<String> steps) {
        try {
            return api.answer(call, steps);
        } catch (AdcFilter.Unreadable unreadable) {
            throw errors.refused(400, "Invalid filter: " + unreadable.getMessage());
        }
    }

    /** Who does not say that it reads UTF-8 gets accents that are none. */
    private Answer spelled(Call call, Answer answer) {
        var type = call.header("Content-Type").orElse("").replace(" ", "");
        if (switches.is("charset", "tolerant") || type.equalsIgnoreCase("application/json;charset=UTF-8")) {
            return answer;
        }
        var broken = new String(answer.body(), StandardCharsets.UTF_8).replaceAll("[^\\x00-\\x7F]", "?");
        return new Answer(answer.status(), answer.headers(), broken.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Answer failure(int status, String text) {
        return errors.answer(status, text);
    }

    @Override
    public void seed(long seed, int count) {
        records.clear();
        log.clear();
        tokens.clear();
        ids.restart(seed);
        new AdcSeed(seed).into(records, count);
    }

    @Override
    public Answer desk(Call call, String rest) {
        return desk.answer(call, rest);
    }

    @Override
    public void export(Consumer<ObjectNode> line) {
        desk.export(line);
    }
}

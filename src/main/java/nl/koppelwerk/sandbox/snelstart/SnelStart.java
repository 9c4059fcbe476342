package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.Tokens;
import nl.koppelwerk.sandbox.Vendor;

/**
 * SnelStart B2B API v2: {@code /snelstart/v2/...} and {@code /snelstart-auth/b2b/token}. Subscription keys
 * {@code snelstart-demo-primary} and {@code -secondary}; coupling keys are Base64: {@code demo:snelstart-demo} may do all,
 * {@code demo:snelstart-narrow} may only read relations.
 *
 * <p>Where the contract is silent it assumes: an id that is none is ALG-0103 on every address; a code 0 on a PUT keeps the code
 * of before; texts are compared letter by letter; several e-mail addresses that are wrong are told by the code of a list, one alone by
 * its own; REL-0005, KPL-0001 and REF-0001 are 404s, as the OpenAPI has them.
 */
public final class SnelStart implements Vendor {

    private static final String BASE = "/snelstart/v2";
    private static final String TOKEN = "/snelstart-auth/b2b/token";

    private final SnErrors errors;
    private final SnGateway gateway;
    private final SnAuth auth;
    private final SnKeys keys;
    private final SnLanden landen;
    private final SnRelaties relaties;
    private final SnBookings bookings;
    private final SnKostenplaatsen kostenplaatsen;
    private final SnApi api;
    private final SnDesk desk;
    private final Ids ids;

    public SnelStart(Ground ground) {
        var switches = ground.switches().vendor(system(), SnSwitches.ALL);
        ids = new Ids(bucket(ground, "ids"));
        errors = new SnErrors(switches);
        gateway = new SnGateway(switches, ground.clock(), errors);
        landen = new SnLanden(bucket(ground, "settings"), switches);
        relaties = new SnRelaties(bucket(ground, "relaties"));
        var stamps = new SnStamps(switches, ground.clock());
        bookings = new SnBookings(bucket(ground, "boekingen"), ids, stamps);
        var view = new SnView(switches, stamps, landen);
        kostenplaatsen = new SnKostenplaatsen(bucket(ground, "kostenplaatsen"), ids, new SnRequests(errors, switches), view, errors, switches);
        api = api(switches, stamps, view, new SnCompany(bucket(ground, "settings"), new SnRequests(errors, switches), landen, view));
        var webhook = new SnKeyWebhook(ground, system(), switches);
        keys = new SnKeys(bucket(ground, "keys"), ids, webhook);
        auth = new SnAuth(switches, ground.clock(), keys, new Tokens(ids, "snelstart-demo-tokens"), errors);
        desk = new SnDesk(new SnDeskRelaties(relaties, bookings, stamps, ids), kostenplaatsen, keys, webhook);
    }

    private SnApi api(SwitchPanel switches, SnStamps stamps, SnView view, SnCompany company) {
        var requests = new SnRequests(errors, switches);
        var list = new SnList(relaties, view, errors, switches, stamps, landen);
        var writes = new SnWrites(relaties, bookings, requests, new SnRules(landen, switches), view, stamps, errors, switches, ids);
        var customFields = new SnCustomFields(relaties, requests, stamps, errors);
        return new SnApi(relaties, list, writes, customFields, bookings, kostenplaatsen, landen, company, view, errors, switches);
    }

    @Override
    public String system() {
        return "snelstart";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/snelstart/") || path.startsWith("/snelstart-auth/");
    }

    @Override
    public Answer answer(Call call) {
        if (call.path().equals(TOKEN)) {
            return auth.token(call);
        }
        List<String> steps = call.path().startsWith(BASE + "/") ? call.stepsAfter(BASE) : List.of();
        if (steps.isEmpty()) {
            throw new Refused(errors.gateway(404, "Resource not found"));
        }
        gateway.check(call);
        return api.answer(call, steps, auth.scopes(call));
    }

    @Override
    public Answer failure(int status, String text) {
        return errors.scripted(status, text);
    }

    /** The token host stands beside the gateway. */
    @Override
    public int atOnce(Call call) {
        return call.path().equals(TOKEN) ? Integer.MAX_VALUE : gateway.atOnce();
    }

    @Override
    public Answer crowded() {
        return gateway.crowded();
    }

    /** The address of the webhook stays: it was agreed with the vendor, it is no record. */
    @Override
    public void seed(long seed, int count) {
        relaties.clear();
        bookings.clear();
        kostenplaatsen.clear();
        keys.standard();
        ids.restart(seed);
        landen.belongTo(seed);
        var invented = new SnSeed(seed);
        invented.relaties(count, relaties::put);
        invented.kostenplaatsen(kostenplaatsen::put);
    }

    @Override
    public Answer desk(Call call, String rest) {
        return desk.answer(call, rest);
    }

    @Override
    public void export(Consumer<ObjectNode> line) {
        desk.export(line);
    }

    private Bucket bucket(Ground ground, String name) {
        return ground.journal().bucket(system() + "/" + name);
    }
}

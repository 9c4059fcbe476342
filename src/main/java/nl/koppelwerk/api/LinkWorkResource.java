package nl.koppelwerk.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.flow.Activation;
import nl.koppelwerk.flow.Listening;
import nl.koppelwerk.flow.Probing;
import nl.koppelwerk.flow.ReferenceLists;
import nl.koppelwerk.flow.WebhookAddresses;
import nl.koppelwerk.flow.WebhookRegistration;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Links.State;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Testing a link, starting and resting it, and what its vendors need and offer. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class LinkWorkResource {

    @Inject Access access;
    @Inject Activation activation;
    @Inject WebhookAddresses webhooks;
    @Inject WebhookRegistration registration;
    @Inject ReferenceLists lists;
    @Inject Listening listening;
    @Inject OfficeLinks office;

    /** @param attention what a person should know of it all the same, such as another link that would do the same */
    record LinkState(String id, String state, List<Attention> attention) {}

    /** @param lastArrival null where none arrived yet */
    record Webhook(String side, @Schema(nullable = true) Instant lastArrival) {}

    record Rotation(String side) {}

    record Rotated(Map<String, String> webhooks) {}

    record Reference(String side, String name, String id) {}

    @POST
    @Path("links/{link}/test")
    @Operation(operationId = "testLink", summary = "Ask both systems: reachable, credentials accepted, rights sufficient, one record readable; a reason for each no. A webhook that a vendor switched off is switched on again.")
    public Tested test(String link) {
        access.link(link, Role.OPERATOR);
        return Tested.of(activation.test(link), access.wording()).with(listening.ask(link), access.wording());
    }

    @POST
    @Path("links/{link}/activate")
    @Operation(operationId = "activateLink", summary = "Test both sides, register webhooks, start the initial run. Refused (409) while another link of the same type between the same accounts works.")
    public LinkState activate(String link) {
        var known = alone(require(link, Phrase.LINK_TO_RESUME, State.NEW));
        var checks = activation.activate(link, access.name());
        if (!Probing.isWell(checks)) throw Refusal.unprocessable(Tested.faults(checks));
        return done(known, "link.activate", State.ACTIVE);
    }

    @POST
    @Path("links/{link}/pause")
    @Operation(operationId = "pauseLink", summary = "Rest a link: it keeps accepting notices and delivers nothing.")
    public LinkState pause(String link) {
        var known = require(link, Phrase.LINK_IS, State.ACTIVE, State.STOPPED);
        activation.pause(link, Phrase.PAUSED_BY.with("by", access.name()).kept());
        return done(known, "link.pause", State.PAUSED);
    }

    @POST
    @Path("links/{link}/resume")
    @Operation(operationId = "resumeLink", summary = "Go on with a link that rests or has stopped itself.")
    public LinkState resume(String link) {
        var known = alone(require(link, Phrase.LINK_TO_ACTIVATE, State.PAUSED, State.STOPPED));
        activation.resume(link);
        return done(known, "link.resume", State.ACTIVE);
    }

    @GET
    @Path("links/{link}/webhook")
    @Operation(operationId = "getWebhook", summary = "When a webhook of each side arrived last; the addresses are shown only when they are made.")
    public Page<Webhook> webhook(String link) {
        var last = access.link(link, Role.VIEWER).lastWebhook();
        return Page.whole(registration.sides(link).stream().map(side -> new Webhook(Words.of(side), last.get(side))).toList());
    }

    @POST
    @Path("links/{link}/webhook/rotate")
    @Operation(operationId = "rotateWebhook", summary = "A new webhook address of one side, shown this once; the one before it stops working at once. Registered where the vendor has a call for that.")
    public Rotated rotate(String link, Rotation asked) {
        var known = access.link(link, Role.ADMIN);
        var side = Words.require(Side.class, "side", asked == null ? null : asked.side());
        if (!registration.sides(link).contains(side)) throw Refusal.unprocessable("/side", Phrase.NO_WEBHOOKS.said());
        access.did(known.office(), "webhook.rotate", link, Map.of("side", Words.of(side)));
        var address = webhooks.make(link, side);
        if (known.state() != State.NEW) registration.register(link);
        listening.ask(link);
        return new Rotated(Map.of(Words.of(side), address));
    }

    @GET
    @Path("links/{link}/reference/{list}")
    @Operation(operationId = "getReferenceList", summary = "A list of the vendors that mapping needs: relation types, functions, countries and the like.")
    public Page<Reference> reference(String link, String list) {
        access.link(link, Role.VIEWER);
        var found = lists.of(link, list);
        if (found.isEmpty()) throw Refusal.notFound("list");
        return Page.whole(found.entrySet().stream().flatMap(side -> new TreeMap<>(side.getValue()).entrySet().stream()
            .map(entry -> new Reference(Words.of(side.getKey()), entry.getKey(), entry.getValue()))).toList());
    }

    /** @param instead what is said of one that is at none of these states; of one that works already nothing is to be done */
    private Link require(String link, Phrase instead, State... states) {
        var known = access.link(link, Role.ADMIN);
        if (!List.of(states).contains(known.state())) throw conflict(known, known.state() == State.ACTIVE ? Phrase.LINK_IS : instead);
        return known;
    }

    static Refusal conflict(Link link, Phrase why) {
        return Refusal.conflict("LINK_" + link.state(), why.with("state", Said.word("link-state." + Words.of(link.state()))));
    }

    /** Both would make what the other has made, and each would hold the other's for a stranger's. */
    private Link alone(Link link) {
        for (var twin : office.twins(link))
            if (twin.state() == State.ACTIVE || twin.state() == State.STOPPED) throw Refusal.conflict("LINK_TWICE", Attention.refusal(twin));
        return link;
    }

    private LinkState done(Link link, String what, State now) {
        access.did(link.office(), what, link.id());
        return new LinkState(link.id(), Words.of(now), office.twins(link).stream().map(twin -> Attention.of(twin, access.wording())).toList());
    }
}

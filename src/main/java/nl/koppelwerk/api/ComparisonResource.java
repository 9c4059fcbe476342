package nl.koppelwerk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.flow.Comparing;
import nl.koppelwerk.flow.LinkBook;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Questions;
import nl.koppelwerk.ledger.Questions.Fate;
import nl.koppelwerk.ledger.Views;
import nl.koppelwerk.ledger.Views.Whole;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Compared;
import nl.koppelwerk.reconcile.Comparison;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Both systems side by side as they are now, and the choice between them. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Relations")
public class ComparisonResource {

    @Inject Access access;
    @Inject Views views;
    @Inject Questions questions;
    @Inject Comparing comparing;
    @Inject Written written;
    @Inject LinkBook book;

    @POST
    @Path("relations/{relation}/compare")
    @Operation(operationId = "compareRelation", summary = "Ask both systems now and show them side by side; nothing is written.")
    public ComparisonView compare(String relation) {
        var whole = whole(relation, Role.VIEWER);
        return shown(whole, comparing.compare(whole));
    }

    /** @param record its id in the system of that side */
    record OfRecord(String side, String record) {}

    @POST
    @Path("links/{link}/compare")
    @Operation(operationId = "compareRecord", summary = "The same for a record by its id in one of the two systems, for a screen that knows no other; the answer names the relation.")
    public ComparisonView compare(String link, OfRecord asked) {
        access.link(link, Role.VIEWER);
        var side = Words.require(Side.class, "side", asked == null ? null : asked.side());
        var whole = views.relation(link, side, asked.record() == null ? "" : asked.record()).orElseThrow(() -> Refusal.notFound("record"));
        return shown(whole, comparing.compare(whole));
    }

    @POST
    @Path("relations/{relation}/resolve")
    @Operation(operationId = "resolveRelation", summary = "Choose per field which value is right; both systems are updated in one action. "
        + "With the stamp of a comparison it is refused (409, with the new comparison) where either side changed since, also before it was carried out, and answered when both are written.")
    @APIResponseSchema(value = Written.Outcome.class, responseCode = "202")
    @APIResponse(responseCode = "409", description = "Either side holds something else than was shown.")
    public Response resolve(String relation, Resolve asked) {
        var whole = whole(relation, Role.OPERATOR);
        if (access.isScreen() && asked != null && (asked.release() != null || asked.another() != null)) throw Refusal.forbidden(Phrase.TOKEN_CHOOSES.said());
        if (asked == null || asked.stamp() == null && asked.all() == null) return decided(whole, asked, whole);
        if (asked.stamp() == null) throw Refusal.unprocessable("/stamp", Phrase.STAMP_MISSING.said());
        var compared = comparing.compare(whole);
        var now = shown(whole, compared);
        if (!asked.stamp().equals(now.stamp())) throw Refusal.changed(Phrase.CHANGED_SINCE_SHOWN.said(), now);
        return decided(whole, chosen(asked, compared), new Whole(whole.row(), whole.revision(), whole.pair(), compared.seen(), whole.deliveries()));
    }

    private ComparisonView shown(Whole whole, Compared compared) {
        var stamp = compared.comparison().map(comparison -> views.stamp(whole.row().id(), comparison.content())).orElse(null);
        return ComparisonView.of(whole, compared, stamp, access.masking(office(whole)), access.wording());
    }

    /** @param shown with what was before the person */
    private Response decided(Whole whole, Resolve asked, Whole shown) {
        var id = whole.row().id();
        var rules = book.rules(whole.row().link());
        var ticket = questions.answer(id, Choices.ofRelation(asked, new FieldRows(shown, Masking.OFF).under(rules), rules, questions.of(id)), access.name());
        access.did(office(whole), "relation.resolve", id, Choices.told(asked));
        if (asked.stamp() == null) return Response.accepted(Written.Outcome.of(whole.row())).build();
        var came = written.await(whole, ticket, access.wording());
        if (came.fate() == Fate.REPLACED || came.fate() == Fate.OVERTAKEN) requireUnchanged(whole, asked.stamp(), came);
        return Response.status(came.outcome().isFinal() ? 200 : 202).entity(came.outcome()).build();
    }

    /** What was chosen did not come to be: something else was decided or typed, unless the relation as a whole stands still and says why. */
    private void requireUnchanged(Whole before, String stamp, Written.Came came) {
        var whole = views.relation(before.row().id()).orElse(before);
        var now = shown(whole, comparing.compare(whole));
        if (came.fate() == Fate.REPLACED) throw Refusal.changed(Phrase.CHOICE_REPLACED.said(), now);
        if (!stamp.equals(now.stamp()) || came.outcome().state().equals(Words.of(State.IN_SYNC)))
            throw Refusal.changed(Phrase.CHANGED_BEFORE.said(), now);
    }

    private static Resolve chosen(Resolve asked, Compared compared) {
        if (asked.all() == null) return asked;
        if (!List.of("source", "target").contains(asked.all())) throw Refusal.unprocessable("/all", "CHOICE_UNKNOWN", Phrase.CHOICE_OF_SIDE.said());
        Map<String, JsonNode> all = new TreeMap<>(asked.chosen());
        for (var line : compared.comparison().map(Comparison::lines).orElse(List.of()))
            if (!line.equal() && isField(line)) all.putIfAbsent(line.subject(), TextNode.valueOf(asked.all()));
        return asked.choosing(all);
    }

    /** A contact person that one side lacks is made by itself, or not at all. */
    private static boolean isField(Comparison.Line line) {
        return nl.koppelwerk.relation.Fields.named(line.subject().substring(line.subject().lastIndexOf('/') + 1)).isPresent();
    }

    private Whole whole(String relation, Role least) {
        var whole = views.relation(relation).orElseThrow(() -> Refusal.notFound("relation"));
        access.link(whole.row().link(), "relation", least);
        return whole;
    }

    private String office(Whole whole) { return access.link(whole.row().link(), Role.VIEWER).office(); }
}

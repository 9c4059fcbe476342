package nl.koppelwerk.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.flow.Acceptance;
import nl.koppelwerk.flow.SearchWords;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Questions;
import nl.koppelwerk.ledger.Views;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.ledger.Views.Decided;
import nl.koppelwerk.ledger.Views.Life;
import nl.koppelwerk.ledger.Views.Row;
import nl.koppelwerk.ledger.Views.Whole;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.State;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Relations: where they stand, why, what they were, and what a person wants of them. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Relations")
public class RelationsResource {

    @Inject Access access;
    @Inject Views views;
    @Inject Acceptance acceptance;
    @Inject Questions questions;

    @GET
    @Path("links/{link}/relations")
    @Operation(operationId = "listRelations", summary = "The relations of a link, by state and by whole words of the name, the number or the e-mail address.")
    public Page<RelationRow> list(String link, @BeanParam Cursor cursor,
                           @Parameter(description = "in-sync, pending, held, refused, failed or out-of-scope") @QueryParam("state") String state,
                           @Parameter(description = "Whole words, all of which must occur.") @QueryParam("q") String words) {
        access.link(link, Role.VIEWER);
        var wanted = state == null || state.isEmpty() ? null : Words.require(State.class, "state", state);
        var typed = words == null ? List.<String>of() : SearchWords.of(words);
        return cursor.page(views.relations(link, wanted, typed, cursor.after(), cursor.most() + 1), Row::id, row -> RelationRow.of(row, access.wording()));
    }

    @GET
    @Path("relations/{relation}")
    @Operation(operationId = "getRelation", summary = "One relation whole: both records field by field, what they last agreed on, the last deliveries.")
    public RelationView get(String relation) {
        var whole = whole(relation, Role.VIEWER);
        return RelationView.of(whole, masking(whole), access.wording());
    }

    @GET
    @Path("relations/{relation}/explain")
    @Operation(operationId = "explainRelation", summary = "Why it stands as it does, what would change that, and every decision with its reasons, newest first.")
    public Explanation explain(String relation, @BeanParam Cursor cursor,
                        @Parameter(description = "Only what is about this field.") @QueryParam("field") String field) {
        var row = whole(relation, Role.VIEWER).row();
        var about = Optional.ofNullable(field).filter(text -> !text.isEmpty());
        var page = cursor.page(views.decisions(row.id(), cursor.after(), cursor.most() + 1), Decided::id, decided -> Explanation.Decision.of(decided, access.wording()));
        return Explanation.of(row, page, about, access.wording());
    }

    @GET
    @Path("relations/{relation}/history")
    @Operation(operationId = "getHistory", summary = "Every value: from which side, when, by which notice, decision and run, newest first.")
    public Page<HistoryRow> history(String relation, @BeanParam Cursor cursor) {
        var whole = whole(relation, Role.VIEWER);
        var masking = masking(whole);
        return cursor.page(views.history(whole.row().id(), cursor.after(), cursor.most() + 1), Life::id, life -> HistoryRow.of(life, masking));
    }

    record Looked(String id, String state) {}

    /** @param byHand makes it on the other side, or brings it up to date there, although it does not flow by itself (CL-09) */
    record Sync(Boolean byHand) {}

    private static final Question.Answered BY_HAND = new Question.Answered(ReasonCode.NOT_AUTOMATIC, "", Question.Choice.RELEASE, "", new Question.Both("", ""));

    @POST
    @Path("relations/{relation}/sync")
    @Operation(operationId = "syncRelation", summary = "Look at both sides now; by hand also what does not flow by itself is carried over, once.")
    @APIResponseSchema(value = Looked.class, responseCode = "202")
    public Response sync(String relation, Sync asked) {
        var whole = whole(relation, Role.OPERATOR);
        var row = whole.row();
        if (asked != null && Boolean.TRUE.equals(asked.byHand())) questions.answer(row.id(), List.of(BY_HAND), access.name());
        acceptance.accept(Arrays.stream(Side.values()).flatMap(side -> whole.pair().root(side).stream().map(root -> Hint.of(row.link(), side, root, "sync"))).toList());
        did(whole, "relation.sync");
        return Response.accepted(new Looked(row.id(), Words.of(row.state()))).build();
    }

    private Whole whole(String relation, Role least) {
        var whole = views.relation(relation).orElseThrow(() -> Refusal.notFound("relation"));
        access.link(whole.row().link(), "relation", least);
        return whole;
    }

    private Masking masking(Whole whole) { return access.masking(office(whole)); }

    private void did(Whole whole, String what) { access.did(office(whole), what, whole.row().id()); }

    private String office(Whole whole) { return access.link(whole.row().link(), Role.VIEWER).office(); }
}

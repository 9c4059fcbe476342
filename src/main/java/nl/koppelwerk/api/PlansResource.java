package nl.koppelwerk.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Plans;
import nl.koppelwerk.ledger.Plans.Asked;
import nl.koppelwerk.ledger.Plans.Item;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Views;
import nl.koppelwerk.reconcile.Restore;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs that begin with a plan: what they would do is looked at, and applied whole or in part. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
@ApplicationScoped
public class PlansResource {

    private static final String ONLY_FOR_RESTORE = "ONLY_FOR_RESTORE";

    /** Before any record that a hub has kept, and within what a database can compare with. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    @Inject Access access;
    @Inject Plans plans;
    @Inject Previews previews;
    @Inject Runs runs;
    @Inject Rests rests;
    @Inject Views views;
    @Inject Notices notices;

    /** The plan of restoring to a moment. */
    Response restore(Link link, Start asked) {
        var faults = faults(link, asked);
        if (!faults.isEmpty()) throw Refusal.unprocessable(faults);
        var field = asked.field() == null ? "" : asked.field();
        return begun(link, "run.start", new Asked(new Restore(asked.at(), "", field), asked.relation() == null ? "" : asked.relation()), Map.of("kind", "restore"));
    }

    private List<Fault> faults(Link link, Start asked) {
        var faults = new ArrayList<Fault>();
        if (asked.at() == null) faults.add(new Fault("/at", Phrase.MOMENT_MISSING.said()));
        else if (asked.at().isBefore(EARLIEST)) faults.add(new Fault("/at", Phrase.MOMENT_TOO_EARLY.with("earliest", EARLIEST)));
        else if (asked.at().isAfter(notices.now())) faults.add(new Fault("/at", Phrase.MOMENT_TO_COME.said()));
        if (asked.relation() != null && views.relation(asked.relation()).filter(whole -> whole.row().link().equals(link.id())).isEmpty())
            faults.add(new Fault("/relation", Phrase.RELATION_UNKNOWN.said()));
        if (asked.field() != null && Fields.named(asked.field().substring(asked.field().lastIndexOf('/') + 1)).isEmpty())
            faults.add(new Fault("/field", Phrase.FIELD_UNKNOWN.said()));
        return faults;
    }

    /** Other kinds of runs go over all of a link, as it is now. */
    static void requireNoMoment(Start asked) {
        var faults = new ArrayList<Fault>();
        if (asked.at() != null) faults.add(new Fault("/at", ONLY_FOR_RESTORE, Phrase.MOMENT_ONLY_FOR_RESTORE.said()));
        if (asked.relation() != null) faults.add(new Fault("/relation", ONLY_FOR_RESTORE, Phrase.RELATION_ONLY_FOR_RESTORE.said()));
        if (asked.field() != null) faults.add(new Fault("/field", ONLY_FOR_RESTORE, Phrase.FIELD_ONLY_FOR_RESTORE.said()));
        if (!faults.isEmpty()) throw Refusal.unprocessable(faults);
    }

    @POST
    @Path("runs/{run}/undo")
    @Operation(operationId = "undoRun", summary = "Plan to put back what an ended run wrote. It writes nothing before that plan is applied; what somebody changed since is kept, and a record that the run made stays.")
    @APIResponseSchema(value = RunView.class, responseCode = "202")
    public Response undo(String run) {
        var ended = run(run, Role.OPERATOR);
        RunState.requireEnded(ended);
        var link = access.link(ended.link(), Role.OPERATOR);
        RunsResource.requireActive(link);
        return begun(link, "run.undo", new Asked(new Restore(null, run, ""), ""), Map.of("run", run));
    }

    private Response begun(Link link, String what, Asked asked, Map<String, String> details) {
        var run = plans.begin(link.id(), asked, access.name());
        access.did(link.office(), what, run.id(), details);
        return Response.accepted(RunView.of(run, rests.why(link), access.wording())).location(URI.create("/api/v1/runs/" + run.id())).build();
    }

    @GET
    @Path("runs/{run}/items")
    @Operation(operationId = "listRunItems", summary = "The plan of a run, relation by relation: what would be written, what is kept and why, and which records it created.")
    public Page<PlanItemView> items(String run, @BeanParam Cursor cursor,
                                    @Parameter(description = "to-restore, kept or created; of a preview only-in-import, only-in-target, duplicate or invalid") @QueryParam("bucket") String bucket) {
        var planned = run(run, Role.VIEWER);
        var link = access.link(planned.link(), Role.VIEWER);
        var wanted = bucket == null || bucket.isEmpty() ? null : Buckets.of(planned.kind(), "/bucket", bucket);
        var masking = access.masking(link.office());
        return cursor.page(plans.items(run, wanted, cursor.after(), cursor.most() + 1), Item::id, item -> PlanItemView.of(item, masking, access.wording()));
    }

    @POST
    @Path("runs/{run}/apply")
    @Operation(operationId = "applyRun", summary = "Let a plan be done, or the items and fields of it that are named. What moved since it was made is not written, and counts as changed-since-preview.")
    @APIResponseSchema(value = RunView.class, responseCode = "202")
    public Response apply(String run, Chosen asked) {
        var planned = run(run, Role.OPERATOR);
        var link = access.link(planned.link(), Role.OPERATOR);
        var selection = Chosen.selection(asked, planned);
        var faults = Chosen.faults(selection, plans.items(run, Chosen.named(selection)));
        if (planned.kind() == Runs.Kind.PREVIEW) faults.addAll(previews.faults(link, planned, selection));
        if (!faults.isEmpty()) throw Refusal.unprocessable(faults);
        if (!plans.apply(run, selection, access.name())) throw RunState.notApplied(planned);
        access.did(link.office(), "run.apply", run);
        return Response.accepted(RunView.of(runs.find(run).orElseThrow(), rests.why(link), access.wording())).build();
    }

    private Run run(String id, Role least) {
        var run = runs.find(id).orElseThrow(() -> Refusal.notFound("run"));
        access.link(run.link(), "run", least);
        return run;
    }
}

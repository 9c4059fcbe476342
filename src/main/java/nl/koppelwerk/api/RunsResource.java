package nl.koppelwerk.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.flow.Forecasts;
import nl.koppelwerk.ledger.Certificates;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Runs.State;
import nl.koppelwerk.relation.Phrase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Passes over many records. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
public class RunsResource {

    /** A full run with a certificate, a file and a preview begin these. */
    private static final Set<Kind> BEGUN_OTHERWISE = EnumSet.of(Kind.VERIFY, Kind.IMPORT, Kind.READ);

    private static final int LARGEST_SAMPLE = 1_000;

    @Inject Access access;
    @Inject Runs runs;
    @Inject Notices notices;
    @Inject Rests rests;
    @Inject Certificates certificates;
    @Inject Forecasts forecasts;
    @Inject PlansResource plans;
    @Inject Previews previews;

    @POST
    @Path("links/{link}/runs")
    @Operation(operationId = "startRun", summary = "Start an initial, periodic, full or sample run, a full one with a certificate at its end if asked for (it also creates and updates what is to be created and updated, as any full run), or a checklist, an export or a backup, which only look; one of its kind that goes on already is answered instead. A restore makes a plan of what would be put back to a moment, a preview one of what an import would do; neither writes anything before it is applied.")
    @APIResponseSchema(value = RunView.class, responseCode = "202")
    public Response start(String link, Start asked) {
        var known = access.link(link, Role.OPERATOR);
        var kind = verified(kind(asked == null || asked.kind() == null ? "" : asked.kind()), asked != null && Boolean.TRUE.equals(asked.verify()));
        int size = size(kind, asked);
        if (!kind.surveys()) requireActive(known);
        if (kind == Kind.RESTORE) return plans.restore(known, asked);
        PlansResource.requireNoMoment(asked);
        if (kind == Kind.PREVIEW) return previews.begin(known, asked.taskflows());
        if (asked.taskflows() != null) throw Refusal.unprocessable("/taskflows", "ONLY_FOR_PREVIEW", Phrase.TASKFLOWS_ONLY_FOR_PREVIEW.said());
        var run = runs.start(link, kind, size, access.name());
        // Who asks for a run wants what was told since the last one, too; a sample is a few relations and no more.
        if (!kind.surveys() && kind != Kind.SAMPLE) notices.releaseTo(run);
        access.did(known.office(), "run.start", run.id(), Map.of("kind", Words.of(kind)));
        return Response.accepted(view(run, rests.why(known))).location(URI.create("/api/v1/runs/" + run.id())).build();
    }

    private static int size(Kind kind, Start asked) {
        if (kind != Kind.SAMPLE && asked.size() != null) throw Refusal.unprocessable("/size", "ONLY_FOR_SAMPLE", Phrase.SIZE_ONLY_FOR_SAMPLE.said());
        if (kind != Kind.SAMPLE) return 0;
        if (asked.size() == null || asked.size() < 1 || asked.size() > LARGEST_SAMPLE)
            throw Refusal.unprocessable("/size", Phrase.SIZE_INVALID.with("most", LARGEST_SAMPLE));
        return asked.size();
    }

    @GET
    @Path("links/{link}/runs")
    @Operation(operationId = "listRuns", summary = "The runs of a link.")
    public Page<RunView> list(String link, @BeanParam Cursor cursor) {
        var why = rests.why(access.link(link, Role.VIEWER));
        return cursor.page(runs.of(link, cursor.after(), cursor.most() + 1), Run::id, run -> view(run, why));
    }

    @GET
    @Path("runs/{run}")
    @Operation(operationId = "getRun", summary = "State, progress and balance of a run.")
    public RunView get(String run) { return view(run(run, Role.VIEWER)); }

    @POST
    @Path("runs/{run}/pause")
    @Operation(operationId = "pauseRun", summary = "Stop reading pages; what was found goes on being worked.")
    public RunView pause(String run) { return change(run, State.PAUSED, Phrase.PAUSED_BY.with("by", access.name()).kept(), State.RUNNING); }

    @POST
    @Path("runs/{run}/resume")
    @Operation(operationId = "resumeRun", summary = "Go on where a paused run was left.")
    public RunView resume(String run) { return change(run, State.RUNNING, "", State.PAUSED); }

    @POST
    @Path("runs/{run}/cancel")
    @Operation(operationId = "cancelRun", summary = "End a run before its time: it reads nothing more. Nothing that it did is undone, and what it had read already goes on being worked; pausing the link stops that.")
    public RunView cancel(String run) { return change(run, State.CANCELLED, Phrase.CANCELLED_BY.with("by", access.name()).kept(), State.RUNNING, State.PAUSED, State.PLANNING, State.PLANNED, State.APPLYING); }

    private RunView change(String id, State wanted, String why, State... from) {
        var run = run(id, Role.OPERATOR);
        if (!List.of(from).contains(run.state())) throw RunState.conflict(run);
        runs.change(id, wanted, why);
        access.did(access.link(run.link(), Role.OPERATOR).office(), "run." + Words.of(wanted), id);
        return view(runs.find(id).orElseThrow());
    }

    private RunView view(Run run) { return view(run, rests.why(access.link(run.link(), Role.VIEWER))); }

    private RunView view(Run run, Rests.Why rests) {
        return RunView.of(run, rests, run.kind() == Kind.VERIFY ? certificates.progress(run.id()).orElse(null) : null, forecasts.end(run).orElse(null), access.wording());
    }

    private static Kind verified(Kind kind, boolean verify) {
        if (!verify) return kind;
        if (kind != Kind.FULL) throw Refusal.unprocessable("/verify", Phrase.VERIFY_IS_FULL.said());
        return Kind.VERIFY;
    }

    private Run run(String id, Role least) {
        var run = runs.find(id).orElseThrow(() -> Refusal.notFound("run"));
        access.link(run.link(), "run", least);
        return run;
    }

    private static Kind kind(String word) {
        return Words.read(Kind.class, word).filter(kind -> !BEGUN_OTHERWISE.contains(kind))
            .orElseThrow(() -> Refusal.unprocessable("/kind", Phrase.KIND_UNKNOWN.said()));
    }

    static void requireActive(Link link) {
        if (link.state() == nl.koppelwerk.ledger.Links.State.NEW) throw LinkWorkResource.conflict(link, Phrase.LINK_NOT_ACTIVE);
        if (link.state() == nl.koppelwerk.ledger.Links.State.PAUSED) throw LinkWorkResource.conflict(link, Phrase.LINK_RESTS);
    }
}

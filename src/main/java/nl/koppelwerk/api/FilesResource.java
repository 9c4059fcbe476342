package nl.koppelwerk.api;

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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.flow.LinkBook;
import nl.koppelwerk.ledger.Imports;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.sheet.NationalNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sheets that go in and come out. */
@Path("/api/v1")
@Tag(name = "Files")
public class FilesResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject Access access;
    @Inject Runs runs;
    @Inject Rests rests;
    @Inject Imports imports;
    @Inject RunFiles files;
    @Inject PreviewFiles previews;
    @Inject LinkBook links;

    @POST
    @Path("links/{link}/files")
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "text/csv", XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "importFile", summary = "Bring a sheet of the source's relations, CSV or XLSX, at most 50 MB. It is kept before it is acknowledged, and read as a run: its rows go the way of any page; a bad row names line, column and remedy in the run's errors and stops no other.")
    @APIResponseSchema(value = RunView.class, responseCode = "202")
    public Response bring(String link, @QueryParam("name") String name, InputStream sheet) throws IOException {
        var known = access.link(link, Role.OPERATOR);
        if (!links.type(known).takesSheets()) throw Refusal.unprocessable("", Phrase.NO_FILES.said());
        RunsResource.requireActive(known);
        var run = imports.begin(link, name == null ? "" : NationalNumber.hiddenInName(name), sheet, access.name());
        access.did(known.office(), "run.start", run.id(), Map.of("kind", "import"));
        return Response.accepted(RunView.of(run, rests.why(known), access.wording())).location(URI.create("/api/v1/runs/" + run.id())).build();
    }

    /** @param files names that {@code GET /runs/{run}/files/{name}} answers */
    record Listed(List<String> files) {}

    @GET
    @Path("runs/{run}/files")
    @Operation(operationId = "listRunFiles", summary = "The files of a run: a checklist, an export, a backup, what was wrong with an import, or of a preview the clients as Accounton's template has them.")
    public Listed list(String run) { return new Listed(files.names(known(run))); }

    @GET
    @Path("runs/{run}/files/{name}")
    @Operation(operationId = "getRunFile", summary = "One file of a run, as far as the run has come. It holds what people typed, so it needs an operator. Of a preview, accounton-new.xlsx has those who would be added, and accounton-overwrite.xlsx those who are there with the fields that would be overwritten; a person uploads it in Accounton.")
    @APIResponse(responseCode = "200", description = "The sheet", content = {@Content(mediaType = "text/csv"), @Content(mediaType = XLSX)})
    public Response get(String run, String name, @BeanParam RowsChosen chosen) {
        var known = known(run);
        var format = files.format(known, name).orElseThrow(() -> Refusal.notFound("file"));
        var faults = known.kind() == Runs.Kind.PREVIEW ? previews.faults(known, name, chosen) : chosen.unwanted();
        if (!faults.isEmpty()) throw Refusal.unprocessable(faults);
        StreamingOutput content = out -> files.write(known, name, format, chosen, out);
        return Response.ok(content, format.mediaType()).header("Content-Disposition", "attachment; filename=\"" + name + "\"").build();
    }

    private Runs.Run known(String id) {
        var run = runs.find(id).orElseThrow(() -> Refusal.notFound("run"));
        access.link(run.link(), "run", Role.OPERATOR);
        return run;
    }
}

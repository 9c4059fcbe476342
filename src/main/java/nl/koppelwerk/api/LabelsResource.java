package nl.koppelwerk.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.relation.Wording.Group;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the interface's own words are called in a language that people read. */
@Path("/api/v1")
@Tag(name = "Labels")
public class LabelsResource {

    @Inject Access access;

    /**
     * @param language {@code en}, {@code nl} or {@code fr}
     * @param labels   by group ({@code field}, {@code side}, {@code state} and so on) and by the word that the other calls use
     */
    @Schema(name = "Labels")
    record Labels(String language, Map<String, Map<String, String>> labels) {}

    @GET
    @Path("labels")
    @Operation(operationId = "listLabels", summary = "What fields, sides, kinds, states, outcomes, buckets, roles and the like are called in the language of the request (Accept-Language: en, nl or fr).")
    public Labels list() {
        var labels = new TreeMap<String, Map<String, String>>();
        for (var group : Group.values()) labels.put(Words.of(group), access.wording().labels(group));
        return new Labels(access.wording().tag(), labels);
    }
}

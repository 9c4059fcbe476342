package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What can be asked and said about runs: their files, their plans, and undoing them. */
final class RunCalls {

    private final JsonCalls calls;
    private final Function<String, List<JsonNode>> pages;

    RunCalls(JsonCalls calls, Function<String, List<JsonNode>> pages) {
        this.calls = calls;
        this.pages = pages;
    }

    List<String> files(String run) {
        var names = new ArrayList<String>();
        calls.get(path(run) + "/files").path("files").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** A file as text, without the mark before it. */
    String file(String run, String name) {
        return calls.text(path(run) + "/files/" + name).replaceFirst("^\\ufeff", "");
    }

    /** Plans to put back what a run wrote; answers the id of the run that has the plan. */
    String undo(String run) {
        return Api.id(calls.call("POST", path(run) + "/undo", Map.of()));
    }

    /** What a plan has, of a bucket: to-restore, kept or created. */
    List<JsonNode> items(String run, String bucket) {
        return pages.apply(path(run) + "/items?limit=200&bucket=" + bucket);
    }

    void apply(String run) {
        calls.call("POST", path(run) + "/apply", Map.of()).expect(202);
    }

    /** Applies what a selection means of a plan. */
    void apply(String run, Map<String, ?> selection) {
        calls.call("POST", path(run) + "/apply", selection).expect(202);
    }

    /** Applies nothing of a plan but that these pairs are cut. */
    void cut(String run, List<String> items) {
        calls.call("POST", path(run) + "/apply", Map.of("items", List.of(), "cut", items)).expect(202);
    }

    private static String path(String run) {
        return "/api/v1/runs/" + run;
    }
}

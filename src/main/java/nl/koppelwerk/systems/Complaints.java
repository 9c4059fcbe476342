package nl.koppelwerk.systems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.mapping.Line;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/**
 * What a vendor says against a write, as reasons: from a problem document (RFC 9457 with {@code errors}), an OData error,
 * or, where neither comes, the status alone. Values are masked.
 *
 * @param lines    of the table that the write was made with
 * @param resource the wire record that was written
 */
public record Complaints(List<Line> lines, String resource, PartKey part) {

    /** For calls that send no fields. */
    public static final Complaints NONE = new Complaints(List.of(), "", PartKey.ROOT);

    public static Complaints of(Optional<RecordMapping> table, String resource, PartKey part) {
        return new Complaints(table.map(RecordMapping::lines).orElse(List.of()), resource, part);
    }

    List<Reason> reasons(String label, Call call, Reply reply) {
        var mask = Mask.of(call.body());
        var body = reply.object();
        var named = body.map(document -> problems(document, label, mask)).orElse(List.of());
        if (!named.isEmpty()) return named;
        var said = body.flatMap(Complaints::sentence).map(mask::over).orElse("HTTP " + reply.status());
        return List.of(reason(label, body.map(Complaints::target).orElse(""), said));
    }

    private List<Reason> problems(ObjectNode document, String label, Mask mask) {
        return StreamSupport.stream(document.path("errors").spliterator(), false).filter(JsonNode::isObject)
            .map(error -> reason(label, error.path("pointer").asText(""), mask.over(said(error)))).toList();
    }

    private static String said(JsonNode error) {
        var code = error.path("code").asText("");
        var detail = error.path("detail").asText("");
        return code.isEmpty() || detail.isEmpty() ? code + detail : code + ", " + detail;
    }

    private static Optional<String> sentence(ObjectNode body) {
        var odata = body.path("error").path("message").asText("");
        var problem = body.path("detail").asText(body.path("title").asText(""));
        return Optional.of(odata.isEmpty() ? problem : odata).filter(text -> !text.isBlank());
    }

    private static String target(ObjectNode body) { return body.path("error").path("target").asText(""); }

    private Reason reason(String label, String pointer, String answer) {
        return new Reason(ReasonCode.VENDOR_REFUSED, subject(pointer), Map.of("system", label, "answer", answer));
    }

    /** The canonical field behind a pointer of the vendor; empty where the table has none. */
    private String subject(String pointer) {
        var member = pointer.startsWith("/") ? pointer.substring(1) : pointer;
        var path = resource.isEmpty() ? member : resource + "/" + member;
        return line(path).or(() -> line(path.replaceFirst("/.*", ""))).or(() -> line(resource))
            .map(line -> part.subject(line.field())).orElse("");
    }

    private Optional<Line> line(String path) {
        return path.isEmpty() ? Optional.empty() : lines.stream().filter(line -> line.member().equals(path)).findFirst();
    }
}

package nl.koppelwerk.systems;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** A problem document (RFC 9457 with {@code errors}), or an OData error. */
final class UsualPhrasing implements Phrasing {

    @Override public List<Complaint> complaints(JsonNode document) {
        var named = StreamSupport.stream(document.path("errors").spliterator(), false).filter(JsonNode::isObject)
            .map(error -> new Complaint(error.path("pointer").asText(""), said(error), "")).toList();
        return named.isEmpty() ? List.of(new Complaint(document.path("error").path("target").asText(""), sentence(document), "")) : named;
    }

    private static String said(JsonNode error) {
        var code = error.path("code").asText("");
        var detail = error.path("detail").asText("");
        return code.isEmpty() || detail.isEmpty() ? code + detail : code + ", " + detail;
    }

    private static String sentence(JsonNode body) {
        var odata = body.path("error").path("message").asText("");
        return odata.isBlank() ? body.path("detail").asText(body.path("title").asText("")) : odata;
    }
}

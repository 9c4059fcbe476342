package nl.koppelwerk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A problem document (RFC 9457), with every reason at once.
 *
 * @param now what it is now, where that is why it was refused; mostly left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, List<Fault> errors, Object now) {

    Problem(String type, String title, int status, String detail, List<Fault> errors) { this(type, title, status, detail, errors, null); }


    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * @param pointer the member of the request it is about (RFC 6901), or empty
     * @param code    stable, for programs
     */
    record Fault(String pointer, String code, String detail) {}

    static Problem of(int status, String detail, List<Fault> errors) {
        return new Problem("about:blank", title(status), status, detail, errors);
    }

    Problem with(Object whatItIsNow) { return new Problem(type, title, status, detail, errors, whatItIsNow); }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Malformed request";
            case 401 -> "Login needed";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "JSON only";
            case 415 -> "Not a media type of this call";
            case 409 -> "Not in this state";
            case 413 -> "Too large";
            case 422 -> "Refused";
            case 503 -> "Not available now";
            default -> status < 500 ? "Refused" : "Failed";
        };
    }
}

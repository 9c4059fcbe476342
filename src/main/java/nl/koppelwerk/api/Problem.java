package nl.koppelwerk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import nl.koppelwerk.relation.Wording;

/**
 * A problem document (RFC 9457), with every reason at once.
 *
 * @param now what it is now, where that is why it was refused; mostly left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, List<Error> errors, Object now) {

    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * @param pointer the member of the request it is about (RFC 6901), or empty
     * @param code    stable, for programs
     */
    record Error(String pointer, String code, String detail) {}

    /** @param wording in which its sentences are */
    static Problem of(int status, Wording wording, String detail, List<Error> errors) {
        return new Problem("about:blank", wording.title(status), status, detail, errors, null);
    }

    Problem with(Object whatItIsNow) { return new Problem(type, title, status, detail, errors, whatItIsNow); }
}

package nl.koppelwerk.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What makes a link; every member is needed but the settings of a type that has none, a side that nobody calls, and one that an office has without an interface. */
@Schema(name = "NewLink")
record LinkRequest(String type, String office, String name, Account source, Account target,
                   @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT, implementation = Object.class) ObjectNode settings) {

    /**
     * @param baseUrl     scheme and host; the paths of the vendor's contract follow
     * @param authUrl     where a vendor logs in, or has a second address ({@code apisUrl} of e-conomic)
     * @param credentials go in and never come out
     */
    @Schema(name = "NewAccount")
    record Account(String baseUrl, @JsonAlias("apisUrl") String authUrl, String officeNumber, Map<String, String> credentials) {
        @Override public String toString() { return "Account[" + baseUrl + "]"; }
    }

    /** What may be changed later; what is left out stays. */
    @Schema(name = "LinkChange")
    record Change(AccountChange source, AccountChange target,
                  @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT, implementation = Object.class) ObjectNode settings) {}

    @Schema(name = "AccountChange")
    record AccountChange(String baseUrl, @JsonAlias("apisUrl") String authUrl, Map<String, String> credentials) {
        @Override public String toString() { return "AccountChange[" + baseUrl + "]"; }
    }
}

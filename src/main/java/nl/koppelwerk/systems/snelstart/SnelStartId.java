package nl.koppelwerk.systems.snelstart;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id of a root, as the hub and as SnelStart know it. */
record SnelStartId(SnelStartResource resource, String guid) {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Empty for anything else: it would change the address that it is put into. */
    static Optional<SnelStartId> of(String root) {
        var resource = root.startsWith(SnelStartResource.KOSTENPLAATSEN.prefix) ? SnelStartResource.KOSTENPLAATSEN : SnelStartResource.RELATIES;
        return of(resource, root.substring(resource.prefix.length()));
    }

    /** Whatever the capitals of its letters. */
    static Optional<SnelStartId> of(SnelStartResource resource, String guid) {
        var small = guid.toLowerCase(Locale.ROOT);
        return GUID.matcher(small).matches() ? Optional.of(new SnelStartId(resource, small)) : Optional.empty();
    }

    String root() { return resource.prefix + guid; }

    String path() { return resource.path + "/" + guid; }
}

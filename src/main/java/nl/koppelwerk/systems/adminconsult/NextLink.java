package nl.koppelwerk.systems.adminconsult;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the header {@code Link} leads on. */
final class NextLink {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>\\s*((?:;[^,<]*)*)");
    private static final Pattern NEXT = Pattern.compile("(?i);\\s*rel\\s*=\\s*(\"([^\"]*\\s)?next(\\s[^\"]*)?\"|next\\s*(;|$))");

    private NextLink() { }

    /** Path and query below the base address; an empty text at the end, nothing where it leads elsewhere: another place would get our token. */
    static Optional<String> of(String header, String baseUrl, String path) {
        var links = LINK.matcher(header);
        while (links.find()) if (NEXT.matcher(links.group(2)).find()) return below(links.group(1), baseUrl, path);
        return Optional.of("");
    }

    private static Optional<String> below(String link, String baseUrl, String path) {
        try {
            var base = new URI(baseUrl);
            var root = base.getRawPath() == null ? "" : base.getRawPath().replaceFirst("/+$", "");
            // Java would resolve a query alone against the folder.
            var next = base.resolve(new URI(link.startsWith("?") ? root + path + link : link.strip()));
            boolean isSame = base.getScheme().equalsIgnoreCase(next.getScheme()) && base.getRawAuthority().equalsIgnoreCase(next.getRawAuthority())
                && (root + path).equals(next.getRawPath()) && next.getRawQuery() != null;
            return isSame ? Optional.of(path + "?" + next.getRawQuery()) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}

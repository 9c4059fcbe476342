package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Imports;
import nl.koppelwerk.ledger.Imports.Problem;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Spool;
import nl.koppelwerk.link.ExcelAccounton;
import nl.koppelwerk.link.SheetKind;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.sheet.ClientSheet;
import nl.koppelwerk.sheet.CompendaSheet;
import nl.koppelwerk.sheet.NationalNumber;
import nl.koppelwerk.sheet.RowProblem;
import nl.koppelwerk.sheet.SheetRefused;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/** Reads a file that somebody brought as a listing of the source: its rows become observations and hints, like those of any page. */
@Singleton
@Named("importing")
@Unremovable
public final class Importing {

    private static final Logger LOG = Logger.getLogger(Importing.class);
    private static final int MOST = 5;
    private static final int PAGE = 200;
    /** Bytes; as what is brought by a call ({@code quarkus.http.limits.max-body-size}). */
    private static final long LARGEST = 50L << 20;

    private final Imports imports;
    private final Runs runs;
    private final Pages pages;
    private final LinkBook links;
    private final Notices notices;
    private final Acceptance acceptance;
    private final Spool spool;

    @Inject
    public Importing(Imports imports, Runs runs, Pages pages, LinkBook links, Notices notices, Acceptance acceptance, Spool spool) {
        this.imports = imports;
        this.runs = runs;
        this.pages = pages;
        this.links = links;
        this.notices = notices;
        this.acceptance = acceptance;
        this.spool = spool;
    }

    /** Files that can be read now. */
    public List<Run> due() { return imports.claim(MOST); }

    /** Body {@link Run}: reads its file to the end, from where it was left. */
    public void read(Exchange exchange) throws IOException {
        var run = exchange.getMessage().getBody(Run.class);
        var file = spool.file();
        try {
            try (var out = Files.newOutputStream(file)) {
                imports.copy(run.id(), out);
            }
            read(run, file);
        } catch (SheetRefused refused) {
            imports.problems(run, List.of(problem(refused.problems().get(0).line(), refused.problems())));
            // Other words than those of the file as a whole may name what stands in a cell, and everybody of the office sees the run.
            runs.change(run.id(), Runs.State.FAILED, refused.said().orElseGet(Phrase.SHEET_REFUSED::said).kept());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void read(Run run, Path file) throws IOException {
        var link = links.link(run.link());
        var kind = links.type(link).sheet().orElseThrow();
        try (var sheet = kind == SheetKind.CLIENTS ? ClientSheet.open(file, columns(link), text -> imports.keyed(link.id(), text)) : CompendaSheet.open(file)) {
            var walk = Walk.of(run, List.of(new Walk.Listing(Side.SOURCE, "file")));
            pages.open(walk);
            var after = walk.place == null ? "" : walk.place.position();
            var rows = kind == SheetKind.CLIENTS ? ImportedPages.ofClients(sheet, run.startedAt(), after, PAGE) : new ImportedPages(sheet, links.type(link).facets(), after, PAGE);
            while (walk.place != null && runs.renew(run)) take(walk, rows);
            if (walk.place == null) runs.walkedAll(run, "");
        }
    }

    private static Map<String, String> columns(Link link) {
        var columns = new LinkedHashMap<String, String>();
        link.settings().path(ExcelAccounton.COLUMNS).properties().forEach(column -> columns.put(column.getKey(), column.getValue().asText()));
        return columns;
    }

    private void take(Walk walk, ImportedPages rows) {
        var page = rows.next(notices.now());
        imports.problems(walk.run, page.bad().stream().map(bad -> problem(bad.line(), bad.problems())).toList());
        var link = links.open(walk.link);
        acceptance.accept(pages.observe(walk, link.rules(), link.facet(), page.rows()));
        pages.turn(walk, page.rows(), notices.now());
    }

    private static Problem problem(long line, List<RowProblem> problems) {
        return new Problem(line, problems.stream().map(one -> new Imports.Detail(one.column(), one.given(), one.reason(), one.remedy())).toList());
    }

    /** A file that lies in the folder of a link, {@code <link>/<name>}; the variable {@code end} says where it is moved. */
    public void pickUp(Exchange exchange) {
        var relative = Path.of(exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class));
        var link = links.find(relative.getName(0).toString()).filter(known -> links.type(known).takesSheets());
        var refused = refused(link.isPresent(), exchange);
        refused.ifPresentOrElse(why -> LOG.warnf("%s was not taken: %s", NationalNumber.hiddenInName(relative.toString()), why), () -> begin(link.get().id(), relative, exchange));
        exchange.setVariable("end", refused.isPresent() ? "refused" : "taken");
    }

    private static Optional<String> refused(boolean isTaken, Exchange exchange) {
        if (!isTaken) return Optional.of("it lies in the folder of no link that takes files");
        // A link of the file system may lead to what is nobody's to read.
        if (!Files.isRegularFile(Path.of(exchange.getMessage().getHeader(Exchange.FILE_PATH, String.class)), LinkOption.NOFOLLOW_LINKS)) return Optional.of("it is no plain file");
        boolean isTooLarge = exchange.getMessage().getHeader(Exchange.FILE_LENGTH, 0L, Long.class) > LARGEST;
        return isTooLarge ? Optional.of("it is larger than 50 MB; bring it in parts") : Optional.empty();
    }

    private void begin(String link, Path relative, Exchange exchange) {
        try (var content = exchange.getMessage().getMandatoryBody(java.io.InputStream.class)) {
            var name = NationalNumber.hiddenInName(relative.getFileName().toString());
            var run = imports.begin(link, name, content, "folder");
            LOG.infof("%s was picked up for link %s as run %s", name, link, run.id());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (org.apache.camel.InvalidPayloadException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

package nl.koppelwerk.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.flow.LinkBook;
import nl.koppelwerk.ledger.Imports;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Surveys;
import nl.koppelwerk.ledger.Surveys.Kept;
import nl.koppelwerk.link.Hat;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Readiness.Verdict;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.sheet.ChecklistLine;
import nl.koppelwerk.sheet.Layouts;
import nl.koppelwerk.sheet.RowProblem;
import nl.koppelwerk.sheet.SheetFormat;
import nl.koppelwerk.sheet.SheetRelation;
import nl.koppelwerk.sheet.SheetWriter;
import nl.koppelwerk.sheet.SnelStartRow;

/** The files that a run has: a checklist, an export, a backup, what was wrong with an import, a template filled from a preview; written row by row. */
@ApplicationScoped
class RunFiles {

    private static final int PAGE = 500;
    private static final Map<Kind, List<String>> NAMES = Map.of(Kind.CHECKLIST, List.of("checklist"), Kind.EXPORT, List.of("relations", "snelstart"),
        Kind.BACKUP, List.of("backup", "snelstart"), Kind.IMPORT, List.of("errors"));

    @Inject Surveys surveys;
    @Inject Imports imports;
    @Inject LinkBook links;
    @Inject PreviewFiles previews;

    List<String> names(Run run) {
        if (run.kind() == Kind.PREVIEW) return PreviewFiles.NAMES;
        return NAMES.getOrDefault(run.kind(), List.of()).stream().flatMap(name -> Stream.of(SheetFormat.values()).map(format -> name + "." + format.extension())).toList();
    }

    Optional<SheetFormat> format(Run run, String name) {
        return names(run).contains(name) ? Stream.of(SheetFormat.values()).filter(format -> name.endsWith("." + format.extension())).findFirst() : Optional.empty();
    }

    void write(Run run, String name, SheetFormat format, RowsChosen chosen, OutputStream out) throws IOException {
        if (run.kind() == Kind.PREVIEW) previews.write(run, name, format, chosen, out);
        else switch (name.replaceFirst("\\..*", "")) {
            case "checklist" -> checklist(run, format, out);
            case "snelstart" -> relaties(run, format, out);
            case "errors" -> errors(run, format, out);
            case "backup" -> backup(run, format, out);
            default -> relations(run, format, out);
        }
    }

    private void checklist(Run run, SheetFormat format, OutputStream out) throws IOException {
        try (var sheet = SheetWriter.to(out, format, Layouts.CHECKLIST)) {
            each(run, kept -> {
                if (kept.readiness().verdict() != Verdict.OUT_OF_SCOPE)
                    for (var reason : reasons(kept)) sheet.write(line(kept, reason));
            });
        }
    }

    private static List<Reason> reasons(Kept kept) {
        var twins = kept.twins().stream().map(twin -> new Reason(ReasonCode.DUPLICATE_IN_SOURCE, "", Map.of("other", twin)));
        return Stream.concat(kept.readiness().reasons().stream(), twins).toList();
    }

    private static ChecklistLine line(Kept kept, Reason reason) {
        var hat = Hat.of(kept.seen().root());
        return new ChecklistLine(hat.map(Hat::record).orElse(kept.seen().root()), hat.map(Hat::facet).orElse(""),
            kept.seen().relation().values().get(Fields.NAME).text(), kept.readiness().verdict() == Verdict.REFUSED, reason);
    }

    /** A relation under two hats is one row, as its system has it. */
    private void relations(Run run, SheetFormat format, OutputStream out) throws IOException {
        try (var sheet = SheetWriter.to(out, format, Layouts.RELATIONS)) {
            var last = new String[] {""};
            each(run, kept -> {
                var id = Hat.of(kept.seen().root()).map(Hat::record).orElse(kept.seen().root());
                if (!id.equals(last[0]) && isRelation(kept)) sheet.write(new SheetRelation(id, kept.seen().relation()));
                last[0] = id;
            });
        }
    }

    private void backup(Run run, SheetFormat format, OutputStream out) throws IOException {
        try (var sheet = SheetWriter.to(out, format, Layouts.BACKUP)) {
            each(run, kept -> sheet.write(new SheetRelation(kept.seen().root(), kept.seen().relation())));
        }
    }

    private void relaties(Run run, SheetFormat format, OutputStream out) throws IOException {
        var rules = links.rules(run.link());
        try (var sheet = SheetWriter.to(out, format, Layouts.SNELSTART)) {
            each(run, kept -> {
                var row = isRelation(kept) ? relatie(rules, kept) : Optional.<SnelStartRow>empty();
                if (row.isPresent()) sheet.write(row.get());
            });
        }
    }

    private static boolean isRelation(Kept kept) { return kept.seen().relation().kind() != nl.koppelwerk.relation.Kind.COST_CENTRE; }

    private static Optional<SnelStartRow> relatie(Rules rules, Kept kept) {
        var seen = kept.seen();
        var view = rules.view(seen.side(), Pair.FACET, seen.relation());
        var code = seen.side() == Side.TARGET ? seen.relation().reference() : rules.ownReference(seen.root()).orElse("");
        // Both a hat and a kind of relatie are told by it.
        var facet = view.values().get(Fields.RELATION_TYPES).text().toLowerCase(java.util.Locale.ROOT);
        return SnelStartRow.of(facet, code, view).filter(row -> kept.readiness().verdict() != Verdict.OUT_OF_SCOPE && row.isWhole());
    }

    private void errors(Run run, SheetFormat format, OutputStream out) throws IOException {
        try (var sheet = SheetWriter.to(out, format, Layouts.PROBLEMS)) {
            var page = imports.problems(run.id(), -1, PAGE);
            while (!page.isEmpty()) {
                for (var row : page)
                    for (var one : row.details()) sheet.write(new RowProblem(row.line(), one.column(), one.given(), one.reason(), one.remedy()));
                page = imports.problems(run.id(), page.get(page.size() - 1).line(), PAGE);
            }
        }
    }

    private interface Each {
        void take(Kept kept) throws IOException;
    }

    private void each(Run run, Each each) throws IOException {
        var page = surveys.of(run.id(), "", PAGE);
        while (!page.isEmpty()) {
            for (var kept : page) each.take(kept);
            page = surveys.of(run.id(), page.get(page.size() - 1).id(), PAGE);
        }
    }
}

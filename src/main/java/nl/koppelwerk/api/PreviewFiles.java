package nl.koppelwerk.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.koppelwerk.ledger.Plans;
import nl.koppelwerk.ledger.Plans.Item;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Selection;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.sheet.Layouts;
import nl.koppelwerk.sheet.SheetFormat;
import nl.koppelwerk.sheet.SheetWriter;

/** What a preview would do, as a sheet that a person uploads in Accounton: the road of an office that has no interface there. */
@ApplicationScoped
class PreviewFiles {

    private static final int PAGE = 500;
    static final String NEW = "accounton-new.xlsx";
    private static final String OVERWRITE = "accounton-overwrite.xlsx";

    static final List<String> NAMES = List.of(NEW, OVERWRITE);

    private final Plans plans;

    @Inject PreviewFiles(Plans plans) { this.plans = plans; }

    private static Bucket bucket(String name) { return name.equals(OVERWRITE) ? Bucket.DUPLICATE : Bucket.ONLY_IN_IMPORT; }

    List<Fault> faults(Run run, String name, RowsChosen chosen) {
        var faults = new ArrayList<>(chosen.faults(bucket(name)));
        var known = plans.items(run.id(), chosen.named()).stream().map(Item::id).collect(Collectors.toSet());
        chosen.named().stream().filter(id -> !known.contains(id)).forEach(id -> faults.add(new Fault("", Phrase.ITEM_UNKNOWN.with("item", id))));
        return faults;
    }

    void write(Run run, String name, SheetFormat format, RowsChosen chosen, OutputStream out) throws IOException {
        var selection = chosen.of(bucket(name));
        try (var sheet = SheetWriter.to(out, format, Layouts.ACCOUNTON)) {
            for (var page = page(run, name, ""); !page.isEmpty(); page = page(run, name, page.get(page.size() - 1).id()))
                for (var item : page) {
                    var row = row(item, selection);
                    if (row.isPresent()) sheet.write(row.get());
                }
        }
    }

    private List<Item> page(Run run, String name, String after) { return plans.items(run.id(), bucket(name), after, PAGE); }

    /** Who is new as it would be made; who is there as Accounton has it, with what overwrites over it, so that nothing else differs there. */
    private static Optional<Values> row(Item item, Selection chosen) {
        if (!chosen.isImported(item)) return Optional.empty();
        if (Selection.makes(item)) return Optional.of(over(Values.NONE, item.plan().fields()));
        var overwritten = chosen.overwritten(item);
        var written = item.plan().fields().stream().filter(field -> overwritten.contains(field.subject()) && Layouts.hasAccounton(field.field())).toList();
        return written.isEmpty() ? Optional.empty() : Optional.of(over(item.plan().shown().target(), written));
    }

    private static Values over(Values held, List<Planned> written) {
        var values = held;
        for (var field : written) values = values.with(field.field(), field.value());
        return values;
    }
}

package nl.koppelwerk.api;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.ledger.Selection;
import nl.koppelwerk.ledger.Selection.Import;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.sheet.Layouts;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which rows of a preview a file has, and of those who are there already, which fields overwrite. */
public final class RowsChosen {

    @Parameter(description = "Only of a preview: the id of an item that alone is meant; once for each of them. Left out for all.")
    @QueryParam("item") public List<String> items;
    @Parameter(description = "Only of a preview: the id of an item that is left out; once for each of them.")
    @QueryParam("except") public List<String> except;
    @Parameter(description = "Only of accounton-overwrite.xlsx: a field that overwrites; once for each of them. Left out for all that differ.")
    @QueryParam("field") public List<String> fields;

    List<String> named() {
        var named = new ArrayList<>(given(items));
        named.addAll(given(except));
        return named.stream().distinct().toList();
    }

    Selection of(Bucket bucket) {
        var overwriting = given(fields).isEmpty() ? null : Set.copyOf(fields);
        return new Selection(given(items).isEmpty() ? null : items, Map.of(), List.of(), new Import(Set.of(bucket), Set.copyOf(given(except)), overwriting, Map.of(), false));
    }

    /** Of a run that is no preview. */
    List<Fault> unwanted() {
        return named().isEmpty() && given(fields).isEmpty() ? List.of() : List.of(new Fault("", "ONLY_FOR_PREVIEW", Phrase.ROWS_ONLY_OF_PREVIEW.said()));
    }

    List<Fault> faults(Bucket bucket) {
        if (bucket != Bucket.DUPLICATE && !given(fields).isEmpty()) return List.of(new Fault("", Phrase.ONLY_FOR_OVERWRITE.said()));
        return given(fields).stream().filter(name -> Fields.named(name).filter(Layouts::hasAccounton).isEmpty())
            .map(name -> new Fault("", "FIELD_UNKNOWN", Phrase.NO_COLUMN.with("name", name))).toList();
    }

    private static List<String> given(List<String> texts) { return texts == null ? List.of() : texts; }
}

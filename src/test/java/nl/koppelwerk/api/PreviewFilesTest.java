package nl.koppelwerk.api;

import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Plans;
import nl.koppelwerk.ledger.Plans.Item;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Plan;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.reconcile.Plan.Shown;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.sheet.SheetFormat;
import nl.koppelwerk.support.Requirement;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** Which rows of a preview a template has, and what stands in them. */
@Requirement({"IM-02", "IM-14"})
class PreviewFilesTest {

    private static final String NEW = "accounton-new.xlsx";
    private static final String OVERWRITE = "accounton-overwrite.xlsx";
    private static final Values THERE = Values.NONE.with(FIRST_NAMES, "An").with(LAST_NAME, "Peeters").with(EMAIL, "oud@mail.example").with(MOBILE, "+32470123456")
        .with(LANGUAGE, "nl").with(RIJKSREGISTERNUMMER, "85073003427");
    private static final Runs.Run RUN = run();

    private final List<Item> items = List.of(
        added("1", "Bo", "85073003328"), added("2", "Cas", ""),
        differing("3", written(EMAIL, "nieuw@mail.example"), written(LABEL, "AJ2026")),
        differing("4", written(LABEL, "AJ2026")),
        differing("5", left(MOBILE, "+32470999999")),
        new Item("6", "r6", "Dirk", new Plan(Bucket.INVALID, Optional.empty(), List.of(), List.of(new Reason(ReasonCode.EMAIL_FORMAT, "email"))), false, null));
    private final PreviewFiles files = new PreviewFiles(plans());

    @Test void who_is_only_in_the_import_is_a_row_and_nobody_else() {
        var rows = rows(NEW, new RowsChosen());

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).startsWith("person", "Bo").endsWith("85073003328");
        assertThat(rows.get(1)).startsWith("person", "Cas");
    }

    @Test void some_are_left_out_or_some_alone_are_meant() {
        assertThat(rows(NEW, chosen(null, List.of("1"), null))).extracting(row -> row.get(1)).containsExactly("Cas");
        assertThat(rows(NEW, chosen(List.of("1"), null, null))).extracting(row -> row.get(1)).containsExactly("Bo");
    }

    @Test void who_is_there_already_is_a_row_as_it_stands_there_with_what_overwrites_over_it() {
        assertThat(rows(OVERWRITE, new RowsChosen())).containsExactly(List.of("person", "An", "Peeters", "nieuw@mail.example", "nl", "+32470123456", "", "", "", "", "", "", "", "85073003427"));
    }

    @Test void what_was_left_before_or_is_not_named_does_not_overwrite() {
        assertThat(rows(OVERWRITE, chosen(null, null, List.of("mobile")))).isEmpty();
        assertThat(rows(OVERWRITE, chosen(List.of("5"), null, null))).isEmpty();
        assertThat(rows(OVERWRITE, chosen(null, null, List.of("email", "mobile")))).hasSize(1);
    }

    @Test void a_wrong_choice_is_refused_with_the_remedy() {
        assertThat(files.faults(RUN, NEW, chosen(List.of("1", "99"), List.of("98"), null))).extracting(Fault::code).containsExactly("ITEM_UNKNOWN", "ITEM_UNKNOWN");
        assertThat(files.faults(RUN, NEW, chosen(null, null, List.of("email")))).extracting(Fault::code).containsExactly("ONLY_FOR_OVERWRITE");
        assertThat(files.faults(RUN, OVERWRITE, chosen(null, null, List.of("email", "label", "none")))).extracting(fault -> fault.in(Wording.EN).detail())
            .containsExactly("The template has no column for label; leave it out.", "The template has no column for none; leave it out.");
        assertThat(chosen(List.of("1"), null, null).unwanted()).extracting(Fault::code).containsExactly("ONLY_FOR_PREVIEW");
        assertThat(new RowsChosen().unwanted()).isEmpty();
    }

    private List<List<String>> rows(String name, RowsChosen chosen) {
        var out = new ByteArrayOutputStream();
        try {
            files.write(RUN, name, SheetFormat.XLSX, chosen, out);
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
                return workbook.getFirstSheet().read().stream().skip(1).map(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()).toList()).toList();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RowsChosen chosen(List<String> items, List<String> except, List<String> fields) {
        var chosen = new RowsChosen();
        chosen.items = items;
        chosen.except = except;
        chosen.fields = fields;
        return chosen;
    }

    private static Item added(String id, String firstNames, String partner) {
        var fields = Stream.of(written(FIRST_NAMES, firstNames), written(LAST_NAME, "Peeters"), written(PARTNER_RIJKSREGISTERNUMMER, partner), written(LABEL, "AJ2026"));
        return new Item(id, "r" + id, firstNames, new Plan(Bucket.ONLY_IN_IMPORT, Optional.empty(), fields.toList(), List.of(), new Shown(Values.NONE, Values.NONE)), false, null);
    }

    private static Item differing(String id, Planned... fields) {
        return new Item(id, "r" + id, "An", new Plan(Bucket.DUPLICATE, Optional.empty(), List.of(fields), List.of(), new Shown(Values.NONE, THERE)), false, null);
    }

    private static Planned written(Field<?> field, String value) { return planned(field, value, Optional.empty()); }

    private static Planned left(Field<?> field, String value) { return planned(field, value, Optional.of(new Reason(ReasonCode.LEFT_BEFORE, field.name()))); }

    private static Planned planned(Field<?> field, String value, Optional<Reason> kept) {
        Value<?> typed = field.type().parse(value);
        return new Planned(Side.TARGET, "", PartKey.ROOT, field, THERE.get(field), typed, typed, kept);
    }

    /** Pages of one, so that they are gone through. */
    private Plans plans() {
        return (Plans) Proxy.newProxyInstance(Plans.class.getClassLoader(), new Class<?>[] {Plans.class}, (proxy, method, asked) -> asked[1] instanceof List<?> ids
            ? items.stream().filter(item -> ids.contains(item.id())).toList()
            : items.stream().filter(item -> item.plan().bucket() == asked[1] && item.id().compareTo((String) asked[2]) > 0).limit(1).toList());
    }

    private static Runs.Run run() {
        return new Runs.Run("7", "1", Runs.Kind.PREVIEW, Runs.State.PLANNED, "anna", Instant.EPOCH, null, 0, null, Map.of(), 0, true, "", 0, 0);
    }
}

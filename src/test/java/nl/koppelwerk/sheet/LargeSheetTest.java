package nl.koppelwerk.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LargeSheetTest {

    private static final int MANY = 100_000;
    private static final Values VALUES = Values.NONE.with(Fields.NAME, "Sørensen & Zn").with(Fields.ROLES, "DEBTOR");
    /** As narrow as a sheet can be, since it is about the number of rows. */
    private static final Layout<SheetRelation> NARROW = Layout.of("Relaties", CompendaColumns.ID, CompendaColumns.ROLES, CompendaColumns.NAME_COLUMN.column());

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    @Requirement("SN-50")
    void a_hundred_thousand_relations_are_written_and_read_without_being_held(SheetFormat format) throws IOException {
        var file = folder.resolve("many." + format.extension());

        var written = write(file, format);
        var read = read(file);

        assertThat(read).hasSize(MANY / 100);
        assertThat(stillHeld(written)).isLessThan(20);
        assertThat(stillHeld(read)).isLessThan(20);
    }

    /** Every hundredth of the relations that were handed over, while the last one has just been written. */
    private static List<WeakReference<Object>> write(Path file, SheetFormat format) throws IOException {
        var written = new ArrayList<WeakReference<Object>>();
        try (OutputStream out = Files.newOutputStream(file); var sheet = SheetWriter.to(out, format, NARROW)) {
            for (int i = 0; i < MANY; i++) {
                var relation = relation(i);
                if (i % 100 == 0) written.add(new WeakReference<>(relation));
                sheet.write(relation);
            }
        }
        return written;
    }

    private static List<WeakReference<Object>> read(Path file) throws IOException {
        var read = new ArrayList<WeakReference<Object>>();
        try (var sheet = CompendaSheet.open(file)) {
            for (int i = 0; sheet.hasNext(); i++) {
                var row = sheet.next();
                if (i % 100 == 0) read.add(new WeakReference<>(row));
            }
            assertThat(stillHeld(read)).isLessThan(20);
        }
        return read;
    }

    private static long stillHeld(List<WeakReference<Object>> references) {
        System.gc();
        return references.stream().filter(reference -> reference.get() != null).count();
    }

    private static SheetRelation relation(int i) { return new SheetRelation("CMP-" + i, new Relation(Kind.ORGANISATION, VALUES, List.of())); }

    @Test
    void a_sheet_is_read_no_further_than_its_rows_are_asked_for() throws IOException {
        var source = new Endless();

        try (var sheet = Sheet.of(SheetFormat.CSV, source)) {
            for (int i = 0; i < 10; i++) sheet.next();
        }

        assertThat(source.given).isEqualTo(12);
        assertThat(source.isClosed).isTrue();
    }

    @Test
    void a_sheet_that_never_ends_is_refused_after_a_million_rows() throws IOException {
        try (var sheet = Sheet.of(SheetFormat.CSV, new Endless())) {
            for (int i = 0; i < Limits.MOST_ROWS; i++) sheet.next();

            assertThatThrownBy(sheet::next).isInstanceOf(SheetRefused.class).hasMessageContaining("more than 1000000 rows");
        }
    }

    @Test
    void the_first_rows_are_written_before_the_last_are_known() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = SheetWriter.to(out, SheetFormat.XLSX, NARROW)) {
            for (int i = 0; i < 5_000; i++) sheet.write(relation(i));

            assertThat(out.size()).isGreaterThan(5_000);
        }
    }

    /** Rows of one cell without end. */
    private static final class Endless implements RowSource {

        private static final RawRow ROW = new RawRow(1, List.of(Cell.text("x")));
        private int given;
        private boolean isClosed;

        @Override public Optional<RawRow> next() {
            given++;
            return Optional.of(ROW);
        }

        @Override public boolean isSparse() { return false; }

        @Override public void close() { isClosed = true; }
    }
}

package nl.koppelwerk.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutsTest {

    @Test
    void the_page_about_sheets_names_every_column_of_compendas_sheet() throws IOException {
        var page = Files.readString(Path.of("docs/sheets.md"));

        assertThat(Layouts.RELATIONS.columns()).allSatisfy(column -> assertThat(page).contains("`" + column.name() + "`"));
    }

    @Test
    void no_layout_has_two_columns_of_one_name_or_more_than_are_read() {
        for (Layout<?> layout : List.of(Layouts.RELATIONS, Layouts.BACKUP, Layouts.SNELSTART, Layouts.ACCOUNTON, Layouts.CHECKLIST, Layouts.PROBLEMS)) {
            assertThat(layout.columns()).extracting(Column::name).doesNotHaveDuplicates().hasSizeLessThan(Limits.MOST_COLUMNS);
        }
    }
}

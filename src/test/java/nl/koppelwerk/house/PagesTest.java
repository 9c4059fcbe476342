package nl.koppelwerk.house;

import static nl.koppelwerk.house.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages of the project refer to is there. */
class PagesTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:|#)([^)#\\s]+)");
    /** The name of a test that is no link's text. */
    private static final Pattern UNLINKED = Pattern.compile("(?<!\\[)`\\w+(Test|Contract|Judge|IT)`");

    @Test
    void every_link_of_a_page_leads_to_a_file_or_a_folder() {
        var pages = Stream.concat(Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(SourceFile::at), SourceFile.below("docs", ".md").stream());

        assertThat(pages.flatMap(page -> astray(page).stream())).isEmpty();
    }

    @Test
    void every_test_that_a_promise_names_is_a_link_to_it() {
        assertThat(unlinked(SourceFile.at("docs/guarantees.md"))).isEmpty();
    }

    @Test
    void a_link_that_leads_nowhere_and_a_test_that_is_no_link_are_found() {
        var page = new SourceFile("docs/page.md", "[here](../README.md#top) [`BirthTest`](https://nowhere.example)\n[there](../NOWHERE.md) `RunsContract`");

        assertThat(text(astray(page))).isEqualTo("docs/page.md:2: expected a file at ../NOWHERE.md");
        assertThat(text(unlinked(page))).isEqualTo("docs/page.md:2: expected a link to `RunsContract`");
    }

    private static List<Offence> astray(SourceFile page) {
        var folder = Path.of(page.path()).toAbsolutePath().getParent();
        return page.all(LINK).stream().filter(link -> !Files.exists(folder.resolve(link.group(1)).normalize()))
            .map(link -> page.offence(page.lineOf(link.start()), "a file at " + link.group(1))).toList();
    }

    private static List<Offence> unlinked(SourceFile page) {
        return page.all(UNLINKED).stream().map(name -> page.offence(page.lineOf(name.start()), "a link to " + name.group())).toList();
    }
}

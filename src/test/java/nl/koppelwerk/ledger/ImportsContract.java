package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import nl.koppelwerk.ledger.Imports.Detail;
import nl.koppelwerk.ledger.Imports.Problem;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import org.junit.jupiter.api.Test;

/** What every ledger promises of files that people bring. */
public interface ImportsContract {

    LedgerFixture ledger();

    @Test
    default void a_file_comes_back_as_it_was_brought() throws IOException {
        var content = new byte[2_500_000];
        for (int i = 0; i < content.length; i++) content[i] = (byte) (i * 31);

        var run = ledger().imports().begin(ledger().aLink().id(), "relaties.csv", new ByteArrayInputStream(content), "operator");

        var copy = new ByteArrayOutputStream();
        ledger().imports().copy(run.id(), copy);
        assertThat(copy.toByteArray()).isEqualTo(content);
        assertThat(run.state()).isEqualTo(Runs.State.RUNNING);
    }

    @Test
    default void a_file_that_breaks_off_leaves_no_run() {
        var link = ledger().aLink();
        var broken = new InputStream() {
            @Override public int read() throws IOException { throw new IOException("the line is dead"); }
        };

        assertThatThrownBy(() -> ledger().imports().begin(link.id(), "relaties.csv", broken, "operator")).isInstanceOf(IOException.class);

        assertThat(ledger().runs().of(link.id(), "", 5)).isEmpty();
        assertThat(ledger().imports().claim(5)).isEmpty();
    }

    @Test
    default void nobody_sees_a_run_before_all_of_its_file_is_there() throws IOException {
        var link = ledger().aLink();
        var watched = new InputStream() {
            private int left = 3;

            @Override public int read() {
                assertThat(ledger().runs().of(link.id(), "", 5)).isEmpty();
                return left-- > 0 ? 'a' : -1;
            }
        };

        ledger().imports().begin(link.id(), "relaties.csv", watched, "operator");

        assertThat(ledger().runs().of(link.id(), "", 5)).hasSize(1);
    }

    @Test
    default void the_files_of_a_link_are_read_one_after_the_other_and_by_one_worker() throws IOException {
        var link = ledger().aLink();
        var first = begin(link);
        var second = begin(link);

        var claimed = ledger().imports().claim(5);
        assertThat(claimed).extracting(Runs.Run::id).containsExactly(first.id());
        assertThat(ledger().runs().claim(5)).isEmpty();
        ledger().runs().walkedAll(claimed.get(0), "");

        assertThat(ledger().imports().claim(5)).extracting(Runs.Run::id).containsExactly(second.id());
    }

    @Test
    default void a_dead_workers_file_is_handed_on() throws IOException {
        begin(ledger().aLink());
        ledger().imports().claim(5);

        ledger().advance(Duration.ofMinutes(5));

        assertThat(ledger().imports().claim(5)).hasSize(1);
    }

    @Test
    default void a_row_that_became_nothing_counts_as_refused_once() throws IOException {
        begin(ledger().aLink());
        var run = ledger().imports().claim(1).get(0);
        var problem = new Problem(7, List.of(new Detail("rollen", "klant?", "This is no role.", "Write debiteur or crediteur.")));

        ledger().imports().problems(run, List.of(problem));
        ledger().imports().problems(run, List.of(problem, new Problem(9, problem.details())));

        assertThat(ledger().runs().find(run.id()).orElseThrow().balance()).containsEntry(Outcome.REFUSED, 2);
        assertThat(ledger().imports().problems(run.id(), -1, 5)).extracting(Problem::line).containsExactly(7L, 9L);
        assertThat(ledger().imports().problems(run.id(), 7, 5)).extracting(Problem::details).containsExactly(problem.details());
    }

    @Test
    default void what_a_row_is_known_by_has_one_name_in_all_files_of_a_link_and_nobody_reads_it_back() {
        var one = ledger().aLink().id();
        var name = ledger().imports().keyed(one, "number 85073003427");

        assertThat(name).isEqualTo(ledger().imports().keyed(one, "number 85073003427")).matches("[0-9a-f]{16,64}").doesNotContain("85073003427");
        assertThat(name).isNotEqualTo(ledger().imports().keyed(one, "number 85073003328")).isNotEqualTo(ledger().imports().keyed(one + "x", "number 85073003427"));
    }

    @Test
    default void who_stands_in_a_sheet_again_bears_its_stamp_also_where_nothing_of_him_changed() throws IOException {
        var link = ledger().aLink();
        for (int sheet = 0; sheet < 2; sheet++) {
            begin(link);
            var run = ledger().imports().claim(1).get(0);
            var row = Seen.whole(Side.SOURCE, "R-1", "Çelik", ledger().now());
            ledger().dossiers().observe(link.id(), Look.FACET, List.of(new Sighting(row.side(), row.root(), row.relation(), "", run.startedAt(), row.askedAt())), run.id());
            ledger().runs().walkedAll(run, "");
            ledger().advance(Duration.ofMinutes(1));

            var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
            assertThat(look.dossier.lastKnown().get(Side.SOURCE).modifiedAt()).isEqualTo(run.startedAt());
            look.endsInSync();
            ledger().advance(Duration.ofMinutes(1));
        }
    }

    private Runs.Run begin(Links.Link link) throws IOException {
        return ledger().imports().begin(link.id(), "relaties.csv", new ByteArrayInputStream(new byte[] {1}), "operator");
    }
}

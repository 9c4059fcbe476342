package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.Side;
import org.junit.jupiter.api.Test;

/** What every ledger promises of links, their accounts and their webhook addresses. */
public interface LinksContract {

    LedgerFixture ledger();

    @Test
    default void a_new_link_delivers_nothing_until_it_is_activated() {
        var settings = JsonNodeFactory.instance.objectNode().put("tribeKvkLink", true);
        var link = ledger().links().create(newLink("office-a", "nr-a", settings));

        ledger().notices().accept(List.of(Hint.of(link.id(), Side.SOURCE, "R-1", "webhook")));

        assertThat(link.state()).isEqualTo(Links.State.NEW);
        assertThat(link.settings()).isEqualTo(settings);
        assertThat(ledger().notices().claim(1)).isEmpty();
        ledger().links().change(link.id(), Links.State.ACTIVE, "");
        assertThat(ledger().notices().claim(1)).hasSize(1);
    }

    @Test
    default void two_links_with_one_login_share_the_account() {
        var settings = JsonNodeFactory.instance.objectNode();
        var first = ledger().links().create(newLink("office-b", "nr-b", settings));
        var second = ledger().links().create(newLink("office-b", "nr-b", settings));
        var elsewhere = ledger().links().create(newLink("office-c", "nr-b", settings));

        assertThat(second.accounts()).isEqualTo(first.accounts());
        assertThat(elsewhere.accounts().values()).doesNotContainAnyElementsOf(first.accounts().values());
        assertThat(ledger().accounts().find(first.accounts().get(Side.SOURCE)).system()).isEqualTo("advocaatcentraal");
    }

    @Test
    default void a_second_link_replaces_nothing_of_an_account_that_is_known() {
        var settings = JsonNodeFactory.instance.objectNode();
        var first = ledger().links().create(newLink("office-g", "nr-g", settings));
        var account = first.accounts().get(Side.SOURCE);
        var before = ledger().accounts().find(account);
        var other = new Links.NewAccount("advocaatcentraal", "nr-g", "http://127.0.0.1:9", "", Map.of("apiKey", "another"), new Accounts.Limits(0, 0, 0));

        var second = ledger().links().create(new Links.NewLink("office-g", "advocaatcentraal-tribe", "Kantoor", settings,
            Map.of(Side.SOURCE, other, Side.TARGET, newLink("office-g", "nr-g", settings).accounts().get(Side.TARGET))));

        assertThat(second.accounts().get(Side.SOURCE)).isEqualTo(account);
        assertThat(ledger().accounts().find(account)).isEqualTo(before);
        assertThat(ledger().accounts().find("office-g", "advocaatcentraal", "nr-g")).contains(before);
        assertThat(ledger().accounts().find("office-g", "tribe", "nr-of-nobody")).isEmpty();
    }

    @Test
    default void an_office_sees_its_own_links_page_by_page() {
        var settings = JsonNodeFactory.instance.objectNode();
        var ours = List.of(ledger().links().create(newLink("office-d", "1", settings)), ledger().links().create(newLink("office-d", "2", settings)));
        ledger().links().create(newLink("office-e", "1", settings));

        var first = ledger().links().of(List.of("office-d"), "", 1);
        var rest = ledger().links().of(List.of("office-d"), first.get(0).id(), 10);

        assertThat(List.of(first.get(0).id(), rest.get(0).id())).containsExactlyInAnyOrder(ours.get(0).id(), ours.get(1).id());
        assertThat(rest).hasSize(1);
        assertThat(ledger().links().of(List.of("office-f"), "", 10)).isEmpty();
    }

    @Test
    default void what_is_not_named_stays_when_an_account_changes() {
        var link = ledger().aLink();

        ledger().links().account(link.id(), Side.TARGET, "http://127.0.0.1:2", null, null);

        var account = ledger().accounts().find(link.accounts().get(Side.TARGET));
        assertThat(account.baseUrl()).isEqualTo("http://127.0.0.1:2");
        assertThat(account.authUrl()).isEmpty();
        assertThat(account.credentials()).containsKey("apiKey");
        assertThat(account.toString()).doesNotContain(account.credentials().get("apiKey"));
    }

    @Test
    default void settings_state_and_reason_are_kept() {
        var link = ledger().aLink();

        ledger().links().settings(link.id(), JsonNodeFactory.instance.objectNode().put("tribeKvkLink", false));
        ledger().links().change(link.id(), Links.State.PAUSED, "holiday");
        ledger().links().webhookArrived(link.id(), Side.TARGET);

        var now = ledger().links().find(link.id()).orElseThrow();
        assertThat(now.settings().path("tribeKvkLink").asBoolean(true)).isFalse();
        assertThat(now.state()).isEqualTo(Links.State.PAUSED);
        assertThat(now.why()).isEqualTo("holiday");
        assertThat(now.lastWebhook()).containsOnlyKeys(Side.TARGET);
    }

    @Test
    default void what_a_vendor_said_last_of_our_webhook_is_kept() {
        var link = ledger().aLink();
        assertThat(ledger().links().heard(link.id())).isEmpty();

        ledger().links().heard(link.id(), Side.SOURCE, Links.Hearing.MISSING);
        var first = ledger().links().heard(link.id()).get(Side.SOURCE);
        ledger().advance(java.time.Duration.ofDays(1));
        ledger().links().heard(link.id(), Side.SOURCE, Links.Hearing.HEARD);

        assertThat(first.hearing()).isEqualTo(Links.Hearing.MISSING);
        assertThat(ledger().links().heard(link.id())).containsOnlyKeys(Side.SOURCE);
        assertThat(ledger().links().heard(link.id()).get(Side.SOURCE).hearing()).isEqualTo(Links.Hearing.HEARD);
        assertThat(ledger().links().heard(link.id()).get(Side.SOURCE).askedAt()).isAfter(first.askedAt());
    }

    @Test
    default void only_the_newest_webhook_secret_of_that_side_counts() {
        var link = ledger().aLink();
        var old = ledger().links().rotateWebhookSecret(link.id(), Side.TARGET);

        var secret = ledger().links().rotateWebhookSecret(link.id(), Side.TARGET);

        assertThat(secret).hasSizeGreaterThan(20);
        assertThat(ledger().links().webhookSecretIs(link.id(), Side.TARGET, secret)).isTrue();
        assertThat(ledger().links().webhookSecretIs(link.id(), Side.TARGET, old)).isFalse();
        assertThat(ledger().links().webhookSecretIs(link.id(), Side.SOURCE, secret)).isFalse();
        assertThat(ledger().links().webhookSecretIs("unknown", Side.TARGET, secret)).isFalse();
    }

    private static Links.NewLink newLink(String office, String number, ObjectNode settings) {
        var limits = new Accounts.Limits(0, 0, 0);
        return new Links.NewLink(office, "advocaatcentraal-tribe", "Kantoor", settings, Map.of(
            Side.SOURCE, new Links.NewAccount("advocaatcentraal", number, "http://127.0.0.1:1", "", Map.of("apiKey", "a"), limits),
            Side.TARGET, new Links.NewAccount("tribe", number, "http://127.0.0.1:1", "", Map.of("clientId", number), limits)));
    }
}

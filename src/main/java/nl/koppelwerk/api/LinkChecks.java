package nl.koppelwerk.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.koppelwerk.flow.AccountBook;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.ledger.Links.NewAccount;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.systems.BaseAddresses;
import nl.koppelwerk.systems.Connector;

/** Why a link cannot be made or changed so, every reason at once. */
@ApplicationScoped
class LinkChecks {

    private static final String REQUIRED = "REQUIRED";
    private static final int LONGEST_NAME = 200;
    private static final Pattern OFFICE_NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.-]{0,63}");

    @Inject AccountBook accounts;
    @Inject Accounts ledger;
    @Inject BaseAddresses addresses;

    List<Fault> of(LinkRequest asked, LinkType type) {
        var faults = new ArrayList<Fault>();
        if (asked.name() != null && !Words.isWritable(asked.name())) faults.add(new Fault("/name", Phrase.NOT_WRITABLE.said()));
        if (asked.name() == null || asked.name().isBlank() || asked.name().length() > LONGEST_NAME)
            faults.add(new Fault("/name", REQUIRED, Phrase.NAME_NEEDED.with("most", LONGEST_NAME)));
        account(faults, "source", asked.source(), accounts.connector(type.sourceSystem()));
        account(faults, "target", asked.target(), accounts.connector(type.targetSystem()));
        settings(faults, type, asked.settings() == null ? JsonNodeFactory.instance.objectNode() : asked.settings());
        return faults;
    }

    List<Fault> of(Link link, LinkRequest.Change asked, LinkType type) {
        var faults = new ArrayList<Fault>();
        change(faults, link, Side.SOURCE, asked.source(), accounts.connector(type.sourceSystem()));
        change(faults, link, Side.TARGET, asked.target(), accounts.connector(type.targetSystem()));
        if (asked.settings() != null) settings(faults, type, asked.settings());
        return faults;
    }

    /**
     * One account of an office at a system has one address and one login, whatever links use it; another one here would take it away from them.
     */
    void sameAsKnown(String office, Side side, NewAccount asked) {
        var known = ledger.find(office, asked.system(), asked.number());
        boolean same = known.isEmpty() || known.get().baseUrl().equals(asked.baseUrl()) && known.get().authUrl().equals(asked.authUrl())
            && known.get().credentials().equals(asked.credentials());
        if (!same) throw Refusal.conflict(Pointer.of(Words.of(side)), "ACCOUNT_DIFFERS", Phrase.ACCOUNT_DIFFERS.with("number", asked.number())
            .with("system", accounts.connector(asked.system()).label()));
    }

    private void account(List<Fault> faults, String side, LinkRequest.Account account, Connector system) {
        if (account == null && (!system.isCalled() || system.worksByPaper())) return;
        if (account == null) {
            faults.add(new Fault(Pointer.of(side), REQUIRED, Phrase.ACCOUNT_NEEDED.with("system", system.label())));
            return;
        }
        if (account.baseUrl() == null && system.isCalled()) faults.add(addressNeeded(side, system));
        if (isBlank(account.authUrl()) && !system.authUrl().isEmpty()) faults.add(new Fault(Pointer.of(side, "authUrl"), REQUIRED, wording -> wording.rule(system.authUrl())));
        address(faults, Pointer.of(side, "baseUrl"), account.baseUrl());
        address(faults, Pointer.of(side, "authUrl"), account.authUrl());
        officeNumber(faults, side, account.officeNumber(), system);
        var given = account.credentials() == null ? Map.<String, String>of() : account.credentials();
        for (var needed : system.credentials())
            if (needed.required() && isBlank(given.get(needed.name()))) faults.add(new Fault(Pointer.of(side, "credentials", needed.name()), REQUIRED, wording -> wording.rule(needed.sentence())));
        faults.addAll(new WaysIn(side, system).faults(filled(given)));
        unknown(faults, side, given, system);
    }

    private static Set<String> filled(Map<String, String> given) {
        return given.entrySet().stream().filter(one -> !isBlank(one.getValue())).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static Fault addressNeeded(String side, Connector system) { return new Fault(Pointer.of(side, "baseUrl"), REQUIRED, Phrase.ADDRESS_NEEDED.with("system", system.label())); }

    /** It becomes part of the vendor's addresses. */
    private static void officeNumber(List<Fault> faults, String side, String number, Connector system) {
        var pointer = Pointer.of(side, "officeNumber");
        if (isBlank(number) && !system.officeNumber().isEmpty()) faults.add(new Fault(pointer, REQUIRED, wording -> wording.rule(system.officeNumber())));
        else if (!isBlank(number) && !OFFICE_NUMBER.matcher(number).matches())
            faults.add(new Fault(pointer, Phrase.OFFICE_NUMBER_FORMAT.said()));
    }

    private void change(List<Fault> faults, Link link, Side of, LinkRequest.AccountChange account, Connector system) {
        if (account == null) return;
        var side = Words.of(of);
        address(faults, Pointer.of(side, "baseUrl"), account.baseUrl());
        address(faults, Pointer.of(side, "authUrl"), account.authUrl());
        if (account.baseUrl() == null && account.credentials() == null) return;
        var known = ledger.find(link.accounts().get(of));
        if (account.credentials() != null) unknown(faults, side, account.credentials(), system);
        // An account by paper has neither, and gets both or none.
        if (system.isCalled() && account.baseUrl() == null && known.baseUrl().isEmpty()) faults.add(addressNeeded(side, system));
        var left = account.credentials() == null ? known.credentials() : changed(known.id(), account);
        for (var needed : system.credentials())
            if (needed.required() && !left.containsKey(needed.name())) faults.add(new Fault(Pointer.of(side, "credentials", needed.name()), REQUIRED, wording -> wording.rule(needed.sentence())));
        faults.addAll(new WaysIn(side, system).faults(left.keySet()));
    }

    /** The credentials as they are then: what is left out stays, what is empty goes; null where none is given. */
    Map<String, String> changed(String account, LinkRequest.AccountChange asked) {
        if (asked.credentials() == null) return null;
        var all = new TreeMap<>(ledger.find(account).credentials());
        all.putAll(asked.credentials());
        all.values().removeIf(LinkChecks::isBlank);
        return all;
    }

    private void address(List<Fault> faults, String pointer, String address) {
        if (address != null) addresses.refusal(address).ifPresent(why -> faults.add(new Fault(pointer, "ADDRESS_REFUSED", why)));
    }

    private static void unknown(List<Fault> faults, String side, Map<String, String> given, Connector system) {
        var names = new HashSet<>(given.keySet());
        system.credentials().forEach(known -> names.remove(known.name()));
        names.stream().sorted().forEach(name -> faults.add(
            new Fault(Pointer.of(side, "credentials", name), "UNKNOWN_CREDENTIAL", Phrase.CREDENTIAL_UNKNOWN.with("system", system.label()))));
        given.forEach((name, value) -> {
            if (value == null || value.chars().anyMatch(Character::isISOControl))
                faults.add(new Fault(Pointer.of(side, "credentials", name), Phrase.CREDENTIAL_FORMAT.said()));
            else if (!isBlank(value)) system.refusal(name, value).ifPresent(why -> faults.add(new Fault(Pointer.of(side, "credentials", name), "CREDENTIAL_FORMAT", wording -> wording.rule(why))));
        });
    }

    /** The subject of a reason is a path already: {@code relationTypes/CLIENT}. */
    private static void settings(List<Fault> faults, LinkType type, ObjectNode settings) {
        type.problems(settings).forEach(reason -> faults.add(Fault.of("/settings/" + reason.subject(), reason)));
    }

    private static boolean isBlank(String text) { return text == null || text.isBlank(); }
}

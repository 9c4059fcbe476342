package nl.koppelwerk.ledger.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Certificates;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Attestation;
import nl.koppelwerk.reconcile.ContentSum;
import nl.koppelwerk.reconcile.Evidence;

final class MemoryCertificates implements Certificates {

    private final MemoryState state;

    MemoryCertificates(MemoryState state) { this.state = state; }

    @Override public List<Pass> claim(int most, Duration patience) {
        for (var run : state.runs.values())
            if (run.kind == Runs.Kind.VERIFY && run.walked && run.isOpen() && run.certificate == null) run.certificate = new CertificateRow(state.now(), lastLife());
        return state.runs.values().stream().filter(run -> mayBeClaimed(run, patience)).limit(most).map(this::claimed).toList();
    }

    private boolean mayBeClaimed(RunRow run, Duration patience) {
        var certificate = run.certificate;
        if (certificate == null || run.state != Runs.State.RUNNING || certificate.completedAt != null || certificate.leaseEnds.isAfter(state.now())) return false;
        return run.waiting == 0 && !isAsked(run.link) || !certificate.since.plus(patience).isAfter(state.now());
    }

    private boolean isAsked(String link) {
        return state.notices.values().stream().anyMatch(notice -> notice.id.link().equals(link) && notice.reasons.contains(WHY));
    }

    private Pass claimed(RunRow run) {
        var certificate = run.certificate;
        certificate.token = state.next();
        certificate.leaseEnds = state.leaseFromNow();
        return new Pass(run.id, run.link, certificate.pass, certificate.position, certificate.token);
    }

    @Override public List<Evidence> next(Pass pass, String afterRelation, int most) {
        var run = state.runs.get(pass.run());
        return state.relations.all().stream().filter(row -> row.link.equals(pass.link()) && row.id.compareTo(afterRelation) > 0)
            .limit(most).map(row -> evidence(row, run)).toList();
    }

    private Evidence evidence(RelationRow row, RunRow run) {
        var seen = new EnumMap<Side, Sighting>(Side.class);
        Set<Side> read = EnumSet.noneOf(Side.class);
        for (var side : Side.values()) {
            var root = row.rootId(side);
            var stored = root == null ? null : state.observations.find(root);
            if (stored == null) continue;
            seen.put(side, stored.sighting());
            boolean isOpen = row.deliveries.stream().anyMatch(delivery -> delivery.isUnknown() && delivery.write.side() == side);
            if (!isOpen && stored.sighting().askedAt().isAfter(run.startedAt) && state.observations.isAfterWrite(root)) read.add(side);
        }
        return new Evidence(row.id, row.pair, row.state == null ? nl.koppelwerk.reconcile.Settlement.State.PENDING : row.state, row.reasons, seen, read,
            waits(row), written(row, run.startedAt));
    }

    private boolean waits(RelationRow row) {
        return Arrays.stream(Side.values()).map(row::rootId).filter(Objects::nonNull).anyMatch(root -> state.notices.containsKey(root)
            || state.observations.find(root) != null && !state.observations.find(root).looked());
    }

    private List<Evidence.Written> written(RelationRow row, Instant since) {
        var seen = lives(row).filter(change -> change.life().written() && !change.life().at().isBefore(since))
            .map(change -> new Evidence.Written(change.life().side(), change.life().part().subject(change.life().field())));
        var sent = row.deliveries.stream().filter(delivery -> delivery.isDoneSince(since)).flatMap(delivery -> Evidence.Written.by(delivery.write));
        return Stream.concat(seen, sent).distinct().toList();
    }

    private Stream<Changed> lives(RelationRow row) {
        return state.history.stream().filter(change -> state.relations.find(change.relation()) == row);
    }

    private String lastLife() { return state.history.isEmpty() ? "" : state.history.get(state.history.size() - 1).life().id(); }

    @Override public boolean attest(Pass pass, List<Attested> page, int asked) {
        var certificate = ours(pass);
        if (certificate.isEmpty()) return false;
        for (var one : page) {
            var relation = one.evidence().relation();
            var last = lives(state.relations.find(relation)).reduce((older, newer) -> newer).map(change -> change.life().id()).orElse("");
            certificate.get().records.put(relation, new CertificateRow.Judged(one, last));
            certificate.get().position = relation;
        }
        certificate.get().asked += asked;
        certificate.get().askedInPass += asked;
        certificate.get().leaseEnds = state.leaseFromNow();
        return true;
    }

    private Optional<CertificateRow> ours(Pass pass) {
        var run = state.runs.get(pass.run());
        return Optional.ofNullable(run.certificate).filter(row -> row.token == pass.token() && row.pass == pass.number() && row.completedAt == null
            && run.state == Runs.State.RUNNING);
    }

    @Override public void end(Pass pass, boolean again) {
        ours(pass).ifPresent(certificate -> {
            if (again && certificate.askedInPass > 0) certificate.beginAgain(state.now());
            else complete(state.runs.get(pass.run()), certificate);
        });
    }

    private void complete(RunRow run, CertificateRow certificate) {
        certificate.completedAt = state.now();
        state.runs.values().stream().filter(other -> other.link.equals(run.link) && other.certificate != certificate && !other.isOpen())
            .forEach(other -> other.certificate = null);
        run.endWhenComplete(state.now());
    }

    private Optional<RunRow> lastRun(String link) {
        return state.runs.values().stream().filter(run -> run.link.equals(link) && run.certificate != null && run.certificate.completedAt != null)
            .reduce((older, newer) -> newer);
    }

    @Override public Optional<Certificate> last(String link) { return lastRun(link).map(MemoryCertificates::shown); }

    private static Certificate shown(RunRow run) {
        var records = run.certificate.records.values().stream().map(CertificateRow.Judged::attested).toList();
        Map<Attestation.Kind, Integer> counts = new EnumMap<>(Attestation.Kind.class);
        records.forEach(one -> counts.merge(one.attestation().kind(), 1, Integer::sum));
        var sum = records.stream().map(one -> one.attestation().content()).filter(content -> !content.isEmpty()).map(MemoryCertificates::id)
            .reduce(ContentSum.NONE, ContentSum::plus, (one, other) -> one.plus(other.bytes()));
        return new Certificate(run.id, run.link, run.startedAt, run.certificate.completedAt, counts, sum, moments(records), run.certificate.asked);
    }

    private static Map<Side, Moments> moments(List<Attested> records) {
        Map<Side, Moments> moments = new EnumMap<>(Side.class);
        for (var one : records)
            if (!one.attestation().content().isEmpty())
                one.evidence().seen().forEach((side, seen) -> moments.merge(side, new Moments(seen.askedAt(), seen.askedAt()), MemoryCertificates::both));
        return moments;
    }

    private static Moments both(Moments one, Moments other) {
        return new Moments(one.from().isBefore(other.from()) ? one.from() : other.from(), one.to().isAfter(other.to()) ? one.to() : other.to());
    }

    private static byte[] id(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override public Optional<Progress> progress(String run) {
        return Optional.ofNullable(state.runs.get(run)).map(row -> row.certificate)
            .map(certificate -> new Progress(certificate.pass, certificate.records.size(), certificate.completedAt != null));
    }

    @Override public List<Excepted> exceptions(String link, Attestation.Kind kind, String afterId, int most) {
        return lastRun(link).stream().flatMap(run -> run.certificate.records.values().stream()).map(CertificateRow.Judged::attested)
            .filter(one -> kind == null ? one.attestation().kind() != Attestation.Kind.EQUAL : one.attestation().kind() == kind)
            .filter(one -> one.evidence().relation().compareTo(afterId) > 0).limit(most).map(MemoryCertificates::excepted).toList();
    }

    private static Excepted excepted(Attested one) {
        var pair = one.evidence().pair();
        return new Excepted(one.evidence().relation(), "", pair.source(), pair.target(), one.attestation().kind(), one.attestation().subjects(), one.attestation().reasons());
    }

    @Override public List<Changed> changes(String link, String afterId, int most) {
        return lastRun(link).stream().flatMap(run -> state.history.stream().filter(change -> isNews(run, change)))
            .filter(change -> change.life().id().compareTo(afterId) > 0).limit(most).collect(Collectors.toList());
    }

    private boolean isNews(RunRow run, Changed change) {
        var relation = state.relations.find(change.relation());
        if (relation == null || !relation.link.equals(run.link) || change.life().id().compareTo(run.certificate.mark) <= 0) return false;
        var judged = run.certificate.records.get(relation.id);
        return judged == null || change.life().id().compareTo(judged.lastLife()) > 0;
    }
}

package nl.koppelwerk.systems;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.mapping.Line;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/**
 * What a vendor says against a write, as reasons: of its error document, or, where none comes, the status alone. Values are masked.
 *
 * @param lines    of the table that the write was made with
 * @param resource the wire record that was written
 * @param phrasing how this vendor's error documents are read
 */
public record Complaints(List<Line> lines, String resource, PartKey part, Phrasing phrasing) {

    /** For calls that send no fields. */
    public static final Complaints NONE = new Complaints(List.of(), "", PartKey.ROOT, new UsualPhrasing());

    public static Complaints of(Optional<RecordMapping> table, String resource, PartKey part) {
        return new Complaints(table.map(RecordMapping::lines).orElse(List.of()), resource, part, NONE.phrasing());
    }

    public Complaints in(Phrasing vendors) { return new Complaints(lines, resource, part, vendors); }

    /** It is not the content that the vendor refuses, but the account. */
    boolean denies(Reply reply) { return reply.json().filter(phrasing::denies).isPresent(); }

    List<Reason> reasons(String label, Call call, Reply reply) {
        var mask = Mask.of(call.body());
        var named = reply.json().map(phrasing::complaints).orElse(List.of());
        var status = "HTTP " + reply.status();
        if (named.isEmpty()) return List.of(reason(label, "", status));
        return named.stream().map(complaint -> complaint.known().map(known -> known(label, complaint.code(), known))
            .orElseGet(() -> reason(label, complaint.pointer(), complaint.sentence().isBlank() ? status : said(complaint, mask)))).toList();
    }

    private Reason known(String label, String code, CodeBook.Entry known) {
        var reason = known.reason(label, code);
        return known.field().map(field -> reason.about(part.subject(field))).orElse(reason);
    }

    /** What the account lacks under a refusal of it; empty where the vendor does not say. */
    String denial(Reply reply) { return phrasing.denial(reply.status(), reply.json().orElseGet(MissingNode::getInstance)); }

    Optional<Answer> meaning(Reply reply) { return phrasing.meaning(reply.status(), reply.json().orElseGet(MissingNode::getInstance)); }

    /** The status speaks of rights, the words of too many calls. */
    boolean throttles(Reply reply) { return reply.json().filter(phrasing::throttles).isPresent(); }

    /** In the form of the header {@code Retry-After}, which goes before; empty where neither says. */
    String wait(Reply reply) {
        var header = reply.header("retry-after");
        return header.isBlank() ? reply.json().map(phrasing::wait).orElse("") : header;
    }

    /** The first of them in words, without subject. */
    String sentence(Call call, Reply reply) {
        return reply.json().map(phrasing::complaints).flatMap(all -> all.stream().findFirst()).map(first -> said(first, Mask.of(call.body())))
            .filter(text -> !text.isBlank()).orElse("HTTP " + reply.status());
    }

    private static String said(Phrasing.Complaint complaint, Mask mask) {
        var masked = mask.over(complaint.sentence());
        return complaint.code().isEmpty() || masked.contains(complaint.code()) ? masked : masked + " (" + complaint.code() + ")";
    }

    private Reason reason(String label, String pointer, String answer) {
        return new Reason(ReasonCode.VENDOR_REFUSED, subject(pointer), Map.of("system", label, "answer", answer));
    }

    /** The canonical field behind a pointer of the vendor; empty where the table has none. */
    private String subject(String pointer) {
        var member = pointer.startsWith("/") ? pointer.substring(1) : pointer;
        var path = resource.isEmpty() ? member : resource + "/" + member;
        return line(path).or(() -> line(path.replaceFirst("/.*", ""))).or(() -> line(resource))
            .map(line -> part.subject(line.field())).orElse("");
    }

    private Optional<Line> line(String path) {
        return path.isEmpty() ? Optional.empty() : lines.stream().filter(line -> line.isAt(path)).findFirst();
    }
}

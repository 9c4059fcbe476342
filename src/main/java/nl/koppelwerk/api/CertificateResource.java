package nl.koppelwerk.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import nl.koppelwerk.ledger.Certificates;
import nl.koppelwerk.ledger.Offices.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The last certificate of a link, and what changed since; a vendor is asked nothing here. */
@Path("/api/v1")
@Tag(name = "Certificates")
public class CertificateResource {

    @Inject Access access;
    @Inject Certificates certificates;

    @GET
    @Path("links/{link}/certificate")
    @Operation(operationId = "getCertificate", summary = "The last certificate: how many pairs are equal as read, except how many, with the moments of both readings.")
    public CertificateView get(String link) {
        access.link(link, Role.VIEWER);
        return certificates.last(link).map(CertificateView::of).orElseThrow(() -> Refusal.notFound("certificate"));
    }

    @GET
    @Path("links/{link}/certificate/exceptions")
    @Operation(operationId = "listCertificateExceptions", summary = "Every relation that is not simply equal in the last certificate, and why; no values.")
    public Page<CertificateView.Exception> exceptions(String link, @BeanParam Cursor cursor,
            @Parameter(description = "differs, unread, repaired or unpaired; all where it is left out.") @QueryParam("kind") String kind) {
        access.link(link, Role.VIEWER);
        var wanted = kind == null || kind.isEmpty() ? null : CertificateView.Exception.kind(kind);
        return cursor.page(certificates.exceptions(link, wanted, cursor.after(), cursor.most() + 1), Certificates.Excepted::relation,
            one -> CertificateView.Exception.of(one, access.wording()));
    }

    /** A value that the last certificate did not know yet. */
    record Change(String relation, HistoryRow value) {}

    @GET
    @Path("links/{link}/certificate/changes")
    @Operation(operationId = "listCertificateChanges", summary = "Every value that was seen or written after the last certificate had read its relation, oldest first; no vendor is asked.")
    public Page<Change> changes(String link, @BeanParam Cursor cursor) {
        var masking = access.masking(access.link(link, Role.VIEWER).office());
        return cursor.page(certificates.changes(link, cursor.after(), cursor.most() + 1), changed -> changed.life().id(),
            changed -> new Change(changed.relation(), HistoryRow.of(changed.life(), masking)));
    }
}

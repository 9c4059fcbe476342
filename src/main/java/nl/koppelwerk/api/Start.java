package nl.koppelwerk.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The run that is wanted; a member that is none of its kind's is refused. */
record Start(@Schema(required = true, description = "What the run does; an import begins with a file.", enumeration = {"initial", "periodic", "full", "sample", "preview", "checklist", "export", "backup", "restore"}) String kind,
             @Schema(description = "Only for a full run: it ends with a certificate of the link. It creates and updates as any full run does.") Boolean verify,
             @Schema(description = "Only for a restore, which needs it: the moment to which it goes back.") Instant at,
             @Schema(description = "Only for a restore: the id of the relation that alone is meant; left out for the whole link.") String relation,
             @Schema(description = "Only for a restore: the field that alone is meant, such as phone, of one relation or of all; left out for every field.") String field,
             @Schema(description = "Only for a sample, which needs it: after how many relations it ends.", minimum = "1", maximum = "1000") Integer size,
             @Schema(description = "Only for a preview: names of the taskflows whose customers are meant; left out for all customers.") List<String> taskflows) {}

package org.commonwright.fabrication.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.workshop.Envelope;
import org.commonwright.fabrication.workshop.Requirement;
import org.commonwright.model.ContentId;
import org.commonwright.model.Quantity;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// `job.planned`: some pieces of one part, made from one file.
///
/// @param by fingerprint of the one who ordered and planned
/// @param order the order's id
/// @param home URL of the repository where claims are made
/// @param part the part's name in its bill of materials
/// @param module the folder of that bill of materials
/// @param design name of the repository that the file is in: the ordered design, or one that it takes modules from
/// @param commit the commit of that repository
/// @param file the fabrication file, from the root of that commit
/// @param sha256 the hash of the file's bytes
/// @param process common name of the process
/// @param materialEach how much material one piece takes; null when the design does not say
/// @param quantity pieces to make; one run makes one
/// @param licence the verdict of the order: `verdict`, `licence`, `clause`, `code`
public record JobSpec(String by, String order, String home, String part, String module, String design, String commit,
        RepoPath file,
        ContentId sha256, String process, String material, Envelope envelope, @Nullable Double toleranceMm,
        @Nullable Quantity materialEach, long quantity, String need, String due, JsonNode licence) {
    public static final String KIND = "job.planned";

    /// The job's name: what it says, hashed. A record whose name is not this was tampered with.
    public String id() {
        return Body.nameOf(content());
    }

    public Requirement requirement() {
        return new Requirement(process, material, envelope, toleranceMm);
    }

    public ObjectNode toBody() {
        return content().put("job", id());
    }

    private ObjectNode content() {
        ObjectNode body = Body.create().put("by", by).put("order", order).put("home", home).put("part", part)
                .put("module", module)
                .put("design", design).put("commit", commit).put("file", file.text()).put("sha256", sha256.hex())
                .put("process", process)
                .put("material", material).put("quantity", quantity).put("need", need).put("due", due);
        body.putArray("envelope_mm").add(Body.decimal(envelope.x())).add(Body.decimal(envelope.y()))
                .add(Body.decimal(envelope.z()));
        if (toleranceMm != null) {
            body.put("tolerance_mm", Body.decimal(toleranceMm));
        }
        if (materialEach != null) {
            body.putObject("material_each").put("number", materialEach.number().toPlainString()).put("unit",
                    materialEach.unit().symbol());
        }
        ObjectNode verdict = body.putObject("licence");
        for (String field : new String[]{"verdict", "licence", "clause", "code"}) {
            verdict.put(field, licence.path(field).asText());
        }
        return body;
    }

    /// @throws Fault `fabrication.record-field`, `fabrication.record-version`,
    ///         `fabrication.job-forged` when the name is not that of the content
    public static JobSpec of(JsonNode node) {
        Body body = Body.of(node);
        String file = body.text("file");
        if (file.isEmpty() || !RepoPath.isSafe(file)) {
            throw body.bad("file");
        }
        String hash = body.text("sha256");
        if (!hash.matches("[0-9a-f]{64}")) {
            throw body.bad("sha256");
        }
        JsonNode size = node.path("envelope_mm");
        var envelope = new Envelope(body.millimetres(size.path(0), "envelope_mm"),
                body.millimetres(size.path(1), "envelope_mm"), body.millimetres(size.path(2), "envelope_mm"));
        JsonNode tolerance = node.path("tolerance_mm");
        var spec = new JobSpec(body.text("by"), body.text("order"), body.text("home"), body.text("part"),
                body.text("module"),
                body.text("design"), commit(body), new RepoPath(file), new ContentId(hash), body.text("process"),
                body.text("material"), envelope,
                tolerance.isMissingNode() ? null : (Double) body.millimetres(tolerance, "tolerance_mm"),
                node.has("material_each") ? body.amount("material_each") : null,
                body.positive("quantity"), body.textOrEmpty("need"), body.textOrEmpty("due"),
                body.small("licence"));
        if (!spec.id().equals(body.job())) {
            throw new Fault("fabrication.job-forged", body.job());
        }
        return spec;
    }

    private static String commit(Body body) {
        String commit = body.text("commit");
        if (!commit.matches("[0-9a-f]{40}")) {
            throw body.bad("commit");
        }
        return commit;
    }
}

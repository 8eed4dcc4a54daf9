package org.commonwright.cli.shape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages.Key;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshComparer;
import org.commonwright.mesh.MeshComparison;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.mesh.MeshReader;
import org.commonwright.mesh.MeshWords;
import org.commonwright.model.Bounds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mesh info` and `mesh diff`: a part's shape, and what became of it.
@Command(name = "mesh", description = "Meshes: measure a part, compare two revisions of it.")
public final class MeshCommand implements NounCommand {
    private final CliContext context;

    public MeshCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "info", description = "Triangles, size, volume, area of a mesh, and whether it is closed.")
    int info(@Parameters(paramLabel = "FILE") Path file, @Option(names = "--json") boolean json,
            @Option(names = "--picture", paramLabel = "PNG", description = "also draw it") @Nullable Path picture) {
        Mesh mesh = MeshReader.read(file, context.progress());
        MeshMeasures measures = MeshMeasures.of(mesh);
        if (picture != null) {
            new Pictures().mesh(mesh, picture);
        }
        if (json) {
            context.json(ShapeJson.mesh(mesh.format().id(), mesh.bounds(), measures));
        } else {
            say(String.valueOf(file.getFileName()), mesh, measures);
        }
        return Exit.DONE;
    }

    @Command(name = "diff", description = "What became of a part: identical, re-exported, moved, mirrored, scaled or reshaped, by how much and where.")
    int diff(@Parameters(paramLabel = "A") Path a, @Parameters(paramLabel = "B") Path b,
            @Option(names = "--json") boolean json,
            @Option(names = "--picture", paramLabel = "PNG", description = "also draw B, coloured by its distance to A") @Nullable Path picture) {
        Mesh before = MeshReader.read(a, context.progress());
        Mesh after = MeshReader.read(b, context.progress());
        MeshComparison c = MeshComparer.compare(before, after, context.progress());
        if (picture != null) {
            new Pictures().change(before, after, picture, context.progress());
        }
        if (json) {
            context.json(node(before, after, c));
        } else {
            say(String.valueOf(a.getFileName()), before, c.before());
            say(String.valueOf(b.getFileName()), after, c.after());
            context.say("mesh.says-verdict", Key.of("mesh.verdict-" + c.verdict().id()),
                    context.formats().number(c.deviation(), 3));
            MeshWords.scaling(c.scaledBy()).ifPresent(key -> context.say(key.key(), key.arguments().toArray()));
            MeshWords.mirroring(c, context.formats())
                    .forEach(key -> context.say(key.key(), key.arguments().toArray()));
            MeshWords.regions(c.regions(), context.formats())
                    .forEach(key -> context.say(key.key(), key.arguments().toArray()));
        }
        return Exit.DONE;
    }

    private static ObjectNode node(Mesh before, Mesh after, MeshComparison c) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("before", ShapeJson.mesh(before.format().id(), before.bounds(), c.before()));
        node.set("after", ShapeJson.mesh(after.format().id(), after.bounds(), c.after()));
        MeshJson.comparison(node, c);
        return node;
    }

    private void say(String name, Mesh mesh, MeshMeasures m) {
        Formats f = context.formats();
        Bounds b = mesh.bounds();
        context.say("mesh.says-mesh", name, m.triangles(), f.number(b.sizeX(), 2), f.number(b.sizeY(), 2),
                f.number(b.sizeZ(), 2), f.number(m.volume() / 1000, 3), f.number(m.area() / 100, 2));
        MeshWords.health(m, context.formats()).forEach(key -> context.say("mesh.says-of", name, key));
    }
}

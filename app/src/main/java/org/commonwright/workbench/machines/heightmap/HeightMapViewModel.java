package org.commonwright.workbench.machines.heightmap;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Session;
import org.commonwright.machine.heightmap.CutArea;
import org.commonwright.machine.heightmap.HeightMap;
import org.commonwright.machine.heightmap.HeightMapFile;
import org.commonwright.machine.heightmap.HeightProbing;
import org.commonwright.machine.heightmap.Levelled;
import org.commonwright.machine.heightmap.Leveller;
import org.commonwright.machine.heightmap.MapShelf;
import org.commonwright.machine.heightmap.ProbeDepths;
import org.commonwright.machine.heightmap.ProbeGrid;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.machines.bench.Bench;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// The height map of one machine: probed, opened, saved, taken into the program and out of it again.
public final class HeightMapViewModel {
    private final Session session;
    private final Bench bench;
    private final MapShelf shelf;
    private final Tasks tasks;
    private final Executor window;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<@Nullable Named> map = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> probing = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<@Nullable Applied> applied = new ReadOnlyObjectWrapper<>();
    private @Nullable TaskHandle task;

    /// A map and what it is called.
    ///
    /// @param saved whether it is in a file
    public record Named(String name, HeightMap map, boolean saved) {}

    /// A program that a map was taken into, and what it was before.
    public record Applied(Program original, Levelled levelled) {}

    /// @param window runs what is to be shown on the window's thread
    public HeightMapViewModel(Session session, Bench bench, MapShelf shelf, Tasks tasks, Executor window,
            Notices notices) {
        this.session = session;
        this.bench = bench;
        this.shelf = shelf;
        this.tasks = tasks;
        this.window = window;
        this.notices = notices;
        bench.program().subscribe(this::shown);
    }

    /// Null before anything was probed or opened.
    public ReadOnlyObjectProperty<@Nullable Named> map() {
        return map.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Boolean> probing() {
        return probing.getReadOnlyProperty();
    }

    /// Null while the program is as it was written.
    public ReadOnlyObjectProperty<@Nullable Applied> applied() {
        return applied.getReadOnlyProperty();
    }

    Bench bench() {
        return bench;
    }

    /// Where the loaded program would be probed.
    ///
    /// @throws Fault when no program is loaded, or it gives no grid
    ProbeGrid grid(double step) {
        return ProbeGrid.over(CutArea.of(program()), step);
    }

    private Program program() {
        Program program = bench.program().getValue();
        if (program == null) {
            throw new Fault("heightmap.no-program");
        }
        return program;
    }

    /// Probes anew.
    void probe(ProbeGrid grid, ProbeDepths depths) {
        var origin = new HeightMap.Origin(session.info().firmware() + " " + session.info().version(),
                program().name(), InstantSource.system().instant().toString());
        probe(HeightMap.empty(grid, origin), name(program()), depths);
    }

    /// Probes what the map still lacks.
    void goOn(ProbeDepths depths) {
        Named now = map.get();
        if (now != null && !now.map().isComplete()) {
            probe(now.map(), now.name(), depths);
        }
    }

    private static String name(Program program) {
        return program.name().replaceFirst("\\.[A-Za-z0-9]{1,8}$", "") + HeightMapFile.ENDING;
    }

    private void probe(HeightMap begun, String name, ProbeDepths depths) {
        probing.set(true);
        bench.take();
        map.set(new Named(name, begun, false));
        task = tasks.submit(Messages.Key.of("heightmap.probing", begun.grid().size(), session.name()),
                progress -> new HeightProbing(session, depths).probe(begun,
                        more -> window.execute(() -> map.set(new Named(name, more, false))), progress),
                new TaskListener<HeightMap>() {
                    @Override
                    public void done(HeightMap whole) {
                        ended();
                        map.set(new Named(name, whole, false));
                        notices.say("heightmap.says-probed", whole.known());
                    }

                    @Override
                    public void failed(Fault fault) {
                        ended();
                        notices.fault(fault);
                    }

                    @Override
                    public void cancelled() {
                        ended();
                    }
                });
        if (Boolean.TRUE.equals(probing.get())) {
            bench.cancels(task);
        }
    }

    private void ended() {
        probing.set(false);
        bench.free();
    }

    /// Stops the probing in order and lifts the tool.
    void cancel() {
        if (task != null) {
            task.cancel();
        }
    }

    void open(Path file) {
        tasks.submit(Messages.Key.of("heightmap.opening"), _ -> HeightMapFile.read(file),
                Outcome.of(read -> map.set(new Named(String.valueOf(file.getFileName()), read, true)),
                        notices::fault));
    }

    void save(Path file) {
        Named now = map.get();
        if (now != null) {
            tasks.submit(Messages.Key.of("heightmap.saving"), _ -> {
                HeightMapFile.write(file, now.map());
                return now.map();
            }, Outcome.of(kept -> {
                map.set(new Named(String.valueOf(file.getFileName()), kept, true));
                notices.say("heightmap.says-saved", file);
            }, notices::fault));
        }
    }

    /// Takes the map into the loaded program; the map itself is kept, so that what a journal names can be found.
    void apply() {
        Named now = map.get();
        Program program = bench.program().getValue();
        if (now != null && program != null) {
            tasks.submit(Messages.Key.of("heightmap.levelling", program.name()), progress -> {
                Levelled levelled = Leveller.level(program, now.map(), now.name(),
                        Leveller.clearHeight(now.map()), progress);
                shelf.keep(now.map());
                return new Applied(program, levelled);
            }, Outcome.of(this::applied, notices::fault));
        }
    }

    private void applied(Applied done) {
        applied.set(done);
        bench.show(done.levelled().program());
    }

    /// Puts the program back as it was written.
    void undo() {
        Applied done = applied.get();
        if (done != null) {
            applied.set(null);
            bench.show(done.original());
        }
    }

    /// Another program lies there: nothing was taken into that one.
    private void shown(@Nullable Program program) {
        Applied done = applied.get();
        if (done != null && program != null && !program.hash().equals(done.levelled().program().hash())
                && !program.hash().equals(done.original().hash())) {
            applied.set(null);
        }
    }
}

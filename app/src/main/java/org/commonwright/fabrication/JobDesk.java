package org.commonwright.fabrication;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.commonwright.design.DesignReader;
import org.commonwright.design.DesignReader.Design;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.exchange.Claim;
import org.commonwright.fabrication.exchange.Claimant;
import org.commonwright.fabrication.exchange.Exchange;
import org.commonwright.fabrication.exchange.GitExchange;
import org.commonwright.fabrication.exchange.KnownClaims;
import org.commonwright.fabrication.job.ClaimRecord;
import org.commonwright.fabrication.job.Fact;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobBook;
import org.commonwright.fabrication.job.JobSpec;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.job.OrderRecord;
import org.commonwright.fabrication.order.Order;
import org.commonwright.fabrication.run.JobFiles;
import org.commonwright.fabrication.run.JobRunner;
import org.commonwright.fabrication.run.PieceDecisions;
import org.commonwright.fabrication.run.Resumption;
import org.commonwright.fabrication.run.RunLogs;
import org.commonwright.fabrication.run.RunPlaces;
import org.commonwright.fabrication.workshop.MachineProfile;
import org.commonwright.fabrication.workshop.Match;
import org.commonwright.fabrication.workshop.Workshop;
import org.commonwright.fabrication.workshop.WorkshopFile;
import org.commonwright.git.GitRepository;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.journal.Journals;
import org.commonwright.model.ContentId;
import org.commonwright.record.DeviceRecords;
import org.commonwright.record.Entry;
import org.commonwright.record.NewEntry;
import org.commonwright.record.RecordStore;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;

/// Everything that a person does with orders and jobs in one repository: place, list, claim, run, judge. The window and the
/// command line are faces of this. What is recorded stays here until [#sync] brings it to the others. Not for several
/// threads; close it.
public final class JobDesk implements AutoCloseable {
    private final GitRepository repository;
    private final RecordStore records;
    private final Homes homes;
    private final ClaimCheck claims;
    private final Workspace workspace;
    private final RunPlaces places;
    private final Workshop workshop;
    private final InstantSource clock;

    private JobDesk(GitRepository repository, RecordStore records, AppFolders folders, InstantSource clock) {
        this.repository = repository;
        this.records = records;
        this.homes = new Homes(repository, records);
        this.claims = new ClaimCheck(new KnownClaims(repository), folders.cache().resolve("false-claims"));
        this.workspace = new Workspace(folders.workspace());
        this.places = RunPlaces.of(folders);
        this.workshop = WorkshopFile.in(folders).read();
        this.clock = clock;
    }

    /// @param folder in a clone of the design; its records are kept there
    /// @throws Fault what [GitRepository#open], [DeviceRecords#open] and [WorkshopFile#read] throw
    public static JobDesk open(Path folder, AppFolders folders, InstantSource anyClock) {
        InstantSource clock = () -> anyClock.instant().truncatedTo(ChronoUnit.MILLIS);
        GitRepository repository = GitRepository.open(folder);
        try {
            return new JobDesk(repository, new DeviceRecords(folders, clock).open(repository), folders, clock);
        } catch (Fault fault) {
            repository.close();
            throw fault;
        }
    }

    public Workshop workshop() {
        return workshop;
    }

    public RecordStore records() {
        return records;
    }

    /// The fingerprint that this device signs with.
    public String agent() {
        return records.identity().agent().fingerprint();
    }

    /// Where orders of this repository are at home when nobody says otherwise: at the remote named `home`, else where it
    /// was cloned from, else in itself.
    public String home() {
        return homes.own();
    }

    /// An address as records keep it: what is a folder here, by its whole path.
    public static String address(String written) {
        return Homes.address(written);
    }

    /// The module that a folder of the work tree is; empty for the whole design.
    public String moduleOf(Path folder) {
        Path root = Path.of(address(repository.folder().toString()));
        Path at = Path.of(address(folder.toAbsolutePath().toString()));
        return repository.isBare() || !at.startsWith(root) ? "" : root.relativize(at).toString().replace('\\', '/');
    }

    /// Whether files here differ from the last commit, so that an order of it is not an order of what is seen.
    public boolean hasChanges() {
        return !repository.isBare() && !repository.workTree().status().isClean();
    }

    /// All orders and jobs that the records here know of.
    public JobBook book() {
        return JobBook.of(facts(), clock.instant(), claims);
    }

    private List<Fact> facts() {
        return records.read().entries().stream().map(Fact::of).toList();
    }

    /// Exchanges records with every home that this repository has to do with, and brings there what was ordered.
    ///
    /// Records of claims are held against what the homes say.
    public Exchanged sync(Progress progress) {
        var reached = new LinkedHashSet<String>();
        Exchanged exchanged = homes.sync(book(), reached, progress);
        var aside = new ArrayList<>(exchanged.setAside());
        aside.addAll(claims.ask(reached, book(), facts(), progress));
        return new Exchanged(exchanged.away(), aside);
    }

    /// The design of this repository, as it is in a commit.
    ///
    /// @param revision a branch, a tag, an id
    /// @throws Fault what [DesignReader#read] throws
    public Design design(String revision) {
        return new DesignReader(workspace).read(repository.folder(), revision);
    }

    /// Records an order and its jobs, in one pack: all or none.
    ///
    /// @return the entries, the order's first
    public List<Entry> place(Order order) {
        var entries = new ArrayList<NewEntry>();
        entries.add(new NewEntry(OrderRecord.KIND, order.record().toBody()));
        order.jobs().forEach(job -> entries.add(new NewEntry(JobSpec.KIND, job.toBody())));
        return records.append(entries);
    }

    /// Now, as records have it.
    public Instant now() {
        return clock.instant();
    }

    /// The machine of this workshop that is to do the job: the one that is named, else the first that can.
    ///
    /// @param named empty for any
    /// @throws Fault `fabrication.no-machine` with the reasons, `fabrication.machine-missing`, `fabrication.no-machines`
    public MachineProfile machine(Job job, String named) {
        if (!named.isEmpty()) {
            workshop.machine(named).orElseThrow(() -> new Fault("fabrication.machine-missing", named, workshop.name()));
        }
        List<Match> matches = Match.all(workshop, job.spec().requirement()).stream()
                .filter(m -> named.isEmpty() || m.machine().name().equals(named)).toList();
        return matches.stream().filter(Match::fits).map(Match::machine).findFirst()
                .orElseThrow(() -> matches.isEmpty()
                        ? new Fault("fabrication.no-machines", workshop.name(), job.spec().part())
                        : new Fault("fabrication.no-machine", job.spec().part(), matches.getFirst().machine().name(),
                                matches.getFirst().refusals().getFirst().reason()));
    }

    /// Claims a job for a machine of this workshop.
    ///
    /// @return the record of the claim
    /// @throws Fault what [Exchange#claim] throws, `fabrication.job-finished` when there is nothing left to make
    public Entry claim(Job job, MachineProfile machine, Duration lease) {
        if (job.status() == JobStatus.DONE) {
            throw new Fault("fabrication.job-finished", job.abbreviated());
        }
        var claimant = new Claimant(agent(), workshop.name(), machine.name());
        Claim claim = exchange(job).claim(job.id(), claimant, lease);
        var record = new ClaimRecord(job.id(), claim.epoch(), claim.holder().workshop(), claim.holder().machine(),
                claim.leaseUntil());
        return records.read().ofKind(ClaimRecord.KIND)
                .filter(e -> e.author().equals(records.identity().agent()) && e.body().equals(record.toBody()))
                .findFirst()
                .orElseGet(() -> records.append(ClaimRecord.KIND, record.toBody(), new ContentId(job.entry())));
    }

    /// The port of the machine that a job is claimed for; of the first that can do it when nobody has claimed it.
    ///
    /// @throws Fault what [#machine] throws, `machine.bad-port`
    public Port port(Job job) {
        ClaimRecord claim = job.claim();
        return Port.parse(machine(job, claim == null ? "" : claim.machine()).port());
    }

    /// Logs of runs, wherever they were made.
    public RunLogs logs() {
        return new RunLogs(records, places);
    }

    /// Runs one piece of a job that this workshop has claimed.
    ///
    /// @throws Fault `fabrication.not-claimed`, `fabrication.job-was-started` or `fabrication.job-interrupted` when an
    ///         earlier run needs a person's decision,
    ///         `fabrication.job-finished`, `fabrication.file-changed`, and what [JobRunner#run] throws
    public JobRunner.Ended run(Job job, JobRunner.Access access, Progress progress) throws InterruptedException {
        ClaimRecord claim = job.claim();
        switch (job.status()) {
            case DONE -> throw new Fault("fabrication.job-finished", job.abbreviated());
            case RUNNING, UNKNOWN -> throw started(job);
            case OPEN, CLAIMED, SCRAP -> {
            }
        }
        if (claim == null || job.status() == JobStatus.OPEN || !job.claimant().equals(agent())) {
            throw new Fault("fabrication.not-claimed", job.abbreviated());
        }
        var program = new JobFiles(repository, workspace.near(repository.folder())).program(job.spec(), progress);
        var runner = new JobRunner(places, records, exchange(job), clock);
        return runner.run(new JobRunner.Piece(job, program, claim.machine()), access, progress);
    }

    /// As [#run(Job, JobRunner.Access, Progress)], on a port that is opened for the run.
    public JobRunner.Ended run(Job job, Port port, Machines machines, Progress progress) throws InterruptedException {
        return run(job, new JobRunner.Access.At(port, machines), progress);
    }

    /// Why a started job is not run again: it was interrupted here, or whatever its records say.
    private Fault started(Job job) {
        boolean here = Journals.unfinished(places.journals()).stream().anyMatch(j -> j.head().job().equals(job.id()));
        return here && job.status() == JobStatus.RUNNING
                ? new Fault("fabrication.job-interrupted", job.abbreviated())
                : new Fault("fabrication.job-was-started", job.abbreviated(), job.reason());
    }

    /// How the interrupted piece of a job could go on, for a person to look at.
    ///
    /// @throws Fault what [Resumption] says
    public Resumption resumption(Job job) {
        return Resumption.of(job, places);
    }

    /// Goes on with an interrupted piece, after a person has looked at the machine and at the plan.
    ///
    /// @throws Fault `fabrication.not-claimed`, and what [JobRunner#run] throws
    public JobRunner.Ended resume(Job job, Resumption resumption, JobRunner.Access access, Progress progress)
            throws InterruptedException {
        ClaimRecord claim = job.claim();
        if (claim == null || !job.claimant().equals(agent())) {
            throw new Fault("fabrication.not-claimed", job.abbreviated());
        }
        resumption.settle(job, places, records, clock);
        var runner = new JobRunner(places, records, exchange(job), clock);
        return runner.run(new JobRunner.Piece(job, resumption.program(), claim.machine()), access, progress);
    }

    /// As [#resume(Job, Resumption, JobRunner.Access, Progress)], on a port that is opened for the run.
    public JobRunner.Ended resume(Job job, Resumption resumption, Port port, Machines machines, Progress progress)
            throws InterruptedException {
        return resume(job, resumption, new JobRunner.Access.At(port, machines), progress);
    }

    /// Declares the last piece scrap.
    public Entry scrap(Job job, String reason) {
        return new PieceDecisions(places, records, clock).scrap(job, reason);
    }

    /// Gives the job back.
    public Entry release(Job job, String reason) {
        return new PieceDecisions(places, records, clock).release(job, exchange(job), reason);
    }

    private Exchange exchange(Job job) {
        return new GitExchange(repository, job.spec().home(), records.identity(), clock);
    }

    @Override
    public void close() {
        workspace.close();
        repository.close();
    }
}

package org.commonwright.review.comment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.Edit;
import org.commonwright.bom.edit.SpreadsheetCsv;
import org.commonwright.bom.read.OpenedBom;
import org.commonwright.design.DesignBoms;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.CommitTree;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.record.RecordStore;
import org.commonwright.review.file.SafeText;
import org.commonwright.task.Progress;

/// Makes what was suggested true: one commit on the branch that is reviewed, whoever suggested it named in it, and the thread is
/// resolved. What changed since it was suggested is never overwritten.
public final class Suggestions {
    private final GitRepository repository;
    private final RecordStore records;
    private final InstantSource clock;

    public Suggestions(GitRepository repository, RecordStore records, InstantSource clock) {
        this.repository = repository;
        this.records = records;
        this.clock = clock;
    }

    /// Whether a branch is one that this repository can move.
    public static boolean isHere(GitRepository repository, String branch) {
        return !branch.startsWith("refs/remotes/") && !branch.contains("#")
                && repository.refs().get(full(branch)).isPresent();
    }

    static String full(String branch) {
        return branch.startsWith("refs/heads/") ? branch : "refs/heads/" + branch;
    }

    /// @param branch of this repository, by its short or its full name
    /// @return the commit
    /// @throws Fault `comments.nothing-suggested`; `comments.not-here` for a branch of another repository; `comments.stale` when what
    ///         it is about has changed; `comments.not-a-table`, `comments.large-file`, `comments.line-long`; `git.moved`; when
    ///         uncommitted work would be overwritten
    public CommitId apply(CommentThread thread, Remark remark, String branch) {
        String ref = ref(branch);
        CommitId head = repository.require(ref);
        Changed changed = changed(thread, remark, head);
        CommitId commit = repository.commits().write(new CommitDraft(person(), clock.instant(), message(thread, remark))
                .on(head).put(changed.at().path(), changed.bytes()));
        String name = ref.substring("refs/heads/".length());
        if (!repository.isBare() && repository.currentBranch().filter(name::equals).isPresent()) {
            repository.workTree().advance(Optional.of(head), commit);
        } else if (!repository.refs().update(ref, Optional.of(head), commit)) {
            throw new Fault("git.moved", repository.folder());
        }
        if (thread.isOpen()) {
            new CommentDesk(records).resolve(thread, Optional.of(commit));
        }
        return commit;
    }

    /// A file as it would be.
    private record Changed(Anchor at, byte[] bytes) {}

    private Changed changed(CommentThread thread, Remark remark, CommitId head) {
        String instead = remark.suggestion().orElseThrow(() -> new Fault("comments.nothing-suggested"));
        Placement place = new Places(repository, head, Progress.NONE).of(thread);
        if (place.state() != Placement.State.KEPT) {
            throw new Fault("comments.stale", place.said().orElseThrow());
        }
        CommitTree tree = repository.tree(head);
        byte[] raw = repository.blob(place.now().blob(), Places.LARGEST_TEXT);
        if (LfsPointer.of(raw).isPresent()) {
            throw new Fault("comments.large-file", place.now().path());
        }
        byte[] bytes = switch (place.now()) {
            case Anchor.Line line -> lines(raw, line, instead);
            case Anchor.Cell cell -> cell(tree, cell, instead);
            case Anchor.Module _,Anchor.File _,Anchor.Point _,Anchor.Picture _ ->
                throw new Fault("comments.nothing-suggested");
        };
        return new Changed(place.now(), bytes);
    }

    /// Other lines keep their bytes; new ones end as the first that they replace.
    private static byte[] lines(byte[] raw, Anchor.Line at, String instead) {
        int from = begin(raw, at.line() - 1);
        int to = begin(raw, at.line() - 1 + at.quote().size());
        boolean cut = at.quote().stream().anyMatch(line -> line.length() >= QuotedLine.LONGEST - 1);
        if (cut || at.quote().stream().anyMatch(line -> line.indexOf('\ufffd') >= 0)) {
            throw new Fault("comments.line-long", at.path(), at.line());
        }
        int first = begin(raw, at.line());
        String end = first > from + 1 && raw[first - 1] == '\n' && raw[first - 2] == '\r' ? "\r\n" : "\n";
        boolean ended = to > from && raw[to - 1] == '\n';
        var out = new ByteArrayOutputStream();
        out.write(raw, 0, from);
        String text = String.join(end, instead.lines().toList());
        out.writeBytes((instead.isEmpty() || !ended ? text : text + end).getBytes(StandardCharsets.UTF_8));
        out.write(raw, to, raw.length - to);
        return out.toByteArray();
    }

    /// Where a line begins, from 0; the end of the text for those behind the last.
    private static int begin(byte[] raw, int line) {
        int at = 0;
        for (int seen = 0; seen < line && at < raw.length; at++) {
            seen += raw[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    /// Whether a spreadsheet would run what is suggested for a cell. The design's own file holds it as it is written, like every cell;
    /// whoever applies it is told.
    public static boolean isFormula(Anchor at, String instead) {
        return at instanceof Anchor.Cell && !SpreadsheetCsv.harmless(instead).equals(instead);
    }

    private static byte[] cell(CommitTree tree, Anchor.Cell cell, String instead) {
        if (!(DesignBoms.open(tree, cell.path(), cell.path().text()) instanceof OpenedBom.Table table)) {
            throw new Fault("comments.not-a-table", cell.path());
        }
        BomDocument document = BomDocument.of(table);
        int line = document.lineAt(cell.row());
        int column = document.columns().indexOf(cell.column());
        if (line < 0 || column < 0 || !document.cell(line, column).equals(cell.value())) {
            throw new Fault("comments.stale", Messages.Key.of("comments.row-twice", cell.part()));
        }
        return document.apply(new Edit.SetCell(line, column, instead)).bytes();
    }

    private String ref(String branch) {
        if (!isHere(repository, branch)) {
            throw new Fault("comments.not-here", branch);
        }
        return full(branch);
    }

    private String message(CommentThread thread, Remark remark) {
        Person by = remark.by().person();
        String said = remark.text().lines().findFirst().map(String::strip).orElse("");
        String title = "Apply a suggestion to " + thread.anchor().path();
        String coAuthor = by.equals(person()) || !isTrailer(by) ? "" : "\nCo-authored-by: " + by + "\n";
        // Quoted, so that no line of a stranger's is read as one of the commit's own, such as another author.
        return title + "\n" + (said.isEmpty() ? "" : "\n> " + SafeText.of(said) + "\n") + coAuthor;
    }

    private static boolean isTrailer(Person person) {
        return (person.name() + person.email()).chars()
                .noneMatch(c -> Character.isISOControl(c) || c == '<' || c == '>');
    }

    private Person person() {
        return records.identity().person();
    }
}

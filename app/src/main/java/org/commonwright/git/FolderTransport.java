package org.commonwright.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonwright.task.Threads;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.BasePackPushConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackTransport;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UploadPack;
import org.jspecify.annotations.Nullable;

/// Git's own protocol with a repository in a folder of this machine, both ends in this process. JGit's own prints what goes
/// wrong at the other end to the terminal and tells the caller only that it hung up; here the caller hears it. A ref that
/// points to an object that is not there is not offered, as `git` does not either.
final class FolderTransport extends Transport implements PackTransport {
    /// All that a client says before it listens again.
    private static final int BUFFER = 64 << 10;

    private final GuardedRepository theirs;

    private FolderTransport(Repository ours, URIish uri, GuardedRepository theirs) {
        super(ours, uri);
        this.theirs = theirs;
    }

    /// @return null when `uri` is not a folder with a repository
    static @Nullable FolderTransport open(GuardedRepository ours, URIish uri) {
        GuardedRepository theirs = FolderRemote.repository(ours, uri);
        return theirs == null ? null : new FolderTransport(ours, uri, theirs);
    }

    @Override
    public FetchConnection openFetch() throws TransportException {
        return new Fetch(this);
    }

    @Override
    public PushConnection openPush() throws TransportException {
        return new Push(this);
    }

    @Override
    public void close() {
        theirs.close();
    }

    private Map<String, Ref> offered(Map<String, Ref> refs) {
        var offered = new TreeMap<String, Ref>();
        for (Ref ref : refs.values()) {
            if (ref.getObjectId() != null && theirs.getObjectDatabase().has(ref.getObjectId())) {
                offered.put(ref.getName(), ref);
            }
        }
        return offered;
    }

    /// What the other end does with its two pipes.
    @FunctionalInterface
    private interface Service {
        void serve(InputStream in, OutputStream out) throws IOException;
    }

    /// The other end, on a thread of its own.
    private static final class OtherEnd {
        final InputStream read;
        final OutputStream write;
        private final FolderWires wires = new FolderWires(BUFFER);
        private final Thread thread;
        private volatile @Nullable IOException failure;

        OtherEnd(Service service) {
            OutputStream said = wires.back().in();
            read = wires.back().out();
            write = wires.there().in();
            InputStream heard = wires.there().out();
            thread = Threads.named("git-folder", () -> {
                try (said; heard) {
                    service.serve(heard, said);
                } catch (IOException e) {
                    failure = e;
                } catch (RuntimeException e) {
                    failure = new IOException(e);
                }
            });
            thread.start();
        }

        /// @return what the other end met, else what was met here
        /// @throws Fault for what could not be sent, because it is missing or damaged here
        TransportException why(Repository ours, URIish uri, TransportException here) {
            await();
            if (wires.stuck()) {
                for (Throwable unsent : here.getSuppressed()) {
                    if (unsent.getCause() instanceof IOException cause) {
                        throw GitIo.fault(ours.isBare() ? ours.getDirectory() : ours.getWorkTree(), cause);
                    }
                }
            }
            IOException there = failure;
            return there == null ? here : new TransportException(uri, String.valueOf(there.getMessage()), there);
        }

        void await() {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Fetch extends BasePackFetchConnection {
        private final OtherEnd other;

        Fetch(FolderTransport transport) throws TransportException {
            super(transport);
            other = new OtherEnd((in, out) -> {
                try (var pack = new UploadPack(transport.theirs)) {
                    pack.setRefFilter(transport::offered);
                    pack.uploadWithExceptionPropagation(in, out, null);
                }
            });
            init(other.read, other.write);
            try {
                readAdvertisedRefs();
            } catch (TransportException e) {
                close();
                throw other.why(transport.local, transport.getURI(), e);
            }
        }

        @Override
        protected void doFetch(ProgressMonitor monitor, Collection<Ref> want, Set<ObjectId> have, OutputStream out)
                throws TransportException {
            try {
                super.doFetch(monitor, want, have, out);
            } catch (TransportException e) {
                close();
                throw other.why(local, uri, e);
            }
        }

        @Override
        public void close() {
            super.close();
            other.await();
        }
    }

    private static final class Push extends BasePackPushConnection {
        private final OtherEnd other;

        Push(FolderTransport transport) throws TransportException {
            super(transport);
            other = new OtherEnd((in, out) -> {
                var pack = new ReceivePack(transport.theirs);
                pack.receiveWithExceptionPropagation(in, out, OutputStream.nullOutputStream());
            });
            init(other.read, other.write);
            try {
                readAdvertisedRefs();
            } catch (TransportException e) {
                close();
                throw other.why(transport.local, transport.getURI(), e);
            }
        }

        @Override
        protected void doPush(ProgressMonitor monitor, Map<String, RemoteRefUpdate> updates, OutputStream out)
                throws TransportException {
            try {
                super.doPush(monitor, updates, out);
            } catch (TransportException e) {
                close();
                throw other.why(local, uri, e);
            }
        }

        @Override
        public void close() {
            super.close();
            other.await();
        }
    }
}

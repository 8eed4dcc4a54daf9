package org.commonwright.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.RemoteSession2;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/// SSH sessions in which every wait is watched, from connecting to the last answer.
final class WatchedSsh extends SshSessionFactory {
    private final SshSessionFactory sessions;
    private final WireWatch watch;

    /// @param watch of one exchange: it ends when the session is given back
    WatchedSsh(SshSessionFactory sessions, WireWatch watch) {
        this.sessions = sessions;
        this.watch = watch;
    }

    @Override
    public RemoteSession getSession(URIish uri, @Nullable CredentialsProvider credentials, FS fs, int milliseconds)
            throws TransportException {
        watch.start();
        boolean open = false;
        try {
            RemoteSession session = watch.await(() -> sessions.getSession(uri, credentials, fs, milliseconds));
            open = true;
            return session instanceof RemoteSession2 second
                    ? new WithEnvironment(second, watch)
                    : new Watched(session, watch);
        } catch (TransportException e) {
            throw e;
        } catch (IOException e) {
            throw new TransportException(uri, String.valueOf(e.getMessage()), e);
        } finally {
            if (!open) {
                watch.close();
            }
        }
    }

    @Override
    public void releaseSession(RemoteSession session) {
        watch.close();
        sessions.releaseSession(session instanceof Watched watched ? watched.session : session);
    }

    @Override
    public String getType() {
        return sessions.getType();
    }

    private static class Watched implements RemoteSession {
        final RemoteSession session;
        final WireWatch watch;

        Watched(RemoteSession session, WireWatch watch) {
            this.session = session;
            this.watch = watch;
        }

        @Override
        public Process exec(String command, int seconds) throws IOException {
            return new WatchedProcess(watch.await(() -> session.exec(command, seconds)), watch);
        }

        @Override
        public void disconnect() {
            session.disconnect();
        }
    }

    private static final class WithEnvironment extends Watched implements RemoteSession2 {
        private final RemoteSession2 second;

        WithEnvironment(RemoteSession2 session, WireWatch watch) {
            super(session, watch);
            this.second = session;
        }

        @Override
        public Process exec(String command, Map<String, String> environment, int seconds) throws IOException {
            return new WatchedProcess(watch.await(() -> second.exec(command, environment, seconds)), watch);
        }
    }

    private static final class WatchedProcess extends Process {
        private final Process process;
        private final WireWatch watch;

        WatchedProcess(Process process, WireWatch watch) {
            this.process = process;
            this.watch = watch;
        }

        @Override
        public OutputStream getOutputStream() {
            OutputStream out = process.getOutputStream();
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[]{(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    watch.write(() -> {
                        out.write(bytes, offset, length);
                        return null;
                    });
                }

                @Override
                public void flush() throws IOException {
                    watch.write(() -> {
                        out.flush();
                        return null;
                    });
                }

                @Override
                public void close() throws IOException {
                    out.close();
                }
            };
        }

        @Override
        public InputStream getInputStream() {
            InputStream in = process.getInputStream();
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    return watch.read(in::read);
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    return watch.read(() -> in.read(bytes, offset, length));
                }

                @Override
                public int available() throws IOException {
                    return in.available();
                }

                @Override
                public void close() throws IOException {
                    in.close();
                }
            };
        }

        @Override
        public InputStream getErrorStream() {
            return process.getErrorStream();
        }

        @Override
        public int waitFor() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public int exitValue() {
            return process.exitValue();
        }

        @Override
        public void destroy() {
            process.destroy();
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }
    }
}

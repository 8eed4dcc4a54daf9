package org.commonwright.bom.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.commonwright.error.Fault;

/// A workbook's zip. All its parts together unfold to at most [#MOST] bytes, and those that a parser holds whole to at most
/// [#MOST_DIRECTORY] each.
final class BoundedZip implements ZipEntrySource {
    static final long MOST = 1L << 28;
    static final long MOST_DIRECTORY = 1L << 20;

    private final String file;
    private final ZipFile zip;
    private long left = MOST;
    private boolean closed;

    /// @throws Fault `bom.workbook-broken`
    BoundedZip(String file, byte[] bytes) {
        this.file = file;
        try {
            zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
        } catch (IOException | IllegalArgumentException e) {
            throw new Fault(e, "bom.workbook-broken", file);
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /// The beginning of a small part, as text.
    Optional<String> text(String name) {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = getInputStream(entry)) {
            return Optional.of(new String(in.readNBytes(200), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Fault(e, "bom.workbook-broken", file);
        }
    }

    /// @throws Fault `bom.workbook-broken` when the part is not there
    InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Fault("bom.workbook-broken", file);
        }
        return getInputStream(entry);
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return Collections.enumeration(Collections.list(zip.getEntries()));
    }

    @Override
    public ZipArchiveEntry getEntry(String path) {
        return zip.getEntry(path.startsWith("/") ? path.substring(1) : path);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        String name = entry.getName();
        boolean directory = name.endsWith(".rels") || name.equals("[Content_Types].xml")
                || name.endsWith("workbook.xml")
                || name.startsWith("docProps/");
        return new Counted(zip.getInputStream(entry), directory ? MOST_DIRECTORY : MOST);
    }

    @Override
    public void close() {
        closed = true;
        try {
            zip.close();
        } catch (IOException e) {
            throw new Fault(e, "bom.workbook-broken", file);
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /// Counts what is unfolded, and stops at the limit.
    private final class Counted extends FilterInputStream {
        private long own;

        private Counted(InputStream in, long most) {
            super(in);
            own = most;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int n = super.read(to, from, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) {
            left -= n;
            own -= n;
            if (left < 0 || own < 0) {
                throw new Fault("bom.workbook-too-large", file);
            }
        }
    }
}

package org.commonwright.design;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.files.FileTree;
import org.commonwright.files.LfsPointer;
import org.commonwright.model.RepoPath;

/// Files that a test writes down.
public final class MemoryTree implements FileTree {
    private final SortedMap<RepoPath, String> files = new TreeMap<>();

    public static MemoryTree of(Map<String, String> files) {
        var tree = new MemoryTree();
        files.forEach(tree::put);
        return tree;
    }

    void put(String path, String text) {
        files.put(new RepoPath(path), text);
    }

    @Override
    public List<RepoPath> files() {
        return List.copyOf(files.keySet());
    }

    @Override
    public List<RepoPath> links() {
        return List.of();
    }

    @Override
    public boolean exists(RepoPath file) {
        return files.containsKey(file);
    }

    @Override
    public long size(RepoPath file) {
        return read(file, Long.MAX_VALUE).length;
    }

    @Override
    public byte[] read(RepoPath file, long limit) {
        String text = files.get(file);
        if (text == null) {
            throw new Fault("files.missing", file, "memory");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<LfsPointer> away(RepoPath file) {
        return Optional.empty();
    }

    @Override
    public String fingerprint(RepoPath file) {
        return Integer.toHexString(files.get(file).hashCode());
    }
}

package org.commonwright.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.Repos;
import org.commonwright.model.Person;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
    private static final Person ADA = new Person("Ada", "ada@example.org");

    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
        AppFolders folders = AppFolders.under(folder);
        Identity first = Identity.open(folders, ADA);
        Identity again = Identity.open(folders, new Person("Other", "other@example.org"));
        assertEquals(first.agent(), again.agent());
        assertEquals(ADA, again.person());
        again.renamed(new Person("Ada L", "ada@example.org"), folders);
        assertEquals("Ada L", Identity.open(folders, ADA).person().name());
        Path key = folders.config().resolve(Identity.KEY_FILE);
        if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        }
        Files.writeString(key, "scrambled");
        assertEquals("record.key-unreadable", assertThrows(Fault.class, () -> Identity.open(folders, ADA)).code());
        assertEquals("scrambled", Files.readString(key));
    }

    @Test
    void whoeverStartsAtOnceTakesTheSameKey() throws InterruptedException {
        AppFolders folders = AppFolders.under(folder);
        var keys = java.util.concurrent.ConcurrentHashMap.<PublicKey>newKeySet();
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            threads.invokeAll(java.util.Collections.nCopies(8,
                    () -> keys.add(Identity.open(folders, ADA).publicKey())));
        }
        assertEquals(1, keys.size());
        try (var files = Files.list(folders.config())) {
            assertEquals(List.of("id_ed25519", "id_ed25519.pub", "identity.json"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSignatureHoldsForItsTextAndItsPurposeOnly() {
        Identity ada = Records.identity("ada");
        byte[] text = "I agree".getBytes(StandardCharsets.UTF_8);
        String signature = ada.sign("commonwright-grant", text);
        assertEquals(Optional.of(ada.publicKey()), SshSignature.signer(signature, "commonwright-grant", text));
        assertEquals(Optional.empty(), SshSignature.signer(signature, "git", text));
        assertEquals(Optional.empty(),
                SshSignature.signer(signature, "commonwright-grant", "I disagree".getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < signature.length(); i++) {
            String cut = signature.substring(0, i);
            assertEquals(Optional.empty(), SshSignature.signer(cut, "commonwright-grant", text));
        }
    }

    @Test
    void sshKeygenReadsOurKeysAndWeReadIts() throws IOException {
        AppFolders folders = AppFolders.under(folder);
        Identity ada = Identity.open(folders, ADA);
        Path key = folders.config().resolve(Identity.KEY_FILE);
        assertEquals(ada.publicKey().toString(), keygen("-y", "-f", key.toString()));
        assertTrue(keygen("-l", "-f", key.toString()).contains(ada.agent().fingerprint()));

        Path other = folder.resolve("other");
        keygen("-q", "-t", "ed25519", "-N", "", "-C", "made elsewhere", "-f", other.toString());
        Files.copy(other, key, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Identity taken = Identity.open(folders, ADA);
        assertTrue(Files.readString(folder.resolve("other.pub")).startsWith(taken.publicKey().toString()));

        Path text = folder.resolve("text");
        Files.writeString(text, "I agree\n");
        keygen("-Y", "sign", "-f", other.toString(), "-n", "purpose", text.toString());
        assertEquals(Optional.of(taken.publicKey()),
                SshSignature.signer(Files.readString(folder.resolve("text.sig")), "purpose", Files.readAllBytes(text)));

        Path locked = folder.resolve("locked");
        keygen("-q", "-t", "ed25519", "-N", "secret", "-f", locked.toString());
        Files.copy(locked, key, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertEquals("record.key-unreadable", assertThrows(Fault.class, () -> Identity.open(folders, ADA)).code());
    }

    private String keygen(String... arguments) {
        var command = new java.util.ArrayList<>(List.of("ssh-keygen"));
        command.addAll(List.of(arguments));
        Assumptions.assumeTrue(
                List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                        .anyMatch(p -> Files.isExecutable(Path.of(p, "ssh-keygen"))),
                "install ssh-keygen (OpenSSH) to run this test");
        return Repos.run(folder, command).orElseThrow();
    }
}

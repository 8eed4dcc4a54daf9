package org.commonwright.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.git.Signer;
import org.commonwright.model.AgentId;
import org.commonwright.model.Person;
import org.commonwright.settings.AppFolders;

/// Who this device signs for: an Ed25519 key that never leaves it, and the name that others read beside it.
public final class Identity {
    /// The private key's file, in OpenSSH's format, readable by its owner only.
    public static final String KEY_FILE = "id_ed25519";

    private static final String PERSON_FILE = "identity.json";

    private final PrivateKey key;
    private final Person person;

    private Identity(PrivateKey key, Person person) {
        this.key = key;
        this.person = person;
    }

    /// The identity kept in `folders.config()`; a new one is made on first use.
    ///
    /// @param whenNew name and e-mail address to take when none are kept yet
    /// @throws Fault `record.key-unreadable` when there is a key file that is not ours to read; it is never replaced
    public static Identity open(AppFolders folders, Person whenNew) {
        Path keyFile = folders.config().resolve(KEY_FILE);
        try {
            if (!Files.exists(keyFile)) {
                create(keyFile);
            }
            var identity = new Identity(PrivateKey.parse(Files.readString(keyFile)), person(folders, whenNew));
            Path publicFile = folders.config().resolve(KEY_FILE + ".pub");
            if (!Files.exists(publicFile)) {
                AtomicFiles.replace(publicFile, identity.publicKey() + "\n");
            }
            if (!Files.exists(folders.config().resolve(PERSON_FILE))) {
                identity.save(folders);
            }
            return identity;
        } catch (IOException | IllegalArgumentException e) {
            throw new Fault(e, "record.key-unreadable", keyFile, String.valueOf(e.getMessage()));
        }
    }

    /// Of several programs that start at once, one makes the key; it appears whole, and only its owner may read it.
    private static void create(Path keyFile) throws IOException {
        Path made = keyFile.resolveSibling(KEY_FILE + "-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        AtomicFiles.replaceSecret(made,
                PrivateKey.generate(new SecureRandom()).text().getBytes(StandardCharsets.UTF_8));
        try {
            Files.createLink(keyFile, made);
        } catch (FileAlreadyExistsException _) {
            // Somebody was first: theirs is the key.
            Files.delete(made);
            return;
        } catch (UnsupportedOperationException | FileSystemException _) {
            // A disk without links: the second of two would replace the first within the same instant.
            Files.move(made, keyFile);
            return;
        }
        Files.delete(made);
    }

    /// A new identity that is kept nowhere: for samples and tests.
    public static Identity temporary(Person person, SecureRandom random) {
        return new Identity(PrivateKey.generate(random), person);
    }

    /// The same key under another name; kept from now on.
    public Identity renamed(Person newPerson, AppFolders folders) {
        var renamed = new Identity(key, newPerson);
        renamed.save(folders);
        return renamed;
    }

    /// The same key under the name that somebody goes by in one repository; kept nowhere.
    Identity as(Person other) {
        return new Identity(key, other);
    }

    /// The fingerprint of the key: the only thing that others can rely on.
    public AgentId agent() {
        return key.publicKey().agent();
    }

    public Person person() {
        return person;
    }

    public PublicKey publicKey() {
        return key.publicKey();
    }

    /// Signs commits so that `git verify-commit` accepts them.
    public Signer signer() {
        return payload -> SshSignature.sign(key, SshSignature.GIT, payload);
    }

    /// Signs a statement of its own, such as a close certificate that travels alone.
    ///
    /// @param namespace what it is for, such as `commonwright-grant`; the same is needed to check it
    /// @return the armoured signature, which `ssh-keygen -Y verify` understands and [SshSignature#signer] checks
    public String sign(String namespace, byte[] statement) {
        return SshSignature.sign(key, namespace, statement);
    }

    /// One line for an `allowed_signers` file.
    public String allowedSignersLine() {
        return allowedSignersLine(person, publicKey());
    }

    /// One line for an `allowed_signers` file, which `git verify-commit` wants.
    public static String allowedSignersLine(Person person, PublicKey publicKey) {
        String principal = person.email().replaceAll("[^A-Za-z0-9@._+-]", "_");
        return (principal.isEmpty() ? "unknown" : principal) + " namespaces=\"git\" " + publicKey;
    }

    private void save(AppFolders folders) {
        var json = new ObjectMapper().createObjectNode().put("name", person.name()).put("email", person.email());
        AtomicFiles.replace(folders.config().resolve(PERSON_FILE), json.toPrettyString() + "\n");
    }

    private static Person person(AppFolders folders, Person whenNew) throws IOException {
        Path file = folders.config().resolve(PERSON_FILE);
        if (!Files.exists(file)) {
            return whenNew;
        }
        JsonNode json = new ObjectMapper().readTree(Files.readString(file));
        return new Person(json.path("name").asText(whenNew.name()), json.path("email").asText(whenNew.email()));
    }
}

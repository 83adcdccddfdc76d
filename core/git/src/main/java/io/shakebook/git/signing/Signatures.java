// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.signing;

import io.shakebook.git.NoPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.GpgConfig.GpgFormat;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.SignatureVerifier.SignatureVerification;
import org.eclipse.jgit.lib.SignatureVerifier.TrustLevel;
import org.eclipse.jgit.lib.SignatureVerifiers;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.signing.ssh.SigningKeyDatabase;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Judges signatures by a list in the format of {@code allowed_signers} (ssh-keygen(1)). What the configuration of git
 * or of a repository says of signers is not read. A key that is valid for a time is compared with the committer's date,
 * as git does.
 */
public final class Signatures {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

    private final Path signers;

    /** @param signers a file of the user's machine */
    public Signatures(Path signers) {
        this.signers = signers;
    }

    /** The list cannot be used; the message says why and what to do. */
    public static final class Unusable extends Exception {
        private final String remedy;

        Unusable(String message, String remedy) {
            super(message);
            this.remedy = remedy;
        }

        public String remedy() {
            return remedy;
        }
    }

    /**
     * @param repository the folder of git itself, such as {@code .git}
     * @param commit 40 hexadecimal digits
     * @throws IOException if the commit cannot be read
     */
    public Judgement judge(Path repository, String commit) throws IOException, Unusable {
        try (Repository opened = new FileRepositoryBuilder()
                .setFS(new NoPrograms())
                .setGitDir(repository.toFile())
                .setMustExist(true)
                .build()) {
            RevCommit parsed = opened.parseCommit(ObjectId.fromString(commit));
            byte[] signature = parsed.getRawGpgSignature();
            if (signature == null || signature.length == 0) {
                return new Judgement.Refused("is not signed", "sign it: git commit --amend -S (with gpg.format ssh)");
            }
            GpgFormat format = SignatureVerifiers.getFormat(signature);
            return format == GpgFormat.SSH ? ssh(opened, parsed) : other(Optional.ofNullable(format));
        }
    }

    private static Judgement other(Optional<GpgFormat> format) {
        String name = format.map(one -> one == GpgFormat.OPENPGP ? "OpenPGP" : "X.509")
                .orElse("an unknown format");
        return new Judgement.Refused(
                "is signed with " + name + ", which is not checked: only signatures with SSH keys are",
                "sign with an SSH key: git config gpg.format ssh");
    }

    private Judgement ssh(Repository repository, RevCommit commit) throws IOException, Unusable {
        Signers list = new Signers(lines());
        SignatureVerification seen = verified(repository, commit, list);
        boolean trusted = seen.trustLevel() == TrustLevel.FULL || seen.trustLevel() == TrustLevel.ULTIMATE;
        if (seen.verified() && !seen.expired() && trusted && list.doubt().isEmpty()) {
            return new Judgement.Good(clean(seen.keyUser()), clean(seen.keyFingerprint()));
        }
        String key = "the key " + clean(String.valueOf(seen.keyFingerprint()));
        return list.doubt().map(doubt -> doubted(doubt, key, commit)).orElseGet(() -> forged(seen));
    }

    /** JGit has one list of signers for all of the process. */
    private static SignatureVerification verified(Repository repository, RevCommit commit, Signers list)
            throws IOException {
        synchronized (Signatures.class) {
            SigningKeyDatabase before = SigningKeyDatabase.setInstance(list);
            try {
                return SignatureVerifiers.verify(repository, new GpgConfig(new Config()), commit);
            } finally {
                SigningKeyDatabase.setInstance(before);
            }
        }
    }

    private Judgement.Refused doubted(Signers.Doubt doubt, String key, RevCommit commit) {
        return switch (doubt) {
            case NOBODY ->
                new Judgement.Refused(
                        "is signed with " + key + ", and nobody in " + signers + " has it",
                        "if you trust who signed it, add a line with their public key");
            case OTHER_USE ->
                new Judgement.Refused(
                        "is signed with " + key + ", which " + signers + " does not allow for git",
                        "write namespaces=\"git\" there, if that is right");
            case OTHER_TIME ->
                new Judgement.Refused(
                        "is signed with " + key + ", which " + signers + " does not allow for its date, "
                                + commit.getCommitterIdent().getWhenAsInstant(),
                        "see valid-after and valid-before there, or sign it with a key that is valid");
        };
    }

    private static Judgement.Refused forged(SignatureVerification seen) {
        String said = seen.message() == null ? "" : ": " + clean(seen.message());
        return new Judgement.Refused(
                "has a signature that is not of this commit" + said,
                "ask who wrote it: it was changed after it was signed");
    }

    private List<Signer> lines() throws Unusable {
        check();
        List<Signer> all = new ArrayList<>();
        int number = 0;
        for (String line : read()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    all.add(SignerLine.parse(line.strip()));
                } catch (SignerLine.Wrong e) {
                    throw unusable("line " + number + ": " + e.getMessage());
                }
            }
        }
        return all;
    }

    private List<String> read() throws Unusable {
        try {
            return Files.readAllLines(signers);
        } catch (IOException e) {
            throw unusable("it is no readable text");
        }
    }

    private Unusable unusable(String why) {
        return new Unusable(
                "the list of signers " + signers + " cannot be used: " + why,
                "write lines such as: ada@example.org namespaces=\"git\" ssh-ed25519 AAAA...");
    }

    /** Whoever may write to it decides what runs. */
    private void check() throws Unusable {
        Set<PosixFilePermission> loose = EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
        try {
            if (!Files.isRegularFile(signers)) {
                throw new Unusable("there is no list of signers " + signers, "name a file: --signers FILE");
            }
            if (Files.getPosixFilePermissions(signers).stream().anyMatch(loose::contains)) {
                throw new Unusable("others can change the list of signers " + signers, "chmod go-w " + signers);
            }
        } catch (IOException e) {
            throw new Unusable("the list of signers " + signers + " cannot be read", "make it a readable file");
        }
    }

    private static String clean(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }
}

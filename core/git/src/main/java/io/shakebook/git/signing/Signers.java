// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.signing;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.signing.ssh.SigningKeyDatabase;
import org.eclipse.jgit.signing.ssh.VerificationException;
import org.jspecify.annotations.Nullable;

/** Answers JGit whether a key may sign, from the list alone. Keeps what it last said no to. */
final class Signers implements SigningKeyDatabase {
    private final List<Signer> all;
    private Optional<Doubt> doubt = Optional.empty();

    /** Why a key was not allowed. */
    enum Doubt {
        NOBODY,
        OTHER_USE,
        OTHER_TIME
    }

    Signers(List<Signer> all) {
        this.all = List.copyOf(all);
    }

    Optional<Doubt> doubt() {
        return doubt;
    }

    /** Who may no longer sign is taken out of the list, or given a {@code valid-before}. */
    @Override
    public boolean isRevoked(Repository repository, GpgConfig config, PublicKey key) {
        return false;
    }

    @Override
    public String isAllowed(
            Repository repository, GpgConfig config, PublicKey key, String use, @Nullable PersonIdent committer)
            throws VerificationException {
        List<Signer> owners =
                all.stream().filter(one -> KeyUtils.compareKeys(one.key(), key)).toList();
        List<Signer> meant = owners.stream().filter(one -> one.maySign(use)).toList();
        Instant moment = committer == null ? Instant.MAX : committer.getWhenAsInstant();
        Optional<Signer> valid =
                meant.stream().filter(one -> one.validAt(moment)).findFirst();
        if (valid.isEmpty()) {
            Doubt why = owners.isEmpty() ? Doubt.NOBODY : meant.isEmpty() ? Doubt.OTHER_USE : Doubt.OTHER_TIME;
            doubt = Optional.of(why);
            throw new VerificationException(why == Doubt.OTHER_TIME, why.name());
        }
        return valid.get().name();
    }
}

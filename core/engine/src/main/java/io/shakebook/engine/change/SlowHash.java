// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The first block of PBKDF2 with HMAC-SHA-256 (RFC 8018), from SHA-256 alone: the same bytes as from the JDK's key factory,
 * whose first use costs a command 50 ms of a processor for providers that are not needed.
 */
final class SlowHash {
    private static final int BLOCK = 64;
    private static final byte[] FIRST = {0, 0, 0, 1};

    private final MessageDigest inner;
    private final MessageDigest outer;

    private SlowHash(byte[] password) throws NoSuchAlgorithmException {
        MessageDigest plain = MessageDigest.getInstance("SHA-256");
        byte[] key = Arrays.copyOf(password.length > BLOCK ? plain.digest(password) : password, BLOCK);
        this.inner = keyed(key, 0x36);
        this.outer = keyed(key, 0x5c);
    }

    /** @return the first bytes of the derived key, at most 32 */
    static byte[] of(String password, String salt, int iterations, int bytes) {
        byte[] secret = password.getBytes(StandardCharsets.UTF_8);
        try {
            return new SlowHash(secret).hash(salt.getBytes(StandardCharsets.UTF_8), iterations, bytes);
        } catch (NoSuchAlgorithmException | CloneNotSupportedException e) {
            throw new IllegalStateException("this Java runtime lacks a SHA-256 that can be copied", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private byte[] hash(byte[] salt, int iterations, int bytes) throws CloneNotSupportedException {
        byte[] round = authenticated(salt, FIRST);
        byte[] sum = round.clone();
        for (int iteration = 1; iteration < iterations; iteration++) {
            round = authenticated(round);
            for (int at = 0; at < bytes; at++) {
                sum[at] ^= round[at];
            }
        }
        return Arrays.copyOf(sum, bytes);
    }

    /** HMAC; a state that took the key is copied, so that the key is digested once and not at each of the rounds. */
    private byte[] authenticated(byte[]... parts) throws CloneNotSupportedException {
        MessageDigest first = (MessageDigest) inner.clone();
        for (byte[] part : parts) {
            first.update(part);
        }
        MessageDigest second = (MessageDigest) outer.clone();
        return second.digest(first.digest());
    }

    private static MessageDigest keyed(byte[] key, int pad) throws NoSuchAlgorithmException {
        byte[] padded = new byte[BLOCK];
        for (int at = 0; at < BLOCK; at++) {
            padded[at] = (byte) (key[at] ^ pad);
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(padded);
        return digest;
    }
}

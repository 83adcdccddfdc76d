// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Private keys in PEM: PKCS#8, which the JDK reads, and the two older forms, which are put into its envelope. Sources:
 * RFC 5208 (PKCS#8), RFC 8017 appendix A.1.2 (PKCS#1, RSA), RFC 5915 (SEC1, EC), RFC 7468 (PEM).
 */
final class PrivateKeyPem {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN (RSA |EC |ENCRYPTED |)PRIVATE KEY-----(.*?)-----END \\1PRIVATE KEY-----", Pattern.DOTALL);
    private static final byte[] ZERO = Der.of(Der.INTEGER, new byte[1]);
    private static final byte[] RSA = objectId("2a864886f70d010101");
    private static final byte[] EC = objectId("2a8648ce3d0201");
    /** Of an EC key, the curve that it lies on, which the envelope has to name as well. */
    private static final int CURVE = 0xa0;

    private PrivateKeyPem() {}

    /** @throws InvalidKeyException in words for the user, without any of the key */
    static PrivateKey read(String pem) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new InvalidKeyException("the key is not in PEM: it has no line -----BEGIN PRIVATE KEY-----");
        }
        if (block.group(1).equals("ENCRYPTED ") || block.group(2).contains("ENCRYPTED")) {
            throw new InvalidKeyException("the key has a password: use one without");
        }
        byte[] key = bytes(block.group(2));
        return switch (block.group(1)) {
            case "RSA " -> key("RSA", enveloped(Der.of(Der.SEQUENCE, RSA, Der.of(Der.NOTHING)), key));
            case "EC " -> key("EC", enveloped(Der.of(Der.SEQUENCE, EC, curve(key)), key));
            default -> key(algorithm(key), key);
        };
    }

    private static byte[] bytes(String base64) throws InvalidKeyException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidKeyException("the key is not in base64");
        }
    }

    private static PrivateKey key(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new InvalidKeyException("the key is none of " + algorithm + ", or broken");
        }
    }

    private static byte[] enveloped(byte[] algorithm, byte[] key) {
        return Der.of(Der.SEQUENCE, ZERO, algorithm, Der.of(Der.OCTETS, key));
    }

    private static byte[] curve(byte[] key) throws InvalidKeyException {
        return Der.at(key, 0)
                .first(CURVE)
                .orElseThrow(() -> new InvalidKeyException("the key does not name its curve"))
                .content();
    }

    /** A key in PKCS#8 says of which kind it is. */
    private static String algorithm(byte[] key) throws InvalidKeyException {
        Der kind = Der.at(key, 0)
                .first(Der.SEQUENCE)
                .orElseThrow(() -> new InvalidKeyException("the key does not say of which kind it is"));
        byte[] id = Der.at(kind.content(), 0).content();
        if (Arrays.equals(id, Der.at(RSA, 0).content())) {
            return "RSA";
        }
        return Arrays.equals(id, Der.at(EC, 0).content()) ? "EC" : "EdDSA";
    }

    private static byte[] objectId(String hex) {
        return Der.of(Der.OBJECT_ID, HexFormat.of().parseHex(hex));
    }
}

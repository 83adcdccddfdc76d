// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ours gives what the JDK's gives, so that digests that stand in clusters stay right. */
class SlowHashTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 63, 64, 65, 720, 100_000})
    void isThatOfTheJdkForEveryLengthOfThePassword(int length) throws GeneralSecurityException {
        String password = "pässwörd \uD83D\uDE00 ".repeat(length).substring(0, length);
        for (int iterations : new int[] {1, 2, 100}) {
            for (String salt : new String[] {"s", "site-b/v1/ConfigMap/redis-b/redis-sync-0", "ü".repeat(300)}) {
                byte[] ours = SlowHash.of(password, salt, iterations, 16);
                assertThat(ours).as(HexFormat.of().formatHex(ours)).isEqualTo(jdk(password, salt, iterations));
            }
        }
    }

    private static byte[] jdk(String password, String salt, int iterations) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt.getBytes(UTF_8), iterations, 128);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentDigestTest {
    private static final FieldPath DATA = FieldPath.of("data");
    private final ContentDigest digest = new ContentDigest(KeyFormat.FORMATS);

    private static Manifest config(String name, String file) {
        return Manifest.of(new ObjectRef(Kind.CONFIG_MAP, "redis-b", name), Map.of("data", Map.of("sync.keys", file)));
    }

    private Optional<String> of(String file) {
        return digest.of("site-b", config("sync", file), DATA);
    }

    @Test
    void aCommentDoesNotChangeItAndAValueDoes() {
        assertThat(of("# a\nversion = 6.0\n")).isEqualTo(of("version = 6.0\n"));
        assertThat(of("version = 6\n")).isNotEqualTo(of("version = 6.0\n"));
        assertThat(of("not readable")).isNotEqualTo(of("not readable either"));
        assertThat(of("version = 6\n").orElseThrow()).matches("[0-9a-f]{32}");
    }

    @Test
    void theSameContentElsewhereHasAnotherDigest() {
        assertThat(digest.of("site-b", config("other", "a = 1\n"), DATA)).isNotEqualTo(of("a = 1\n"));
        assertThat(digest.of("site-a", config("sync", "a = 1\n"), DATA)).isNotEqualTo(of("a = 1\n"));
    }

    @Test
    void aPartThatIsNotThereHasNone() {
        assertThat(digest.of("site-b", config("sync", "a = 1\n"), FieldPath.parse("data[other.keys]")))
                .isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import io.shakebook.kubernetes.kubeconfig.Kubeconfig.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** Certificates and keys, which stand in a kubeconfig in base64 ({@code NAME-data}) or in a file that it names. */
final class Pem {

    private Pem() {}

    /** The data, which counts more than the file; empty if the entry has neither. */
    static Optional<String> of(Entry entry, String field) throws Unusable {
        String data = entry.fields().text(field + "-data");
        String file = entry.fields().text(field);
        try {
            if (!data.isEmpty()) {
                return Optional.of(new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8));
            }
            return file.isEmpty() ? Optional.empty() : Optional.of(Files.readString(path(entry, file)));
        } catch (IllegalArgumentException e) {
            throw new Unusable(field + "-data in the kubeconfig is not base64");
        } catch (IOException e) {
            throw new Unusable(
                    "the file " + path(entry, file) + ", which the kubeconfig names as " + field + ", cannot be read");
        }
    }

    static Path path(Entry entry, String file) {
        return entry.folder().resolve(file);
    }
}
